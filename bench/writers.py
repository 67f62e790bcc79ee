"""Fifty writers on one circle: no edit lost, nothing done twice (quality.md 3, rows 11 and 12).

Each writer reads a member, then gives it a place with the version it read; one in five sends its form a second time.  A writer
who is told that somebody was first reads again.  Afterwards the rows and the log are held against what was acknowledged.
Last line: JSON with `writes acknowledged told_stale sent_twice lost doubled per_second`.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import UUID

import django
from django.core.management import call_command
from django.db import OperationalError, connection


def main(words: list[str]) -> int:
    """Run, print, and say whether the run was valid."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--writes", type=int, default=10_000)
    asked.add_argument("--writers", type=int, default=50)
    asked.add_argument("--seed", type=int, default=1)
    chosen = asked.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = os.environ.get("KRING_BENCH_DATABASE_URL", f"sqlite:///{folder}/kring.sqlite3")
        os.environ["KRING_ANCHOR"] = str(Path(folder) / "anchor")
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("guard", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115  # closed with the process
        figures = _run(chosen.writes, chosen.writers, chosen.seed)
    print(json.dumps(figures))
    return 0 if figures["acknowledged"] else 1


def _run(writes: int, writers: int, seed: int) -> dict[str, Any]:
    from kring.demo import cast

    seeded = cast.seed()
    began = time.perf_counter()
    share = [writes // writers + (1 if index < writes % writers else 0) for index in range(writers)]
    with ThreadPoolExecutor(writers) as pool:
        told = list(pool.map(lambda one: _writer(seeded, one[1], random.Random(seed + one[0])), enumerate(share)))
    seconds = time.perf_counter() - began
    acts = [act for acts, _ in told for act in acts]
    counts = sum((count for _, count in told), Counter[str]())
    return {
        "writes": writes,
        "acknowledged": len(acts),
        "told_stale": counts["stale"],
        "sent_twice": counts["twice"],
        **_held_against(seeded, acts),
        "per_second": round(len(acts) / seconds, 1),
    }


def _writer(seeded: Any, share: int, chance: random.Random) -> tuple[list[UUID], Counter[str]]:
    """One writer's acknowledged acts, and what it was told."""
    acts: list[UUID] = []
    counts: Counter[str] = Counter()
    for _ in range(share):
        acts.append(_one_write(seeded, chance, counts))
        if chance.random() < 0.2:
            counts["twice"] += 1
            _again(seeded, chance, acts[-1])
    connection.close()
    return acts, counts


def _one_write(seeded: Any, chance: random.Random, counts: Counter[str]) -> UUID:
    from kring.access.writing import StaleError
    from kring.kit.keys import uuid7

    while True:
        act = uuid7()
        try:
            _place(seeded, chance, act)
        except StaleError:
            counts["stale"] += 1
        except OperationalError:
            counts["busy"] += 1
        else:
            return act


def _again(seeded: Any, chance: random.Random, act: UUID) -> None:
    from kring.access.writing import StaleError
    from kring.audit.chain import AlreadyDoneError

    try:
        _place(seeded, chance, act)
    except (AlreadyDoneError, StaleError):
        return
    raise RuntimeError("a form that was sent twice did its thing twice")


def _place(seeded: Any, chance: random.Random, act: UUID) -> None:
    from kring.access.door import open_door
    from kring.circle import reading
    from kring.circle.acts import people
    from kring.circle.domains import Domain, Layer, Ring
    from kring.law.access import Section
    from kring.people.actors import Actor, ActorKind

    actor = Actor(ActorKind.SESSION, seeded.persons["lotte"])
    door = open_door(actor, seeded.dossiers["noor"], Section.CIRCLE)
    seen = chance.choice(reading.people(door, Layer.CHILD))
    spot = people.Spot(layer=Layer.CHILD, ring=chance.choice(list(Ring)), domain=chance.choice(list(Domain)))
    people.place(door, seen.key, spot, version=seen.version, act=act)


def _held_against(seeded: Any, acts: list[UUID]) -> dict[str, int]:
    """What the rows and the log say of the acts that were acknowledged."""
    from kring.access.door import open_door
    from kring.audit import chain
    from kring.audit.models import Entry
    from kring.circle.models import Placement
    from kring.law.access import Section
    from kring.people.actors import Actor, ActorKind

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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
