"""What waits at one open door, weighed from rows made by hand: which line each of them becomes (A31, A140)."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kring.access import looks
from kring.access.door import Door
from kring.access.looks import AFTERCARE, SEARCH, UNKNOWN, asked_after, is_late, open_here, waits_for, waits_here
from kring.kit import clock
from kring.law.access import Relation, Section
from tests.family import Family

DAY = timedelta(days=1)
MADE = datetime(2026, 3, 2, 9, tzinfo=UTC)
FRIDAY = date(2026, 3, 6)
WORKER, GUIDE = Relation.WORKER, Relation.NETWORK_GUIDE


def row(section: str, *, day: date | None = FRIDAY, made: datetime = MADE, **other: Any) -> tuple[Any, ...]:
    facts = {"klass": "file", "lost": False, "about": None, "topic": "beside_me"} | other
    return (section, facts["klass"], made, day, None, facts["lost"], facts["about"], facts["topic"])


def at(monkeypatch: pytest.MonkeyPatch, door: Door, *rows: tuple[Any, ...]) -> Door:
    """The same door, where these rows wait and no others."""
    stub = type("Stub", (), {"ask": staticmethod(lambda **_: list(rows))})
    monkeypatch.setattr(looks, "_waiting", lambda relation: stub)
    return door


AFTER = {"about": "rights"}
SEEKS = {"topic": "general"}
UNTOLD = {"klass": "confidence"}


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (row("rights", **AFTER), AFTERCARE),
        (row("rights", about="circle"), "rights"),
        (row("support", **AFTER), "support"),
        (row("rights", **AFTER, klass="own_words"), "rights"),
        (row("rights", **SEEKS), SEARCH),
        (row("support", **SEEKS), "support"),
        (row("rights", **UNTOLD), UNKNOWN),
        (row("decided", **UNTOLD), UNKNOWN),
        (row("support", **UNTOLD), "support"),
        (row("parents"), "parents"),
        (row("safety"), "safety"),
        (row("agreements"), None),
        (row("moments"), None),
        (row("rights", day=None), None),
        (row("rights", day=clock.today() + DAY), None),
        (row("rights", day=clock.today()), "rights"),
        (row("safety", day=clock.today() + DAY), "safety"),
        (row("rights", **AFTER, day=clock.today() + DAY), AFTERCARE),
    ],
)
def test_what_still_waits_for_who_closes_the_place(
    family: Family, monkeypatch: pytest.MonkeyPatch, one: tuple[Any, ...], kind: str | None
) -> None:
    door = at(monkeypatch, family.door("lotte"), one)
    assert open_here(door) == ({kind: one[3]} if kind else {})


def test_of_each_kind_the_first_day(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row("safety", day=FRIDAY + number * DAY) for number in (2, 1, 3)]
    assert open_here(at(monkeypatch, family.door("lotte"), *rows)) == {"safety": FRIDAY + DAY}


def test_what_was_said_the_first_cry_and_whether_one_is_lost(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row of what was said with a day is a cry; what nobody can read any more is told to its worker alone (R14)."""
    hour = timedelta(hours=1)
    calm = [row("said", day=None, made=MADE + number * hour) for number in (2, 1)]
    cries = [row("said", made=MADE + number * hour) for number in (4, 3)]
    lost = row("said", made=MADE - hour, lost=True)
    here = waits_here(at(monkeypatch, family.door("lotte"), *calm, *cries))
    assert (here.unheard, here.cried, here.lost) == (MADE + hour, MADE + 3 * hour, False)
    here = waits_here(at(monkeypatch, family.door("lotte"), *calm, *cries, lost))
    assert (here.unheard, here.cried, here.lost) == (MADE + hour, MADE + 3 * hour, True), "of another, and not its day"
    assert not waits_here(at(monkeypatch, family.door("bram"), lost)).lost
    assert waits_here(at(monkeypatch, family.door("lotte"), *calm)).cried is None
    assert waits_here(at(monkeypatch, family.door("lotte"), *cries)).unheard is None


def test_what_has_a_line_of_its_own_is_not_told_again_in_its_section(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = [row("rights", **AFTER), row("rights", **SEEKS), row("circle"), row("said"), row("decided", **UNTOLD)]
    later = row("moments", day=clock.today() + DAY, topic="future")
    here = waits_here(at(monkeypatch, family.door("lotte"), *apart, later))
    assert here.due == {Section.MOMENTS: clock.today() + DAY}, "that talk waits until tomorrow"
    assert (here.after, here.seeks, here.untold, here.late) == (FRIDAY, FRIDAY, True, True)
    plain = [row("rights", day=FRIDAY + DAY), row("rights"), row("moments")]
    here = waits_here(at(monkeypatch, family.door("lotte"), *plain))
    assert here.due == {Section.RIGHTS: FRIDAY, Section.MOMENTS: FRIDAY}
    assert (here.after, here.seeks, here.untold, here.late) == (None, None, False, False)


def test_what_the_child_does_not_know_is_late_the_day_after_by_the_first_of_them(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days, untold, late in (((1,), False, False), ((0,), True, False), ((0, -1), True, True), ((-1, 1), True, True)):
        rows = [row("rights", **UNTOLD, day=clock.today() + number * DAY) for number in days]
        here = waits_here(at(monkeypatch, family.door("lotte"), *rows))
        assert (here.untold, here.late) == (untold, late), days


def test_from_its_day_on_it_waits_for_who_works_on_that_and_for_nobody_else() -> None:
    today = clock.today()
    assert waits_for(WORKER, today) == today
    assert waits_for(WORKER, today - DAY) == today - DAY
    assert waits_for(WORKER, today + DAY) is waits_for(WORKER, None) is waits_for(GUIDE, today) is None
    assert (is_late(today - DAY), is_late(today), is_late(None)) == (True, False, False)


def test_who_leads_asked_after_it_on_the_day_of_flanders() -> None:
    evening = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    assert asked_after(WORKER, evening) == date(2026, 3, 3)
    assert asked_after(WORKER, None) is asked_after(GUIDE, evening) is None


def test_a_talk_is_out_of_the_day_only_while_the_newest_row_says_tomorrow(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    tomorrow = clock.today() + DAY
    newest_is_plain = [row("moments", day=tomorrow), row("moments")]
    assert waits_here(at(monkeypatch, family.door("lotte"), *newest_is_plain)).due == {Section.MOMENTS: FRIDAY}
    put_off_before = [row("moments", day=FRIDAY + DAY), row("moments", topic="future")]
    assert waits_here(at(monkeypatch, family.door("lotte"), *put_off_before)).due == {Section.MOMENTS: FRIDAY + DAY}
    without_a_day = [row("rights", day=None), row("moments")]
    assert waits_here(at(monkeypatch, family.door("lotte"), *without_a_day)).due == {Section.MOMENTS: FRIDAY}


def test_who_is_not_told_what_the_child_does_not_know_is_not_told_that_it_is_late(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = waits_here(at(monkeypatch, family.door("bram"), row("rights", **UNTOLD)))
    assert (here.untold, here.late) == (False, False)
