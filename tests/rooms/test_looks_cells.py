"""What waits to be looked at again, of one child and of many (A17, R13): by hand, and rows only where a row decides."""

from datetime import date, timedelta

from kring.access.door import come_to
from kring.access.looks import LOOKED_AT, due_of, looks, waits_here
from kring.access.models import Item
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Relation, Section
from tests.family import Family

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


def row(**days: date) -> Dossier:
    """A child as a query with `looks` finds it."""
    child = Dossier()
    for section in LOOKED_AT:
        setattr(child, f"looks_{section.value}", days.get(section.value))
    return child


def test_a_worker_is_told_of_each_section_that_waits_and_of_no_other() -> None:
    assert due_of(row(rights=FRIDAY), Relation.WORKER) == {Section.RIGHTS: FRIDAY}
    assert due_of(row(), Relation.WORKER) == {}


def test_with_who_was_never_talked_with_it_waits_since_it_came() -> None:
    assert due_of(row(), Relation.WORKER, came_on=MONDAY) == {Section.MOMENTS: MONDAY}
    assert due_of(row(moments=FRIDAY), Relation.WORKER, came_on=MONDAY) == {Section.MOMENTS: FRIDAY}


def test_who_changes_nothing_there_is_not_asked_to_look() -> None:
    everything = row(**{section.value: FRIDAY for section in LOOKED_AT})
    assert due_of(everything, Relation.COURT_SERVICE, came_on=MONDAY) == {}
    told = due_of(everything, Relation.WORKER)
    assert set(told) == set(LOOKED_AT)


def wait(family: Family, section: Section, *days: date) -> None:
    """Rows of this section that somebody should look at again."""
    for item, day in zip(Item.objects.filter(dossier=family.noor.dossier), days, strict=False):
        Item.objects.filter(pk=item.pk).update(section=section.value, look_on=day, version=1, told_to=None)


def test_the_first_day_of_each_section_counts_over_many_children_and_for_one(family: Family) -> None:
    Item.objects.update(look_on=None)
    wait(family, Section.RIGHTS, FRIDAY, MONDAY, FRIDAY)
    found = Dossier.objects.annotate(**looks("pk")).get(pk=family.noor.dossier)
    assert due_of(found, Relation.WORKER) == {Section.RIGHTS: MONDAY}
    door = family.door("lotte")
    assert waits_here(door).due == {Section.RIGHTS: MONDAY, Section.MOMENTS: door.dossier.opened_on}
    assert waits_here(door).unheard is None


def test_of_what_was_said_it_waits_since_the_first_that_nobody_heard(family: Family) -> None:
    """Said to all, or to this worker; that it was heard is its first change."""
    Item.objects.filter(section=Section.SAID.value).update(version=2)  # everything that was said, was heard
    Item.objects.update(look_on=None)
    hours = [clock.now() - timedelta(hours=number) for number in range(5)]
    mine, all_of_us, heard, another, to_look_at = Item.objects.filter(dossier=family.noor.dossier)[:5]
    for item, hour in zip((mine, all_of_us, heard, another, to_look_at), hours, strict=True):
        Item.objects.filter(pk=item.pk).update(section="said", made_at=hour, version=1, told_to=None)
    Item.objects.filter(pk=mine.pk).update(told_to=family.person("lotte"))
    Item.objects.filter(pk=heard.pk).update(version=2)
    Item.objects.filter(pk=another.pk).update(told_to=family.person("bram"))
    Item.objects.filter(pk=to_look_at.pk).update(look_on=MONDAY)
    door = family.door("lotte")
    assert waits_here(door).unheard == hours[1]
    Item.objects.filter(pk=all_of_us.pk).update(version=2)
    assert waits_here(door).unheard == hours[0]


def test_who_does_not_work_on_a_section_hears_nothing_of_it(family: Family) -> None:
    Item.objects.update(look_on=None)
    wait(family, Section.PARENTS, MONDAY)
    assert waits_here(come_to(family.actor("mo"), family.noor.dossier)).due == {}
    assert waits_here(family.door("lotte")).due[Section.PARENTS] == MONDAY
