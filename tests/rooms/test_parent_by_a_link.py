"""A parent is no supporter by a link: it comes in by its own way, and keeps what is a parent's (R3, R15)."""

from datetime import date

import pytest

from kring.access import acts
from kring.access.acts import MayNotLetIn
from kring.access.acts.answering import Answering, answer
from kring.access.door import RefusedError, open_door
from kring.access.models import Given, Say, Word
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from tests.family import Family
from tests.links import actor, give, opens, share
from tests.rooms.pointing import point

SUPPORTER = {"relation": Relation.SUPPORTER}


def ask_for_a_link(family: Family, key: str, *, by: str = "noor") -> str:
    told = {"person": str(family.member(key)), "said": "said", "no_parent": "on", "once": family.once()}
    return family.browser(by).post(family.url("rights:let_in"), told).content.decode()


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_no_link_for_papa_once_he_was_pointed_out_as_tarik(family: Family, by: str) -> None:
    point(family, "tarik", "papa")
    told = ask_for_a_link(family, "papa", by=by)
    hers = "Die krijgen een eigen link van de begeleiding."  # a child's page offers no parent at all
    assert (hers if by == "noor" else "Papa komt hier al binnen als ouder.") in told
    assert not Given.objects.filter(item=family.member("papa")).exists()
    assert family.door("tarik", Section.SAID).relation is Relation.PARENT
    with pytest.raises(MayNotLetIn):
        give(family, "papa", by=by, **SUPPORTER)
    assert "De link voor" in ask_for_a_link(family, "karim", by=by), "and of who is no parent, it is made"


def test_who_brings_her_up_neither_and_who_was_a_parent_of_another_child_only_may(family: Family) -> None:
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("tarik"))
    held.update(relation=Relation.UPBRINGER.value)
    point(family, "tarik", "papa")
    with pytest.raises(MayNotLetIn):
        give(family, "papa", **SUPPORTER)
    held.update(ended_at=clock.now())
    assert opens(actor(give(family, "papa", **SUPPORTER)), family.noor.dossier) == {"supporter"}


@pytest.fixture
def before(family: Family) -> Family:
    """As it was made before: Tarik, her parent, opened a link as papa."""
    point(family, "tarik", "papa", by="lotte")
    tarik = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("tarik"))
    tarik.update(ended_at=clock.now())
    family.__dict__["link"] = actor(give(family, "papa", **SUPPORTER))
    tarik.filter(relation=Relation.PARENT.value).update(ended_at=None)
    return family


def test_a_link_of_before_takes_nothing_of_the_parent(before: Family) -> None:
    assert before.door("tarik", Section.SAID).relation is Relation.PARENT
    tarik = before.browser("tarik")
    for where in ("portals:mine", "rights:own_person"):
        assert tarik.get(before.url(where)).status_code == 200, where
    assert before.browser("karim").get(before.url("portals:mine")).status_code == 404


def test_and_opens_nothing_itself(before: Family) -> None:
    link = before.__dict__["link"]
    assert opens(link, before.noor.dossier) == set()
    with pytest.raises(RefusedError):
        open_door(link, before.noor.dossier, Section.SAID)
    assert opens(actor(give(before, "karim", **SUPPORTER)), before.noor.dossier) == {"supporter"}


def test_at_eighteen_a_yes_to_a_parent_lapses_whatever_else_that_parent_is(before: Family) -> None:
    new = Answering(towards=before.member("papa"), word=Word.YES, topic=Topic.SCHOOL)
    said = answer(before.door("noor", Section.ANSWERS), new, once=uuid7())
    share(before, "karim")
    assert before.door("tarik", Section.SAID).answers.yes_topics == {Topic.SCHOOL}
    today = clock.today()
    Say.objects.filter(dossier=before.noor.dossier).update(from_on=date(today.year - 1, 1, 1))
    Dossier.objects.filter(pk=before.noor.dossier).update(born_on=date(today.year - 18, 1, 1).isoformat())
    assert before.door("tarik", Section.SAID).answers.yes_topics == set(), said.pk
    assert before.door("karim", Section.SAID).answers.yes_topics == {Topic.CIRCLE}, "of anybody else nothing ends"


def test_nobody_else_makes_one(family: Family) -> None:
    for by in ("tarik", "wilma", "bram"):
        with pytest.raises((acts.MayNotLetIn, RefusedError)):
            give(family, "papa", by=by, **SUPPORTER)
