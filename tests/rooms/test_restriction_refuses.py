"""What a restriction of contact ends, and when nobody prolongs or lifts it, asked of the act and of no page (R28)."""

from datetime import timedelta
from typing import Any

import pytest

from kring.access.acts import protecting
from kring.access.acts.protecting import Toward
from kring.access.door import Door
from kring.access.models import Disclosure, Given, Restriction, Say
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.ways import WayKind
from kring.people.models import Way
from tests.family import Family
from tests.links import share
from tests.rooms.pointing import surely
from tests.rooms.test_telling import something


def door_of(family: Family, who: str) -> Door:
    return family.door(who, Section.SAID if who in {"ann", "wilma"} else Section.CIRCLE)


def restrict(family: Family, *whom: Toward) -> list[Restriction]:
    return protecting.restrict(family.door("lotte"), [*whom], from_on=clock.today(), until_on=None, once=None)


def way_of(family: Family, who: str, member: str | None, *, child: str = "noor") -> Way:
    """A link in the hand of somebody, given for this one of the circle."""
    now = {"made_at": clock.now(), "until_at": clock.now() + timedelta(days=30)}
    way: Way = Way.objects.create(person_id=family.person(who), kind=WayKind.LINK.value, **now)
    facts = {"item_id": family.member(member) if member else None, "relation": Relation.SUPPORTER.value}
    Given.objects.create(
        dossier_id=family.seeded.dossiers[child], way=way, recorded_by_id=family.person("lotte"), **facts
    )
    return way


def works(*ways: Way) -> list[bool]:
    for one in ways:
        one.refresh_from_db()
    return [one.ended_at is None for one in ways]


def told(family: Family, to: str) -> Disclosure:
    facts: dict[str, Any] = {"dossier_id": family.noor.dossier, "item": something(family).item, "at": clock.now()}
    facts |= {"to_id": family.person(to), "by_id": family.person("lotte"), "motive": "Nu", "child_told": True}
    row: Disclosure = Disclosure.objects.create(**facts, parents_told=True, until_on=clock.today() + timedelta(days=2))
    return row


@pytest.mark.parametrize("by", ["member", "person", "the same"])
def test_what_somebody_came_in_with_for_this_child_is_over_and_no_more_than_that(family: Family, by: str) -> None:
    if by == "the same":
        surely(family, "rita", "papa")
    whom = {"member": Toward(member=family.member("rita")), "person": Toward(person=family.person("rita"))}
    ended = way_of(family, "rita", "rita" if by == "member" else None)
    others = [way_of(family, "karim", "karim"), way_of(family, "ann", None), way_of(family, "rita", None, child="sem")]
    (row,) = restrict(family, whom.get(by, Toward(member=family.member("papa"))))
    assert works(ended, *others) == [False, True, True, True]
    assert Entry.objects.filter(event=Event.RESTRICTION_RECORDED.value).latest("seq").subject == row.pk


def test_of_two_in_one_act_both_lose_what_they_came_in_with_and_the_first_stands_in_the_log(family: Family) -> None:
    ways = way_of(family, "rita", "rita"), way_of(family, "tarik", None), way_of(family, "karim", "karim")
    notes = [told(family, who) for who in ("tarik", "karim")]
    rows = restrict(family, Toward(member=family.member("rita")), Toward(person=family.person("tarik")))
    assert works(*ways) == [False, False, True]
    assert [Disclosure.objects.get(pk=one.pk).ended_at is None for one in notes] == [False, True]
    assert Entry.objects.filter(event=Event.RESTRICTION_RECORDED.value).latest("seq").subject == rows[0].pk
    assert [(one.member_id, one.person_id) for one in rows] == [
        (family.member("rita"), None),
        (None, family.person("tarik")),
    ]


def test_contact_is_restricted_with_nobody_who_works_here_nor_with_the_child_itself(family: Family) -> None:
    for who in ("noor", "lotte", "mo", "an"):
        with pytest.raises(NotAllowedError):
            restrict(family, Toward(person=family.person("tarik")), Toward(person=family.person(who)))
    assert not Restriction.objects.exists()
    assert len(restrict(family, Toward(person=family.person("tarik")))) == 1


