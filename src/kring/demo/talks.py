"""When the right was explained to Noor and to Sem: with Noor some weeks ago, with Sem not yet."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from kring.access.door import open_door
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.rights_moments import MONTHS, Audience, Reaction
from kring.moments.acts.talking import Told, explained
from kring.people.actors import Actor, ActorKind

CAME = {"noor": timedelta(days=100), "sem": timedelta(days=20)}


def begin(dossiers: Mapping[str, UUID]) -> None:
    """The day on which each of them came."""
    for child, ago in CAME.items():
        Dossier.objects.filter(pk=dossiers[child]).update(opened_on=clock.today() - ago)


def write(persons: Mapping[str, UUID], dossiers: Mapping[str, UUID]) -> None:
    """Write it, by Lotte."""
    door = open_door(Actor(ActorKind.SESSION, persons["lotte"]), dossiers["noor"], Section.MOMENTS)
    told = Told(
        on=clock.today() - timedelta(days=40),
        audience=Audience.YOUTH,
        reaction=Reaction.WANTS,
        words="Ik wil iemand die mee durft naar de rechter.",
    )
    explained(door, told, months=MONTHS, act=uuid7())
