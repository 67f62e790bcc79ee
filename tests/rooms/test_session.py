"""The who-session as worker and child meet it: beginning, typing, pausing, stopping; and who finds nothing there."""

import json
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse, QueryDict

from kring.access.models import Draft
from kring.audit.events import Event
from kring.circle import reading
from kring.circle.acts import undoing
from kring.circle.acts.people import Spot, add, place
from kring.circle.cards import Age, Mode
from kring.circle.domains import Domain, Layer, Ring
from kring.circle.models import WhoSession
from kring.circle.questions import CARDS
from kring.kit.keys import uuid7
from tests.family import Family

SCRIPT = {"accept": "application/json"}


def begin(family: Family, *, by: str = "lotte", **choices: object) -> UUID:
    """A session that was begun; which one it is."""
    told = {"once": family.once(), "mode": "calm", "age": "12-15", "minutes": "", **choices}
    answer = family.browser(by).post(family.url("circle:session"), told)
    assert answer.status_code == 302
    return held(family).pk


def held(family: Family) -> WhoSession:
    """The newest session of Noor."""
    row: WhoSession = family.door("lotte").within(WhoSession.objects.order_by("-started_at"))[0]
    return row


def note(family: Family, session: UUID, *, by: str = "lotte", **told: object) -> int:
    """An open page tells what changed there."""
    url = family.url("circle:draft", session=session)
    return family.browser(by).post(url, {"page": "p1", **told}, headers=SCRIPT).status_code


def step(family: Family, name: str, session: UUID, *, by: str = "lotte", **told: Any) -> HttpResponse:
    """A button of the session."""
    url = family.url(f"circle:{name}", session=session)
    answer: HttpResponse = family.browser(by).post(
        url, {"once": family.once(), **told}, headers=told.pop("headers", {})
    )
    return answer


def names(family: Family) -> list[str]:
    return [one.name for one in reading.people(family.door("lotte"), Layer.CHILD)]


# -- beginning --------------------------------------------------------------------------------------------------------


def test_the_first_page_asks_how_and_for_whom(family: Family) -> None:
    page = family.page("circle:session", seen_by="lotte")
    assert "We beginnen" in page
    assert "12 tot 15 jaar" in page
    assert [("in minuten" in family.page("circle:session", seen_by=who)) for who in ("lotte", "noor")] == [True, False]
    assert "Het moet snel" in page


@pytest.mark.parametrize("who", ["lotte", "noor", "bram"])
def test_child_worker_and_guide_may_hold_one(family: Family, who: str) -> None:
    session = begin(family, by=who)
    page = family.page("circle:session", seen_by=who)
    assert str(CARDS[Age.TEEN][0].text) in page
    assert family.log(Event.SESSION_STARTED) == 1
    assert held(family).pk == session


@pytest.mark.parametrize("stranger", ["an", "hilde", "ann", "wilma", "greet", "saar"])
def test_to_others_there_is_nothing_here(family: Family, stranger: str) -> None:
    assert family.browser(stranger).get(family.url("circle:session")).status_code == 404
    session = begin(family)
    assert note(family, session, by=stranger, typed="x") == 404
    for name in ("pause", "finish", "settle"):
        assert step(family, name, session, by=stranger).status_code == 404
    assert not held(family).paused_at


def test_beginning_twice_goes_on_with_the_same_one(family: Family) -> None:
    assert begin(family) == begin(family, by="noor")
    assert family.log(Event.SESSION_STARTED) == 1


def test_a_card_asks_who_and_the_source_stands_behind_the_workers_fold(family: Family) -> None:
    begin(family, age="6-11")
    page = family.page("circle:session", seen_by="lotte")
    assert "je mag altijd overslaan" in page
    assert "eigen vraag van Kring" in page.split("Voor de begeleider")[1]
    assert "Voor de begeleider" not in family.page("circle:session", seen_by="noor")


def test_without_a_script_the_address_turns_the_card(family: Family) -> None:
    begin(family)
    browser = family.browser("lotte")
    page = browser.get(family.url("circle:session"), {"card": "3"}).content.decode()
    shown = page.split('data-card="3"')[1].split(">")[0]
    assert "hidden" not in shown
    assert browser.get(family.url("circle:session"), {"card": "٣"}).status_code == 200
    assert browser.get(family.url("circle:session"), {"card": "99999"}).status_code == 200


# -- typing -----------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_there_on_every_device(family: Family) -> None:
    session = begin(family)
    assert note(family, session, typed="oma L", card=3, seconds=40) == 204
    page = family.page("circle:session", seen_by="noor")
    assert "oma L</textarea>" in page
    assert "hidden" not in page.split('data-card="4"')[1].split(">")[0]


