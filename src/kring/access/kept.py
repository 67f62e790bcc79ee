"""Rows about a child: kept behind the door.

A query on a `Kept` model that was not opened by a door raises `ClosedDoorError` when it is *compiled*, so evaluation,
counting, aggregates, updates, deletions and use as a sub-query are all caught; building one is free.  A `Kept` model
has no reverse names, keys between `Kept` rows never fetch, and a query that would join a second `Kept` table is
refused: those were the leaks that were measured when only the default manager was guarded (house.md 4).
"""

from functools import cache
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q
from django.db.models.query import ModelIterable
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

from kring.access.asking import Asker, remark
from kring.access.models import Item
from kring.access.passed import Passing
from kring.law.access import Section

M_co = TypeVar("M_co", bound="Kept", covariant=True)


class ClosedDoorError(RuntimeError):
    """Code tried to read rows about a child without a door.  Never shown to a person: it is a fault in the house."""


class KeptQuery(Query):
    """A query that compiles only after a door opened it, and only over one kept table."""

    model: type[models.Model]
    opened = False
    askers: tuple[Asker, ...] | None = ()
    """For whom; nothing: that is told anew each time the statement is asked (`access.questions`)."""

    def get_compiler(self, using: str | None = None, connection: Any = None, elide_empty: bool = True) -> SQLCompiler:
        if not self.opened:
            raise ClosedDoorError(f"{self.model.__name__} was read outside a door: start from door.within(...)")
        compiler: SQLCompiler = super().get_compiler(using, connection, elide_empty)
        write_sql = compiler.as_sql

        def as_sql(*args: Any, **options: Any) -> Any:
            # Joins are laid, trimmed and forgotten again: only what is written may be judged.
            written = write_sql(*args, **options)
            self.refuse_a_second_table(str(written))
            if compiler.connection.vendor != "postgresql" or self.askers is None:
                return written
            return remark(self.askers) + written[0], *written[1:]

        compiler.as_sql = as_sql  # type: ignore[method-assign]  # the compiler lives for this one query
        return compiler

    def combine(self, rhs: Any, connector: Any) -> None:
        """Rows of two doors put together are asked for by both."""
        super().combine(rhs, connector)
        if self.askers is None or rhs.askers is None:
            raise ClosedDoorError(f"{self.model.__name__}: for whom a prepared question is, is told when it is asked")
        self.askers = (*self.askers, *(one for one in rhs.askers if one not in self.askers))

    def chain(self, klass: Any = None) -> Any:
        # Django makes an update, a deletion or an aggregate of a query by giving it another class.
        if klass is not None and not self.opened:
            raise ClosedDoorError(f"{self.model.__name__} was changed outside a door")
        return super().chain(klass)

    def refuse_a_second_table(self, written: str) -> None:
        """Raises `ClosedDoorError` when this SQL reaches into the table of another kept model."""
        for table in kept_tables() - {self.model._meta.db_table}:
            if f'"{table}"' in written:
                raise ClosedDoorError(f"a query on {self.model.__name__} reaches into {table}: one door, one table")


