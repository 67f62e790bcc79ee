"""Noor chooses who stopped once more: nothing of that one's page changes by a screen.  Somebody asks, it says yes (R9).

And of a JIM or a supporter whom she chose by herself, Lotte reads on her day that somebody asks it.
"""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest

from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.time import months_later
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests import answered
from tests.family import Family
from tests.rooms.agreeing import made
from tests.rooms.test_chose_otherwise import chooses
from tests.rooms.test_stood import COUNTS, WAS, home, offered
from tests.rooms.test_today import see
from tests.rooms.test_told_first import herself, told
from tests.rooms.test_wish_page import name

WHO_ASKS = "Wie vraagt het?"


@pytest.fixture
def stopped(family: Family) -> None:
    """Wilma stopped as the JIM of Noor, and Noor was told."""
    chooses(family, "wilma", Meaning.JIM)
    assert herself(family, "wilma").status_code == 302
    told(family)
    assert WAS in home(family, "wilma")


def chosen(family: Family, who: str = "wilma", by: str = "noor", meaning: Meaning = Meaning.JIM) -> UUID:
    said = wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=clock.today())
    return wishes.name(family.door(by, Section.RIGHTS), family.member(who), said, act=uuid7())


def what_stands(family: Family) -> str:
    """Her home, without what is new at each visit."""
    return re.sub(r'value="[^"]+"', "", home(family, "wilma"))


@pytest.mark.parametrize("by", ["noor", "lotte"])
@pytest.mark.parametrize("meaning", [Meaning.JIM, Meaning.SUPPORTER, Meaning.TRUST_PERSON])
def test_her_page_stays_as_it_was_until_she_said_yes(family: Family, stopped: None, meaning: Meaning, by: str) -> None:
    before = what_stands(family)
    wish = chosen(family, meaning=meaning, by=by)
    assert what_stands(family) == before
    assert "Wilma" not in offered(family)
    answered.said(family, "wilma", meaning)
    after = home(family, "wilma")
    assert WAS not in after
    assert "JIM" in after or COUNTS in after
    assert "Wilma" in offered(family)
    assert family.door("noor", Section.RIGHTS).within(Wish.objects.in_force().filter(pk=wish)).exists()


def test_lotte_reads_on_her_day_that_somebody_asks_her_anew(family: Family, stopped: None) -> None:
    line = "Noor koos Wilma als JIM"
    assert line not in see(family, "lotte", all="1")
    chosen(family)
    assert line in see(family, "lotte", all="1")
    answered.said(family, "wilma", Meaning.JIM)
    assert line not in see(family, "lotte", all="1")


@pytest.mark.parametrize(("meaning", "word"), [(Meaning.JIM, "als JIM"), (Meaning.SUPPORTER, "als steunfiguur")])
def test_of_whom_noor_chose_alone_lotte_has_a_line_as_of_a_trust_person(
    family: Family, meaning: Meaning, word: str
) -> None:
    line = f"Noor koos oma Rita {word}"
    chosen(family, "rita", "lotte", meaning)
    assert line not in see(family, "lotte", all="1"), "she wrote it down with her, and knows"
    row = family.door("lotte", Section.RIGHTS).within(Wish.objects.in_force()).first()
    assert row is not None
    wishes.withdraw(family.door("noor", Section.RIGHTS), row.member_id, meaning, act=uuid7(), on=clock.today())
    chosen(family, "rita", "noor", meaning)
    page = see(family, "lotte", all="1")
    assert line in page
    assert WHO_ASKS in page
    for other in ("bram", "hilde"):
        assert line not in see(family, other, all="1")
    answered.said(family, "rita", meaning)
    assert line not in see(family, "lotte", all="1")


def test_of_a_supporter_it_goes_after_a_while_for_nothing_has_to_be_asked(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(family, "rita", "noor", Meaning.SUPPORTER)
    assert "Noor koos oma Rita" in see(family, "lotte", all="1")
    later = clock.today() + timedelta(weeks=3)
    monkeypatch.setattr(clock, "today", lambda: later)
    assert "Noor koos oma Rita" not in see(family, "lotte", all="1")


def test_that_noor_chooses_who_asks_it_is_a_button(family: Family) -> None:
    assert "Kies wie het vraagt" not in family.page("portals:ahead", seen_by="noor")
    wish = chosen(family, "rita")
    page = family.page("portals:ahead", seen_by="noor")
    assert "Kies wie het vraagt" in page
    assert family.url("rights:question", wish=wish) in page
    assert family.browser("noor").get(family.url("rights:question", wish=wish)).status_code == 200
    answered.said(family, "rita", Meaning.JIM)
    assert "Kies wie het vraagt" not in family.page("portals:ahead", seen_by="noor")


@pytest.mark.parametrize(("by", "words"), [("noor", "Toen was jij nog niet geboren."), ("lotte", "het kind nog niet")])
def test_a_day_before_she_was_born_is_refused_in_words(family: Family, by: str, words: str) -> None:
    born = months_later(clock.today(), -12 * 15)
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=born.isoformat())
    early, later = (born - timedelta(days=1)).isoformat(), born.isoformat()
    page = unescape(name(family, "rita", by=by, meaning="jim", on=early, sure="on").content.decode())
    assert words in page
    assert not family.door("lotte", Section.RIGHTS).within(Wish.objects.in_force()).exists()
    assert name(family, "rita", by=by, meaning="jim", on=later, sure="on").status_code == 302


def test_a_day_of_another_year_carries_the_year(family: Family) -> None:
    last_year = clock.today().replace(year=clock.today().year - 1, day=1)
    assert name(family, "johan", by="lotte", on=last_year.isoformat(), sure="on").status_code == 302
    assert str(last_year.year) in see(family, "lotte", all="1").split("als vertrouwenspersoon op")[1][:40]


def test_the_agreement_says_truly_when_she_reads_it(family: Family, stopped: None) -> None:
    chosen(family)
    row = made(family, "noor")
    where = {"pact": row.pact}
    words = "Wilma leest dit nog niet. Eerst vraagt iemand het, en zegt Wilma ja."
    for who in ("noor", "lotte"):
        assert words in unescape(family.page("agreements:agreement", seen_by=who, **where))
    assert family.browser("wilma").get(family.url("agreements:agreement", **where)).status_code == 404
    answered.said(family, "wilma", Meaning.JIM)
    for who in ("noor", "lotte"):
        assert words not in unescape(family.page("agreements:agreement", seen_by=who, **where))
    assert family.browser("wilma").get(family.url("agreements:agreement", **where)).status_code == 200
