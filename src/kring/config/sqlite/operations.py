"""What SQLite hands over, made into ids and moments in one step each.

SQLite keeps both as text, and Django makes them what they are by ways that also know other texts.  Of a list of a
hundred that was a tenth of all the work.
"""

from datetime import datetime
from functools import lru_cache
from uuid import UUID, SafeUUID

from django.db.backends.sqlite3.operations import DatabaseOperations

HEX = 32
"""How many signs an id has where Django wrote it."""
_number, _is_safe = UUID.int.__set__, UUID.is_safe.__set__  # type: ignore[misc,attr-defined]  # slots: past the guard of what is made

UNKNOWN = SafeUUID.unknown


@lru_cache(maxsize=1000)
def _key(text: str) -> UUID:
    """An id; the ids of a list stand in one row after the other, and in one statement after the other."""
    key = object.__new__(UUID)
    _number(key, int(text, 16))
    _is_safe(key, UNKNOWN)
    return key


class Operations(DatabaseOperations):
    """As Django's, for ids and moments as Django itself writes them; any other text goes Django's own way."""

    def convert_uuidfield_value(self, value: str | None, expression: object, connection: object) -> UUID | None:
        """An id.  Raises `ValueError` for what is none."""
        if value is None or len(value) != HEX:
            found: UUID | None = super().convert_uuidfield_value(value, expression, connection)
            return found
        return _key(value)

    def convert_datetimefield_value(self, value: object, expression: object, connection: object) -> datetime | None:
        """A moment, with the zone in which it was written."""
        if not isinstance(value, str):
            found: datetime | None = super().convert_datetimefield_value(value, expression, connection)
            return found
        moment = datetime.fromisoformat(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=self.connection.timezone)
