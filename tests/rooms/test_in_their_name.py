"""What Lotte wrote down in the name of Noor or of Karim: each reads by whom, and one tap says that it was not said."""

from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Section
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Stand
from kring.rights.models import Taken
from kring.rights.paths import Path, path_as
from tests import answered
from tests.family import Family
from tests.rooms.test_wish_page import name

WROTE, DENY = "opgeschreven door Lotte op", "Dat zei ik niet"
SAID_YES = "op dat jij ja zei"


def path(family: Family, meaning: Meaning = Meaning.TRUST_PERSON) -> Path:
    return path_as(family.door("lotte", Section.RIGHTS), family.member("karim"), meaning)


def writes(family: Family, page: str, **said: Any) -> HttpResponse:
    """Lotte writes it down, today."""
    told = {"once": family.once(), "on": clock.today().isoformat(), **said}
    return family.browser("lotte").post(family.url(f"rights:{page}", wish=path(family).wish.pk), told)


@pytest.fixture
def asked(family: Family) -> Family:
    """Noor chose Karim; Lotte wrote that Noor asked it herself, and that he said yes."""
    name(family, "karim", by="noor")
    assert writes(family, "asked", asker="child", how="visit").status_code == 302
    assert writes(family, "answered", reply="yes").status_code == 302
    return family


def person(family: Family, who: str) -> str:
    return unescape(family.page("rights:person", seen_by=who, member=family.member("karim")))


def denies(family: Family, by: str = "noor") -> HttpResponse:
    (row,) = family.door("lotte", Section.RIGHTS).within(Taken.objects.filter(step="asked"))
    return family.browser(by).post(family.url("rights:unsaid", said=row.pk), {"once": family.once()}, follow=True)


def denies_yes(family: Family, by: str = "karim") -> HttpResponse:
    told = {"once": family.once(), "not_said": "1"}
    return family.browser(by).post(family.url("endings:itself"), told, follow=True)


def home(family: Family, who: str = "karim") -> str:
    return unescape(family.page("portals:home", seen_by=who))


def today(family: Family) -> str:
    return unescape(family.page("endings:due", seen_by="lotte"))


def test_noor_reads_who_wrote_that_she_asked_and_denies_it_in_one_tap(asked: Family) -> None:
    page = person(asked, "noor")
    assert WROTE in page
    assert DENY in page
    assert DENY not in person(asked, "lotte")
    told = unescape(denies(asked).content.decode())
    assert "Dat staat er niet meer." in told
    assert "Lotte schreef op dat trainer Karim gevraagd is" in told
    assert WROTE not in person(asked, "noor")
    assert asked.log(Event.WISH_UNSAID) == 1
    assert "Iemand zei: dat zei ik niet" in today(asked)
    assert path(asked).reply is Answered.YES, "what Karim said stands"


@pytest.mark.parametrize("by", ["lotte", "karim", "ann", "bram", "an"])
def test_nobody_denies_it_for_her(asked: Family, by: str) -> None:
    assert denies(asked, by).status_code == 404
    assert asked.log(Event.WISH_UNSAID) == 0


def test_what_noor_writes_herself_has_no_tap(family: Family) -> None:
    name(family, "karim", by="noor")
    answered.said(family, "karim")
    assert "opgeschreven door" not in person(family, "noor")
    assert DENY not in person(family, "noor")
    assert SAID_YES not in home(family), "what she heard herself is hers"
    assert denies(family).status_code == 404
    assert denies_yes(family).status_code == 404


def test_karim_reads_who_wrote_his_yes_and_denies_it_in_one_tap(asked: Family) -> None:
    page = home(asked)
    assert "Lotte schreef op" in page
    assert SAID_YES in page
    told = unescape(denies_yes(asked).content.decode())
    assert "De begeleiding leest het." in told
    assert SAID_YES not in home(asked)
    assert path(asked).stand is Stand.ASKED
    assert asked.log(Event.ANSWER_DENIED) == 1
    assert "1 keer in dertig dagen zei iemand: dat zei ik niet" in unescape(
        asked.browser("hilde").get("/lead/").content.decode()
    )


def test_noor_hears_of_it_from_a_person_first(asked: Family) -> None:
    denies_yes(asked)
    said = "Lotte schreef op dat trainer Karim ja zei"
    (row,) = asked.door("lotte", Section.RIGHTS).within(Taken.objects.filter(step="answered"))
    assert said in unescape(asked.page("rights:beside", seen_by="lotte"))
    assert said not in unescape(asked.page("rights:beside", seen_by="noor"))
    assert "Iemand zei: dat zei ik niet" in today(asked)
    asked.browser("lotte").post(asked.url("rights:unsaid", said=row.pk), {"once": asked.once()})
    assert "Iemand zei: dat zei ik niet" not in today(asked)
    page = unescape(asked.page("rights:beside", seen_by="noor"))
    assert said in page
    assert "Trainer Karim zei op" in page


@pytest.mark.parametrize("by", ["lotte", "noor", "wilma", "ann", "an"])
def test_nobody_denies_his_yes_for_him(asked: Family, by: str) -> None:
    assert denies_yes(asked, by).status_code in {200, 404}
    assert asked.log(Event.ANSWER_DENIED) == 0
