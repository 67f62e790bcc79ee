"""Questions to the database that are put together once and asked many times, each time with other values.

Putting a long statement together from Django's parts takes longer than its answer, and a door asks the same two at
every visit.  What is kept is the text of the statement with open places; the values go into them as Django itself
would hand them over.
"""

import copy
from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Field, QuerySet


class Open(Expression):
    """An open place in a statement; written for it is a value of this kind of field."""

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, *_: object, **__: object) -> tuple[str, tuple[Any, ...]]:
        """One place, and itself where the value will stand."""
        return "%s", (self,)


class Prepared:
    """A statement with open places: `Prepared(build, on=DateField())`; `build(on=...)` gives its rows.

    Which rows come back is up to `build` alone: it is called once for each kind of database, with open places for
    values.  It must not look at them: what depends on a value must be asked by the database.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **kinds: "Field[Any, Any]") -> None:
        self._build, self._kinds = build, kinds
        self._made: dict[str, tuple[QuerySet[Any, Any], Any, str, tuple[Any, ...]]] = {}

    def ask(self, **values: Any) -> list[Any]:  # whatever a field holds
        """The rows, with these values in the open places."""
        rows, compiler, text, places = self._in_hand()
        compiler = copy.copy(compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        told = {name: kind.get_db_prep_value(values[name], compiler.connection) for name, kind in self._kinds.items()}
        filled = tuple(told[one.name] if isinstance(one, Open) else one for one in places)
        compiler.as_sql = lambda *_args, **_more: (text, filled)
        fresh = rows.all()
        fresh.query.get_compiler = lambda *_args, **_more: compiler  # type: ignore[method-assign]  # of this one clone only
        return list(fresh)

    def cache_clear(self) -> None:
        """Put it together anew: when what it is built from was changed, as the mutants do."""
        self._made.clear()

    def _in_hand(self) -> tuple[QuerySet[Any, Any], Any, str, tuple[Any, ...]]:
        vendor = connections[DEFAULT_DB_ALIAS].vendor
        if vendor not in self._made:
            rows = self._build(**{name: Open(name, kind) for name, kind in self._kinds.items()})
            compiler = rows.query.get_compiler(using=DEFAULT_DB_ALIAS)
            text, places = compiler.as_sql()
            self._made[vendor] = rows, compiler, text, tuple(places)
        return self._made[vendor]
