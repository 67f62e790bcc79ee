"""The gravest cells, written by hand in `tests/gravest.toml`: who must find nothing there, and who something."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.urls import reverse

from tests.family import undone
from tests.matrix.everyone import EVERYONE
from tests.matrix.expected import Address, addresses
from tests.matrix.families import Three
from tests.matrix.personas import Persona
from tests.matrix.states import STATES, State
from tests.matrix.walk import Found, something
from tests.rooms.test_role_table import address
from tests.sources import ROOT


@dataclass(frozen=True, slots=True)
class Grave:
    """One cell, and why it is so."""

    who: Persona
    state: State
    method: str
    where: Address
    allowed: bool
    why: str

    def __str__(self) -> str:
        return f"{self.who.name} | {self.state.name} | {self.method} | {self.where.name}"


def cells() -> list[Grave]:
    """All of them.  Raises `KeyError` for a name that is gone, `ValueError` for a cell that stands twice."""
    told = tomllib.loads((ROOT / "tests/gravest.toml").read_text(encoding="utf-8"))["cell"]
    found = [cell for one in told for cell in _cells(one)]
    twice = [str(one) for one, times in Counter(map(str, found)).items() if times > 1]
    if twice:
        raise ValueError(f"the same cell twice: {twice}")
    return found


def _cells(told: dict[str, Any]) -> Iterator[Grave]:
    people, states = {one.name: one for one in EVERYONE}, {one.name: one for one in STATES}
    names = {one.name: one for one in addresses()}
    allowed = {"allowed": True, "absent": False}[told["expected"]]
    for who, method, where in product(told["who"], told["method"], told["where"]):
        yield Grave(people[who], states[told.get("state", "own")], method, names[where], allowed, told["why"])


def walk(three: Three, told: list[Grave], found: Found) -> None:
    """Ask all of them."""
    sorted_out: defaultdict[tuple[Persona, State], list[Grave]] = defaultdict(list)
    for one in told:
        sorted_out[one.who, one.state].append(one)
    for (who, state), some in sorted_out.items():
        with undone():
            home = three.families[who.home]
            for step in who.steps:
                step(home)
            browser = who.browser(home)
            browser.get(reverse("ways:display"))
            state.step(three.families[state.family], who)
            for cell in some:
                with undone():
                    answer = getattr(browser, cell.method)(address(cell.where.name, three.parts[state.family]))
                found.cells += 1
                if something(answer) != cell.allowed:
                    found.wrong.append(f"{cell}: {answer.status_code}, and {cell.why}")
