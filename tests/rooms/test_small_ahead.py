"""Sem, nine, finds from his first page what happens now, his right, his agreements, and "it is not going well now".

He reads of each whom he chose what is so, and nothing that nobody did yet (B125, A208, C86).
"""

import re
from html import unescape
from uuid import UUID

import pytest
from django.test import Client
from django.urls import resolve

from kring.access.door import Door
from kring.access.writing import ITSELF
from kring.agreements.acts import agreeing, making
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.agreements import Party, Reads
from kring.law.agreements import Point as Code
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Answered, Asker, How, Step, Voice
from kring.rights import paths
from kring.rights.acts import answers, steps, wishes
from tests.family import Family
from tests.rooms.test_moments import explained
from tests.rooms.test_picture_code import choose, register, tap

RITA = "sem_rita"
NOT_ASKED = "Jij koos oma Rita. Niemand vroeg het al aan oma Rita."


@pytest.fixture
def tablet(family: Family) -> Client:
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    return browser


@pytest.fixture
def chosen(family: Family) -> None:
    """Sem pointed at oma Rita, and tapped that she may come along."""
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.POINTED, on=clock.today())
    wishes.name(door(family), family.member(RITA), said, act=uuid7())


def door(family: Family, section: Section = Section.RIGHTS) -> Door:
    return family.door("sem", section, child="sem")


def asked(family: Family, reply: Answered | None = None) -> None:
    """Sem asked her himself; and what she said."""
    sem, today = door(family), clock.today()
    path = paths.path_as(sem, family.member(RITA), Meaning.TRUST_PERSON)
    asking = steps.New(step=Step.ASKED, on=today, asker=Asker.CHILD, how=How.VISIT)
    if reply is None:
        steps.take(sem, path, asking, act=uuid7(), on=today)
        return
    heard = steps.New(step=Step.ANSWERED, on=today, voice=Voice.PERSON, reply=reply)
    answers.answer(sem, path, answers.Answer(said=heard, asked=asking), act=uuid7(), on=today)


def low(family: Family, *, choice: str = "message") -> UUID:
    """An agreement of Sem and oma Rita, with a way of their own."""
    here, today = door(family, Section.AGREEMENTS), clock.today()
    new = making.Begun(meaning=Meaning.JIM, reads=Reads.ALL)
    row = making.begin(here, family.member(RITA), new, act=uuid7(), on=today)
    making.keep(here, row, {Key(Code.LOW): Value(choice=choice, words="Een hartje.", number="0470 00 00 21")}, {})
    row = here.within(Agreement.objects.filter(pk=row.pk)).get()
    making.make(here, row, act=uuid7(), on=today)
    for hand, party, how in (("sem", Party.CHILD, ITSELF), ("lotte", Party.PERSON, Expressed.SAID.value)):
        at = family.door(hand, Section.AGREEMENTS, child="sem")
        made = at.within(Agreement.objects.filter(pk=row.pk)).get()
        agreeing.agree(at, made, agreeing.Agreed(party=party, on=today, expressed=how), act=uuid7(), on=today)
    pact: UUID = row.pact
    return pact


def where(family: Family, page: str, **parts: object) -> str:
    return family.url(page, child="sem", **parts)


