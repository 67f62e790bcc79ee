"""What a sign-in remembers between two pages, closed before it reaches the database.

A message on its way to the next page may hold a name, and setting up a second factor its secret: neither may be read in
a stolen copy of the database.
"""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.contrib.sessions.serializers import JSONSerializer
from django.db.models import CharField, DateTimeField, QuerySet

from kring.kit import clock, crypto
from kring.kit.prepared import Open, Prepared

SCOPE = "sessions.session.session_data"


class Closed:
    """`SESSION_SERIALIZER`: JSON, closed with `kit.crypto`."""

    def dumps(self, obj: dict[str, Any]) -> bytes:
        """Close what is remembered."""
        return crypto.encrypt(JSONSerializer().dumps(obj).decode("latin-1"), scope=SCOPE).encode("ascii")

    def loads(self, data: bytes) -> dict[str, Any]:
        """Open it; what does not open is an empty session, as Django does with every fault here."""
        found: dict[str, Any] = JSONSerializer().loads(
            crypto.decrypt(data.decode("ascii"), scope=SCOPE).encode("latin-1")
        )
        return found


def _session(*, key: str | Open, now: datetime | Open) -> QuerySet[AbstractBaseSession]:
    """The session of a key, as long as it lasts: there is one or none."""
    return SessionStore.get_model_class().objects.filter(session_key=key, expire_date__gt=now)


_SESSION = Prepared(_session, key=CharField(), now=DateTimeField())


class SessionStore(db.SessionStore):
    """`SESSION_ENGINE`: the framework's, of which the question of every request is put together once."""

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        found: list[AbstractBaseSession] = _SESSION.ask(key=self.session_key, now=clock.now())
        if not found:
            self._session_key = None
        return next(iter(found), None)

    def get_expiry_date(self, **told: Any) -> datetime:
        """Until when it lasts, by the clock that every page asks it by."""
        return super().get_expiry_date(**{"modification": clock.now(), **told})
