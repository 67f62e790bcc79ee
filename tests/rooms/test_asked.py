"""Nobody serves, or tries, who was never asked or never said yes; who asked stands beside the answer (R9)."""

import re
from html import unescape
from uuid import UUID

import pytest

from kring.law.meaning import Meaning
from kring.law.steps import Stand
from tests import answered
from tests.family import Family
from tests.rooms.test_conditions_page import look
from tests.rooms.test_serving import LOOKS, serve
from tests.rooms.test_steps import ASK, person, rows, send, stand
from tests.rooms.test_wish_page import name, wishes


@pytest.fixture
def wilma(family: Family) -> UUID:
    """Noor named Wilma as her JIM, and nobody asked her yet; the wish."""
    name(family, "wilma", by="noor", meaning="jim")
    return wishes(family)[-1].pk


@pytest.mark.parametrize("by", ["noor", "lotte"])
@pytest.mark.parametrize(("page", "more"), [("began", {}), ("tried", {"until": "2999-01-01"})])
def test_nothing_begins_with_who_was_never_asked_and_her_choice_stands(
    family: Family, wilma: UUID, by: str, page: str, more: dict[str, str]
) -> None:
    """Nobody is obliged to accept, and nobody serves who never said yes (brief 1.2, R9)."""
    told = {**more, **({} if by == "noor" else {"expressed": "said"})}
    assert "Nog te vragen: wat zegt Wilma zelf?" in send(family, page, wilma, by=by, **told).content.decode()
    assert stand(family) is Stand.WISHED
    assert "Het is nog niet gevraagd aan Wilma." in person(family, seen_by=by)
    answered.said(family, "wilma", Meaning.JIM)
    assert send(family, page, wilma, by=by, **told).status_code == 302


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_an_answer_that_is_there_already_is_a_tap_and_says_who_asked(family: Family, wilma: UUID, by: str) -> None:
    where = f"{family.url('rights:answered', wish=wilma)}?reply=yes"
    assert where in person(family, seen_by=by)
    form = family.browser(by).get(where).content.decode()
    assert re.search(r'name="reply" value="yes"[^>]* checked', form)
    bare = send(family, "answered", wilma, by=by, reply="yes", told="yes").content.decode()
    assert "We konden dit nog niet bewaren" in bare
    assert rows(family) == []
    how = {**ASK, **({} if by == "noor" else {"asker": "together", "expressed": "pointed"})}
    assert send(family, "answered", wilma, by=by, reply="yes", **how).status_code == 302
    asked, said = rows(family)
    assert (asked.step, asked.how, said.step, said.reply) == ("asked", "visit", "answered", "yes")
    assert asked.expressed == ("itself" if by == "noor" else "pointed")
    assert where not in person(family, seen_by=by)
    assert "Geef het mee." in person(family, seen_by=by), "the notice, at the first contact (R9)"


def test_lotte_writes_down_no_answer_to_what_noor_did_not_let_her_ask(family: Family, wilma: UUID) -> None:
    said = {"reply": "yes", "asker": "worker", "how": "call"}
    refused = send(family, "answered", wilma, by="lotte", **said).content.decode()
    assert "Zonder een ja vraagt niemand iets." in refused
    assert rows(family) == []
    assert send(family, "answered", wilma, by="lotte", **said, expressed="said").status_code == 302


def test_a_first_no_is_told_by_a_person_and_that_it_was_asked_she_may_know(family: Family, wilma: UUID) -> None:
    said = {"reply": "no", "asker": "worker", "how": "call", "expressed": "said", "words": "te druk"}
    assert send(family, "answered", wilma, by="lotte", **said, told="no").status_code == 302
    assert "Het is gevraagd aan Wilma." in person(family)
    assert "te druk" not in person(family)
    assert stand(family) is Stand.NO


@pytest.mark.parametrize("page", ["asked", "answered", "tried", "began"])
def test_no_step_is_of_long_before_she_chose(family: Family, wilma: UUID, page: str) -> None:
    """What somebody mistyped is said, and what was typed is not lost."""
    if page in {"tried", "began"}:
        answered.said(family, "wilma", Meaning.JIM)
    before = len(rows(family))
    told = {**ASK, "reply": "yes", "until": "2999-01-01", "on": "2001-02-03"}
    page_again = send(family, page, wilma, by="noor", **told).content.decode()
    assert "Op die dag had jij Wilma nog niet gekozen." in page_again
    assert "2001-02-03" in page_again
    assert len(rows(family)) == before


def test_who_said_yes_as_a_supporter_is_still_to_be_asked_as_trust_person(family: Family) -> None:
    """A yes is to one thing: professional secrecy and the file were never in the first question."""
    for meaning in (Meaning.SUPPORTER, Meaning.TRUST_PERSON):
        name(family, "johan", by="noor", meaning=meaning.value)
    answered.said(family, "johan", Meaning.SUPPORTER)
    for code, saw in LOOKS.items():
        look(family, code, saw, by="lotte")
    assert stand(family, "johan", Meaning.TRUST_PERSON) is Stand.WISHED
    told = person(family, "johan", seen_by="lotte")
    assert "Zei pastor Johan zelf al ja?" in told
    assert "overgeslagen" not in told, "conditions that were seen first leave no yes behind"
    assert "Nog te vragen: wat zegt pastor Johan zelf?" in serve(family).content.decode()
    assert stand(family, "johan", Meaning.TRUST_PERSON) is Stand.WISHED
    answered.said(family, "johan")
    assert serve(family).status_code == 302


@pytest.mark.parametrize(("by", "status"), [("noor", 302), ("lotte", 200)])
def test_what_noor_chose_with_her_own_hands_needs_no_second_proof(
    family: Family, wilma: UUID, by: str, status: int
) -> None:
    """Made by Lotte, the same question still asks how Noor said that it may (R9)."""
    made = {"asker": "together", "how": "letter", "words": "Wil jij er zijn?"}
    send(family, "question", wilma, by=by, **made)
    page = unescape(family.page("rights:answered", seen_by="lotte", wish=wilma))
    assert ("Noor koos zelf:" in page) is (by == "noor")
    assert send(family, "answered", wilma, by="lotte", reply="yes", **made).status_code == status


def test_another_asker_than_noor_chose_still_asks_how_she_said_it(family: Family, wilma: UUID) -> None:
    send(family, "question", wilma, by="noor", asker="together", how="letter", words="Wil jij er zijn?")
    assert send(family, "asked", wilma, by="lotte", asker="worker", how="letter").status_code == 200
    assert send(family, "asked", wilma, by="lotte", asker="together", how="letter").status_code == 302


def test_that_somebody_said_yes_asks_who_asked_it_and_how_on_the_same_page(family: Family, wilma: UUID) -> None:
    page = unescape(family.page("rights:answered", seen_by="lotte", wish=wilma))
    assert "Wie vroeg het, en hoe, staat er nog niet. Duid het hier meteen mee aan." in page
    answer = send(family, "answered", wilma, by="lotte", reply="yes", asker="child")
    assert "Kies ook hoe het gevraagd is." in unescape(answer.content.decode())
