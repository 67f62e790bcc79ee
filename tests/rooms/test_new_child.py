"""A place for a child with a call name, and the pages it gets."""

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from tests.family import Family

PAGE = "portals:new_child"


def begin(family: Family, name: str, *, by: str = "lotte", **facts: str) -> HttpResponse:
    return family.browser(by).post(reverse(PAGE), {"once": family.once(), "call_name": name, **facts})


def made(family: Family) -> int:
    return family.log(Event.DOSSIER_OPENED)


def test_a_call_name_is_enough_and_the_work_begins(family: Family) -> None:
    answer = begin(family, "Amina")
    assert made(family) == 1
    child = Dossier.objects.order_by("-pk").first()
    assert child is not None
    assert answer["Location"] == reverse("portals:child", args=[child.pk])
    text = family.browser("lotte").get(answer["Location"]).content.decode()
    assert "Amina" in text
    assert text.count(reverse("circle:session", args=[child.pk])) == 1, "one thing to do is offered once"
    assert family.browser("an").get(answer["Location"]).status_code == 404


@pytest.mark.parametrize("name", ["noor", "Noor B.", "Nöor", "Noore"])
def test_a_look_alike_is_said_and_never_blocks(family: Family, name: str) -> None:
    text = begin(family, name).content.decode()
    assert "Je begeleidt al: Noor" in text
    assert made(family) == 0
    assert begin(family, name, sure="on").status_code == 302
    assert made(family) == 1


def test_a_form_of_somebody_else_leads_to_no_child(family: Family) -> None:
    once = family.once()
    begin(family, "Amina", once=once)
    assert begin(family, "Amina", by="an", once=once)["Location"] == reverse("portals:children")


def test_a_form_that_did_something_else_leads_to_no_child(family: Family) -> None:
    once = family.once()
    family.browser("mo").post(reverse("people:team"), {"once": once, "name": "Team West"})
    assert begin(family, "Amina", once=once)["Location"] == reverse("portals:children")


def test_names_of_other_caseloads_are_not_told(family: Family) -> None:
    assert begin(family, "Noor", by="an").status_code == 302


def test_sent_twice_is_one_child(family: Family) -> None:
    once = family.once()
    browser = family.browser("lotte")
    answers = [browser.post(reverse(PAGE), {"once": once, "call_name": "Amina"}) for _ in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert made(family) == 1


@pytest.mark.parametrize("bad", ["", "   ", "\x00", "N" * 10_000])
def test_a_name_that_cannot_be_is_said_and_nothing_is_lost(family: Family, bad: str) -> None:
    page = begin(family, bad)
    assert page.status_code == 200
    assert "We konden dit nog niet bewaren" in page.content.decode()
    assert made(family) == 0


def test_strange_names_are_names(family: Family) -> None:
    for name in ("🦊", "O'Neil <b>", "مريم"):
        assert begin(family, name).status_code == 302
    assert "O&#x27;Neil &lt;b&gt;" in family.browser("lotte").get(reverse("portals:children")).content.decode()


@pytest.mark.parametrize("other", ["mo", "hilde", "noor", "ann"])
def test_who_does_not_work_with_children_makes_none(family: Family, other: str) -> None:
    assert begin(family, "Amina", by=other).status_code == 404
    assert made(family) == 0


def test_noor_meets_her_own_page(family: Family) -> None:
    text = family.page("portals:child", seen_by="noor")
    assert "Dag Noor" in text
    assert "<title>Kring</title>" in text
    assert "Ik wil iemand kiezen" in text
    assert "Weg van hier" in text
    assert "Kopie" not in text


def test_who_is_chosen_stands_there_and_serves_only_later(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor"), family.member("karim"), said, act=uuid7())
    for who in ("noor", "lotte"):
        text = family.page("portals:child", seen_by=who)
        assert "trainer Karim" in text
        assert "gekozen als vertrouwenspersoon" in text
        assert "beroepsgeheim" not in text


def test_the_network_guide_sees_the_circle_and_not_who_stands_beside(family: Family) -> None:
    text = family.page("portals:child", seen_by="bram")
    assert "13 in de kring" in text
    assert "Wie staat er naast" not in text


@pytest.mark.parametrize("stranger", ["an", "ann", "dirk", "hilde", "karim"])
def test_to_others_there_is_nothing_here(family: Family, stranger: str) -> None:
    assert family.browser(stranger).get(family.url("portals:child")).status_code == 404