def test_two_pages_never_write_over_each_others_words(family: Family) -> None:
    session = begin(family)
    note(family, session, typed="oma L")
    note(family, session, page="p2", typed="juf")
    note(family, session, page="p2", seconds=90)
    assert "oma L\njuf</textarea>" in family.page("circle:session", seen_by="lotte")
    note(family, session, page="p3", takes="p1 p2", typed="oma L\njuf Els")
    assert "oma L\njuf Els</textarea>" in family.page("circle:session", seen_by="lotte")


def test_the_draft_is_closed_and_leaves_no_line_in_the_log(family: Family) -> None:
    session = begin(family)
    before = family.log(Event.DOOR_VISITED)
    for text in ("o", "om", "oma \x00L\u202eea"):
        note(family, session, typed=text)
    assert family.log(Event.DOOR_VISITED) == before
    from django.db import connection  # noqa: PLC0415  # what is really in the table

    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM access_draft")
        assert "oma" not in cursor.fetchone()[0]
    assert json.loads(Draft.objects.get(pk=session).body)["lines"] == {"p1": "oma Lea"}


@pytest.mark.parametrize(
    "wrong", [{"page": "a b"}, {"page": ""}, {"card": "-1"}, {"seconds": "x"}, {"typed": "x" * 200_001}]
)
def test_a_draft_that_cannot_be_is_refused_and_the_old_one_stays(family: Family, wrong: dict[str, str]) -> None:
    session = begin(family)
    note(family, session, typed="oma")
    assert note(family, session, **{"typed": "weg", **wrong}) == 400
    assert json.loads(Draft.objects.get(pk=session).body)["lines"] == {"p1": "oma"}


# -- placing ----------------------------------------------------------------------------------------------------------


def test_the_tray_proposes_and_all_proposals_are_one_act(family: Family) -> None:
    session = begin(family)
    add(family.door("lotte"), ["oma Lea", "juf Mieke", "Fatima"], layer=Layer.CHILD, act=uuid7())
    page = family.page("circle:session", seen_by="lotte")
    assert "Zet ze zoals voorgesteld" in page
    answer = step(family, "settle", session, headers=SCRIPT)
    assert answer.status_code == 200
    told = json.loads(answer.content)
    placed = {one.name: (one.ring, one.domain) for one in reading.people(family.door("lotte"), Layer.CHILD)}
    assert placed["oma Lea"] == (Ring.NEAR, Domain.FAMILY)
    assert placed["juf Mieke"] == (Ring.NEAR, Domain.SCHOOL)
    assert placed["Fatima"] == (None, None)
    assert "Fatima" in told["tray"]
    assert "oma Lea" not in told["tray"]
    undoing.undo(family.door("lotte"), UUID(told["undo"]), act=uuid7())
    assert "oma Lea" in family.page("circle:session", seen_by="lotte").split('data-part="tray"')[1]


def test_nobody_waits_and_the_button_does_nothing(family: Family) -> None:
    session = begin(family)
    told = json.loads(step(family, "settle", session, headers=SCRIPT).content)
    assert told["undo"] is None
    assert family.log(Event.PERSON_PLACED) == 0


def test_without_a_script_names_and_places_come_back_to_the_session(family: Family) -> None:
    begin(family)
    browser, here = family.browser("lotte"), family.url("circle:session")
    told = {"once": family.once(), "names": "oma Lea", "layer": "child", "back": "session"}
    assert browser.post(family.url("circle:add"), told).headers["Location"] == here
    page = browser.get(here).content.decode()
    assert family.url("circle:list") + "?layer=child#waiting" in page.split("<noscript>")[1]


def test_act_after_act_can_be_undone_back_to_the_first(family: Family) -> None:
    door, acts = family.door("lotte"), [uuid7() for _ in range(3)]
    (lea,) = add(door, ["oma Lea"], layer=Layer.CHILD, act=acts[0])
    place(door, lea, Spot(layer=Layer.CHILD, ring=Ring.NEAR, domain=Domain.FAMILY), act=acts[1])
    place(door, lea, Spot(layer=Layer.CHILD, ring=Ring.FURTHER, domain=Domain.FAMILY), act=acts[2])
    for act in reversed(acts):
        undoing.undo(door, act, act=uuid7())
    assert "oma Lea" not in names(family)


# -- crisis -----------------------------------------------------------------------------------------------------------


