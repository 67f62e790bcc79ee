"""A restriction of contact: recorded with its dates and without its document, and over when somebody says so (R28).

Rights expire by themselves; protection never opens again by itself.  The sieve asks who is restricted at each request,
so nothing else has to be closed here but what somebody holds in the hand.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NotRequired, TypedDict, Unpack
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kring.access.acts.again import ask_again, tell_no_more
from kring.access.door import Door
from kring.access.models import Given, Item, Restriction, Restrictions
from kring.access.same import SamePerson
from kring.access.standing import born_on
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import COMES_IN, Relation, Section
from kring.law.restrictions import WHOM, first_day, is_provisional, look_by
from kring.law.ways import ALL_WHO_WORK, WORKERS
from kring.people.acts import ways
from kring.people.models import Person, WayEnd

ANEW_WITHIN = timedelta(days=90)
"""So long what was lifted counts as the same one, where somebody writes it anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toward:
    """Whom a restriction is about: someone of the circle, or someone who is involved; just one of the two."""

    member: UUID | None = None
    person: UUID | None = None


class Said(TypedDict):
    """From when, when it is looked at again, and who decided it."""

    from_on: date
    until_on: date | None
    decided_by: NotRequired[str]


class ShutsOutWorkError(NotAllowedError):
    """One of these of the circle is said to be somebody who works with the child now: by name, who and who that is."""

    def __init__(self, member: UUID, works: str) -> None:
        super().__init__(works)
        self.member, self.works = member, works


def restrict(door: Door, whom: list[Toward], *, once: UUID | None, **said: Unpack[Said]) -> list[Restriction]:
    """Record that contact is restricted: in force from now, for all of them in one act.

    Several, because one human being may stand in the circle and come in as a parent, and nobody matches names.  What
    they come in with for this child is over at the next request, and so is what was told to them in an emergency, and
    looking beside a worker: that never goes on when the restriction is over.
    Raises `NotAllowedError` for who does not work with the child, for nobody, for the child itself and for who is not
    of this child, and for days that cannot be; `ShutsOutWorkError` where it would shut out who works with it.
    """
    if not whom or not all(_may_restrict(door, one) for one in whom) or not _days_can_be(door, said):
        raise NotAllowedError
    _shuts_out_no_work(door, whom)
    told: dict[str, Any] = {"dossier": door.dossier, **said}
    with door.writes(Event.RESTRICTION_RECORDED, once=once) as write:
        rows = [
            Restriction(
                member_id=one.member,
                person_id=one.person,
                recorded_by_id=door.me,
                recorded_at=clock.now(),
                **told,
            )
            for one in whom
        ]
        made = Restriction.objects.bulk_create(rows)
        ways.end(_held_by(door, whom), WayEnd.WITHDRAWN)
        members, persons = [one.member for one in whom if one.member], [one.person for one in whom if one.person]
        tell_no_more(door, members=members, persons=persons)
        write.subject = made[0].pk
    return made


def prolong(door: Door, restriction: Restriction, until_on: date | None, *, once: UUID | None) -> None:
    """It holds, and is looked at again on another day.  Raises `NotAllowedError`, also for a day that is too far.

    What the team decided itself is not prolonged by who wrote it down or prolonged it last: another looks
    (`may_prolong`).
    """
    _only_in_force(door, restriction)
    if not (may_prolong(door, restriction) and _is_asked_in_time(restriction.decided_by, until_on)):
        raise NotAllowedError
    with door.writes(Event.RESTRICTION_PROLONGED, once=once) as write:
        restriction.until_on, restriction.prolonged_by_id, restriction.prolonged_on = until_on, door.me, clock.today()
        restriction.save(update_fields=["until_on", "prolonged_by", "prolonged_on"])
        write.subject = restriction.pk


def may_prolong(door: Door, restriction: Restriction) -> bool:
    """Whether this visitor may say that it still holds: of what the team decided itself one worker alone never does."""
    last = restriction.prolonged_by_id or restriction.recorded_by_id
    return not is_provisional(restriction.decided_by) or door.me != last


def may_tell(door: Door, restriction: Restriction) -> bool:
    """Whether this visitor may write that the child was told: not who wrote so when the child said that nobody did.

    Of the same human being, under whatever name, and also where that one was lifted since and this one written anew.
    """
    lately = Q(over_at=None) | Q(over_at__gte=clock.now() - ANEW_WITHIN)
    rows = _of_one_human(door, restriction, Restriction.objects.filter(lately)).exclude(untold_on=None)
    return door.me not in {row.marked_by_id or row.recorded_by_id for row in rows}


