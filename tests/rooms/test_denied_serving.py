"""Lotte wrote Karim's yes, and he serves; he says: that I never said.  Nobody serves who never said yes (R2, R9).

Noor reads of it as before, until a person told her (R15); his own yes puts all back.
"""

import re
from html import unescape
from uuid import UUID

import pytest
from django.core.cache import cache

from kring.access.acts import answering
from kring.access.acts.answering import Answering
from kring.access.models import Word
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.steps import Stand
from tests.family import Family
from tests.links import share
from tests.rooms.test_conditions_page import look
from tests.rooms.test_denied_stays import serve, stand, taps
from tests.rooms.test_role_card import ask, code_of, said, show
from tests.rooms.test_serving import LOOKS
from tests.rooms.test_steps import ASK, send
from tests.rooms.test_wish_page import name, wishes

NOTE = "We bekeken samen twee scholen"
CARD, YES = "Toon mijn kaart", "Ja, dat wil ik zelf"


@pytest.fixture
def serves(family: Family) -> UUID:
    """Noor chose Karim and asked him; Lotte wrote that he said yes.  Noor lets him read her file; the wish."""
    cache.clear()
    name(family, "karim", by="noor")
    wish: UUID = wishes(family)[-1].pk
    send(family, "asked", wish, by="noor", **ASK)
    assert send(family, "answered", wish, by="lotte", reply="yes").status_code == 302
    for code, saw in LOOKS.items():
        look(family, code, saw, by="lotte", person="karim")
    serve(family)
    assert stand(family) is Stand.SERVING
    yes = Answering(towards=family.member("karim"), word=Word.YES, topic=Topic.THE_FILE)
    answering.answer(family.door("noor", Section.ANSWERS), yes, once=uuid7())
    return wish


def comes_in_as(family: Family, who: str = "karim") -> Relation:
    return family.door(who, Section.SUPPORT).relation


def home(family: Family, who: str = "karim") -> str:
    page = "portals:child" if who == "noor" else "portals:home"
    return unescape(family.page(page, seen_by=who))


def reads_notes(family: Family) -> bool:
    return NOTE in unescape(family.browser("karim").get(family.url("journal:notes")).content.decode())


def is_valid(code: str) -> bool:
    return said(ask(code)) == "geldig"


def test_who_never_said_yes_serves_no_more(family: Family, serves: UUID) -> None:
    code = code_of(show(family))
    assert (CARD in home(family), reads_notes(family), comes_in_as(family)) == (True, True, Relation.TRUST_PERSON)
    before = home(family, "noor")
    assert taps(family, "not_said").status_code == 302
    assert (CARD in home(family), reads_notes(family), comes_in_as(family)) == (False, False, Relation.SUPPORTER)
    assert show(family).status_code == 404
    assert not is_valid(code)
    assert YES in home(family)
    assert "beroepsgeheim" not in home(family)
    assert ("Trainer Karim" in home(family, "noor")) is ("Trainer Karim" in before), "a person tells her, and no page"


def test_his_own_yes_puts_it_back(family: Family, serves: UUID) -> None:
    taps(family, "not_said")
    assert serve(family).status_code in {200, 302, 404}
    assert comes_in_as(family) is Relation.SUPPORTER
    assert taps(family, "yes").status_code == 302
    assert (CARD in home(family), reads_notes(family), comes_in_as(family)) == (True, True, Relation.TRUST_PERSON)
    assert stand(family) is Stand.SERVING


