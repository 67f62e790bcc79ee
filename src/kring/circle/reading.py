"""What a visitor may read of a circle: plain rows for pages, a picture for the drawing.  Always through the door.

Whoever is shown its people by a yes of the child, that is remembered (`access.seen`): one of them called by its name
on a page of something else is no look at the circle.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import blake2b
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, OuterRef, Q, QuerySet, Subquery, UUIDField

from kring.access.door import Door
from kring.access.models import Item
from kring.access.over import Over
from kring.access.questions import Question, Within
from kring.access.seen import looked, looked_at
from kring.circle.domains import Domain, Kind, Layer, Ring, Shown, TieKind, tie_words
from kring.circle.models import LastingRows, Placement, Sign, Tie
from kring.circle.picture import Dot, Line, Picture
from kring.dossier.models import Involvement
from kring.law.access import Klass, Section, Topic, Verb
from kring.law.meaning import Meaning

SHOWN = (
    "pk",
    "member_id",
    "name",
    "relation",
    "kind",
    "in_care",
    "ring",
    "domain",
    "guessed",
    "support",
    "since_at",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone in one layer of the circle."""

    key: UUID
    placement: UUID
    name: str
    relation: str
    kind: Kind
    in_care: bool
    ring: Ring | None
    domain: Domain | None
    guessed: bool
    support: str
    mark: str
    since_at: datetime
    paused_on: date | None = None
    stood: bool = False
    """Whether it stood beside the child, and does so no more in any meaning (`rights.stood`)."""

    @property
    def version(self) -> UUID:
        """What a form sends back, so that a change made meanwhile is noticed: each change begins a new placement."""
        return self.placement

    @property
    def is_placed(self) -> bool:
        """Whether it has a ring and a life domain."""
        return self.ring is not None and self.domain is not None


@dataclass(frozen=True, slots=True)
class TieSeen:
    """A tie in one layer of the circle."""

    key: UUID
    a: UUID
    b: UUID
    kind: TieKind
    strength: int

    @property
    def words(self) -> str:
        """What it is, and how strong."""
        return tie_words(self.kind, self.strength)


def people(door: Door, layer: Layer, at: datetime | None = None, *, told: Sequence[Sign] | None = None) -> list[Person]:
    """Everyone in a layer, in the order in which they were named; now, or at a moment.

    `told`: the signs, where they were read already.
    """
    rows = signed(door, at) if told is None else told
    shown, rests = _shown(rows), {row.member_id: row.paused_on for row in rows if row.paused_on}
    placements = _PLACED.of(door, layer=layer.value) if at is None else list(_placed(door.within, layer.value, at))
    if placements:
        looked(door, Section.CIRCLE)
    return [_person(row, shown.get(row.member_id, ""), rests.get(row.member_id)) for row in placements]


def signs(door: Door, at: datetime | None = None) -> dict[UUID, str]:
    """Who stands beside the child, as far as this visitor may know: part of another section than the circle."""
    return _shown(signed(door, at))


def signed(door: Door, at: datetime | None = None) -> list[Sign]:
    """The rows of the same, each about the wish or the serving of which it is the sign."""
    if not _knows_signs(door):
        return []
    rows = _SIGNS.of(door) if at is None else list(door.within(Sign.objects.at(at), Verb.KNOW))
    looked_at(door, rows, Verb.KNOW)
    return rows


def _shown(rows: Sequence[Sign]) -> dict[UUID, str]:
    order = [one.value for one in Shown]
    return {row.member_id: row.shows for row in sorted(rows, key=lambda row: order.index(row.shows), reverse=True)}


def _knows_signs(door: Door) -> bool:
    sieve = door.sieve(Section.RIGHTS)
    return any(sieve.lets_any(klass, Topic.BESIDE_ME, Verb.KNOW) for klass in (Klass.OWN_WORDS, Klass.FILE))


def person(door: Door, member: UUID, layer: Layer) -> Person | None:
    """One of them now, or nobody."""
    return next((one for one in people(door, layer) if one.key == member), None)


def ties(door: Door, layer: Layer, at: datetime | None = None) -> list[TieSeen]:
    """The ties of a layer."""
    told = _TIES.of(door, layer=layer.value) if at is None else _ties(door.within, layer.value, at)
    return [TieSeen(key, a, b, TieKind(kind), strength) for key, a, b, kind, strength in told]


def picture(door: Door, layer: Layer, at: datetime | None = None) -> Picture:
    """What is drawn: everyone with a place, and the ties between them."""
    return picture_of(door, people(door, layer, at), ties(door, layer, at))


def picture_of(door: Door, seen: list[Person], between: list[TieSeen]) -> Picture:
    """The picture of rows that were read already."""
    dots = [
        Dot(str(one.key), one.name, one.ring, one.domain, one.kind, _passes_by(one), one.mark, one.support)
        for one in seen
        if one.ring is not None and one.domain is not None
    ]
    placed = {dot.key for dot in dots}
    lines = [
        Line(str(tie.a), str(tie.b), tie.kind, tie.strength)
        for tie in between
        if str(tie.a) in placed and str(tie.b) in placed
    ]
    return Picture(door.dossier.call_name, tuple(dots), tuple(lines))


