"""Questions to the database that are put together once and asked many times, each time with other values.

Putting a long statement together from Django's parts takes longer than its answer, and a door asks the same two at
every visit.  What is kept is the text of the statement with open places; the values go into them as Django itself
would hand them over.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Union

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Expression, Field, QuerySet

from kring.kit.read_back import Make, Steps, maker, read, steps


class Open(Expression):
    """An open place in a statement; written for it is a value of this kind of field."""

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, *_: object, **__: object) -> tuple[str, tuple[Any, ...]]:
        """One place, and itself where the value will stand."""
        return "%s", (self,)


class OpenList(Expression):
    """Open places for so many values of one kind, to stand after "in"."""

    def __init__(self, name: str, field: "Field[Any, Any]", count: int) -> None:
        super().__init__(output_field=field)
        self.places = tuple(Open(f"{name}.{number}", field) for number in range(count))

    def as_sql(self, *_: object, **__: object) -> tuple[str, tuple[Any, ...]]:
        """The places, and themselves where the values will stand."""
        return f"({', '.join(['%s'] * len(self.places))})", self.places


@dataclass(frozen=True, slots=True)
class Many:
    """Of a place in a statement: values of this kind, as many as a power of two."""

    kind: "Field[Any, Any]"
    count: int

    def filled(self, values: Sequence[Any]) -> list[Any]:
        """These, and the last of them again until all places are taken: "in" asks the same with a value twice."""
        return [*values, *[values[-1]] * (self.count - len(values))]


def room_for(count: int) -> int:
    """In how many places so many values fit: a power of two, so that few statements are kept; none in none."""
    return 1 << (count - 1).bit_length() if count else 0


Kind = Union["Field[Any, Any]", Many]


class Prepared:
    """A statement with open places: `Prepared(build, on=DateField())`; `build(on=...)` gives its rows.

    Which rows come back is up to `build` alone: it is called once for each kind of database, with open places for
    values.  It must not look at them: what depends on a value must be asked by the database.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **kinds: Kind) -> None:
        self._build, self._kinds = build, kinds
        self._made: dict[str, Made] = {}

    def ask(self, remark: str = "", /, **values: Any) -> list[Any]:  # whatever a field holds
        """The rows, with these values in the open places.  `remark`: what the statement carries for the database."""
        connection = connections[DEFAULT_DB_ALIAS]
        made = self._in_hand(connection.vendor)
        told = dict(self._told(values, connection))
        filled = [told[one.name] if isinstance(one, Open) else one for one in made.places]
        with connection.cursor() as cursor:
            cursor.execute(remark + made.text, filled)
            answered = cursor.fetchall()
        return [made.make(row) for row in read(answered, made.steps, connection)]

    def cache_clear(self) -> None:
        """Put it together anew: when what it is built from was changed, as the mutants do."""
        self._made.clear()

    def _told(self, values: dict[str, Any], connection: BaseDatabaseWrapper) -> Iterator[tuple[str, Any]]:
        """By the name of each place what the database is given."""
        for name, kind in self._kinds.items():
            if isinstance(kind, Many):
                for number, value in enumerate(kind.filled(values[name])):
                    yield f"{name}.{number}", kind.kind.get_db_prep_value(value, connection)
            else:
                yield name, kind.get_db_prep_value(values[name], connection)

    def _in_hand(self, vendor: str) -> "Made":
        if vendor not in self._made:
            rows = self._build(**{name: _open(name, kind) for name, kind in self._kinds.items()})
            compiler = rows.query.get_compiler(using=DEFAULT_DB_ALIAS)
            text, places = compiler.as_sql()
            self._made[vendor] = Made(text, tuple(places), steps(compiler), maker(rows, compiler))
        return self._made[vendor]


class Among:
    """A statement about several of something: `Among(build, of=[UUIDField()], on=DateField())`.

    `build` is given open places for as many as a power of two, to stand after "in" alone: of no values there are no
    rows, and the database is not asked.
    """

    def __init__(
        self, build: Callable[..., QuerySet[Any, Any]], **kinds: "Field[Any, Any] | list[Field[Any, Any]]"
    ) -> None:
        self._build = build
        self._kinds = {name: kind for name, kind in kinds.items() if not isinstance(kind, list)}
        self._lists = {name: kind[0] for name, kind in kinds.items() if isinstance(kind, list)}
        self._made: dict[tuple[int, ...], Prepared] = {}

    def ask(self, **values: Any) -> list[Any]:  # whatever a field holds
        """The rows, with these values in the open places."""
        room = tuple(room_for(len(values[name])) for name in self._lists)
        if not all(room):
            return []
        if room not in self._made:
            lists = {name: Many(kind, count) for (name, kind), count in zip(self._lists.items(), room, strict=True)}
            self._made[room] = Prepared(self._build, **self._kinds, **lists)
        return self._made[room].ask(**values)

    def cache_clear(self) -> None:
        """Put it together anew: when what it is built from was changed, as the mutants do."""
        self._made.clear()


@dataclass(frozen=True, slots=True)
class Made:
    """A statement as one kind of database is asked it: its text, what stands in its places, how its rows are made."""

    text: str
    places: tuple[Any, ...]
    steps: Steps
    make: Make


def _open(name: str, kind: Kind) -> Open | OpenList:
    return OpenList(name, kind.kind, kind.count) if isinstance(kind, Many) else Open(name, kind)
