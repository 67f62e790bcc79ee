"""The log only grows, and shows when somebody made it otherwise (R24, quality.md 3 row 18)."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from kring.audit import chain, guard
from kring.audit.events import Event
from kring.audit.models import Entry
from tests.family import Family


@pytest.fixture
def written(family: Family, anchor: Path, django_capture_on_commit_callbacks: Callable[..., object]) -> list[Entry]:
    """Ten links, seen by an anchor file of their own."""
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        return [write() for _ in range(10)]


def write() -> Entry:
    return chain.append(chain.Line(event=Event.DOOR_VISITED, actor_kind="job", actor=None))


def tamper(sql: str, *values: object) -> None:
    """What someone with the owner's password could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("RESET ROLE")
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
        else:
            for name in guard.guards():
                cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute(sql, list(values))
        if connection.vendor == "postgresql":
            cursor.execute(f"SET ROLE {guard.APPLICATION_ROLE}")


def test_a_log_that_nobody_touched_is_whole(written: list[Entry]) -> None:
    assert list(chain.faults()) == []
    call_command("verify_log", verbosity=0)


def test_an_edit_shows(written: list[Entry]) -> None:
    tamper("UPDATE audit_entry SET event = 'door.refused' WHERE seq = %s", written[4].seq)
    assert str(written[4].seq) in first_fault()


def test_a_moment_that_was_moved_shows(written: list[Entry]) -> None:
    tamper("UPDATE audit_entry SET at = '2020-01-01 00:00:00+00:00' WHERE seq = %s", written[2].seq)
    assert str(written[2].seq) in first_fault()


def test_an_entry_taken_out_shows(written: list[Entry]) -> None:
    tamper("DELETE FROM audit_entry WHERE seq = %s", written[4].seq)
    assert str(written[4].seq) in first_fault()


def test_a_cut_end_shows(written: list[Entry]) -> None:
    tamper("DELETE FROM audit_entry WHERE seq > %s", written[6].seq)
    assert "cut off" in first_fault()


def test_a_rewrite_with_the_right_key_shows(written: list[Entry]) -> None:
    tamper("DELETE FROM audit_entry WHERE seq > %s", written[4].seq)
    for _ in range(5):
        write()
    assert "rewritten" in first_fault()


def first_fault() -> str:
    with pytest.raises(CommandError) as told:
        call_command("verify_log")
    return str(told.value)


@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET event = 'x'", "DELETE FROM audit_entry"])
def test_the_application_may_only_add(written: list[Entry], sql: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert write().seq == written[-1].seq + 1


def test_the_log_holds_no_name(family: Family) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM audit_entry")
        said = str(cursor.fetchall())
    assert not [name for name in ("Noor", "Wilma", "Lotte", "Rita") if name in said]


def test_an_entry_that_fails_leaves_nothing_behind(family: Family) -> None:
    once = UUID(family.once())
    chain.append(chain.Line(event=Event.DOOR_VISITED, actor_kind="job", actor=None, once=once))
    with pytest.raises(chain.AlreadyDoneError):
        chain.append(chain.Line(event=Event.DOOR_VISITED, actor_kind="job", actor=None, once=once))
    assert family.log(Event.DOOR_VISITED) == 1
