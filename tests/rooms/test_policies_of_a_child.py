"""PostgreSQL gives and takes only rows of the child that was said, on the application's role: answers, items, looks."""

# ruff: noqa: S608  # the names in these statements stand in this file

from collections.abc import Callable
from contextvars import Context
from typing import TypeVar
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse

from kring.access import scope
from kring.access.door import come_to
from kring.access.kept import Kept
from kring.access.models import Item, Restriction, Say, Seen
from kring.access.policies import NO_POLICY, about_a_child, around_the_door
from kring.audit import guard
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.people.models import Person
from tests.family import Family

T = TypeVar("T")
ON_POSTGRESQL = pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has policies on rows")
AROUND = {
    "access.Beside", "access.CapacityFound", "access.Disclosure", "access.Draft", "access.HasPart", "access.Item",
    "access.Over", "access.Reported", "access.Restriction", "access.SamePerson", "access.Say", "access.Seen",
    "access.Talked", "access.Unanswered", "access.Visit", "dossier.Closing", "dossier.Move", "dossier.OtherBirthday",
    "dossier.TakenOver", "dossier.ToldOfAge",
}  # fmt: skip
"""By hand: what holds no kept rows, is about a child, and has a policy by which child it is."""


def apart(work: Callable[[], T]) -> T:
    """As in a thread of its own: nobody said yet about which child it is."""
    return Context().run(work)


def asks(sql: str, *values: object, said: str = "") -> list[tuple[object, ...]]:
    """SQL by hand, in a transaction in which was said about whom it is, or nobody said anything."""
    with transaction.atomic(), connection.cursor() as cursor, connection.wrap_database_errors:
        by_hand = cursor.cursor  # of the library itself: nothing is told along
        by_hand.execute("SELECT set_config('kring.children', %s, true), set_config('kring.asker', '', true)", [said])
        by_hand.execute(sql, list(values))
        return list(by_hand.fetchall()) if by_hand.description else [(by_hand.rowcount,)]


def of(child: UUID) -> str:
    """As a door tells it."""
    return str(child)


# -- which tables ------------------------------------------------------------------------------------------------------


def test_what_is_about_a_child_has_a_policy_or_a_written_reason() -> None:
    about = {model._meta.label for model in about_a_child() if not issubclass(model, Kept)}
    assert about - AROUND == NO_POLICY.keys(), (
        "A model about a child is new, or gone. Name it in AROUND (its policy asks of which child a row is), or write"
        " in access/policies.py, NO_POLICY, why it has none."
    )
    assert all(len(why) > 30 for why in NO_POLICY.values())


def test_of_each_of_those_tables_it_is_known_whose_a_row_is() -> None:
    by_label = {model._meta.label: model._meta.db_table for model in about_a_child()}
    assert around_the_door().keys() == {by_label[label] for label in AROUND}
    assert around_the_door()["access_say"] == ""
    assert around_the_door()["access_seen"] == "item_id"
    assert around_the_door()["access_sameperson"] == "item_id", "and not the one it was before"


@ON_POSTGRESQL
@pytest.mark.django_db
def test_the_database_has_a_policy_on_every_such_table() -> None:
    tables = {model._meta.db_table for model in about_a_child() if model._meta.label not in NO_POLICY}
    closed = asks("SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r'")
    ruled = asks("SELECT DISTINCT tablename FROM pg_policies")
    assert tables == {name for (name,) in closed} == {name for (name,) in ruled}


# -- which rows --------------------------------------------------------------------------------------------------------


@pytest.fixture
def rows(family: Family) -> Family:
    """Of Noor and of Sem alike: something said, something seen, and a restriction."""
    lotte = Person.objects.get(pk=family.person("lotte"))
    for child in (family.noor.dossier, family.sem.dossier):
        item = Item.objects.filter(dossier=child, section="circle").first()
        assert item
        Say.objects.create(
            dossier_id=child, item=item, towards=item, answer="no", from_on=clock.today(), expressed="tapped",
            recorded_by=lotte,
        )  # fmt: skip
        Seen.objects.create(item=item, person=lotte, at=clock.now())
        Restriction.objects.create(
            dossier_id=child, person=lotte, from_on=clock.today(), recorded_by=lotte, recorded_at=clock.now()
        )
    return family


WHOSE = {
    "access_item": "dossier_id", "access_say": "dossier_id", "access_restriction": "dossier_id",
    "access_seen": "(SELECT dossier_id FROM access_item AS its WHERE its.id = item_id)",
}  # fmt: skip


@ON_POSTGRESQL
@pytest.mark.parametrize("table", sorted(WHOSE))
def test_a_row_of_another_child_is_not_read_and_not_written(rows: Family, table: str) -> None:
    assert asks("SELECT current_user") == [(guard.APPLICATION_ROLE,)]
    noor, sem = rows.noor.dossier, rows.sem.dossier
    column = "at" if table == "access_seen" else "id"
    for child, other in ((noor, sem), (sem, noor)):
        found = asks(f"SELECT DISTINCT {WHOSE[table]} FROM {table}", said=of(child))
        assert found == [(child,)], "its own, and of nobody else"
        there = f"WHERE id IN (SELECT id FROM {table})"
        everyone = len(asks(f"SELECT id FROM {table}", said="all"))
        changed = asks(f"UPDATE {table} SET {column} = {column} {there}", said=of(child))[0][0]
        assert 0 < changed < everyone
        keys = asks(f"SELECT id FROM {table} WHERE {WHOSE[table]} = %s", other, said=of(other))
        assert keys
        by_key = [key for (key,) in keys]
        assert asks(f"UPDATE {table} SET {column} = {column} WHERE id = ANY (%s)", by_key, said=of(child)) == [(0,)]
        assert asks(f"DELETE FROM {table} WHERE id = ANY (%s)", by_key, said=of(child)) == [(0,)]


