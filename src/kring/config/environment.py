"""Values from the environment, or from the file that NAME_FILE names (a secret does not belong in a process list)."""

import os
from base64 import b64decode
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

KEY_BYTES = 32
PATIENCE = 10
"""Seconds that a writer waits for its turn before it is told that it is busy; scripts wait longer for an answer."""


class MissingError(RuntimeError):
    """A value that Kring cannot run without is not there."""


class NotAKeyError(RuntimeError):
    """A key is empty, cut short, or not in base64.  What stands there is not told."""


def value(name: str, default: str | None = None) -> str:
    """The value of `name`.  Raises `MissingError` when there is none and no default."""
    file = os.environ.get(f"{name}_FILE")
    found = Path(file).read_text(encoding="utf-8").strip() if file else os.environ.get(name, default)
    if found is None:
        raise MissingError(f"Kring needs {name} or {name}_FILE in its environment.")
    return found


def key(name: str) -> str:
    """One key.  Raises `NotAKeyError`: an empty file would close and sign with a key that everybody has."""
    return _whole(name, value(name))


def keys(name: str) -> dict[str, str]:
    """Named keys, `k1:base64 k0:base64`: the first one writes, all of them read.  Raises `NotAKeyError`."""
    pairs = [pair.partition(":") for pair in value(name).split()]
    return {one: _whole(name, secret) for one, _, secret in pairs or [("", "", "")]}


def _whole(name: str, secret: str) -> str:
    try:
        size = len(b64decode(secret, validate=True))
    except ValueError:
        size = 0
    if size != KEY_BYTES:
        raise NotAKeyError(f"{name} holds something that is not a key: it takes {KEY_BYTES} bytes in base64.")
    return secret


NAMES = {"nl-be": "Nederlands", "fr": "Français", "en": "English"}
"""Each language in its own words.  Dutch is what is written; the others are catalogues beside it."""


def languages(catalogues: Path) -> list[tuple[str, str]]:
    """The languages that have texts: Dutch, and each one of which a compiled catalogue lies in `locale/`."""
    texts = {
        "nl-be",
        *(path.parts[-3].lower().replace("_", "-") for path in catalogues.glob("*/LC_MESSAGES/django.mo")),
    }
    return [(code, name) for code, name in NAMES.items() if code in texts]


def database(url: str) -> dict[str, Any]:
    """Django's settings for a database address; SQLite and PostgreSQL differ in nothing else."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "kring.config.sqlite",
            "NAME": unquote(parts.path[1:]) if parts.path.startswith("//") else unquote(parts.path),
            "CONN_MAX_AGE": 60,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": PATIENCE,
                "cached_statements": 50,
                # Each thread has a connection of its own: what one keeps at hand is kept as often as there are threads.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-500;",
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
        "CONN_HEALTH_CHECKS": True,  # a server that was started anew is found again without an error on a page
        "DISABLE_SERVER_SIDE_CURSORS": True,  # a statement says who asks, and a cursor on the server says nothing
        "OPTIONS": {"options": f"-c lock_timeout={PATIENCE}s"},
    }
