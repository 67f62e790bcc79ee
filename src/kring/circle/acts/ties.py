"""Ties between people: know each other, close, tension, broken."""

from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError, StaleError
from kring.audit.events import Event
from kring.circle.acts.people import KLASS
from kring.circle.acts.walls import wall_between
from kring.circle.domains import Layer, TieKind
from kring.circle.models import Member, Tie
from kring.kit import clock
from kring.law.access import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Two members, and what is between them; the order does not matter."""

    a: UUID
    b: UUID
    kind: TieKind
    strength: int = 2


def tie(door: Door, between: Between, *, layer: Layer, act: UUID) -> None:
    """Draw a tie; one that was there between the same two ends."""
    both = [between.a, between.b]
    with door.writes(Event.TIE_DRAWN, once=act, codes=(layer.value, between.kind.value)) as write:
        if between.a == between.b or door.within(Member.objects.filter(pk__in=both)).count() != len(both):
            raise NotAllowedError
        for row in door.within(Tie.objects.filter(layer=layer.value, a__in=both, b__in=both).current()):
            write.change(row, until_at=clock.now(), ended_by=act)
        write.add(
            Tie,
            Filing(klass=KLASS[layer], topic=Topic.CIRCLE, wall=wall_between(door.dossier.pk, both)),
            a_id=between.a,
            b_id=between.b,
            layer=layer.value,
            kind=between.kind.value,
            strength=between.strength,
            since_at=clock.now(),
            began_by=act,
        )


def untie(door: Door, key: UUID, *, act: UUID) -> None:
    """Take a tie away.  Raises `StaleError` for one that is gone already."""
    with door.writes(Event.TIE_REMOVED, once=act) as write:
        row = door.within(Tie.objects.filter(pk=key)).first()
        if row is None:
            raise NotAllowedError
        if row.until_at:
            raise StaleError
        write.change(row, until_at=clock.now(), ended_by=act)
