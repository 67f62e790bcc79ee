"""Whatever the law can answer is explained twice: to a jurist in docs/law, to people in a sentence."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from kring.kit.grounds import GROUNDS
from kring.kit.sentences import choices, code_of, has_sentence, sentence
from kring.law.access import Section, table
from kring.law.agreements import Channel, Listener, Pace, Party, Reads, State, Told
from kring.law.jim import Factor, Hint, Reply
from kring.law.loyalty import Gain
from kring.law.loyalty import Stance as Says
from kring.law.meaning import Expressed, Meaning
from kring.law.processing import LegalGround, Purpose
from kring.law.registry import register
from kring.law.retention import Term
from kring.law.seeking import Place, Stage
from kring.law.source import CHECKED_ON, Status
from kring.law.steps import Answered, Asker, How, Stand, Step
from kring.law.transfers import Service

PAGES = sorted((Path(__file__).parents[2] / "docs" / "law").glob("*.md"))
LISTS: tuple[type[StrEnum], ...] = (Meaning, Expressed, Reply, Purpose, LegalGround, Term, Hint, Factor, Status)
PATH: tuple[type[StrEnum], ...] = (Asker, How, Answered, Step, Stand)
AGREED: tuple[type[StrEnum], ...] = (Told, Reads, Party, Pace, Channel, Listener, State)
BESIDE: tuple[type[StrEnum], ...] = (Says, Gain, Place, Stage, Service)
CODES = sorted({*register(), *Factor, *Hint, *Term})


def headings() -> Iterator[str]:
    for page in PAGES:
        yield from re.findall(r"^#{2,3} `([a-z0-9.-]+)`", page.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_one_heading(code: str) -> None:
    assert list(headings()).count(code) == 1


def test_no_heading_explains_a_code_that_is_gone() -> None:
    assert set(headings()) <= set(CODES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_says_when_it_was_checked(page: Path) -> None:
    assert f"gecontroleerd op {CHECKED_ON.isoformat()}" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_sentence(code: str) -> None:
    assert has_sentence(code)


@pytest.mark.parametrize("code", sorted({*register(), *Factor}))
@pytest.mark.parametrize("holds", [True, False, None])
def test_every_ground_speaks_whatever_is_known(code: str, holds: bool | None) -> None:
    assert str(sentence(code, holds=holds, name="Karim")).endswith((".", "?"))
    assert not str(sentence(code)).startswith("deze persoon")


def test_what_nobody_knows_is_still_to_be_asked() -> None:
    for code in register():
        assert str(sentence(code, holds=None)).startswith(("Nog te vragen", "Nog te doen"))


def test_sentences_stay_within_the_words_for_people() -> None:
    spoken = " ".join(
        str(one) for said in GROUNDS.values() for one in (said.asks, said.holds, said.against, said.missing)
    )
    for word in ("afgekeurd", "geweigerd", "model 2", "onbekwaam", "cliënt", "!"):
        assert word not in spoken.lower()
    assert "artikel 596.2 (minderjarigenmodel)" in spoken


def test_a_name_is_written_as_it_was_given_with_a_capital_where_the_sentence_begins() -> None:
    assert str(sentence("trust-person.adult", holds=True, name="karim")) == "Karim is 18 jaar of ouder."
    assert str(sentence("trust-person.adult", holds=True)) == "Deze persoon is 18 jaar of ouder."


def test_a_name_with_braces_is_a_name() -> None:
    assert "{holds}" in str(sentence("trust-person.adult", name="{holds}"))


@pytest.mark.parametrize("kind", [*LISTS, *PATH, *AGREED, *BESIDE], ids=lambda kind: kind.__name__)
def test_every_member_of_a_closed_list_has_its_word(kind: type[StrEnum]) -> None:
    assert [value for value, _ in choices(kind)] == [member.value for member in kind]
    assert all(str(word) for _, word in choices(kind))


def test_every_section_has_its_word() -> None:
    """The preview of what somebody reads names each of them."""
    assert [one for one in Section if not has_sentence(f"section.{one.value}")] == []


def test_why_someone_may_see_something_is_always_said() -> None:
    assert not {one.because for rules in table().values() for one in rules if not has_sentence(one.because)}


def test_a_code_without_a_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        sentence("trust-person.nice")
    assert code_of(Meaning.JIM) == "meaning.jim"
    assert code_of(Term.FILE) == "retention.file"
