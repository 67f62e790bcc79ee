"""The circle as it is looked at: drawing, list, poll, two layers, two days."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse
from pytest_django import DjangoAssertNumQueries

from kring.access.asking import everything
from kring.access.models import Say
from kring.audit.events import Event
from kring.circle import reading
from kring.circle.acts import people
from kring.circle.board import look as look_at
from kring.circle.domains import Domain, Kind, Layer
from kring.circle.models import Placement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from tests.family import Family
from tests.rooms.hiding import hide
from tests.rooms.pointing import point

SCRIPT = {"Accept": "application/json"}


def look(family: Family, page: str, by: str = "lotte", asked: str = "") -> HttpResponse:
    return family.browser(by).get(family.url(page) + asked)


@pytest.mark.parametrize("by", ["lotte", "noor", "bram"])
def test_the_drawing_and_the_list_hold_the_same_people(family: Family, by: str) -> None:
    drawing, listed = family.page("circle:page", seen_by=by), family.page("circle:list", seen_by=by)
    for name in ("oma Rita", "Wilma", "trainer Karim", "poes Minou", "meester Tom"):
        assert name in drawing
        assert name in listed


@pytest.mark.parametrize("page", ["circle:page", "circle:list"])
def test_two_of_one_name_are_told_apart_wherever_the_circle_stands(family: Family, page: str) -> None:
    """The sheet is drawn by the same function: tests/circle/test_apart.py."""
    door = family.door("noor")
    with everything():
        school = Placement.objects.all().opened().filter(item__dossier=family.noor.dossier, domain="school")
        twin = school.filter(until_at=None, layer="child").exclude(ring=None)[0]
        friend = Placement.objects.all().opened().filter(item__dossier=family.noor.dossier, layer="child")
        friend = friend.filter(until_at=None, ring__isnull=False).exclude(domain="school")[0]
        friend.name = twin.name
        friend.save(update_fields=["name"])
    told = family.page(page, seen_by="noor")
    assert f"({Domain(friend.domain).short})".lower() in told.lower()
    assert "(school)" in told
    assert "nummer" not in told, "where they stand says enough"
    shown = {one.name for one in reading.people(door, Layer.CHILD)}
    assert twin.name in shown, "her own word for both stays"


def test_the_page_of_the_child_says_nothing_in_its_title_and_has_a_way_out(family: Family) -> None:
    page = family.page("circle:page", seen_by="noor")
    assert "<title>Kring</title>" in page
    assert "Weg van hier" in page
    assert "Mijn kring" in page
    assert "De kring van Noor" in family.page("circle:page", seen_by="lotte")


def test_an_empty_circle_shows_where_to_look_and_no_verdict(family: Family) -> None:
    for page in ("circle:page", "circle:list"):
        shown = family.browser("lotte").get(family.url(page, child="sem") + "?layer=adult").content.decode()
        assert "Waar kijken we eerst?" in shown
        assert "geen netwerk" not in shown.lower()


@pytest.mark.parametrize(("sought", "found"), [("wil", True), ("WILMA", True), ("zzz", False), ("\x00%_'", False)])
def test_searching_the_list(family: Family, sought: str, found: bool) -> None:
    answer = family.browser("lotte").post(family.url("circle:list"), {"q": sought})
    page = answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert (">Wilma<" in page) is found
    assert ("Niemand gevonden" in page) is not found


# -- the poll ---------------------------------------------------------------------------------------------------------


def poll(family: Family, since: object) -> HttpResponse:
    asked = {"since": since, "layer": "child"}
    return family.browser("noor").get(family.url("circle:changes"), asked, headers=SCRIPT)


def test_a_poll_reads_only_keys_while_nothing_changes(
    family: Family, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    version = reading.pulse(family.door("lotte"))
    assert poll(family, version).status_code == 204
    browser, asked = family.browser("noor"), {"since": version}
    browser.get(family.url("circle:changes"), asked)  # coming in is another matter
    with django_assert_max_num_queries(12):
        browser.get(family.url("circle:changes"), asked)
    assert family.log(Event.DOOR_VISITED) == 0, "a poll rides on the open visit"


def test_a_poll_sees_what_another_device_did(family: Family) -> None:
    version = reading.pulse(family.door("lotte"))
    told = {"once": family.once(), "layer": "child", "names": "nonkel Jan"}
    family.browser("lotte").post(family.url("circle:add"), told)
    answer = poll(family, version)
    assert "nonkel Jan" in answer.json()["tray"]
    assert answer.json()["version"] != version


def test_a_poll_is_silent_about_what_happens_out_of_sight(family: Family) -> None:
    version = reading.pulse(family.door("noor"))
    people.add(family.door("lotte"), ["mevrouw Peeters"], layer=Layer.ADULT, act=uuid7())
    assert poll(family, version).status_code == 204


@pytest.mark.parametrize("since", ["", "-1", "abc", "9" * 5000, "1.5", "\u0661"])
def test_a_poll_that_asks_nonsense_gets_the_circle(family: Family, since: str) -> None:
    assert poll(family, since).status_code == 200


# -- two looks --------------------------------------------------------------------------------------------------------


def test_two_layers_beside_each_other_say_what_differs(family: Family) -> None:
    page = family.page("circle:layers", seen_by="lotte")
    assert "Alleen Noor noemt" in page
    assert "Alleen Noor ziet" not in page, "that would say who may read it"
    assert "Staat op een andere plaats" in page
    assert "heel dichtbij, buurt" in page
    mine = family.page("circle:layers", seen_by="noor")
    assert "Jij zegt:" in mine
    assert "Alleen jij noemt" in mine


@pytest.mark.parametrize("who", ["karim", "rita"])
def test_who_reads_one_of_the_two_layers_is_not_told_what_stands_in_that_one_alone(family: Family, who: str) -> None:
    """Karim reads what Noor shares: whether the adults name somebody too, he cannot know, and no page says it."""
    say(family, towards=who, topic=Topic.CIRCLE, answer="yes")
    page = family.page("circle:layers", seen_by=who)
    assert "Je ziet hier één van de twee" in page
    assert not any(words in page for words in ("noemt", "noemen", "Jullie zien hetzelfde", "Zoals de volwassenen"))
    assert "Wilma" in page


def past(family: Family, **days: int) -> None:
    """Everyone stood there already some days ago."""
    rows = family.door("lotte").within(Placement.objects.all())
    with everything():
        rows.update(since_at=clock.now() - timedelta(**days))


def test_two_days_say_who_came_and_who_left(family: Family) -> None:
    past(family, days=10)
    browser = family.browser("lotte")
    yara = reading.person(family.door("lotte"), family.member("yara"), Layer.CHILD)
    told = {"once": family.once(), "layer": "child", "version": yara.version if yara else ""}
    browser.post(family.url("circle:remove", member=family.member("yara")), told)
    browser.post(family.url("circle:add"), told | {"once": family.once(), "names": "nonkel Jan"})
    day = (clock.today() - timedelta(days=5)).isoformat()
    page = look(family, "circle:versions", asked=f"?from={day}").content.decode()
    came, left = (
        page.split("Kwam erbij")[1].split("</section>")[0],
        page.split("Staat er niet meer")[1].split("</section>")[0],
    )
    assert "nonkel Jan" in came
    assert "Yara" in left
    assert "Wilma" not in came + left


def test_a_pet_is_nobody_who_stands_in_the_same_place(family: Family) -> None:
    past(family, days=10)
    people = reading.people(family.door("lotte"), Layer.CHILD)
    pets = [one for one in people if one.kind is not Kind.PERSON]
    assert pets, "the cat of Noor"
    day = (clock.today() - timedelta(days=5)).isoformat()
    page = look(family, "circle:versions", asked=f"?from={day}").content.decode()
    assert f"{len(people) - len(pets)} mensen, op dezelfde plaats." in page
    assert "Ook dieren, plekken en groepen staan op dezelfde plaats." in page


@pytest.mark.parametrize("asked", ["?from=2999-01-01", "?from=gisteren", "?from=&to=", "?from=0000-00-00", "?to=\x00"])
def test_a_day_that_is_none_is_asked_again(family: Family, asked: str) -> None:
    page = look(family, "circle:versions", asked=asked)
    assert page.status_code == 200
    assert "Kies" in page.content.decode()


def test_one_day_is_no_story_yet(family: Family) -> None:
    today = clock.today().isoformat()
    page = look(family, "circle:versions", asked=f"?from={today}&to={today}").content.decode()
    assert "Eén dag is nog geen verhaal" in page


def test_the_first_look_at_a_circle_shows_what_the_reader_may_read(family: Family) -> None:
    assert len(reading.people(family.door("noor"), Layer.ADULT)) == 2
    for stranger in ("an", "ann", "wilma", "hilde"):
        for page in ("circle:page", "circle:list", "circle:layers", "circle:versions", "circle:changes"):
            assert look(family, page, by=stranger).status_code == 404


# -- who stands beside the child is told apart ------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["circle:page", "circle:list"])
def test_a_yes_to_the_circle_does_not_tell_who_stands_beside_the_child(family: Family, page: str) -> None:
    name_her_jim(family)
    say(family, towards="wilma", topic=Topic.CIRCLE, answer="yes")
    assert not marks(family, "wilma")
    assert "JIM" not in family.page(page, seen_by="wilma")
    say(family, towards="wilma", topic=Topic.BESIDE_ME, answer="yes")
    assert marks(family, "wilma") == {"jim"}
    assert "JIM" in family.page(page, seen_by="wilma")


def test_a_no_about_who_stands_beside_the_child_takes_the_mark_out_of_the_circle(family: Family) -> None:
    name_her_jim(family)
    point(family, "lotte", "lotte_member")
    assert marks(family, "lotte") == {"jim"}
    say(family, towards="lotte_member", topic=Topic.BESIDE_ME, answer="no")
    assert not marks(family, "lotte")


def test_a_choice_that_the_child_keeps_to_itself_leaves_no_mark(family: Family) -> None:
    wish = name_her_jim(family)
    hide(family, wish)
    assert not marks(family, "lotte")
    assert marks(family, "noor") == {"jim"}


def test_a_tie_to_someone_who_is_hidden_is_hidden_too(family: Family) -> None:
    hide(family, family.member("papa"))
    for layer in Layer:
        shown = look_at(family.door("lotte"), layer)
        assert not [one for one in shown.people if one.key == family.member("papa")]
        assert all(name for one in shown.people for _, name in shown.between(one))
    (mama,) = (one for one in look_at(family.door("noor"), Layer.CHILD).people if one.name == "mama")
    assert {name for _, name in look_at(family.door("noor"), Layer.CHILD).between(mama)} == {"papa", "oma Rita"}
    assert {name for _, name in look_at(family.door("lotte"), Layer.CHILD).between(mama)} == {"oma Rita"}


def marks(family: Family, who: str) -> set[str]:
    return {one.mark for one in reading.people(family.door(who), Layer.CHILD) if one.mark}


def name_her_jim(family: Family) -> UUID:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    return wishes.name(family.door("noor", Section.RIGHTS), family.member("karim"), said, act=uuid7())


def test_a_yes_about_the_circle_says_nothing_about_who_stands_beside_her(family: Family) -> None:
    name_her_jim(family)
    say(family, towards="wilma", topic=Topic.CIRCLE, answer="yes")
    assert "Hier is nog een plek vrij" not in family.page("rights:beside", seen_by="wilma")


def say(family: Family, *, towards: str, topic: Topic, answer: str) -> None:
    Say.objects.create(
        dossier_id=family.noor.dossier,
        topic=topic.value,
        towards_id=family.member(towards),
        answer=answer,
        expressed="said",
        recorded_by_id=family.person("lotte"),
        from_on=clock.today(),
    )
