"""What a visitor may read of who stops, and of farewells.  Always through the door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F

from kring.access import reported
from kring.access.acts import placing
from kring.access.door import Door, RefusedError
from kring.access.questions import Question
from kring.circle import reading as circle
from kring.endings import appointed
from kring.endings.models import AfterLook, GoodbyeDay, Leaving, StillAsked
from kring.endings.parting import Parting, may_say_so, may_tell_anew, still_so, why_of
from kring.endings.questions import FAREWELLS
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.access import Section
from kring.law.endings import Leaves, Look, Still
from kring.law.steps import Step
from kring.people.models import Person
from kring.rights import own_word
from kring.rights.models import Appointment, Taken, Wish
from kring.rights.untold import hears_first, is_denial, still, untold_and_not_so

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """Somebody who stops, goes for a while or said no, and the child does not know yet: who tells it, as agreed."""

    member: UUID
    name: str
    reason: Leaves
    row: Leaving | None = None
    said_on: date | None = None
    """The day on which the person would have said so."""
    unsaid: bool = False
    """A worker wrote it down, and the person did not say here itself that it is so: nothing ended by it (R2)."""
    asked: bool = False
    """And it comes in here, so that it is asked first: until it answers nobody tells the child anything (R2)."""
    denied: bool = False
    """The person itself says that it is not so: there is nothing to tell."""
    took_back: bool = False
    """It said both here itself: it asked a pause, and then goes on as before."""
    own: bool = False
    """It said here itself that it stops or rests: only its own tap takes that back."""
    goes_on: bool = False
    """After a pause of which the child knows, the person says that it goes on."""
    picks_up: bool | None = None
    """Whether it answers the telephone until the child was told; nothing where nobody asked it."""

    @property
    def why(self) -> Words:
        """What is with this person."""
        return why_of(self.reason)

    @property
    def is_late(self) -> bool:
        """Whether the day of telling has passed."""
        return self.row is not None and self.row.tells_on is not None and self.row.tells_on < clock.today()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everything this visitor may read of it."""

    untold: list[Untold]
    partings: list[Parting]
    names: dict[UUID, str]
    today: date
    marked: list[tuple[Leaving, str, Words]] = field(default_factory=list)
    """What the visitor itself marked as told today, with who it is about: it can still take that back."""
    appointed: list[Appointment] = field(default_factory=list)
    """Who was appointed, while nobody told the child."""


def only_who_hears_first(door: Door) -> None:
    """What somebody said before the child was told is for who works with the child.  Raises `RefusedError`."""
    if not hears_first(door):
        raise RefusedError


def seen(door: Door) -> Seen:
    """Who stops, and the farewells, the last first; seven statements."""
    names = circle.names(door)
    looks = _LOOKS.of(door)
    held, not_so = untold_and_not_so(door)
    farewells = still_so(FAREWELLS.of(door), not_so)
    denied = {row.member_id for row in farewells if row.untold_on or row.denied_on}  # that no slip takes away
    tells = next((row for row in farewells if may_tell_anew(door, row)), None)  # one form at a time
    return Seen(
        untold=_untold(door, names, held) if hears_first(door) else [],
        partings=[
            Parting(
                row=row,
                may_deny=may_say_so(door, row),
                may_tell=row is tells,
                name=names.get(row.member_id, ""),
                looks=[one for one in looks if one.farewell_id == row.pk],
                names=names,
            )
            for row in farewells
        ],
        names=names,
        today=clock.today(),
        appointed=appointed.untold(door),
        marked=[
            (row, names.get(row.member_id, ""), why_of(Leaves(row.why)))
            for row in marked_today(door)
            if row.member_id not in denied
            and not any(one.member_id == row.member_id and one.pk > row.pk for one in not_so)
        ],
    )


def marked_today(door: Door) -> list[Leaving]:
    """What the visitor marked as told today, and did not take back; nothing for who hears it later.  One statement."""
    if not hears_first(door):
        return []
    mine = Leaving.objects.filter(marked_by=door.me, marked_on=clock.today(), struck_on=None)
    return list(door.within(mine.order_by("pk")))


def _untold(door: Door, names: Mapping[UUID, str], rows: Sequence[Taken]) -> list[Untold]:
    """Each person once: what was agreed about telling, and what the person said of itself."""
    agreed = {row.member_id: row for row in _TO_TELL.of(door)}
    unsaid = {one: placing.comes_in_now(door, one) for one in (reported.unsaid(door.dossier.pk) if rows else ())}
    said = {row.member_id: row for row in sorted((one for one in rows if not is_denial(one)), key=_weighs)}
    again = {row.member_id: row for row in rows if is_denial(row) and row.member_id not in said}
    return [
        *(
            Untold(member=key, name=names.get(key, ""), reason=Leaves.PAUSE, said_on=row.taken_on, goes_on=True)
            for key, row in again.items()
        ),
        *_to_tell(rows, said, agreed, names, unsaid),
    ]


