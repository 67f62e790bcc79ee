"""What a sign-in remembers between two pages, closed before it reaches the database.

A message on its way to the next page may hold a name, and setting up a second factor its secret: neither may be read in
a stolen copy of the database.
"""

from typing import Any

from django.contrib.sessions.serializers import JSONSerializer

from kring.kit import crypto

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
