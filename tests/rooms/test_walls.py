"""Two sides of Noor's circle that know nothing of each other (R16, B34)."""

from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.acts import walls
from kring.access.acts.protecting import Toward
from kring.access.door import RefusedError
from kring.access.models import Item, SamePerson
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.circle import reading
from kring.circle.acts import people, ties
from kring.circle.acts.walls import put
from kring.circle.domains import Domain, Layer, Ring, TieKind
from kring.dossier.models import Involvement, Wall
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.links import says_it_again, share

PAGES = ("circle:page", "circle:list", "circle:print", "circle:svg", "circle:layers")


@pytest.fixture
def sided(family: Family) -> Family:
    """Wilma stands with mama, Karim with papa; Noor shows both her circle."""
    for key, side in (("wilma", "mama"), ("mama", "mama"), ("karim", "papa"), ("papa", "papa")):
        put(family.door("lotte"), Toward(member=family.member(key)), wall(family, side), act=uuid7())
    for key in ("wilma", "karim"):
        share(family, key)
    return family


def wall(family: Family, side: str, *, child: str = "noor") -> UUID:
    place = family.seeded.dossiers[child]
    return next(one.pk for one in Wall.objects.filter(dossier=place) if one.label == f"De kant van {side}")


def sees(family: Family, key: str) -> set[str]:
    door = family.door(key)
    return {one.name for layer in Layer for one in reading.people(door, layer)}


def move(family: Family, key: str, where: object, *, by: str = "lotte", **sent: Any) -> HttpResponse:
    told = {"who": f"m-{family.member(key)}", "where": where, "once": family.once(), **sent}
    return family.browser(by).post(family.url("rights:side"), told)


def test_each_side_sees_its_own_and_who_stands_on_none(sided: Family) -> None:
    hers, his = sees(sided, "wilma"), sees(sided, "karim")
    assert {"Wilma", "mama"} <= hers
    assert {"papa", "trainer Karim"} <= his
    assert not {"papa", "trainer Karim"} & hers
    assert not {"mama", "Wilma"} & his
    assert "oma Rita" in hers & his
    assert {"mama", "papa", "Wilma", "trainer Karim"} <= sees(sided, "noor") & sees(sided, "lotte") & sees(
        sided, "bram"
    )


@pytest.mark.parametrize("page", PAGES)
def test_no_page_print_or_export_names_the_other_side(sided: Family, page: str) -> None:
    answer = sided.browser("wilma").get(f"{sided.url(page)}?who=here")
    shown = b"".join(answer) if answer.streaming else answer.content
    text = shown.decode("utf-8", "ignore")
    assert "Wilma" in text
    for word in ("papa", "Karim", str(sided.member("karim")), str(sided.member("papa"))):
        assert word not in text


@pytest.mark.parametrize("by", ["noor", "lotte"])
@pytest.mark.parametrize(("side", "there", "away"), [("1", "mama", "papa"), ("2", "papa", "mama")])
def test_what_goes_to_one_home_holds_nothing_of_the_other(
    sided: Family, by: str, side: str, there: str, away: str
) -> None:
    everything = {"who": "home", "names": "full", "shown": ["near", "ties", "tension"], "side": side}
    sheet = sided.browser(by).get(sided.url("circle:svg"), everything).content.decode()
    assert f">{there}<" in sheet
    assert "Rita" in sheet
    assert f">{away}<" not in sheet
    assert ("Wilma" in sheet) is (there == "mama")


@pytest.mark.parametrize("side", ["", "3", "x"])
def test_without_a_home_nothing_of_both_sides_leaves(sided: Family, side: str) -> None:
    noor = sided.browser("noor")
    asked = noor.get(sided.url("circle:take"), {"who": "home", "side": side}).content.decode()
    assert "Naar welk huis gaat het blad?" in asked
    assert "De kant van mama" in asked
    for page in ("circle:pdf", "circle:svg", "circle:png", "circle:print"):
        assert noor.get(sided.url(page), {"who": "home", "side": side}).status_code == 302
    assert sided.log(Event.CIRCLE_TAKEN_ALONG) == 0
    assert noor.get(sided.url("circle:svg"), {"who": "me"}).status_code == 200


def test_a_line_between_the_sides_stands_where_nobody_stands(sided: Family) -> None:
    """Mama and papa: Noor drew tension between them."""
    for key in ("wilma", "karim"):
        ends = {end for tie in reading.ties(sided.door(key), Layer.CHILD) for end in (tie.a, tie.b)}
        assert not {sided.member("mama"), sided.member("papa")} <= ends
    theirs = {(tie.a, tie.b) for tie in reading.ties(sided.door("noor"), Layer.CHILD)}
    assert (sided.member("mama"), sided.member("papa")) in theirs
    new = ties.Between(a=sided.member("wilma"), b=sided.member("karim"), kind=TieKind.KNOW)
    ties.tie(sided.door("noor"), new, layer=Layer.CHILD, act=uuid7())
    assert not [
        one for one in reading.ties(sided.door("karim"), Layer.CHILD) if sided.member("wilma") in (one.a, one.b)
    ]
    assert len([one for one in Wall.objects.filter(dossier=sided.noor.dossier) if one.label == walls.BETWEEN]) == 1