def _to_tell(
    rows: Sequence[Taken],
    said: Mapping[UUID, Taken],
    agreed: Mapping[UUID, Leaving],
    names: Mapping[UUID, str],
    unsaid: Mapping[UUID, bool],
) -> list[Untold]:
    stands = {row.member_id for row in still(rows)}
    own = own_word.by_itself(rows, unsaid)
    denied_by = {row.member_id: row.item.author_id for row in rows if is_denial(row)}
    return [
        Untold(
            member=member,
            name=names.get(member, ""),
            reason=reason_of(said.get(member), agreed.get(member)),
            row=agreed.get(member),
            said_on=said[member].taken_on if member in said else None,
            unsaid=member in unsaid,
            asked=member in said and unsaid.get(member, False) and not _is_lost(agreed.get(member)),
            own=member in own,
            denied=member in said and member not in stands,
            took_back=member in said and said[member].item.author_id == denied_by.get(member),
            picks_up=said[member].picks_up if member in said else None,
        )
        for member in dict.fromkeys([*said, *agreed])
    ]


def _is_lost(agreed: Leaving | None) -> bool:
    """Who died or cannot be found, says nothing any more."""
    return agreed is not None and agreed.why == Leaves.LOST.value


def _weighs(row: Taken) -> bool:
    """Of one person that said two things: that it stops goes before its no to a question."""
    return bool(row.step != Step.ANSWERED.value)


def reason_of(said: Taken | None, agreed: Leaving | None) -> Leaves:
    """What the person said goes before what somebody else heard."""
    if said is not None:
        return {Step.ENDED.value: Leaves.STOPS, Step.ANSWERED.value: Leaves.NO}.get(said.step, Leaves.PAUSE)
    return Leaves(agreed.why) if agreed is not None else Leaves.STOPS


def called(door: Door) -> str:
    """How the visitor is called."""
    return Person.objects.get(pk=door.me).call_name


def goodbye_of(door: Door) -> date | None:
    """The day on which the visitor, who stopped, and the child say goodbye; until it has been.  One statement."""
    days = GoodbyeDay.objects.filter(on_day__gte=clock.today(), member__in=door.sieve(Section.SUPPORT).mine)
    found: date | None = door.within(days).order_by("on_day").values_list("on_day", flat=True).first()
    return found


def chosen_otherwise(door: Door, member: UUID) -> list[Wish]:
    """What the child said of somebody and ended, while nobody told that person yet.  Raises `RefusedError`."""
    ended = Wish.objects.filter(member=member, withdrawn_on__isnull=False, item__look_on__isnull=False)
    rows = list(door.within(ended.order_by("pk")))
    if not rows:
        raise RefusedError
    return rows


def leaving_of(door: Door, key: UUID) -> Leaving:
    """Somebody who will stop, not told yet.  Raises `RefusedError`."""
    row: Leaving | None = door.within(Leaving.objects.filter(pk=key, told_on=None)).first()
    if row is None:
        raise RefusedError
    return row


def look_of(door: Door, key: UUID) -> AfterLook:
    """A look that is still to be had; how the child is, once a day.  Raises `RefusedError`."""
    row: AfterLook | None = door.within(AfterLook.objects.filter(pk=key, looked_on=None)).first()
    today = {"kind": Look.HOW.value, "looked_on": clock.today()}
    how = row is not None and row.kind == Look.HOW.value
    if row is None or (how and door.within(AfterLook.objects.filter(farewell=row.farewell_id, **today)).exists()):
        raise RefusedError
    return row


def wish_of(door: Door, key: UUID) -> Wish:
    """A wish, in force or ended.  Raises `RefusedError`."""
    row: Wish | None = door.within(Wish.objects.filter(pk=key)).first()
    if row is None:
        raise RefusedError
    return row


def answers_about(door: Door, member: UUID) -> list[Any]:
    """What was kept each time it was asked, with who wrote it; without words where the child denied them (R20, R23).

    Of this one as whatever it was chosen: it is one answer about one human being.
    """
    asked = StillAsked.objects.filter(member=member).annotate(by=F("item__author__call_name"))
    rows: list[Any] = list(door.within(asked.order_by("-pk")))
    for row in rows:
        row.says = sentence(code_of(Still(row.answer))) if row.answer else ""
        row.of_another = row.item.author_id != door.me
    return rows


_LOOKS = Question(AfterLook, lambda within: within(AfterLook.objects.order_by("due_on", "pk")))
_TO_TELL = Question(Leaving, lambda within: within(Leaving.objects.filter(told_on=None).order_by("pk")))
