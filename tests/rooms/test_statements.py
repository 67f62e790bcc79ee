"""Every page asks the database the same few things, whether one person stands around a child or a hundred.

The baseline is tests/statements.json: statements after the door of each page, for each who may come in.  When a page
rightly asks more or less, write it anew with `KRING_STATEMENTS=write` and look at the difference.
"""

import json
import os

import pytest
from django.test import Client

from bench.measured.addresses import addresses
from bench.measured.caseload import SIZES, Caseload, make
from bench.measured.statements import Statement, noted
from tests.family import Family
from tests.sources import ROOT

BASELINE = ROOT / "tests" / "statements.json"
AT_MOST = 7
Asked = dict[str, list[Statement]]  # what each page asked, by the name of the page and who came in


def measured() -> dict[int, Asked]:
    """What every page asks, for each number of people: it takes a minute, so one test asks it and weighs it thrice."""
    found: dict[int, Asked] = {}
    for caseload in [make(size) for size in SIZES]:
        found[caseload.size] = {page: sent for who in caseload.persons for page, sent in _asked(caseload, who).items()}
    return found


def _asked(caseload: Caseload, who: str) -> Asked:
    browser = Client()
    browser.force_login(caseload.user(who))
    found: Asked = {}
    for address in addresses():
        where = address.filled(caseload.parts)
        if browser.get(where).status_code == 200:  # the first time also fills what is kept in memory
            with noted() as sent:
                browser.get(where)
            found[f"{address.label} {who}"] = [one for one in sent if one.counts]
    return found


def told(asked: Asked, page: str) -> str:
    """What a page asked, line by line."""
    return "".join(f"\n    {one}" for one in asked.get(page, []))


def fail(wrong: list[str], what_to_do: str) -> None:
    if wrong:
        pytest.fail(f"{what_to_do}\n  " + "\n  ".join(wrong), pytrace=False)


def test_a_page_asks_little_the_same_for_1_10_and_100_people_and_what_the_baseline_says(family: Family) -> None:
    found = measured()
    the_same(found)
    little(found[SIZES[-1]])
    as_the_baseline_says(found[SIZES[-1]])


def the_same(found: dict[int, Asked]) -> None:
    """Whether one person stands around a child, or ten, or a hundred."""
    few, *more = (found[size] for size in SIZES)
    wrong = [
        f"{page}: {len(few.get(page, []))} for {SIZES[0]}, {len(one[page])} for {size}{told(one, page)}"
        for size, one in zip(SIZES[1:], more, strict=True)
        for page in one
        if len(one[page]) != len(few.get(page, []))
    ]
    fail(wrong, "A page asks more when there are more people. Read all rows in one statement.")


def little(asked: Asked) -> None:
    """Never more than quality.md 1 lets a page ask."""
    wrong = [f"{page}: {len(asked[page])}{told(asked, page)}" for page in asked if len(asked[page]) > AT_MOST]
    fail(wrong, f"A page asks more than {AT_MOST} statements after the door. Read what belongs together at once.")


def as_the_baseline_says(asked: Asked) -> None:
    """No page asks more than it did, or less, without somebody having looked."""
    counts = {page: len(asked[page]) for page in sorted(asked)}
    if os.environ.get("KRING_STATEMENTS") == "write":
        BASELINE.write_text(json.dumps(counts, indent=2) + "\n", encoding="utf-8")
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    gone = [f"{page}: in the baseline, but it shows nothing any more" for page in baseline.keys() - counts.keys()]
    new = [f"{page}: {counts[page]}, not in the baseline" for page in counts.keys() - baseline.keys()]
    other = [
        f"{page}: {counts[page]} instead of {baseline[page]}{told(asked, page)}"
        for page in counts.keys() & baseline.keys()
        if counts[page] != baseline[page]
    ]
    fail(sorted([*gone, *new, *other]), "Look at the pages below; then run this test with KRING_STATEMENTS=write.")
