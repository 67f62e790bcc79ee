"""An agreement between Noor and Wilma as tests meet it: begun, typed and made through the acts."""

from typing import Any

from kring.access.writing import ITSELF
from kring.agreements.acts import agreeing, making
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement, Point
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.agreements import Party, Reads, Told
from kring.law.agreements import Point as Code
from kring.law.meaning import Meaning
from tests.family import Family

THERE = "Wilma is er als ik iemand nodig heb."
DINNER = "Elke woensdag eten we samen."
POINTS = {
    Key(Code.ENGAGING): Value(words=THERE),
    Key(Code.RHYTHM): Value(words=DINNER),
    Key(Code.DOES_NOT): Value(words="Wilma belt niet met school."),
}


def made(
    family: Family, by: str = "lotte", points: dict[Key, Value] | None = None, *, who: str = "wilma", **facts: Any
) -> Agreement:
    """A version that stands there, with nobody's yes.  `reads`, `meaning`, `told` as it begins; the rest are days."""
    door, days = family.door(by, Section.AGREEMENTS), {**facts}
    reads, meaning = days.pop("reads", Reads.ALL), days.pop("meaning", Meaning.JIM)
    new = making.Begun(meaning=meaning, reads=reads, told=days.pop("told", Told.WRITTEN))
    row = making.begin(door, family.member(who), new, act=uuid7(), on=clock.today())
    making.keep(door, row, POINTS if points is None else points, days)
    row = door.within(Agreement.objects.filter(pk=row.pk)).get()
    making.make(door, row, act=uuid7(), on=clock.today())
    return seen(family, by, row)


def seen(family: Family, by: str, row: Agreement) -> Agreement:
    """The same version, as somebody reads it; raises where it does not."""
    found: Agreement = family.door(by, Section.AGREEMENTS).within(Agreement.objects.filter(pk=row.pk)).get()
    return found


def agree(family: Family, by: str, row: Agreement, party: Party, **facts: Any) -> None:
    door = family.door(by, Section.AGREEMENTS)
    new = agreeing.Agreed(**{"party": party, "on": clock.today(), "expressed": ITSELF, **facts})
    agreeing.agree(door, seen(family, by, row), new, act=uuid7(), on=clock.today())


def agreed(family: Family, **facts: Any) -> Agreement:
    """A version to which both said yes by a tap."""
    row = made(family, **facts)
    agree(family, "noor", row, Party.CHILD)
    agree(family, "wilma", row, Party.PERSON)
    return row


def words(family: Family, by: str) -> set[str]:
    """Every word of every point that somebody reads now."""
    door = family.door(by, Section.AGREEMENTS)
    return {one.words for one in door.within(Point.objects.filter(until=None))}
