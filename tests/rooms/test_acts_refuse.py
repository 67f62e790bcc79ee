"""What acts of an emergency and of a restriction refuse by themselves, where no page would send it too (R8, R28)."""

from datetime import timedelta
from typing import Any

import pytest

from kring.access.acts import pointing, protecting, telling
from kring.access.acts.protecting import Toward
from kring.access.door import Door
from kring.access.models import Disclosure, Given, Item, Restriction, Say
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.circle.models import Member
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section
from kring.law.ways import WayKind
from kring.people.models import Way
from tests.family import Family
from tests.links import share
from tests.rooms.pointing import surely
from tests.rooms.test_telling import about_mama, something


def emergency(family: Family, item: Item, to: str, **more: Any) -> telling.Emergency:
    facts: dict[str, Any] = {"motive": "Nu", "child_told": False, "parents_told": False, "why_not": "Geen tijd"}
    return telling.Emergency(item=item.pk, to=family.person(to), **facts | more)


def door_of(family: Family, who: str) -> Door:
    """A door that opens for this one: of whom the circle is closed, where it says something."""
    return family.door(who, Section.SAID if who in {"ann", "wilma"} else Section.CIRCLE)


def tell(family: Family, to: str, *, by: str = "lotte", **more: Any) -> Disclosure:
    row = something(family)
    return telling.disclose(family.door(by), emergency(family, row.item, to, **more), once=uuid7())


@pytest.mark.parametrize(("told", "code"), [(True, "child-told"), (False, "not-told")])
def test_the_log_says_whether_the_child_knew(family: Family, told: bool, code: str) -> None:
    row = tell(family, "karim", child_told=told)
    assert (row.to_id, row.child_told) == (family.person("karim"), told)
    assert Entry.objects.filter(event=Event.ITEM_DISCLOSED.value).latest("seq").codes == [code]


def test_whom_the_page_does_not_offer_is_told_nothing_by_the_act_either(family: Family) -> None:
    for nobody in ("an", "noor", "bram", "nadia"):
        with pytest.raises(NotAllowedError):
            tell(family, nobody)
    assert not Disclosure.objects.exists()
    assert tell(family, "karim").pk


def test_who_passes_nothing_on_is_offered_nobody(family: Family) -> None:
    item = something(family).item
    item.author_id = family.person("rita")  # of who wrote it, nobody asks whether it should be told
    assert telling.to_whom(family.door("lotte"), item)
    assert telling.to_whom(family.door("noor"), item) == telling.to_whom(family.door("bram"), item) == []


def offered(family: Family, item: Item, by: str = "lotte") -> set[str]:
    """To whom of these somebody may tell it in an emergency."""
    there = {one.person for one in telling.to_whom(door_of(family, by), item)}
    return {who for who in ("lotte", "karim", "rita", "wilma", "tarik") if family.person(who) in there}


def test_who_stands_beside_the_child_tells_it_to_who_works_with_it_and_to_nobody_else(family: Family) -> None:
    """R20: of who else is there it knows nothing."""
    item = something(family).item
    item.author_id = family.person("noor")
    Involvement.objects.filter(person=family.person("wilma")).update(relation=Relation.JIM.value)
    assert {"karim", "rita"} <= offered(family, item)
    assert offered(family, item, "wilma") == {"lotte"}


def test_it_is_told_to_nobody_who_wrote_it_nor_with_whom_contact_is_restricted_nor_by_who_does_not_read_it(
    family: Family,
) -> None:
    item = something(family).item
    assert {"karim", "rita"} <= offered(family, item)
    item.author_id = family.person("rita")
    protecting.restrict(
        family.door("lotte"), [Toward(person=family.person("karim"))], from_on=clock.today(), until_on=None, once=None
    )
    assert not {"karim", "rita"} & offered(family, item)
    Item.objects.filter(pk=item.pk).update(held_close=True, author=family.person("noor"))
    with pytest.raises(NotAllowedError):
        telling.disclose(family.door("lotte"), emergency(family, item, "rita"), once=uuid7())
    Item.objects.filter(pk=item.pk).update(held_close=False)
    assert telling.disclose(family.door("lotte"), emergency(family, item, "rita"), once=uuid7()).pk


def test_what_is_kept_apart_is_passed_on_by_nobody_whatever_its_class(family: Family) -> None:
    item = something(family).item
    item.section = "apart"
    assert not telling.may_tell(family.door("lotte"), item)


