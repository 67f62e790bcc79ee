"""Walks the matrix: asks every cell, and says which answer was not the one that should be there."""

import zlib
from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache

from django.core.cache import cache as memory
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.audit.events import Event
from kring.audit.models import Entry
from kring.kit.pages import not_found_bytes
from tests.family import undone
from tests.matrix.expected import OF_THE_HOUSE, Address, addresses, is_there, row_of
from tests.matrix.families import Three
from tests.matrix.personas import Persona
from tests.matrix.states import State
from tests.role_table import Open
from tests.rooms.test_role_table import LOGIN, address

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
TO_THE_DOOR = {Event.DOOR_VISITED.value, Event.DOOR_REFUSED.value, Event.DESK_VISITED.value}
"""What asking alone writes in the log; whatever else stands there was done."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One question: who, in which state, how, and where."""

    who: Persona
    state: State
    method: str
    where: Address

    @property
    def question(self) -> tuple[Persona, State, Address, str]:
        """What is asked of the tables."""
        return self.who, self.state, self.where, self.method

    def __str__(self) -> str:
        return f"{self.who.name} | {self.state.name} | {self.method} | {self.where.name}"


@dataclass(slots=True)
class Found:
    """How many cells were asked, and which were wrong."""

    cells: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def tells(self, cell: Cell, what: str) -> None:
        """One that is wrong."""
        self.wrong.append(f"{cell}: {what}")


Chosen = Callable[[Cell], bool]


def one_in(times: int, turn: int) -> Chosen:
    """One of so many cells.  Each belongs to one part for good, and so many turns in a row ask every part once."""
    return lambda cell: zlib.crc32(str(cell).encode()) % times == turn % times


def named(starts: tuple[str, ...]) -> Chosen:
    """Every cell of the addresses that begin so: of a room that is new."""
    return lambda cell: cell.where.name.startswith(starts)


def cells_of(who: Persona, state: State) -> Iterable[Cell]:
    """The cells of one person in one state; an address that is the same for everyone is asked in one state.

    The place of another child is neither closed nor walled for who has nothing to do with it.
    """
    if (state.closed or state.walled or state.restricted) and who.relation is None:
        return
    for where in addresses():
        same = isinstance(row_of(where), Open) or not (where.section or where.has(*OF_THE_HOUSE))
        if state.name == "own" or not same:
            yield from (Cell(who, state, method, where) for method in METHODS)


def walk(three: Three, who: Persona, states: Iterable[State], chosen: Chosen, found: Found) -> None:
    """All chosen cells of one person; whatever was done by it is undone."""
    home = three.families[who.home]
    memory.clear()  # what is counted in memory is not undone with the database: how often a card was asked for
    with undone():
        for step in who.steps:
            step(home)
        browser = who.browser(home)
        if not who.is_over:
            browser.get(reverse("ways:display"))  # it is here from now on
        browser.raise_request_exception = False
        for state in states:
            with undone():
                state.step(three.families[state.family], who)
                _in_one_state(browser, [cell for cell in cells_of(who, state) if chosen(cell)], three, found)


def _in_one_state(browser: Client, cells: list[Cell], three: Three, found: Found) -> None:
    done = _done()
    for cell in cells:
        ask(browser, cell, three.parts[cell.state.family], found)
    if cells and not cells[0].who.is_over and _done() != done:
        found.tells(cells[0], "something was done by asking, here or in the cells after it")


def _done() -> int:
    return Entry.objects.exclude(event__in=TO_THE_DOOR).count()


def ask(browser: Client, cell: Cell, parts: dict[str, object], found: Found) -> None:
    """One cell.  What is sent may do something: it is undone, and by a refusal nothing was done."""
    cookies, where = deepcopy(browser.cookies), address(cell.where.name, parts)
    found.cells += 1
    if cell.method == "post" or isinstance(row_of(cell.where), Open):
        with undone():
            done = _done()
            answer = getattr(browser, cell.method)(where)
            changed = _done() != done
    else:
        answer, changed = getattr(browser, cell.method)(where), False
    browser.cookies = cookies
    found.statuses[answer.status_code] += 1
    weigh(cell, answer, found, changed=changed)


def weigh(cell: Cell, answer: HttpResponse, found: Found, *, changed: bool) -> None:
    """Whether this is the answer that should be there."""
    row = row_of(cell.where)
    if answer.status_code >= 500:
        found.tells(cell, f"broke with {answer.status_code}")
    elif isinstance(row, Open):
        if answer.status_code not in _open_to(cell, row):
            found.tells(cell, f"answered {answer.status_code}")
    elif said := _is_wrong(cell, answer, changed=changed):
        found.tells(cell, said)


def _is_wrong(cell: Cell, answer: HttpResponse, *, changed: bool) -> str:
    """What is wrong with the answer of an address that is not the same for everyone; nothing when it is right.

    A way of asking that is not taken (405) is told only to who may send the form that is taken there, and only of an
    address that takes nothing else; so is on which page that form stands.
    Where a place was closed, what is sent does nothing, but where something is ended.
    """
    there = something(answer)
    who, state, where, method = cell.question
    if answer.status_code == 405 and not where.leads:
        return "it says that something is there, whoever asks and whatever it points at"
    should = is_there(who, state, where, "post" if where.leads else method)
    if should != there:
        return f"{'nothing' if should else 'something'} is there ({answer.status_code})"
    there_still = cell.where.section is None or cell.where.ends
    closed = cell.state.closed and not there_still  # a colleague is no part of what was closed
    if changed and not cell.who.is_over and (not there or closed or cell.who.yes):
        return "something was done, and should not have been"
    if answer.status_code == 404 and answer.content not in {not_found_bytes(), b""}:
        return "a refusal that says more than that there is nothing"
    return ""


def something(answer: HttpResponse) -> bool:
    """Whether something is there: not for who gets a 404, is asked to sign in, or is told that its way in ended."""
    away = answer.status_code == 302 and answer["Location"].startswith((LOGIN, _ended()))
    return answer.status_code != 404 and not away


@cache
def _ended() -> str:
    return reverse("ways:ended")


def _open_to(cell: Cell, row: Open) -> frozenset[int]:
    """Which statuses may come; without a row of their own the other methods are as asking, or are not taken."""
    more = {302} if cell.who.is_over else {200, 302, 404} if cell.who.is_narrow else set()
    if cell.method in {"get", "post"}:
        return (row.get if cell.method == "get" else row.post) | more
    return row.get | row.post | {405} | more
