"""A child's place can really be erased, and the log stays (R27)."""

import pytest
from django.db.models import RestrictedError

from kring.access.asking import everything
from kring.access.models import Item
from kring.audit import chain
from kring.audit.models import Entry
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests.family import Family


def choose_karim(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today(), words="Hij luistert")
    wishes.name(family.door("noor", Section.RIGHTS), family.member("karim"), said, act=uuid7())


def test_someone_of_the_circle_is_not_erased_together_with_what_she_said(family: Family) -> None:
    """How to reach people goes when help stops; the child's own words stay as long as its file (R27)."""
    choose_karim(family)
    with pytest.raises(RestrictedError), everything():
        Item.objects.get(pk=family.member("karim")).delete()
    with everything():
        Item.objects.get(pk=family.member("els")).delete()
    assert family.door("noor", Section.RIGHTS).within(Wish.objects.all()).count() == 1


def test_what_she_said_keeps_its_name_when_the_circle_is_emptied(family: Family) -> None:
    choose_karim(family)
    door = family.door("noor", Section.RIGHTS)
    wishes.withdraw(door, family.member("karim"), Meaning.JIM, act=uuid7(), on=clock.today())
    with everything():
        Item.objects.filter(about=family.member("karim"), section=Section.CIRCLE.value).delete()
    assert "trainer Karim" not in family.page("circle:list", seen_by="noor")
    told = family.page("rights:beside", seen_by="noor")
    assert "trainer Karim" in told
    assert "Hij luistert" in told


def test_erasing_a_childs_place_leaves_no_row_and_a_whole_log(family: Family) -> None:
    choose_karim(family)
    entries = Entry.objects.filter(dossier=family.noor.dossier).count()
    with everything():
        Dossier.objects.get(pk=family.noor.dossier).delete()
    assert not Item.objects.filter(dossier=family.noor.dossier).exists()
    assert Entry.objects.filter(dossier=family.noor.dossier).count() == entries
    assert not list(chain.faults())
