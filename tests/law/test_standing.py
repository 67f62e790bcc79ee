"""Which cases hold on a day, and what capacity is: presumed from twelve, rebuttable both ways, gone at eighteen."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kring.law.access import AT_HOME, Case, Relation, Section
from kring.law.capacity import (
    ADULT_FROM,
    PRESUMED_FROM,
    AskedRight,
    Finding,
    ToldSoFar,
    Turn,
    counts_as_told,
    is_capable,
    to_tell,
    told_of,
)
from kring.law.standing import (
    BY_A_PARENT,
    Authority,
    Facts,
    cases,
    counts_from,
    hat,
    opened_by_the_child,
    reads_on,
    worn_before,
)
from kring.law.time import Dated, birthday

TODAY = date(2026, 11, 21)
ELEVEN, FOURTEEN, NINETEEN = date(2015, 6, 1), date(2012, 6, 1), date(2007, 6, 1)


def found(*, capable: bool) -> Finding:
    return Finding(AskedRight.FILE, capable, TODAY)


@pytest.mark.parametrize(
    ("born_on", "finding", "allowed"),
    [
        (ELEVEN, None, False),
        (FOURTEEN, None, True),
        (ELEVEN, found(capable=True), True),
        (FOURTEEN, found(capable=False), False),
        (NINETEEN, found(capable=False), True),
        (None, None, False),
        (None, found(capable=True), True),
    ],
)
def test_the_presumption_is_rebuttable_both_ways(
    born_on: date | None, finding: Finding | None, *, allowed: bool
) -> None:
    assert is_capable(born_on, finding, on=TODAY).allowed is allowed


def test_what_nobody_wrote_down_is_still_to_be_asked() -> None:
    decision = is_capable(None, None, on=TODAY)
    assert decision.missing
    assert not decision.against


def test_a_finding_of_tomorrow_is_none_today() -> None:
    later = Finding(AskedRight.FILE, capable=True, found_on=TODAY + timedelta(days=1))
    assert not is_capable(ELEVEN, later, on=TODAY).allowed


@pytest.mark.parametrize("authority", list(Authority))
@pytest.mark.parametrize("relation", list(Relation))
def test_only_a_parent_with_authority_and_without_conflict_represents(relation: Relation, authority: Authority) -> None:
    holds = cases(Facts(relation=relation, born_on=ELEVEN, authority=authority), on=TODAY)
    parent = relation in {Relation.PARENT, Relation.UPBRINGER}
    assert (Case.REPRESENTS in holds) == (parent and authority is Authority.HOLDS)


@given(born=some.dates(date(1995, 1, 1), date(2026, 1, 1)), day=some.dates(date(2026, 1, 2), date(2060, 1, 1)))
def test_no_birthday_leaves_a_parent_standing_in_for_who_stands_for_itself(born: date, day: date) -> None:
    """Never both; and from the eighteenth birthday neither a minor nor represented (R15)."""
    holds = cases(Facts(relation=Relation.PARENT, born_on=born, authority=Authority.HOLDS), on=day)
    assert not {Case.CAPABLE, Case.REPRESENTS} <= holds
    assert (Case.MINOR in holds) == (day < birthday(born, 18))
    if day >= birthday(born, 18):
        assert holds == {Case.CAPABLE}


def test_of_a_child_without_a_birthday_nobody_reads_the_file_by_age() -> None:
    holds = cases(Facts(relation=Relation.PARENT, born_on=None, authority=Authority.HOLDS), on=TODAY)
    assert holds == {Case.MINOR}


def test_a_worker_who_is_also_a_parent_comes_in_as_a_parent() -> None:
    assert hat(["worker", "parent"]) is Relation.PARENT
    assert hat(["worker", "director"]) is Relation.WORKER
    assert hat(["parent", "child"]) is Relation.CHILD
    for other in (Relation.TRUST_PERSON, Relation.JIM, Relation.SUPPORTER, Relation.PARENTS_TRUST_PERSON):
        assert hat([other, "parent"]) is Relation.PARENT
        assert hat([other, "upbringer"]) is Relation.UPBRINGER
        assert hat([other, "worker"]) is other
    assert Relation.WORKER not in AT_HOME


@pytest.mark.parametrize("one", list(Relation))
def test_what_somebody_comes_in_as_rather_is_the_hat_of_the_two(one: Relation) -> None:
    rather = {other for other in Relation if other is not one and hat([one, other]) is other}
    assert worn_before(one) == rather
    assert worn_before(Relation.CHILD) == set()
    assert worn_before(Relation.PARENT) == {Relation.CHILD}


CAME = ToldSoFar(date(2020, 1, 1))


@pytest.mark.parametrize("age", [12, 18])
@pytest.mark.parametrize(("days", "tells"), [(32, False), (31, True), (0, True), (-1, True), (-400, True)])
def test_a_birthday_is_told_from_a_month_before_until_a_person_did(age: int, days: int, tells: bool) -> None:
    born = date(2014, 12, 15)
    day = birthday(born, age)
    today = day - timedelta(days=days)
    so_far = CAME if age == 12 else ToldSoFar(CAME.came_on, twelve_on=birthday(born, 12))
    assert to_tell(born, so_far, on=today) == (Turn(age, day) if tells else None)
    told = ToldSoFar(CAME.came_on, twelve_on=today, eighteen_on=today)
    assert to_tell(born, told, on=today) is None
    assert to_tell(born, ToldSoFar(day), on=today) is None  # who came later is not told of it any more


def test_near_eighteen_twelve_is_not_told_any_more() -> None:
    born, told = date(2014, 12, 15), ToldSoFar(CAME.came_on, eighteen_on=date(2032, 12, 1))
    assert to_tell(born, CAME, on=date(2032, 11, 13)) == Turn(12, date(2026, 12, 15))
    assert to_tell(born, CAME, on=date(2032, 11, 14)) == Turn(18, date(2032, 12, 15))
    assert to_tell(born, told, on=date(2040, 1, 1)) is None


def test_what_was_told_half_a_year_before_is_told_again_a_month_before() -> None:
    born = date(2008, 12, 1)
    turn = told_of(born, on=date(2026, 6, 1))
    assert turn == Turn(18, date(2026, 12, 1))
    assert not counts_as_told(turn, date(2026, 6, 1))
    assert counts_as_told(turn, date(2026, 11, 1))
    assert told_of(born, on=date(2025, 11, 1)) == Turn(12, date(2020, 12, 1))
    assert told_of(born, on=date(2019, 11, 1)) is None


def test_the_first_day_on_which_it_may_be_written_and_on_which_it_counts() -> None:
    """Both by hand: 366 days before the birthday, and 31."""
    born, turn = date(2008, 12, 1), Turn(12, date(2020, 12, 1))
    assert told_of(born, on=date(2019, 12, 1)) == turn
    assert told_of(born, on=date(2019, 11, 30)) is None
    assert counts_as_told(turn, date(2020, 10, 31))
    assert not counts_as_told(turn, date(2020, 10, 30))


@pytest.mark.parametrize(
    ("relation", "section", "on"),
    [
        (Relation.WORKER, Section.AGREEMENTS, False),
        (Relation.WORKER, Section.JOURNAL, True),
        (Relation.NETWORK_GUIDE, Section.AGREEMENTS, False),
        (Relation.CHILD, Section.AGREEMENTS, True),
        (Relation.JIM, Section.AGREEMENTS, True),
        (Relation.PARENT, Section.JOURNAL, True),
    ],
)
def test_who_reads_on_what_it_wrote_once_the_child_keeps_it_close(
    relation: Relation, section: Section, on: bool
) -> None:
    """What a worker typed of an agreement is of the two who agree (R8, C222b)."""
    assert reads_on(relation, section) is on


def test_who_has_no_birthday_turns_nothing() -> None:
    assert to_tell(None, CAME, on=TODAY) is None
    assert told_of(None, on=TODAY) is None
    assert to_tell(date(2008, 12, 1), CAME, on=TODAY) == Turn(18, date(2026, 12, 1))
    assert to_tell(date(2008, 2, 29), CAME, on=date(2026, 2, 10)) == Turn(18, birthday(date(2008, 2, 29), 18))


@pytest.mark.parametrize(("figure", "age"), [(PRESUMED_FROM, 12), (ADULT_FROM, 18)])
def test_the_ages_hold_from_the_first_of_march_2014(figure: Dated[int], age: int) -> None:
    assert (figure.on(TODAY), figure.since(TODAY)) == (age, date(2014, 3, 1))


def test_on_the_birthday_itself_the_age_is_there() -> None:
    twelve, eighteen = date(TODAY.year - 12, 11, 21), date(TODAY.year - 18, 11, 21)
    assert is_capable(twelve, None, on=TODAY).allowed
    assert not is_capable(twelve + timedelta(days=1), None, on=TODAY).allowed
    assert is_capable(eighteen, found(capable=False), on=TODAY).allowed
    assert not is_capable(eighteen + timedelta(days=1), found(capable=False), on=TODAY).allowed
    for born, so in ((eighteen, False), (eighteen + timedelta(days=1), True)):
        assert (Case.MINOR in cases(Facts(relation=Relation.CHILD, born_on=born), on=TODAY)) is so


@given(born=some.dates(date(1995, 1, 1), date(2026, 1, 1)), day=some.dates(date(2026, 1, 2), date(2060, 1, 1)))
def test_of_nobody_but_a_parent_a_birthday_ends_what_was_said(born: date, day: date) -> None:
    """C54, R15: and of a parent it ends on the eighteenth birthday, never before, and only what was said before."""
    for relation in Relation:
        anew = counts_from(relation, born, on=day)
        assert (anew is not None) == (relation in BY_A_PARENT and day >= birthday(born, 18))
        assert anew in {None, birthday(born, 18)}


def test_a_parent_who_brings_up_and_who_stands_beside_a_parent_come_in_for_a_parent() -> None:
    assert {one.value for one in BY_A_PARENT} == {"parent", "upbringer", "parents_trust_person"}


@pytest.mark.parametrize("relation", list(Relation))
def test_by_the_yes_to_the_file_the_trust_person_alone_reads_and_only_the_file(relation: Relation) -> None:
    """R17, R18: what the file says of the child and of its home, and beside a worker the agogic exception."""
    file = {("journal", "file"), ("journal", "household"), ("apart", "agogic")}
    met = {(section.value, klass.value) for section, klass in opened_by_the_child(relation)}
    assert met == (file if relation is Relation.TRUST_PERSON else set())


def test_of_a_child_without_a_birthday_nothing_ends_by_one() -> None:
    assert counts_from(Relation.PARENT, None, on=TODAY) is None


def test_born_on_the_29th_of_february_one_is_eighteen_on_the_first_of_march() -> None:
    born = date(2008, 2, 29)
    assert counts_from(Relation.PARENT, born, on=date(2026, 2, 28)) is None
    assert counts_from(Relation.PARENT, born, on=date(2026, 3, 1)) == date(2026, 3, 1)
