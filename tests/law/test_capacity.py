"""Capacity: of three rights alone, presumed from twelve, rebuttable both ways, gone at eighteen (A128, A132)."""

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.capacity import AskedRight, Finding, is_capable, is_of_age, turns, turns_at_first
from kring.law.time import birthday

LAW = Path(__file__).parents[2] / "src" / "kring" / "law"
ROOMS = LAW.parent
BIRTHS = st.dates(date(2000, 1, 1), date(2030, 1, 1))
DAYS = st.dates(date(2014, 3, 1), date(2060, 1, 1))
NAMING = [
    *(LAW / f"{name}.py" for name in ("steps", "trust_person", "jim", "meaning", "endings", "agreements", "loyalty")),
    *(ROOMS / "rights" / "acts" / f"{name}.py" for name in ("wishes", "steps", "serving", "conditions", "factors")),
    *(ROOMS / "rights" / f"{name}.py" for name in ("paths", "facts", "pointing")),
    *(ROOMS / "endings" / "acts").glob("*.py"),
    *(ROOMS / "agreements" / "acts").glob("*.py"),
]
"""What stands between a child and somebody beside it."""


def finding(found_on: date, *, capable: bool) -> Finding:
    return Finding(AskedRight.HELP, capable, found_on)


@given(born=BIRTHS, day=DAYS, capable=st.booleans(), back=st.integers(0, 4000))
def test_the_last_finding_holds_until_the_eighteenth_birthday(born: date, day: date, capable: bool, back: int) -> None:
    """But "not capable" of before the twelfth birthday holds until that one alone."""
    if day < born:
        return
    found_on = day - timedelta(days=back)
    decision = is_capable(born, finding(found_on, capable=capable), on=day)
    until = birthday(born, 12 if found_on < birthday(born, 12) else 18)
    assert decision.allowed is (capable or day >= until)
    assert not decision.missing


@pytest.mark.parametrize(
    ("born", "capable", "found_on", "day", "allowed"),
    [
        (date(2014, 6, 10), False, date(2026, 6, 9), date(2026, 6, 9), False),  # found on the eve: it holds that day
        (date(2014, 6, 10), False, date(2026, 6, 9), date(2026, 6, 10), True),  # and lapses on the birthday
        (date(2014, 6, 10), False, date(2020, 1, 1), date(2031, 1, 1), True),
        (date(2014, 6, 10), False, date(2026, 6, 10), date(2026, 6, 10), False),  # found on the birthday: it holds
        (date(2014, 6, 10), False, date(2026, 6, 10), date(2032, 6, 9), False),
        (date(2014, 6, 10), False, date(2026, 6, 10), date(2032, 6, 10), True),  # until eighteen
        (date(2014, 6, 10), True, date(2024, 1, 1), date(2026, 6, 9), True),  # capable before twelve: it keeps holding
        (date(2014, 6, 10), True, date(2024, 1, 1), date(2026, 6, 10), True),
        (date(2016, 2, 29), False, date(2028, 2, 28), date(2028, 2, 28), False),  # twelve on 29 February 2028
        (date(2016, 2, 29), False, date(2028, 2, 28), date(2028, 2, 29), True),
        (date(2016, 2, 29), False, date(2028, 2, 29), date(2028, 3, 1), False),
        (date(2016, 2, 29), False, date(2028, 2, 29), date(2034, 2, 28), False),  # eighteen on 1 March 2034
        (date(2016, 2, 29), False, date(2028, 2, 29), date(2034, 3, 1), True),
        (None, False, date(2020, 1, 1), date(2031, 1, 1), False),  # no birthday: nothing lapses
    ],
)
def test_not_capable_before_twelve_lapses_on_that_birthday(
    born: date | None, capable: bool, found_on: date, day: date, allowed: bool
) -> None:
    """By hand: from twelve the law presumes, and a weighing of a younger child rebuts nothing (brief 1.6)."""
    decision = is_capable(born, finding(found_on, capable=capable), on=day)
    assert decision.allowed is allowed
    assert not decision.missing


@given(born=BIRTHS, day=DAYS)
def test_without_a_finding_it_is_presumed_from_twelve_and_from_then_on(born: date, day: date) -> None:
    if day < born:
        return
    assert is_capable(born, None, on=day).allowed is (day >= birthday(born, 12))


