"""Sem, nine, lets somebody go whom he chose: on pictures, in one tap, and one tap takes it back (issue 5, 7)."""

import pytest
from django.http import HttpResponse
from django.test import Client

from kring.access.acts import answering
from kring.access.acts.answering import Answering
from kring.access.asking import everything
from kring.access.models import SamePerson, Say, Word
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests.family import Family
from tests.rooms.test_picture_code import choose, register, tap

RITA = "sem_rita"
STAYS, GONE = "Blijft oma Rita er voor jou?", "Goed. Jij koos anders."


@pytest.fixture
def tablet(family: Family) -> Client:
    """Rita comes in for Sem as who he chose: his JIM, who may know of his home.  He tapped his row on the tablet."""
    involved = {"dossier_id": family.sem.dossier, "person_id": family.person("rita")}
    Involvement.objects.create(relation=Relation.JIM.value, from_on=clock.today(), **involved)
    SamePerson.objects.create(item_id=family.member(RITA), person_id=family.person("rita"), confirmed_at=clock.now())
    names(family, Meaning.TRUST_PERSON)
    names(family, Meaning.JIM)
    says = Answering(towards=family.member(RITA), word=Word.YES, topic=Topic.HOME)
    answering.answer(family.door("sem", Section.ANSWERS, child="sem"), says, once=uuid7())
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    return browser


def names(family: Family, meaning: Meaning) -> None:
    said = wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("sem", Section.RIGHTS, child="sem"), family.member(RITA), said, act=uuid7())


def taps(family: Family, by: Client, word: str = "otherwise", *, who: str = RITA) -> HttpResponse:
    return by.post(where(family, who), {"word": word, "once": family.once()}, follow=True)


def where(family: Family, who: str = RITA) -> str:
    return family.url("rights:otherwise", child="sem", member=family.member(who))


def stand(family: Family) -> list[str]:
    rows = family.door("sem", Section.RIGHTS, child="sem").within(Wish.objects.in_force())
    return sorted(rows.filter(member=family.member(RITA)).values_list("meaning", flat=True))


def reads(by: Client, address: str) -> str:
    return str(by.get(address).content.decode())


def test_he_finds_it_on_his_own_home_and_it_is_read_aloud(family: Family, tablet: Client) -> None:
    home = reads(tablet, family.url("portals:child", child="sem"))
    assert where(family) in home
    assert "Anders kiezen? Tik op de prent." in home
    page = reads(tablet, where(family))
    assert STAYS in page
    assert "<kring-speak" in page
    assert "kit/figures.svg#grandmother" in page


def test_one_tap_lets_her_go_and_what_she_might_see_is_shut_at_her_next_request(family: Family, tablet: Client) -> None:
    hers = family.browser("rita")
    home = family.url("portals:home", child="sem")
    assert "Sem koos jou" in reads(hers, home)
    assert GONE in taps(family, tablet).content.decode()
    assert stand(family) == []
    assert "Sem koos jou" not in reads(hers, home)
    assert not Say.objects.filter(towards=family.member(RITA), withdrawn_at=None, answer=Word.YES).exists()
    assert where(family) not in reads(tablet, family.url("portals:child", child="sem"))
    assert family.log(Event.WISH_WITHDRAWN) == 2


def test_lotte_has_to_see_that_a_person_tells_it_and_nothing_is_sent(family: Family, tablet: Client) -> None:
    taps(family, tablet)
    assert "Sem koos anders: wie vertelt het oma Rita?" in family.page("endings:due", seen_by="lotte", child="sem")


def test_one_more_tap_takes_it_back_and_every_yes_is_asked_anew(family: Family, tablet: Client) -> None:
    taps(family, tablet)
    assert STAYS in taps(family, tablet, "again").content.decode()
    assert stand(family) == ["jim", "trust_person"]
    assert "Sem koos jou" in family.page("portals:home", seen_by="rita", child="sem")
    assert not Say.objects.filter(towards=family.member(RITA), withdrawn_at=None, answer=Word.YES).exists()


def test_the_same_no_from_a_page_that_was_open_before_chooses_nobody(family: Family, tablet: Client) -> None:
    taps(family, tablet)
    assert GONE in taps(family, tablet).content.decode()
    assert stand(family) == []


def test_the_next_day_the_page_is_gone_and_he_chooses_on_the_pictures(family: Family, tablet: Client) -> None:
    taps(family, tablet)
    rows = family.door("sem", Section.RIGHTS, child="sem").within(Wish.objects.filter(member=family.member(RITA)))
    for row in rows:
        row.withdrawn_on = row.named_on = clock.today().replace(year=2020)
        with everything():
            row.save(update_fields=["withdrawn_on", "named_on"])
    assert tablet.get(where(family)).status_code == 404
    assert taps(family, tablet, "again").status_code == 404
    assert stand(family) == []


def test_of_who_was_never_chosen_there_is_nothing(family: Family, tablet: Client) -> None:
    assert tablet.get(where(family, "sem_juf")).status_code == 404
    assert taps(family, tablet, who="sem_juf").status_code == 404


@pytest.mark.parametrize("stranger", ["lotte", "rita", "ann", "noor", "an", "mo"])
def test_nobody_else_lets_her_go_there(family: Family, tablet: Client, stranger: str) -> None:
    assert family.browser(stranger).get(where(family)).status_code == 404
    assert taps(family, family.browser(stranger)).status_code == 404
    assert stand(family) == ["jim", "trust_person"]
