"""What a visitor may read of agreements.  Always through the door."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from kring.access.chosen import may_know_as_what
from kring.access.door import Door, RefusedError
from kring.access.looks import untold_about
from kring.access.over import over_for
from kring.access.seen import notes_seen
from kring.access.standing import held_back
from kring.agreements import questions
from kring.agreements.acts import agreeing
from kring.agreements.acts.making import may_make
from kring.agreements.apart import keeps_apart, without_numbers
from kring.agreements.asked import not_asked
from kring.agreements.models import Agreement, Point, Yes
from kring.agreements.over import Choices, choices
from kring.agreements.pact import Pact, put_together
from kring.agreements.wording import PARTS, SIGNS, Voice, asks, titled, whose
from kring.kit.sentences import code_of, sentence
from kring.law import agreements as law
from kring.law.access import Relation, Verb
from kring.law.agreements import Party
from kring.law.meaning import Meaning
from kring.law.ways import NETWORK

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


class HowMuch(StrEnum):
    """How much of an agreement somebody reads."""

    ALL = "all"
    PRACTICAL = "practical"
    BY_A_YES = "by_a_yes"
    """By a yes of the child: of what is between these two alone nothing (law.agreements.klass_of)."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one of the two says at a point, or both."""

    row: Point
    by: str

    @property
    def choice(self) -> Words | str:
        """How fast, or by which way."""
        if not self.row.choice or self.row.code == law.Point.KNOWS:
            return ""
        kind = law.Pace if self.row.code in law.PACED else law.Channel
        return sentence(code_of(kind(self.row.choice)))

    @property
    def dials(self) -> str:
        """Only what a telephone dials."""
        return re.sub(r"[^\d+]", "", self.row.number)


@dataclass(frozen=True, slots=True)
class Said:
    """One point, as a question with what stands there."""

    code: law.Point
    asks: Words
    lines: list[Line]

    @property
    def sign(self) -> str:
        """The sign beside it."""
        return SIGNS[self.code]


@dataclass(frozen=True, slots=True)
class Part:
    """Points that stand together."""

    title: Words
    tone: str
    points: list[Said]


def pacts(door: Door) -> list[Pact]:
    """All that this visitor reads, in the order in which they were begun.  Three statements; of its own four."""
    rows = questions.EVERY.of(door)
    return _read(door, rows, questions.EVERY_YES.of(door), choices(door)) if rows else []


def and_chosen(door: Door) -> tuple[list[Pact], Choices]:
    """The same, with whom the child chose or did once: for who makes another one."""
    rows, chosen = questions.EVERY.of(door), choices(door)
    return _read(door, rows, questions.EVERY_YES.of(door), chosen) if rows else [], chosen


def pact(door: Door, key: UUID) -> Pact:
    """One of them.  Raises `RefusedError`."""
    every = questions.EVERY.of(door)
    of_two = {(row.member_id, row.meaning) for row in every if row.pact == key}
    rows = [row for row in every if (row.member_id, row.meaning) in of_two]  # of two, one holds
    said_yes = questions.YES.of(door, of=[one.pk for one in rows]) if rows else []
    found = [one for one in _read(door, rows, said_yes, choices(door)) if one.key == key] if rows else []
    if not found:
        raise RefusedError
    return found[0]


def typing(door: Door, key: UUID) -> Agreement:
    """What is being typed in a pact, for who may go on with it.  Raises `RefusedError`."""
    rows = door.within(Agreement.objects.typing().filter(pact=key).order_by("pk"))
    found: Agreement | None = next((row for row in rows if door.may(row, Verb.CHANGE)), None)
    if found is None:
        raise RefusedError
    return found


def points(door: Door, found: Pact, number: int) -> list[Point]:
    """The points of one version; who reads them by a yes is noted.  Nothing to call who is kept apart by (R28)."""
    rows = questions.POINTS.of(door, pact=found.key, number=number)
    notes_seen(door, rows)
    return without_numbers(rows) if keeps_apart(door, found.row) else for_a_guide(door, found, rows)


def for_a_guide(door: Door, found: Pact, rows: list[Point]) -> list[Point]:
    """Without a telephone number, for who guides the network, until the child tells it who stands beside it.

    By its work it reads what is practical and with whom, and no more of that one: the number is of who was chosen (R7).
    """
    chosen = Relation(Meaning(found.row.meaning).value)
    shut = door.relation is Relation.NETWORK_GUIDE and not may_know_as_what(door, chosen)
    return without_numbers(rows) if shut else rows


