"""Keys of rows: UUIDv7, in order of time and without gaps that could be counted."""

from uuid import UUID

import uuid_utils.compat

NOBODY = UUID(int=0)
"""The key of no row and no person: in a question that shall find nothing, and in an address that a script fills in."""


def uuid7() -> UUID:
    """A new key."""
    return uuid_utils.compat.uuid7()
