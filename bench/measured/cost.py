"""What each page costs the worker of the server, beside the two units, in one process on one core.

Runs inside a practice place (`place.inside`) and prints one JSON object.  Every page is asked as a browser asks it,
with gzip, through the whole application; after each page both units are asked, so that a busy machine slows all of
them alike.  A cost is processor time of this process: someone else's work on the same machine is not in it.
"""

import gc
import json
import logging
import os
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from http import HTTPStatus
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory
from django.test.utils import override_settings

from bench.measured.addresses import Address, addresses
from bench.measured.caseload import SIZES, Caseload, make
from bench.measured.statements import Statement, noted

DEFAULT_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
LEAST_ROUNDS = 3
Environ = dict[str, Any]


@dataclass(slots=True)
class Page:
    """One page for one reader with so many people, and what it cost."""

    label: str
    who: str
    size: int
    path: str
    about_a_child: bool
    html: bool
    kilobytes: float
    statements: list[str]
    all_statements: int
    units: float = 0.0
    bare_units: float = 0.0
    times: list[int] = field(default_factory=list)


def ask(application: WSGIHandler, environ: Environ) -> tuple[int, str, bytes]:
    """One request, from the first byte to the last: status, kind and body."""
    told: dict[str, str] = {}

    def start(status: str, headers: Iterable[tuple[str, str]], _error: object = None) -> None:
        told.update({name.lower(): value for name, value in headers}, status=status)

    answer = application(dict(environ), start)
    try:
        body = b"".join(answer)
    finally:
        answer.close()
    return int(told["status"].split()[0]), told.get("content-type", ""), body


def reader(caseload: Caseload, who: str) -> Client:
    """A browser that was here before: signed in, with the cookie that a form gave it."""
    browser = Client()
    browser.force_login(caseload.user(who))
    browser.get("/bench/empty/")
    return browser


def environ(path: str, browser: Client | None = None) -> Environ:
    """What a server hands over for this address."""
    cookies = "; ".join(f"{name}={one.value}" for name, one in browser.cookies.items()) if browser else ""
    return dict(RequestFactory(HTTP_COOKIE=cookies, HTTP_ACCEPT_ENCODING="gzip").get(path).environ)


@dataclass(slots=True)
class Run:
    """The application, who comes in, and every page that showed something."""

    kring: WSGIHandler
    pages: list[tuple[Page, Environ]] = field(default_factory=list)
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)

    def look(self, caseload: Caseload, who: str) -> None:
        """Ask for every address once, and once more for its statements."""
        browser = reader(caseload, who)
        self.cookies[f"{who} {caseload.size}"] = {name: one.value for name, one in browser.cookies.items()}
        for address in addresses():
            asked = environ(address.filled(caseload.parts), browser)
            if ask(self.kring, asked)[0] == 200:
                self.pages.append((self._page(address, caseload, who, asked), asked))

    def _page(self, address: Address, caseload: Caseload, who: str, asked: Environ) -> Page:
        with noted() as sent:
            _, kind, body = ask(self.kring, asked)
        counted: list[Statement] = [one for one in sent if one.counts]
        return Page(
            label=address.label,
            who=who,
            size=caseload.size,
            path=address.filled(caseload.parts),
            about_a_child=address.is_about_a_child,
            html=kind.startswith("text/html"),
            kilobytes=len(body) / 1000,
            statements=[str(one) for one in counted],
            all_statements=len(sent),
        )


def measure(run: Run, units: tuple[Callable[[], object], Callable[[], object]], seconds: float) -> dict[str, float]:
    """Time all pages and both units, in turns, until the seconds are over; the units in milliseconds.

    Raises `RuntimeError` when a page does not show any more what it showed: its reader is not signed in, for instance.
    """
    if lost := [page.label for page, asked in run.pages if ask(run.kring, asked)[0] != HTTPStatus.OK]:
        raise RuntimeError(f"these pages show nothing any more: {', '.join(lost)}")
    empty, bare = units
    beside: tuple[list[int], list[int]] = ([], [])
    until, rounds = time.monotonic() + seconds, 0
    while rounds < LEAST_ROUNDS or time.monotonic() < until:
        for page, asked in run.pages:
            if page.html or rounds < LEAST_ROUNDS:
                page.times.append(_cost(lambda asked=asked: ask(run.kring, asked)))
            beside[0].append(_cost(empty))
            beside[1].append(_cost(bare))
        rounds += 1
    signed_in, nothing = (statistics.median(times) for times in beside)
    for page, _ in run.pages:
        cost = statistics.median(page.times)
        page.units, page.bare_units, page.times = cost / signed_in, cost / nothing, []
    return {"signed_in_ms": signed_in / 1e6, "bare_ms": nothing / 1e6, "rounds": rounds}


def _cost(act: Callable[[], object]) -> int:
    start = time.process_time_ns()
    act()
    return time.process_time_ns() - start


def main(seconds: str) -> None:
    """Make the caseloads, measure, print."""
    logging.disable(logging.WARNING)  # every address is asked, also those that only take what is sent
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with override_settings(ROOT_URLCONF="bench.measured.urls"):
        with override_settings(MIDDLEWARE=DEFAULT_MIDDLEWARE):
            plain = WSGIHandler()
        run = Run(WSGIHandler())
        caseloads = [make(size) for size in SIZES]
        for caseload in caseloads:
            for who in caseload.persons:
                run.look(caseload, who)
        gc.collect()  # as kring.config.wsgi does
        gc.freeze()
        empty, bare = environ("/bench/empty/", reader(caseloads[0], "worker")), environ("/bench/bare/")
        assert ask(run.kring, empty)[0] == ask(plain, bare)[0] == 200
        beside = measure(run, (lambda: ask(run.kring, empty), lambda: ask(plain, bare)), float(seconds))
    pages = [asdict(page) for page, _ in run.pages]
    print(json.dumps({"pages": pages, "cookies": run.cookies, **beside}))
