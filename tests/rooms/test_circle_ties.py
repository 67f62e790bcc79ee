"""Ties between people, as Lotte draws them with Noor."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.circle import reading
from kring.circle.domains import Layer, TieKind
from tests.family import Family

NOBODY = UUID(int=7)


def tie(family: Family, a: object, b: object, /, *, by: str = "lotte", **told: Any) -> HttpResponse:
    told = {"once": family.once(), "layer": "child", "a": a, "b": b, "kind": "close", "strength": 3} | told
    return family.browser(by).post(family.url("circle:tie"), told)


def ties(family: Family) -> list[reading.TieSeen]:
    return reading.ties(family.door("lotte"), Layer.CHILD)


def test_a_tie_is_drawn_read_and_taken_away(family: Family) -> None:
    wilma, karim, before = family.member("wilma"), family.member("karim"), len(ties(family))
    assert tie(family, wilma, karim, by="noor").status_code == 302
    assert "hechte band, heel sterk: trainer Karim" in family.page("circle:list", seen_by="lotte")
    assert "hechte band, heel sterk" in family.page("circle:person", seen_by="noor", member=wilma)
    drawn = ties(family)[-1]
    assert (drawn.kind, drawn.strength) == (TieKind.CLOSE, 3)
    told = {"once": family.once(), "layer": "child"}
    away = family.url("circle:untie", tie=drawn.key)
    assert [family.browser("noor").post(away, told).status_code for _ in range(2)] == [302, 302]
    assert len(ties(family)) == before
    assert family.log(Event.TIE_REMOVED) == 1


def test_how_strong_a_tie_is_stands_in_the_drawing_and_its_key_in_words(family: Family) -> None:
    for name in ("wilma", "karim"):
        spot = {"ring": 1, "domain": "street", "layer": "child", "once": family.once()}
        version = next(
            one.version for one in reading.people(family.door("lotte"), Layer.CHILD) if one.name.endswith(name.title())
        )
        family.browser("lotte").post(
            family.url("circle:place", member=family.member(name)), {**spot, "version": version}
        )
    tie(family, family.member("wilma"), family.member("karim"), kind="know", strength=3)
    told = family.page("circle:page", seen_by="noor")
    assert re.search(r'aria-label="[^"]*: kennen elkaar, heel sterk"', told)
    assert "kennen elkaar, heel sterk" in told.split("circle-legend")[1]
    tie(family, family.member("wilma"), family.member("karim"), kind="know", strength=2)
    assert "heel sterk" not in family.page("circle:page", seen_by="noor").split("circle-legend")[1]


def test_drawing_again_between_the_same_two_replaces(family: Family) -> None:
    wilma, karim = family.member("wilma"), family.member("karim")
    before = len(ties(family))
    tie(family, wilma, karim)
    assert tie(family, karim, wilma, kind="tension").status_code == 302
    assert len(ties(family)) == before + 1
    assert ties(family)[-1].kind is TieKind.TENSION


@pytest.mark.parametrize(
    "told", [{"b": ""}, {"kind": "love"}, {"strength": 9}, {"b": "' OR 1=1"}, {"strength": ""}, {"b": str(NOBODY)}]
)
def test_a_tie_that_cannot_be_drawn_is_asked_again(family: Family, told: dict[str, Any]) -> None:
    before = len(ties(family))
    answer = tie(family, family.member("wilma"), family.member("karim"), **told)
    assert answer.status_code == 400
    assert "We konden dit nog niet bewaren" in answer.content.decode()
    assert len(ties(family)) == before


def test_a_tie_with_someone_of_another_child_or_with_oneself_is_none(family: Family) -> None:
    before, wilma = len(ties(family)), family.member("wilma")
    assert tie(family, wilma, family.member("sem_rex")).status_code == 400
    assert tie(family, family.member("sem_rex"), wilma).status_code in {400, 404}
    assert tie(family, wilma, wilma).status_code in {400, 404}
    assert tie(family, wilma, family.member("karim"), by="an").status_code == 404
    assert len(ties(family)) == before
