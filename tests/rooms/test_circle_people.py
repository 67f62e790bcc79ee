"""Naming people and giving them a place, as Lotte and Noor meet it: through the list, and by script."""

import re

import pytest

from kring.audit.events import Event
from kring.circle import reading
from kring.circle.answering import before_the_eyes
from kring.circle.domains import Domain, Layer, Ring
from kring.circle.picture import Seen
from kring.kit.keys import uuid7
from tests.family import Family
from tests.rooms.circle_by_hand import SCRIPT, add, place, seen, send, version_of

# -- naming -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["lotte", "noor", "bram"])
def test_a_pasted_list_stands_in_the_tray_with_a_guess(family: Family, by: str) -> None:
    answer = add(family, "nonkel Jan, buurvrouw An\n\tcoach Fatima", by=by)
    assert answer.status_code == 302
    page = family.page("circle:list", seen_by=by)
    assert "3 namen staan erbij" not in page, "the message is shown once, in the browser that sent it"
    assert all(name in page for name in ("nonkel Jan", "buurvrouw An", "coach Fatima", "Nog een plaatsje geven"))
    assert seen(family, "buurvrouw An").domain is Domain.STREET
    assert family.log(Event.PEOPLE_ADDED) == 1


@pytest.mark.parametrize("stranger", ["an", "ann", "tarik", "wilma", "hilde", "dirk"])
def test_to_others_there_is_nothing_here(family: Family, stranger: str) -> None:
    assert add(family, "nonkel Jan", by=stranger).status_code == 404
    assert family.log(Event.PEOPLE_ADDED) == 0


def test_a_name_that_stands_there_already_is_asked_about_and_kept(family: Family) -> None:
    answer = add(family, "Wilma", script=True).json()
    assert "Wilma staat er al" in answer["said"]
    assert sum(one.name == "Wilma" for one in reading.people(family.door("lotte"), Layer.CHILD)) == 2


HOSTILE = {
    "10,000 characters": "x" * 10_000,
    "5,000 names": "\n".join(f"naam {number}" for number in range(5000)),
    "nothing but invisible": "\u202e\u200b\x00 \u2067",
    "a pile of accents": "Z" + "\u0301" * 100,
}


