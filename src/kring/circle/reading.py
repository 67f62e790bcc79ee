"""What a visitor may read of a circle: plain rows for pages, a picture for the drawing.  Always through the door."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.access.door import Door
from kring.access.models import Item, Pulse
from kring.circle.domains import Domain, Kind, Layer, Ring, TieKind
from kring.circle.models import LastingRows, Member, Placement, Tie
from kring.circle.picture import Dot, Line, Picture
from kring.law.access import Klass, Section, Topic, Verb

SHOWN = (
    "pk",
    "member_id",
    "name",
    "relation",
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


def people(door: Door, layer: Layer, at: datetime | None = None) -> list[Person]:
    """Everyone in a layer, in the order in which they were named; now, or at a moment."""
    kinds = door.within(Member.objects.all()).values_list("pk", "kind", "mark")
    members = {key: (kind, mark) for key, kind, mark in kinds}
    # Who stands beside the child is part of another section: to who may not know that, a mark would give it away.
    marks = door.sieve(Section.RIGHTS).lets_any(Klass.OWN_WORDS, Topic.BESIDE_ME, Verb.KNOW)
    untold = _untold(door) if marks else frozenset()
    placed = door.within(_at(Placement.objects.filter(layer=layer.value), at)).order_by("member_id")
    placements = placed.values_list(*SHOWN, named=True)  # only what is shown: half the time of a long list
    return [
        _person(row, members[row.member_id], marks=marks and row.member_id not in untold)
        for row in placements
        if row.member_id in members
    ]


def _untold(door: Door) -> frozenset[UUID]:
    """Of whom the child keeps to itself, towards this visitor, that they stand beside it."""
    kept = door.answers.no_items
    if not kept:
        return frozenset()
    rows = Item.objects.filter(pk__in=kept, dossier=door.dossier.pk, section=Section.RIGHTS.value)
    return frozenset(one for one in rows.values_list("about", flat=True) if one is not None)


def person(door: Door, member: UUID, layer: Layer) -> Person | None:
    """One of them now, or nobody."""
    return next((one for one in people(door, layer) if one.key == member), None)


def ties(door: Door, layer: Layer, at: datetime | None = None) -> list[TieSeen]:
    """The ties of a layer."""
    rows = door.within(_at(Tie.objects.filter(layer=layer.value), at)).order_by("pk")
    told = rows.values_list("pk", "a_id", "b_id", "kind", "strength")
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


def _passes_by(one: Person) -> bool:
    """Who works for the help has a dashed rim: said so, or put in the sector of the help."""
    return one.in_care or one.domain is Domain.CARE


def names(door: Door, of: Collection[UUID] | None = None) -> dict[UUID, str]:
    """The best call name of these members, or of all: as the child says it, else as the adults do, else the last."""
    order = {Layer.ADULT.value: 0, Layer.CHILD.value: 1}
    some = Placement.objects.all() if of is None else Placement.objects.filter(member__in=of)
    rows = door.within(some).order_by("since_at")
    told = rows.values_list("member_id", "name", "layer", "until_at")
    ranked = sorted(told, key=lambda row: (row[3] is None, order[row[2]]))
    return {member: name for member, name, _, _ in ranked}


def pulse(door: Door) -> int:
    """How many times the circle changed: all that a poll looks at."""
    rows = Pulse.objects.filter(dossier=door.dossier.pk, section=Section.CIRCLE.value)
    return rows.values_list("version", flat=True).first() or 0


def _at(rows: LastingRows, at: datetime | None) -> LastingRows:
    return rows.current() if at is None else rows.at(at)


def _person(row: Placement, member: tuple[str, str], *, marks: bool) -> Person:
    kind, mark = member
    return Person(
        key=row.member_id,
        placement=row.pk,
        name=row.name,
        relation=row.relation,
        kind=Kind(kind),
        in_care=row.in_care,
        ring=Ring(row.ring) if row.ring is not None else None,
        domain=Domain(row.domain) if row.domain else None,
        guessed=row.guessed,
        support=row.support,
        mark=mark if marks else "",
        since_at=row.since_at,
    )
