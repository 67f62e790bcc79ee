"""What waits to be looked at again, of one child and of many (A17, R13): by hand, and rows only where a row decides."""

from datetime import date, timedelta

from kring.access.door import come_to
from kring.access.looks import LOOKED_AT, due_of, looks, untold_to, waits_here
from kring.access.models import Item, SamePerson
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.law.access import Relation, Section
from tests.family import Family

DAY = timedelta(days=1)
MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


def row(**days: date) -> Dossier:
    """A child as a query with `looks` finds it."""
    child = Dossier()
    for section in LOOKED_AT:
        setattr(child, f"looks_{section.value}", days.get(section.value))
    child.looks_until = days.get("until")  # type: ignore[attr-defined]  # by `looks`
    return child


def test_a_worker_is_told_of_each_section_that_waits_and_of_no_other() -> None:
    assert due_of(row(rights=FRIDAY), Relation.WORKER) == {Section.RIGHTS: FRIDAY}
    assert due_of(row(), Relation.WORKER) == {}


def test_with_who_was_never_talked_with_it_waits_since_it_came() -> None:
    assert due_of(row(), Relation.WORKER, came_on=MONDAY) == {Section.MOMENTS: MONDAY}
    assert due_of(row(moments=FRIDAY), Relation.WORKER, came_on=MONDAY) == {Section.MOMENTS: FRIDAY}
    to_come = clock.today() + timedelta(days=1)
    assert due_of(row(until=to_come), Relation.WORKER, came_on=MONDAY) == {Section.MOMENTS: to_come}
    assert due_of(row(until=clock.today()), Relation.WORKER, came_on=MONDAY) == {Section.MOMENTS: MONDAY}
    assert due_of(row(moments=FRIDAY, until=to_come), Relation.WORKER) == {Section.MOMENTS: FRIDAY}, "for who leads"


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


def test_that_a_child_does_not_know_yet_is_told_to_who_works_with_it_from_its_day_on() -> None:
    """Not before the day on which it was to be told, and to nobody beside the child (R15)."""
    today = clock.today()
    for since, told in ((today - DAY, True), (today, True), (today + DAY, False), (None, False)):
        assert untold_to(Relation.WORKER, since) is told
        assert untold_to(Relation.SUPPORTER, since) is False
        assert untold_to(Relation.COURT_SERVICE, since) is False


def found(family: Family) -> tuple[dict[Section, date], bool]:
    """What a desk and an open door say alike of what is to be looked at, and of what Noor does not know."""
    row = Dossier.objects.annotate(**looks("pk")).get(pk=family.noor.dossier)
    listed = due_of(row, Relation.WORKER, came_on=row.opened_on), untold_to(Relation.WORKER, row.looks_untold)
    here = waits_here(family.door("lotte"))
    assert (here.due, here.untold) == listed
    return listed


def test_what_a_child_does_not_know_is_no_look_of_its_section_and_the_first_of_them_counts(family: Family) -> None:
    Item.objects.filter(section=Section.SAID.value).update(version=2)
    Item.objects.update(look_on=None)
    wait(family, Section.RIGHTS, clock.today() + DAY, clock.today() - DAY, MONDAY)
    kept, before, plain = Item.objects.filter(dossier=family.noor.dossier).exclude(look_on=None).order_by("-look_on")
    since = Dossier.objects.get(pk=family.noor.dossier).opened_on
    Item.objects.filter(pk__in=[one.pk for one in (kept, before, plain)]).update(klass="own_words")
    assert found(family) == ({Section.RIGHTS: MONDAY, Section.MOMENTS: since}, False)
    Item.objects.filter(pk=kept.pk).update(klass="confidence")
    assert found(family) == ({Section.RIGHTS: MONDAY, Section.MOMENTS: since}, False), "it is told tomorrow"
    Item.objects.filter(pk=before.pk).update(klass="confidence")
    assert found(family) == ({Section.RIGHTS: MONDAY, Section.MOMENTS: since}, True)
    Item.objects.filter(pk=plain.pk).update(klass="confidence")
    assert found(family) == ({Section.MOMENTS: since}, True)
    Item.objects.filter(section=Section.RIGHTS.value).update(section=Section.PARENTS.value)
    assert found(family) == ({Section.PARENTS: MONDAY, Section.MOMENTS: since}, False), "in that part alone"


def test_whom_a_child_pointed_out_waits_for_its_worker_until_that_one_is_confirmed_or_gone(family: Family) -> None:
    SamePerson.objects.update(confirmed_at=clock.now())
    Item.objects.filter(section=Section.SAID.value).update(version=2)  # everything that was said, was heard
    lotte, bram = family.door("lotte"), family.door("bram")
    assert not waits_here(lotte).pointed
    SamePerson.objects.create(item_id=family.member("papa"), person_id=family.person("tarik"))
    before = waits_here(lotte)
    assert before.pointed
    assert Section.CIRCLE not in before.due
    assert before.unheard is None, "nothing was said"
    assert not waits_here(bram).pointed, "who guides the network confirms nobody"
    Involvement.objects.filter(person=family.person("tarik")).update(dossier=family.sem.dossier)
    assert not waits_here(lotte).pointed, "he does not come in with this child"