def was_told(door: Door, restriction: Restriction, by: str, *, on: date, once: UUID | None) -> None:
    """A person told the child: from now on its pages say it in plain words (R15).  Raises `NotAllowedError`.

    Also of the same human being under another name, where somebody said who that is; and anew, where the child said
    that nobody told it: then another writes it (`may_tell`), and what the child said stays to be read.
    """
    _only_in_force(door, restriction)
    if not by.strip() or not may_tell(door, restriction):
        raise NotAllowedError
    rows = _of_one_human(door, restriction).filter(Q(told_on=None) | ~Q(untold_on=None))
    with door.writes(Event.RESTRICTION_TOLD, once=once) as write:
        for row in rows:
            row.told_by, row.told_on, row.marked_by_id = by.strip(), on, door.me
            row.denied_on, row.untold_on = row.untold_on or row.denied_on, None
            row.save(update_fields=["told_by", "told_on", "marked_by", "denied_on", "untold_on"])
        write.subject = restriction.pk


def was_not_told(door: Door, restriction: Restriction, *, on: date, once: UUID | None) -> None:
    """The child says that nobody told it, although somebody wrote so: who works with it tells it (R15).

    What it read stays, and what protects it does not change.  Raises `NotAllowedError` for who is not the child, where
    nobody wrote so, and after the help: nobody is there to tell it then.
    """
    rows = _of_one_human(door, restriction).filter(told_on__isnull=False)
    if door.relation is not Relation.CHILD or door.dossier.closed_on is not None or not rows.exists():
        raise NotAllowedError
    with door.writes(Event.RESTRICTION_UNTOLD, once=once) as write:
        rows.update(untold_on=on)
        write.subject = restriction.pk


def told_of(dossier: UUID) -> frozenset[UUID]:
    """With whom contact is restricted, and the child was told so: who of its circle, and who comes in (R15).

    What it was told stays so, also where the same human being is written down once more, under another name, and that
    was not told yet.  Not who that one is said to be, while that was not told; nor of whom a worker did not say yet
    whether it holds.  One statement.
    """
    rows = Restriction.objects.in_force().filter(dossier=dossier)
    told, as_told, not_yet, waits, sure = (set[UUID | None]() for _ in range(5))
    fields = ("member", "person", "member__same_person__person", "told_on", "moved_at")
    for member, person, as_one, on, moved in rows.values_list(*fields):
        (waits if moved else sure).add(as_one)
        sure.add(person)
        (told if on else not_yet).update((member, person))
        (as_told if on else not_yet).add(None if moved else as_one)
    return frozenset(filter(None, (told | (as_told - not_yet)) - (waits - sure)))


def lift(door: Door, restriction: Restriction, *, once: UUID | None) -> None:
    """Somebody looked at it today and says that it is over: never a clock.  What was ended stays ended.

    No yes of before opens anything by it: each waits until who gave it says it anew; nor does what was told in an
    emergency (R28).  Raises `NotAllowedError`.
    """
    _only_in_force(door, restriction)
    with door.writes(Event.RESTRICTION_LIFTED, once=once) as write:
        restriction.over_at, restriction.over_by_id = clock.now(), door.me
        restriction.save(update_fields=["over_at", "over_by"])
        members = [restriction.member_id] if restriction.member_id else []
        persons = [restriction.person_id] if restriction.person_id else []
        ask_again(door, members=members, persons=persons)
        tell_no_more(door, members=members, persons=persons)
        write.subject = restriction.pk


def is_restricted(dossier: UUID, *, member: UUID | None = None, person: UUID | None = None) -> bool:
    """Whether contact with this member of the circle, or with who that is, is restricted now."""
    same = SamePerson.objects.filter(item=member).values("person") if member else None
    who = Q(member=member) if member else Q(person=person) | Q(member__same_person__person=person)
    if same is not None:
        who |= Q(person__in=same) | Q(member__same_person__person__in=same)
    return Restriction.objects.in_force().filter(who, dossier=dossier).exists()


def restricted_among(door: Door, members: Collection[UUID]) -> set[UUID]:
    """With whom of these of the circle contact is restricted now, also under another name in it (R28)."""
    closed = Item.objects.filter(kept_apart("pk", "dossier_id"), pk__in=members, dossier=door.dossier)
    return set(closed.values_list("pk", flat=True))


def restricted_themselves(door: Door, members: Collection[UUID]) -> set[UUID]:
    """Of which of these of the circle somebody wrote that contact is restricted, whoever that is said to be now."""
    rows = Restriction.objects.in_force().filter(member__in=members, dossier=door.dossier)
    return {row.member_id for row in rows if row.member_id}


