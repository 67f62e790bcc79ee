"""How Lotte begins with Sem, step by step; and of which child it is too long ago (A7b, A13)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.rights_moments import MONTHS, Audience
from kring.moments.acts import talking
from kring.rights.acts import wishes
from tests.family import Family


def talked(family: Family, child: str, days: int = 0) -> None:
    told = talking.Told(on=clock.today() - timedelta(days=days), audience=Audience.CHILD, told_by="het CLB")
    talking.explained(family.door("lotte", Section.MOMENTS, child=child), told, months=MONTHS, act=uuid7())


def next_step(page: str) -> str:
    """The head of the step that comes next."""
    return page.split('aria-current="step"')[1].split("<h2>")[1].split("<", maxsplit=1)[0]


def test_with_sem_one_begins_by_explaining_the_right(family: Family) -> None:
    told = family.page("portals:start", seen_by="lotte", child="sem")
    assert next_step(told) == "Leg het recht uit"
    assert "Nog niet besproken." in told
    assert reverse("portals:start", args=[family.sem.dossier]) in family.page(
        "portals:child", seen_by="lotte", child="sem"
    )


def test_what_who_referred_sem_explained_before_is_not_the_talk_here(family: Family) -> None:
    """A19: it comes along, and the first talk here waits all the same, on every page that counts talks (A17)."""
    talked(family, "sem", 4000)
    told = family.page("portals:start", seen_by="lotte", child="sem")
    assert next_step(told) == "Leg het recht uit"
    assert "Nog niet besproken." in told
    page = family.browser("lotte").get(reverse("portals:talked")).content.decode()
    assert "nog nooit" in page


def test_once_that_is_done_the_next_step_stands_there(family: Family) -> None:
    talked(family, "sem")
    told = family.page("portals:start", seen_by="lotte", child="sem")
    assert "Laatst besproken op" in told
    assert next_step(told) == "Laat het kind kiezen"  # they looked who is there already


def test_what_noor_did_already_is_not_asked_again(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("lotte"), family.member("karim"), said, act=uuid7())
    told = family.page("portals:start", seen_by="lotte")
    assert "Gekozen: " in told
    assert "in de kring." in told
    assert next_step(told) == "Vraag het samen"


def test_the_child_longest_ago_stands_on_top(family: Family) -> None:
    talked(family, "noor", days=1)
    where = reverse("portals:talked")
    assert where in family.browser("lotte").get(reverse("portals:children")).content.decode()
    told = family.browser("lotte").get(where).content.decode()
    assert told.index("Sem") < told.index("Noor")
    assert "nog nooit" in told
    talked(family, "sem")
    told = family.browser("lotte").get(where).content.decode()
    assert told.index("Noor") < told.index("Sem")
    assert "vandaag" in told


@pytest.mark.parametrize("who", ["noor", "ann", "wilma", "karim", "bram", "hilde", "mo", "saar", "an", "nadia"])
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    assert family.browser(who).get(family.url("portals:start")).status_code == 404


@pytest.mark.parametrize("who", ["hilde", "mo", "saar", "greet"])
def test_a_colleague_without_this_child_reads_of_nobody(family: Family, who: str) -> None:
    answer = family.browser(who).get(reverse("portals:talked")).content.decode()
    assert "Noor" not in answer
    assert "Sem" not in answer
