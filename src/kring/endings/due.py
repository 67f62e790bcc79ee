"""What is due around who stands beside a child, for who works with it.  Always through the door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kring.access.door import Door
from kring.access.looks import NOT_SO
from kring.circle import reading as circle
from kring.endings.models import AfterLook
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.access import Case
from kring.law.endings import Look
from kring.law.meaning import Meaning
from kring.law.steps import Step
from kring.loyalty.models import Worry
from kring.moments.models import Chance
from kring.rights import pauses
from kring.rights.models import OwnPerson, Taken, Wish
from kring.rights.untold import is_denial
from kring.seeking.models import Referral, Search
from kring.seeking.reading import to_ask

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What is due on a day, in words, and where."""

    still: list[tuple[Wish, str, Words]]
    chances: int
    farewells: bool
    worried: list[UUID]
    """Of which parents a worry is to be come back to (A81)."""
    brings: bool = False  # a parent brings somebody along, and what the law asks was not looked at yet (B123)
    otherwise: Mapping[UUID, str] = field(default_factory=dict)
    """To whom a person still tells that the child chose otherwise (A126)."""
    asks: list[str] = field(default_factory=list)
    """Who is asked whether the child can turn to it, now that somebody stopped (A140)."""
    unsaid: int = 0
    """How many times the child said that it never said what was written down as its word (R2)."""
    meets: list[Referral] = field(default_factory=list)  # volunteers whom it wants to know, not asked yet (A152)
    trials: list[tuple[UUID, str, date]] = field(default_factory=list)
    """Whose trial came to its last day: member, name, day (C101)."""
    rests: Mapping[UUID, str] = field(default_factory=dict)
    """To whom a person still tells that the child asked a pause (R15)."""
    on_again: Mapping[UUID, str] = field(default_factory=dict)
    """To whom a person still tells that it goes on after that pause."""
    not_so: Sequence[str] = ()
    """Who said itself that what was written of it is not so: to be read, and told to nobody (R2)."""
    seeks: bool = False
    """Child and worker look for somebody, and said to look further today (A182)."""

    @property
    def nothing(self) -> bool:
        """Whether nothing is."""
        of_parents = bool(self.worried) or self.brings
        of_who_stopped = self.farewells or bool(self.asks)
        beside = (
            self.still,
            self.trials,
            self.otherwise,
            self.rests,
            self.on_again,
            self.seeks,
            self.unsaid,
            self.not_so,
        )
        return not any((*beside, self.chances, of_who_stopped, of_parents))


def due(door: Door) -> Due:
    """What waits in this section: of whom it is asked whether it is still that person, moments and farewells."""
    today = clock.today()
    waits = {"item__look_on__lte": today}
    rows = list(door.within(Wish.objects.filter(**waits).order_by("pk")))
    wishes = {(row.member_id, row.meaning): row for row in rows if row.withdrawn_on is None}
    looks = list(door.within(AfterLook.objects.filter(**waits)).values_list("kind", "member_id"))
    asks = [member for kind, member in looks if kind == Look.ASK.value]
    taken = list(door.within(Taken.objects.filter(**waits).order_by("pk")))
    tried = [row for row in taken if row.step == Step.TRIED.value and row.unsaid_on is None]
    rests = [row for row in taken if pauses.is_to_tell(row)]
    not_so = [row for row in taken if is_denial(row) and row.item.topic == NOT_SO.value]
    named = {*asks, *(row.member_id for row in [*rows, *tried, *rests, *not_so])}
    names = circle.names(door, named) if named else {}
    otherwise = {row.member_id: names.get(row.member_id, row.called) for row in rows if row.withdrawn_on is not None}
    found = [
        (row, names.get(row.member_id, row.called), sentence(code_of(Meaning(row.meaning)), name=""))
        for row in wishes.values()
    ]
    late = any(row.unsaid_on is None and row not in tried + rests + not_so for row in taken)
    late = late or len(looks) > len(asks)  # who stops and the child does not know, is an alarm of its own
    minor = Case.MINOR in door.standing.cases  # from 18 on nothing of a parent waits any more (R15)
    worried = set(door.within(Worry.objects.filter(**waits)).values_list("parent_id", flat=True)) if minor else set()
    brings = minor and door.within(OwnPerson.objects.filter(**waits)).exists()
    chances = door.within(Chance.objects.filter(**waits)).count()
    seeks = door.within(Search.objects.filter(**waits)).exists()
    apart: dict[str, Any] = {"seeks": seeks, "meets": to_ask(door) if seeks else []}  # who wants to, looks today
    apart |= {"worried": sorted(worried), "brings": brings, "asks": [names[one] for one in asks if one in names]}
    apart |= _of_steps(names, tried, rests, not_so) | {
        "otherwise": otherwise,
        "unsaid": sum(bool(row.unsaid_on) for row in taken),
    }
    return Due(still=found, chances=chances, farewells=late, **apart)


def _of_steps(names: Mapping[UUID, str], tried: list[Taken], rests: list[Taken], not_so: list[Taken]) -> dict[str, Any]:
    """By name: whose trial ended, to whom a pause is still told, and who said that something is not so."""
    found: dict[str, Any] = {"not_so": sorted({names.get(row.member_id, "") for row in not_so})}
    found["trials"] = [(row.member_id, names.get(row.member_id, ""), row.until_on) for row in tried]
    for which, step in (("rests", Step.PAUSED), ("on_again", Step.RESUMED)):
        found[which] = {row.member_id: names.get(row.member_id, "") for row in rests if row.step == step.value}
    return found
