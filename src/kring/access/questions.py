"""What a room asks of its rows at every visit, put together once for each position (docs/adr/0014).

The answer is not kept, and neither is a value: the statement stands there with open places for the child, for who asks,
and for what the room asks about.  What a sieve lets through is in it as `Sieve.rows_for` writes it.  Where an answer
of the child, a wall or who the visitor is in the circle changes what passes, it is asked as if nothing was prepared.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import Any, Generic, Protocol, TypeVar

from django.db import connection
from django.db.models import Field, Q, QuerySet, UUIDField

from kring.access.asking import Asker, remark
from kring.access.desk import Desk
from kring.access.door import Door
from kring.access.kept import Kept, KeptQuerySet
from kring.access.sieve import Sieve
from kring.kit.keys import NOBODY
from kring.kit.prepared import Kind, Many, Prepared, room_for
from kring.law.access import Verb

M = TypeVar("M", bound=Kept)
Build = Callable[..., QuerySet[Any, Any]]
MOST = 32
"""So many ways of asking one question are kept; more would be an odd day, and then it begins anew."""
OF_THE_POSITION = ("section", "relation", "cases", "restricted", "stopped", "closed", "ends", "unsure")
"""What of a sieve is alike for all who stand so; the rest is of one child and one visitor."""
Position = tuple[tuple[Sieve, int], ...]
"""Each sieve without its child and its visitor, and for how many children there is room (0: the one of a door)."""


class Within(Protocol[M]):
    """What opens rows, as `Door.within` and `Desk.within` do."""

    def __call__(self, rows: KeptQuerySet[M], /) -> KeptQuerySet[M]:
        """Of these rows, those that may be seen."""


class Question(Generic[M]):
    """A question to the rows of one model: `Question(Wish, lambda within: within(Wish.objects.all()).order_by("pk"))`.

    `build` is given `within`, as a door has it, and the values by their name; it must not look at them, and gives rows
    that `within` opened.  A list of ids is declared as a list of its kind: `of=[UUIDField()]`.
    """

    def __init__(
        self,
        model: type[M],
        build: Build,
        verb: Verb = Verb.READ,
        /,
        **kinds: "Field[Any, Any] | list[Field[Any, Any]]",
    ) -> None:
        self.model, self.build, self.verb = model, build, verb
        self._kinds = {name: kind for name, kind in kinds.items() if not isinstance(kind, list)}
        self._lists = {name: kind[0] for name, kind in kinds.items() if isinstance(kind, list)}
        self._made: dict[tuple[Position, tuple[tuple[str, int], ...]], Prepared] = {}

    def of(self, door: Door, **values: Any) -> list[Any]:  # whatever a field holds
        """What a visitor may read of it, of one child."""
        sieve = door.sieve(self.model.section)
        if sieve.is_empty(self.verb):
            return []
        return self._ask(lambda rows: door.within(rows, self.verb), (Asker(sieve, self.verb),), values)

    def over(self, desk: Desk, **values: Any) -> list[Any]:  # as above
        """What may be read of it, of all the children of a desk: a desk reads, and asks nothing else."""
        askers = desk.askers(self.model.section)
        return self._ask(desk.within, askers, values) if askers else []

    def cache_clear(self) -> None:
        """Put it together anew: when what it is built from was changed, as the mutants do."""
        self._made.clear()

    def _ask(self, within: Within[M], askers: Sequence[Asker], values: dict[str, Any]) -> list[Any]:
        if values.keys() != self._kinds.keys() | self._lists.keys():  # what has no place would not be asked about
            raise TypeError(f"a question to {self.model.__name__} is asked with {sorted(values)}")
        position, room = _position(askers), self._room(values)
        if position is None or room is None:
            return list(self.build(within, **values))
        key = position, tuple(room.items())
        prepared = self._made.get(key)
        if prepared is None:
            prepared = self._prepared(position, room)
            if len(self._made) >= MOST:
                self._made.clear()
            self._made[key] = prepared
        told = remark(askers) if connection.vendor == "postgresql" else ""
        return prepared.ask(told, **values, **_of_whom(askers))

    def _room(self, values: Mapping[str, Any]) -> dict[str, int] | None:
        """For how many there is room in each list; nothing where no value is asked about, which no place can say."""
        if not all(values[name] for name in self._lists) or None in values.values():
            return None
        return {name: room_for(len(values[name])) for name in self._lists}

    def _prepared(self, position: Position, room: Mapping[str, int]) -> Prepared:
        lists = {name: Many(self._lists[name], count) for name, count in room.items()}
        whose: dict[str, Kind] = {"_me": UUIDField()}
        for number, (_, count) in enumerate(position):
            whose[f"_child{number}"] = Many(UUIDField(), count) if count else UUIDField()

        def build(**open_places: Any) -> QuerySet[Any, Any]:
            whom = {name: open_places.pop(name) for name in whose}
            passes = [
                self._passes(sieve, whom["_me"], whom[f"_child{n}"], many=bool(count))
                for n, (sieve, count) in enumerate(position)
            ]
            return self.build(lambda rows: rows.opened(reduce(or_, passes), None), **open_places)

        return Prepared(build, **self._kinds, **lists, **whose)

    def _passes(self, sieve: Sieve, me: Any, child: Any, *, many: bool) -> Q:  # noqa: ANN401  # open places for ids
        here = replace(sieve, me=me, dossier=child)  # of many it is not asked: these stand apart
        return here.rows_for(self.verb, dossiers=child if many else ())


def _position(askers: Sequence[Asker]) -> Position | None:
    """What all who stand in this position ask alike; nothing where somebody has a question of its own."""
    told = []
    for one in askers:
        position = _bare(one.sieve)
        if position != replace(one.sieve, dossier=NOBODY, me=NOBODY):
            return None
        told.append((position, room_for(len(one.dossiers))))
    return tuple(told)


def _bare(sieve: Sieve) -> Sieve:
    """A sieve with nothing in it but the position: no answer, no wall, nobody in the circle, and no child."""
    return Sieve(dossier=NOBODY, me=NOBODY, **{name: getattr(sieve, name) for name in OF_THE_POSITION})


def _of_whom(askers: Sequence[Asker]) -> dict[str, Any]:
    whose = {f"_child{number}": one.dossiers or one.sieve.dossier for number, one in enumerate(askers)}
    return {"_me": askers[0].sieve.me, **whose}
