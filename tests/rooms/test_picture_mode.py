"""Sem, nine, points: the pictures work without reading, and pointing counts (A134)."""

from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse, QueryDict

from kring.access.asking import everything
from kring.access.models import Item
from kring.audit.events import Event
from kring.circle.domains import Layer
from kring.circle.reading import people
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.rights.faces import faces
from kring.rights.models import Wish
from kring.rights.pointing import AT_ONCE, Pointing
from tests.family import Family

HAPPY, CARE, LOVE = "picture-happy", "picture-care", "picture-love"
LAST = 3


def screen(family: Family, *, by: str = "sem", child: str = "sem", **asked: Any) -> str:
    answer = family.browser(by).get(family.url("rights:pictures", child=child), asked)
    return str(answer.content.decode())


def point(family: Family, person: str, *, by: str = "sem", **asked: Any) -> HttpResponse:
    facts = {"once": family.once(), "person": family.member(person), "step": LAST, **asked}
    return family.browser(by).post(family.url("rights:pictures", child="sem"), facts)


def wishes(family: Family) -> list[Wish]:
    return list(family.door("lotte", Section.RIGHTS, child="sem").within(Wish.objects.all()).order_by("pk"))


def test_pointing_counts_as_a_designation(family: Family) -> None:
    rita = family.member("sem_rita")
    before = len(wishes(family))
    answer = point(family, "sem_rita", **{HAPPY: [rita], LOVE: [rita]})
    assert answer.status_code == 302
    assert "asked=1" in answer["Location"]
    kept = wishes(family)[-1]
    assert len(wishes(family)) == before + 1
    assert (kept.meaning, kept.expressed, kept.member_id) == ("trust_person", "pointed", rita)
    assert kept.pointed == [HAPPY, LOVE, "picture-along"]
    told = family.page("rights:beside", seen_by="lotte", child="sem")
    assert "aangewezen op een prent" in told
    assert "Mag oma Rita meekomen als we over jou praten?" in told


@pytest.mark.parametrize("stranger", ["noor", "ann", "an", "mo"])
def test_to_others_there_is_nothing_to_point_at(family: Family, stranger: str) -> None:
    assert point(family, "sem_rita", by=stranger).status_code == 404
    assert family.log(Event.WISH_EXPRESSED) == 0


@pytest.mark.parametrize("by", ["sem", "lotte"])
def test_one_question_and_faces_on_every_screen(family: Family, by: str) -> None:
    told = screen(family, by=by)
    assert "Wie maakt mij blij?" in told
    assert told.count('type="checkbox"') <= AT_ONCE
    assert "kring-speak" in told
    assert "grandmother" in told
    assert "Wie zorgt goed voor mij?" in screen(family, by=by, go="on", step=0)


def test_at_most_six_at_a_time_and_what_was_ticked_stays(family: Family) -> None:
    karim = str(family.member("karim"))
    told = screen(family, by="noor", child="noor", **{HAPPY: karim, "go": "more"})
    assert told.count('type="checkbox"') == AT_ONCE
    carried = f'type="hidden" name="{HAPPY}" value="{karim}"' in told
    shown = f'value="{karim}" checked' in told
    assert carried or shown


def test_the_last_question_is_asked_about_who_was_pointed_at_most(family: Family) -> None:
    rita, juf, rex = (str(family.member(f"sem_{who}")) for who in ("rita", "juf", "rex"))
    asked = {HAPPY: [rex, juf], CARE: [rita], LOVE: [rita]}
    assert "Mag oma Rita meekomen" in screen(family, step=LAST, **asked)
    assert "Mag juf Els meekomen" in screen(family, step=LAST, asked=1, **asked)
    told = screen(family, step=LAST, asked=2, **asked)
    assert "Rex" not in told  # a dog may make one happy; it is not asked to come along
    assert "Klaar" in told


