"""What the rows around a child add up to, towards one person and towards everyone (R7, R8, R28)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from kring.access import asked
from kring.access.beside import Beside
from kring.access.door import Door, come_to
from kring.access.models import CapacityFound, Disclosure, Given, Item, Restriction, SamePerson, Say
from kring.access.parts import HasPart
from kring.access.preview import Both, along, careful
from kring.access.readers import others
from kring.access.same import STRANGER, Mine
from kring.access.sieve import Answers
from kring.access.standing import anew_since, held_back, held_by
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Case, Relation, Section, Topic, Verb
from kring.people.actors import Actor, ActorKind
from kring.people.models import Way
from tests.family import Family

DAY = timedelta(days=1)
CIRCLE = frozenset({Topic.CIRCLE})


def says(family: Family, towards: str, answer: str = "yes", topic: str = "circle", child: str = "noor") -> None:
    Say.objects.create(
        dossier_id=family.seeded.dossiers[child],
        topic=topic,
        towards_id=family.member(towards),
        answer=answer,
        expressed="said",
        recorded_by_id=family.person("lotte"),
        from_on=clock.today(),
    )


def urgent(family: Family, to: str) -> UUID:
    item = Item.objects.filter(dossier=family.noor.dossier, section="journal").first()
    assert item
    Disclosure.objects.create(
        dossier_id=family.noor.dossier,
        item=item,
        to_id=family.person(to),
        by_id=family.person("lotte"),
        at=clock.now(),
        motive="Nu",
        child_told=False,
        parents_told=False,
    )
    return item.pk


def is_member(family: Family, who: str, member: str = "lotte_member") -> None:
    SamePerson.objects.create(item_id=family.member(member), person_id=family.person(who), confirmed_at=clock.now())


# -- answers ----------------------------------------------------------------------------------------------------------


def test_answers_are_of_this_child_towards_this_person(family: Family) -> None:
    says(family, "wilma")
    says(family, "karim", "no")
    item = urgent(family, "wilma")
    noor, sem, on = family.noor.dossier, family.sem.dossier, clock.today()
    wilma, karim = family.person("wilma"), family.person("karim")
    assert asked.answers_for(noor, wilma, on=on) == Answers(yes_topics=CIRCLE, disclosed=frozenset({item}))
    assert asked.answers_for(noor, karim, on=on) == Answers(no_topics=frozenset({"circle"}))
    assert asked.answers_for(sem, wilma, on=on) == asked.answers_for(noor, uuid7(), on=on) == Answers()
    assert asked.answers_over(wilma, on=on) == {noor: asked.answers_for(noor, wilma, on=on)}
    everyone = asked.answers_to_all(noor, on=on)
    assert everyone == {who: asked.answers_for(noor, who, on=on) for who in (wilma, karim)}
    assert asked.answers_to_all(sem, on=on) == {}
    her = frozenset({family.member("wilma")})
    assert asked.members_of(noor, wilma) == Mine(her, her)
    SamePerson.objects.filter(item__in=her).update(confirmed_at=None)
    assert asked.members_of(noor, wilma) == Mine(her)
    assert asked.members_of(sem, wilma) == STRANGER


def test_what_was_told_in_an_emergency_to_who_left_since_is_told_no_more(family: Family) -> None:
    """Of a place that was over before, nothing ends; nor by a last day that is still to come (R28)."""
    item, today, wilma = urgent(family, "wilma"), clock.today(), family.person("wilma")
    place = Involvement.objects.filter(dossier=family.noor.dossier, person=wilma)
    place.update(from_on=today - 9 * DAY)
    Disclosure.objects.update(at=clock.now() - 3 * DAY)
    for facts, holds in (
        ({}, True),
        ({"ended_at": clock.now() - 4 * DAY}, True),
        ({"ended_at": clock.now() - DAY}, False),
        ({"until_on": today - 5 * DAY}, True),
        ({"until_on": today - DAY}, False),
        ({"until_on": today}, True),
    ):
        place.update(**{"ended_at": None, "until_on": None, **facts})
        told = asked.answers_for(family.noor.dossier, wilma, on=today).disclosed
        assert told == ({item} if holds else set()), facts


def test_to_an_unsure_child_what_is_closed_to_who_makes_cards_is_closed(family: Family) -> None:
    """Lotte makes cards, and Karim does not (R8)."""
    is_member(family, "lotte")
    says(family, "lotte_member", "no", "home")
    says(family, "karim", "no", "school")
    on, noor = clock.today(), family.noor.dossier
    sure = family.actor("noor")
    assert asked.answers_to(sure, noor, on=on) == Answers()
    closed = asked.answers_to(replace(sure, is_unsure=True), noor, on=on)
    assert closed == Answers(no_topics=frozenset({"home"}))
    assert asked.answers_to(replace(sure, is_unsure=True, is_small=True), noor, on=on) == Answers()
    assert asked.answers_to(replace(sure, is_small=True), noor, on=on) == Answers()


# -- positions --------------------------------------------------------------------------------------------------------


def held(family: Family, who: str, way: UUID | None = None) -> list[Involvement]:
    here = Beside.objects.filter(person=family.person(who)).values_list("pk", flat=True).first()
    return held_by(Actor(ActorKind.SESSION, family.person(who), way=way, viewing=here), family.noor.dossier)


def test_what_counts_of_a_position_comes_with_it(family: Family) -> None:
    facts: dict[str, Any] = {"dossier_id": family.noor.dossier}
    lotte, now = family.person("lotte"), clock.now()
    (plain,) = held(family, "wilma")
    assert (plain.capable, plain.restricted, plain.beside, plain.in_safety) == (None, False, None, False)  # type: ignore[attr-defined]
    for capable, day in ((True, 3), (False, 1), (True, 2)):
        CapacityFound.objects.create(
            **facts,
            right="file",
            capable=capable,
            motive="Zo",
            found_on=clock.today() - day * DAY,
            found_by_id=lotte,
        )
    Restriction.objects.create(
        **facts,
        member_id=family.member("wilma"),
        from_on=clock.today(),
        recorded_by_id=lotte,
        recorded_at=now,
    )
    Restriction.objects.create(
        **facts,
        person_id=family.person("ann"),
        from_on=clock.today(),
        recorded_by_id=lotte,
        recorded_at=now,
    )
    beside = Beside.objects.create(
        **facts,
        person_id=family.person("wilma"),
        worker_id=lotte,
        asked_at=now,
        from_at=now - DAY,
        until_at=now + DAY,
    )
    HasPart.objects.create(
        **facts,
        member_id=family.member("wilma"),
        part="safety",
        said_by="child",
        recorded_by_id=lotte,
        from_on=clock.today(),
    )
    (wilma,), (ann,), (karim,) = (held(family, who) for who in ("wilma", "ann", "karim"))
    assert (wilma.capable, wilma.found_on) == (False, clock.today() - DAY)  # type: ignore[attr-defined]
    assert (wilma.restricted, wilma.beside, wilma.in_safety) == (True, beside.pk, True)  # type: ignore[attr-defined]
    assert (ann.restricted, ann.beside, ann.in_safety) == (True, None, False)  # type: ignore[attr-defined]
    assert (karim.restricted, karim.beside, karim.in_safety) == (False, None, False)  # type: ignore[attr-defined]
    door = come_to(family.actor("wilma"), family.noor.dossier)
    assert door.standing.restricted
    assert Case.SAFETY_PART in door.standing.cases


def test_by_a_link_only_what_it_was_given_for_is_held(family: Family) -> None:
    way = Way.objects.create(
        person_id=family.person("wilma"), kind="link", made_at=clock.now(), until_at=clock.now() + DAY
    )
    assert [one.relation for one in held(family, "wilma")] == ["jim"]
    assert held(family, "wilma", way.pk) == []
    Given.objects.create(dossier_id=family.noor.dossier, way=way, relation="jim", recorded_by_id=family.person("lotte"))
    assert [one.relation for one in held(family, "wilma", way.pk)] == ["jim"]


def test_when_a_place_was_over_and_as_what_somebody_comes_in_before_the_child_knows_it(family: Family) -> None:
    noor, wilma = family.noor.dossier, family.member("wilma")
    assert anew_since(noor, wilma) is None
    assert held_back(noor, wilma) is None
    place = Involvement.objects.filter(dossier=noor, person=family.person("wilma"))
    place.update(relation="supporter", told_as="jim")
    assert held_back(noor, wilma) is Relation.SUPPORTER
    assert held_back(noor, family.member("karim")) is None
    place.update(ended_at=clock.now())
    assert anew_since(noor, wilma) == place.get().ended_at
    assert held_back(noor, wilma) is None
    assert anew_since(noor, family.member("karim")) is None


# -- looking along ----------------------------------------------------------------------------------------------------


def along_with(family: Family, who: str) -> Door:
    noor = family.door("noor")
    return along(noor, next(one for one in others(noor) if one.person == family.person(who)))


def test_looking_along_shows_what_both_may_see_and_as_who_one_looks(family: Family) -> None:
    says(family, "karim")
    door = along_with(family, "karim")
    assert (door.me, door.relation) == (family.person("karim"), Relation.SUPPORTER)
    assert door.actor.person == family.person("noor")
    assert door._mine == Mine(*[frozenset({family.member("karim")})] * 2)
    circle = door.sieve(Section.CIRCLE)
    assert isinstance(circle, Both)
    assert circle.mine_too.relation is Relation.CHILD
    both = set(Item.objects.filter(circle.rows_for(item="")).values_list("pk", flat=True))
    alone = [
        set(Item.objects.filter(one.rows_for(item="")).values_list("pk", flat=True))
        for one in (come_to(family.actor("karim"), family.noor.dossier).sieve(Section.CIRCLE), circle.mine_too)
    ]
    assert both == alone[0] & alone[1]
    assert both
    assert alone[0] != alone[1]
    assert not Item.objects.filter(circle.rows_for(Verb.CHANGE, item="")).exists()


def test_with_pictures_what_is_closed_to_who_knows_them_is_closed_when_looking_along(family: Family) -> None:
    is_member(family, "lotte")
    says(family, "lotte_member", "no", "home")
    noor = family.door("noor")
    assert careful(noor) is noor
    noor.sieve(Section.CIRCLE)
    noor.actor = replace(noor.actor, is_small=True)
    small = careful(noor)
    assert small.answers == Answers(no_topics=frozenset({"home"}))
    assert small._sieves == {}
    assert Dossier.objects.filter(pk=small.dossier.pk).exists()