def read(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return unescape(answer.content.decode())


def sees(family: Family, browser: Client, page: str = "portals:ahead") -> str:
    return read(browser, where(family, page))


def reached(family: Family, browser: Client) -> set[str]:
    """Every page to which a link leads, from his first page on."""
    waiting, seen = [where(family, "portals:child")], set[str]()
    while waiting:
        page = waiting.pop()
        seen.add(page)
        links = re.findall(rf'href="(/d/{family.sem.dossier}/[^"#?]*)"', read(browser, page))
        waiting += [one for one in dict.fromkeys(links) if one not in seen and one not in waiting]
    return {resolve(page).view_name for page in seen}


def test_with_pictures_he_reaches_every_page_that_is_made_for_him(family: Family, tablet: Client, chosen: None) -> None:
    low(family)
    pages = reached(family, tablet)
    assert {"portals:ahead", "moments:moments", "agreements:all", "agreements:agreement"} <= pages
    assert {"portals:not_well", "rights:otherwise", "portals:drawing", "portals:known"} <= pages
    for page in ("portals:ahead", "moments:moments", "portals:not_well", "agreements:all"):
        assert "<kring-speak" in sees(family, tablet, page), page


def test_his_first_page_has_six_pictures_and_the_heart_below_them(family: Family, tablet: Client, chosen: None) -> None:
    home = sees(family, tablet, "portals:child")
    assert home.count('class="face"') == 6
    for page in ("portals:ahead", "portals:not_well", "rights:pictures", "portals:drawing"):
        assert f'href="{where(family, page)}"' in home, "one tap"
    assert "Er voor jou" not in home, "nobody asked her yet"
    assert "Jij koos" in home


def test_he_reads_what_is_so_and_nothing_that_nobody_did(family: Family, tablet: Client, chosen: None) -> None:
    now = sees(family, tablet)
    assert NOT_ASKED in now
    assert "Praat erover met Lotte." in now
    assert "mag mee" not in now
    asked(family)
    assert "Het is gevraagd aan oma Rita. Er is nog geen antwoord." in sees(family, tablet)
    assert NOT_ASKED not in sees(family, tablet)


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Answered.YES, "Er wordt nog iets nagekeken. Tot dan mag oma Rita er al voor jou zijn."),
        (Answered.THINKING, "Oma Rita denkt nog na. Dat mag."),
        (Answered.NOT_NOW, "Later mag je het nog eens vragen."),
    ],
)
def test_each_answer_of_rita_in_his_words(
    family: Family, tablet: Client, chosen: None, reply: Answered, says: str
) -> None:
    asked(family, reply)
    assert says in sees(family, tablet)
    assert ("Oma Rita zei ja." in sees(family, tablet)) == (reply is Answered.YES)


def test_the_way_they_chose_is_the_button(family: Family, tablet: Client) -> None:
    assert "Zeg het aan Lotte" in sees(family, tablet, "portals:not_well"), "and no way that nobody agreed on"
    assert "oma Rita" not in sees(family, tablet, "portals:not_well")
    pact = low(family)
    for page in (
        sees(family, tablet, "portals:not_well"),
        read(tablet, where(family, "agreements:low", pact=pact)),
    ):
        assert "Een hartje." in page
        assert "Of zeg het aan Lotte" in page
        assert "Wijs hoe jij je voelt" in page
        assert page.count('class="card sun calm') == 2, "just as large"
        assert 'class="button primary" href="sms:0470000021"' in page
        assert 'class="button soft" href="tel:0470000021"' in page
        assert 'href="tel:102"' in page


def test_who_chose_to_call_finds_calling_first(family: Family, tablet: Client) -> None:
    low(family, choice="call")
    assert 'class="button primary" href="tel:0470000021"' in sees(family, tablet, "portals:not_well")


@pytest.mark.parametrize("other", ["lotte", "ann", "rita", "noor", "an", "mo"])
def test_that_page_is_of_the_child_alone(family: Family, other: str) -> None:
    low(family)
    assert family.browser("sem").get(where(family, "portals:not_well")).status_code == 200
    assert family.browser(other).get(where(family, "portals:not_well")).status_code == 404


def test_noor_finds_it_on_her_first_page_too(family: Family) -> None:
    assert family.url("portals:not_well") in family.page("portals:child", seen_by="noor")
    seen = unescape(family.page("portals:not_well", seen_by="noor"))
    assert family.url("agreements:all") in seen
    assert "Spreek met iemand een manier af" in seen


def test_his_right_in_pictures_without_what_was_said_before(family: Family, tablet: Client) -> None:
    assert explained(family, words="Rex mag mee.").status_code == 302
    right = sees(family, tablet, "moments:moments")
    assert "Je mag iemand naast je hebben" in right
    assert right.count("kit/figures.svg#") >= 4
    assert "Rex mag mee." not in right, "another child may know his four pictures"
