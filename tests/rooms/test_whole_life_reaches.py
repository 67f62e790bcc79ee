"""What the whole life of test_whole_life reaches for certain: that she never said the end of who serves her (R2).

A machine that tries anything may never come there, and would say nothing of it.
"""

from collections.abc import Iterator

import pytest

from kring.law.meaning import Expressed
from kring.rights.models import Serving
from tests.family import Family
from tests.rooms.living_holds import HOLDS
from tests.rooms.test_whole_life import At, WholeLife, set_the_clock  # noqa: F401  # a fixture


@pytest.fixture
def life(family: Family, set_the_clock: At) -> Iterator[WholeLife]:  # noqa: F811
    """Karim serves as the trust person of Noor, fifteen."""
    machine = WholeLife(family, set_the_clock)
    machine.she_is_of_any_age(age=15, days=0, before="karim", jim=True)
    assert machine.life.should.serving == {"karim"}
    yield machine
    machine.life.over()


@pytest.mark.parametrize("how", Expressed)
def test_an_end_of_who_serves_that_she_never_said_is_put_right(life: WholeLife, how: Expressed) -> None:
    (before,) = life.life.rows(Serving)
    life.somebody_writes_an_end_of_who_serves_that_she_never_said(which=0, how=how)
    (after,) = life.life.rows(Serving)
    assert (after.pk, after.ended_on) == (before.pk, None)
    for holds in HOLDS:
        holds(life.life)


def test_twice_after_one_another_as_well(life: WholeLife) -> None:
    for how in (Expressed.SAID, Expressed.POINTED):
        life.somebody_writes_an_end_of_who_serves_that_she_never_said(which=1, how=how)
        life.the_rules_hold()
