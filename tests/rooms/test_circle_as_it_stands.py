"""A yes to her circle shows Karim the circle as it stands, near and far and each line, and not how it was (R7, R20)."""

import re
from html import unescape

import pytest

from kring.access.acts.answering import Answering, answer
from kring.access.models import Word
from kring.circle import reading
from kring.circle.domains import Layer
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from tests.family import Family
from tests.rooms.test_circle_ties import tie

GONE = "meester Tom"
LINE = re.compile("(Wilma en oma Rita|oma Rita en Wilma): spanning, heel sterk")


@pytest.fixture
def shared(family: Family) -> Family:
    """Noor draws a tension, takes her teacher out, and says yes to Karim about her circle."""
    noor = family.browser("noor")
    assert tie(family, family.member("wilma"), family.member("rita"), by="noor", kind="tension").status_code == 302
    tom = family.member("tom")
    seen = reading.person(family.door("noor"), tom, Layer.CHILD)
    out = {"once": family.once(), "layer": "child", "version": seen.version if seen else ""}
    assert noor.post(family.url("circle:remove", member=tom), out).status_code == 302
    question = family.url("portals:question", member=family.member("karim"), topic=list(Topic).index(Topic.CIRCLE))
    asked = unescape(noor.get(question).content.decode()).split('<ul class="list">')[1].split("</ul>")[0]
    assert LINE.search(asked)
    assert "oma Rita: " in asked, "and how near she stands"
    assert GONE not in asked
    new = Answering(towards=family.member("karim"), word=Word.YES, topic=Topic.CIRCLE)
    answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    return family


def test_he_reads_it_as_it_stands_and_not_whom_she_took_out(shared: Family) -> None:
    pages = [shared.page(one, seen_by="karim") for one in ("circle:page", "circle:list", "circle:layers")]
    assert all("oma Rita" in one for one in pages)
    assert not [one for one in pages if GONE in one]
    where = shared.url("circle:versions")
    answers = {who: shared.browser(who).get(where).status_code for who in ("noor", "lotte", "bram", "karim")}
    assert answers == {"noor": 200, "lotte": 200, "bram": 200, "karim": 404}
    assert {who: where in shared.page("circle:page", seen_by=who) for who in ("noor", "karim")} == {
        "noor": True,
        "karim": False,
    }
    names = {who: set(reading.names(shared.door(who)).values()) for who in ("noor", "karim")}
    assert (GONE in names["noor"], GONE in names["karim"]) == (True, False)


def test_looking_along_noor_reads_near_and_far_and_each_line(shared: Family) -> None:
    read = unescape(shared.page("circle:list", seen_by="karim"))
    along = unescape(shared.page("portals:along", seen_by="noor", other=shared.person("karim")))
    assert "spanning" in read
    assert LINE.search(along)
    rita = next(one for one in reading.people(shared.door("karim"), Layer.CHILD) if one.name == "oma Rita")
    assert rita.ring is not None
    assert f"oma Rita: {rita.ring.label}" in along
    assert GONE not in along


@pytest.mark.parametrize("page", ["circle:page", "circle:list", "circle:person"])
def test_where_she_draws_it_stands_who_reads_it(shared: Family, page: str) -> None:
    parts = {"member": shared.member("rita")} if page == "circle:person" else {}
    hers = unescape(shared.page(page, seen_by="noor", **parts))
    assert "Dit lezen: jij, wie jou begeleidt, en wie jij ja zei over je kring." in hers
    assert "Dit lezen: Noor, jij" in unescape(shared.page(page, seen_by="lotte", **parts))
    assert "Dit lezen:" not in shared.page(page, seen_by="karim", **parts)
