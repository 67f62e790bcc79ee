"""A part by turns is asked for certain: any ten commits in a row ask every cell of the matrix, in a clone as well."""

import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.matrix.everyone import EVERYONE
from tests.matrix.states import STATES
from tests.matrix.walk import cells_of, one_in
from tests.turns import turn

SOMEBODY = ("-c", "user.name=Noor", "-c", "user.email=noor@example.org", "-c", "commit.gpgsign=false")


def git(where: Path, *words: str) -> None:
    subprocess.run(["git", *SOMEBODY, *words], cwd=where, check=True, capture_output=True)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A repository of three commits."""
    there = tmp_path / "house"
    there.mkdir()
    git(there, "init", "--quiet")
    for number in range(3):
        git(there, "commit", "--quiet", "--allow-empty", "--message", f"{number}")
    return there


def test_ten_commits_in_a_row_ask_each_cell_once() -> None:
    cells = [cell for who in EVERYONE[::9] for state in STATES for cell in cells_of(who, state)]
    parts = [one_in(10, first) for first in range(turn(), turn() + 10)]
    asked = Counter(sum(chosen(cell) for chosen in parts) for cell in cells)
    assert asked == {1: len(cells)}
    share = [sum(chosen(cell) for cell in cells) / len(cells) for chosen in parts]
    assert all(0.08 < one < 0.12 for one in share), "and each part is about a tenth"


def test_a_plain_clone_knows_whose_turn_it_is_and_the_next_commit_is_the_next(house: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(house), "clone")
    assert turn(house) == turn(tmp_path / "clone") == 3
    git(tmp_path / "clone", "commit", "--quiet", "--allow-empty", "--message", "one more")
    turn.cache_clear()
    assert turn(tmp_path / "clone") == 4


def test_without_its_history_a_clone_still_takes_turns(house: Path, tmp_path: Path) -> None:
    found = set()
    for number in range(12):
        git(house, "commit", "--quiet", "--allow-empty", "--message", f"later {number}")
        git(tmp_path, "clone", "--quiet", "--depth", "1", house.as_uri(), f"shallow{number}")
        found.add(turn(tmp_path / f"shallow{number}") % 10)
    assert len(found) > 1


def test_where_there_is_no_git_the_day_is_the_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tmp_path / "unpacked"
    bare.mkdir()
    days = []
    for day in (1, 2):
        monkeypatch.setattr("tests.turns.time.time", lambda day=day: day * 86_400.0)
        turn.cache_clear()
        days.append(turn(bare))
    turn.cache_clear()
    assert days == [1, 2]
