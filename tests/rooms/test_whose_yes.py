"""Lotte makes another card for Noor, uses it herself, says yes as Noor, and would say that it was Noor (R7)."""

from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client

from kring.access.models import Say, Word
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Topic
from tests.family import Family
from tests.rooms.test_new_device import confirm, reads_of, say
from tests.rooms.test_whose_card import confirm as it_was_me
from tests.rooms.test_whose_card import disown, last, phone, with_another_card

__all__ = ["phone"]
IT_WAS_HER = "Greet zei dat jij dit was"


@pytest.fixture
def thief(family: Family, phone: Client) -> Client:
    """Whoever used the card that Lotte made."""
    assert phone
    new = {"relation": Relation.WORKER.value, "from_on": clock.today()}
    Involvement.objects.create(dossier_id=family.noor.dossier, person_id=family.person("greet"), **new)
    return with_another_card(family)


@pytest.fixture
def said(family: Family, thief: Client) -> Say:
    """A yes that it taps: it waits."""
    found = say(family, thief, "yes")
    assert found.waits
    return found


def about(family: Family, browser: Client) -> str:
    return unescape(browser.get(family.url("portals:about", member=family.member("karim"))).content.decode())


def home(family: Family, browser: Client) -> str:
    return unescape(browser.get(family.url("portals:child")).content.decode())


def confirmed(family: Family, who: str, said: Say) -> HttpResponse:
    return confirm(family, family.browser(who), said)


def test_who_made_the_card_does_not_say_that_it_was_her_and_a_colleague_may(
    family: Family, phone: Client, said: Say
) -> None:
    assert confirmed(family, "lotte", said).status_code == 404
    shown = about(family, family.browser("lotte"))
    assert "Jij maakte het kaartje waarmee dit gezegd is." in shown
    assert "Ja, dit mag" not in shown
    assert not reads_of(family, "karim")
    assert "Ja, dit mag" in about(family, family.browser("greet"))
    phone.get(family.url("portals:known"))
    assert "Was jij dit?" not in home(family, phone), "she read it, and it waits"
    assert confirmed(family, "greet", said).status_code == 200
    assert reads_of(family, "karim") == {Topic.CIRCLE}
    assert IT_WAS_HER in about(family, phone)
    assert "Was jij dit?" in home(family, phone)
    assert IT_WAS_HER in home(family, phone)


def test_noor_says_it_herself_and_it_is_her_own(family: Family, phone: Client, said: Say) -> None:
    assert "Was jij dit?" in home(family, phone)
    confirm(family, phone, said)
    assert reads_of(family, "karim") == {Topic.CIRCLE}
    assert Say.objects.get(pk=said.pk).is_own
    assert "zei dat jij dit was" not in about(family, phone)
    assert "Dit kwam van een nieuw toestel" not in home(family, phone)


def test_once_she_said_that_the_card_was_hers_lotte_says_it_with_her(family: Family, phone: Client, said: Say) -> None:
    it_was_me(family, phone, last())
    assert confirmed(family, "lotte", said).status_code == 200
    assert reads_of(family, "karim") == {Topic.CIRCLE}
    assert "Lotte zei dat jij dit was" in about(family, phone)


def test_what_she_tapped_where_kring_was_sure_of_her_she_says_again_alone(
    family: Family, phone: Client, said: Say
) -> None:
    """It waits for another reason: contact was restricted since.  Who works with her says it for nobody (R28)."""
    Say.objects.filter(pk=said.pk).update(unsure=False)
    assert confirmed(family, "lotte", said).status_code == 404
    assert reads_of(family, "karim") == set()


def test_once_she_said_that_it_was_not_her_nobody_confirms_it(family: Family, phone: Client, said: Say) -> None:
    disown(family, phone)
    for who in ("lotte", "greet"):
        confirmed(family, who, said)
    assert not reads_of(family, "karim")
    assert Say.objects.get(pk=said.pk).withdrawn_at


def test_a_no_from_there_is_hers_and_lotte_does_not_lift_it(family: Family, thief: Client) -> None:
    no = say(family, thief, "no")
    assert no.unsure
    assert no.is_own
    family.browser("lotte").post(family.url("portals:stop_answer", say=no.pk), {"once": family.once()})
    assert Say.objects.get(pk=no.pk).withdrawn_at is None


@pytest.mark.parametrize("unsure", [False, True])
@pytest.mark.parametrize("word", Word)
@pytest.mark.parametrize(("by", "given"), [("noor", True), ("lotte", True), ("lotte", False)])
def test_of_one_answer_and_of_many_it_is_the_same_whose_it_is(
    family: Family, by: str, given: bool, word: Word, unsure: bool
) -> None:
    """Her own is what she tapped herself; a yes only where Kring is sure of her, what closes always (R7).

    Not given: it was written down when she had no way in yet.
    """
    about = {"dossier_id": family.noor.dossier, "towards_id": family.member("karim"), "topic": Topic.CIRCLE.value}
    whose = {"given_by_id": family.person("noor") if given else None, "recorded_by_id": family.person(by)}
    row = Say.objects.create(**about, **whose, answer=word, unsure=unsure, from_on=clock.today())
    own = by == "noor" and (word is not Word.YES or not unsure)
    assert (row.is_own, row.is_written_down) == (own, by == "lotte")
    assert Say.objects.own().filter(pk=row.pk).exists() is own
    assert Say.objects.written_down().filter(pk=row.pk).exists() is (by == "lotte")
