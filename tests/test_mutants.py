"""What a mutation run changes when nobody names a part, where nothing is left out; and what it says was found."""

import json
import pkgutil
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import kring.access
import kring.law
from bench.measured import mutating
from bench.measured.mutating import Answer, Mutant
from bench.measured.passing import Passing
from bench.mutants import DOOR, ROOMS, changed, told_of

ONLY_LISTS = {"kring.access.apps", "kring.access.management", "kring.access.management.commands"}
"""How the room is called to Django, and folders that hold nothing."""


def test_every_module_of_the_law_and_of_the_door_is_changed_also_the_acts() -> None:
    there = {
        one.name
        for room in (kring.law, kring.access)
        for one in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
        if ".migrations" not in one.name
    }
    assert there - ONLY_LISTS == {one for one in changed([]) if not one.endswith(".toml")}
    assert {"kring.access.acts", "kring.access.acts.telling"} <= set(changed(["acts.all"]))
    assert all((DOOR / "acts" / f"{one.rpartition('.')[2]}.py").exists() for one in changed(["acts.all"])[1:])


def test_every_file_that_is_asked_when_nobody_names_one_is_there() -> None:
    assert [one for one in ROOMS if not Path(one).exists()] == []


TEST = "tests/test_x.py::test_x"


def answered(monkeypatch: pytest.MonkeyPatch, test: Callable[[], str], change: Callable[[], None]) -> Answer:
    """What the runner says of a change, put before one test that comes into what was changed."""
    monkeypatch.setattr(mutating, "SECONDS", 0.2)
    monkeypatch.setattr(mutating, "_fails", lambda _item, _after: test())
    item: Any = SimpleNamespace(session=SimpleNamespace(_setupstate=SimpleNamespace(teardown_exact=lambda _item: None)))
    passing = Passing(came={TEST: {("file", "function")}}, took={TEST: 0.0})
    ((_mutant, answer),) = mutating.each({TEST: item}, passing, [Mutant("part", "name", ("file", "function"), change)])
    return answer


def refused() -> None:
    raise ValueError


def hangs() -> str:
    time.sleep(30)
    return ""


@pytest.mark.parametrize(
    ("test", "change", "answer", "line"),
    [
        (lambda: "", lambda: None, Answer(), "SURVIVED name"),
        (lambda: "it fails", lambda: None, Answer(TEST), f"found    name by {TEST}"),
        (lambda: "", refused, Answer("the change itself"), "found    name by the change itself"),
        (hangs, lambda: None, Answer(TEST, timed_out=True), f"TIMED OUT name in {TEST}"),
    ],
)
def test_a_change_in_which_a_test_hangs_is_not_called_found_by_that_test(
    monkeypatch: pytest.MonkeyPatch, test: Callable[[], str], change: Callable[[], None], answer: Answer, line: str
) -> None:
    told = answered(monkeypatch, test, change)
    assert told == answer
    assert told.line("name") == line


def test_what_hung_is_counted_apart_in_the_last_line() -> None:
    found = {
        "a": {"total": 3, "survived": ["a x"], "timed_out": []},
        "b": {"total": 4, "survived": [], "timed_out": ["b y"]},
    }
    *lines, last = told_of(found)
    assert json.loads(last) == {"mutants_total": 7, "mutants_survived": 1, "mutants_timed_out": 1}
    assert {"survived: a x", "timed out: b y", "b: 4, of which 0 survived, 1 timed out"} <= set(lines)


def test_once_more_is_what_lived_and_what_hung_wherever_its_line_is_now(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names = ["m f:9 a -> b", "m f:9 a in b -> c", "m f:9 c -> d", "m g:9 a -> b"]
    earlier = [Answer(), Answer(TEST, timed_out=True), Answer(TEST), Answer(TEST)]
    lines = [answer.line(name.replace(":9 ", ":5 ")) for name, answer in zip(names, earlier, strict=True)]
    (tmp_path / "log").write_text("\n".join(lines), encoding="utf-8")
    wanted = [Mutant("m", name, ("file", "f"), lambda: None) for name in names]
    assert mutating.once_more(wanted) == wanted
    monkeypatch.setattr(mutating, "AGAIN", str(tmp_path / "log"))
    assert [one.name for one in mutating.once_more(wanted)] == names[:2]
