"""Somebody who comes in and stood in no circle yet: who is made for it stands behind the same wall (R16)."""

from html import unescape
from uuid import UUID

import pytest
from django.db.models import Q
from django.http import HttpResponse

from kring.access.acts.protecting import Toward
from kring.access.models import Item, SamePerson
from kring.circle.acts.walls import put
from kring.circle.domains import Layer
from kring.circle.reading import people
from kring.dossier.models import Involvement
from kring.kit.keys import uuid7
from kring.portals.answer_forms import NEW
from tests.family import Family
from tests.links import share
from tests.rooms.pointing import confirm, surely
from tests.rooms.test_walls import wall


@pytest.fixture(autouse=True)
def karim_on_the_other_side(family: Family) -> None:
    """Karim stands with papa, Wilma with mama; both read Noor's circle."""
    for key, side in (("wilma", "mama"), ("karim", "papa")):
        put(family.door("lotte"), Toward(member=family.member(key)), wall(family, side), act=uuid7())
        share(family, key)
    for who, side in (("ann", "mama"), ("tarik", "papa")):
        put(family.door("lotte"), Toward(person=family.person(who)), wall(family, side), act=uuid7())
    SamePerson.objects.filter(person=family.person("ann")).delete()


def is_new(family: Family, by: str) -> UUID:
    """Ann is somebody who stands not in the circle yet; the one that is made for her."""
    sent = {"member": NEW, "once": family.once()}
    answer = family.browser(by).post(family.url("portals:who_is", other=family.person("ann")), sent)
    assert answer.status_code == 302
    return SamePerson.objects.get(person=family.person("ann")).item_id


def moved_to_new(family: Family) -> UUID:
    """Lotte: Ann is not mama but somebody who stands not in the circle yet."""
    surely(family, "ann", "mama")
    where = family.url("portals:someone_else", member=family.member("mama"))
    assert family.browser("lotte").post(where, {"member": NEW, "once": family.once()}).status_code == 302
    return SamePerson.objects.get(person=family.person("ann")).item_id


def circle(family: Family, who: str) -> set[UUID]:
    return {one.key for layer in Layer for one in people(family.door(who), layer)}


def one_page(family: Family, who: str, member: UUID) -> HttpResponse:
    return family.browser(who).get(family.url("circle:person", member=member))


@pytest.mark.parametrize("how", ["noor", "lotte", "moved"])
def test_the_other_side_reads_nowhere_who_was_made_for_ann(family: Family, how: str) -> None:
    new = moved_to_new(family) if how == "moved" else is_new(family, how)
    hers = wall(family, "mama")
    assert Involvement.objects.get(dossier=family.noor.dossier, person=family.person("ann")).wall_id == hers
    made = Item.objects.filter(Q(pk=new) | Q(about=new))
    assert [*made.values_list("wall", flat=True)] == [hers, hers], "the one of the circle, and where it stands"
    assert new not in circle(family, "karim")
    assert new in circle(family, "wilma") & circle(family, "noor") & circle(family, "lotte")
    assert one_page(family, "karim", new).status_code == 404
    assert one_page(family, "wilma", new).status_code == 200
    since = family.browser("karim").get(family.url("circle:changes"))
    assert str(new) not in since.content.decode()


def test_once_a_worker_said_that_it_is_so_it_stands_there_still(family: Family) -> None:
    new = is_new(family, "noor")
    confirm(family, new)
    assert new not in circle(family, "karim")
    assert new in circle(family, "wilma")


def test_of_who_stands_on_no_side_the_new_one_stands_on_none(family: Family) -> None:
    Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("ann")).update(wall=None)
    new = is_new(family, "noor")
    assert Item.objects.get(pk=new).wall_id is None
    assert new in circle(family, "karim")


# -- who builds the walls reads each at its side (R16) ---


def by_side(family: Family) -> dict[str, str]:
    page = unescape(family.page("rights:sides", seen_by="lotte"))
    return {side: page.split(f"De kant van {side}")[1].split("De kant van")[0] for side in ("mama", "papa")}


def test_a_person_is_read_at_its_side_also_when_it_was_said_to_be_somebody_of_the_other(family: Family) -> None:
    put(family.door("lotte"), Toward(member=family.member("mama")), wall(family, "mama"), act=uuid7())
    SamePerson.objects.filter(person=family.person("tarik")).delete()
    before = by_side(family)
    surely(family, "tarik", "mama")
    told = by_side(family)
    assert "Tarik" in before["papa"]
    assert "Tarik" in told["papa"]
    assert "Tarik" not in told["mama"]
    assert "mama" in told["mama"]


def test_who_stands_where_its_own_one_of_the_circle_stands_is_read_once(family: Family) -> None:
    is_new(family, "lotte")
    assert by_side(family)["mama"].count("Ann") == 1
