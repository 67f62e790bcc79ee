"""The circles of Noor and Sem, drawn through the acts of the room `circle`."""

from datetime import timedelta
from uuid import UUID

from kring.access.asking import everything
from kring.access.door import Door, open_door
from kring.circle.acts import people, ties
from kring.circle.domains import Domain, Layer, Ring, TieKind
from kring.circle.models import Placement, Tie
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.people.actors import Actor

Placed = tuple[str, Ring, Domain]

NOOR: dict[str, Placed] = {
    "rita": ("oma Rita", Ring.VERY_NEAR, Domain.FAMILY),
    "sem_brother": ("Sem", Ring.VERY_NEAR, Domain.FAMILY),
    "mama": ("mama", Ring.NEAR, Domain.FAMILY),
    "papa": ("papa", Ring.FURTHER, Domain.FAMILY),
    "yara": ("Yara", Ring.VERY_NEAR, Domain.FRIENDS),
    "mama_van_yara": ("mama van Yara", Ring.NEAR, Domain.FRIENDS),
    "els": ("juf Els", Ring.NEAR, Domain.SCHOOL),
    "wilma": ("Wilma", Ring.VERY_NEAR, Domain.STREET),
    "karim": ("trainer Karim", Ring.NEAR, Domain.LEISURE),
    "johan": ("pastor Johan", Ring.FURTHER, Domain.FAITH),
    "tom": ("meester Tom", Ring.ONCE, Domain.PAST),
    "lotte_member": ("Lotte", Ring.NEAR, Domain.CARE),
    "minou": ("poes Minou", Ring.VERY_NEAR, Domain.FAMILY),
}
SEM: dict[str, Placed] = {
    "sem_rita": ("oma Rita", Ring.VERY_NEAR, Domain.FAMILY),
    "sem_noor": ("Noor", Ring.VERY_NEAR, Domain.FAMILY),
    "sem_mama": ("mama", Ring.VERY_NEAR, Domain.FAMILY),
    "sem_juf": ("juf Els", Ring.NEAR, Domain.SCHOOL),
    "sem_rex": ("hond Rex", Ring.NEAR, Domain.STREET),
}
CIRCLES = {"noor": NOOR, "sem": SEM}
TIES = (("mama", "papa", TieKind.TENSION), ("yara", "mama_van_yara", TieKind.KNOW), ("rita", "mama", TieKind.CLOSE))


def draw(actor: Actor, dossier: UUID, child: str) -> dict[str, UUID]:
    """Draw a child's circle; the members by their short name."""
    door = open_door(actor, dossier, Section.CIRCLE)
    plan = CIRCLES[child]
    keys = people.add(door, [name for name, _, _ in plan.values()], layer=Layer.CHILD, act=uuid7())
    members = dict(zip(plan, keys, strict=True))
    spots = {
        members[key]: people.Spot(layer=Layer.CHILD, ring=ring, domain=domain)
        for key, (_, ring, domain) in plan.items()
    }
    people.place_all(door, spots, act=uuid7())
    if child == "noor":
        _noors_own(door, members)
    _some_weeks_ago(door)
    return members


def _some_weeks_ago(door: Door) -> None:
    """Let it be older than today, so that two days can be compared."""
    then = clock.now() - timedelta(days=19)
    with everything():
        door.within(Placement.objects.all()).update(since_at=then)
        door.within(Placement.objects.exclude(until_at=None)).update(until_at=then)
        door.within(Tie.objects.all()).update(since_at=then)


def _noors_own(door: Door, members: dict[str, UUID]) -> None:
    for a, b, kind in TIES:
        ties.tie(door, ties.Between(a=members[a], b=members[b], kind=kind), layer=Layer.CHILD, act=uuid7())
    spots = {
        members["wilma"]: people.Spot(layer=Layer.ADULT, ring=Ring.NEAR, domain=Domain.STREET),
        members["mama"]: people.Spot(layer=Layer.ADULT, ring=Ring.VERY_NEAR, domain=Domain.FAMILY),
    }
    people.place_all(door, spots, act=uuid7())
