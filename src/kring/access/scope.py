"""About which children the tables around the door are asked: answers of a child, items, looks (docs/adr/0011).

Those tables hold no kept rows: the door itself reads them, before it knows who may read.  So PostgreSQL does not weigh
them by the table of the law.  It gives and takes only rows of the children that are said here: at a door that one
child, at a desk and on a list those with whom somebody stands (of who leads: those of its house), for a job all of
them.  A statement for which nobody said it is refused out loud and not answered with nothing: what closes stands there
too.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kring.people.actors import actor_of

ALL = ("all", "")
_scope: ContextVar[frozenset[tuple[str, str]]] = ContextVar("scope", default=frozenset())


def told() -> str:
    """As the database is told it, in its own words: ids and no word of anybody; an empty text where nobody said it."""
    said = sorted(_scope.get())
    if ALL in said:
        return "'all'"
    each = [f"kring_listed('{key}')" if kind == "over" else f"'{key}'" for kind, key in said]
    return f"concat_ws(' ', {', '.join(each)})" if each else "''"


def about(child: UUID) -> None:
    """From here on it is about this child, beside those of other doors of this request, and about nobody else.

    Called by a door.  In a job, which is about all of them, it narrows nothing.
    """
    before = _scope.get()
    if ALL not in before:
        _scope.set(frozenset(one for one in before if one[0] == "child") | {("child", str(child))})


def over(person: UUID) -> None:
    """From here on too about those with whom somebody stands or stood; of who leads a house, about its children."""
    before = _scope.get()
    if ALL not in before:
        _scope.set(before | {("over", str(person))})


@contextmanager
def all_children() -> Iterator[None]:
    """Meanwhile about all of them: a job of the house itself, such as every tick."""
    before = _scope.set(frozenset({ALL}))
    try:
        yield
    finally:
        _scope.reset(before)


def each_request(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, after `Presence`: a request begins with the lists of who came in, and leaves nothing behind."""

    def middleware(request: HttpRequest) -> HttpResponse:
        actor = actor_of(request)
        known = frozenset({("over", str(actor.person))}) if actor and actor.person else frozenset()
        before = _scope.set(known)
        try:
            return answer(request)
        finally:
            _scope.reset(before)

    return middleware
