"""A list over many children: the same table, and a line in the log."""

from kring.access.desk import desk_of
from kring.access.models import Say
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.circle.models import Placement
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Relation, Topic
from tests.family import Family


def test_a_list_shows_her_own_children_and_nobody_elses(family: Family) -> None:
    assert set(desk_of(family.actor("lotte")).dossiers) == {family.noor.dossier, family.sem.dossier}
    assert not desk_of(family.actor("an")).dossiers


def test_one_row_through_the_door_is_one_row_on_the_desk(family: Family) -> None:
    on_the_desk = set(desk_of(family.actor("lotte")).within(Placement.objects.all()).values_list("pk", flat=True))
    through_doors = {
        key
        for child in ("noor", "sem")
        for key in family.door("lotte", child=child).within(Placement.objects.all()).values_list("pk", flat=True)
    }
    assert on_the_desk == through_doors


def test_of_two_children_for_whom_the_table_says_the_same_both_are_there(family: Family) -> None:
    """One question for the two of them; Sem gets the birthday of Noor."""
    born = Dossier.objects.values_list("born_on", flat=True).get(pk=family.noor.dossier)
    Dossier.objects.filter(pk=family.sem.dossier).update(born_on=born)
    rows = desk_of(family.actor("lotte")).within(Placement.objects.all())
    assert {row.item.dossier_id for row in rows} == {family.noor.dossier, family.sem.dossier}


def test_the_childs_no_counts_on_the_desk_too(family: Family) -> None:
    desk = desk_of(family.actor("bram"), (Relation.NETWORK_GUIDE,))
    assert desk.within(Placement.objects.all())
    Say.objects.create(
        dossier_id=family.noor.dossier,
        topic=Topic.CIRCLE.value,
        towards_id=member_who_is(family, "bram"),
        answer="no",
        expressed="said",
        recorded_by_id=family.person("lotte"),
        from_on=clock.today(),
    )
    assert not desk_of(family.actor("bram"), (Relation.NETWORK_GUIDE,)).within(Placement.objects.all())


def member_who_is(family: Family, name: str) -> object:
    """Bram stands in the circle too, so that Noor can decide about him."""
    from kring.access.models import Item, SamePerson  # noqa: PLC0415  # only here

    item = Item.objects.get(pk=family.member("lotte_member"))
    SamePerson.objects.create(item=item, person_id=family.person(name), confirmed_at=clock.now())
    return item.pk


def test_looking_at_the_list_stands_in_the_log_once_an_hour(family: Family) -> None:
    for _ in range(3):
        desk_of(family.actor("lotte"))
    assert family.log(Event.DESK_VISITED) == 1
    line = Entry.objects.filter(event=Event.DESK_VISITED.value).latest("seq")
    assert set(line.codes) == {str(family.noor.dossier), str(family.sem.dossier)}