def test_a_crisis_is_three_questions_on_one_page_and_saves_at_once(family: Family) -> None:
    begin(family, mode=Mode.CRISIS.value)
    page = family.page("circle:session", seen_by="lotte")
    assert page.count('data-card="') == 3
    assert "<kring-circle" not in page
    told = {"once": family.once(), "card": "crisis-tonight", "names": "tante Els, Yara"}
    answer = family.browser("lotte").post(family.url("circle:session"), told, headers=SCRIPT)
    assert len(json.loads(answer.content)["added"]) == 2
    question = family.page("circle:session", seen_by="noor").split('data-card="crisis-tonight"')[1]
    assert "tante Els" in question.split("</section>")[0]
    assert {"tante Els", "Yara"} <= set(names(family))


def config(page: str) -> dict[str, Any]:
    """What the scripts of a page were told."""
    told: dict[str, Any] = json.loads(unescape(page.split('data-config="')[1].split('"', maxsplit=1)[0]))
    return told


def test_in_a_crisis_the_other_device_hears_who_was_named(family: Family) -> None:
    begin(family, mode=Mode.CRISIS.value)
    known = config(family.page("circle:session", seen_by="noor"))
    poll, noor = known["urls"]["changes"], family.browser("noor")
    poll, _, crisis = poll.partition("?")
    asked = {**QueryDict(crisis).dict(), "since": known["version"], "layer": "child"}
    assert noor.get(poll, asked).status_code == 204
    told = {"once": family.once(), "card": "crisis-tonight", "names": "tante Els"}
    family.browser("lotte").post(family.url("circle:session"), told, headers=SCRIPT)
    answer = json.loads(noor.get(poll, asked).content)
    assert [name for _key, name in answer["named"]["crisis-tonight"]] == ["tante Els"]
    assert noor.get(poll, {**asked, "since": answer["version"]}).status_code == 204
    assert family.browser("ann").get(poll, asked).status_code == 404


def test_in_a_crisis_a_name_that_is_too_long_stays_where_it_was_typed(family: Family) -> None:
    begin(family, mode=Mode.CRISIS.value)
    told = {"once": family.once(), "card": "crisis-now", "names": "A" * 10_000}
    answer = family.browser("lotte").post(family.url("circle:session"), told)
    assert answer.status_code == 200
    assert "A" * 10_000 in answer.content.decode()
    assert "Wat je typte staat er nog" in answer.content.decode()


# -- pausing and stopping ---------------------------------------------------------------------------------------------


def test_after_a_pause_everything_stands_where_it_stood(family: Family) -> None:
    session = begin(family)
    note(family, session, typed="oma", card=2, seconds=300)
    assert step(family, "pause", session).status_code == 302
    assert "Alles is bewaard" in family.page("circle:session", seen_by="noor")
    step(family, "pause", session, resume="on")
    assert "oma</textarea>" in family.page("circle:session", seen_by="lotte")
    assert [family.log(Event.SESSION_PAUSED), family.log(Event.SESSION_RESUMED)] == [1, 1]


def test_the_end_shows_who_is_in_view_and_never_a_time(family: Family) -> None:
    session = begin(family)
    note(family, session, seconds=32 * 60, card=4)
    answer = step(family, "finish", session)
    page = family.browser("noor").get(answer.headers["Location"]).content.decode()
    assert "mensen in beeld" in page
    assert "Waar kunnen we nog kijken?" in page
    assert "minuten" not in page
    assert "te klein" not in page
    assert not Draft.objects.filter(pk=session).exists()
    assert held(family).cards == [card.id for card in CARDS[Age.TEEN][:5]]


def test_the_time_is_for_the_worker_alone(family: Family) -> None:
    session = begin(family)
    note(family, session, seconds=32 * 60)
    time = family.url("circle:time", session=session)
    assert family.browser("lotte").get(time).status_code == 404
    step(family, "finish", session)
    page = family.browser("lotte").get(time).content.decode()
    assert "32 minuten; het verslag van 2019 spreekt van 48 minuten." in page
    assert family.browser("noor").get(time).status_code == 404


def test_after_the_end_a_late_draft_is_told_and_a_second_end_changes_nothing(family: Family) -> None:
    session = begin(family)
    step(family, "finish", session)
    assert note(family, session, typed="oma") == 409
    assert not Draft.objects.filter(pk=session).exists()
    step(family, "finish", session)
    assert family.log(Event.SESSION_ENDED) == 1


def test_a_session_of_another_child_is_not_there(family: Family) -> None:
    session = begin(family)
    url = family.url("circle:draft", child="sem", session=session)
    assert family.browser("lotte").post(url, {"page": "p1", "typed": "x"}).status_code == 404
    assert family.browser("lotte").get(family.url("circle:finish", session=uuid7())).status_code == 404
