"""How a house explains the right: how often, and with what (A23b, A206)."""

from uuid import UUID

from django.db import transaction

from kring.audit import chain
from kring.audit.events import Event
from kring.law.rights_moments import Audience
from kring.people.actors import Actor
from kring.people.models import Material, Organisation


def choose_pace(actor: Actor, organisation: Organisation, months: int, *, once: UUID | None) -> None:
    """After how many months it is explained again, at least."""
    with transaction.atomic():
        organisation.talk_every = months
        organisation.save(update_fields=["talk_every"])
        _tell(actor, Event.PACE_CHOSEN, organisation.pk, once, str(months))


def add_material(
    actor: Actor, organisation: Organisation, audience: Audience, titled: tuple[str, str], *, once: UUID | None
) -> None:
    """Something on the shelf; `titled`: its name, and where it stands."""
    title, address = titled
    with transaction.atomic():
        new = Material.objects.create(organisation=organisation, title=title, address=address, audience=audience.value)
        _tell(actor, Event.MATERIAL_ADDED, new.pk, once)


def remove_material(actor: Actor, material: Material, *, once: UUID | None) -> None:
    """It stands on the shelf no more."""
    with transaction.atomic():
        gone = material.pk
        material.delete()
        _tell(actor, Event.MATERIAL_REMOVED, gone, once)


def _tell(actor: Actor, event: Event, subject: UUID, once: UUID | None, *codes: str) -> None:
    line = chain.Line(
        event=event, actor_kind=actor.kind.value, actor=actor.person, subject=subject, codes=codes, once=once
    )
    chain.append(line)
