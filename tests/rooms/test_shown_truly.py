"""A page says no more and no less than what can be read on it: no hidden thing is counted, nobody is mixed up."""

from html import unescape

import pytest

from kring.access.acts import protecting
from kring.access.models import Disclosure, Item, SamePerson
from kring.access.namesakes import told_apart
from kring.access.readers import others
from kring.circle.calling import as_known
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.people.models import Person
from tests.family import Family
from tests.rooms.journal import row, write
from tests.rooms.pointing import surely

TOLD = "omdat het moest"


def main(family: Family, where: str, by: str, **parts: object) -> str:
    told = unescape(family.page(where, seen_by=by, **parts))
    return told[told.index("<main") : told.index("</main>")]


def tells(family: Family, words: str, to: str) -> None:
    told = {"to_id": family.person(to), "by_id": family.person("lotte"), "motive": "Nu.", "at": clock.now()}
    told |= {"child_told": True, "parents_told": True, "item_id": row(family, words, seen_by="lotte").pk}
    Disclosure.objects.create(dossier_id=family.noor.dossier, **told)


def test_an_emergency_about_what_she_may_not_read_is_not_counted_to_her(family: Family) -> None:
    write(family, "lotte", "De man van juf Els is ziek.", klass_0="third_party")
    tells(family, "De man van juf Els", "wilma")
    assert "De man van juf Els" not in family.page("journal:notes", seen_by="wilma"), "closed to any emergency (R17)"
    Item.objects.filter(klass="third_party").update(klass="concern")
    assert "De man van juf Els" in family.page("journal:notes", seen_by="wilma"), "the emergency does open it"
    assert "De man van juf Els" not in family.page("journal:notes", seen_by="noor")
    assert TOLD not in main(family, "portals:known", "noor")
    write(family, "noor", "Ik zit naast Yara.", topic_0="school")
    tells(family, "Ik zit naast Yara.", "wilma")
    assert TOLD in main(family, "portals:known", "noor")


@pytest.mark.parametrize("known_as", ["a person", "papa"])
def test_a_parent_without_contact_is_not_led_to_a_page_that_is_not_there(family: Family, known_as: str) -> None:
    """Restricted as who comes in, or as papa of the circle, whom Noor pointed out as him."""
    where, papa = family.url("rights:own_person"), family.member("papa")
    SamePerson.objects.create(item_id=papa, person_id=family.person("tarik"), confirmed_at=clock.now())
    assert where in main(family, "portals:home", "tarik")
    tarik, of_the_circle = protecting.Toward(person=family.person("tarik")), protecting.Toward(member=papa)
    toward = [tarik if known_as == "a person" else of_the_circle]
    lotte = family.door("lotte", Section.RIGHTS)
    protecting.restrict(lotte, toward, from_on=clock.today(), until_on=None, once=uuid7())
    assert family.browser("tarik").get(where).status_code == 404
    assert where not in main(family, "portals:home", "tarik")
    assert where in main(family, "portals:home", "ann")


# -- two of one name ---------------------------------------------------------------------------------------------------


def second_ann(family: Family, relation: Relation = Relation.PARENT) -> None:
    person = Person.objects.create(call_name="Ann")
    new = {"relation": relation.value, "person": person, "from_on": clock.today()}
    Involvement.objects.create(dossier_id=family.noor.dossier, **new)


@pytest.mark.parametrize("by", ["noor", "lotte"])
@pytest.mark.parametrize("relation", [Relation.PARENT, Relation.UPBRINGER])
def test_two_of_one_name_are_told_apart_in_words_where_one_chooses(family: Family, by: str, relation: Relation) -> None:
    assert ">Ann (" not in main(family, "portals:known", by)
    write(family, "noor", "Ik zit naast Yara.", topic_0="school")
    second_ann(family, relation)
    for where, parts in (("known", {}), ("thing", {"item": row(family, "Yara.", seen_by=by).pk})):
        told = main(family, f"portals:{where}", by, **parts)
        called = {one.split(")")[0] for one in told.split("Ann (")[1:]}
        assert len(called) == 2, where
    assert "Ann (" not in main(family, "portals:home", "ann"), "to whom stands on a side no side is told"


def test_two_whom_the_circle_calls_alike_are_told_apart_too(family: Family) -> None:
    for who, member in (("ann", "mama"), ("rita", "rita")):
        surely(family, who, member)
    everyone = others(family.door("noor"))
    alike = {member: "Oma" for one in everyone for member in one.members if one.name in {"Ann", "Rita"}}
    called = [one.name for one in as_known(family.door("noor"), everyone, alike) if one.name.startswith("Oma")]
    assert len(called) == len(set(called)) == 2
    assert all(name.startswith("Oma (") for name in called)


def test_however_alike_they_are_the_words_differ() -> None:
    one, two, three = sorted(uuid7() for _ in range(3))
    day = clock.today()
    both = [(one, "Ann", Relation.PARENT, frozenset[object](), day), (two, "ann", Relation.PARENT, frozenset(), day)]
    called = told_apart([*both, (three, "Rita", Relation.SUPPORTER, frozenset(), day)])  # type: ignore[list-item]
    assert called[three] == "Rita"
    assert called[one] != called[two]
    assert called[one].startswith("Ann (ouder, sinds ")
