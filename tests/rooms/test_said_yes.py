"""Wilma said yes to being Noor's trust person: her own home says so, with what is asked of her; not before (R2)."""

from html import unescape

import pytest

from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Meaning
from kring.law.steps import Answered
from kring.law.trust_person import EXTRACT
from kring.rights.acts import wishes
from tests import answered
from tests.family import Family
from tests.rooms.test_begins_as_jim import comes_in_as
from tests.rooms.test_conditions_page import look
from tests.rooms.test_wish_page import name

CHOSEN = "Noor koos jou als vertrouwenspersoon in de jeugdhulp"
BRING = "model 596.2. Dat is gratis."


@pytest.fixture
def chosen(family: Family) -> Family:
    """Noor chose Wilma, who comes in as her JIM, as trust person too."""
    name(family, "wilma", by="noor")
    return family


def home(family: Family) -> str:
    return unescape(family.page("portals:home", seen_by="wilma"))


def test_before_she_was_asked_and_before_her_yes_her_home_is_silent(chosen: Family) -> None:
    assert CHOSEN not in home(chosen)
    answered.asked(chosen, "wilma")
    assert CHOSEN not in home(chosen)
    answered.said(chosen, "wilma", reply=Answered.THINKING)
    assert CHOSEN not in home(chosen)


def test_after_her_yes_she_reads_what_it_is_and_what_is_asked_of_her(chosen: Family) -> None:
    answered.said(chosen, "wilma")
    page = home(chosen)
    assert CHOSEN in page
    assert BRING in page
    assert comes_in_as(chosen) == Relation.JIM, "named is not yet serving"


def test_once_the_extract_was_looked_at_nothing_is_asked_of_her(chosen: Family) -> None:
    answered.said(chosen, "wilma")
    assert look(chosen, EXTRACT, "clear", by="lotte", person="wilma").status_code == 302
    page = home(chosen)
    assert CHOSEN in page
    assert BRING not in page


@pytest.mark.parametrize("how", ["she said no", "Noor chose otherwise"])
def test_after_a_no_or_another_choice_it_is_gone(chosen: Family, how: str) -> None:
    answered.said(chosen, "wilma", reply=Answered.NO if how == "she said no" else Answered.YES)
    if how != "she said no":
        noor = chosen.door("noor", Section.RIGHTS)
        wilma = chosen.member("wilma")
        assert wishes.withdraw(noor, wilma, Meaning.TRUST_PERSON, act=uuid7(), on=clock.today())
    assert CHOSEN not in home(chosen)


def test_who_comes_in_as_somebody_for_her_reads_it_on_the_welcome_page_too(chosen: Family) -> None:
    here = Involvement.objects.current(clock.today()).filter(dossier=chosen.noor.dossier)
    here.filter(person=chosen.person("wilma")).update(relation=Relation.SUPPORTER.value)
    welcome = chosen.page("support:welcome", seen_by="wilma")
    assert "geen papieren nodig" in welcome
    assert CHOSEN not in welcome
    answered.said(chosen, "wilma")
    welcome = chosen.page("support:welcome", seen_by="wilma")
    assert CHOSEN in welcome
    assert "Je gemeente geeft het gratis." in welcome
    assert "geen papieren nodig" not in welcome
