"""Meeting others who stand beside a child: wanted, planned by who hosts, answered, and erased in time (C138, C202).

Who may still come, is asked where that is known (`support.peers`): a message is looked at once more before it leaves.
"""

from dataclasses import asdict, dataclass
from datetime import date, time
from uuid import UUID

from django.db import transaction
from django.db.models import F

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.law.retention import Term, is_due
from kring.law.support import PeerSubject, yes_until
from kring.people.actors import Actor
from kring.people.acts import messages
from kring.people.acts.advice import ChangedError
from kring.people.models import Coming, Gathering, MessageCode, Organisation, PeerYes


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """When, where, about what, and what is agreed about secrecy."""

    on: date
    at: time
    place: str
    subject: PeerSubject
    words: str
    agreed: str


def want(actor: Actor, house: Organisation, *, once: UUID | None) -> None:
    """Say yes to meeting others, or say it anew: it holds for a quarter from today, and lapses by itself."""
    today = clock.today()
    with transaction.atomic():
        chain.refuse_again(once)
        told = {"said_on": today, "until_on": yes_until(today)}
        PeerYes.objects.update_or_create(organisation=house, person_id=actor.somebody, defaults=told)
        _tell(actor, Event.PEERS_SAID, "yes", once=once)


def leave(actor: Actor, house: Organisation, *, once: UUID | None) -> None:
    """Not any more: the yes and every answer to a meeting of this house are gone."""
    with transaction.atomic():
        PeerYes.objects.filter(organisation=house, person=actor.somebody).delete()
        Coming.objects.filter(gathering__organisation=house, person=actor.somebody).delete()
        _tell(actor, Event.PEERS_SAID, "no", once=once)


def plan(actor: Actor, house: Organisation, planned: Planned, *, once: UUID | None) -> Gathering:
    """A meeting; whose yes holds, is told that there is something, and nobody is counted."""
    with transaction.atomic():
        new = Gathering.objects.create(organisation=house, **asdict(planned))
        whom = PeerYes.objects.filter(organisation=house, until_on__gt=clock.today()).values_list(
            "person_id", flat=True
        )
        _invite(list(whom), new, "new")
        _tell(actor, Event.GATHERING_PLANNED, subject=new.pk, once=once)
    return new


def change(actor: Actor, gathering: Gathering, planned: Planned, *, version: int, once: UUID | None) -> None:
    """Another day, hour or place; who said to come is told.  Raises `ChangedError`."""
    with transaction.atomic():
        same = Gathering.objects.filter(pk=gathering.pk, version=version, called_off_on=None)
        if not same.update(version=F("version") + 1, **asdict(planned)):
            raise ChangedError
        _invite(_who_comes(gathering), gathering, str(version))
        _tell(actor, Event.GATHERING_CHANGED, subject=gathering.pk, once=once)


def call_off(actor: Actor, gathering: Gathering, *, once: UUID | None) -> None:
    """It does not happen; who said to come is told."""
    with transaction.atomic():
        Gathering.objects.filter(pk=gathering.pk).update(called_off_on=clock.today(), version=F("version") + 1)
        _invite(_who_comes(gathering), gathering, "off")
        _tell(actor, Event.GATHERING_CALLED_OFF, subject=gathering.pk, once=once)


def answer(actor: Actor, gathering: Gathering, first_name: str, *, once: UUID | None) -> None:
    """Somebody comes, by the first name it wants to go by there; without a name it does not come."""
    with transaction.atomic():
        chain.refuse_again(once)
        told = {"comes": bool(first_name), "first_name": first_name, "said_on": clock.today()}
        Coming.objects.update_or_create(gathering=gathering, person_id=actor.somebody, defaults=told)
        _tell(actor, Event.PEERS_ANSWERED, "comes" if first_name else "not", once=once)


def tidy() -> None:
    """Erase the answers to what is past, and a yes that nobody said anew (law.retention)."""
    today = clock.today()
    past = Gathering.objects.filter(on__lt=today, answers__isnull=False).distinct()
    Coming.objects.filter(gathering__in=[one.pk for one in past if is_due(Term.GATHERING, one.on, on=today)]).delete()
    old = PeerYes.objects.filter(until_on__lte=today)
    PeerYes.objects.filter(pk__in=[one.pk for one in old if is_due(Term.PEERS, one.said_on, on=today)]).delete()


def _who_comes(gathering: Gathering) -> list[UUID]:
    return list(gathering.answers.filter(comes=True).values_list("person_id", flat=True))


def _invite(whom: list[UUID], gathering: Gathering, which: str) -> None:
    """Queued for each by itself; it leaves with the digest as any other (R26)."""
    code = MessageCode.GATHERING
    messages.tell_all(
        [messages.Telling(one, code, once=f"{gathering.pk}:{which}:{one}", about=gathering.pk) for one in whom]
    )


def _tell(actor: Actor, event: Event, *codes: str, subject: UUID | None = None, once: UUID | None) -> None:
    kind, me = actor.kind.value, actor.person
    chain.append(chain.Line(event=event, actor_kind=kind, actor=me, subject=subject, codes=codes, once=once))
