"""The small rows around a door: what somebody is there for, was, and was said to be; which way in opens what (R9)."""

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from kring.access import entrance, links, over, reported
from kring.access.beside import Beside
from kring.access.door import come_to
from kring.access.items import is_on_this_side
from kring.access.models import Disclosure, Given, Item, Over, Reported, Restriction, Say
from kring.access.parts import HasPart
from kring.access.there_for import parts_of
from kring.access.weighed import to_weigh
from kring.circle.models import Placement
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.people.models import Person, Way
from tests.family import Family
from tests.links import actor, give

DAY = timedelta(days=1)


@pytest.mark.parametrize("model", [*apps.get_app_config("access").get_models()], ids=lambda model: model.__name__)
def test_each_row_has_a_name_for_who_reads_a_fault(model: type[models.Model]) -> None:
    assert isinstance(str(model()), str)


# -- what somebody was and is there for -------------------------------------------------------------------------------


def test_what_somebody_is_no_more_is_told_of_the_members_that_were_asked(family: Family) -> None:
    wilma, karim = family.member("wilma"), family.member("karim")
    for member, meaning in ((wilma, "jim"), (karim, "supporter")):
        Over.objects.create(dossier_id=family.noor.dossier, member_id=member, meaning=meaning)
    assert over.over_for(family.noor.dossier, [wilma]) == {(wilma, "jim")}
    assert over.over_for(family.sem.dossier, [wilma]) == set()
    assert over.over_for(family.noor.dossier, []) == set()


def is_there_for(family: Family, member: str, part: str, **facts: Any) -> None:
    HasPart.objects.create(
        dossier_id=family.noor.dossier,
        member_id=family.member(member),
        part=part,
        said_by="child",
        recorded_by_id=family.person("lotte"),
        from_on=clock.today(),
        **facts,
    )


def test_what_somebody_is_there_for_in_one_order_and_in_safety_for_who_may_read_of_that(family: Family) -> None:
    for part in ("safety", "parent", "child"):
        is_there_for(family, "wilma", part)
    is_there_for(family, "karim", "parent", until_on=clock.today())
    for who, parts in (("lotte", ["child", "parent", "safety"]), ("rita", ["child", "parent"])):
        door = come_to(family.actor(who), family.noor.dossier)
        assert [one.part for one in parts_of(door, family.member("wilma"))] == parts
        assert parts_of(door, family.member("karim")) == []
    assert list(HasPart.objects.in_safety().values_list("member", flat=True)) == [family.member("wilma")]


def hears(family: Family, member: str, days_ago: int) -> Reported:
    return Reported.objects.create(
        item_id=family.member(member),
        step="ended",
        said_on=clock.today(),
        written_by_id=family.person("lotte"),
        written_at=clock.now() - days_ago * DAY,
        comes_in_as="supporter",
    )


def test_what_was_written_as_the_word_of_somebody_waits_until_that_one_says_it(family: Family) -> None:
    first, second = hears(family, "wilma", 9), hears(family, "karim", 2)
    both = [second.pk, first.pk]
    assert reported.of(both) == first
    assert reported.of([second.pk]) == second
    assert reported.of([]) is None
    assert reported.unsaid(family.noor.dossier) == set(both)
    assert reported.unsaid(family.sem.dossier) == set()
    everyone = Dossier.objects.all()
    assert reported.unsaid_since_before(clock.now() - 5 * DAY, everyone) == 1
    assert reported.unsaid_since_before(clock.now(), everyone) == 2
    assert reported.unsaid_since_before(clock.now(), everyone.filter(pk=family.sem.dossier)) == 0


def test_the_law_weighs_what_this_visitor_may_not_read_and_of_this_child_alone(family: Family) -> None:
    door = come_to(family.actor("wilma"), family.noor.dossier)
    rows = to_weigh(door, Placement.objects.all())
    assert {row.item.dossier_id for row in rows} == {family.noor.dossier}
    assert not door.within(Placement.objects.all())


def test_where_an_item_stands_is_known_for_the_log_of_refusals(family: Family) -> None:
    item = Item.objects.filter(dossier=family.noor.dossier, section="journal").first()
    assert item
    assert entrance._section_of(family.noor.dossier, item.pk) is Section.JOURNAL
    for dossier, key in ((family.sem.dossier, item.pk), (family.noor.dossier, uuid7()), (family.noor.dossier, None)):
        assert entrance._section_of(dossier, key) is Section.CIRCLE


def test_something_stands_on_the_side_of_a_visitor_or_on_none(family: Family) -> None:
    ann, tarik, lotte = (come_to(family.actor(who), family.noor.dossier) for who in ("ann", "tarik", "lotte"))
    mama, rita = family.member("mama"), family.member("rita")
    assert [is_on_this_side(door, mama) for door in (ann, tarik, lotte)] == [True, False, False]
    assert [is_on_this_side(door, rita) for door in (ann, tarik)] == [True, True]
    assert not is_on_this_side(ann, uuid7())


# -- what holds, and how long -----------------------------------------------------------------------------------------


