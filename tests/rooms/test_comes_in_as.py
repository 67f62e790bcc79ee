"""Where the circle does not say who comes in, the child reads it beside the name: no text goes unseen (R20)."""

import pytest

from kring.access.models import SamePerson
from kring.circle import calling
from kring.law.access import Section
from tests.family import Family
from tests.rooms.pointing import confirm, point, surely


@pytest.fixture
def tom(family: Family) -> Family:
    """Noor's mother was taken for her teacher, and a worker said that it is so."""
    surely(family, "ann", "tom")
    return family


def known(family: Family, who: str = "noor") -> set[str]:
    return {one.name for one in calling.all_others(family.door(who, Section.ANSWERS))}


def test_a_parent_stands_beside_the_name_that_hides_it(tom: Family) -> None:
    assert "meester Tom (Ann)" in known(tom)
    assert "oma Rita" in known(tom), "that name says it"
    assert "Ann" in known(tom, "lotte"), "a worker reads who comes in"


def test_so_it_stands_where_noor_chooses_who_may_know_what_she_does_not_share(tom: Family) -> None:
    told = tom.page("journal:write", seen_by="noor")
    assert "meester Tom (Ann)" in told
    assert ">meester Tom<" not in told


def test_what_is_not_shared_waits_for_nobody_whom_no_worker_looked_at(family: Family) -> None:
    SamePerson.objects.filter(person=family.person("ann")).delete()
    point(family, "ann", "tom")
    assert "meester Tom" not in family.page("journal:write", seen_by="noor")
    confirm(family, "tom")
    assert "meester Tom (Ann)" in family.page("journal:write", seen_by="noor")