@pytest.mark.parametrize("names", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_cannot_be_taken_is_said_and_nothing_typed_is_lost(family: Family, names: str) -> None:
    before = len(reading.people(family.door("lotte"), Layer.CHILD))
    answer = add(family, names)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Wat je typte staat er nog" in page
    assert names.replace("\x00", "").replace("\u202e", "").replace("\u2067", "").strip()[-20:] in page
    assert len(reading.people(family.door("lotte"), Layer.CHILD)) == before
    by_script = add(family, names, script=True)
    assert by_script.status_code == 400
    assert by_script.json()["errors"]["names"]


ODD = ["\u202eOlleh", "O'Brien", "Null", "🦄", "<img src=x onerror=alert(1)>", "محمد", "👩‍👩‍👧 thuis", "Ж" * 80]


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_kept_and_shown_as_words(family: Family, name: str) -> None:
    assert add(family, name).status_code == 302
    door = family.door("lotte")
    one = reading.people(door, Layer.CHILD)[-1]
    assert one.name == name.replace("\u202e", "")
    assert place(family, one.key).status_code == 302
    for page in ("circle:page", "circle:list", "circle:versions", "circle:layers"):
        shown = family.page(page, seen_by="lotte")
        assert "<img src=x" not in shown
        assert "\u202e" not in shown
    assert family.browser("lotte").get(family.url("circle:person", member=one.key)).status_code == 200


# -- a place ----------------------------------------------------------------------------------------------------------


def test_wilma_moves_and_everyone_reads_it(family: Family) -> None:
    assert place(family, family.member("wilma"), ring=3, domain="leisure").status_code == 302
    moved = seen(family, "Wilma")
    assert (moved.ring, moved.domain) == (Ring.FURTHER, Domain.LEISURE)
    assert "verder weg, vrije tijd" in family.page("circle:person", seen_by="noor", member=family.member("wilma"))
    assert seen(family, "Wilma", Layer.ADULT).domain is Domain.STREET, "the other layer stays as it was"


def test_a_script_gets_the_new_circle_and_the_act(family: Family) -> None:
    once = family.once()
    told = {"once": once, "ring": 3, "domain": "leisure"}
    answer = send(family, "circle:place", told, member=family.member("wilma"), script=True).json()
    assert answer["undo"] == once
    assert answer["said"] == "Wilma staat nu hier: verder weg, vrije tijd."
    assert "<svg" in answer["circle"]
    assert answer["version"] == reading.pulse(family.door("lotte"))


@pytest.mark.parametrize(
    ("ring", "domain"), [(7, "street"), (2, "moon"), ("", ""), ("1e9", "street"), (2, "street\x00")]
)
def test_a_place_that_does_not_exist_is_asked_again(family: Family, ring: object, domain: str) -> None:
    answer = place(family, family.member("wilma"), ring=ring, domain=domain)
    assert answer.status_code == 400
    assert "We konden dit nog niet bewaren" in answer.content.decode()
    assert seen(family, "Wilma").ring is Ring.VERY_NEAR


def test_a_member_of_another_child_and_of_nobody_are_both_nothing(family: Family) -> None:
    for strange in (family.member("sem_rex"), uuid7()):
        for answer in (
            place(family, strange),
            send(family, "circle:remove", {}, member=strange),
            send(family, "circle:person", {"name": "x", "kind": "person"}, member=strange),
            family.browser("lotte").get(family.url("circle:person", member=strange)),
        ):
            assert answer.status_code == 404


def test_two_devices_move_wilma_and_the_second_one_sees_both(family: Family) -> None:
    version = seen(family, "Wilma").version
    assert place(family, family.member("wilma"), ring=2, version=version).status_code == 302
    late = place(family, family.member("wilma"), ring=3, domain="school", version=version)
    assert late.status_code == 409
    page = late.content.decode()
    assert "Dit staat er nu" in page
    assert "dichtbij, buurt" in page
    assert "verder weg, school" in page
    by_script = place(family, family.member("wilma"), ring=3, version=version, script=True)
    assert by_script.status_code == 409
    assert by_script.json()["conflict"]
    now = seen(family, "Wilma")
    assert now.ring is Ring.NEAR
    again = place(family, family.member("wilma"), ring=3, domain="school", version=now.version)
    assert again.status_code == 302


def test_a_double_click_moves_once(family: Family) -> None:
    once, version = family.once(), seen(family, "Wilma").version
    told = {"once": once, "ring": 3, "domain": "school", "version": version}
    answers = [send(family, "circle:place", told, member=family.member("wilma")).status_code for _ in range(3)]
    assert answers == [302, 302, 302]
    assert family.log(Event.PERSON_PLACED) == 1
    names = {"once": family.once(), "names": "nonkel Jan"}
    assert {send(family, "circle:add", names).status_code for _ in range(3)} == {302}
    assert sum(one.name == "nonkel Jan" for one in reading.people(family.door("lotte"), Layer.CHILD)) == 1


def test_several_get_their_place_in_one_go_and_who_is_left_open_waits(family: Family) -> None:
    add(family, "nonkel Jan, buurvrouw An, iemand")
    jan, an, who = (seen(family, name).key for name in ("nonkel Jan", "buurvrouw An", "iemand"))
    told = {f"ring-{jan}": 1, f"domain-{jan}": "family", f"ring-{an}": "", f"domain-{an}": "street", f"ring-{who}": ""}
    assert send(family, "circle:places", told).status_code == 302
    assert seen(family, "nonkel Jan").ring is Ring.VERY_NEAR
    assert not seen(family, "buurvrouw An").is_placed
    no_domain = send(family, "circle:places", {f"ring-{who}": 2, f"domain-{who}": ""})
    assert no_domain.status_code == 400
    assert "Kies bij iemand ook waar die bij hoort." in no_domain.content.decode()
    assert send(family, "circle:places", {}).status_code == 400


def test_the_child_reads_what_the_adults_see_and_writes_only_its_own(family: Family) -> None:
    wilma = family.member("wilma")
    assert place(family, wilma, by="noor", ring=3).status_code == 302
    told = {"layer": "adult", "ring": 3, "domain": "street"}
    assert send(family, "circle:place", told, member=wilma, by="noor").status_code == 404
    assert send(family, "circle:place", told, member=wilma, by="lotte").status_code == 302
    page = family.browser("noor").get(family.url("circle:page") + "?layer=adult").content.decode()
    assert "Wilma" in page
    assert "Zet erbij" not in page


# -- the sectors lie still --------------------------------------------------------------------------------------------

SECTORS = re.compile(r'data-sectors="([^"]+)"')


def drawn_after(family: Family, name: str, domain: str, sectors: str) -> list[str]:
    add(family, name)
    who, page = seen(family, name).key, family.url("circle:place", member=seen(family, name).key)
    told = {
        "ring": 2,
        "domain": domain,
        "layer": "child",
        "once": family.once(),
        "version": version_of(family, who, Layer.CHILD),
    }
    answer = family.browser("lotte").post(page, told, headers=SCRIPT | {"X-Kring-Sectors": sectors})
    return SECTORS.findall(answer.json()["circle"])


def test_whoever_is_put_down_the_sectors_stay_where_the_hands_see_them(family: Family) -> None:
    wide, compact = SECTORS.findall(family.page("circle:page", seen_by="lotte"))
    for name, domain in (
        ("tante An", "past"),
        ("coach Fatima", "leisure"),
        ("pater Luk", "faith"),
        ("neef Bo", "past"),
    ):
        assert drawn_after(family, name, domain, f"wide {wide}; compact {compact}") == [wide, compact]


@pytest.mark.parametrize(
    "told",
    ["", "wide", "wide x:0.000:1.000", "wide family:nan:inf", "wide friends:0.000:1.000 family:1.000:2.000",
     "wide family:0.000:9.000", "wide family:-0.400:0.400 friends:0.100:0.900", "\x00;;;",
     "wide " + "family:0.000:0.100 " * 999],
)  # fmt: skip
def test_what_no_drawing_of_ours_can_say_is_passed_over(told: str) -> None:
    assert before_the_eyes(told) == Seen()
