"""The question cards: who and never what, three ages, nothing compulsory, and always a next small step."""

import re

import pytest

from kring.circle.cards import Age, Card, Mode, Source
from kring.circle.coverage import (
    LOOKED_FOR,
    WAYS,
    coverage_sentence,
    in_view_sentence,
    looked_at,
    not_looked_at,
    ways_further,
)
from kring.circle.domains import Domain
from kring.circle.questions import CARDS, CRISIS, PICTURES, card, cards_for

ALL = (*CARDS[Age.CHILD], *CARDS[Age.TEEN], *CARDS[Age.YOUNG], *CRISIS, *PICTURES)
WHO = re.compile(r"\b(wie|welke|mensen)\b", re.IGNORECASE)
# Problem words have no place on a WHO card (R14), and these never stand before a child (product.md section 6).
NEVER = re.compile(
    r"!|probleem|problemen|zorgen\b|verontrust|onbekwaam|cliënt|vechtscheiding|uithuisplaatsing|netwerk|dossier|waarom",
    re.IGNORECASE,
)


@pytest.mark.parametrize("age", Age)
def test_each_age_has_eight_to_ten_cards_that_look_everywhere(age: Age) -> None:
    assert 8 <= len(CARDS[age]) <= 10
    assert not_looked_at(looked_at(CARDS[age], ()), age) == ()


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_card_asks_who_and_is_kind(one: Card) -> None:
    assert WHO.search(str(one.text)) or one.designates
    assert "?" in str(one.text)
    assert str(one.hint).endswith(".") or str(one.hint).endswith("?")
    assert not NEVER.search(f"{one.text} {one.hint}")
    assert (one.source is Source.OURS) or one.trace


@pytest.mark.parametrize("one", [*CARDS[Age.CHILD], *PICTURES], ids=lambda one: one.id)
def test_cards_for_small_children_are_short(one: Card) -> None:
    sentences = re.split(r"(?<=[.?])\s+", f"{one.text} {one.hint}")
    assert all(len(sentence.split()) <= 12 for sentence in sentences), sentences


def test_ids_are_unique_and_found_again() -> None:
    assert len({one.id for one in ALL}) == len(ALL)
    assert all(card(one.id) is one for one in ALL)
    assert card("gone") is None


@pytest.mark.parametrize("age", Age)
def test_the_key_question_of_the_report_is_verbatim(age: Age) -> None:
    [key] = [one for one in CARDS[age] if one.trace == "C94"]
    assert str(key.text) == "Wie kan er met je meedenken?"
    assert key.source is Source.REPORT


@pytest.mark.parametrize("age", Age)
def test_teacher_neighbour_and_parent_of_a_friend_are_asked(age: Age) -> None:
    """Trace A103b."""
    asked = {domain for one in CARDS[age] if one.trace == "A103b" for domain in one.looks_at}
    assert asked == {Domain.SCHOOL, Domain.STREET, Domain.FRIENDS}


def test_youths_are_soon_asked_who_helped_before_and_who_is_younger_begins_lighter() -> None:
    assert [one.trace for one in CARDS[Age.TEEN][:2]] == ["C94", "C70"]
    assert CARDS[Age.YOUNG][0].trace == "C70"


def test_a_crisis_has_exactly_three() -> None:
    cards = cards_for(Mode.CRISIS, Age.CHILD)
    assert [one.id for one in cards] == ["crisis-now", "crisis-tonight", "crisis-child"]
    assert cards[2].text_about("Sem") == "Wie is er vandaag voor Sem?"
    assert cards[2].hint_about("50 % (a)").endswith("50 % (a) zelf.")


def test_one_picture_is_a_designation() -> None:
    [one] = [one for one in cards_for(Mode.PICTURES, Age.CHILD) if one.designates]
    assert one.text_about("Wilma") == "Mag Wilma meekomen als we over jou praten?"


def test_cards_by_age() -> None:
    assert cards_for(Mode.CALM, Age.TEEN) is CARDS[Age.TEEN]


def test_what_was_not_looked_at_is_said_as_a_hint() -> None:
    looked = {Domain.FAMILY, Domain.FRIENDS, Domain.LEISURE, Domain.FAITH, Domain.PAST}
    assert coverage_sentence(looked, Age.CHILD) == "Nog niet bekeken: school, buurt."
    assert coverage_sentence(looked, Age.TEEN) == "Nog niet bekeken: school, buurt, online."
    assert coverage_sentence(set(Domain), Age.YOUNG).startswith("Overal gekeken")
    assert all(Domain.CARE not in domains for domains in LOOKED_FOR.values())


def test_looked_at_is_asked_or_used() -> None:
    assert looked_at([CARDS[Age.CHILD][0]], {Domain.CARE}) == {Domain.FAMILY, Domain.CARE}


@pytest.mark.parametrize("age", Age)
def test_there_is_always_a_way_to_look_further(age: Age) -> None:
    assert {way.domain for way in WAYS} >= set(LOOKED_FOR[age])
    ways = ways_further({Domain.FAMILY, Domain.SCHOOL}, age)
    assert {way.domain for way in ways} == set(LOOKED_FOR[age])
    assert ways[0].domain is Domain.FRIENDS
    assert ways_further(set(Domain), age)
    assert not any(NEVER.search(str(way.text)) for way in WAYS)


@pytest.mark.parametrize("people", [0, 1, 7])
def test_an_empty_circle_is_a_beginning(people: int) -> None:
    said = in_view_sentence(people, shut=False)
    assert "in beeld" in said
    assert not re.search(r"geen netwerk|te klein", said)
