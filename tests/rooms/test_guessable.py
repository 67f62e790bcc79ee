"""What a password is made of: words that everyone uses, runs and names are refused, a sentence of one's own is not."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from kring.people import guessable
from kring.people.guessable import OF_HERE, folded, signs_to_guess
from kring.people.models import User
from tests.family import Family
from tests.rooms.staying import SENTENCE, account
from tests.sources import ROOT

MOST_USED = guessable._much_used()
LONG = sorted(word for word in MOST_USED if len(word) >= 15)


def is_taken(password: str, user: User | None = None) -> bool:
    try:
        validate_password(password, user)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    "password",
    [
        "manchesterunited",
        "dragonmonkeymaster",
        "W3lk0mW3lk0m2026!",
        "kringkringkring",
        "Jeugdhulp Vlaanderen 2026",
        "ditismijnwachtwoord",
        "aaaaaaaaaaaaaaaa",
        "azertyuiopqsdfghjklm",
        "9876543210abcdefgh",
        "zomer2026zomer2027",
        "familiyafamiliya",
    ],
)
def test_what_others_try_too_is_refused(password: str) -> None:
    assert not is_taken(password)


@pytest.mark.parametrize(
    "password", [SENTENCE, "correct horse battery staple", "7Hq!mZ2v-Lw9sKd", "ik fiets graag naar zee"]
)
def test_a_sentence_of_ones_own_and_a_random_one_are_taken(password: str) -> None:
    assert is_taken(password)


def test_every_much_used_password_is_refused_and_most_long_ones_without_a_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The pieces alone find what is made as people make it; what they miss is the habit of one place."""
    assert len(LONG) >= 46
    assert [one for one in LONG if is_taken(one)] == []
    monkeypatch.setattr(guessable, "_much_used", lambda: MOST_USED - set(LONG))
    assert sum(not is_taken(one) for one in LONG) >= 33


@given(st.lists(st.sampled_from(sorted(one for one in MOST_USED if len(one) >= 5)), min_size=3, max_size=3))
def test_any_three_of_them_in_a_row_are_refused(words: list[str]) -> None:
    assert signs_to_guess("".join(words)) < 10


@given(st.text(min_size=1, max_size=40), st.text(min_size=1, max_size=10))
def test_each_sign_more_costs_one_at_most(begun: str, more: str) -> None:
    """And less than none where it ends what everybody knows: "wachtwoord" is guessed before "wachtwoor"."""
    assert signs_to_guess(begun + more) <= signs_to_guess(begun) + len(folded(more))
    assert signs_to_guess("wachtwoord") < signs_to_guess("wachtwoor")


def test_names_around_someone_are_words_of_here(family: Family) -> None:
    lotte = account(family)
    assert not is_taken("Lotte lotte lotte 12", lotte)
    house = lotte.person.posts.get().organisation.name
    assert not is_taken(f"{house} 2026 lotte".ljust(15, "!"), lotte)
    assert is_taken(SENTENCE, lotte)


def test_beside_a_second_factor_less_is_enough(family: Family) -> None:
    lotte = account(family)
    Authenticator.objects.create(user=lotte, type=Authenticator.Type.TOTP, data={"secret": "x"})
    assert is_taken("blauwe8x", lotte)
    assert not is_taken("qwerty12", lotte)
    assert not is_taken("lotte2026", lotte)


def test_the_words_of_here_are_documented() -> None:
    text = guessable.folded(" ".join((ROOT / "docs" / "how-to" / "coming-in.md").read_text(encoding="utf-8").split()))
    times = (
        "januari februari maart april juni juli augustus september oktober november december lente zomer herfst winter"
    )
    days = {word for word in OF_HERE if word.endswith("dag")}
    wanted = OF_HERE - set(times.split()) - days
    assert [word for word in wanted if not re.search(rf"\b{word}\b", text)] == []
    assert "the months, the seasons and the days" in text
