"""A page for Nadia of the social service: what Lotte asks first, and all that Nadia reads (R29)."""

from dataclasses import replace
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.models import Item, Say
from kring.access.writing import ITSELF, NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.transfers import Asked, Basis
from kring.rights.acts import transfers
from tests.family import Family

WORDS = "Noor woont sinds maart in de leefgroep en gaat naar school."
ALL_YES = dict.fromkeys(["needed", "in_its_interest", "parents_consent"], "yes") | {"child_consents": "said"}
BOTH = {"parent_0": "said", "parent_1": "said"}
"""Ann and Tarik, each apart."""


def make(family: Family, *, by: str = "lotte", who: str = "nadia", **sent: Any) -> HttpResponse:
    """Lotte makes it, and Noor taps the yes that Lotte heard; where she is to tap it without that, she did not yet."""
    asked = {"receiver": str(family.person(who)), "words": WORDS, "basis": "consent", **ALL_YES, **BOTH, **sent}
    answer = family.browser(by).post(family.url("rights:transfer"), {"once": family.once(), **asked})
    if asked["child_consents"] != ITSELF:
        noor_taps(family)
    return answer


def noor_taps(family: Family) -> None:
    """Each yes to a page that waits for her."""
    for hers in Say.objects.filter(giver="child", waits=True, withdrawn_at=None).exclude(made_for=None):
        where = family.url("portals:confirm_answer", say=hers.pk)
        assert family.browser("noor").post(where, {"once": family.once()}).status_code == 302


def made(family: Family) -> int:
    return Item.objects.filter(dossier=family.noor.dossier, section=Section.TRANSFERS.value).count()


def test_who_will_read_it_is_shown_before_it_is_made(family: Family) -> None:
    before = make(family).content.decode()
    assert "Dit leest Nadia" in before
    assert "jij, Noor, Nadia" in before
    assert made(family) == 0
    assert make(family, sure="on").status_code == 302
    assert made(family) == family.log(Event.TRANSFER_MADE) == 1


def test_nadia_reads_that_page_and_nothing_else(family: Family) -> None:
    make(family, sure="on")
    nadia = family.browser("nadia")
    assert nadia.get(reverse("portals:own"))["Location"] == family.url("rights:transfers")
    assert WORDS in nadia.get(family.url("rights:transfers")).content.decode()
    for page in ("portals:child", "portals:home", "circle:page", "rights:beside", "rights:deciding", "rights:transfer"):
        assert nadia.get(family.url(page)).status_code == 404
    assert WORDS in family.page("rights:transfers", seen_by="noor")
    for stranger in ("bram", "ann", "tarik", "karim", "wilma", "mo", "saar", "an"):
        assert family.browser(stranger).get(family.url("rights:transfers")).status_code == 404


def test_another_of_the_service_reads_nothing_of_it(family: Family) -> None:
    make(family, sure="on")
    new = {"dossier_id": family.noor.dossier, "person_id": family.person("dirk"), "from_on": clock.today()}
    Involvement.objects.create(relation=Relation.MANDATED_SERVICE.value, **new)
    assert WORDS not in family.page("rights:transfers", seen_by="dirk")


@pytest.mark.parametrize("fact", sorted(ALL_YES | BOTH))
@pytest.mark.parametrize("answer", ["", "no"])
def test_without_a_yes_nothing_goes_to_the_court(family: Family, fact: str, answer: str) -> None:
    told = make(family, **{fact: answer}, sure="on").content.decode()
    assert ("Nog te vragen" in told) if not answer else ("gaat er niets" in told)
    assert made(family) == 0


def test_basic_data_on_a_written_request(family: Family) -> None:
    none = {"child_consents": "", "parents_consent": "", **dict.fromkeys(BOTH, ""), "basis": "basic_data", "sure": "on"}
    assert make(family, **none, words="").status_code == 200
    told = make(family, **none, written_request="yes").content.decode()
    assert "Maak het tekstvak leeg" in told, "what a worker writes goes to no court without a yes"
    assert made(family) == 0
    assert make(family, **none, written_request="yes", words="").status_code == 302
    page = family.page("rights:transfers", seen_by="nadia")
    assert "Wie: Noor" in page
    assert "Welke hulp: De Klaproos" in page or "Welke hulp:" in page
    assert WORDS not in page
    assert "Wie: Noor" in family.page("rights:transfers", seen_by="noor"), "and the child reads it too"


def test_words_that_were_refused_do_not_come_back_as_basic_data(family: Family) -> None:
    """Noor taps no; the act, too, lets nobody write a word of a page that rests on no yes (R29, art. 75/1 DIJH)."""
    door = family.door("lotte", Section.TRANSFERS)
    asked = Asked(
        receiver=Relation.COURT_SERVICE, needed=True, in_its_interest=True, written_request=True, basis=Basis.BASIC_DATA
    )
    wanted = transfers.Wanted(person=family.person("nadia"), words=WORDS, asked=asked)
    with pytest.raises(transfers.MayNotMake):
        transfers.make(door, wanted, act=uuid7(), on=clock.today())
    assert made(family) == 0
    page = transfers.make(door, replace(wanted, words=" "), act=uuid7(), on=clock.today())
    assert page.words.startswith("Wie: Noor, geboren op ")
    for strange in ("Lotte", "Ann", "Tarik", "Wilma", "leefgroep en"):
        assert strange not in page.words


def test_before_it_is_made_stands_what_nadia_will_read_and_that_nobody_can_take_it_back(family: Family) -> None:
    said = make(family).content.decode()
    assert "zijn ja terug, dan is het meteen dicht" in said
    sure = make(family, basis="basic_data", written_request="yes", words="").content.decode()
    assert "Wie: Noor" in sure
    assert "Het steunt op geen ja" in sure
    assert "zijn ja terug" not in sure


def test_without_words_there_is_no_page_that_rests_on_a_yes(family: Family) -> None:
    told = make(family, words="", sure="on").content.decode()
    assert "Schrijf wat erop staat." in told
    assert made(family) == 0


@pytest.mark.parametrize("who", ["karim", "an", "ann", "noor"])
def test_a_page_is_made_for_nobody_else(family: Family, who: str) -> None:
    assert make(family, who=who, sure="on").status_code == 200
    door = family.door("lotte", Section.TRANSFERS)
    asked = Asked(receiver=Relation.MANDATED_SERVICE, needed=True, in_its_interest=True, consent_sought=True)
    wanted = transfers.Wanted(person=family.person(who), words=WORDS, asked=asked)
    with pytest.raises(NotAllowedError):
        transfers.make(door, wanted, act=uuid7(), on=clock.today())
    assert made(family) == 0


@pytest.mark.parametrize("by", ["noor", "nadia", "bram", "ann"])
def test_only_a_worker_makes_one(family: Family, by: str) -> None:
    assert make(family, by=by, sure="on").status_code == 404
    assert made(family) == 0


def test_a_service_finds_no_way_to_a_caseload_or_colleagues_it_has_not(family: Family) -> None:
    ways = [reverse("portals:children"), reverse("people:organisation")]
    for who, shown in (("nadia", False), ("lotte", True)):
        page = family.page("rights:transfers", seen_by=who)
        assert [way in page for way in ways] == [shown, shown]
