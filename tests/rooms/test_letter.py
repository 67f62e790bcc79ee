"""The letter of Wilma: only while Noor and she both want it, and nothing of the care stands on it (C106, C186)."""

from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.access.acts import LetIn, child_of, let_in, open_dossier, protecting
from kring.access.door import open_door
from kring.access.models import Item
from kring.audit.events import Event
from kring.dossier.models import Wall
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.ways import WayKind
from kring.people.models import Team, User
from kring.rights.acts import wishes
from kring.rights.models import Wish
from kring.support import letter
from tests import answered
from tests.family import Family


@pytest.fixture(autouse=True)
def jim(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("lotte", Section.RIGHTS), family.member("wilma"), said, act=uuid7())


def says(family: Family, who: str, yes: str = "yes", **facts: str) -> HttpResponse:
    there = family.url("support:letter", member=family.member("wilma"))
    return family.browser(who).post(there, {"once": family.once(), "wants": yes, **facts})


def pdf(family: Family, who: str) -> HttpResponse:
    return family.browser(who).get(family.url("support:letter_pdf", member=family.member("wilma")))


def test_there_is_no_letter_until_both_want_it(family: Family) -> None:
    assert says(family, "noor").status_code == 302
    assert pdf(family, "noor").status_code == 404
    assert "zei nog geen ja" in family.page("support:letter", seen_by="wilma", member=family.member("wilma"))
    assert says(family, "wilma").status_code == 302
    for who in ("noor", "wilma", "lotte"):
        assert pdf(family, who).content.startswith(b"%PDF")
    assert family.log(Event.LETTER_WANTED) == 2


def test_it_says_the_day_on_which_both_wanted_it_and_of_whom_one_asks_whether_it_is_still_so(family: Family) -> None:
    says(family, "noor")
    says(family, "wilma")
    said = letter.both(family.door("noor", Section.SUPPORT), family.member("wilma"))
    sheet = letter.sheet(said, Relation.JIM, "Wilma", "Noor", on=date(2026, 11, 30))
    assert "Gemaakt op 30 november 2026: die dag wilden allebei het." in sheet.foot
    assert "Vraag het aan Wilma, of aan de jongere." in sheet.foot
    assert "Noor" not in f"{sheet.head}{sheet.foot}{sheet.blocks}", "she did not say that her name may be on it"


def test_one_who_takes_it_back_takes_the_letter_away(family: Family) -> None:
    says(family, "noor")
    says(family, "wilma")
    assert says(family, "noor", "no").status_code == 302
    assert pdf(family, "wilma").status_code == 404


def test_lotte_writes_down_what_either_said(family: Family) -> None:
    says(family, "lotte", whose="child")
    says(family, "lotte", whose="person")
    for who in ("noor", "lotte"):  # no letter says what somebody is that nobody asked
        assert pdf(family, who).status_code == 404
        page = family.page("support:letter", seen_by=who, member=family.member("wilma"))
        assert "zei nog geen ja op de vraag zelf" in page
    answered.said(family, "wilma", Meaning.JIM)
    for who in ("noor", "lotte"):
        assert pdf(family, who).content.startswith(b"%PDF")
    assert pdf(family, "wilma").content.startswith(b"%PDF")
    assert says(family, "noor", "no").status_code == 302
    assert pdf(family, "wilma").status_code == 404


def test_what_stands_on_it(family: Family) -> None:
    says(family, "noor")
    says(family, "wilma")
    said = letter.both(family.door("noor", Section.SUPPORT), family.member("wilma"))
    told = str(letter.sheet(said, Relation.JIM, "Wilma", "Noor", on=clock.today()))
    assert "Een jongere koos Wilma zelf" in told
    for never in ("Noor", "De Brug", "Greet", "jeugdhulp", "0470"):
        assert never not in told
    assert "Een toestemming van ouders of van een dienst is het niet" in told
    assert "zo afgesproken" not in told
    says(family, "noor", named="on")
    said = letter.both(family.door("noor", Section.SUPPORT), family.member("wilma"))
    assert "Noor koos Wilma zelf" in str(letter.sheet(said, Relation.JIM, "Wilma", "Noor", on=clock.today()))


@pytest.mark.parametrize("who", ["karim", "rita", "ann", "tarik", "bram", "an", "hilde", "nadia"])
def test_it_is_of_these_two(family: Family, who: str) -> None:
    assert says(family, who).status_code == 404
    assert pdf(family, who).status_code == 404
    assert family.log(Event.LETTER_WANTED) == 0


def test_nobody_says_yes_in_the_place_of_another(family: Family) -> None:
    says(family, "noor", whose="person")
    says(family, "wilma", whose="child")
    assert pdf(family, "noor").content.startswith(b"%PDF")  # each said it for itself, whatever was sent
    says(family, "wilma", "no", whose="child")
    said = letter.both(family.door("lotte", Section.SUPPORT), family.member("wilma"))
    assert said.child is not None
    assert said.person is None


def test_each_takes_back_what_lotte_wrote_down_for_it(family: Family) -> None:
    for whose, who in (("person", "wilma"), ("child", "noor")):
        says(family, "lotte", whose="child")
        says(family, "lotte", whose="person")
        assert pdf(family, "wilma").status_code == 200
        assert says(family, who, "no", whose=whose).status_code == 302
        assert pdf(family, "wilma").status_code == 404


