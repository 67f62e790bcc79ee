"""Lotte knows the pictures of Sem and can come in as Sem: he is asked whether it was he, by his own way (R7, R21)."""

from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from kring.access.acts import pictures_used
from kring.access.models import SamePerson, Say
from kring.access.writing import NotAllowedError
from kring.dossier.models import Dossier
from kring.journal.acts import plan
from kring.journal.models import PlanKind
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.small import read, where
from tests.rooms.test_picture_code import choose, register, tap

WAS_IT_YOU = "Iemand kwam hier met prenten die iemand anders ook kent."
IN_HIS_NAME = "Iemand schreef iets op in jouw naam"


@pytest.fixture
def tablet(family: Family) -> Client:
    """Somebody tapped his pictures on the tablet of the house: Sem, or Lotte."""
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    return browser


def says(family: Family, browser: Client, word: str, member: UUID, about: Topic = Topic.SCHOOL) -> None:
    asked = where(family, "portals:question", member=member, topic=number(about))
    sent = {"word": word, "until": "stop", "once": family.once()}
    assert browser.post(asked, sent).status_code == 302


def home(family: Family) -> str:
    """His first page, as he himself comes in."""
    return read(family.browser("sem"), where(family, "portals:child"))


def test_with_the_pictures_nobody_uses_up_what_he_is_to_read(family: Family, tablet: Client) -> None:
    asked = where(family, "portals:question", member=family.member("sem_juf"), topic=number(Topic.SCHOOL))
    sent = {"word": "yes", "until": "stop", "said": "said", "once": family.once()}
    assert family.browser("lotte").post(asked, sent).status_code == 302
    assert IN_HIS_NAME in home(family)
    assert IN_HIS_NAME in read(tablet, where(family, "portals:known"))
    assert IN_HIS_NAME in home(family)
    assert IN_HIS_NAME in read(family.browser("sem"), where(family, "portals:known"))
    assert IN_HIS_NAME not in home(family), "he read it himself"


def test_what_waits_is_asked_of_him_also_after_a_look_with_the_pictures(family: Family, tablet: Client) -> None:
    surely(family, "ann", "sem_mama")
    says(family, tablet, "yes", family.member("sem_mama"))
    assert Say.objects.get(towards=family.member("sem_mama")).waits
    read(tablet, where(family, "portals:known"))
    assert "ja, maar nog niet zeker" in home(family)


def test_a_no_holds_at_once_and_he_reads_what_was_tapped_and_when(family: Family, tablet: Client) -> None:
    says(family, tablet, "no", family.member("sem_juf"))
    told = home(family)
    assert WAS_IT_YOU in told
    assert "Er werd nee getikt: juf Els, school" in told
    read(tablet, where(family, "portals:known"))
    assert WAS_IT_YOU in home(family)
    assert WAS_IT_YOU not in read(tablet, where(family, "portals:child")), "who came in so is not asked"


def test_who_somebody_is_tapped_so_is_told_too_and_lottes_look_is_her_own_word(family: Family, tablet: Client) -> None:
    there = where(family, "portals:who_is", other=family.person("ann"))
    sent = {"member": str(family.member("sem_mama")), "once": family.once()}
    assert tablet.post(there, sent).status_code == 302
    assert SamePerson.objects.get(item=family.member("sem_mama")).confirmed_at is None
    assert "Er werd gezegd wie mama is" in home(family)
    so = where(family, "portals:is_so", member=family.member("sem_mama"))
    assert family.browser("lotte").post(so, {"once": family.once()}).status_code == 302
    told = home(family)
    assert "Iemand schreef op wie Ann is" in told
    assert "Jij zei wie Ann is" not in told


def test_only_looking_with_them_is_told_as_looking(family: Family, tablet: Client) -> None:
    assert WAS_IT_YOU not in home(family)
    read(tablet, where(family, "journal:plan"))
    told = home(family)
    assert WAS_IT_YOU in told
    assert "Er werd alleen gekeken." in told


def was_me(family: Family, browser: Client) -> int:
    sent = {"once": family.once(), "was-me": "yes"}
    return int(browser.post(where(family, "portals:known"), sent).status_code)


def test_he_says_that_it_was_him_and_what_comes_after_is_asked_anew(family: Family, tablet: Client) -> None:
    says(family, tablet, "no", family.member("sem_juf"))
    assert was_me(family, family.browser("sem")) == 302
    assert WAS_IT_YOU not in home(family)
    says(family, tablet, "ask", family.member("sem_juf"))
    assert "Er werd getikt: vraag het mij eerst: juf Els" in home(family)


def test_nobody_says_it_for_him(family: Family, tablet: Client) -> None:
    """Not with those pictures, and not who works with him."""
    says(family, tablet, "no", family.member("sem_juf"))
    with pytest.raises(NotAllowedError):
        pictures_used.it_was_me(family.door("lotte", Section.ANSWERS, child="sem"), once=uuid7())
    was_me(family, tablet)
    was_me(family, family.browser("lotte"))
    assert WAS_IT_YOU in home(family)
    assert Dossier.objects.get(pk=family.sem.dossier).pictures_since


def test_his_own_way_in_leaves_nothing_to_ask(family: Family) -> None:
    says(family, family.browser("sem"), "no", family.member("sem_juf"))
    assert WAS_IT_YOU not in home(family)


def test_where_he_says_no_to_lotte_he_reads_that_the_pictures_still_open(family: Family, tablet: Client) -> None:
    surely(family, "lotte", "sem_juf")
    asks = where(family, "portals:question", member=family.member("sem_juf"), topic=number(Topic.SAFETY))
    still = "Maar wie jouw prenten kent, kan met die prenten nog kijken."
    for browser in (tablet, family.browser("sem")):
        assert still in read(browser, asks)
    of_rita = where(family, "portals:question", member=family.member("sem_rita"), topic=number(Topic.SAFETY))
    assert still not in read(tablet, of_rita)
    assert still not in unescape(
        family.page("portals:question", seen_by="noor", member=family.member("karim"), topic=number(Topic.SAFETY))
    )


def test_before_a_yes_nothing_says_that_nothing_opens_where_it_is_only_not_shown(
    family: Family, tablet: Client
) -> None:
    """He closed his plan to Lotte: behind pictures that she knows it does not stand, and for Rita it would open."""
    line = plan.Line(kind=PlanKind.DO, words="Ik ga naar de buren")
    plan.add(family.door("sem", Section.SAFETY, child="sem"), line, act=uuid7())
    rita, of_rita = family.member("sem_rita"), number(Topic.SAFETY)
    asks = where(family, "portals:question", member=rita, topic=of_rita)
    nothing = "Er gaat nu niets open."
    before = read(tablet, asks)
    assert "Ik ga naar de buren" in before
    surely(family, "lotte", "sem_juf")
    says(family, family.browser("sem"), "no", family.member("sem_juf"), Topic.SAFETY)
    told = read(tablet, asks)
    assert "Ik ga naar de buren" not in told
    assert nothing not in told
    assert "Met prenten zie je hier niet alles. Zeg je ja? Dan kan er meer opengaan." in told
    assert "Met prenten zie je hier niet alles" not in read(family.browser("sem"), asks)
