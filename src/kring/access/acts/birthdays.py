"""The birthday of a child, from which 12 and 18 are counted; and another one, with why and how it is known.

What makes a child pass 12 or 18 turns its file round: that one waits until who leads the team saw it, and is nobody who
asked it.  Until then the birthday is what it was.  The child reads who asked it (R20).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kring.access.acts.again import ask_again, look_no_more, tell_no_more
from kring.access.acts.deciding import only_who_helps
from kring.access.door import Door
from kring.access.models import Giver, Say
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement, OtherBirthday
from kring.kit import clock
from kring.law.access import Relation
from kring.law.capacity import ADULT_FROM, Known, turns, turns_at_first
from kring.law.standing import BY_A_PARENT
from kring.law.time import age_on

GROWN = 26
"""No child of the youth help is older: a year that makes it so is a slip."""
LOOKS_BACK = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why it is another day, and how that is known."""

    motive: str
    known: Known


def write(door: Door, born_on: date, why: Why | None, *, once: UUID | None) -> OtherBirthday | None:
    """The birthday.  Another one needs a motive, and the answer says whether it waits; a first one only near 12 and 18.

    Raises `NotAllowedError` for who does not give the help, for a day to come, and without a motive where one is asked.
    """
    only_who_helps(door)
    if born_on > clock.today():
        raise NotAllowedError
    with door.writes(Event.BIRTHDAY_WRITTEN, once=once, codes=(why.known.value,) if why else ()) as write:
        before = Dossier.objects.select_for_update().get(pk=door.dossier.pk).born_on
        if not before and not turns_at_first(born_on, on=clock.today()):
            _is_now(door, born_on)
            return None
        if why is None or not why.motive.strip():
            raise NotAllowedError
        row = _kept(door, before, born_on, why)
        write.subject = row.pk
        if row.holds:
            _is_now(door, born_on)
    return row


def _kept(door: Door, before: str, born_on: date, why: Why) -> OtherBirthday:
    """The row of it: what waited before it, waits no more; the child reads that it is there."""
    now = clock.now()
    OtherBirthday.objects.filter(dossier=door.dossier, ended_at=None).update(ended_at=now, ended_by=door.me)
    waits = _waits(door, before, born_on) if before else False
    Dossier.objects.filter(pk=door.dossier.pk).update(birthday_news=True)
    return OtherBirthday.objects.create(
        dossier=door.dossier,
        before=before,
        born_on=born_on.isoformat(),
        motive=why.motive,
        known=why.known.value,
        asked_at=now,
        asked_by_id=door.me,
        holds=not waits,
        ended_at=None if waits else now,
    )


def _waits(door: Door, before: str, born_on: date) -> bool:
    """Whether a second person looks at it first.

    Weighed against what stands there, and against what stood there first in the last year: else small steps that each
    pass nothing would together.  What a second person said yes to is where that counting begins anew.  The year is a
    choice of Kring.
    """
    rows = OtherBirthday.objects.filter(dossier=door.dossier, holds=True, asked_at__gte=clock.now() - LOOKS_BACK)
    steps = list(rows.order_by("asked_at", "pk"))
    seen = max((place for place, one in enumerate(steps) if one.ended_by_id), default=-1)
    since = [one.was or one.day for one in steps[seen + 1 : seen + 2]]
    return any(turns(was, born_on, on=clock.today()) for was in (date.fromisoformat(before), *since))


def decide(door: Door, row: OtherBirthday, *, holds: bool, once: UUID | None) -> None:
    """Who leads the team looked at it: it becomes the birthday, or it stays what it was.

    Raises `NotAllowedError` for who does not lead the team, for who asked it, and when it does not wait any more.
    """
    if door.relation is not Relation.TEAM_LEAD or row.asked_by_id == door.me:
        raise NotAllowedError
    with door.writes(Event.BIRTHDAY_LOOKED_AT, once=once, codes=("yes" if holds else "no",)) as write:
        open_one = OtherBirthday.objects.filter(pk=row.pk, dossier=door.dossier, ended_at=None)
        if not open_one.update(ended_at=clock.now(), ended_by=door.me, holds=holds):
            raise NotAllowedError
        if holds:
            _is_now(door, row.day)
        write.subject = row.pk


def told_of_twelve(door: Door, on: date) -> None:
    """A person told the child what changes at 12: from then on its pages are in words (R15).  Part of an act."""
    Dossier.objects.filter(pk=door.dossier.pk, words_from=None).update(words_from=on)


def has_read(door: Door, row: OtherBirthday) -> None:
    """The child read how it ended: its home says it no more.  What waits stays there."""
    if door.relation is Relation.CHILD and row.ended_at:
        Dossier.objects.filter(pk=door.dossier.pk).update(birthday_news=False)


def waiting(dossiers: Collection[UUID]) -> list[OtherBirthday]:
    """What waits at these children, the first first."""
    rows = OtherBirthday.objects.filter(dossier__in=dossiers, ended_at=None).select_related("dossier", "asked_by")
    return list(rows.order_by("asked_at", "pk"))


def ages(row: OtherBirthday) -> tuple[int, int]:
    """How old the child is today by what stands there, and by what is asked.  Only another one waits, never a first."""
    today = clock.today()
    return age_on(row.was or row.day, today), age_on(row.day, today)


def last(door: Door) -> OtherBirthday | None:
    """The last time another birthday was written here."""
    rows = OtherBirthday.objects.filter(dossier=door.dossier).select_related("asked_by", "ended_by")
    return rows.order_by("-asked_at", "-pk").first()


def _is_now(door: Door, born_on: date) -> None:
    """This is the birthday from now on; nobody knew before that the child is of age, if it is so by this one (R15)."""
    was = date.fromisoformat(door.dossier.born_on) if door.dossier.born_on else None
    if _is_of_age(born_on) and not (was and _is_of_age(was)):
        _falls_for_a_parent(door)
    look_no_more(door.dossier.pk, persons=_parents(door))
    Dossier.objects.filter(pk=door.dossier.pk).update(born_on=born_on.isoformat())
    door.dossier.born_on = born_on.isoformat()


def _is_of_age(born_on: date) -> bool:
    return age_on(born_on, clock.today()) >= ADULT_FROM.on(clock.today())


def _falls_for_a_parent(door: Door) -> None:
    """What was let read or told to a parent until this moment was of a minor, whatever day it has become since.

    A yes waits until the youth says it anew, also towards who does not come in yet and may be a parent; what was told
    in an emergency and what a worker decided to tell is over.  `law.standing.counts_from` says the same of a birthday
    that was known.
    """
    parents = _parents(door)
    here = Say.objects.filter(dossier=door.dossier, withdrawn_at=None)
    strangers = list(here.filter(towards__isnull=False, towards__same_person=None).values_list("towards", flat=True))
    ask_again(door, persons=parents, members=strangers)
    tell_no_more(door, persons=parents)
    told = here.filter(giver=Giver.WORKER, towards__same_person__person__in=parents).values_list("pk", flat=True)
    Say.objects.filter(pk__in=list(told)).update(withdrawn_at=clock.now())


def _parents(door: Door) -> list[UUID]:
    """Who comes in, or came in, by a parent."""
    held = Involvement.objects.filter(dossier=door.dossier, relation__in=[one.value for one in BY_A_PARENT])
    return list(held.values_list("person", flat=True))
