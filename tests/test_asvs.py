"""docs/asvs.csv: OWASP ASVS 5.0.0, chapters 3, 6 and 7.  What is called met is proved by a test that exists."""

import ast
import csv
import re
from collections import Counter
from datetime import date
from functools import cache

import pytest

from kring.people.acts import attempts, ways
from kring.people.models import stays
from tests.sources import ROOT

COLUMNS = ["id", "level", "requirement", "status", "where"]
LEVELS = {  # section: the level of each of its requirements, in order
    "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233", "3.5": "11122333", "3.6": "3", "3.7": "22333",
    "6.1": "122", "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333", "6.6": "2223",
    "6.7": "33", "6.8": "2222",
    "7.1": "222", "7.2": "1111", "7.3": "22", "7.4": "11222", "7.5": "223", "7.6": "22",
}  # fmt: skip
DATED = re.compile(r"\((\d{4}-\d{2}-\d{2})\)$")
DOCUMENTED = {
    "SECURITY.md": ("tries counted", "twelve hours at most"),
    "docs/how-to/coming-in.md": (
        f"{attempts.FREE} free, then waits",
        f"{ways.GUESSES} wrong end it",
        f"{ways.HOLDS_FOR.days} days",
        "five minutes",
        "fifteen minutes",
        "twelve hours",
        "as many devices as one likes",
        "leaving Kring does not sign out at the provider",
        "What a browser must do",
    ),
}
TIMES = (stays.IDLE_AT_HOME, stays.IDLE_AT_WORK, stays.LONGEST)


@cache
def rows() -> list[dict[str, str]]:
    """The table."""
    with (ROOT / "docs" / "asvs.csv").open(encoding="utf-8", newline="") as table:
        reader = csv.DictReader(table)
        found = list(reader)
        assert reader.fieldnames == COLUMNS
    return found


@cache
def named_in(path: str) -> frozenset[str]:
    """The tests of a file; none for a file that is not there."""
    file = ROOT / path
    if not file.is_file() or not path.startswith("tests/"):
        return frozenset()
    nodes = ast.parse(file.read_text(encoding="utf-8")).body
    return frozenset(one.name for one in nodes if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"))


def exists(test: str) -> bool:
    """Whether `file::name` is a test."""
    path, _, name = test.partition("::")
    return name in named_in(path)


def test_every_requirement_stands_there_once_with_its_level() -> None:
    wanted = [
        (f"{section}.{number}", level)
        for section, levels in LEVELS.items()
        for number, level in enumerate(levels, start=1)
    ]
    assert [(row["id"], row["level"]) for row in rows()] == wanted


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row["id"]))
def test_a_row_is_proved_or_says_why_not(row: dict[str, str]) -> None:
    assert len(row["requirement"]) >= 8
    assert row["status"] in {"met", "not applicable", "open"}
    if row["status"] == "met":
        named = row["where"].split("; ")
        assert [one for one in named if not exists(one)] == []
    else:
        when = DATED.search(row["where"])
        assert when
        assert date.fromisoformat(when[1]) >= date(2026, 11, 1)
        assert len(row["where"]) > 20


def test_a_test_that_is_not_there_proves_nothing() -> None:
    assert exists("tests/test_asvs.py::test_a_row_is_proved_or_says_why_not")
    assert not exists("tests/test_asvs.py::test_that_nobody_wrote")
    assert not exists("tests/nowhere.py::test_a_row_is_proved_or_says_why_not")


def test_most_of_it_is_met() -> None:
    """What is open only gets less."""
    assert Counter(row["status"] for row in rows())["open"] <= 20


def test_the_documents_name_the_times() -> None:
    assert [one.total_seconds() / 60 for one in TIMES] == [5, 15, 12 * 60]
    for name, sentences in DOCUMENTED.items():
        text = " ".join((ROOT / name).read_text(encoding="utf-8").split())
        assert [one for one in sentences if one not in text] == [], name
