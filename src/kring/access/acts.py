"""Acts of the door itself: a child's place in Kring is made here, because the first involvement comes with it."""

from uuid import UUID

from django.db import transaction

from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.law.access import Relation
from kring.people.actors import Actor
from kring.people.models import Team


def open_dossier(actor: Actor, *, call_name: str, team: Team, once: UUID | None) -> Dossier:
    """Make a child's place with nothing but a call name; who makes it is its worker.

    Raises `AlreadyDoneError` when this form was sent before.
    """
    with transaction.atomic():
        dossier = Dossier.objects.create(call_name=call_name, team=team, opened_on=clock.today())
        Involvement.objects.create(
            dossier=dossier, person_id=actor.somebody, relation=Relation.WORKER.value, from_on=clock.today()
        )
        line = chain.Line(
            event=Event.DOSSIER_OPENED,
            actor_kind=actor.kind.value,
            actor=actor.person,
            dossier=dossier.pk,
            once=once,
        )
        chain.append(line)
    return dossier
