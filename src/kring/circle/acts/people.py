"""Naming people and giving them a place.  A placement is never overwritten: it ends, and a new one begins (A226)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError, Opened, StaleError, Writing
from kring.audit.events import Event
from kring.circle.acts import beside
from kring.circle.domains import Domain, Kind, Layer, Ring
from kring.circle.guess import Guess, guess
from kring.circle.models import Member, Placement
from kring.kit import clock
from kring.law.access import Klass, Topic

NOWHERE = UUID(int=0)
"""The version of who has no placement in a layer."""
KLASS = {Layer.CHILD: Klass.OWN_WORDS, Layer.ADULT: Klass.FILE}
CARRIED = ("name", "relation", "kind", "in_care", "ring", "domain", "guessed", "support")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where someone is put: in which layer, how near, in which life domain."""

    layer: Layer
    ring: Ring
    domain: Domain


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """How a layer calls and describes someone."""

    name: str
    relation: str = ""
    kind: Kind = Kind.PERSON
    in_care: bool = False
    support: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnScreen:
    """What the writer had on the screen: in which layer, and which placement of it (None: whatever stands there).

    `version` is the key of that placement: in a circle every change makes a new one (no number, as of an `Item`).
    """

    layer: Layer
    version: UUID | None = None


def add(door: Door, names: Sequence[str], *, layer: Layer, act: UUID) -> list[UUID]:
    """Name people, pets, places or groups: each stands in the tray with what the word list guesses, as a proposal."""
    with door.writes(Event.PEOPLE_ADDED, once=act, codes=(layer.value, str(len(names)))) as write:
        return named(write, names, layer=layer)


def named(write: Writing, names: Sequence[str], *, layer: Layer, wall: UUID | None = None) -> list[UUID]:
    """Put names into a layer, inside a writing that is going on (naming someone beside the child uses this too).

    `wall`: behind which they stand, of who comes in already; what is written about them goes along (R16).
    """
    proposals = [guess(name) for name in names]
    members = write.add_all(Member, [(replace(_row(layer), wall=wall), {}) for _ in names])
    keys = [member.item_id for member in members]
    wanted = [
        (_row(layer, key), _placement(write, key, layer, _proposed(name, proposal)))
        for key, name, proposal in zip(keys, names, proposals, strict=True)
    ]
    write.add_all(Placement, wanted)
    return keys


def _proposed(name: str, proposal: Guess) -> dict[str, Any]:
    return {
        "name": name,
        "relation": proposal.relation,
        "kind": proposal.kind.value,
        "in_care": proposal.in_care,
        "domain": proposal.domain.value if proposal.domain else None,
        "guessed": proposal.domain is not None,
    }


def place(door: Door, member: UUID, spot: Spot, *, version: UUID | None = None, act: UUID) -> None:
    """Give someone a ring and a life domain.  Raises `StaleError` when another device moved them meanwhile."""
    codes = (spot.layer.value, str(spot.ring.value), spot.domain.value)
    with door.writes(Event.PERSON_PLACED, once=act, codes=codes) as write:
        fields = {"ring": spot.ring.value, "domain": spot.domain.value, "guessed": False}
        _replace(write, member, OnScreen(layer=spot.layer, version=version), fields)


def place_all(door: Door, spots: dict[UUID, Spot], *, act: UUID) -> None:
    """Give several people a place in one act: the proposals of a pasted list, taken over together."""
    with door.writes(Event.PERSON_PLACED, once=act, codes=(str(len(spots)),)) as write:
        for member, spot in spots.items():
            fields = {"ring": spot.ring.value, "domain": spot.domain.value, "guessed": False}
            _replace(write, member, OnScreen(layer=spot.layer), fields)


def describe(door: Door, member: UUID, seen: OnScreen, described: Described, *, act: UUID) -> None:
    """Call or describe someone otherwise, in one layer: also what it is (person, pet, place, group).

    Raises `StandsBesideError` where it would make a thing of who was chosen, or give that one another name.
    """
    beside.only_by_its_name(door, member, seen.layer, described.name)
    beside.only_if_free(door, [member] if beside.is_thing(described.kind.value) else [])
    with door.writes(Event.PERSON_PLACED, once=act, codes=(seen.layer.value, "described")) as write:
        fields = {
            "name": described.name,
            "relation": described.relation,
            "kind": described.kind.value,
            "in_care": described.in_care,
            "support": described.support,
        }
        _replace(write, member, seen, fields)


def remove(door: Door, member: UUID, layer: Layer, *, version: UUID | None = None, act: UUID) -> None:
    """Take someone out of a layer.  It is known that they were there, and it can be undone.

    Raises `StaleError`; and `StandsBesideError` of who was chosen, for anybody but the child.
    """
    beside.only_if_free(door, [member])
    with door.writes(Event.PERSON_REMOVED, once=act, codes=(layer.value,)) as write:
        row = _current(door, member, layer)
        _check(OnScreen(layer=layer, version=version), row)
        _end(write, row)


def _replace(write: Writing, member: UUID, seen: OnScreen, fields: dict[str, Any]) -> None:
    row = _current(write.door, member, seen.layer)
    _check(seen, row)
    kept = {name: getattr(row, name) for name in CARRIED} if row is not None else _elsewhere(write.door, member)
    if row is not None:
        _end(write, row)
    _begin(write, member, seen.layer, {**kept, **fields})


def _check(seen: OnScreen, row: Placement | None) -> None:
    """Every change ends a placement and begins another: the placement itself says which version was on the screen."""
    if seen.version is not None and seen.version != (row.pk if row else NOWHERE):
        raise StaleError


def _elsewhere(door: Opened, member: UUID) -> dict[str, Any]:
    """How the other layer knows someone who has no place in this one yet."""
    row = door.within(Placement.objects.filter(member=member)).order_by("-since_at").first()
    if row is None:
        raise NotAllowedError
    return {name: getattr(row, name) for name in CARRIED}


def _current(door: Opened, member: UUID, layer: Layer) -> Placement | None:
    rows = door.within(Placement.objects.filter(member=member, layer=layer.value).current())
    found: Placement | None = rows.first()
    return found


def _begin(write: Writing, member: UUID, layer: Layer, fields: dict[str, Any]) -> None:
    write.add(Placement, _row(layer, member), **_placement(write, member, layer, fields))


def _placement(write: Writing, member: UUID, layer: Layer, fields: dict[str, Any]) -> dict[str, Any]:
    began = {"since_at": clock.now(), "began_by": write.act}
    return {"member_id": member, "layer": layer.value, **began, **fields}


def _end(write: Writing, row: Placement | None) -> None:
    if row is None:
        raise NotAllowedError
    # The version that was read just now: of two writers at the same moment, the second one is told.
    write.change(row, version=row.item.version, until_at=clock.now(), ended_by=write.act)


def _row(layer: Layer, member: UUID | None = None) -> Filing:
    return Filing(klass=KLASS[layer], topic=Topic.CIRCLE, about=member)
