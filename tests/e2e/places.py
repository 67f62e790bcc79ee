"""Where the database of a practice place lies: a file in its folder, or a database of its own on PostgreSQL.

`./kring test` runs every browser test on both; on PostgreSQL the application speaks as `kring_app`, and only the tables
are made by the owner.
"""

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

OWNER = os.environ.get("DATABASE_OWNER_URL", "")
NAME = "database"


def address(data: Path, *, as_owner: bool = False) -> str:
    """The address of the database of the place in this folder."""
    name = data / NAME
    if not OWNER or not name.exists():
        return f"sqlite:///{data}/kring.sqlite3"
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


def clear(data: Path) -> None:
    """Take a place away."""
    if OWNER:
        _ask("DROP DATABASE IF EXISTS {} WITH (FORCE)", (data / NAME).read_text(encoding="ascii"))
    shutil.rmtree(data, ignore_errors=True)


def _named(data: Path) -> str:
    name = f"place_{os.getpid()}_{data.name}".replace("-", "_")
    (data / NAME).write_text(name, encoding="ascii")
    return name


def _ask(statement: str, *names: str) -> None:
    with psycopg.connect(OWNER, autocommit=True) as owner:
        owner.execute(sql.SQL(statement).format(*(sql.Identifier(name) for name in names)))  # type: ignore[arg-type]