def test_choosing_nobody_is_an_answer(family: Family) -> None:
    assert "Je hoeft nu niemand te kiezen" in screen(family, step=LAST) or wishes(family)
    assert family.log(Event.WISH_EXPRESSED) == 0


def test_without_any_circle_a_name_comes_first(family: Family) -> None:
    with everything():
        Item.objects.filter(dossier=family.sem.dossier, section=Section.CIRCLE.value).delete()
    where = family.url("rights:pictures", child="sem")
    add = family.url("rights:face", child="sem")
    browser = family.browser("lotte")
    assert browser.get(where)["Location"] == add
    first = browser.get(add).content.decode()
    assert family.url("portals:child", child="sem") in first, "a way out that is not the way in"
    assert where not in first
    assert browser.post(add, {"once": family.once(), "name": "  "}).status_code == 200
    assert browser.post(add, {"once": family.once(), "name": "nonkel Jan"}).status_code == 302
    assert "nonkel Jan" in screen(family)
    assert "uncle" in screen(family)


def test_who_does_not_write_taps_a_picture_of_who_is_missing(family: Family) -> None:
    """A134: a child of six gets through without reading or typing; who stands there already is not offered twice."""
    add = family.url("rights:face", child="sem")
    page = family.browser("sem").get(add).content.decode()
    assert 'value="opa"' in page
    assert 'value="mama"' not in page  # she is in his pictures
    assert family.browser("sem").post(add, {"once": family.once(), "pick": "opa"}).status_code == 302
    assert "grandfather" in screen(family)
    assert 'value="opa"' not in family.browser("sem").get(add).content.decode()
    for wrong in ({"pick": "de koning"}, {}):
        answer = family.browser("sem").post(add, {"once": family.once(), **wrong})
        assert answer.status_code == 200
    assert "Tik op een prent, of typ een naam." in answer.content.decode()


def test_who_is_of_another_circle_cannot_be_pointed_at(family: Family) -> None:
    before = len(wishes(family))
    assert point(family, "karim").status_code == 200
    assert len(wishes(family)) == before
    assert "Karim" not in screen(family, step=LAST, **{HAPPY: str(family.member("karim"))})


@pytest.mark.parametrize(
    "asked",
    [
        {"step": "x", "page": "-1", "asked": "9" * 400},
        {"step": "99", "page": "99", "asked": "\u0661"},
        {HAPPY: ["\x00", "' OR 1=1", "x" * 5000], "go": "<b>"},
    ],
)
def test_a_broken_address_is_a_screen_like_any_other(family: Family, asked: dict[str, Any]) -> None:
    answer = family.browser("sem").get(family.url("rights:pictures", child="sem"), asked)
    assert answer.status_code == 200
    assert "<b>" not in answer.content.decode().split("<main")[1].split("</main")[0].replace("<b>jij", "")


def test_sent_twice_is_pointed_once(family: Family) -> None:
    once = family.once()
    before = len(wishes(family))
    assert [point(family, "sem_rita", once=once).status_code for _ in range(2)] == [302, 302]
    assert len(wishes(family)) == before + 1


def test_a_face_comes_from_the_word_the_child_uses(family: Family) -> None:
    drawn = {face.name: face.figure for face in faces(people(family.door("lotte", child="sem"), Layer.CHILD))}
    assert drawn["oma Rita"] == "grandmother"
    assert drawn["hond Rex"] == "dog"
    assert drawn["mama"] == "mother"
    assert drawn["juf Els"] == "teacher"


def test_a_round_travels_in_its_address() -> None:
    known = [uuid7() for _ in range(8)]
    here = Pointing.read(QueryDict(f"{HAPPY}={known[7]}&step=1&page=1"), known)
    again = Pointing.read(QueryDict(here.address()), known)
    assert again == here
    assert again.moved("more", len(known)).page == 0
    assert Pointing.read(QueryDict(f"{HAPPY}={UUID(int=0)}"), known).candidates == []
