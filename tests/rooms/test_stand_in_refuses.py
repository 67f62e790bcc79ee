"""Who stands in for some days, who asks it and how long, asked of the act and of no page (R13)."""

from datetime import date

import pytest

from kring.access.acts import standing_in
from kring.access.door import RefusedError
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from tests.family import Family
from tests.rooms.test_going import close, reopen
from tests.rooms.test_handing_refuses import DAY, another, door_of, here, involved, last


def stand_in(family: Family, who: str = "an", *, by: str = "lotte", first: int = 0, days: int = 3) -> Involvement:
    begins: date = clock.today() + first * DAY
    key = family.person(who)
    return standing_in.ask(door_of(family, by), key, from_on=begins, until_on=begins + days * DAY, once=uuid7())


@pytest.mark.parametrize(
    ("first", "days", "may"), [(0, 0, True), (2, 31, True), (-1, 3, False), (1, -1, False), (0, 32, False)]
)
def test_a_colleague_stands_in_from_today_or_later_and_a_month_at_most(
    family: Family, first: int, days: int, may: bool
) -> None:
    if not may:
        with pytest.raises(NotAllowedError):
            stand_in(family, first=first, days=days)
        assert here(family, "an") == set()
        return
    row = stand_in(family, first=first, days=days)
    assert (row.relation, row.person_id) == ("fallback_worker", family.person("an"))
    assert (row.from_on, row.until_on) == (clock.today() + first * DAY, clock.today() + (first + days) * DAY)
    assert last(Event.STAND_IN_ASKED).subject == row.pk


def test_who_is_asked_works_with_children_in_this_house_and_is_nothing_to_this_child_now(family: Family) -> None:
    another(family, "bea", "Team Zuid")

    def asked() -> list[str]:
        return [one.call_name for one in standing_in.to_ask(door_of(family, "lotte"))]

    assert asked() == ["An", "bea", "Greet"]
    over = involved(family, "an", Relation.SUPPORTER.value, from_on=clock.today() - 9 * DAY)
    assert asked() == ["bea", "Greet"]
    for change, names in (
        ({"until_on": clock.today()}, ["bea", "Greet"]),
        ({"until_on": clock.today() - DAY}, ["An", "bea", "Greet"]),
        ({"until_on": None, "ended_at": clock.now()}, ["An", "bea", "Greet"]),
    ):
        Involvement.objects.filter(pk=over.pk).update(**change)
        assert asked() == names
    stand_in(family)
    assert asked() == ["An", "bea", "Greet"], "and again after that"


@pytest.mark.parametrize("by", ["noor", "bram", "wilma", "hilde"])
def test_nobody_but_who_works_with_the_child_asks_or_ends_it(family: Family, by: str) -> None:
    row = stand_in(family)
    with pytest.raises(NotAllowedError):
        stand_in(family, "greet", by=by)
    with pytest.raises(NotAllowedError):
        standing_in.end(door_of(family, by), row, once=uuid7())
    assert (here(family, "greet"), here(family, "an")) == (set(), {"fallback_worker"})
    with pytest.raises(NotAllowedError):
        stand_in(family, "mo")


def test_after_the_help_nobody_is_asked_and_what_goes_on_has_no_stand_in(family: Family) -> None:
    """What stands there all the same, as once could be, ends when the place goes on: it is asked anew (R28)."""
    row = stand_in(family)
    close(family)
    with pytest.raises(NotAllowedError):
        stand_in(family)
    Involvement.objects.filter(pk=row.pk).update(ended_at=None)
    reopen(family)
    with pytest.raises(RefusedError):
        family.door("an", Section.SAFETY)


def test_it_is_ended_while_it_is_still_to_come_or_going_on_and_once(family: Family) -> None:
    later, now = stand_in(family, first=2), stand_in(family, "greet")
    past = involved(family, "an", "fallback_worker", from_on=clock.today() - 9 * DAY, until_on=clock.today() - DAY)
    involved(family, "an", Relation.SUPPORTER.value, until_on=clock.today() + DAY)
    lotte = door_of(family, "lotte")
    assert [one.pk for one in standing_in.still_to_come(lotte)] == [now.pk, later.pk]
    standing_in.end(lotte, later, once=uuid7())
    assert Involvement.objects.get(pk=later.pk).ended_at is not None
    assert last(Event.STAND_IN_ENDED).subject == later.pk
    for row in (past, later):
        with pytest.raises(NotAllowedError):
            standing_in.end(lotte, row, once=uuid7())
    assert [one.pk for one in standing_in.still_to_come(lotte)] == [now.pk]