def on_a_side(picture: Picture, wall: UUID) -> Picture:
    """Who stands on this side or on none, and the lines between them: nothing of the other side (R16).

    Also not who comes in on the other side and is the same one.
    """
    here = Item.objects.filter(pk__in=[dot.key for dot in picture.dots])
    elsewhere = Involvement.objects.filter(dossier__in=here.values("dossier"), ended_at=None)
    away = elsewhere.exclude(wall=None).exclude(wall=wall).values("person")
    there = here.filter(~Q(wall=None) & ~Q(wall=wall) | Q(same_person__person__in=away))
    gone = {str(key) for key in there.values_list("pk", flat=True)}
    dots = tuple(dot for dot in picture.dots if dot.key not in gone)
    return replace(picture, dots=dots, lines=tuple(one for one in picture.lines if not gone & {one.a, one.b}))


def _passes_by(one: Person) -> bool:
    """Who works for the help has a dashed rim: said so, or put in the sector of the help."""
    return one.in_care or one.domain is Domain.CARE


def is_shut(door: Door) -> bool:
    """Whether a no of the child closes the circle to this visitor: what stands there is not said to be nothing (R8)."""
    return Topic.CIRCLE in door.answers.no_topics


def names(door: Door, of: Collection[UUID] | None = None) -> dict[UUID, str]:
    """The best call name of these members, or of all: as the child says it, else as the adults do, else the last."""
    return {member: name for member, name, *_ in _ranked(door, of)}


def names_and_things(door: Door, of: Collection[UUID] | None = None) -> tuple[dict[UUID, str], frozenset[UUID]]:
    """The same names, and which of these is no person but a pet, a place or a group, by the layer that names it."""
    ranked = _ranked(door, of)
    kinds = {member: kind for member, *_, kind in ranked}
    things = frozenset(member for member, kind in kinds.items() if kind != Kind.PERSON.value)
    return {member: name for member, name, *_ in ranked}, things


def _ranked(door: Door, of: Collection[UUID] | None) -> list[Any]:
    order = {Layer.ADULT.value: 0, Layer.CHILD.value: 1}
    told = _NAMES.of(door) if of is None else _NAMES_OF.of(door, of=list(of))
    here = door.sieve(Section.CIRCLE)
    if not any(here.opens(one) for one in (Klass.OWN_WORDS, Klass.FILE)):  # by a yes: as it stands, and not who left
        told = [row for row in told if row[3] is None]
    return sorted(told, key=lambda row: (row[3] is None, order[row[2]]))


def mark_of(seen: Collection[Person], between: Collection[TieSeen]) -> str:
    """A short mark of what this visitor sees.  It moves when that changes, and by nothing else (A226: each change is a
    new row), so that nobody learns from it that something happened out of sight."""
    placed = ((one.placement, one.mark) for one in seen)
    return _mark(placed, (tie.key for tie in between))


def pulse(door: Door, layer: Layer = Layer.CHILD) -> str:
    """The mark of a layer as it is now: all that a poll reads, no name among it."""
    shown = signs(door)
    placed = door.within(Placement.objects.filter(layer=layer.value).current()).order_by("member_id")
    rows = placed.values_list("pk", "member_id")
    between = door.within(Tie.objects.filter(layer=layer.value).current()).order_by("pk").values_list("pk", flat=True)
    return _mark(((key, shown.get(member, "")) for key, member in rows), between)


def _mark(placed: Iterable[tuple[UUID, str]], between: Iterable[UUID]) -> str:
    told = [*(f"{key}{sign}" for key, sign in placed), *map(str, between)]
    return blake2b(" ".join(told).encode(), digest_size=9).hexdigest()


def _at(rows: LastingRows, at: datetime | None) -> LastingRows:
    return rows.current() if at is None else rows.at(at)


_OVER = Over.objects.filter(member=OuterRef("member")).values("member").annotate(so_many=Count("pk")).values("so_many")
"""In how many meanings somebody stood beside the child and does so no more."""


def _placed(within: Within[Placement], layer: object, at: datetime | None = None) -> QuerySet[Placement, Any]:
    """Only what is shown: half the time of a long list."""
    placed = within(_at(Placement.objects.filter(layer=layer), at)).annotate(over_in=Subquery(_OVER))
    return placed.order_by("member_id").values_list(*SHOWN, "over_in", named=True)


def _ties(within: Within[Tie], layer: object, at: datetime | None = None) -> QuerySet[Tie, Any]:
    rows = within(_at(Tie.objects.filter(layer=layer), at)).order_by("pk")
    return rows.values_list("pk", "a_id", "b_id", "kind", "strength")


def _called(within: Within[Placement], **of: Collection[UUID]) -> QuerySet[Placement, Any]:
    some = Placement.objects.filter(member__in=of["of"]) if of else Placement.objects.all()
    return within(some).order_by("since_at").values_list("member_id", "name", "layer", "until_at", "kind")


_PLACED = Question(Placement, _placed, layer=CharField())
_TIES = Question(Tie, _ties, layer=CharField())
_NAMES, _NAMES_OF = Question(Placement, _called), Question(Placement, _called, of=[UUIDField()])
_SIGNS = Question(Sign, lambda within: within(Sign.objects.current()), Verb.KNOW)


def _person(row: Placement, mark: str, paused_on: date | None) -> Person:
    return Person(
        key=row.member_id,
        placement=row.pk,
        name=row.name,
        relation=row.relation,
        kind=Kind(row.kind),
        in_care=row.in_care,
        ring=Ring(row.ring) if row.ring is not None else None,
        domain=Domain(row.domain) if row.domain else None,
        guessed=row.guessed,
        support=row.support,
        mark=mark,
        since_at=row.since_at,
        paused_on=paused_on,
        stood=row.over_in == len(Meaning),  # type: ignore[attr-defined]  # annotated
    )
