"""What the walls keep by themselves, and what they refuse where no page would send it too (R16, B34)."""

from typing import Any
from uuid import UUID

import pytest

from kring.access.acts import walls
from kring.access.door import Door
from kring.access.models import Disclosure, Item, SamePerson, Say
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement, Wall
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section
from kring.law.emergency import last_day
from tests.family import Family
from tests.links import share
from tests.rooms.pointing import surely
from tests.rooms.test_walls import wall


def without_sides(family: Family) -> Door:
    """The door of Sem, who has no sides yet."""
    place = family.sem.dossier
    Involvement.objects.filter(dossier=place).update(wall=None)
    Item.objects.filter(dossier=place).update(wall=None)
    Wall.objects.filter(dossier=place).delete()
    return family.door("lotte", Section.RIGHTS, child="sem")


def moved(family: Family, key: str, where: UUID | None, *, by: str = "lotte") -> list[UUID]:
    door = family.door(by)
    with door.writes(Event.SIDE_CHOSEN, once=None):
        return walls.move_member(door, family.member(key), where)


def moved_person(family: Family, who: str, where: UUID | None) -> UUID | None:
    """On which side somebody who comes in stands after that."""
    door = family.door("lotte")
    with door.writes(Event.SIDE_CHOSEN, once=None):
        walls.move_person(door, family.person(who), where)
    return stands(family, who)


def stands(family: Family, who: str) -> UUID | None:
    return Involvement.objects.get(dossier=family.noor.dossier, person=family.person(who), ended_at=None).wall_id


def written(family: Family, about: UUID, *, by: str = "lotte", section: Section = Section.JOURNAL, **more: Any) -> UUID:
    """Something that stands about somebody, or about something."""
    facts: dict[str, Any] = {"dossier_id": family.noor.dossier, "section": section.value, "klass": Klass.FILE.value}
    facts |= {"author_id": family.person(by), "about_id": about, "made_at": clock.now()}
    row: Item = Item.objects.create(**facts, **more)
    return row.pk


def told(family: Family, to: str, item: UUID) -> Disclosure:
    facts: dict[str, Any] = {
        "dossier_id": family.noor.dossier,
        "item_id": item,
        "to_id": family.person(to),
        "at": clock.now(),
    }
    facts |= {"by_id": family.person("lotte"), "motive": "Nu", "child_told": True, "parents_told": True}
    row: Disclosure = Disclosure.objects.create(**facts, until_on=last_day(clock.today()))
    return row


def waits(family: Family, key: str) -> bool:
    return Say.objects.filter(towards=family.member(key)).latest("from_on").waits


@pytest.mark.parametrize("labels", [[], ["a"], ["a", "b", "c"], ["a", ""], ["", ""]])
def test_two_sides_are_made_with_two_names_or_none_is(family: Family, labels: list[str]) -> None:
    door = without_sides(family)
    with pytest.raises(NotAllowedError):
        walls.build(door, labels, once=None)
    assert walls.sides(family.sem.dossier) == []
    walls.build(door, ["bij mama", "bij papa"], once=None)
    with pytest.raises(NotAllowedError):
        walls.build(door, ["bij mama", "bij papa"], once=None)
    assert [one.label for one in walls.sides(family.sem.dossier)] == ["bij mama", "bij papa"]


@pytest.mark.parametrize("by", ["noor", "wilma", "bram"])
def test_nobody_builds_but_who_works_with_the_child(family: Family, by: str) -> None:
    share(family, "wilma")
    with pytest.raises(NotAllowedError):
        walls.only_who_builds(family.door(by))
    walls.only_who_builds(family.door("lotte"))


def test_what_is_about_one_side_stands_there_and_about_two_where_nobody_stands(family: Family) -> None:
    here, (mama, papa) = family.noor.dossier, (wall(family, side) for side in ("mama", "papa"))
    Item.objects.filter(dossier=here).update(wall=None)
    Wall.objects.filter(dossier=here).exclude(pk__in=[mama, papa]).delete()
    assert walls.wall_of(here, []) is None
    assert walls.wall_of(here, [None, None]) is None
    assert walls.wall_of(here, [None, mama, mama]) == mama
    between = walls.wall_of(here, [mama, None, papa])
    assert between not in {None, mama, papa}
    assert walls.wall_of(here, [papa, mama]) == between, "and that one is made once"
    assert {one.pk for one in walls.sides(here)} == {mama, papa}
    with pytest.raises(NotAllowedError):
        moved(family, "els", between)


def test_nobody_is_put_behind_a_wall_of_another_child_nor_who_is_not_of_this_circle(family: Family) -> None:
    mama, of_sem = wall(family, "mama"), wall(family, "mama", child="sem")
    text = written(family, family.member("els"))
    family.seeded.members["a text"] = text
    try:
        for key, where in (("els", of_sem), ("els", uuid7()), ("sem_juf", mama), ("a text", mama)):
            with pytest.raises(NotAllowedError):
                moved(family, key, where)
    finally:
        del family.seeded.members["a text"]
    for who, where in (("noor", mama), ("lotte", mama), ("an", mama), ("tarik", of_sem)):
        with pytest.raises(NotAllowedError):
            moved_person(family, who, where)
    assert moved(family, "els", mama)[0] == family.member("els")
    assert moved_person(family, "tarik", mama) == mama
    assert moved_person(family, "tarik", None) is None


