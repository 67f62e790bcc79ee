"""Karim denied the yes that Lotte wrote; then Noor writes the yes that she heard from him: his own tap counts (R2, R9).

Nothing is lost by it, and nobody reads a word that he never said.
"""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest

from kring.kit import clock
from kring.law.access import Relation
from kring.law.steps import Stand
from tests.family import Family
from tests.rooms.test_conditions_page import look
from tests.rooms.test_denied_serving import YES, comes_in_as, home
from tests.rooms.test_denied_stays import serve, stand, taps
from tests.rooms.test_serving import LOOKS
from tests.rooms.test_steps import ASK, send
from tests.rooms.test_wish_page import name, wishes

STOP = "Je zei: ik stop"


@pytest.fixture
def serves(family: Family) -> UUID:
    """Lotte wrote that Karim said yes, and he serves; he says that he never said so.  The wish."""
    name(family, "karim", by="noor")
    wish: UUID = wishes(family)[-1].pk
    send(family, "asked", wish, by="noor", **ASK)
    assert send(family, "answered", wish, by="lotte", reply="yes").status_code == 302
    begins(family)
    assert stand(family) is Stand.SERVING
    assert taps(family, "not_said").status_code == 302
    return wish


def begins(family: Family) -> None:
    for code, saw in LOOKS.items():
        look(family, code, saw, by="lotte", person="karim")
    serve(family)


def talked(family: Family) -> None:
    """Lotte told Noor, and says so."""
    beside = family.page("rights:beside", seen_by="lotte")
    (key,) = re.findall(r'action="([^"]*said/[0-9a-f-]+/[^"]*)"', beside)[:1]
    assert family.browser("lotte").post(key, {"once": family.once()}).status_code == 302


def heard(family: Family, wish: UUID) -> None:
    """Noor writes the yes that she heard from Karim."""
    assert send(family, "answered", wish, by="noor", reply="yes").status_code == 302


def test_after_lotte_told_her_it_begins_by_his_tap(family: Family, serves: UUID) -> None:
    talked(family)
    heard(family, serves)
    begins(family)
    assert stand(family) is Stand.ASKED, "his own yes is asked first"
    for who in ("noor", "lotte"):
        seen = unescape(family.page("rights:person", seen_by=who, member=family.member("karim")))
        assert "Het gaat verder als trainer Karim hier zelf ja zegt." in seen, who
    assert (YES in home(family), "Jij zei ja" in home(family)) == (True, False)
    assert taps(family, "yes").status_code == 302
    assert YES not in home(family)
    begins(family)
    assert (stand(family), comes_in_as(family)) == (Stand.SERVING, Relation.TRUST_PERSON)


def test_before_that_he_reads_no_word_that_he_never_said(family: Family, serves: UUID) -> None:
    heard(family, serves)
    assert (STOP in home(family), YES in home(family)) == (False, True)
    about = {"member": family.member("karim")}
    assert "staat naast Noor" not in unescape(family.page("rights:person", seen_by="lotte", **about))
    assert taps(family, "yes").status_code == 302
    assert (stand(family), comes_in_as(family)) == (Stand.SERVING, Relation.TRUST_PERSON)
    assert "staat naast Noor" in unescape(family.page("rights:person", seen_by="lotte", **about))


def test_nor_does_a_jim_whom_she_heard(family: Family) -> None:
    name(family, "wilma", by="noor", meaning="jim")
    wish = wishes(family)[-1].pk
    send(family, "asked", wish, by="noor", **ASK)
    assert send(family, "answered", wish, by="lotte", reply="yes").status_code == 302
    taps(family, "not_said", by="wilma")
    heard(family, wish)
    assert (STOP in home(family, "wilma"), YES in home(family, "wilma")) == (False, True)
    taps(family, "yes", by="wilma")
    assert comes_in_as(family, "wilma") is Relation.JIM


def test_chosen_and_asked_anew_he_still_has_his_tap_and_not_before(family: Family, serves: UUID) -> None:
    talked(family)
    again = family.url("rights:withdraw", wish=serves)
    assert family.browser("noor").post(again, {"once": family.once()}).status_code == 302
    name(family, "karim", by="noor")
    wish = wishes(family)[-1].pk
    assert YES not in home(family), "nobody asked him"
    send(family, "asked", wish, by="noor", **ASK)
    assert YES in home(family)
    told = {"once": family.once(), "reply": "yes", "on": clock.today().isoformat()}
    answer = family.browser("lotte").post(family.url("rights:answered", wish=wish), told)
    assert "Alleen trainer Karim zelf" in unescape(answer.content.decode())
    assert taps(family, "yes").status_code == 302
    assert stand(family) is Stand.DESIGNATED
    begins(family)
    assert stand(family) is Stand.SERVING


def test_who_says_no_after_it_has_nothing_to_tap(family: Family, serves: UUID) -> None:
    talked(family)
    facts = {"reply": "no", "told": "yes"}
    assert send(family, "answered", serves, by="noor", **facts).status_code == 302
    assert YES not in home(family)
    assert taps(family, "yes").status_code in {302, 404}
    assert stand(family) is Stand.NO


def test_nobody_tries_or_begins_by_a_yes_that_she_heard_over_his_denial(family: Family) -> None:
    name(family, "wilma", by="noor", meaning="jim")
    wish = wishes(family)[-1].pk
    send(family, "asked", wish, by="noor", **ASK)
    assert send(family, "answered", wish, by="lotte", reply="yes").status_code == 302
    taps(family, "not_said", by="wilma")
    heard(family, wish)
    soon = (clock.today() + timedelta(days=60)).isoformat()
    for who in ("lotte", "noor"):
        assert send(family, "tried", wish, by=who, until=soon, expressed="said").status_code != 302, who
        assert send(family, "began", wish, by=who, expressed="said").status_code != 302, who
    taps(family, "yes", by="wilma")
    assert send(family, "began", wish, by="noor").status_code == 302


def test_nor_when_she_chose_anew_years_later(family: Family, serves: UUID) -> None:
    talked(family)
    again = family.url("rights:withdraw", wish=serves)
    assert family.browser("noor").post(again, {"once": family.once()}).status_code == 302
    name(family, "karim", by="noor", meaning="jim")
    wish = wishes(family)[-1].pk
    send(family, "asked", wish, by="noor", **ASK)
    heard(family, wish)
    assert send(family, "began", wish, by="noor").status_code != 302
    taps(family, "yes")
    assert send(family, "began", wish, by="noor").status_code == 302


def test_once_she_was_told_no_page_says_that_he_said_yes(family: Family, serves: UUID) -> None:
    heard(family, serves)
    about = {"member": family.member("karim")}
    before = unescape(family.page("rights:person", seen_by="noor", **about))
    assert "begon als vertrouwenspersoon" in before
    talked(family)
    assert stand(family) is Stand.ASKED
    for who in ("noor", "lotte"):
        told = unescape(family.page("rights:person", seen_by=who, **about))
        assert "Trainer Karim zei ja" not in told, who