class KeptQuerySet(models.QuerySet[M_co]):
    """Rows about a child.  `door.within` opens it."""

    def __init__(self, model: Any = None, query: Any = None, using: Any = None, hints: Any = None) -> None:
        super().__init__(model, query or KeptQuery(model), using, hints)

    query: KeptQuery

    def opened(self, condition: Any = None, askers: tuple[Asker, ...] | None = ()) -> Self:
        """The same rows, opened, with their item: those that pass, or to write all of them.  `askers`: for whom.

        Called by `access` alone: the house test looks for other callers.
        """
        rows = self.filter(condition) if condition is not None else self.all()
        # `filter` made a query of its own: what is set on it is set on nothing else.
        if condition is not None:
            rows.query.add_select_related(("item",))
        rows.query.opened, rows.query.askers = True, askers
        if askers and rows._iterable_class is ModelIterable:
            rows._iterable_class = Passing
        return rows

    def _merge_sanity_check(self, other: models.QuerySet[Any]) -> None:
        # Asked before "or", "and" and "either": rows that no door weighed would come along through the door of these,
        # and of a slice Django makes a queryset of the unguarded manager.
        both = (self.query, other.query)
        if len({getattr(query, "opened", False) for query in both}) > 1 or not all(one.can_filter() for one in both):
            raise ClosedDoorError(f"{self.model.__name__}: rows are put together before a door is asked")
        super()._merge_sanity_check(other)  # type: ignore[misc]  # Django's own, not in its stubs

    def raw(self, *_: Any, **__: Any) -> Any:
        """Not here: SQL of one's own reads past the door."""
        raise ClosedDoorError(f"{self.model.__name__} is read with SQL of its own by nobody")

    def extra(self, *_: Any, **__: Any) -> Any:
        """Not here: SQL of one's own reads past the door."""
        raise ClosedDoorError(f"{self.model.__name__} is read with SQL of its own by nobody")

    def _raw_delete(self, using: str | None) -> int:
        # The short way of deleting gives the query another class without asking it.
        if not self.query.opened:
            raise ClosedDoorError(f"{self.model.__name__} was deleted outside a door")
        deleted: int = super()._raw_delete(using)
        return deleted


class Kept(models.Model):
    """A row about a child: it *is* an item."""

    section: ClassVar[Section]
    joins: ClassVar[tuple[str, str] | None] = None
    """Of a row that says that two of the circle are close: the keys of the two (`access.close`)."""
    dials: ClassVar[Q | None] = None
    """In which rows `number` is the telephone of whom the row is about."""

    item = models.OneToOneField(Item, models.CASCADE, primary_key=True, related_name="+")

    was_told: bool
    """Whether it was ever told in an emergency; only on what `access.items.row_of` found."""

    objects: ClassVar[Any] = KeptQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)

    def in_short(self) -> str:
        """A few words by which somebody who may read it knows which one it is; nothing where it has no words."""
        return ""

    def in_full(self) -> str:
        """All of its words, as somebody who may read it finds them."""
        return self.in_short()

    def passes_on(self) -> str:
        """What of it goes to who is told it in an emergency: its words, and nothing that stands around them (R8)."""
        return self.in_full()


class KeptKey(models.ForeignKey[Any, Any]):
    """A key from one kept row to another: an id that never fetches; what it points at is read through the door."""

    def __init__(self, to: Any, on_delete: Any = models.CASCADE, **options: Any) -> None:
        options["related_name"] = "+"
        super().__init__(to, on_delete, **options)

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False, **options: Any
    ) -> None:
        super().contribute_to_class(cls, name, private_only, **options)
        setattr(cls, name, _Unfetched(name))


class _Unfetched:
    """Stands where Django would put the descriptor that fetches."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, row: models.Model | None, owner: type[models.Model]) -> Any:
        if row is None:
            return self
        raise ClosedDoorError(
            f"{owner.__name__}.{self.name} is not fetched: use {self.name}_id and read through the door"
        )

    def __set__(self, row: models.Model, value: models.Model | None) -> None:
        setattr(row, f"{self.name}_id", value.pk if value is not None else None)


def kept_models() -> list[type[Kept]]:
    """Every kept model of the house."""
    found, left = [], list(Kept.__subclasses__())
    while left:
        model = left.pop()
        left.extend(model.__subclasses__())
        if not model._meta.abstract:
            found.append(model)
    return found


@cache
def worded_models() -> tuple[type[Kept], ...]:
    """The kept models whose rows have words of their own: what can be named in a list, or answered about."""
    return tuple(model for model in kept_models() if model.in_short is not Kept.in_short)


@cache
def dialled_models() -> tuple[type[Kept], ...]:
    """The kept models of which some rows have the telephone number of whom they are about (`Kept.dials`)."""
    return tuple(sorted((one for one in kept_models() if one.dials is not None), key=lambda one: one._meta.label))


@cache
def kept_tables() -> frozenset[str]:
    """The tables of all kept models."""
    return frozenset(model._meta.db_table for model in kept_models())
