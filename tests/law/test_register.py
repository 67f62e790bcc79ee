"""The register of grounds: versions follow each other, and what was law is never rewritten (R4).

`versions.json` holds a fingerprint of every version.  When a version is added, add its line; when a line that is
already there no longer fits, the past was rewritten: undo that, close the version with `valid_to` and write a new one.
"""

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from kring.law.registry import RegisterError, UnknownGroundError, Version, read, register, version
from kring.law.source import Status
from kring.law.time import NoLawThatDayError

FINGERPRINTS = Path(__file__).with_name("versions.json")
VERSIONS = [(code, one) for code, versions in register().items() for one in versions]
OLD = 'valid_from = 2014-03-01\nstatus = "verified"\nsource = "art. 1"\nwording = "x"\n'
NEW = 'valid_from = 2024-05-17\nstatus = "open"\nsource = "art. 1"\nwording = "x"\n'


def fingerprint(code: str, one: Version) -> str:
    """Over what the law said; not over how sure we are, nor over the day it ended, which come later."""
    said = [code, one.valid_from.isoformat(), one.source, one.wording]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def test_no_version_was_rewritten_and_none_is_without_a_fingerprint() -> None:
    now = {f"{code} {one.valid_from}": fingerprint(code, one) for code, one in VERSIONS}
    assert now == json.loads(FINGERPRINTS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("code", "one"), VERSIONS)
def test_every_version_is_found_on_its_first_and_last_day(code: str, one: Version) -> None:
    assert version(code, on=one.valid_from) == one
    assert version(code, on=one.valid_to or date(2200, 1, 1)) == one
    if one.valid_to:
        assert version(code, on=one.valid_to + timedelta(days=1)) != one


@pytest.mark.parametrize("code", sorted(register()))
def test_every_ground_has_a_wording_today(code: str) -> None:
    assert version(code, on=date(2026, 11, 21)).valid_to is None


@pytest.mark.parametrize("code", [code for code in register() if len(register()[code]) > 1])
def test_the_text_of_2024_was_not_read_and_says_so(code: str) -> None:
    before, after = register()[code]
    assert (before.valid_to, after.valid_from) == (date(2024, 5, 16), date(2024, 5, 17))
    assert (before.status, after.status) == (Status.VERIFIED, Status.OPEN)
    assert "could not be read" in after.note


def test_what_was_read_says_where() -> None:
    assert not [code for code, one in VERSIONS if one.status is Status.VERIFIED and not one.read_at]


def test_what_is_not_read_or_is_ours_says_why() -> None:
    assert not [code for code, one in VERSIONS if one.status is not Status.VERIFIED and not one.note]


def test_the_register_cannot_be_changed_while_it_is_used() -> None:
    with pytest.raises(TypeError):
        register()["trust-person.adult"] = ()  # type: ignore[index]


def test_unknown_codes_and_days_are_named() -> None:
    with pytest.raises(UnknownGroundError, match=r"no ground of law is called 'trust-person\.nice'"):
        version("trust-person.nice", on=date(2026, 1, 1))
    with pytest.raises(NoLawThatDayError, match="the first is from 2014-03-01"):
        version("trust-person.adult", on=date(2014, 2, 28))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (f'[["a"]]\n{OLD}\n[["a"]]\n{NEW}', "does not begin the day after"),
        (f'[["a"]]\n{OLD}valid_to = 2024-05-15\n[["a"]]\n{NEW}', "does not begin the day after"),
        (f'[["a"]]\n{OLD}valid_to = 2024-05-17\n[["a"]]\n{NEW}', "does not begin the day after"),
        (f'[["a"]]\n{OLD}valid_to = 2014-02-28\n', "ends before it begins"),
        (f'[["a"]]\n{OLD}valid_to = 2024-05-16\n[["a"]]\n{NEW}valid_to = 2024-05-16\n', "ends before it begins"),
        ("a = []", "has no version"),
    ],
)
def test_a_register_with_a_gap_or_an_overlap_is_not_read(text: str, complaint: str) -> None:
    with pytest.raises(RegisterError, match=complaint):
        read(text)


def test_a_version_of_one_day_is_a_version() -> None:
    text = f'[["a"]]\n{OLD}valid_to = 2014-03-01\n'
    assert read(text)["a"][0].valid_on(date(2014, 3, 1))


def test_two_versions_that_follow_each_other_are_read() -> None:
    assert len(read(f'[["a"]]\n{OLD}valid_to = 2024-05-16\n[["a"]]\n{NEW}')["a"]) == 2
