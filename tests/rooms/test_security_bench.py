"""`./kring bench security`, small: what it would say of sessions, guesses and names (quality.md 3, rows 13 and 17)."""

import pytest

from bench.measured import forms, payloads, sign_in
from tests.family import Family


@pytest.mark.parametrize("kind", sign_in.KINDS)
def test_a_session_that_is_played_again_is_refused(family: Family, kind: str) -> None:
    assert not sign_in.KINDS[kind]()


def test_of_many_guesses_a_few_are_looked_at_and_the_owner_comes_in(family: Family) -> None:
    found = sign_in.guesses(60, 20)
    assert (found["guesses_checked"], found["owner_still_in"]) == (5, True)


def test_names_are_asked_for_in_turns(family: Family) -> None:
    found = sign_in.enumeration(1)
    assert set(found) >= {"enumeration_delta_pct", "sign_in_delta_pct", "used_up_delta_pct", "forgotten_delta_pct"}


def test_there_are_five_hundred_texts_and_each_would_be_seen() -> None:
    texts = payloads.payloads()
    assert len(set(texts)) >= 500
    seen = [text for text in texts if forms.Page("/", f"<p>{text}</p>").alarms]
    assert len(seen) > len(texts) / 2, "raw on a page, most of them are markup that runs"