def test_noor_takes_it_back_also_of_who_stands_beside_her_no_more(family: Family) -> None:
    says(family, "noor")
    says(family, "wilma")
    wilma, today = family.member("wilma"), clock.today()
    wishes.withdraw(family.door("noor", Section.RIGHTS), wilma, Meaning.JIM, act=uuid7(), on=today)
    there = family.url("support:letter", member=wilma)
    assert there in family.page("rights:beside", seen_by="noor")
    assert pdf(family, "noor").status_code == 404
    assert says(family, "noor").status_code == 404
    assert "Bewaar als PDF" not in family.page("support:letter", seen_by="noor", member=wilma)
    assert says(family, "noor", "no").status_code == 302
    assert pdf(family, "wilma").status_code == 404


@pytest.mark.parametrize("who", ["noor", "lotte", "wilma"])
def test_no_paper_is_made_for_whom_contact_is_restricted_with(family: Family, who: str) -> None:
    says(family, "noor")
    says(family, "wilma")
    toward = [protecting.Toward(member=family.member("wilma"))]
    door = family.door("lotte", Section.RIGHTS)
    protecting.restrict(door, toward, from_on=clock.today(), until_on=None, once=uuid7())
    assert pdf(family, who).status_code == 404
    pack = family.url("support:pack_pdf", member=family.member("wilma"))
    assert family.browser(who).get(pack).status_code == 404


def test_of_what_one_is_on_the_other_side_this_side_tells_nothing(family: Family) -> None:
    where = family.url("support:letter", member=family.member("wilma"))
    assert family.browser("wilma").get(where).status_code == 200
    other = Wall.objects.create(dossier_id=family.noor.dossier, label="De andere kant")
    Item.objects.filter(pk=family.member("wilma")).update(wall=other)
    assert family.browser("wilma").get(where).status_code == 404


def withdrawn(family: Family, meaning: Meaning = Meaning.JIM) -> None:
    door, today = family.door("noor", Section.RIGHTS), clock.today()
    wishes.withdraw(door, family.member("wilma"), meaning, act=uuid7(), on=today)


def test_of_who_was_jim_there_is_no_letter_any_more_and_no_page_says_why(family: Family) -> None:
    """A letter is there only while somebody stands beside Noor; that she chose otherwise is told by people."""
    says(family, "noor")
    says(family, "wilma")
    withdrawn(family)
    for who in ("wilma", "lotte", "noor"):
        assert pdf(family, who).status_code == 404
    assert "Bewaar als PDF" not in family.page("support:letter", seen_by="wilma", member=family.member("wilma"))
    home = family.page("portals:home", seen_by="wilma")
    assert ("Noor koos jou" in home, "koos anders" in home) == (False, False)
    says(family, "wilma")
    assert pdf(family, "wilma").status_code == 404
    jim_again(family)
    assert pdf(family, "noor").status_code == 404  # who is chosen again, is asked again
    says(family, "noor")
    says(family, "wilma")
    assert pdf(family, "wilma").status_code == 200


def jim_again(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())


def test_what_was_said_for_a_child_without_a_way_in_is_its_own_from_the_day_it_has_one(family: Family) -> None:
    mila = open_dossier(family.actor("lotte"), call_name="Mila", team=Team.objects.get(name="Team Noord"), once=None).pk
    lotte = open_door(family.actor("lotte"), mila, Section.RIGHTS)
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(lotte, "tante Lea", said, act=uuid7())
    lea = lotte.within(Wish.objects.all())[0].member_id
    answered.said_to(lotte, lea, Meaning.JIM)
    there = reverse("support:letter", args=[mila, lea])
    for whose in ("child", "person"):
        told = {"once": family.once(), "wants": "yes", "whose": whose}
        assert family.browser("lotte").post(there, told).status_code == 302
    sheet = reverse("support:letter_pdf", args=[mila, lea])
    assert family.browser("lotte").get(sheet).status_code == 200
    let_in(lotte, LetIn(name="Mila", relation=Relation.CHILD, kind=WayKind.CARD), once=None)
    herself = Client()
    herself.force_login(User.objects.get(person=child_of(lotte)))
    assert "Mila wil de brief." in herself.get(there).content.decode()
    assert herself.get(sheet).status_code == 200
    assert herself.post(there, {"once": family.once(), "wants": "no"}).status_code == 302
    assert family.browser("lotte").get(sheet).status_code == 404


@pytest.mark.parametrize("role", [Relation.TRUST_PERSON, Relation.SUPPORTER])
def test_nobody_is_said_to_be_chosen_who_may_have_been_appointed(family: Family, role: Relation) -> None:
    """Who was appointed was not chosen (R6), and of who was let in Kring does not know it on every page."""
    says(family, "noor")
    says(family, "wilma")
    said = letter.both(family.door("noor", Section.SUPPORT), family.member("wilma"))
    told = str(letter.sheet(said, role, "Wilma", "Noor", on=clock.today()))
    assert "koos Wilma" not in told
    assert "een jongere" in told.lower()
