"""Tests make their tables straight from the models (`--no-migrations`): migrating makes the same ones."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

COLUMNS = 'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY name'
INDEXES = """SELECT "unique", partial, (SELECT group_concat(name, ' ') FROM pragma_index_info(lists.name))
    FROM pragma_index_list(?) lists"""
FOREIGN = 'SELECT "table", "from", "to" FROM pragma_foreign_key_list(?) ORDER BY 2'
NAMED = re.compile(r'CONSTRAINT "(\w+)" (?:CHECK|UNIQUE)')
OF_MIGRATING = "django_migrations"


def tables(database: sqlite3.Connection) -> dict[str, list[object]]:
    """Every table with its columns, indexes and what it points at; in which order they were made does not matter."""
    made = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    found: dict[str, list[object]] = {}
    for name, how in made.fetchall():
        answers = [database.execute(what, [name]).fetchall() for what in (COLUMNS, INDEXES, FOREIGN)]
        found[name] = [*(sorted(answer, key=repr) for answer in answers), sorted(NAMED.findall(how))]
    found.pop(OF_MIGRATING, None)
    return found


@pytest.mark.django_db
def test_migrating_makes_the_tables_of_the_models(tmp_path: Path) -> None:
    there = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/moved", "PYTHONPATH": "src"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity=0"], check=True, env=there)
    with closing(sqlite3.connect(tmp_path / "moved")) as moved:
        made = tables(moved)
    assert made == tables(connection.connection)
    assert sum(len(constraints) for *_, constraints in made.values()) > 10