def test_an_emergency_is_ended_by_who_told_it_or_who_works_with_the_child_and_with_a_motive(family: Family) -> None:
    row = tell(family, "karim")
    Involvement.objects.filter(person=family.person("wilma")).update(relation=Relation.JIM.value)
    for who in ("wilma", "noor", "bram"):
        assert not telling.may_end(door_of(family, who), row), who
        with pytest.raises(NotAllowedError):
            telling.end(door_of(family, who), row, "Het is voorbij", once=uuid7())
    with pytest.raises(NotAllowedError):
        telling.end(family.door("lotte"), row, "  ", once=uuid7())
    with pytest.raises(NotAllowedError):
        telling.end(family.door("lotte", child="sem"), row, "Het is voorbij", once=uuid7())
    row.refresh_from_db()
    assert row.ended_at is None
    Disclosure.objects.update(by=family.person("wilma"))
    row.refresh_from_db()
    assert telling.may_end(door_of(family, "wilma"), row)
    telling.end(family.door("lotte"), row, "Het is voorbij", once=uuid7())
    assert not telling.may_end(family.door("lotte"), Disclosure.objects.get())


def test_who_told_something_and_passes_nothing_on_any_more_ends_nothing(family: Family) -> None:
    row = tell(family, "karim")
    Disclosure.objects.update(by=family.person("bram"))
    row.refresh_from_db()
    assert not telling.may_end(family.door("bram"), row)


def test_of_one_text_only_what_was_told_of_that_one(family: Family) -> None:
    row, other = tell(family, "karim"), about_mama(family)
    door = family.door("lotte")
    assert [one.pk for one in telling.told_of(door, row.item)] == [one.pk for one in telling.told_of(door)] == [row.pk]
    assert telling.told_of(door, other.item) == []


def test_a_text_that_is_not_of_the_household_has_no_parent_to_ask(family: Family) -> None:
    item = about_mama(family).item
    assert telling.parent_of(item) == family.person("ann")
    item.klass = Klass.FILE.value
    assert telling.parent_of(item) is None
    assert not Say.objects.exists()


@pytest.mark.parametrize("by", ["noor", "ann", "wilma", "bram"])
def test_nobody_but_who_works_with_the_child_restricts(family: Family, by: str) -> None:
    whom = [Toward(person=family.person("tarik"))]
    with pytest.raises(NotAllowedError):
        protecting.restrict(door_of(family, by), whom, from_on=clock.today(), until_on=None, once=None)
    assert not Restriction.objects.exists()


def test_a_restriction_of_nobody_or_of_one_who_is_not_of_this_child_is_none_at_all(family: Family) -> None:
    """Also not of the other, who is: one act, or nothing."""
    tarik, stranger = Toward(person=family.person("tarik")), Toward(person=family.person("an"))
    both = Toward(person=family.person("tarik"), member=family.member("papa"))
    for whom in ([], [Toward()], [both], [tarik, stranger], [stranger]):
        with pytest.raises(NotAllowedError):
            protecting.restrict(family.door("lotte"), whom, from_on=clock.today(), until_on=None, once=None)
    assert not Restriction.objects.exists()
    assert protecting.restrict(family.door("lotte"), [tarik], from_on=clock.today(), until_on=None, once=None)


@pytest.mark.parametrize("of", ["member", "person", "the same as a member", "another of the circle that is the same"])
def test_contact_is_restricted_with_whoever_it_is(family: Family, of: str) -> None:
    """Of one human being, who stands in the circle, perhaps twice, and comes in: each of the four is restricted."""
    surely(family, "tarik", "papa")
    if of == "another of the circle that is the same":
        surely(family, "tarik", "els")
    whom = {"member": {"member_id": family.member("papa")}, "person": {"person_id": family.person("tarik")}}
    row = whom.get(of, {"person_id": family.person("tarik")} if of == "the same as a member" else {})
    facts = {"from_on": clock.today(), "recorded_by_id": family.person("lotte"), "recorded_at": clock.now()}
    Restriction.objects.create(dossier_id=family.noor.dossier, **facts, **(row or {"member_id": family.member("els")}))
    here = family.noor.dossier
    assert protecting.is_restricted(here, member=family.member("papa"))
    assert protecting.is_restricted(here, person=family.person("tarik"))
    for nobody in ({"member": family.member("karim")}, {"person": family.person("ann")}):
        assert not protecting.is_restricted(here, **nobody)


def test_of_what_a_worker_does_not_read_it_does_not_learn_that_it_was_told(family: Family) -> None:
    row = tell(family, "karim")
    Item.objects.filter(pk=row.item_id).update(author=family.person("noor"), held_close=True)
    assert telling.told_of(family.door("lotte")) == []
    assert [one.pk for one in telling.told_of(family.door("noor"))] == [row.pk]


