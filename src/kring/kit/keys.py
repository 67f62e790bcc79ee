"""Keys of rows: UUIDv7, in order of time and without gaps that could be counted."""

from uuid import UUID

import uuid_utils.compat


def uuid7() -> UUID:
    """A new key."""
    return uuid_utils.compat.uuid7()
