"""How the child itself comes in: a card, pictures, an own phone; for the child and who works with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from kring.access.acts import LetIn, asking_it, child_of
from kring.access.door import Door, RefusedError
from kring.access.links import under_figure
from kring.access.models import Given
from kring.kit import clock
from kring.law.access import Relation
from kring.law.ways import GIVES, WayKind
from kring.people import pictures, seals
from kring.people.models import Device, Pin, Way, WayEnd


@dataclass(frozen=True, slots=True)
class OwnWay:
    """The last card or pictures that were made, and where the own PIN is enough."""

    given: Given | None
    devices: list[Device]
    has_pin: bool
    now: datetime
    unasked: Given | None = None
    """The pictures or the card of which somebody still asks the child whether it chose, or used, them itself (R7)."""
    may_ask: bool = False
    """The visitor is the one to ask that."""

    @property
    def way(self) -> Way | None:
        """The way in itself, if one was ever made and nobody ended it."""
        shown = self.given is not None and self.given.way.ended_for in {"", WayEnd.USED, WayEnd.GUESSED}
        return self.given.way if self.given and shown else None

    @property
    def is_open(self) -> bool:
        """Whether it still opens."""
        return self.way is not None and self.way.is_open(self.now)

    @property
    def kind(self) -> str:
        """A card or pictures, if there is one."""
        return self.way.kind if self.way else ""

    @property
    def alone(self) -> bool:
        """The child chose its pictures without anybody."""
        return self.way is not None and self.way.made_by_id == self.way.person_id

    @property
    def is_asked(self) -> bool:
        """Whether somebody still asks the child whether it chose these pictures: those of before another knew."""
        return self.unasked is not None and self.unasked.way.kind == WayKind.PICTURES

    @property
    def card_is_asked(self) -> bool:
        """Whether somebody still asks the child whether it used the card that was made for it, and chose the digits."""
        return self.unasked is not None and not self.is_asked

    @property
    def is_guessed(self) -> bool:
        """Somebody typed ten wrong PINs with it: the worker has to know."""
        return self.way is not None and self.way.ended_for == WayEnd.GUESSED


def own_way(door: Door) -> OwnWay:
    """For the child itself, and for who may let it in.  Raises `RefusedError`."""
    if door.relation is not Relation.CHILD:
        only_who_lets_the_child_in(door)
    child = child_of(door)
    rows = Given.objects.filter(dossier=door.dossier.pk, relation=Relation.CHILD.value, way__person=child)
    last = rows.select_related("way__settled_by", "recorded_by").order_by("-pk").first()
    made = OwnWay(last, list(_phones(child)), Pin.objects.filter(person=child).exists(), clock.now())
    unasked = asking_it.unasked(door)
    return replace(made, unasked=unasked, may_ask=unasked is not None and asking_it.may_ask(door, unasked))


def phone(door: Door, key: UUID) -> Device:
    """One of the child's own phones.  Raises `RefusedError`."""
    found = next((one for one in own_way(door).devices if one.pk == key), None)
    if found is None:
        raise RefusedError
    return found


def only_who_lets_the_child_in(door: Door) -> None:
    """For who works with the child.  Raises `RefusedError`."""
    if Relation.CHILD not in GIVES.get(door.relation, frozenset()):
        raise RefusedError


def chooses_alone(door: Door) -> bool:
    """Whether the child chooses its pictures alone, with those it came in by; else the worker does so with the child.

    Raises `RefusedError`.
    """
    if door.relation is Relation.CHILD and door.actor.is_small:
        return True
    only_who_lets_the_child_in(door)
    return False


def card(door: Door, *, anew: bool, over: bool) -> LetIn:
    """A card for the child of this place; the same person as before, if it ever came in."""
    return _child(door, WayKind.CARD, anew=anew or over, over=over)


def by_pictures(door: Door, figure: str, row: tuple[str, ...]) -> LetIn:
    """The figure and the pictures that the child chose."""
    return _child(door, WayKind.PICTURES, figure=figure, code=pictures.told(row))


def free_figures(door: Door) -> list[str]:
    """Figures that are not yet of too many children of this house."""
    house = door.dossier.team.organisation_id
    here = Given.objects.filter(dossier__team__organisation=house, way__kind=WayKind.PICTURES.value, way__ended_at=None)
    others = here.exclude(dossier=door.dossier.pk).values("way__figure").annotate(count=Count("pk"))
    full = {one["way__figure"] for one in others if one["count"] >= pictures.SHARE}
    return [one for one in pictures.FIGURES if one not in full]


def is_taken(door: Door, figure: str, row: tuple[str, ...]) -> bool:
    """Whether another child has the same figure and the same row."""
    mine = set(Given.objects.filter(dossier=door.dossier.pk).values_list("way_id", flat=True))
    others = (way for way in under_figure(door.dossier.team.organisation_id, figure) if way.pk not in mine)
    return any(seals.fits(pictures.told(row), way.pin) for way in others)


def _phones(child: UUID | None) -> list[Device]:
    return list(Device.objects.filter(person=child, own=True, ended_at=None).order_by("pk")) if child else []


def _child(door: Door, kind: WayKind, **rest: object) -> LetIn:
    return LetIn(
        name=door.dossier.call_name,
        relation=Relation.CHILD,
        kind=kind,
        person=child_of(door),
        **rest,  # type: ignore[arg-type]  # by name
    )