def kept_apart(member: str, dossier: str) -> Exists:
    """Of a row: whether contact with who stands in this column is restricted now, also under another name (R28)."""
    same = SamePerson.objects.filter(item=OuterRef(OuterRef(member))).values("person")
    who = Q(member=OuterRef(member)) | Q(person__in=same) | Q(member__same_person__person__in=same)
    return Exists(Restriction.objects.in_force().filter(who, dossier=OuterRef(dossier)))


def people_kept_apart(dossier: UUID) -> QuerySet[Person]:
    """With whom contact is restricted now, as a person with a way in; also who is of nobody in the circle (R28)."""
    held = Restriction.objects.in_force().filter(dossier=dossier)
    same = SamePerson.objects.filter(item__in=held.exclude(member=None).values("member"))
    return Person.objects.filter(Q(pk__in=held.exclude(person=None).values("person")) | Q(pk__in=same.values("person")))


def to_look_at(door: Door, rows: Collection[UUID], *, on: date | None) -> None:
    """Somebody looks again at these rows, because of whom they name; nothing: not any more.  Part of such an act.

    Who records a restriction may read a plan that it does not make (R13).
    """
    Item.objects.filter(pk__in=rows, dossier=door.dossier).update(look_on=on)


def _of_one_human(door: Door, restriction: Restriction, among: Restrictions | None = None) -> Restrictions:
    """Those in force, or of these, of this human being, under every name that somebody said is the same."""
    member, person = restriction.member_id, restriction.person_id
    same = SamePerson.objects.filter(Q(item=member) | Q(person=person), item__dossier=door.dossier)
    pairs = list(same.values_list("item", "person"))
    who = Q(member__in=[one for one in (member, *(pair[0] for pair in pairs)) if one])
    who |= Q(person__in=[one for one in (person, *(pair[1] for pair in pairs)) if one])
    return (Restriction.objects.in_force() if among is None else among).filter(who, dossier=door.dossier)


def _days_can_be(door: Door, said: Said) -> bool:
    """The child was there on the first day, and somebody looks again in time."""
    today = clock.today()
    begins = said["from_on"] >= first_day(born_on(door.dossier, on=today), on=today)
    return begins and _is_asked_in_time(said.get("decided_by", ""), said["until_on"])


def _is_asked_in_time(decided_by: str, until_on: date | None) -> bool:
    """Whether somebody looks again by then; what a team decides alone is never without a day."""
    if until_on is None:
        return not is_provisional(decided_by)
    return until_on <= look_by(decided_by, on=clock.today())


def _may_restrict(door: Door, one: Toward) -> bool:
    if door.relation not in WORKERS or (one.member is None) is (one.person is None):
        return False
    if one.member:
        return Item.objects.filter(pk=one.member, dossier=door.dossier, section=Section.CIRCLE.value).exists()
    return Involvement.objects.filter(dossier=door.dossier, person=one.person, relation__in=[*WHOM]).exists()


def _shuts_out_no_work(door: Door, whom: list[Toward]) -> None:
    """Who works with the child was pointed out as one of these, confirmed or not: that is put right first (R13, R28).

    A wrong tap of a child would take its worker away, who cannot undo it; and the child would have nobody who hears it.
    Of one of the circle nothing opens by waiting: who comes in as that one is this worker.
    """
    here = Involvement.objects.current(clock.today()).filter(dossier=door.dossier)
    at_home = here.filter(relation__in=[*COMES_IN]).values("person")  # who comes in so, reads nothing as work
    works = here.filter(relation__in=[*ALL_WHO_WORK]).exclude(person__in=at_home)
    members = [one.member for one in whom if one.member]
    same = SamePerson.objects.filter(item__in=members, person__in=works.values("person"))
    wrong = same.select_related("person").order_by("item").first()
    if wrong is not None:
        raise ShutsOutWorkError(wrong.item_id, wrong.person.call_name)


def _held_by(door: Door, whom: list[Toward]) -> list[UUID]:
    """What these come in with for this child."""
    members, persons = [one.member for one in whom if one.member], [one.person for one in whom if one.person]
    same = SamePerson.objects.filter(item__in=members).values("person")
    who = Q(item__in=members) | Q(way__person__in=persons) | Q(way__person__in=same)
    return list(Given.objects.filter(who, dossier=door.dossier).values_list("way_id", flat=True))


def _only_in_force(door: Door, restriction: Restriction) -> None:
    here = restriction.dossier_id == door.dossier.pk and restriction.over_at is None
    if door.relation not in WORKERS or not here:
        raise NotAllowedError