@pytest.mark.parametrize(
    ("who", "of", "to"), [("ann", "mama", "mama"), ("ann", "papa", "els"), ("wilma", "wilma", "els")]
)
def test_nobody_is_somebody_else_of_whom_that_is_not_said_or_who_came_in_by_a_link_for_this_one(
    family: Family, who: str, of: str, to: str
) -> None:
    """Not the same one again, not who was never pointed out as that one, and of a link the link is stopped (R7)."""
    surely(family, "ann", "mama")
    surely(family, "wilma", "wilma")
    now = {"made_at": clock.now(), "until_at": clock.now() + timedelta(days=30)}
    way = Way.objects.create(person_id=family.person("wilma"), kind=WayKind.LINK.value, **now)
    given = {"item_id": family.member("wilma"), "relation": Relation.JIM.value}
    Given.objects.create(dossier_id=family.noor.dossier, way=way, recorded_by_id=family.person("lotte"), **given)
    door, person = family.door("noor"), family.person(who)
    with pytest.raises(NotAllowedError):
        pointing.move_to(door, person, of=family.member(of), to=family.member(to))
    with door.writes(Event.PERSON_POINTED_ELSEWHERE, once=None):
        pointing.move_to(door, family.person("ann"), of=family.member("mama"), to=family.member("els"))
    assert pointing.is_known(door, family.member("els"))
    assert not pointing.is_known(door, family.member("mama"))


@pytest.mark.parametrize("said", [True, False])
def test_the_child_is_told_that_a_yes_waits_and_where_none_does_nothing(family: Family, said: bool) -> None:
    door = family.door("lotte")
    if said:
        share(family, "karim")
    whom = [Toward(member=family.member("karim"))]
    (one,) = protecting.restrict(door, whom, from_on=clock.today(), until_on=None, once=None)
    Dossier.objects.update(unread_since=None)
    protecting.lift(door, one, once=None)
    assert (Dossier.objects.get(pk=family.noor.dossier).unread_since is not None) is said


def test_a_yes_towards_another_of_the_circle_who_is_the_same_human_being_waits_too(family: Family) -> None:
    """Tarik is papa, and stands there once more; contact with papa was restricted, and the restriction is over."""
    surely(family, "tarik", "papa")
    surely(family, "tarik", "els")
    for who in ("els", "karim"):
        share(family, who)
    door, whom = family.door("lotte"), [Toward(member=family.member("papa"))]
    (one,) = protecting.restrict(door, whom, from_on=clock.today(), until_on=None, once=None)
    protecting.lift(door, one, once=None)
    waits = dict(Say.objects.values_list("towards", "waits"))
    assert waits == {family.member("els"): True, family.member("karim"): False}


def test_what_has_no_words_is_passed_on_to_nobody(family: Family) -> None:
    """Nothing would arrive; of who has a name, that goes (R8)."""
    lotte = family.door("lotte")
    bare = lotte.within(Member.objects.filter(pk=family.member("rita"))).get()
    assert family.person("wilma") in {one.person for one in telling.to_whom(lotte, bare.item)}
    with pytest.raises(NotAllowedError):
        telling.disclose(lotte, emergency(family, bare.item, "wilma"), once=uuid7())
    assert telling.disclose(lotte, emergency(family, something(family).item, "wilma"), once=uuid7()).words


@pytest.mark.parametrize(("of", "to"), [(20, 5), (5, 20), (20, None)])
def test_closed_since_the_first_day_on_which_either_was_closed(family: Family, of: int, to: int | None) -> None:
    """Who came to work with Noor in between was never let in by it (R7, R28)."""
    surely(family, "ann", "papa")
    no = {"dossier_id": family.noor.dossier, "topic": "school", "answer": "no", "expressed": "said"}
    no |= {"given_by_id": family.person("noor"), "recorded_by_id": family.person("noor")}
    for who, days in (("papa", of), ("mama", to)):
        if days is not None:
            since = clock.today() - timedelta(days=days)
            Say.objects.create(**no, towards_id=family.member(who), from_on=since)
    with family.door("lotte").writes(Event.PERSON_POINTED_ELSEWHERE, once=None):
        there = {"of": family.member("papa"), "to": family.member("mama")}
        pointing.move_to(family.door("lotte"), family.person("ann"), **there)
    closed = Say.objects.get(towards=family.member("mama"), withdrawn_at=None)
    assert closed.from_on == clock.today() - timedelta(days=20)