def voice(door: Door, member: UUID) -> Voice:
    """To whom a page about an agreement with this member speaks."""
    if door.relation is Relation.CHILD:
        return Voice.CHILD
    return Voice.PERSON if door.relation in NETWORK and member in door.sieve(Agreement.section).mine else Voice.OTHER


def parts(rows: Iterable[Point], speaks: Voice, child: str) -> list[Part]:
    """Points as they stand on a page: of what one of the two says for itself, what it said last."""
    said: defaultdict[law.Point, dict[tuple[str, UUID | None], Point]] = defaultdict(dict)
    for row in rows:
        code = law.Point(row.code)
        said[code][row.by, row.pk if code is law.Point.REMARK else None] = row
    return [
        Part(
            titled(title, speaks, child),
            tone,
            [_said(code, list(said[code].values()), speaks, child) for code in codes if code in said],
        )
        for title, tone, codes in PARTS
        if any(code in said for code in codes)
    ]


def how_much(door: Door, rows: Iterable[Point], voice: Voice) -> HowMuch:
    """How much of an agreement a visitor reads that is none of the two, so that the page says what is not there."""
    if voice is not Voice.OTHER or may_make(door):
        return HowMuch.ALL
    sieve = door.sieve(Point.section)
    return HowMuch.BY_A_YES if any(sieve.asks_the_child(row.item) for row in rows) else HowMuch.PRACTICAL


def own_party(door: Door, found: Pact) -> Party | None:
    """Which of the two this visitor is, in this pact."""
    return agreeing.own_party(door) if agreeing.is_theirs(door, found.row) else None


def _read(door: Door, rows: Sequence[Agreement], said_yes: Iterable[Yes], chosen: Choices) -> list[Pact]:
    """Of what is over the person itself reads nothing any more; for child and worker it stays to read again.

    Also of what it stopped itself, from that moment, whether the child was told or not.
    """
    all_yes = list(said_yes)
    mine = {row.member_id for row in rows} & door.sieve(Agreement.section).mine if door.relation in NETWORK else set()
    over = over_for(door.dossier.pk, mine)
    its_own = [row for row in rows if (row.member_id, row.meaning) not in over]
    going_on = [row for row in its_own if row.member_id not in mine or not chosen.over_since(row)]
    kept = {one.agreement_id for one in all_yes if one.waits}
    stops = untold_about(door.dossier.pk, mine | {row.member_id for row in rows if row.pk in kept})
    if left := {one for one in mine & stops if held_back(door.dossier.pk, one) is not None}:
        going_on = [row for row in going_on if row.member_id not in left]
    said = {one.agreement_id for one in all_yes if one.party == Party.PERSON.value}
    if silent := not_asked(door, mine, chosen):
        spoke = {row.pact for row in rows if row.pk in said}
        going_on = [row for row in going_on if row.member_id not in silent or row.pact in spoke]
    waits = {row.pk for row in rows if row.pk in kept and row.member_id in stops}
    found = [_as_what(door, one, mine) for one in put_together(going_on, all_yes, chosen, waits)]
    return [replace(one, may_not_agree=one.member in mine & stops) for one in found]


def _as_what(door: Door, pact: Pact, mine: Collection[UUID]) -> Pact:
    """With as what it is made, for who is that person or may know it; the star stands on another page (R2)."""
    meaning = Meaning(pact.row.meaning)
    if pact.member not in mine and not may_know_as_what(door, Relation(meaning.value)):
        return pact
    look = Meaning.JIM if meaning is Meaning.JIM else Meaning.SUPPORTER
    words = {Meaning.TRUST_PERSON: _("als vertrouwenspersoon"), Meaning.SUPPORTER: _("als steunfiguur")}
    return replace(pact, look=look.value, as_what=str(words.get(meaning, "")))


def _said(code: law.Point, rows: Sequence[Point], speaks: Voice, child: str) -> Said:
    name = rows[0].called
    own = {Party.CHILD.value: child, Party.PERSON.value: name}
    by = whose({row.by: own.get(row.by, "") for row in rows}, speaks) if code in law.PACED else {}
    return Said(code, asks(code, speaks, name=name, child=child), [Line(row, by.get(row.by, "")) for row in rows])
