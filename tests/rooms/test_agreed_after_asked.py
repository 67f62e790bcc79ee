"""Noor chose Wilma and nobody asked her: of a proposal no screen of Wilma says anything, for a person asks (R9)."""

import pytest

from kring.agreements.models import Agreement
from kring.law.agreements import Party
from kring.law.meaning import Meaning
from kring.law.steps import Answered
from tests import answered
from tests.family import Family
from tests.rooms.agreeing import DINNER, agree, made
from tests.rooms.test_wish_page import name

PROPOSAL = "Er ligt een voorstel klaar"


@pytest.fixture
def proposed(family: Family) -> Agreement:
    """Noor chose Wilma as JIM, made an agreement with her and said yes to it."""
    name(family, "wilma", by="noor", meaning="jim")
    row = made(family, "noor")
    agree(family, "noor", row, Party.CHILD)
    return row


def reads(family: Family, row: Agreement) -> bool:
    """Whether Wilma finds it: on her home, in the list and at its own address, the same everywhere."""
    wilma = family.browser("wilma")
    own = wilma.get(family.url("agreements:agreement", pact=row.pact)).status_code == 200
    pdf = wilma.get(family.url("agreements:paper", pact=row.pact)).status_code == 200
    home = PROPOSAL in family.page("portals:home", seen_by="wilma")
    listed = str(row.pact) in family.page("agreements:all", seen_by="wilma")
    assert own == pdf == home == listed
    return own


def test_until_she_was_asked_and_said_yes_nothing_of_it_reaches_her(family: Family, proposed: Agreement) -> None:
    assert not reads(family, proposed)
    answered.asked(family, "wilma", Meaning.JIM)
    assert not reads(family, proposed)
    answered.said(family, "wilma", Meaning.JIM)
    assert reads(family, proposed)
    assert DINNER in family.page("agreements:agreement", seen_by="wilma", pact=proposed.pact)


@pytest.mark.parametrize("reply", [Answered.THINKING, Answered.NOT_NOW, Answered.NO])
def test_any_other_answer_brings_it_no_nearer(family: Family, proposed: Agreement, reply: Answered) -> None:
    answered.said(family, "wilma", Meaning.JIM, reply=reply)
    assert not reads(family, proposed)


def test_before_that_she_says_no_yes_to_it_and_noor_and_lotte_read_it_as_ever(
    family: Family, proposed: Agreement
) -> None:
    where = family.url("agreements:tap", pact=proposed.pact)
    assert family.browser("wilma").post(where, {"once": family.once()}).status_code == 404
    for by in ("noor", "lotte"):
        assert DINNER in family.page("agreements:agreement", seen_by=by, pact=proposed.pact)
    answered.said(family, "wilma", Meaning.JIM)
    assert family.browser("wilma").post(where, {"once": family.once()}).status_code == 302


def test_with_whom_she_never_chose_an_agreement_is_made_as_she_likes(family: Family) -> None:
    assert reads(family, made(family, "noor"))


def test_a_yes_of_wilma_that_was_written_down_counts_as_asked(family: Family, proposed: Agreement) -> None:
    """Somebody laid it before her on paper or aloud: it is hers to read back."""
    agree(family, "lotte", proposed, Party.PERSON, expressed="said")
    page = family.page("agreements:agreement", seen_by="wilma", pact=proposed.pact)
    assert DINNER in page
