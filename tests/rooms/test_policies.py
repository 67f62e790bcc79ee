"""PostgreSQL weighs each row once more: the same as the sieve does, by a function that knows nothing of it."""

import json
from dataclasses import fields
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as some

from kring.access.asking import Asker, everything
from kring.access.models import Item
from kring.access.policies import SQL, openings
from kring.access.sieve import Sieve
from kring.circle.models import Member
from kring.law.access import Case, Protection, Relation, Section, Verb
from tests.family import Family
from tests.rooms.policy_cells import askers_of, differs
from tests.rooms.test_sieve import SLOW, items, passing, weighed

__all__ = ["items"]
ON_POSTGRESQL = pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has policies on rows")


def let_by_the_database(asker: Asker) -> set[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM access_item one WHERE kring_lets(%s::jsonb, one)", [asker.told()])
        return {row[0] for row in cursor.fetchall()}


@ON_POSTGRESQL
@SLOW
@given(data=some.data())
def test_the_database_and_the_sieve_say_the_same(family: Family, items: list[Item], data: some.DataObject) -> None:
    sieve = weighed(family, items, data)
    verb = data.draw(some.sampled_from(list(Verb)))
    let = let_by_the_database(Asker(sieve, verb)) & {item.pk for item in items}
    assert let == passing(sieve, items, verb)


@ON_POSTGRESQL
@pytest.mark.parametrize("relation", list(Relation))
def test_each_cell_is_the_same_for_both(family: Family, items: list[Item], relation: Relation) -> None:
    """Every section, class and verb; open, closed, restricted, and at an address that ends something; with what the
    child said and without.

    Nothing here is drawn: a difference in one cell of one relation is never missed (C139, R7, R13).  That it would
    show, each in its way, `test_policy_mutants` asks.
    """
    assert differs(askers_of(family, items, relation, list(Section)), items) == []


@ON_POSTGRESQL
def test_who_says_nothing_finds_nothing_and_changes_nothing(family: Family) -> None:
    family.door("lotte")
    with connection.cursor() as cursor:
        cursor.execute('SELECT count(*) FROM "circle_member"')
        assert cursor.fetchone() == (0,)
        cursor.execute('UPDATE "circle_member" SET item_id = item_id')
        assert cursor.rowcount == 0
        cursor.execute('DELETE FROM "circle_member"')
        assert cursor.rowcount == 0
        with everything():
            cursor.execute('SELECT count(*) FROM "circle_member"')
            assert cursor.fetchone() > (0,)
        cursor.execute('SELECT count(*) FROM "circle_member"')
        assert cursor.fetchone() == (0,), "said for one statement, and for no other"


@ON_POSTGRESQL
def test_a_condition_that_forgets_the_table_shows_no_more(family: Family) -> None:
    door = family.door("noor")
    seen = set(door.within(Member.objects.all()).values_list("pk", flat=True))
    asker = Asker(door.sieve(Section.CIRCLE), Verb.READ)
    forgotten = set(Member.objects.all().opened(None, (asker,)).values_list("pk", flat=True))
    assert seen
    assert forgotten == seen, "of every child, and only what this door opens"


def test_the_database_is_told_the_whole_table() -> None:
    told = openings()
    assert len(told["rules"]) > 100
    assert told["rules"]["child circle own_words read"] == [{"answer": "open", "when": []}]
    assert all(told["protection"].values())


def test_every_protection_of_the_table_is_weighed_by_the_database() -> None:
    """One that was added to the table and to the sieve alone, would open there what is shut here."""
    told, weighed_there = openings()["protection"], SQL.read_text(encoding="utf-8")
    assert {one.name for one in fields(Protection)} <= set(told)
    assert [name for name in told if f"guard->'{name}'" not in weighed_there] == []


def test_the_database_is_told_all_that_a_sieve_weighs(family: Family) -> None:
    """Whatever else a sieve comes to know of somebody, goes along with its questions."""
    key = frozenset({family.member("rita")})
    whole = Sieve(
        dossier=family.noor.dossier,
        section=Section.CIRCLE,
        relation=Relation.PARENT,
        me=family.person("ann"),
        walls=key,
        mine=key,
        close=key,
        confirmed=key,
        cases=frozenset(Case),
        **dict.fromkeys([one.name for one in fields(Sieve) if one.type in {bool, "bool"}], True),
    )
    otherwise = {"dossier", "answers", "confirmed"}  # as `dossiers`, as each kind of answer apart, as `own`
    assert {one.name for one in fields(Sieve)} - otherwise <= set(json.loads(Asker(whole, Verb.READ).told()))