def test_who_stood_beside_the_child_before_is_not_moved(family: Family) -> None:
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("karim"))
    held.update(ended_at=clock.now())
    with pytest.raises(NotAllowedError):
        moved_person(family, "karim", wall(family, "mama"))
    held.update(ended_at=None)
    assert moved_person(family, "karim", wall(family, "mama")) == wall(family, "mama")


def test_what_is_written_about_somebody_goes_along_and_about_that_too_and_what_is_of_a_side_stays(
    family: Family,
) -> None:
    mama, papa, rita = wall(family, "mama"), wall(family, "papa"), family.member("rita")
    text = written(family, rita)
    answered = written(family, text)
    again = written(family, answered)
    behind, other = written(family, rita, wall_id=papa), written(family, family.member("els"))
    place = written(family, rita, section=Section.CIRCLE, wall_id=papa)
    assert {text, answered, again, place} <= set(moved(family, "rita", mama))
    assert not {behind, other} & set(moved(family, "rita", mama))
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("wilma"))
    held.update(wall=mama)
    of_wilma, of_lotte = written(family, rita, by="wilma", wall_id=mama), written(family, rita, wall_id=mama)
    gone = set(moved(family, "rita", None))
    assert {text, answered, again, place, of_lotte} <= gone
    assert not {behind, other, of_wilma} & gone
    walls_now = dict(Item.objects.filter(pk__in=[text, of_lotte, of_wilma, behind]).values_list("pk", "wall"))
    assert walls_now == {text: None, of_lotte: None, of_wilma: mama, behind: papa}


def test_a_text_that_comes_back_from_a_side_is_asked_again_and_one_that_goes_there_is_not(family: Family) -> None:
    """More people would read it than when the yes was said."""
    text, mama = written(family, family.member("rita")), wall(family, "mama")
    facts: dict[str, Any] = {"dossier_id": family.noor.dossier, "item_id": text, "answer": "yes"}
    facts |= {
        "towards_id": family.member("karim"),
        "given_by_id": family.person("noor"),
        "recorded_by_id": family.person("noor"),
        "from_on": clock.today(),
    }
    row = Say.objects.create(**facts, expressed="said")
    for where, so in ((mama, False), (mama, False), (wall(family, "papa"), True)):
        moved(family, "rita", where)
        row.refresh_from_db()
        assert row.waits is so
    Say.objects.update(waits=False)
    moved(family, "rita", None)
    row.refresh_from_db()
    assert row.waits


def test_what_was_told_in_an_emergency_is_over_where_the_text_or_the_reader_changes_sides(family: Family) -> None:
    Involvement.objects.filter(dossier=family.noor.dossier).update(wall=None)
    Item.objects.filter(dossier=family.noor.dossier).update(wall=None)
    text, mama = written(family, family.member("rita")), wall(family, "mama")
    one = told(family, "karim", text)
    moved(family, "rita", None)
    assert Disclosure.objects.get(pk=one.pk).ended_at is None, "it stays where it is"
    moved(family, "rita", mama)
    assert Disclosure.objects.get(pk=one.pk).ended_at is not None
    other = told(family, "tarik", written(family, family.member("els")))
    assert moved_person(family, "karim", mama) == mama
    assert moved_person(family, "tarik", None) is None
    assert Disclosure.objects.get(pk=other.pk).ended_at is None
    moved_person(family, "tarik", mama)
    assert Disclosure.objects.get(pk=other.pk).ended_at is not None


def test_who_comes_to_stand_on_a_side_opens_nothing_there_by_a_yes_of_before(family: Family) -> None:
    Involvement.objects.filter(dossier=family.noor.dossier).update(wall=None)
    Item.objects.filter(dossier=family.noor.dossier).update(wall=None)
    surely(family, "karim", "karim")
    mama = wall(family, "mama")
    for key in ("karim", "els"):
        share(family, key)
    moved(family, "karim", None)
    assert not waits(family, "karim")
    moved(family, "karim", mama)
    assert stands(family, "karim") == mama
    assert (waits(family, "karim"), waits(family, "els")) == (True, False)
    Say.objects.update(waits=False)
    moved(family, "karim", mama)
    assert not waits(family, "karim"), "it stood there already"
    moved(family, "els", mama)
    assert waits(family, "els"), "also where nobody comes in as that one"
    moved(family, "karim", None)
    assert not waits(family, "karim")
    assert moved_person(family, "karim", None) is None
    assert not waits(family, "karim"), "it comes to stand on no side"
    assert moved_person(family, "karim", mama) == mama
    assert waits(family, "karim"), "also where only that one, and not who it is in the circle, goes there"


def test_who_is_only_pointed_out_and_not_confirmed_stays_where_it_stands(family: Family) -> None:
    Involvement.objects.filter(dossier=family.noor.dossier).update(wall=None)
    SamePerson.objects.update_or_create(
        item_id=family.member("karim"),
        defaults={"person_id": family.person("karim"), "confirmed_at": None, "confirmed_by": None},
    )
    moved(family, "karim", wall(family, "mama"))
    assert stands(family, "karim") is None
    surely(family, "karim", "karim")
    moved(family, "karim", wall(family, "mama"))
    assert stands(family, "karim") == wall(family, "mama")


def test_who_works_with_the_child_stands_on_no_side_also_as_one_of_the_circle(family: Family) -> None:
    surely(family, "lotte", "lotte_member")
    moved(family, "lotte_member", wall(family, "mama"))
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("lotte"))
    assert held.get(relation=Relation.WORKER.value).wall_id is None
