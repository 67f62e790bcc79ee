"""Where the database of a practice place lies: a file in its folder, or a database of its own on PostgreSQL.

`./kring test` runs every browser test on both; on PostgreSQL the application speaks as `kring_app`, and only the tables
are made by the owner.
"""

import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

OWNER = os.environ.get("DATABASE_OWNER_URL", "")
NAME = "database"
FILE = "kring.sqlite3"


def address(data: Path, *, as_owner: bool = False) -> str:
    """The address of the database of the place in this folder."""
    if not OWNER or not (name := data / NAME).exists():
        return f"sqlite:///{data}/{FILE}"
    whole = urlsplit(OWNER if as_owner else os.environ["DATABASE_URL"])
    return whole._replace(path=f"/{name.read_text(encoding='ascii')}").geturl()


def found(data: Path) -> None:
    """An empty database for the place in this folder."""
    if OWNER:
        _ask("CREATE DATABASE {}", _named(data))


def copy(template: Path, data: Path) -> None:
    """A place like another one, with its database."""
    shutil.copytree(template, data)
    if OWNER:
        old = (template / NAME).read_text(encoding="ascii")
        _ask("CREATE DATABASE {} TEMPLATE {}", _named(data), old)


def put_back(template: Path, data: Path) -> None:
    """Make the place as its template is, while a server stands on it."""
    shutil.copyfile(template / "anchor", data / "anchor")
    if OWNER:
        name = (data / NAME).read_text(encoding="ascii")
        _ask("DROP DATABASE {} WITH (FORCE)", name)
        _ask("CREATE DATABASE {} TEMPLATE {}", name, (template / NAME).read_text(encoding="ascii"))
        return
    with closing(sqlite3.connect(template / FILE)) as old, closing(sqlite3.connect(data / FILE)) as new:
        old.backup(new)


def clear(data: Path) -> None:
    """Take a place away."""
    if OWNER:
        _ask("DROP DATABASE IF EXISTS {} WITH (FORCE)", (data / NAME).read_text(encoding="ascii"))
    shutil.rmtree(data, ignore_errors=True)


def _named(data: Path) -> str:
    name = f"place_{os.getpid()}_{time.monotonic_ns()}"
    (data / NAME).write_text(name, encoding="ascii")
    return name


def _ask(statement: str, *names: str) -> None:
    with psycopg.connect(OWNER, autocommit=True) as owner:
        owner.execute(sql.SQL(statement).format(*(sql.Identifier(name) for name in names)))  # type: ignore[arg-type]
