"""Wrong rows of pictures that were tapped in this browser: which of them were slips of the child that came in after.

A row says for which figure it is, not for which child.  A child that slips taps nearly its own pictures; who taps
others tries the row of another child, and its own row takes nothing of that back.
"""

from collections import Counter
from typing import Final

from django.http import HttpRequest

from kring.people.pictures import LENGTH, row_of

KEY: Final = "slips"
MOST: Final = 30


def note(request: HttpRequest, figure: str, row: str) -> None:
    """A wrong row; it stands in the session, which is closed before it reaches the database."""
    request.session[KEY] = [*request.session.get(KEY, []), [figure, row]][-MOST:]


def taken_back(request: HttpRequest, figure: str, row: str) -> int:
    """How many were slips of the child with this row.  The rest stays counted, and is forgotten here."""
    tapped = request.session.pop(KEY, [])
    return sum(of == figure and _is_like(row, one) for of, one in tapped)


def _is_like(row: str, other: str) -> bool:
    """At most one other picture, in whatever order."""
    return sum((Counter(row_of(row)) & Counter(row_of(other))).values()) >= LENGTH - 1
