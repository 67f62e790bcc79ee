"""Reads everything someone can reach: every address of the resolver with own, foreign and unknown ids, every link of
every page, what is sent there, and what the press would set; and says which words of others stood in it."""

import re
import zlib
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from unittest.mock import patch

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLResolver

from kring.circle import paper
from kring.circle.picture import Picture
from tests.canary.allowed import Reader, may
from tests.canary.household import Household, unknown
from tests.canary.planting import CANARY, Canary
from tests.printed import printed
from tests.rooms.opening import OF_ITS_OWN
from tests.rooms.test_role_table import address

LINK = re.compile(r"""(?:href|action|formaction|src|data-[a-z-]+)=["'](/[^"'#]*)""")
ENDS = ("/in/out/", "/accounts/out/")  # after these nobody is in any more: read last
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Depth:
    """How far to go: at most so many answers more for each persona, and so many of one path."""

    most: int = 150
    alike: int = 3
    sends: bool = False


@dataclass(slots=True)
class Found:
    """What was read, which words were met, and which of them should not have been."""

    answers: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    met: set[tuple[str, str]] = field(default_factory=set)  # who, and which word
    leaks: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)


def names(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    """Every named address of the house."""
    here = resolver or get_resolver()
    yield from (f"{space}{name}" for name in here.reverse_dict if isinstance(name, str))
    for short, (_, below) in here.namespace_dict.items():
        yield from names(below, f"{space}{short}:")


def addresses(house: Household, turn: int | None = None) -> list[str]:
    """Every name with the ids of each child, with those of two children crossed, and with ids that nobody has.

    `turn`: those of Noor, the first page of the others, what is there only in a state of its own with the ids of two
    children crossed, and of the others every eighth; another eighth for another turn.
    """
    noor, sem, mila = (house.ids[child] for child in ("noor", "sem", "mila"))
    crossed = [noor | {"dossier": other["dossier"]} for other in (sem, mila)]
    every = sorted(set(names()))
    hers = [address(name, noor) for name in every]
    others = [address(name, parts) for parts in (sem, mila, *crossed, unknown()) for name in every]
    first = [address("portals:child", parts) for parts in (sem, mila)]  # where a child with pictures comes in
    deep = [address(name, parts) for parts in crossed for name in OF_ITS_OWN]
    return list(dict.fromkeys(hers + first + deep + (others if turn is None else others[turn % 8 :: 8])))


@contextmanager
def plain_press() -> Iterator[None]:
    """What would be set on paper, as the press gets it: a printed letter cannot be searched as well as its order."""

    def order(picture: Picture, sheet: paper.Sheet, form: str) -> bytes:
        return repr(paper._order(picture, sheet, form)).encode()

    with (
        patch("kring.circle.paper._pressed", order),
        patch("kring.kit.sheets.pdf", lambda _template, told: repr(told).encode()),
    ):
        yield


@dataclass(slots=True)
class Crawler:
    """One reader at work."""

    name: str
    who: Reader
    browser: Client
    sown: dict[str, Canary]
    found: Found
    depth: Depth = field(default_factory=Depth)
    paths: Counter[str] = field(default_factory=Counter)

    def read(self, start: list[str]) -> None:
        """All of these, and all that they lead to."""
        self.browser.raise_request_exception = False
        late = [one for one in start if one.startswith(ENDS)]
        waiting, seen = deque(one for one in start if one not in late), set(start)
        until = self.found.answers + len(start) * (1 + self.depth.sends) + self.depth.most
        while waiting and self.found.answers < until:
            where = waiting.popleft()
            fresh = [one for one in self._ask(where) if one not in seen and self._is_new(one)]
            seen.update(fresh)
            waiting += fresh
        for where in late:
            self._ask(where)

    def _is_new(self, where: str) -> bool:
        path = where.partition("?")[0]
        self.paths[path] += 1
        return self.paths[path] <= self.depth.alike and not path.startswith(("/static/", *ENDS))

    def _ask(self, where: str) -> list[str]:
        text = self._weigh(where, self.browser.get(where))
        if self.depth.sends and not where.startswith(ENDS):
            self._send(where)
        return [unescape(one) for one in LINK.findall(text)]

    def _send(self, where: str) -> None:
        """An empty form, and whatever it does is undone."""
        kept = self.browser.cookies.output()
        with transaction.atomic():
            self._weigh(f"POST {where}", self.browser.post(where))
            transaction.set_rollback(True)
        self.browser.cookies.load(kept.replace("Set-Cookie: ", ""))

    def _weigh(self, where: str, answer: HttpResponse) -> str:
        """The words in one answer, its headers and where it leads; a leak is one that the reader may not know."""
        text = "\n".join([*(f"{name}: {value}" for name, value in answer.items()), *_bodies(answer)])
        self.found.answers += 1
        self.found.statuses[answer.status_code] += 1
        if answer.status_code >= 500:
            self.found.broken.add(f"{self.name} {where}")
        for word in {one.lower() for one in CANARY.findall(text)} & self.sown.keys():
            self.found.met.add((self.name, word))
            if not may(self.who, self.sown[word]):
                self.found.leaks.add(f"{self.name} {self.sown[word].field} at {where}")
        return text


def _bodies(answer: HttpResponse) -> list[str]:
    """What is in it: as it stands, every closed part of a file opened, and what can be read on a sheet."""
    raw = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    opened = [_inflated(part) for part in STREAM.findall(raw)]
    return [*(one.decode("utf-8", "replace") for one in (raw, *opened)), printed(raw)]


def _inflated(part: bytes) -> bytes:
    try:
        return zlib.decompress(part)
    except zlib.error:
        return b""