@pytest.mark.parametrize("by", ["noor", "ann", "wilma", "bram", "lotte"])
def test_nobody_but_who_works_with_the_child_prolongs_or_lifts(family: Family, by: str) -> None:
    (row,) = restrict(family, Toward(member=family.member("karim")))
    later = clock.today() + timedelta(days=20)
    door = door_of(family, by)
    if by == "lotte":
        protecting.prolong(door, row, later, once=None)
        assert Restriction.objects.get(pk=row.pk).until_on == later
        protecting.lift(door, row, once=None)
        kept = Restriction.objects.get(pk=row.pk)
        assert (kept.over_at is not None, kept.over_by_id) == (True, family.person("lotte"))
        return
    for act in (lambda: protecting.prolong(door, row, later, once=None), lambda: protecting.lift(door, row, once=None)):
        with pytest.raises(NotAllowedError):
            act()
    kept = Restriction.objects.get(pk=row.pk)
    assert (kept.until_on, kept.over_at) == (None, None)


@pytest.mark.parametrize("why", ["over", "of another child"])
def test_what_is_over_or_of_another_child_is_not_prolonged_and_not_lifted(family: Family, why: str) -> None:
    (row,) = restrict(family, Toward(member=family.member("karim")))
    if why == "over":
        protecting.lift(family.door("lotte"), row, once=None)
    door = family.door("lotte", child="sem" if why == "of another child" else "noor")
    with pytest.raises(NotAllowedError):
        protecting.prolong(door, row, clock.today(), once=None)
    with pytest.raises(NotAllowedError):
        protecting.lift(door, row, once=None)
    assert family.log(Event.RESTRICTION_LIFTED) == (why == "over")
    assert family.log(Event.RESTRICTION_PROLONGED) == 0


@pytest.mark.parametrize("by", ["member", "person"])
def test_when_it_is_over_a_yes_of_before_waits_and_what_was_told_is_over_of_this_one_alone(
    family: Family, by: str
) -> None:
    surely(family, "karim", "karim")
    for who in ("karim", "els"):
        share(family, who)
    whom = Toward(member=family.member("karim")) if by == "member" else Toward(person=family.person("karim"))
    (row,) = restrict(family, whom)
    notes = [told(family, who) for who in ("karim", "tarik")]  # as if it was told meanwhile
    protecting.lift(family.door("lotte"), row, once=uuid7())
    waits = dict(Say.objects.values_list("towards", "waits"))
    assert waits == {family.member("karim"): True, family.member("els"): False}
    assert [Disclosure.objects.get(pk=one.pk).ended_at is None for one in notes] == [False, True]


@pytest.mark.parametrize(
    ("whom", "closed"),
    [
        ({"member": "papa"}, {"papa"}),
        ({"member": "mama"}, {"mama", "els"}),
        ({"person": "ann"}, {"mama", "els"}),
        ({"person": "rita"}, set[str]()),
    ],
)
def test_of_some_of_the_circle_with_whom_contact_is_restricted_under_whatever_name(
    family: Family, whom: dict[str, str], closed: set[str]
) -> None:
    """Ann is mama and, pointed out twice, Els too: a restriction with either is one with her (R28)."""
    surely(family, "ann", "mama")
    surely(family, "ann", "els")
    asked = {family.member(one): one for one in ("papa", "mama", "els", "karim")}

    def among(*members: str) -> set[str]:
        keys = [key for key, name in asked.items() if name in members]
        return {asked[one] for one in protecting.restricted_among(family.door("lotte"), keys)}

    assert among(*asked.values()) == set()
    one = {"member": family.member} if "member" in whom else {"person": family.person}
    (row,) = restrict(family, Toward(**{kind: find(whom[kind]) for kind, find in one.items()}))
    assert among(*asked.values()) == closed
    assert among("els", "karim") == closed & {"els"}
    Restriction.objects.filter(pk=row.pk).update(dossier=family.sem.dossier)
    assert among(*asked.values()) == set(), "with another child it is no restriction here"
    Restriction.objects.filter(pk=row.pk).update(dossier=family.noor.dossier)
    protecting.lift(family.door("lotte"), row, once=None)
    assert among(*asked.values()) == set()
