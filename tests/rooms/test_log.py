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


def test_a_cut_end_that_was_written_over_shows(
    written: list[Entry], django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    tamper("DELETE FROM audit_entry WHERE seq > %s", written[4].seq)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        for _ in range(5):
            write()
    assert f"entry {written[5].seq}" in first_fault()


@pytest.mark.parametrize("left", [None, ""], ids=["deleted", "emptied"])
def test_an_anchor_file_that_is_gone_shows(written: list[Entry], anchor: Path, left: str | None) -> None:
    anchor.unlink()
    if left is not None:
        anchor.write_text(left, encoding="ascii")
    tamper("DELETE FROM audit_entry WHERE seq > %s", written[8].seq)
    assert "anchor file is gone" in first_fault()


def test_a_first_entry_taken_out_shows(written: list[Entry]) -> None:
    tamper("DELETE FROM audit_entry WHERE seq = 1")
    assert "entry 1 is missing" in first_fault()


def test_another_key_shows(written: list[Entry], settings: object) -> None:
    settings.LOG_KEY = "B" * 43 + "="  # type: ignore[attr-defined]
    assert "entry 1 was changed" in first_fault()


def first_fault() -> str:
    with pytest.raises(CommandError) as told:
        call_command("verify_log")
    return str(told.value)


@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET event = 'x'", "DELETE FROM audit_entry"])
def test_the_application_may_only_add(written: list[Entry], sql: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert write().seq == written[-1].seq + 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite replaces a row without deleting it")
@pytest.mark.parametrize("column", ["id", "seq", "once"])
def test_the_application_replaces_no_entry(family: Family, column: str) -> None:
    old = chain.append(chain.Line(event=Event.DOOR_VISITED, actor_kind="job", actor=None, once=UUID(family.once())))
    other = {"id": "0" * 32, "seq": old.seq + 1, "once": None} | {
        column: getattr(old, column).hex if column != "seq" else old.seq
    }
    sql = (
        "INSERT OR REPLACE INTO audit_entry (id, seq, once, at, event, actor_kind, codes, mac) "
        "VALUES (%s, %s, %s, '2026-01-01 00:00:00', 'x', 'job', '[]', 'x')"
    )
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [other["id"], other["seq"], other["once"]])
    assert Entry.objects.filter(pk=old.pk, mac=old.mac).exists()


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