def test_lotte_has_it_to_look_at_and_he_can_say_that_he_stops(family: Family, serves: UUID) -> None:
    taps(family, "not_said")
    about = unescape(family.page("rights:person", seen_by="lotte", member=family.member("karim")))
    assert "Trainer Karim zei zelf: die ja was niet van mij." in about
    assert "staat naast Noor" not in about, "no page says both"
    assert "die ja was niet van mij" not in family.page("rights:person", seen_by="noor", member=family.member("karim"))
    assert "rond wie naast Noor staat" in unescape(family.browser("lotte").get("/today/").content.decode())
    there = family.page("endings:itself", seen_by="karim")
    assert 'name="step"' in there, "he can stop"
    sent = {"once": family.once(), "step": "ended", "teller": "both", "picks_up": "yes"}
    assert family.browser("karim").post(family.url("endings:itself"), sent).status_code == 302
    assert "Ik stop toch niet" in unescape(family.page("endings:itself", seen_by="karim"))


def test_a_jim_whose_yes_was_none_is_no_more_than_let_in(family: Family) -> None:
    name(family, "wilma", by="noor", meaning="jim")
    wish = wishes(family)[-1].pk
    send(family, "asked", wish, by="noor", **ASK)
    assert send(family, "answered", wish, by="lotte", reply="yes").status_code == 302
    assert comes_in_as(family, "wilma") is Relation.JIM
    taps(family, "not_said", by="wilma")
    assert comes_in_as(family, "wilma") is Relation.SUPPORTER
    taps(family, "yes", by="wilma")
    assert comes_in_as(family, "wilma") is Relation.JIM


def test_once_lotte_talked_about_it_with_noor_every_page_says_so(family: Family, serves: UUID) -> None:
    about = {"member": family.member("karim")}
    taps(family, "not_said")
    assert "begon als vertrouwenspersoon" in family.page("rights:person", seen_by="noor", **about), "a person tells her"
    talks_of_it(family)
    for page in ("rights:person", "rights:beside", "portals:ahead", "portals:child"):
        told = unescape(family.page(page, seen_by="noor", **(about if page == "rights:person" else {})))
        assert "beroepsgeheim" not in told, page
        assert "rainer Karim" in told, "her choice stands"
    assert stand(family) is Stand.ASKED
    assert (YES in home(family), comes_in_as(family)) == (True, Relation.SUPPORTER)
    taps(family, "yes")
    for code, saw in LOOKS.items():
        look(family, code, saw, by="lotte", person="karim")
    serve(family)
    assert (stand(family), comes_in_as(family)) == (Stand.SERVING, Relation.TRUST_PERSON)
    assert not reads_notes(family), "what she opened to a trust person, she is asked anew"
    shared = unescape(family.page("portals:about", seen_by="noor", **about))
    assert "Wat je aan trainer Karim deelde, is dicht sinds" in shared


def test_what_else_she_opened_to_him_waits_for_her_word(family: Family, serves: UUID) -> None:
    share(family, "karim")
    assert family.browser("karim").get(family.url("circle:list")).status_code == 200
    taps(family, "not_said")
    talks_of_it(family)
    assert family.browser("karim").get(family.url("circle:list")).status_code == 404
    assert "Jij zei hier ja. Er veranderde iets. Nu wacht dat ja." in home(family, "noor")


def test_so_it_is_of_a_jim_who_had_begun(family: Family) -> None:
    name(family, "wilma", by="noor", meaning="jim")
    wish = wishes(family)[-1].pk
    send(family, "asked", wish, by="noor", **ASK)
    assert send(family, "answered", wish, by="lotte", reply="yes").status_code == 302
    assert send(family, "began", wish, by="noor").status_code == 302
    taps(family, "not_said", by="wilma")
    talks_of_it(family)
    assert comes_in_as(family, "wilma") is Relation.SUPPORTER
    taps(family, "yes", by="wilma")
    assert comes_in_as(family, "wilma") is Relation.JIM


def talks_of_it(family: Family) -> None:
    beside = family.page("rights:beside", seen_by="lotte")
    (key,) = re.findall(r'action="([^"]*/unsaid/[^"]*|[^"]*said/[0-9a-f-]+/[^"]*)"', beside)[:1]
    assert family.browser("lotte").post(key, {"once": family.once()}).status_code == 302
