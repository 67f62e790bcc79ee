"""Noor says yes to the worker that took over, and it begins: that one is nobody else, so nobody has to look (R7)."""

from uuid import UUID

import pytest

from kring.access.acts.protecting import Toward, restrict
from kring.access.models import SamePerson
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.portals import acts
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.pointing import confirm, point, pointed_before
from tests.rooms.test_handing_over import an, give  # noqa: F401  # a fixture

NEW = "new"
SEEN = people.OnScreen(layer=Layer.CHILD)


@pytest.fixture(autouse=True)
def alone(family: Family, an: str) -> None:  # noqa: F811
    """An took Noor over from Lotte, and nobody else works with her."""
    assert give(family, an) == 302


def named(family: Family, account: str, member: str = NEW) -> UUID:
    """Noor says who that is in her circle."""
    where = family.url("portals:who_is", other=family.person(account))
    chosen = member if member == NEW else str(family.member(member))
    assert family.browser("noor").post(where, {"member": chosen, "once": family.once()}).status_code == 302
    return SamePerson.objects.get(person=family.person(account)).item_id


def taken_for(family: Family, member: str) -> UUID:
    """An was pointed out as this one, when who works with a child could be pointed out as anybody."""
    pointed_before(family, "an", member)
    return family.member(member)


def says(family: Family, member: UUID, word: str) -> None:
    where = family.url("portals:question", member=member, topic=number(Topic.SAFETY))
    sent = {"word": word, "until": "stop", "once": family.once()}
    assert family.browser("noor").post(where, sent).status_code == 302


def test_who_works_with_her_and_is_named_now_is_known(family: Family) -> None:
    member = named(family, "an")
    says(family, member, "no")
    assert Topic.SAFETY in family.door("an", Section.SAFETY).answers.no_topics
    says(family, member, "yes")
    assert Topic.SAFETY not in family.door("an", Section.SAFETY).answers.no_topics
    assert "Je begeleider kijkt nog na wie" not in family.page("portals:about", seen_by="noor", member=member)
    assert "Klopt dat?" not in family.browser("an").get("/today/").content.decode()


def test_a_parent_that_is_named_now_waits_for_a_worker(family: Family) -> None:
    member = named(family, "tarik")
    assert SamePerson.objects.get(item=member).confirmed_at is None
    confirm(family, member, by="an")


def test_of_itself_nobody_says_so_and_nothing_asks_it(family: Family) -> None:
    """As whom of her circle she was taken before it could be a mistake: only a colleague says that."""
    member = taken_for(family, "els")
    assert "Klopt dat?" not in family.browser("an").get("/today/").content.decode()
    with pytest.raises(NotAllowedError):
        acts.confirm_person(family.door("an", Section.ANSWERS), member, act=uuid7())
    where = family.url("portals:is_so", member=member)
    assert family.browser("an").post(where, {"once": family.once()}).status_code == 404
    assert family.log(Event.PERSON_CONFIRMED) == 0
    assert give(family, str(family.person("lotte")), "an", stays="on") == 302
    assert "Klopt dat?" in family.browser("lotte").get("/today/").content.decode()
    confirm(family, member)


def test_of_a_parent_a_worker_reads_that_it_is_asked(family: Family) -> None:
    point(family, "tarik", "papa")
    assert "Klopt dat?" in family.browser("an").get("/today/").content.decode()


def test_a_worker_is_not_taken_for_whom_the_child_may_not_meet(family: Family) -> None:
    """It would be shut out of its work, and Noor would have nobody (R28): also of one name."""
    describe = people.Described(name="papa An")
    people.describe(family.door("noor"), family.member("papa"), SEEN, describe, act=uuid7())
    where = family.url("portals:who_is", other=family.person("an"))
    assert str(family.member("papa")) in family.browser("noor").get(where).content.decode()
    restrict(
        family.door("an", Section.RIGHTS),
        [Toward(member=family.member("papa"))],
        from_on=clock.today(),
        until_on=None,
        once=uuid7(),
    )
    assert str(family.member("papa")) not in family.browser("noor").get(where).content.decode()
    sent = {"member": str(family.member("papa")), "once": family.once()}
    assert family.browser("noor").post(where, sent).status_code == 200
    assert not SamePerson.objects.filter(person=family.person("an")).exists()


def test_a_colleague_reads_whom_of_work_the_child_pointed_out(family: Family) -> None:
    assert give(family, str(family.person("lotte")), "an", stays="on") == 302
    taken_for(family, "els")
    assert "An" in family.page("portals:known", seen_by="lotte")
