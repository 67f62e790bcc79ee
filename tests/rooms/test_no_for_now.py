"""The director says no about an extract: a person tells Noor, she reads the truth, and a newer look asks it anew."""

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.audit.events import Event
from kring.law.access import Section
from kring.rights import facts
from tests.family import Family
from tests.rooms.test_conditions_page import ADULT, EXTRACT, INDEPENDENT, decide, look
from tests.rooms.test_wish_page import name

TOLD = "Noor was kwaad, en wil erover bellen."
ROUTE = "Kinderrechtencommissaris"


@pytest.fixture
def refused(family: Family) -> Family:
    """Noor chose Johan; all was seen, something stood on the extract, and Mo said no with a reason about that."""
    name(family, "johan", by="noor")
    look(family, ADULT, "yes", by="lotte")
    look(family, INDEPENDENT, "apart", by="lotte")
    look(family, EXTRACT, "entry", by="lotte")
    assert decide(family, by="mo", agrees="no", ground="Het is nog te kort geleden.").status_code == 302
    return family


def tell(family: Family, *, by: str = "lotte", how: str = TOLD) -> HttpResponse:
    where = family.url("rights:decision", member=family.member("johan"))
    return family.browser(by).post(where, {"once": family.once(), "how": how})


def noor_reads(family: Family) -> list[str]:
    person = family.page("rights:person", seen_by="noor", member=family.member("johan"))
    return [family.page("portals:ahead", seen_by="noor"), person]


def today(family: Family) -> str:
    return family.browser("lotte").get(reverse("portals:today")).content.decode()


def waits(family: Family) -> str:
    return family.browser("mo").get(reverse("portals:tasks")).content.decode()


def test_a_person_tells_it_first_and_it_stands_on_today_until_then(refused: Family) -> None:
    """R15: no page tells her, and who works with her has it to do."""
    assert "Vertel het zelf aan Noor." in today(refused)
    for told in noor_reads(refused):
        assert "organisatie zegt" not in told
        assert ROUTE not in told
    assert "Zeg niets over een uittreksel" in refused.page(
        "rights:decision", seen_by="lotte", member=refused.member("johan")
    )
    assert tell(refused).status_code == 302
    assert refused.log(Event.CONDITION_NO_TOLD) == 1
    assert "Vertel het zelf aan Noor." not in today(refused)


def test_then_noor_reads_who_decided_what_stays_and_where_she_can_go(refused: Family) -> None:
    tell(refused)
    for told in noor_reads(refused):
        for words in ("Je organisatie zegt: pastor Johan begint nu niet", "Jouw keuze blijft staan", ROUTE, "jurist"):
            assert words in told
        for words in ("uittreksel", "te kort geleden", "na te kijken. Tot dan"):
            assert words not in told


def test_what_waits_is_never_said_to_be_the_law(refused: Family) -> None:
    """Of what stands on an extract the law says nothing (brief 1.3, open point b)."""
    for told in noor_reads(refused):
        assert "De wet vraagt om dat na te kijken" not in told
    name(refused, "rita", by="noor")
    look(refused, EXTRACT, "entry", by="lotte", person="rita")
    where = refused.url("rights:decision", member=refused.member("rita"))
    asks = refused.browser("mo").get(where).content.decode()
    assert "Wat de wet zegt" not in asks
    assert "dat moet een jurist nog nakijken" in asks


@pytest.mark.parametrize("by", ["noor", "ann", "an", "bram", "hilde", "karim"])
def test_nobody_else_writes_that_it_was_told(refused: Family, by: str) -> None:
    assert tell(refused, by=by).status_code == 404
    assert refused.log(Event.CONDITION_NO_TOLD) == 0


def test_how_it_was_told_is_not_empty(refused: Family) -> None:
    assert tell(refused, how=" ").status_code == 200
    assert "Vertel het zelf aan Noor." in today(refused)


def test_noor_and_lotte_read_the_same_day_or_none(refused: Family) -> None:
    for by in ("noor", "lotte"):
        told = refused.page("rights:person", seen_by=by, member=refused.member("johan"))
        step = told.split("voorwaarden bekeken<")[1].split("</li>")[0]
        assert "<time" not in step


def test_a_newer_look_is_asked_of_the_director_anew(refused: Family) -> None:
    where = refused.url("rights:decision", member=refused.member("johan"))
    assert where not in waits(refused)
    look(refused, EXTRACT, "clear", by="lotte")
    assert where in waits(refused)
    assert "Beslis opnieuw." in waits(refused)
    assert "staat niets" in refused.browser("mo").get(where).content.decode()


def test_over_an_extract_on_which_nothing_stands_there_is_no_no(refused: Family) -> None:
    tell(refused)
    look(refused, EXTRACT, "clear", by="lotte")
    assert decide(refused, by="mo", agrees="no", ground="Toch niet.").status_code == 200
    assert decide(refused, by="mo", agrees="yes", ground="Er staat niets meer.").status_code == 302
    named = facts.named(refused.door("lotte", Section.CONDITIONS), refused.member("johan"))
    assert named.director_agrees is True
    for told in noor_reads(refused):
        assert "Je organisatie zegt" not in told
        assert "Alles is nagekeken op" in told


def test_after_a_new_entry_the_director_may_say_no_again_and_it_is_told_already(refused: Family) -> None:
    tell(refused)
    look(refused, EXTRACT, "entry", by="lotte")
    assert decide(refused, by="mo", agrees="no", ground="Ook dit is te kort geleden.").status_code == 302
    assert "Je organisatie zegt" in noor_reads(refused)[0]
    assert "Vertel het zelf aan Noor." not in today(refused)


def test_that_somebody_would_not_suit_noor_is_no_ground(family: Family) -> None:
    """R2, brief 1.3: the interest of the child is no condition; the director says that it is about the extract."""
    name(family, "johan", by="noor")
    look(family, EXTRACT, "entry", by="lotte")
    words = "Ik vind dat hij niet past bij Noor."
    told = decide(family, by="mo", agrees="no", ground=words, apart="").content.decode()
    assert "Of iemand bij het kind past, is geen reden." in told
    assert words in told
    assert facts.named(family.door("lotte", Section.CONDITIONS), family.member("johan")).director_agrees is None
