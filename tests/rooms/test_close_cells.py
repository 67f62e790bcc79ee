"""Who is close to who looks beside a worker, by hand from R17: itself, whom a line joins to it, and nobody else."""

import pytest

from kring.access.close import close_to
from kring.access.models import SamePerson
from kring.circle.acts import ties
from kring.circle.domains import Layer, TieKind
from kring.circle.models import Tie
from kring.kit.keys import uuid7
from kring.law.access import Relation
from tests.family import Family


def join(family: Family, one: str, other: str, *, by: str = "lotte", layer: Layer = Layer.ADULT) -> None:
    between = ties.Between(a=family.member(one), b=family.member(other), kind=TieKind.KNOW)
    ties.tie(family.door(by), between, layer=layer, act=uuid7())


@pytest.fixture(autouse=True)
def lines(family: Family) -> None:
    """No line in the circle but these: Karim knows Els and is known by Johan, who knows mama; Rita knows Wilma."""
    for line in family.door("lotte").within(Tie.objects.filter(until_at=None)):
        ties.untie(family.door("lotte"), line.pk, act=uuid7())
    for line in family.door("noor").within(Tie.objects.filter(until_at=None)):
        ties.untie(family.door("noor"), line.pk, act=uuid7())
    join(family, "karim", "els")
    join(family, "johan", "karim", by="noor", layer=Layer.CHILD)
    join(family, "johan", "mama")
    join(family, "rita", "wilma")


def close(family: Family, who: str = "karim", relation: Relation = Relation.TRUST_PERSON) -> frozenset[object]:
    return frozenset(close_to(family.noor.dossier, family.person(who), relation))


def named(family: Family, *names: str) -> frozenset[object]:
    return frozenset(family.member(name) for name in names)


def test_a_line_joins_both_ways_in_either_layer_and_goes_no_further(family: Family) -> None:
    assert close(family) == named(family, "karim", "els", "johan")
    assert close(family, "rita") == named(family, "rita", "wilma")


def test_who_is_joined_to_nobody_is_close_to_itself(family: Family) -> None:
    for line in family.door("lotte").within(Tie.objects.filter(until_at=None, b=family.member("els"))):
        ties.untie(family.door("lotte"), line.pk, act=uuid7())
    assert close(family) == named(family, "karim", "johan")
    for line in family.door("noor").within(Tie.objects.filter(until_at=None, b=family.member("karim"))):
        ties.untie(family.door("noor"), line.pk, act=uuid7())
    assert close(family) == named(family, "karim")


def test_of_whom_nobody_said_for_sure_who_it_is_nobody_is_known_to_be_close(family: Family) -> None:
    same = SamePerson.objects.filter(person=family.person("karim"))
    at = same.get().confirmed_at
    same.update(confirmed_at=None)
    assert close_to(family.noor.dossier, family.person("karim"), Relation.TRUST_PERSON) == frozenset()
    same.update(confirmed_at=at)
    assert close(family) == named(family, "karim", "els", "johan")
    assert close_to(family.sem.dossier, family.person("karim"), Relation.TRUST_PERSON) == frozenset()


def test_who_stands_in_the_circle_twice_is_close_by_both_once_one_is_sure(family: Family) -> None:
    """What was pointed out and waits, keeps away as well: that protects, and opens nothing."""
    SamePerson.objects.create(item_id=family.member("mama"), person_id=family.person("karim"))
    assert close(family) == named(family, "karim", "els", "johan", "mama")
