"""When it is too busy to write at this moment: nothing was written, and the same form may be sent again."""

from django.db import OperationalError

_SQLITE = ("SQLITE_BUSY", "SQLITE_LOCKED")
_POSTGRESQL = {
    "55P03",  # a lock did not come in time
    "40P01",  # two waited for each other
    "40001",  # two could not be put in an order
    "53300",  # too many connections
}


class BusyError(OperationalError):
    """Our own queue for the one writer was too long."""


def is_busy(error: BaseException | None) -> bool:
    """Whether the database refused only because others were first.  A broken or full database is something else."""
    if isinstance(error, BusyError):
        return True
    if not isinstance(error, OperationalError):
        return False
    told = error.__cause__
    of_sqlite = str(getattr(told, "sqlite_errorname", "")).startswith(_SQLITE)
    return of_sqlite or getattr(told, "sqlstate", None) in _POSTGRESQL
