"""Whether what is kept from someone can be told from what it gets: the same answer with hidden rows and without.

Words are found by the crawler.  A count, an order and the time that an answer takes hold no word: here every row that
someone may not read is put there once more, and what it gets must be the same, byte for byte.  Of time the proxy is the
work that the database did: how many statements, and how many rows came back.  That says nothing of work in Python on
the same rows, nor of a lock; it does not flicker, which a clock does.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models.sql.compiler import SQLCompiler
from django.http import HttpResponse
from django.test import Client

from kring.access.asking import everything
from kring.access.kept import Kept, kept_models
from kring.access.models import Item
from kring.kit.keys import uuid7
from kring.law.access import Section, Verb
from tests.canary.allowed import Reader
from tests.family import undone

OF_THE_MOMENT = re.compile(rb'(name="(?:csrfmiddlewaretoken|once|act)" value|nonce)="[^"]*"')
NOT_OF_THE_PAGE = {"Content-Security-Policy", "Set-Cookie", "Expires", "Date"}


@dataclass(slots=True)
class Work:
    """What the database did for one answer."""

    statements: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer, without what is of the moment only."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    statements: int
    rows: int


@dataclass(slots=True)
class Differences:
    """In which answers, and in what, the hidden rows could be told."""

    answers: int = 0
    hidden: int = 0
    found: list[str] = field(default_factory=list)


def compare(who: Reader, browser: Client, addresses: list[str], found: Differences) -> None:
    """Ask each address without the hidden rows and with them."""
    browser.get("/in/")  # it is here from now on
    without = {where: _ask(browser, where) for where in addresses}
    with undone():
        found.hidden += put_once_more(who)
        for where in addresses:
            found.answers += 2
            found.found += [f"{what} at {where}" for what in _apart(without[where], _ask(browser, where))]


def _apart(one: Heard, other: Heard) -> Iterator[str]:
    for what in ("status", "headers", "body", "statements", "rows"):
        if getattr(one, what) != getattr(other, what):
            yield what


def put_once_more(who: Reader) -> int:
    """Every kept row that this reader may not read, once more: how many there are now that it must not notice."""
    return sum(_once_more(who, row) for model in kept_models() for row in list(model.objects.all().opened()))


def _once_more(who: Reader, row: Kept) -> bool:
    old = Item.objects.get(pk=row.pk)
    item = Item(
        id=uuid7(), **{one.attname: getattr(old, one.attname) for one in Item._meta.concrete_fields if one.name != "id"}
    )
    if _reads(who, item):
        return False
    told: dict[str, Any] = {
        one.attname: getattr(row, one.attname) for one in type(row)._meta.concrete_fields if one.name != "item"
    }
    try:
        with transaction.atomic(), everything():
            item.save(force_insert=True)
            type(row).objects.all().opened().bulk_create([type(row)(item=item, **told)])
    except IntegrityError:
        return False  # there can be one of these at a time
    return True


def _reads(who: Reader, item: Item) -> bool:
    section = Section(item.section)
    door = who.doors.get(_place(item), {}).get(section)
    return door is not None and door.sieve(section).lets(item, Verb.READ)


def _place(item: Item) -> UUID:
    place: UUID = item.dossier_id
    return place


def _ask(browser: Client, where: str) -> Heard:
    with undone(), counted() as work:
        answer = browser.get(where)
    return Heard(answer.status_code, _headers(answer), _body(answer), work.statements, work.rows)


def _headers(answer: HttpResponse) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, value) for name, value in answer.items() if name not in NOT_OF_THE_PAGE))


def _body(answer: HttpResponse) -> bytes:
    raw: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return OF_THE_MOMENT.sub(rb"\1", raw)


@contextmanager
def counted() -> Iterator[Work]:
    """Count statements, and the rows that come back from them."""
    work, results = Work(), SQLCompiler.results_iter

    def statement(execute: Callable[..., object], *parts: object) -> object:
        work.statements += 1
        return execute(*parts)

    def rows(compiler: SQLCompiler, *parts: Any, **named: Any) -> Iterator[Any]:
        for row in results(compiler, *parts, **named):
            work.rows += 1
            yield row

    with connection.execute_wrapper(statement), patch.object(SQLCompiler, "results_iter", rows):
        yield work
