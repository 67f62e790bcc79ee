"""What Noor chose stays called as she called it: nobody else makes of her trust person somebody else (R7, R23)."""

from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.circle import reading
from kring.circle.acts import people, undoing
from kring.circle.acts.beside import NamedByTheChildError
from kring.circle.acts.people import Described, OnScreen
from kring.circle.domains import Kind, Layer
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.rooms.test_wish_page import name, wishes

ASK = "Dit kan hier niet veranderd worden. Vraag het aan de begeleider."
HERS = "Het kind koos deze persoon, of die komt hier binnen. Alleen het kind zelf geeft die een andere naam."


@pytest.fixture
def karim(family: Family) -> UUID:
    """Noor chose trainer Karim; who he is in her circle."""
    name(family, "karim", by="noor", meaning="trust_person")
    return family.member("karim")


def rename(family: Family, by: str, called: str, *, who: str = "karim", layer: str = "child") -> HttpResponse:
    answer: HttpResponse = family.browser(by).post(*sent(family, by, called, who=who, layer=layer))
    return answer


def sent(family: Family, by: str, called: str, *, who: str, layer: str = "child") -> tuple[str, dict[str, str]]:
    """Where it is written and what, with the version that stands on the screen."""
    seen = reading.person(family.door(by, Section.CIRCLE), family.member(who), Layer(layer))
    told = {"once": family.once(), "layer": layer, "name": called, "kind": Kind.PERSON.value, "relation": ""}
    told["version"] = str(seen.version if seen else people.NOWHERE)
    return family.url("circle:person", member=family.member(who)), told


def called(family: Family, who: str = "karim") -> str:
    return reading.names(family.door("noor", Section.CIRCLE))[family.member(who)]


@pytest.mark.usefixtures("karim")
@pytest.mark.parametrize(("by", "why"), [("bram", ASK), ("lotte", HERS)])
@pytest.mark.parametrize("layer", ["child", "adult"])
def test_nobody_else_gives_him_the_name_of_another(family: Family, by: str, why: str, layer: str) -> None:
    before = called(family)
    answer = rename(family, by, "juf Els", layer=layer)
    assert answer.status_code == 400
    assert why in unescape(answer.content.decode())
    assert called(family) == before
    assert before in unescape(family.page("portals:child", seen_by="noor"))


@pytest.mark.usefixtures("karim")
@pytest.mark.parametrize("by", ["bram", "lotte"])
def test_what_else_they_know_of_him_they_write_under_his_name(family: Family, by: str) -> None:
    assert rename(family, by, called(family)).status_code == 302


@pytest.mark.usefixtures("karim")
def test_noor_calls_him_as_she_likes(family: Family) -> None:
    assert rename(family, "noor", "coach Karim").status_code == 302
    assert called(family) == "coach Karim"


def test_before_she_chose_him_and_once_she_let_him_go_anybody_who_may_corrects_his_name(family: Family) -> None:
    """Of pastor Johan, who does not come in here."""
    assert rename(family, "bram", "Johan van de kerk", who="johan").status_code == 302
    name(family, "johan", by="noor", meaning="trust_person")
    assert rename(family, "bram", "Johan", who="johan").status_code == 400
    gone = family.url("rights:withdraw", wish=wishes(family)[-1].pk)
    assert family.browser("noor").post(gone, {"once": family.once()}).status_code == 302
    assert rename(family, "bram", "Johan", who="johan").status_code == 302


@pytest.mark.usefixtures("karim")
@pytest.mark.parametrize("by", ["bram", "lotte"])
def test_undoing_what_she_wrote_gives_him_no_other_name(family: Family, by: str) -> None:
    act, door = uuid7(), family.door("noor", Section.CIRCLE)
    seen = OnScreen(layer=Layer.CHILD)
    people.describe(door, family.member("karim"), seen, Described(name="coach Karim"), act=act)
    with pytest.raises(NamedByTheChildError):
        undoing.undo(family.door(by, Section.CIRCLE), act, act=uuid7())
    assert called(family) == "coach Karim"
    undoing.undo(family.door("noor", Section.CIRCLE), act, act=uuid7())
    assert called(family) != "coach Karim"


@pytest.mark.parametrize("by", ["bram", "lotte"])
def test_nor_of_who_comes_in_as_somebody_of_her_circle(family: Family, by: str) -> None:
    """Noor cries to a name: it is read by who comes in as that one, whatever others call it."""
    before = called(family, "wilma")
    assert rename(family, by, "juf Els", who="wilma").status_code == 400
    assert called(family, "wilma") == before
    assert rename(family, "noor", "Willemien", who="wilma").status_code == 302
    assert called(family, "wilma") == "Willemien"


@pytest.mark.parametrize("by", ["noor", "lotte", "bram"])
def test_a_name_that_another_has_already_is_asked_about(family: Family, by: str) -> None:
    """As where somebody is added: both may stand there, and who wrote it reads that there are two."""
    browser = family.browser(by)
    told = unescape(browser.post(*sent(family, by, "juf Els", who="johan"), follow=True).content.decode())
    assert "juf Els staat er al. Is dat iemand anders?" in told
    told = unescape(browser.post(*sent(family, by, "dominee Johan", who="johan"), follow=True).content.decode())
    assert "staat er al" not in told
