"""Describing people, taking them out and undoing, as Lotte and Noor meet it."""

from typing import Any

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.circle import reading
from kring.circle.acts import people
from kring.circle.domains import Kind, Layer, Ring
from kring.circle.models import Placement
from kring.kit import clock
from kring.kit.keys import uuid7
from tests.family import Family
from tests.links import share
from tests.rooms.circle_by_hand import place, seen, send
from tests.rooms.pointing import surely

# -- describing, taking out, undoing ----------------------------------------------------------------------------------


def describe(family: Family, by: str = "lotte", **told: Any) -> HttpResponse:
    usual = {"name": "Wilma", "relation": "buurvrouw", "kind": "person", "support": ["G", "A"]}
    return send(family, "circle:person", usual | told, by=by, member=family.member("wilma"))


def test_wilma_is_the_neighbour_who_gives_company_and_advice(family: Family) -> None:
    assert describe(family).status_code == 302
    page = family.page("circle:list", seen_by="noor")
    assert "buurvrouw · gezelschap · raad" in page
    assert seen(family, "Wilma").ring is Ring.VERY_NEAR, "describing does not move"


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"name": "x" * 10_000}, {"relation": "y" * 200}, {"kind": "ghost"}, {"support": ["Z"]}]
)
def test_a_description_that_cannot_be_taken_keeps_what_was_typed(family: Family, wrong: dict[str, Any]) -> None:
    answer = describe(family, **wrong)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "We konden dit nog niet bewaren" in page
    assert 'value="buurvrouw"' in page or "relation" in wrong
    assert seen(family, "Wilma").relation == ""


def test_an_old_description_meets_the_new_one(family: Family) -> None:
    version = seen(family, "Wilma").version
    assert describe(family, "noor", name="Wilma V.", version=version).status_code == 302
    late = describe(family, "noor", name="buurvrouw Wilma", version=version)
    assert late.status_code == 409
    assert "Wilma V." in late.content.decode()
    assert "buurvrouw Wilma" in late.content.decode()


@pytest.mark.parametrize("who", ["ann", "karim", "tarik"])
@pytest.mark.parametrize("told", [{}, {"version": str(uuid7())}, {"version": "old"}, {"name": ""}, {"kind": "ghost"}])
def test_of_who_may_only_read_no_form_and_no_version_is_weighed(family: Family, who: str, told: dict[str, str]) -> None:
    """What a refusal says would tell how it stands: a 409 shows both, a 400 the form (house.md 4)."""
    if who == "ann":
        surely(family, who, "mama")
    if who != "tarik":
        share(family, "mama" if who == "ann" else who)
        assert "Wilma" in family.page("circle:person", seen_by=who, member=family.member("wilma"))
    before = seen(family, "Wilma").version
    sent = {"name": "Q", "relation": "buurvrouw", "kind": "person", "version": str(before)} | told
    assert send(family, "circle:person", sent, by=who, member=family.member("wilma")).status_code == 404
    assert seen(family, "Wilma").version == before


def test_taking_out_is_known_and_can_be_undone(family: Family) -> None:
    once = family.once()
    assert send(family, "circle:remove", {"once": once}, member=family.member("yara")).status_code == 302
    assert "Yara staat niet meer in deze kring" not in family.page("circle:list", seen_by="noor")
    assert not [one for one in reading.people(family.door("lotte"), Layer.CHILD) if one.name == "Yara"]
    assert send(family, "circle:remove", {"once": once}, member=family.member("yara")).status_code == 302, (
        "a double click"
    )
    assert send(family, "circle:undo", {"what": once}).status_code == 302
    assert seen(family, "Yara").ring is Ring.VERY_NEAR
    assert family.log(Event.CHANGE_UNDONE) == 1


def test_taking_out_who_was_moved_meanwhile_shows_both_and_once_more_is_enough(family: Family) -> None:
    yara, version = family.member("yara"), seen(family, "Yara").version
    place(family, yara, ring=3, domain="school")
    late = send(family, "circle:remove", {"version": version}, member=yara)
    assert late.status_code == 409
    page = late.content.decode()
    assert "uit de kring" in page
    assert "verder weg, school" in page
    assert str(seen(family, "Yara").version) in page
    assert send(family, "circle:remove", {}, member=yara).status_code == 302
    gone = send(family, "circle:remove", {"version": version}, member=yara, script=True)
    assert gone.json()["said"] == "Yara was al uit deze kring gehaald."


@pytest.mark.parametrize("page", ["circle:place", "circle:remove", "circle:person"])
def test_a_form_that_does_not_say_what_was_on_the_screen_changes_nothing(family: Family, page: str) -> None:
    yara, before = family.member("yara"), reading.pulse(family.door("lotte"))
    told = {"version": "", "ring": 3, "domain": "school", "name": "Y", "kind": "pet"}
    assert send(family, page, told, member=yara).status_code in {302, 400}
    assert reading.pulse(family.door("lotte")) == before


def test_undoing_a_description_also_turns_back_what_it_is(family: Family) -> None:
    once = family.once()
    assert describe(family, "noor", kind="pet", name="Wilma de poes", once=once).status_code == 302
    assert seen(family, "Wilma de poes").kind is Kind.PET
    assert send(family, "circle:undo", {"what": once}, by="noor").status_code == 302
    assert seen(family, "Wilma").kind is Kind.PERSON
    assert seen(family, "Wilma").relation == ""


def test_what_it_is_is_known_for_each_day(family: Family) -> None:
    before = clock.now()
    describe(family, kind="pet")
    then = {one.name: one.kind for one in reading.people(family.door("noor"), Layer.CHILD, before)}
    assert then["Wilma"] is Kind.PERSON


def test_noor_says_what_someone_is_whom_only_the_adults_drew(family: Family) -> None:
    """What the adults wrote is not hers to change; what she calls it herself stands in her own layer."""
    (member,) = people.add(family.door("lotte"), ["Rex"], layer=Layer.ADULT, act=uuid7())
    place(family, member, by="noor")
    told = {"name": "Rex", "kind": "pet"}
    assert send(family, "circle:person", told, member=member, by="noor").status_code == 302
    assert seen(family, "Rex").kind is Kind.PET
    assert seen(family, "Rex", Layer.ADULT).kind is Kind.PERSON


def test_undoing_what_was_changed_since_is_refused_in_a_sentence(family: Family) -> None:
    once = family.once()
    send(family, "circle:place", {"once": once, "ring": 3, "domain": "school"}, member=family.member("yara"))
    place(family, family.member("yara"), ring=1, domain="friends")
    late = send(family, "circle:undo", {"what": once})
    assert late.status_code == 409
    assert "Iemand anders was net iets sneller" in late.content.decode()
    assert send(family, "circle:undo", {"what": str(uuid7())}, script=True).status_code == 409
    assert seen(family, "Yara").ring is Ring.VERY_NEAR


def test_undoing_a_removal_after_a_new_place_breaks_nothing(family: Family) -> None:
    once = family.once()
    send(family, "circle:remove", {"once": once}, member=family.member("yara"))
    place(family, family.member("yara"), ring=3, domain="school")
    assert send(family, "circle:undo", {"what": once}).status_code == 409
    current = family.door("lotte").within(
        Placement.objects.filter(member=family.member("yara"), layer="child").current()
    )
    assert current.count() == 1