@ON_POSTGRESQL
def test_nothing_is_added_to_another_child_nor_moved_to_it(rows: Family) -> None:
    noor, sem, lotte = rows.noor.dossier, rows.sem.dossier, rows.person("lotte")
    values = (uuid7(), noor, lotte, clock.now())
    adds = (
        "INSERT INTO access_item (id, dossier_id, section, klass, topic, author_id, held_close, version, made_at)"
        " VALUES (%s, %s, 'circle', 'own_words', 'general', %s, false, 1, %s)"
    )
    moves = "UPDATE access_item SET dossier_id = %s WHERE id = %s"
    assert asks(adds, *values, said=of(noor)) == [(1,)]
    with pytest.raises(DatabaseError, match="row-level security"):
        asks(adds, uuid7(), *values[1:], said=of(sem))
    with pytest.raises(DatabaseError, match="row-level security"):
        asks(moves, sem, values[0], said=of(noor))


@ON_POSTGRESQL
@pytest.mark.parametrize("table", ["access_say", "access_seen"])
def test_for_which_nobody_said_about_whom_it_is_is_refused_out_loud(rows: Family, table: str) -> None:
    assert asks(f"SELECT 1 FROM {table}", said=of(rows.noor.dossier))
    assert asks(f"SELECT 1 FROM {table}", said="none") == [], "a list of somebody who stands with no child"
    with pytest.raises(DatabaseError, match="nobody said about which child"):
        asks(f"SELECT 1 FROM {table}")


@ON_POSTGRESQL
def test_the_program_is_told_so_too(rows: Family) -> None:
    def forgets() -> int:
        return Say.objects.filter(dossier=rows.sem.dossier).count()

    def at_a_door() -> int:
        come_to(rows.actor("lotte"), rows.noor.dossier)
        return forgets()

    assert forgets()
    with pytest.raises(DatabaseError, match="nobody said about which child"), transaction.atomic():
        apart(forgets)
    assert apart(at_a_door) == 0


@ON_POSTGRESQL
def test_a_list_is_of_whom_somebody_stands_with_or_of_its_house(rows: Family) -> None:
    def children(name: str) -> set[UUID]:
        def found() -> set[UUID]:
            scope.over(rows.person(name))
            return set(Item.objects.values_list("dossier", flat=True))

        return apart(found)

    assert children("noor") == {rows.noor.dossier}
    assert children("ann") == {rows.noor.dossier, rows.sem.dossier}
    assert children("lotte") == {rows.noor.dossier, rows.sem.dossier}
    assert children("nadia") == {rows.noor.dossier}
    assert children("hilde") == {rows.noor.dossier, rows.sem.dossier}, "who leads a team"


# -- who says it -------------------------------------------------------------------------------------------------------


def test_a_door_says_its_child_a_desk_its_person_and_a_job_all(family: Family) -> None:
    noor, ann = family.noor.dossier, family.person("ann")

    def says() -> list[str]:
        heard = [scope.told()]
        scope.over(ann)
        heard.append(scope.told())
        scope.about(noor)
        heard.append(scope.told())
        scope.over(ann)
        heard.append(scope.told())
        with scope.all_children():
            scope.about(noor)
            scope.over(ann)
            heard.append(scope.told())
        return [*heard, scope.told()]

    over, about = f"kring_listed('{ann}')", f"'{noor}'"
    both = f"concat_ws(' ', {about}, {over})"
    assert apart(says) == ["''", f"concat_ws(' ', {over})", f"concat_ws(' ', {about})", both, "'all'", both]


def test_two_doors_of_one_request_are_both_asked(family: Family) -> None:
    def says() -> str:
        come_to(family.actor("ann"), family.noor.dossier)
        come_to(family.actor("ann"), family.sem.dossier)
        return scope.told()

    told = str(apart(says))
    assert str(family.noor.dossier) in told
    assert str(family.sem.dossier) in told


def test_a_request_begins_with_who_came_in_and_leaves_nothing(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = []

    def view(request: HttpRequest) -> HttpResponse:
        heard.append(scope.told())
        scope.about(family.noor.dossier)
        return HttpResponse()

    def comes_in(name: str | None) -> str:
        actor = family.actor(name) if name else None
        monkeypatch.setattr(scope, "actor_of", lambda _request: actor)
        scope.each_request(view)(HttpRequest())
        return scope.told()

    assert apart(lambda: comes_in("lotte")) == "''"
    assert apart(lambda: comes_in(None)) == "''"
    assert heard == [f"concat_ws(' ', kring_listed('{family.person('lotte')}'))", "''"]