def test_a_restriction_and_a_viewing_hold_as_long_as_they_hold(family: Family) -> None:
    facts = {"dossier_id": family.noor.dossier, "person_id": family.person("ann")}
    lotte = family.person("lotte")
    held = Restriction.objects.create(**facts, from_on=clock.today(), recorded_by_id=lotte, recorded_at=clock.now())
    assert list(Restriction.objects.in_force()) == [held]
    Restriction.objects.update(over_at=clock.now())
    assert not Restriction.objects.in_force().exists()
    now = clock.now()
    beside = Beside.objects.create(**facts, worker_id=lotte, asked_at=now, from_at=now, until_at=now + DAY)
    assert list(Beside.objects.open(now)) == [beside]
    assert not Beside.objects.open(now + DAY).exists()


def test_what_has_a_last_day_is_past_after_it() -> None:
    for until, past in ((clock.today() - DAY, True), (clock.today(), False), (None, False)):
        assert Disclosure(until_on=until).is_past is past


def say(family: Family, answer: str, **facts: Any) -> bool:
    """Whether an answer of today is in force."""
    told = {"topic": "circle", "expressed": "said", "recorded_by_id": family.person("lotte")}
    told |= {"dossier_id": family.noor.dossier, "towards_id": family.member("wilma"), "from_on": clock.today()}
    row = Say.objects.create(answer=answer, **told | facts)
    return Say.objects.in_force(clock.today()).filter(pk=row.pk).exists()


def test_a_no_holds_whatever_the_clock_says_and_a_yes_in_its_days(family: Family) -> None:
    tomorrow, yesterday = clock.today() + DAY, clock.today() - DAY
    item = Item.objects.filter(dossier=family.noor.dossier).first()
    assert item
    assert say(family, "no", from_on=tomorrow)
    assert not say(family, "no", withdrawn_at=clock.now())
    assert say(family, "yes")
    assert say(family, "yes", until_on=clock.today())
    assert not say(family, "yes", until_on=yesterday, from_on=yesterday)
    assert not say(family, "yes", from_on=tomorrow)
    assert not say(family, "yes", waits=True)
    assert say(family, "yes", topic="", item=item, of_version=item.version)
    assert not say(family, "yes", topic="", item=item, of_version=item.version + 1)


# -- links ------------------------------------------------------------------------------------------------------------


def test_a_link_opens_what_it_was_given_for_as_long_as_it_holds(family: Family) -> None:
    handed = give(family)
    wilma = actor(handed)
    held = Involvement.objects.current(clock.today()).filter(person=wilma.person)
    assert set(links.narrowed(wilma.way, held)) == {row for row in held if row.dossier_id == family.noor.dossier}
    assert set(links.narrowed(None, held)) == set(held)
    assert not links.narrowed(uuid7(), held).exists()
    assert [row.pk for row in links.opened_by(wilma)] == [handed.given]
    Given.objects.filter(pk=handed.given).update(relation="supporter")
    assert links.opened_by(wilma) == []
    Given.objects.filter(pk=handed.given).update(relation="jim")
    one = Way.objects.filter(pk=wilma.way)
    one.update(until_at=clock.now())
    assert links.opened_by(wilma) == []
    one.update(ended_for="used")
    assert [row.pk for row in links.opened_by(wilma)] == [handed.given], "used, and now a device of its own"
    one.update(until_at=clock.now() + DAY, ended_at=clock.now(), ended_for="withdrawn")
    assert links.opened_by(wilma) == []


def by_pictures(family: Family, child: str, figure: str) -> Way:
    dossier = family.seeded.dossiers[child]
    new = Way.objects.create(
        person_id=family.person(child),
        kind="pictures",
        figure=figure,
        made_at=clock.now(),
        until_at=clock.now() + DAY,
    )
    Given.objects.create(dossier_id=dossier, way=new, relation="child", recorded_by_id=family.person("lotte"))
    return new


def test_under_a_figure_stand_the_children_of_that_house(family: Family) -> None:
    sem = by_pictures(family, "sem", "fox")
    house = Dossier.objects.values_list("team__organisation", flat=True).get(pk=family.sem.dossier)
    assert links.under_figure(house, "fox") == [sem]
    assert links.under_figure(house, "owl") == links.under_figure(uuid7(), "fox") == []


def test_the_birthday_of_who_comes_in_as_far_as_it_is_known(family: Family) -> None:
    born = Dossier.objects.get(pk=family.sem.dossier).born_on
    sem = by_pictures(family, "sem", "fox")
    assert links.birthday_behind(sem) == born
    nobody = Way.objects.create(person_id=sem.person_id, kind="card", made_at=clock.now(), until_at=clock.now())
    assert links.birthday_behind(nobody) == ""
    birthday = links.birthday_of(family.person("sem"))
    assert birthday
    assert birthday.isoformat() == born
    Dossier.objects.filter(pk=family.sem.dossier).update(born_on="")
    assert links.birthday_of(family.person("sem")) is None
    assert links.birthday_of(Person.objects.create(call_name="Iemand").pk) is None
