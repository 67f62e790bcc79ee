"""A log to check, and a thousand ways to spoil one.  Every change is rolled back, so that the next finds it whole."""

import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from kring.audit import chain, guard
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.kit import clock
from kring.kit.keys import uuid7

SHORT = 200
CHUNK = 5_000
TEXT = {"event": "door.refused", "actor_kind": "job", "codes": '["journal"]', "mac": "a" * 64}
IDS = ("id", "actor", "dossier", "subject", "once")
Change = Callable[[random.Random], None]


def checked(entries: int) -> dict[str, Any]:
    """How many entries of a whole log are checked in a second."""
    _write(entries)
    processor, wall = time.process_time(), time.perf_counter()
    found = list(chain.faults())
    processor, wall = time.process_time() - processor, time.perf_counter() - wall
    if found:
        raise RuntimeError(f"a log that nobody touched is not whole: {found}")
    return {"entries": entries, "rows_per_s": round(entries / processor), "rows_per_s_wall": round(entries / wall)}


def tampered(changes: int, seed: int) -> dict[str, Any]:
    """Spoil a short log so many times: how often nobody would have known."""
    _write(SHORT)
    chance = random.Random(seed)  # noqa: S311  # repeatable, not secret
    unseen: Counter[str] = Counter()
    kinds = list(KINDS)
    for number in range(changes):
        kind = kinds[number % len(kinds)]
        with transaction.atomic():
            _open_the_guards()
            KINDS[kind](chance)
            unseen[kind] += not list(chain.faults())
            transaction.set_rollback(True)
    return {f"unseen_of_{changes}": unseen.total(), "by_kind": {kind: unseen[kind] for kind in kinds}}


def _write(entries: int) -> None:
    """A log of so many entries and its anchor file, instead of the one that stands."""
    with transaction.atomic():
        _open_the_guards()
        _ask("DELETE FROM audit_entry")
        began, before, anchor = clock.now(), chain.START, []
        for first in range(1, entries + 1, CHUNK):
            chunk = [_entry(seq) for seq in range(first, min(first + CHUNK, entries + 1))]
            for entry in chunk:
                entry.at = began + timedelta(seconds=entry.seq)
                entry.mac = before = chain.link(entry, before)
            Entry.objects.bulk_create(chunk)
            anchor += [f"{entry.seq} {entry.mac}\n" for entry in chunk]
        Path(settings.ANCHOR).write_text("".join(anchor), encoding="ascii")


def _entry(seq: int) -> Entry:
    some = {name: uuid7() for name in IDS}
    return Entry(seq=seq, event=Event.DOOR_VISITED.value, actor_kind="session", codes=["circle", "lead_worker"], **some)


def _open_the_guards() -> None:
    """What someone with the owner's password does first; it is rolled back or set anew."""
    for name in guard.guards():
        _ask(f"DROP TRIGGER {name} ON audit_entry" if connection.vendor == "postgresql" else f"DROP TRIGGER {name}")


def _ask(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))


def _edit(chance: random.Random) -> None:
    seq = chance.randint(1, SHORT)
    column = chance.choice([*IDS, *TEXT, "at"])
    new = TEXT.get(column, "2020-01-01 00:00:00+00:00" if column == "at" else uuid7().hex)
    if column in {"actor", "dossier", "subject", "once"} and chance.random() < 0.5:
        new = None
    _ask(f"UPDATE audit_entry SET {column} = %s WHERE seq = %s", new, seq)  # noqa: S608  # our own names


def _take_out(chance: random.Random) -> None:
    """One entry gone; half of the time those after it move up."""
    seq = chance.randint(1, SHORT)
    _ask("DELETE FROM audit_entry WHERE seq = %s", seq)
    if chance.random() < 0.5:
        for later in range(seq + 1, SHORT + 1):
            _ask("UPDATE audit_entry SET seq = %s WHERE seq = %s", later - 1, later)


def _put_in(chance: random.Random) -> None:
    """One entry more, anywhere, with a MAC that was seen elsewhere."""
    seq = chance.randint(1, SHORT + 1)
    for later in range(SHORT, seq - 1, -1):
        _ask("UPDATE audit_entry SET seq = %s WHERE seq = %s", later + 1, later)
    forged = _entry(seq)
    forged.at, forged.mac = clock.now(), chance.choice(list(Entry.objects.values_list("mac", flat=True)))
    Entry.objects.bulk_create([forged])


def _reorder(chance: random.Random) -> None:
    one, other = chance.sample(range(1, SHORT + 1), 2)
    for new, old in ((SHORT + 9, one), (one, other), (other, SHORT + 9)):
        _ask("UPDATE audit_entry SET seq = %s WHERE seq = %s", new, old)


def _cut(chance: random.Random) -> None:
    _ask("DELETE FROM audit_entry WHERE seq > %s", chance.randint(0, SHORT - 1))


def _write_anew(chance: random.Random) -> None:
    """From an entry on another past, with the right key: only the anchor file can tell."""
    first = chance.randint(1, SHORT)
    rows = list(Entry.objects.filter(seq__gte=first - 1).order_by("seq"))
    before = rows.pop(0).mac if first > 1 else chain.START
    _ask("DELETE FROM audit_entry WHERE seq >= %s", first)
    for entry in rows:
        entry.actor = uuid7()
        entry.mac = before = chain.link(entry, before)
    Entry.objects.bulk_create(rows)


KINDS: dict[str, Change] = {
    "edited": _edit,
    "taken_out": _take_out,
    "put_in": _put_in,
    "reordered": _reorder,
    "cut": _cut,
    "written_anew": _write_anew,
}
