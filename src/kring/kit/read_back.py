"""How what the database answers becomes rows, worked out once for a statement that is asked many times.

Django works it out at each asking: which columns are whose, what each is read as, and by which names.  That took as
long as the answer of the database.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable
from operator import itemgetter
from types import MethodType
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    NamedValuesListIterable,
    ValuesIterable,
    ValuesListIterable,
    get_related_populators,
)
from django.db.models.sql.compiler import SQLCompiler

Row = list[Any]
Make = Callable[[Row], Any]
Steps = list[tuple[int, Callable[..., Any], Any, bool]]
"""Where in a row, by what, of which expression, and whether that is of the connection: each thread has its own."""


def maker(rows: QuerySet[Any, Any], compiler: SQLCompiler) -> Make:
    """What makes of one row in the database what this queryset gives.  Raises `KeyError` for another kind."""
    return MAKERS[rows._iterable_class](rows, compiler)


def steps(compiler: SQLCompiler) -> Steps:
    """How each column is read by any connection to this kind of database: nothing of the one at hand is kept."""
    ops, found = compiler.connection.ops, []
    for place, (one, *_) in enumerate(compiler.select[: compiler.col_count]):
        for step in (*ops.get_db_converters(one), *one.get_db_converters(compiler.connection)):
            of_ops = getattr(step, "__self__", None) is ops
            found.append((place, step.__func__ if of_ops else step, one, of_ops))
    return found


def read(answered: Iterable[Iterable[Any]], by: Steps, connection: BaseDatabaseWrapper) -> Iterable[Row]:
    """The rows as they came, each column made into what Python knows."""
    ops = connection.ops
    here = [(place, MethodType(step, ops) if of_ops else step, one) for place, step, one, of_ops in by]
    for one in answered:
        row = list(one)
        for place, step, expression in here:
            row[place] = step(row[place], expression, connection)
        yield row


def _models(_rows: QuerySet[Any, Any], compiler: SQLCompiler) -> Make:
    """A row of a model, with what was selected beside it and what it was annotated with."""
    told: dict[str, Any] = compiler.klass_info
    first, last = told["select_fields"][0], told["select_fields"][-1] + 1
    names = [one.target.attname for one, *_ in compiler.select[first:last]]
    beside = get_related_populators(told, compiler.select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]  # Django 5.2
    more = list((compiler.annotation_col_map or {}).items())

    def make(row: Row) -> Any:  # noqa: ANN401  # of whatever model
        found = told["model"].from_db(DEFAULT_DB_ALIAS, names, row[first:last])
        for one in beside:
            one.populate(row, found)
        for name, place in more:
            setattr(found, name, row[place])
        return found

    return make


def _names(rows: QuerySet[Any, Any]) -> list[str]:
    query = rows.query
    return list(query.selected or [*query.extra_select, *query.values_select, *query.annotation_select])


def _by_name(rows: QuerySet[Any, Any], _compiler: SQLCompiler) -> Make:
    names = _names(rows)
    return lambda row: dict(zip(names, row, strict=False))


def _named(rows: QuerySet[Any, Any], _compiler: SQLCompiler) -> Make:
    row: type[Any] = namedtuple("Row", _names(rows))  # type: ignore[misc]  # of names that it is told
    make: Make = row._make
    return make


MAKERS: dict[type, Callable[[QuerySet[Any, Any], SQLCompiler], Make]] = {
    ModelIterable: _models,
    ValuesIterable: _by_name,
    ValuesListIterable: lambda _rows, _compiler: tuple,
    NamedValuesListIterable: _named,
    FlatValuesListIterable: lambda _rows, _compiler: itemgetter(0),
}
"""By how Django goes through the rows of a queryset."""
