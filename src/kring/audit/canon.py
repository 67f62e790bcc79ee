"""What the HMAC of an entry is laid over: one text for each entry, the same on both databases.

A JSON list of its values in a fixed order; ids in hexadecimal, the moment in UTC, the codes as the text that is kept.
Python makes it for the one entry that is written.  A log that is checked is read in this form: making it in the
database takes a tenth of the time (quality.md 3, row 18).
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

from django.db import connection

from kring.audit.models import Entry

_ORDER = ("id", "seq", "at", "event", "actor_kind", "actor", "dossier", "subject", "once", "codes")
_CHUNK = 5000


def text_of(entry: Entry) -> str:
    """The text of an entry in hand."""
    return json.dumps([_kept(getattr(entry, name)) for name in _ORDER], separators=(",", ":"), ensure_ascii=False)


def _kept(value: object) -> object:
    """A value as SQLite keeps it, which knows neither ids nor moments."""
    match value:
        case UUID():
            return value.hex
        case datetime():
            return str(value.astimezone(UTC).replace(tzinfo=None))
        case list():
            return json.dumps(value)
    return value


def texts() -> Iterator[tuple[int, str, str]]:
    """The number, the text and the MAC of every entry, from the first to the last."""
    text = {"postgresql": _postgresql, "sqlite": _sqlite}[connection.vendor]()
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT seq, {text}, mac FROM {Entry._meta.db_table} ORDER BY seq")  # noqa: S608  # our own names
        while rows := cursor.fetchmany(_CHUNK):
            yield from rows


def _sqlite() -> str:
    return f"json_array({', '.join(_ORDER)})"


def _postgresql() -> str:
    said = {name: f"replace({name}::text, '-', '')" for name in ("id", "actor", "dossier", "subject", "once")} | {
        # Without a fraction when there is none.
        "at": "replace(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), '.000000', '')"
    }
    told = {name: f"coalesce(to_json({said.get(name, f'{name}::text')})::text, 'null')" for name in _ORDER}
    return f"'[' || concat_ws(',', {', '.join((told | {'seq': 'seq::text'}).values())}) || ']'"
