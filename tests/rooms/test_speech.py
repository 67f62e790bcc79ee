"""In which language one talks with Sem, with Noor and with the people around them; and whether an interpreter comes."""

import pytest
from django.http import HttpResponse

from kring.access.readers import names_of_readers
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.circle.models import Speech
from kring.law.access import Klass, Section
from tests.family import Family

ARABIC = {"language": "ar", "interpreter": "on"}


def noted(family: Family, who: str, *, of: str = "", version: int = 0, **facts: str) -> HttpResponse:
    """`of`: somebody of the circle of Noor; nobody: Noor herself."""
    page = family.url("circle:speech", member=family.member(of)) if of else family.url("circle:own_speech")
    return family.browser(who).post(page, {"once": family.once(), "version": str(version), **facts})


def test_lotte_notes_it_and_finds_it_where_she_prepares_a_talk(family: Family) -> None:
    assert noted(family, "lotte", of="karim", **ARABIC).status_code == 302
    for page in ("moments:languages", "moments:explain", "moments:letter"):
        told = family.page(page, seen_by="lotte")
        assert "Karim: Arabisch" in told
        assert "Er is een tolk nodig." in told
    assert family.log(Event.SPEECH_NOTED) == 1


def test_the_sheet_in_that_language_is_proposed_to_whom_it_fits(family: Family) -> None:
    noted(family, "lotte", of="karim", language="fr")
    noted(family, "lotte", of="papa", language="fr")
    told = family.page("moments:languages", seen_by="lotte")
    assert told.count("/trust_person/fr.pdf") == 2
    assert told.count("/parent/fr.pdf") == 1  # a trainer is no parent; of somebody of the family who asks knows


def test_noor_says_it_herself_in_two_taps(family: Family) -> None:
    assert "In welke taal praat jij het liefst?" in family.page("moments:moments", seen_by="noor")
    assert "Helpt anderen met taal" not in family.page("circle:own_speech", seen_by="noor")
    assert noted(family, "noor", language="uk").status_code == 302
    told = family.page("moments:explain", seen_by="lotte")
    assert "Noor: Oekraïens" in told
    assert "/youth/uk.pdf" in told


def test_a_language_that_is_not_in_the_list_is_typed(family: Family) -> None:
    assert "Schrijf welke taal het is." in noted(family, "lotte", of="karim", language="other").content.decode()
    assert noted(family, "lotte", of="karim", language="other", other="Lingala").status_code == 302
    told = family.page("moments:languages", seen_by="lotte")
    assert "Karim: Lingala" in told
    assert "Er is nog geen blad in deze taal." in told


def test_who_helps_with_language_is_marked_and_an_interpreter_stays_better(family: Family) -> None:
    assert noted(family, "lotte", of="karim", language="nl", helps="on").status_code == 302
    assert "Vraag dan toch een tolk" in family.page("moments:letter", seen_by="lotte")


def test_dutch_asks_for_nothing(family: Family) -> None:
    noted(family, "lotte", of="karim", language="nl")
    assert "Karim: Nederlands" in family.page("moments:languages", seen_by="lotte")
    assert "Karim: Nederlands" not in family.page("moments:explain", seen_by="lotte")


def test_it_is_changed_and_two_at_once_both_see_it(family: Family) -> None:
    noted(family, "lotte", of="karim", **ARABIC)
    assert noted(family, "noor", of="karim", version=1, language="fr").status_code == 302
    assert "Karim: Frans" in family.page("moments:languages", seen_by="lotte")
    for late in (0, 1):
        noted(family, "lotte", of="karim", version=late, language="tr")
        assert "Karim: Frans" in family.page("moments:languages", seen_by="lotte")
    assert family.door("lotte", Section.MOMENTS).within(Speech.objects.all()).count() == 1


@pytest.mark.parametrize("who", ["ann", "tarik", "wilma", "karim", "bram", "hilde", "mo", "saar", "an", "nadia"])
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    noted(family, "lotte", of="karim", **ARABIC)
    assert family.browser(who).get(family.url("circle:own_speech")).status_code == 404
    assert noted(family, who, of="karim", version=1, language="fr").status_code == 404
    assert "Karim: Arabisch" in family.page("moments:languages", seen_by="lotte")


def test_only_the_child_and_who_works_with_it_read_it(family: Family) -> None:
    door = family.door("lotte", Section.MOMENTS)
    told = names_of_readers(door, Section.MOMENTS, Filing(klass=Klass.OWN_WORDS, about=family.member("karim")))
    assert told == ["Noor"]  # and Lotte, who writes it


def test_nobody_of_another_circle(family: Family) -> None:
    page = family.url("circle:speech", child="sem", member=family.member("karim"))
    assert family.browser("lotte").get(page).status_code == 404


def test_it_goes_along_with_the_copy_of_the_day(family: Family) -> None:
    noted(family, "lotte", of="karim", **ARABIC)
    noted(family, "lotte", language="fr")
    told = family.page("portals:copy", seen_by="lotte")
    assert "K. praat het liefst Arabisch, met een tolk." in told
    assert "Noor praat het liefst Frans." in told
    assert "Karim" not in told
