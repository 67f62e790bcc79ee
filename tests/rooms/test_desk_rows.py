"""What a desk holds of each child, and of which children (A17, R13, R24, R28; house.md 4), without a page."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.access.desk import Desk, desk_of, unheard_since_before
from kring.access.models import Disclosure, Given, Item, Restriction, SamePerson, Say
from kring.circle.models import Member, Placement
from kring.dossier.models import Dossier, Involvement
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, asks_who_i_am
from kring.people.actors import Actor, ActorKind
from kring.people.models import Way
from tests.family import Family

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
WORK = (Relation.WORKER,)


@pytest.fixture
def both(family: Family) -> set[UUID]:
    return {family.noor.dossier, family.sem.dossier}


def desk(family: Family, who: str = "lotte", *relations: Relation) -> Desk:
    return desk_of(family.actor(who), relations or WORK)


def involve(family: Family, who: str, relation: Relation, child: str = "noor") -> None:
    Involvement.objects.create(
        dossier_id=family.seeded.dossiers[child],
        person_id=family.person(who),
        relation=relation.value,
        from_on=clock.today(),
    )


# -- which children ---------------------------------------------------------------------------------------------------


def test_only_of_the_relations_that_were_asked_for(family: Family, both: set[UUID]) -> None:
    assert set(desk(family).dossiers) == both
    assert set(desk(family, "bram").dossiers) == set()
    assert set(desk(family, "bram", Relation.NETWORK_GUIDE).dossiers) == {family.noor.dossier}
    assert not desk(family).stands_beside
    assert desk(family).stands_in == {}


def test_who_is_at_home_with_a_child_does_not_work_with_it(family: Family) -> None:
    involve(family, "lotte", Relation.PARENT)
    mine = desk(family)
    assert set(mine.dossiers) == {family.sem.dossier}
    assert mine.stands_beside
    assert desk(family, "ann").stands_beside
    assert not desk(family, "ann").dossiers


def test_for_whom_somebody_stands_in_it_is_told_by_name_and_opens_no_more(family: Family) -> None:
    involve(family, "an", Relation.FALLBACK_WORKER)
    mine = desk(family, "an")
    assert mine.stands_in == {family.noor.dossier: "Noor"}
    assert not mine.dossiers
    assert not mine.stands_beside
    involve(family, "lotte", Relation.FALLBACK_WORKER)
    assert desk(family).stands_in == {}, "she works with Noor herself"
    involve(family, "an", Relation.SUPPORTER)
    assert desk(family, "an").stands_in == {}, "at home"


def test_a_closed_place_stands_on_no_desk(family: Family) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=clock.today())
    assert set(desk(family).dossiers) == {family.sem.dossier}


def test_by_a_link_there_is_what_that_link_was_given_for(family: Family) -> None:
    way = Way.objects.create(
        person_id=family.person("lotte"), kind="link", made_at=clock.now(), until_at=clock.now() + DAY
    )
    by_a_link = Actor(ActorKind.LINK, family.person("lotte"), way=way.pk)
    assert not desk_of(by_a_link).dossiers
    Given.objects.create(
        dossier_id=family.sem.dossier, way=way, relation="worker", recorded_by_id=family.person("lotte")
    )
    assert set(desk_of(by_a_link).dossiers) == {family.sem.dossier}


def test_of_some_of_the_children_all_that_the_desk_holds_of_them(family: Family) -> None:
    Restriction.objects.create(
        dossier_id=family.sem.dossier,
        person_id=family.person("tarik"),
        from_on=clock.today() - DAY,
        until_on=clock.today() - DAY,
        recorded_by_id=family.person("lotte"),
        recorded_at=clock.now(),
    )
    involve(family, "lotte", Relation.PARENT, "noor")
    whole = desk(family)
    whole.unheard = {family.sem.dossier: clock.now(), family.noor.dossier: clock.now()}
    whole.stands_in = {uuid7(): "Kind"}
    whole.pointed = whole.untold = frozenset(whole.unheard)
    hers, none = whole.only([family.sem.dossier]), whole.only([])
    for one, key in ((hers, {family.sem.dossier}), (none, set())):
        assert one.dossiers.keys() == one._places.keys() == one.unheard.keys() == one.lapsed == one.due.keys() == key
        assert one.pointed == one.untold == key
        assert (one.me, one.stands_in, one.stands_beside) == (family.person("lotte"), whole.stands_in, True)
    assert hers.reads(Section.CIRCLE) == {family.sem.dossier}
    assert none.reads(Section.CIRCLE) == frozenset()


def test_which_children_the_table_opens_by_position(family: Family, both: set[UUID]) -> None:
    assert desk(family).reads(Section.JOURNAL) == both
    assert desk(family, "bram", Relation.NETWORK_GUIDE).reads(Section.JOURNAL) == frozenset()


# -- what is told of each ---------------------------------------------------------------------------------------------


def said(family: Family, hour: datetime, to: str | None = None, version: int = 1) -> Item:
    return Item.objects.create(
        dossier_id=family.noor.dossier,
        section=Section.SAID.value,
        klass="own_words",
        author_id=family.person("noor"),
        told_to_id=family.person(to) if to else None,
        made_at=hour,
        version=version,
    )


def test_since_when_something_waits_that_nobody_heard(family: Family) -> None:
    Item.objects.filter(section="said").delete()
    now = clock.now()
    assert desk(family).unheard == {}
    said(family, now - 9 * HOUR, version=2)
    said(family, now - 8 * HOUR, "bram")
    mine = said(family, now - 3 * HOUR, "lotte")
    said(family, now - 2 * HOUR)
    said(family, now - HOUR)
    assert desk(family).unheard == {family.noor.dossier: now - 3 * HOUR}
    mine.delete()
    assert desk(family).unheard == {family.noor.dossier: now - 2 * HOUR}
    assert desk(family, "bram", Relation.NETWORK_GUIDE).unheard == {}, "the table opens nothing of it to him"
    everyone = Dossier.objects.all()
    assert unheard_since_before(now - 90 * HOUR / 60, everyone) == 2
    assert unheard_since_before(now, everyone) == 3
    assert unheard_since_before(now, everyone.exclude(pk=family.noor.dossier)) == 0


def test_a_restriction_that_passed_its_day_is_told_and_one_that_holds_or_is_over_is_not(family: Family) -> None:
    facts = {"dossier_id": family.noor.dossier, "person_id": family.person("tarik"), "from_on": clock.today() - 9 * DAY}
    facts |= {"recorded_by_id": family.person("lotte"), "recorded_at": clock.now()}
    assert desk(family).lapsed == frozenset()
    held = Restriction.objects.create(**facts, until_on=clock.today())
    assert desk(family).lapsed == frozenset()
    Restriction.objects.filter(pk=held.pk).update(until_on=clock.today() - DAY)
    assert desk(family).lapsed == {family.noor.dossier}
    Restriction.objects.filter(pk=held.pk).update(over_at=clock.now())
    assert desk(family).lapsed == frozenset()


def test_when_something_is_to_be_looked_at_or_since_the_child_came(family: Family) -> None:
    Item.objects.update(look_on=None)
    Dossier.objects.filter(pk=family.sem.dossier).update(opened_on=clock.today() - 5 * DAY)
    item = Item.objects.filter(dossier=family.noor.dossier).first()
    assert item
    Item.objects.filter(pk=item.pk).update(section="parents", look_on=clock.today() + DAY)
    due = desk(family).due
    assert due[family.noor.dossier] == {
        Section.PARENTS: clock.today() + DAY,
        Section.MOMENTS: Dossier.objects.get(pk=family.noor.dossier).opened_on,
    }
    assert due[family.sem.dossier] == {Section.MOMENTS: clock.today() - 5 * DAY}


def test_what_a_child_does_not_know_and_whom_it_pointed_out_stand_with_its_worker(family: Family) -> None:
    """Of that child alone; who guides the network of both confirms nobody (R13, R15)."""
    SamePerson.objects.update(confirmed_at=clock.now())
    item = Item.objects.filter(dossier=family.noor.dossier)[:1].get()
    facts = {"section": "rights", "klass": "confidence"}
    Item.objects.filter(pk=item.pk).update(**facts, look_on=clock.today() + DAY)
    assert (desk(family).untold, desk(family).pointed) == (frozenset(), frozenset())
    Item.objects.filter(pk=item.pk).update(look_on=clock.today())
    SamePerson.objects.create(item_id=family.member("papa"), person_id=family.person("tarik"))
    assert desk(family).untold == desk(family).pointed == {family.noor.dossier}
    assert desk(family, "bram", Relation.NETWORK_GUIDE).pointed == frozenset()


# -- rows -------------------------------------------------------------------------------------------------------------


def test_rows_of_each_child_are_weighed_once_for_each_section(family: Family, both: set[UUID]) -> None:
    mine = desk(family)
    rows = mine.within(Member.objects.all())
    assert {row.item.dossier_id for row in rows} == both
    with CaptureQueriesContext(connection) as asked:
        assert mine.within(Member.objects.all()).query.askers is rows.query.askers
        assert {row.item.dossier_id for row in mine.within(Placement.objects.all())} == both
    assert len(asked) == 1
    assert {row.item.section for row in mine.within(Passage.objects.all())} == {"journal"}


def test_of_a_child_that_is_closed_to_this_person_nothing_stands_among_the_rows(family: Family) -> None:
    """The standings differ, so each is asked by itself."""
    at_home = Passage.objects.filter(item__topic="home", item__dossier=family.noor.dossier)
    assert desk(family).within(at_home).exists()
    SamePerson.objects.create(
        item_id=family.member("lotte_member"), person_id=family.person("lotte"), confirmed_at=clock.now()
    )
    Say.objects.create(
        dossier_id=family.noor.dossier,
        topic="home",
        towards_id=family.member("lotte_member"),
        answer="no",
        expressed="said",
        recorded_by_id=family.person("lotte"),
        from_on=clock.today(),
    )
    mine = desk(family)
    assert len(mine._alike()) == 2
    assert not mine.within(at_home).exists()


def test_of_a_child_of_whom_nothing_can_pass_nothing_is_asked(family: Family) -> None:
    """Contact with Lotte is restricted for Noor, and not for Sem (R28)."""
    Restriction.objects.create(
        dossier_id=family.noor.dossier,
        person_id=family.person("lotte"),
        from_on=clock.today(),
        recorded_by_id=family.person("bram"),
        recorded_at=clock.now(),
    )
    rows = desk(family).within(Placement.objects.all())
    assert {row.item.dossier_id for row in rows} == {family.sem.dossier}
    assert [asker.dossiers for asker in rows.query.askers] == [[family.sem.dossier]]


def test_what_is_about_oneself_in_a_closed_class_stands_on_no_desk(family: Family) -> None:
    """Lotte stands in the circle of Noor: what was told about her as a third person, she does not read (R19)."""
    about = Item.objects.filter(dossier=family.noor.dossier, section="journal", klass="third_party")
    before = {row.pk for row in desk(family).within(Passage.objects.filter(item__in=about))}
    assert before
    SamePerson.objects.create(
        item_id=family.member("lotte_member"), person_id=family.person("lotte"), confirmed_at=clock.now()
    )
    about.update(about=family.member("lotte_member"))
    assert not desk(family).within(Passage.objects.filter(item__in=about))


def test_what_is_about_oneself_is_not_told_by_an_emergency_either(family: Family) -> None:
    """Bram guides the network of both; only for Noor something was told to him in an emergency (R8, R19)."""
    involve(family, "bram", Relation.NETWORK_GUIDE, "sem")
    told = Item.objects.get(dossier=family.noor.dossier, section="journal", klass="third_party")
    Item.objects.filter(pk=told.pk).update(klass="concern")  # never about oneself either, and an emergency opens it
    Disclosure.objects.create(
        dossier_id=family.noor.dossier,
        item=told,
        to_id=family.person("bram"),
        by_id=family.person("lotte"),
        at=clock.now(),
        motive="Nu",
        child_told=False,
        parents_told=False,
    )
    rows = Passage.objects.filter(pk=told.pk)
    assert desk(family, "bram", Relation.NETWORK_GUIDE).within(rows).exists()
    SamePerson.objects.create(
        item_id=family.member("lotte_member"), person_id=family.person("bram"), confirmed_at=clock.now()
    )
    Item.objects.filter(pk=told.pk).update(about=family.member("lotte_member"))
    assert not desk(family, "bram", Relation.NETWORK_GUIDE).within(rows).exists()


def test_who_one_is_in_the_circle_is_asked_where_it_matters(family: Family) -> None:
    mine = desk(family)
    for section in (Section.CIRCLE, Section.JOURNAL, Section.SAID, Section.MOMENTS):
        with CaptureQueriesContext(connection) as asked:
            mine._seen(section)
        assert len(asked) == asks_who_i_am(Relation.WORKER, section), section
    assert not asks_who_i_am(Relation.WORKER, Section.SAID)


def test_under_the_agogic_exception_nothing_stands_on_a_list(family: Family) -> None:
    assert Item.objects.filter(section="apart").exists()
    Item.objects.filter(pk__in=[row.pk for row in desk(family).within(Passage.objects.all())][:1]).update(
        section="apart", klass="agogic"
    )
    mine = desk(family)
    mine_apart, askers = mine._seen(Section.APART)
    assert askers == ()
    assert not Passage.objects.all().opened(mine_apart).exists()
