"""What a house keeps around who stands beside a child, as tests make it."""

from uuid import UUID

from kring.kit import clock
from kring.law.support import For
from kring.people.actors import Actor
from kring.people.acts import advice
from kring.people.models import Organisation


def advised(actor: Actor, house: Organisation) -> UUID:
    """A place to turn to, looked at today."""
    told = advice.Advice(
        name="De Luisterlijn",
        words="Luistert naar wie steunt.",
        phone="0470 00 00 99",
        page="https://luister.example",
        whom=For.EVERYONE,
        source="een folder",
        looked_on=clock.today(),
    )
    return advice.add(actor, house, told, once=None).pk
