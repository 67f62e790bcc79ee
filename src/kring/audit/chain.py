"""The only writer of the log: each link carries an HMAC over itself and the link before it.

The key stands outside the database, and so does the anchor file: one line per committed link (`seq mac`), appended
after the commit.  An edit, a cut, an insertion and a rewrite with the right key all show (quality.md 3, row 18).
"""

import hashlib
import os
import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import Q, QuerySet

from kring.audit import canon
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.kit.prepared import Prepared

Ids = QuerySet[Any, Any]
START = "0" * 64
LOCK = 0x4B52494E47  # "KRING": one writer at a time on PostgreSQL; SQLite has one by itself


class AlreadyDoneError(Exception):
    """This form was sent before: what it asked for has been done once, and is not done again."""


_ANCHORED = re.compile(r"^(\d+) (\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a writer tells the log: who (kind, opaque id), what, about which dossier and row, and the codes of why."""

    event: Event
    actor_kind: str
    actor: UUID | None
    dossier: UUID | None = None
    subject: UUID | None = None
    codes: tuple[str, ...] = ()
    once: UUID | None = None


def refuse_again(once: UUID | None) -> None:
    """Asked before anything is written: what was sent twice is not weighed against what the first time changed."""
    if once and Entry.objects.filter(once=once).exists():
        raise AlreadyDoneError


def _newest() -> Ids:
    """The last link, which the next one holds on to; none in an empty log."""
    return Entry.objects.order_by("-seq").values_list("seq", "mac")[:1]


_NEWEST = Prepared(_newest)


def append(line: Line) -> Entry:
    """Add one link, as the last statement before the commit.  Raises `AlreadyDoneError` for a used once-token."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    seq, before = next(iter(_NEWEST.ask()), (0, START))
    entry = Entry(
        id=uuid7(),
        seq=seq + 1,
        at=clock.now(),
        event=line.event.value,
        actor_kind=line.actor_kind,
        actor=line.actor,
        dossier=line.dossier,
        subject=line.subject,
        codes=list(line.codes),
        once=line.once,
    )
    entry.mac = link(entry, before)
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
    except IntegrityError as error:
        if line.once and Entry.objects.filter(once=line.once).exists():
            raise AlreadyDoneError from error
        raise
    transaction.on_commit(lambda: _anchor(entry.seq, entry.mac))
    return entry


def last(*events: Event) -> Entry | None:
    """The last entry of one of these kinds; without a kind the last of all.  Nothing where there is none."""
    rows = Entry.objects.order_by("-seq")
    return (rows.filter(event__in=[one.value for one in events]) if events else rows).first()


def link(entry: Entry, before: str) -> str:
    """The HMAC of one entry, given the one before it."""
    return _sealer()(before + canon.text_of(entry))


def _sealer() -> Callable[[str], str]:
    """HMAC-SHA256 (RFC 2104) with our key, of which the two halves are made once: a fifth off the time of a check."""
    key = b64decode(settings.LOG_KEY).ljust(hashlib.sha256().block_size, b"\0")
    inner, outer = (hashlib.sha256(bytes(byte ^ pad for byte in key)) for pad in (0x36, 0x5C))

    def seal(said: str) -> str:
        within, around = inner.copy(), outer.copy()
        within.update(said.encode())
        around.update(within.digest())
        return around.hexdigest()

    return seal


def faults() -> Iterator[str]:
    """Everything wrong with the log, the first broken link first; nothing when it is whole."""
    try:
        yield from _faults()
    except OperationalError as error:  # bytes where text stands: SQLite takes them, an entry never holds them
        yield f"it cannot be read to its end ({error})"


def _faults() -> Iterator[str]:
    anchored, twice = _anchored()
    expected, before, seal = 1, START, _sealer()
    for seq, text, mac in canon.texts():
        if seq != expected:
            yield f"entry {expected} is missing (found {seq})"
            return
        if mac != seal(before + text):
            yield f"entry {seq} was changed, or the one before it was replaced"
            return
        if anchored.get(seq, mac) != mac:
            yield f"entry {seq} is not the one that the anchor file saw: the log was rewritten"
            return
        expected, before = seq + 1, mac
    yield from _against_the_anchor(anchored, twice, ends=expected - 1)


def _against_the_anchor(anchored: dict[int, str], twice: set[int], *, ends: int) -> Iterator[str]:
    """What only the anchor file can tell of a chain that is whole in itself."""
    if twice:
        yield f"the anchor file saw two entries {min(twice)}: the end was cut off there and written anew"
    if anchored and max(anchored) > ends:
        yield f"the end was cut off: the anchor file saw entry {max(anchored)}, the log ends at {ends}"
    if ends and not anchored:
        yield "the anchor file is gone or empty: whether the end was cut off cannot be seen"


def done(once: UUID) -> Entry | None:
    """What this form did when it was sent before; nothing for a form that is new."""
    return Entry.objects.filter(once=once).first()


class Told(NamedTuple):
    """What happened, when, and its codes: of a day that is all a reader needs."""

    event: str
    at: datetime
    codes: list[str]


def told(dossier: UUID, since: datetime, until: datetime, events: Iterable[Event]) -> list[Told]:
    """How often these things happened in one dossier between two moments, for a reader who came through its door."""
    here = Entry.objects.filter(dossier=dossier, event__in=[one.value for one in events])
    rows = here.filter(at__gte=since, at__lt=until).order_by("seq")
    return [Told(*row) for row in rows.values_list("event", "at", "codes")]


def all_of(dossier: UUID, event: Event) -> list[Entry]:
    """Every time this happened about one child, the last first, for a reader who came through its door."""
    return list(Entry.objects.filter(dossier=dossier, event=event.value).order_by("-seq"))


class Done(NamedTuple):
    """What was done, when, about which row, and its codes."""

    event: str
    at: datetime
    subject: UUID | None
    codes: list[str]


def done_as(kind: str, dossier: UUID, since: datetime) -> list[Done]:
    """What was done in one dossier by who came in so, the last first, for a reader who came through its door."""
    rows = Entry.objects.filter(dossier=dossier, actor_kind=kind, at__gte=since).order_by("-seq")
    return [Done(*row) for row in rows.values_list("event", "at", "subject", "codes")]


@dataclass(frozen=True, slots=True)
class Newest:
    """The last entry: its number is how long the log is."""

    number: int
    at: datetime


def newest() -> Newest | None:
    """The last entry, if there is one."""
    last = Entry.objects.order_by("-seq").values_list("seq", "at").first()
    return Newest(*last) if last else None


def moments(event: Event, since: datetime, *, dossiers: Ids, people: Ids) -> list[datetime]:
    """When this happened about one of these children or by one of these people: for who looks after the log."""
    ours = Entry.objects.filter(Q(dossier__in=dossiers) | Q(actor__in=people), event=event.value)
    return list(ours.filter(at__gte=since).values_list("at", flat=True))


def _anchored() -> tuple[dict[int, str], set[int]]:
    """What the anchor file saw first of each entry, and of which entries it saw another one afterwards."""
    path = Path(settings.ANCHOR)
    if not path.exists():
        return {}, set()
    told = [(int(seq), mac) for seq, mac in _ANCHORED.findall(path.read_text(encoding="ascii", errors="replace"))]
    seen = dict(reversed(told))  # the first of two stays
    twice = {seq for seq, mac in told if seen[seq] != mac} if len(seen) < len(told) else set()
    return seen, twice


def _anchor(seq: int, mac: str) -> None:
    # One short line, appended by the kernel as a whole: several processes may write at once.
    handle = os.open(settings.ANCHOR, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, f"{seq} {mac}\n".encode("ascii"))
    finally:
        os.close(handle)
