"""The contest of `bench.writers`: many writers on one circle, and what the rows and the log say of it afterwards."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

from django.db import OperationalError, connection

from kring.access.door import open_door
from kring.access.writing import StaleError
from kring.audit import chain
from kring.audit.models import Entry
from kring.circle import reading
from kring.circle.acts import people
from kring.circle.domains import Domain, Layer, Ring
from kring.circle.models import Placement
from kring.demo import cast
from kring.demo.cast import Seeded
from kring.kit.busy import is_busy
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.people.actors import Actor, ActorKind

TWICE = 0.2
"""One form in five is sent a second time."""


def hold(writes: int, writers: int, seed: int) -> dict[str, Any]:
    """Let them write, and count."""

    seeded = cast.seed()
    began = time.perf_counter()
    share = [writes // writers + (1 if index < writes % writers else 0) for index in range(writers)]
    with ThreadPoolExecutor(writers) as pool:
        told = list(pool.map(lambda one: _writer(seeded, one[1], _chance(seed + one[0])), enumerate(share)))
    seconds = time.perf_counter() - began
    acts = [act for acts, _ in told for act in acts]
    counts = sum((count for _, count in told), Counter[str]())
    return {
        "writes": writes,
        "acknowledged": len(acts),
        "told_stale": counts["stale"],
        "told_busy": counts["busy"],
        "sent_twice": counts["twice"],
        **_held_against(seeded, acts),
        "per_second": round(len(acts) / seconds, 1),
    }


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  # repeatable, not secret


def _writer(seeded: Seeded, share: int, chance: random.Random) -> tuple[list[UUID], Counter[str]]:
    """One writer's acknowledged acts, and what it was told."""
    acts: list[UUID] = []
    counts: Counter[str] = Counter()
    for _ in range(share):
        acts.append(_one_write(seeded, chance, counts))
        if chance.random() < TWICE:
            counts["twice"] += 1
            _again(seeded, chance, acts[-1], counts)
    connection.close()
    return acts, counts


def _one_write(seeded: Seeded, chance: random.Random, counts: Counter[str]) -> UUID:
    """One act, from reading to an acknowledgement; who is told that somebody was first, reads again."""
    while True:
        act = uuid7()
        try:
            _place(seeded, chance, act)
        except StaleError:
            counts["stale"] += 1
        except OperationalError as error:
            counts["busy"] += _told_busy(error)
        else:
            return act


def _again(seeded: Seeded, chance: random.Random, act: UUID, counts: Counter[str]) -> None:
    """Send the same form once more: the only right answer is that it was done; a lock not got is tried again."""
    while True:
        try:
            _place(seeded, chance, act)
        except chain.AlreadyDoneError:
            return
        except OperationalError as error:
            counts["busy"] += _told_busy(error)
            continue
        raise RuntimeError("a form that was sent twice did its thing twice")


def _told_busy(error: OperationalError) -> int:
    """One more who was told to try again.  Any other refusal of the database ends the run."""
    if not is_busy(error):
        raise error
    return 1


def _place(seeded: Seeded, chance: random.Random, act: UUID) -> None:

    actor = Actor(ActorKind.SESSION, seeded.persons["lotte"])
    door = open_door(actor, seeded.dossiers["noor"], Section.CIRCLE)
    seen = chance.choice(reading.people(door, Layer.CHILD))
    spot = people.Spot(layer=Layer.CHILD, ring=chance.choice(list(Ring)), domain=chance.choice(list(Domain)))
    people.place(door, seen.key, spot, version=seen.version, act=act)


def _held_against(seeded: Seeded, acts: list[UUID]) -> dict[str, int]:
    """What the rows and the log say of the acts that were acknowledged."""

    door = open_door(Actor(ActorKind.SESSION, seeded.persons["lotte"]), seeded.dossiers["noor"], Section.CIRCLE)
    began = Counter(door.within(Placement.objects.all()).values_list("began_by", flat=True))
    logged = Counter(Entry.objects.exclude(once=None).values_list("once", flat=True))
    current = Counter(
        door.within(Placement.objects.filter(layer="child").current()).values_list("member_id", flat=True)
    )
    broken = list(chain.faults())
    return {
        "lost": sum(began[act] != 1 or logged[act] != 1 for act in acts) + len(broken),
        "doubled": sum(count > 1 for count in current.values()) + sum(began[act] > 1 for act in acts),
    }
