"""The place of somebody beside the child, asked of the act and of no page: as what it comes in, since when, and what
the child knows of it (R2, R7, R15, R16)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kring.access.acts import placing
from kring.access.models import Given, Item, Say
from kring.access.over import Over
from kring.dossier.models import Involvement, Involvements, Wall
from kring.kit import clock
from kring.law.access import Klass, Relation, Section
from kring.law.meaning import Meaning
from kring.law.ways import WayKind
from kring.people.models import Way
from tests.family import Family
from tests.links import share

SUPPORTER, JIM, TRUST_PERSON = Relation.SUPPORTER, Relation.JIM, Relation.TRUST_PERSON
Place = tuple[str, str, UUID | None]


def held(family: Family, who: str, *, child: str = "noor") -> Involvements:
    return Involvement.objects.filter(dossier=family.seeded.dossiers[child], person=family.person(who))


def now(family: Family, who: str = "karim", *, child: str = "noor") -> list[Place]:
    """As what it comes in now, as what the child was told of it, and on which side."""
    rows = held(family, who, child=child).filter(ended_at=None).order_by("pk")
    return list(rows.values_list("relation", "told_as", "wall"))


def is_a(family: Family, who: str, relation: Relation, **more: Any) -> None:
    held(family, who).update(relation=relation.value, **more)


def with_sem(family: Family, who: str) -> None:
    """It stands beside Sem too: what happens here is nothing there."""
    facts = {"relation": JIM.value, "told_as": "trust_person", "from_on": clock.today()}
    Involvement.objects.create(dossier_id=family.sem.dossier, person_id=family.person(who), **facts)


def link(family: Family, who: str, *, child: str = "noor") -> UUID:
    """A link that was given to somebody of the circle, as a supporter."""
    facts = {"kind": WayKind.LINK.value, "made_at": clock.now(), "until_at": clock.now() + timedelta(days=30)}
    way = Way.objects.create(person_id=family.person(who), **facts)
    here = {"dossier_id": family.seeded.dossiers[child], "recorded_by_id": family.person("lotte")}
    given = Given.objects.create(way=way, item_id=family.member(who), relation=SUPPORTER.value, **here)
    key: UUID = given.pk
    return key


def over(family: Family, who: str = "karim") -> set[tuple[str, bool]]:
    rows = Over.objects.filter(dossier=family.noor.dossier, member=family.member(who))
    return set(rows.values_list("meaning", "came_in_so"))


def a_side(family: Family) -> UUID:
    key: UUID = Wall.objects.create(dossier_id=family.noor.dossier, label="een kant").pk
    return key


def waits(family: Family, who: str) -> bool:
    return Say.objects.get(towards=family.member(who)).waits


# -- what the child chose, and what it was told ---


def test_who_is_chosen_comes_in_so_and_the_child_knows_it_so(family: Family) -> None:
    links = [link(family, who) for who in ("karim", "rita")]
    of_sem = link(family, "karim", child="sem")
    held(family, "karim").update(told_as="trust_person")
    held(family, "wilma").update(told_as="trust_person")
    with_sem(family, "karim")
    placing.stand_as(family.door("noor"), family.member("karim"), JIM)
    assert now(family) == [("jim", "", None)]
    assert now(family, child="sem") == [("jim", "trust_person", None)]
    assert now(family, "wilma") == [("jim", "trust_person", None)]
    given = dict(Given.objects.filter(pk__in=[*links, of_sem]).values_list("pk", "relation"))
    assert given == {links[0]: "jim", links[1]: "supporter", of_sem: "supporter"}


def test_who_has_no_way_in_or_has_none_any_more_stands_nowhere_by_being_chosen(family: Family) -> None:
    before = Involvement.objects.count()
    held(family, "karim").update(ended_at=clock.now())
    for who in ("els", "karim"):
        placing.stand_as(family.door("noor"), family.member(who), JIM)
        placing.hold_back(family.door("noor"), family.member(who), SUPPORTER)
        placing.known_as(family.door("noor"), family.member(who), JIM)
        placing.stand_anew(family.door("noor"), family.member(who))
    assert Involvement.objects.count() == before
    assert [placing.comes_in_itself(family.member(who)) for who in ("karim", "els")] == [True, False]


@pytest.mark.parametrize(
    ("was", "told", "relation", "then"),
    [
        (JIM, "", SUPPORTER, ("supporter", "jim")),
        (JIM, "trust_person", SUPPORTER, ("supporter", "trust_person")),
        (SUPPORTER, "", SUPPORTER, ("supporter", "supporter")),
        (TRUST_PERSON, "", JIM, ("jim", "trust_person")),
        (JIM, "", JIM, ("jim", "")),
    ],
)
def test_who_comes_in_as_less_stays_to_the_child_what_it_was_until_it_is_told(
    family: Family, was: Relation, told: str, relation: Relation, then: tuple[str, str]
) -> None:
    side = a_side(family)
    is_a(family, "karim", was, told_as=told, wall=side)
    placing.hold_back(family.door("noor"), family.member("karim"), relation)
    assert now(family) == [(*then, side)], "and the side stays"


def test_the_child_goes_on_knowing_it_as_what_it_knew_where_that_is_another(family: Family) -> None:
    with_sem(family, "karim")
    for relation, told in ((SUPPORTER, ""), (JIM, "jim")):
        placing.known_as(family.door("noor"), family.member("karim"), relation)
        assert now(family) == [("supporter", told, None)]
    assert now(family, child="sem") == [("jim", "trust_person", None)]


# -- over, chosen again, and begun anew ---


def test_what_is_over_says_whether_it_came_in_so_and_is_written_once(family: Family) -> None:
    is_a(family, "karim", JIM)
    door = family.door("noor")
    placing.end_as(door, family.member("karim"), [Meaning.JIM, Meaning.SUPPORTER])
    placing.end_as(door, family.member("els"), [Meaning.JIM])
    assert over(family) == {("jim", True), ("supporter", False)}
    assert over(family, "els") == {("jim", False)}
    is_a(family, "karim", SUPPORTER)
    placing.end_as(door, family.member("karim"), [Meaning.JIM])
    assert over(family) == {("jim", True), ("supporter", False)}


def test_chosen_again_it_is_not_over_in_that_meaning_and_comes_in_as_it_did(family: Family) -> None:
    is_a(family, "karim", JIM)
    door = family.door("noor")
    for who in ("karim", "rita"):
        placing.end_as(door, family.member(who), [Meaning.JIM, Meaning.TRUST_PERSON])
    assert placing.choose_as(door, family.member("karim"), Meaning.JIM)
    assert over(family) == {("trust_person", False)}
    assert over(family, "rita") == {("jim", False), ("trust_person", False)}
    assert not placing.choose_as(door, family.member("karim"), Meaning.TRUST_PERSON)
    assert not placing.choose_as(door, family.member("karim"), Meaning.SUPPORTER), "nothing was over"


def test_nobody_looks_again_at_what_was_agreed_with_that_one_alone(family: Family) -> None:
    here: dict[str, Any] = {"dossier_id": family.noor.dossier, "klass": Klass.FILE.value, "made_at": clock.now()}
    here |= {"author_id": family.person("lotte"), "look_on": clock.today(), "section": Section.AGREEMENTS.value}
    karim, of_sem = {"about_id": family.member("karim")}, {"dossier_id": family.sem.dossier}
    other = ({"section": Section.SUPPORT.value}, {"about_id": family.member("rita")}, of_sem)
    rows = [Item.objects.create(**here | karim | more) for more in ({}, *other)]
    placing.looks_no_more(family.door("noor"), family.member("karim"))
    looks = [Item.objects.get(pk=row.pk).look_on is not None for row in rows]
    assert looks == [False, True, True, True]


def test_a_place_that_begins_anew_is_the_same_place_from_today(family: Family) -> None:
    side = a_side(family)
    with_sem(family, "karim")
    is_a(family, "karim", JIM, told_as="trust_person", wall=side)
    before = held(family, "karim").get()
    parent = Involvement.objects.create(
        dossier_id=family.noor.dossier, person_id=family.person("karim"), relation="parent", from_on=clock.today()
    )
    placing.stand_anew(family.door("noor"), family.member("karim"))
    assert now(family) == [("parent", "", None), ("jim", "trust_person", side)]
    assert now(family, child="sem") == [("jim", "trust_person", None)]
    before.refresh_from_db()
    assert before.ended_at is not None
    assert held(family, "karim").get(relation="jim", ended_at=None).from_on == clock.today()
    assert held(family, "karim").get(relation="parent").pk == parent.pk, "what it is besides goes on as it was"


# -- one position at a time ---


def test_another_position_ends_the_one_before_and_keeps_its_side_and_the_same_one_changes_nothing(
    family: Family,
) -> None:
    mine, other = a_side(family), a_side(family)
    door, karim = family.door("lotte"), family.person("karim")
    is_a(family, "karim", SUPPORTER, wall=mine)
    first = held(family, "karim").get()
    placing.stands(door, karim, SUPPORTER, other)
    assert held(family, "karim").get() == first
    placing.stands(door, karim, JIM, other)
    assert now(family) == [("jim", "", mine)]
    assert held(family, "karim").get(ended_at=None).from_on == clock.today()
    held(family, "karim").update(ended_at=clock.now())
    placing.stands(door, karim, SUPPORTER, other)
    assert now(family) == [("supporter", "", other)], "who comes back stands where it is let in"


def test_a_parent_stays_what_it_is_beside_another_position_and_who_is_a_jim_too_stays_that(family: Family) -> None:
    wall = held(family, "tarik").get().wall_id
    placing.stands(family.door("lotte"), family.person("tarik"), SUPPORTER, None)
    assert now(family, "tarik") == [("parent", "", wall), ("supporter", "", None)]
    placing.stands(family.door("lotte"), family.person("wilma"), Relation.UPBRINGER, None)
    assert now(family, "wilma") == [("jim", "", None), ("upbringer", "", None)]


@pytest.mark.parametrize(
    ("was", "ended", "asked"),
    [("supporter", True, True), ("parent", True, True), ("worker", True, False), ("supporter", False, False)],
)
def test_who_was_out_and_comes_back_finds_nothing_open_by_a_yes_of_before(
    family: Family, was: str, ended: bool, asked: bool
) -> None:
    """R7: of who works here no yes was asked for its work, so one said to it was said of something else."""
    share(family, "karim")
    share(family, "rita")
    held(family, "karim").update(relation=was, ended_at=clock.now() if ended else None)
    placing.stands(family.door("lotte"), family.person("karim"), JIM, None)
    assert (waits(family, "karim"), waits(family, "rita")) == (asked, False)


def test_who_comes_in_for_the_first_time_or_stood_beside_another_child_finds_open_what_was_said(
    family: Family,
) -> None:
    held(family, "karim").delete()
    with_sem(family, "karim")
    share(family, "karim")
    placing.stands(family.door("lotte"), family.person("karim"), SUPPORTER, None)
    assert not waits(family, "karim")
    assert now(family) == [("supporter", "", None)]


def test_what_it_said_meanwhile_is_taken_back_and_it_comes_in_again_as_the_child_knows_it(family: Family) -> None:
    """Karim said that he stops, nobody told Noor, and he goes on after all (R15)."""
    door, karim = family.door("noor"), family.member("karim")
    placing.comes_back(door, karim)
    placing.comes_back(door, family.member("els"))
    before = now(family)
    held(family, "karim").update(relation="jim")
    placing.comes_back(door, karim)
    assert now(family) == [("jim", "", None)], "of whom nothing is held back, nothing comes back"
    placing.hold_back(door, karim, SUPPORTER)
    assert now(family) == [("supporter", "jim", None)]
    placing.comes_back(door, karim)
    assert now(family) == [("jim", "", None)]
    assert before != now(family)


def test_who_comes_in_here_itself_today(family: Family) -> None:
    door = family.door("noor")
    assert [placing.comes_in_now(door, family.member(who)) for who in ("karim", "els")] == [True, False]
    held(family, "karim").update(ended_at=clock.now())
    assert not placing.comes_in_now(door, family.member("karim"))
    assert placing.comes_in_itself(family.member("karim")), "it had a way in"
