"""Noor said of a choice that she never made it: nobody writes it again for her, as whatever or typed anew (R2, R23)."""

from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.writing import NotAllowedError
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes as acts
from kring.rights.models import Wish
from tests.family import Family
from tests.rooms.test_denied_stays import ONLY_NOOR, colleague, read
from tests.rooms.test_wish_page import name, send, wishes


@pytest.fixture
def els(family: Family) -> UUID:
    """Lotte wrote that Noor chose the teacher as her JIM, and Noor never said so; the teacher in her circle."""
    assert writes(family).status_code == 302
    there = family.url("rights:unsaid", said=wishes(family)[-1].pk)
    assert family.browser("noor").post(there, {"once": family.once()}).status_code == 302
    assert not chosen(family)
    return family.member("els")


def writes(family: Family, by: str = "lotte", meaning: str = "jim") -> HttpResponse:
    return name(family, "els", by=by, meaning=meaning, on=clock.today().isoformat())


def chosen(family: Family) -> list[Wish]:
    return [one for one in wishes(family) if one.withdrawn_on is None]


def leaves(family: Family) -> None:
    """Noor has no way in any more."""
    here = Involvement.objects.filter(dossier=family.noor.dossier, relation=Relation.CHILD.value)
    here.update(ended_at=clock.now())


@pytest.mark.parametrize("meaning", ["jim", "trust_person", "supporter"])
def test_lotte_cannot_write_it_again(family: Family, els: UUID, meaning: str) -> None:
    assert ONLY_NOOR in read(writes(family, meaning=meaning))
    assert not chosen(family)
    assert "weer kiest" not in unescape(family.page("portals:child", seen_by="noor"))


def test_nor_does_a_colleague(family: Family, els: UUID) -> None:
    assert ONLY_NOOR in read(writes(family, by=colleague(family)))
    assert not chosen(family)


@pytest.mark.parametrize("typed", ["juf Els", "  JUF  els "])
def test_nor_is_the_same_name_somebody_new(family: Family, els: UUID, typed: str) -> None:
    facts = {"person": "new", "name": typed, "meaning": "jim", "how": "said", "on": clock.today().isoformat()}
    assert ONLY_NOOR in read(send(family, facts, by="lotte"))
    assert not chosen(family)


def test_nor_by_pictures_under_the_hand_of_lotte(family: Family, els: UUID) -> None:
    there = family.url("rights:pictures")
    answer = family.browser("lotte").post(there, {"once": family.once(), "person": els}, follow=True)
    assert ONLY_NOOR in read(answer)
    assert not chosen(family)
    said = acts.Said(meaning=Meaning.JIM, expressed=Expressed.POINTED, on=clock.today())
    with pytest.raises(NotAllowedError):
        acts.name(family.door("lotte", Section.RIGHTS), els, said, act=uuid7())


def test_her_own_tap_always_works_and_after_it_lotte_writes_along(family: Family, els: UUID) -> None:
    assert writes(family, by="noor").status_code == 302
    assert len(chosen(family)) == 1
    assert writes(family, meaning="supporter").status_code == 302
    assert len(chosen(family)) == 2


def test_another_choice_is_not_in_the_way(family: Family, els: UUID) -> None:
    assert name(family, "wilma", by="lotte", meaning="jim").status_code == 302
    assert len(chosen(family)) == 1


def test_of_a_child_that_does_not_come_in_a_second_human_writes_it(family: Family, els: UUID) -> None:
    second = colleague(family)
    leaves(family)
    assert ONLY_NOOR in read(writes(family))
    assert not family.door("lotte", Section.RIGHTS).within(Wish.objects.in_force().filter(member=els)).exists()
    assert writes(family, by=second).status_code == 302
    assert family.door("lotte", Section.RIGHTS).within(Wish.objects.in_force().filter(member=els)).exists()