@given(day=DAYS, ahead=st.integers(1, 400), capable=st.booleans())
def test_of_who_has_no_birthday_nobody_decides_by_age_nor_by_a_day_to_come(
    day: date, ahead: int, capable: bool
) -> None:
    decision = is_capable(None, finding(day + timedelta(days=ahead), capable=capable), on=day)
    assert decision.missing
    assert not decision.against


def test_each_decision_names_the_wording_of_its_day() -> None:
    """R4: the DRM of before and since 17 May 2024."""
    for day, since in ((date(2024, 5, 16), date(2014, 3, 1)), (date(2024, 5, 17), date(2024, 5, 17))):
        for found in (None, finding(day, capable=False)):
            (ground,) = is_capable(date(2010, 6, 1), found, on=day).grounds
            assert ground.valid_from == since


@pytest.mark.parametrize("path", NAMING, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_age_and_no_capacity_of_a_child_stand_on_the_way_to_somebody_beside_it(path: Path) -> None:
    """R1, A132: not in what stands there is called, and not in what it asks for.  Who adds one meets this test.

    `trust_person` knows that the *person* is of age: that is one of the four conditions, and the only one.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    used |= {one.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for one in node.names}
    about_the_person = {"age_on", "born_on"} if path.stem == "trust_person" else set()
    weighed = {one for one in used if one.startswith("age") and not one.startswith("agre")}
    weighed |= {one for one in used if "capab" in one.lower() or "capac" in one.lower() or "born" in one.lower()}
    assert weighed <= about_the_person


def test_who_was_found_capable_before_twelve_is_so_by_that_finding_afterwards_too() -> None:
    """Brief 1.6: only "not capable" lapses; why it is so stays what a person found."""
    found = Finding(AskedRight.FILE, capable=True, found_on=date(2026, 6, 1))
    decision = is_capable(date(2014, 6, 10), found, on=date(2026, 6, 10))
    assert [one.code for one in decision.grounds] == ["capacity.found"]
    assert decision.allowed


TODAY = date(2026, 11, 30)


def test_who_has_no_birthday_here_is_not_said_to_be_of_age() -> None:
    """Nor to be a minor: it is still to be asked, and until then it counts as one."""
    decision = is_of_age(None, on=TODAY)
    assert not decision.allowed
    assert [one.code for one in decision.missing] == ["capacity.of-age"]
    assert is_of_age(date(2008, 11, 30), on=TODAY).allowed
    assert not is_of_age(date(2008, 12, 1), on=TODAY).allowed


@pytest.mark.parametrize(
    ("born", "asked"),
    [
        (date(2015, 12, 1), True),
        (date(2015, 12, 2), False),
        (date(2014, 11, 30), True),
        (date(2001, 5, 5), True),
        (date(2020, 1, 1), False),
    ],
)
def test_a_first_birthday_is_explained_of_who_is_twelve_within_a_year(born: date, *, asked: bool) -> None:
    """A year of 366 days: 1 December of next year is in it, the day after is not."""
    assert turns_at_first(born, on=TODAY) is asked


@pytest.mark.parametrize(
    ("before", "after", "crosses"),
    [
        (date(2014, 11, 30), date(2014, 12, 1), True),  # twelve today, or tomorrow
        (date(2014, 11, 29), date(2014, 11, 30), False),  # twelve today by the later of them: nothing lies between
        (date(2016, 1, 1), date(2015, 12, 1), True),  # the last day that counts
        (date(2016, 5, 1), date(2015, 12, 2), False),  # a day after that
        (date(2008, 12, 1), date(2009, 2, 1), True),  # eighteen by the one
        (date(2015, 6, 1), date(2015, 6, 1), False),  # the same day twice
        (date(2000, 1, 1), date(1999, 1, 1), False),  # of age by both
        (date(2014, 1, 1), date(2015, 6, 1), True),  # twelve already by the one, next summer by the other
    ],
)
def test_another_birthday_crosses_an_age_where_a_day_of_this_year_lies_between(
    before: date, after: date, *, crosses: bool
) -> None:
    """Whichever of the two was written first."""
    assert turns(before, after, on=TODAY) is crosses
    assert turns(after, before, on=TODAY) is crosses
