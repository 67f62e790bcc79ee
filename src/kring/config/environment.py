"""Values from the environment, or from the file that NAME_FILE names (a secret does not belong in a process list)."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


class MissingError(RuntimeError):
    """A value that Kring cannot run without is not there."""


def value(name: str, default: str | None = None) -> str:
    """The value of `name`.  Raises `MissingError` when there is none and no default."""
    file = os.environ.get(f"{name}_FILE")
    found = Path(file).read_text(encoding="utf-8").strip() if file else os.environ.get(name, default)
    if found is None:
        raise MissingError(f"Kring needs {name} or {name}_FILE in its environment.")
    return found


def keys(name: str) -> dict[str, str]:
    """Named keys, `k1:base64 k0:base64`: the first one writes, all of them read."""
    pairs = (pair.partition(":") for pair in value(name).split())
    return {key: secret for key, _, secret in pairs}


def database(url: str) -> dict[str, Any]:
    """Django's settings for a database address; SQLite and PostgreSQL differ in nothing else."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]) if parts.path.startswith("//") else unquote(parts.path),
            "CONN_MAX_AGE": 60,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }
