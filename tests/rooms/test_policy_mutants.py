"""What the database weighs of each row, changed in one place: the tests that hold it against the sieve notice it.

`policies.sql` is the second reading of the law and no Python, so `./kring bench mutants` changes nothing of it.  Here
each change is made by the owner, in a transaction that is taken back.  `./kring bench policies` asks each of every
position, and counts in how many it shows.
"""

# ruff: noqa: S608  # the names in these statements stand in this file

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from kring.access import policies, scope
from kring.access.asking import Asker
from kring.access.models import Item
from kring.audit.guard import APPLICATION_ROLE
from kring.law.access import Relation, Section, Verb
from tests.family import Family
from tests.rooms.policy_cells import askers_of, differs
from tests.rooms.policy_seeds import LOOSE, ON, WEIGHED, Weighed
from tests.rooms.test_policies import ON_POSTGRESQL
from tests.rooms.test_policies_of_a_child import apart
from tests.rooms.test_sieve import items

__all__ = ["items"]
TOLD = os.environ.get("KRING_POLICY_MUTANTS", "")
"""Where the bench wants to read it; then each is asked of every position."""


@contextmanager
def by_the_owner() -> Iterator[Callable[[str], None]]:
    with connection.cursor() as cursor:
        by_hand = cursor.cursor  # of the library itself: nothing is told along
        by_hand.execute("RESET ROLE")
        yield by_hand.execute
        by_hand.execute(f"SET ROLE {APPLICATION_ROLE}")


def changed(before: str, after: str) -> None:
    """The functions of the database, with this change in them.  The words to change stand there, once or more."""
    text = policies.SQL.read_text(encoding="utf-8")
    assert before in text
    with by_the_owner() as does:
        does(text.replace(before, after))


def kept(name: str, shows_in: int) -> None:
    if TOLD:
        with Path(TOLD).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"name": name, "shows_in": shows_in}) + "\n")


@ON_POSTGRESQL
@pytest.mark.parametrize("mutant", WEIGHED, ids=[one[0] for one in WEIGHED])
def test_what_is_weighed_otherwise_shows(family: Family, items: list[Item], mutant: Weighed) -> None:
    name, before, after, who, where = mutant
    everyone = [one for one in Relation if TOLD and one is not who]
    here = [askers_of(family, items, one, [where]) for one in (who, *everyone)]
    if not TOLD:
        assert differs(here[0], items) == [], "as it stands both say the same"
    changed(before, after)
    shows_in = sum(bool(differs(askers, items)) for askers in here)
    kept(name, shows_in)
    assert shows_in, name


@ON_POSTGRESQL
@pytest.mark.parametrize(("name", "does", "more"), LOOSE, ids=[one[0] for one in LOOSE])
def test_what_stands_loose_on_a_table_shows(family: Family, name: str, does: str, more: str) -> None:
    assert open_roads(family) == set(), "as it stands"
    if does.startswith(("DROP", "CREATE", "ALTER", "GRANT")):
        with by_the_owner() as owner:
            owner(does)
    else:
        changed(does, more)
    found = open_roads(family)
    kept(name, len(found))
    assert found, name


def open_roads(family: Family) -> set[str]:
    """By which roads a row can be had, that should be shut: by nobody who asks, or at the place of another child."""
    one = Asker(family.door("noor").sieve(Section.CIRCLE), Verb.READ).told()
    nobody, reader = ("", ""), ("", f"[{one}]")
    noor = (str(family.noor.dossier), "")
    of_sem = f"WHERE dossier_id = '{family.sem.dossier}'"
    roads = {
        "read": (nobody, f"SELECT 1 FROM {ON}"),
        "change": (reader, f"UPDATE {ON} SET item_id = item_id"),
        "remove": (reader, f"DELETE FROM {ON}"),
        "add": (reader, f"INSERT INTO {ON} SELECT * FROM {ON} LIMIT 1"),
        "another child": (noor, f"SELECT 1 FROM access_item {of_sem} UNION ALL SELECT 1 FROM access_say {of_sem}"),
        "nobody said": (nobody, "SELECT 1 FROM access_item"),
        "an item of another child": (noor, f"SELECT 1 WHERE kring_item_about((SELECT '{sems(family)}'::uuid))"),
    }
    return {name for name, (said, sql) in roads.items() if had(said, sql)}


def sems(family: Family) -> object:
    with scope.all_children():
        return Item.objects.filter(dossier=family.sem.dossier).order_by("pk").values_list("pk", flat=True)[0]


def had(said: tuple[str, str], sql: str) -> bool:
    """Whether one row at least was read or written; what is refused out loud was not."""

    def asks() -> bool:
        with transaction.atomic(), connection.cursor() as cursor:
            by_hand = cursor.cursor
            by_hand.execute("SELECT set_config('kring.children', %s, true), set_config('kring.asker', %s, true)", said)
            with connection.wrap_database_errors:
                by_hand.execute(sql)
            transaction.set_rollback(True)
            return bool(by_hand.rowcount > 0)

    try:
        return apart(asks)
    except IntegrityError:
        return True  # no policy refused it: a row of that key was there already
    except DatabaseError:
        return False


def test_each_of_them_changes_words_that_stand_there() -> None:
    """On any database: a change of `policies.sql` that leaves one of these without its words, is seen."""
    text = policies.SQL.read_text(encoding="utf-8")
    assert [name for name, before, after, *_ in WEIGHED if before not in text or before == after] == []
    names = [one[0] for one in (*WEIGHED, *LOOSE)]
    assert len(names) == len(set(names))
