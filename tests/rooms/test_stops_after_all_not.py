"""Wilma said that she stops, and stays after all: what Noor told her meanwhile opens by a tap of Noor alone (R7)."""

from html import unescape

import pytest

from kring.access.acts.answering import confirm
from kring.access.models import Say
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.rights.acts import held, said
from kring.rights.models import Said
from tests.family import Family
from tests.rooms.letting_wilma import CRY, LATER, QUIET, hears, it_goes_on, it_stays, let_wilma, reads, tells
from tests.rooms.test_agreed_with_who_stops import wilma_stops


@pytest.fixture
def let(family: Family) -> Family:
    return let_wilma(family)


def asked_again(family: Family) -> list[Say]:
    """What waits for Noor's tap, of what she told Wilma alone."""
    return list(Say.objects.filter(towards=family.member("wilma"), waits=True, item__section=Section.SAID.value))


def test_what_wilma_said_herself_lotte_does_not_take_back_and_no_page_offers_it(let: Family) -> None:
    wilma_stops(let)
    page = unescape(let.page("endings:endings", seen_by="lotte"))
    assert "Dat zegt alleen Wilma, op de eigen pagina." in page
    assert "Het gaat toch door<" not in page
    assert it_goes_on(let) == 404
    assert "Je zei: ik stop" in let.page("endings:itself", seen_by="wilma")


def test_what_noor_told_wilma_alone_stays_closed_until_she_taps_it(let: Family) -> None:
    wilma_stops(let)
    tells(let, LATER)
    tells(let, CRY, not_safe=True)
    assert it_stays(let) == 302
    assert hears(let) == {CRY}, "that she is not safe goes on (R14)"
    assert LATER in noors_own(let), "Noor goes on reading what she said"
    page = unescape(let.page("portals:about", seen_by="noor", member=let.member("wilma")))
    assert page.count("alleen daar zei?") == 2
    assert QUIET not in unescape(let.page("portals:about", seen_by="lotte", member=let.member("wilma")))
    assert "alleen daar zei" not in let.page("portals:about", seen_by="lotte", member=let.member("wilma"))
    first, last = sorted(asked_again(let), key=lambda one: one.said_at)
    confirm(let.door("noor", Section.ANSWERS), last, once=uuid7())
    assert hears(let) == {CRY, LATER}
    said.hear(let.door("wilma", Section.SAID), row_of(let, LATER), "Dank je", act=uuid7())
    assert LATER in hears(let), "it is read as before, also once she answered"
    where = let.url("portals:stop_answer", say=first.pk)
    assert let.browser("noor").post(where, {"once": let.once()}).status_code == 302
    assert QUIET not in hears(let)
    tells(let, "Weer iets")
    assert "Weer iets" in hears(let), "what she tells her from now on, Wilma reads"


def row_of(family: Family, words: str) -> Said:
    rows = family.door("wilma", Section.SAID).within(Said.objects.all())
    return next(one for one in rows if one.words == words)


def noors_own(family: Family) -> str:
    return unescape(family.page("rights:say", seen_by="noor"))


@pytest.mark.parametrize("who", ["lotte", "wilma"])
def test_nobody_but_noor_taps_that(let: Family, who: str) -> None:
    wilma_stops(let)
    assert it_stays(let) == 302
    for one in asked_again(let):
        where = let.url("portals:confirm_answer", say=one.pk)
        assert let.browser(who).post(where, {"once": let.once()}).status_code == 404
    assert hears(let) == set()


def test_once_noor_was_told_what_she_told_wilma_alone_stays_closed(let: Family) -> None:
    wilma_stops(let)
    tells(let, LATER)
    held.told(let.door("lotte", Section.RIGHTS), let.member("wilma"))
    assert hears(let) == set()
    assert asked_again(let) == []


def test_wilma_takes_her_own_stop_back_and_it_stands_as_her_word(let: Family) -> None:
    wilma_stops(let)
    there = unescape(let.page("endings:itself", seen_by="wilma"))
    assert "Ik stop toch niet" in there
    assert it_stays(let) == 302
    assert "Ik stop toch niet" not in let.page("endings:itself", seen_by="wilma")
    assert it_stays(let) == 404, "a second tap finds nothing to take back"
    told = unescape(let.page("endings:endings", seen_by="lotte"))
    assert "Wilma gaat gewoon verder" in told
    assert "Er valt niets te vertellen." in told
    assert "journal:plan" not in reads(let)
    assert "circle:list" not in reads(let)
    confirm(let.door("noor", Section.ANSWERS), circle_again(let), once=uuid7())
    assert "circle:list" in reads(let)
    assert it_goes_on(let) == 302, "Lotte read it"
    assert "circle:list" in reads(let), "and nothing closes by that"


def circle_again(family: Family) -> Say:
    return Say.objects.get(towards=family.member("wilma"), topic=Topic.CIRCLE.value, withdrawn_at=None)


def test_wilma_comes_in_again_as_noors_jim_and_may_stop_anew(let: Family) -> None:
    def as_what() -> str:
        held_ = Involvement.objects.current(clock.today()).get(dossier=let.noor.dossier, person=let.person("wilma"))
        return f"{held_.relation} {held_.told_as}".strip()

    before = as_what()
    wilma_stops(let)
    assert as_what() != before
    assert it_stays(let) == 302
    assert as_what() == before
    wilma_stops(let)
    assert "stopt" in unescape(let.page("endings:endings", seen_by="lotte"))


def test_once_noor_was_told_wilma_cannot_take_it_back(let: Family) -> None:
    wilma_stops(let)
    held.told(let.door("lotte", Section.RIGHTS), let.member("wilma"))
    assert it_stays(let) == 404
