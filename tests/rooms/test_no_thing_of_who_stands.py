"""Who was chosen stays somebody, and in the circle: not a place by the guide, nor taken away by a worker (R2)."""

from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.circle import reading
from kring.circle.acts import people, undoing
from kring.circle.acts.beside import StandsBesideError
from kring.circle.domains import Kind, Layer
from kring.circle.models import Placement
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.rooms.test_wish_page import name, wishes

ASK = "Dit kan hier niet veranderd worden. Vraag het aan de begeleider."
STANDS = "Schrijf eerst op dat het gestopt is."


@pytest.fixture
def johan(family: Family) -> UUID:
    """Noor chose pastor Johan; the wish."""
    name(family, "johan", by="noor", meaning="jim")
    wish: UUID = wishes(family)[-1].pk
    return wish


def version(family: Family, by: str, layer: str) -> str:
    """Which placement this one has on the screen."""
    seen = reading.person(family.door(by, Section.CIRCLE), family.member("johan"), Layer(layer))
    return str(seen.version if seen else people.NOWHERE)


def describe(family: Family, by: str, kind: Kind) -> HttpResponse:
    told = {"once": family.once(), "layer": "adult", "name": "pastor Johan", "kind": kind.value, "relation": ""}
    told["version"] = version(family, by, "adult")
    where = family.url("circle:person", member=family.member("johan"))
    answer: HttpResponse = family.browser(by).post(where, told)
    return answer


def takes_out(family: Family, by: str, layer: str = "child") -> HttpResponse:
    where = family.url("circle:remove", member=family.member("johan"))
    told = {"once": family.once(), "layer": layer, "version": version(family, by, layer)}
    answer: HttpResponse = family.browser(by).post(where, told)
    return answer


def kinds(family: Family) -> set[str]:
    rows = Placement.objects.filter(member=family.member("johan"), until_at=None)
    return set(family.door("lotte", Section.CIRCLE).within(rows).values_list("kind", flat=True))


@pytest.mark.usefixtures("johan")
@pytest.mark.parametrize("kind", [Kind.PLACE, Kind.PET])
def test_bram_makes_no_thing_of_him_and_reads_nothing_of_why(family: Family, kind: Kind) -> None:
    answer = describe(family, "bram", kind)
    assert answer.status_code == 400
    page = unescape(answer.content.decode())
    assert ASK in page
    assert STANDS not in page
    assert kinds(family) == {Kind.PERSON.value}


@pytest.mark.usefixtures("johan")
@pytest.mark.parametrize(("by", "why"), [("bram", ASK), ("lotte", STANDS)])
def test_nor_is_he_taken_out_by_anybody_but_her(family: Family, by: str, why: str) -> None:
    answer = takes_out(family, by)
    assert answer.status_code == 400
    assert why in unescape(answer.content.decode())
    assert kinds(family) == {Kind.PERSON.value}


def test_who_was_not_chosen_or_is_not_any_more_may_be_what_it_is(family: Family) -> None:
    assert describe(family, "bram", Kind.PERSON).status_code == 302
    name(family, "johan", by="noor", meaning="jim")
    assert describe(family, "lotte", Kind.PLACE).status_code == 400
    wish = wishes(family)[-1].pk
    assert family.browser("noor").post(family.url("rights:withdraw", wish=wish), {"once": family.once()}).status_code
    assert describe(family, "lotte", Kind.PLACE).status_code == 302


@pytest.mark.usefixtures("johan")
def test_noor_takes_him_out_herself(family: Family) -> None:
    assert takes_out(family, "noor").status_code == 302


def test_undoing_makes_no_thing_of_him_either(family: Family) -> None:
    act = uuid7()
    door = family.door("lotte", Section.CIRCLE)
    (key,) = people.add(door, ["Piet"], layer=Layer.ADULT, act=act)
    family.seeded.members["piet"] = key
    name(family, "piet", by="noor", meaning="jim")
    with pytest.raises(StandsBesideError):
        undoing.undo(family.door("bram", Section.CIRCLE), act, act=uuid7())