def test_what_is_written_later_about_somebody_stands_on_the_same_side(sided: Family) -> None:
    spot = people.Spot(layer=Layer.ADULT, ring=Ring.FURTHER, domain=Domain.STREET)
    people.place(sided.door("lotte"), sided.member("wilma"), spot, act=uuid7())
    assert "Wilma" not in sees(sided, "karim")


def test_somebody_on_both_sides_is_two_that_nothing_connects(sided: Family) -> None:
    """Yara stands on both: one for mama's side, another for papa's."""
    door = sided.door("lotte")
    (again,) = people.add(door, ["Yara"], layer=Layer.CHILD, act=uuid7())
    put(door, Toward(member=sided.member("yara")), wall(sided, "mama"), act=uuid7())
    put(door, Toward(member=again), wall(sided, "papa"), act=uuid7())
    for key in ("wilma", "karim"):
        yaras = [one for one in reading.people(sided.door(key), Layer.CHILD) if one.name == "Yara"]
        assert len(yaras) == 1
    assert not SamePerson.objects.filter(item__in=[again, sided.member("yara")]).exists()
    (hers,) = [one.key for one in reading.people(sided.door("wilma"), Layer.CHILD) if one.name == "Yara"]
    assert hers == sided.member("yara")


def test_what_changes_is_said_before_and_the_old_side_is_gone_at_once(sided: Family) -> None:
    asked = move(sided, "wilma", wall(sided, "papa")).content.decode()
    assert "Wie bij “De kant van mama” staat, ziet deze persoon vanaf nu niet meer." in asked
    assert "Waar Noor eerder ja zei aan deze persoon" in asked
    assert "Noor wordt het opnieuw gevraagd" in asked
    assert "mama" in sees(sided, "wilma")
    assert move(sided, "wilma", wall(sided, "papa"), sure="on").status_code == 302
    with pytest.raises(RefusedError):  # Noor is asked first whether her yes still holds
        sees(sided, "wilma")
    says_it_again(sided, "wilma")
    assert "mama" not in sees(sided, "wilma")
    assert "papa" in sees(sided, "wilma")
    assert sided.log(Event.SIDE_CHOSEN) == 5
    held = Involvement.objects.get(dossier=sided.noor.dossier, person=sided.person("wilma"))
    assert held.wall_id == wall(sided, "papa")


def test_on_no_side_again(sided: Family) -> None:
    move(sided, "wilma", "none", sure="on")
    assert "Wilma" in sees(sided, "karim")
    assert not {"mama", "papa"} & sees(sided, "wilma")


def test_a_side_of_another_child_and_another_childs_people_are_not_here(sided: Family) -> None:
    door = sided.door("lotte")
    strange = [
        (Toward(member=sided.member("wilma")), wall(sided, "mama", child="sem")),
        (Toward(member=sided.member("sem_juf")), wall(sided, "mama")),
        (Toward(person=sided.person("an")), wall(sided, "mama")),
        (Toward(person=sided.person("noor")), wall(sided, "mama")),
    ]
    for whom, where in strange:
        with pytest.raises(NotAllowedError):
            put(door, whom, where, act=uuid7())
    assert move(sided, "wilma", wall(sided, "mama", child="sem"), sure="on").status_code == 200


@pytest.mark.parametrize("by", ["noor", "bram", "wilma", "ann", "mo"])
def test_only_the_worker_builds_and_moves(sided: Family, by: str) -> None:
    assert move(sided, "wilma", "none", by=by, sure="on").status_code == 404
    assert sided.browser(by).get(sided.url("rights:sides")).status_code == 404
    assert Item.objects.get(pk=sided.member("wilma")).wall_id == wall(sided, "mama")


def test_two_sides_are_made_once(family: Family) -> None:
    place = family.sem.dossier
    Involvement.objects.filter(dossier=place).update(wall=None)
    Item.objects.filter(dossier=place).update(wall=None)
    Wall.objects.filter(dossier=place).delete()
    where, names = family.url("rights:sides", child="sem"), {"one": "bij mama", "other": "bij papa"}
    family.browser("lotte").post(where, {**names, "once": family.once()})
    assert [one.label for one in walls.sides(place)] == ["bij mama", "bij papa"]
    with pytest.raises(NotAllowedError):
        walls.build(family.door("lotte", Section.RIGHTS, child="sem"), ["a", "b"], once=None)
