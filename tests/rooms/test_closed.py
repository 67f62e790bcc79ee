"""A child's place that was closed: who reads the file still reads it, and nobody writes in it or shares from it."""

import pytest
from django.urls import reverse

from kring.access.door import RefusedError
from kring.access.models import Say
from kring.access.writing import NotAllowedError
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.circle.models import Placement
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from tests.family import Family


@pytest.fixture
def closed(family: Family) -> Family:
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=clock.today())
    return family


@pytest.mark.parametrize("who", ["lotte", "noor"])
def test_it_is_still_read(closed: Family, who: str) -> None:
    assert closed.door(who).within(Placement.objects.all())
    assert "trainer Karim" in closed.page("circle:list", seen_by=who)


@pytest.mark.parametrize("who", ["lotte", "noor", "bram"])
def test_nothing_is_written_any_more(closed: Family, who: str) -> None:
    before = closed.door("lotte").within(Placement.objects.all()).count()
    with pytest.raises(NotAllowedError):
        people.add(closed.door(who), ["tante Fatma"], layer=Layer.CHILD, act=uuid7())
    with pytest.raises(NotAllowedError):
        people.remove(closed.door(who), closed.member("karim"), Layer.CHILD, act=uuid7())
    assert closed.door("lotte").within(Placement.objects.all()).count() == before


def test_a_form_that_writes_is_answered_like_what_is_not_there(closed: Family) -> None:
    told = {"once": closed.once(), "names": "tante Fatma", "layer": "child"}
    answer = closed.browser("lotte").post(closed.url("circle:add"), told)
    unknown = closed.browser("an").post(closed.url("circle:add"), told)
    assert (answer.status_code, answer.content) == (404, unknown.content)
    assert closed.browser("noor").get(closed.url("rights:wish")).status_code == 404


def test_no_page_offers_to_write(closed: Family) -> None:
    assert "Wie mag erbij?" not in closed.page("circle:list", seen_by="lotte")


def test_a_wish_is_not_recorded_in_a_place_that_was_closed(closed: Family) -> None:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    with pytest.raises(NotAllowedError):
        wishes.name(closed.door("noor", Section.RIGHTS), closed.member("karim"), said, act=uuid7())


def test_what_was_shared_is_shared_no_longer(family: Family) -> None:
    Say.objects.create(
        dossier_id=family.noor.dossier,
        topic=Topic.CIRCLE.value,
        towards_id=family.member("wilma"),
        answer="yes",
        expressed="said",
        recorded_by_id=family.person("lotte"),
        from_on=clock.today(),
    )
    assert family.door("wilma")
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=clock.today())
    with pytest.raises(RefusedError):
        family.door("wilma")


def test_her_own_home_leads_nowhere_that_is_closed(closed: Family) -> None:
    assert closed.browser("noor").get(reverse("portals:today"), follow=True).status_code == 200
