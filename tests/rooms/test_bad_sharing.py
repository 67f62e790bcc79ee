"""What goes wrong around a yes: ids of another child, two of one name, somebody who is two things, another side, and a
subject that has another name now.  Each time: nothing is shown, and the log has its line (issue 4).
"""

from uuid import UUID

import pytest

from kring.access.acts import answering, protecting, telling, walls
from kring.access.acts.answering import Answering
from kring.access.door import RefusedError
from kring.access.kept import Kept
from kring.access.models import Disclosure, Item, SamePerson, Say, Word
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.circle import reading
from kring.circle.acts import people
from kring.circle.acts.walls import put
from kring.circle.domains import Layer
from kring.circle.models import Placement
from kring.dossier.models import Involvement, Wall
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.portals.answers import number
from tests.family import Family
from tests.links import share
from tests.rooms.journal import row, write
from tests.rooms.test_who_may_know import ask, sees_the_circle

# -- ids of another child ---------------------------------------------------------------------------------------------


@pytest.fixture
def of_sem(family: Family) -> Kept:
    """Something in the circle of Sem, with whom Lotte works as well."""
    found: Kept = family.door("lotte", child="sem").within(Placement.objects.filter(until_at=None)).first()
    return found


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_a_thing_of_another_child_is_not_answered_about(family: Family, of_sem: Kept, by: str) -> None:
    before = family.log(Event.DOOR_REFUSED)
    where = family.url("portals:question_thing", member=family.member("karim"), item=of_sem.pk)
    sent = {"word": "yes", "until": "stop", "said": "said", "once": family.once()}
    assert family.browser(by).get(where).status_code == 404
    assert family.browser(by).post(where, sent).status_code == 404
    assert family.log(Event.DOOR_REFUSED) == before + 2
    new = Answering(towards=family.member("karim"), word=Word.YES, item=of_sem.pk)
    with pytest.raises(NotAllowedError):
        answering.answer(family.door(by, Section.ANSWERS), new, once=uuid7())
    assert not Say.objects.exists()


@pytest.mark.parametrize("page", ["portals:thing", "portals:why", "portals:emergency", "portals:parents_yes"])
@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_no_page_of_noor_shows_a_thing_of_another_child(family: Family, of_sem: Kept, page: str, by: str) -> None:
    assert family.browser(by).get(family.url(page, item=of_sem.pk)).status_code == 404


def test_nobody_of_another_childs_circle_is_answered_towards(family: Family) -> None:
    teacher = family.member("sem_juf")
    new = Answering(towards=teacher, word=Word.YES, topic=Topic.SCHOOL)
    where = family.url("portals:question", member=teacher, topic=number(Topic.SCHOOL))
    for by in ("noor", "lotte"):
        sent = {"word": "yes", "until": "stop", "said": "said", "once": family.once()}
        assert family.browser(by).post(where, sent).status_code == 404
        with pytest.raises(NotAllowedError):
            answering.answer(family.door(by, Section.ANSWERS), new, once=uuid7())
    assert not Say.objects.exists()


def test_an_answer_of_another_child_is_taken_back_by_nobody_here(family: Family) -> None:
    new = Answering(towards=family.member("sem_juf"), word=Word.NO, topic=Topic.SCHOOL, expressed="said")
    said = answering.answer(family.door("lotte", Section.ANSWERS, child="sem"), new, once=uuid7())
    for by in ("noor", "lotte"):
        where = family.url("portals:stop_answer", say=said.pk)
        assert family.browser(by).post(where, {"once": family.once()}).status_code == 404
    said.refresh_from_db()
    assert said.withdrawn_at is None


def test_a_yes_of_one_child_opens_nothing_of_another(family: Family) -> None:
    """Tarik is the father of both; Sem, and Sem alone, shows him who is around."""
    family.door("tarik", Section.SAID, child="sem")
    (papa,) = people.add(family.door("sem", child="sem"), ["papa"], layer=Layer.CHILD, act=uuid7())
    SamePerson.objects.create(item_id=papa, person_id=family.person("tarik"), confirmed_at=clock.now())
    new = Answering(towards=papa, word=Word.YES, topic=Topic.CIRCLE)
    answering.answer(family.door("sem", Section.ANSWERS, child="sem"), new, once=uuid7())
    assert family.door("tarik", Section.SAID, child="sem").answers.yes_topics == {Topic.CIRCLE}
    assert not family.door("tarik", Section.SAID).answers.yes_topics
    assert not sees_the_circle(family, "tarik")


def test_an_emergency_tells_nothing_of_another_child(family: Family, of_sem: Kept) -> None:
    facts = {"motive": "nu", "child_told": True, "parents_told": True}
    new = telling.Emergency(item=of_sem.pk, to=family.person("karim"), **facts)  # type: ignore[arg-type]
    with pytest.raises(NotAllowedError):
        telling.disclose(family.door("lotte", Section.CIRCLE), new, once=uuid7())
    assert not Disclosure.objects.exists()


def test_a_note_names_nobody_of_another_child_as_who_may_know(family: Family) -> None:
    write(family, "noor", "Dit is van mij", held_close="on", knowing=[str(family.member("sem_juf"))])
    assert not Say.objects.exists()


# -- two parents of one name ------------------------------------------------------------------------------------------


@pytest.fixture
def two_mamas(family: Family) -> UUID:
    """Noor has two mothers, and calls both mama: Ann, and Tarik in the part of the second one."""
    (second,) = people.add(family.door("noor"), ["mama"], layer=Layer.CHILD, act=uuid7())
    for member, person in ((family.member("mama"), "ann"), (second, "tarik")):
        SamePerson.objects.filter(person=family.person(person), item__dossier=family.noor.dossier).delete()
        SamePerson.objects.create(item_id=member, person_id=family.person(person), confirmed_at=clock.now())
    return second


def test_a_yes_to_one_mama_is_none_to_the_other(family: Family, two_mamas: UUID) -> None:
    new = Answering(towards=two_mamas, word=Word.YES, topic=Topic.CIRCLE)
    answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    assert sees_the_circle(family, "tarik")
    assert not sees_the_circle(family, "ann")
    assert "Nog niets" in family.page("portals:along", seen_by="noor", other=family.person("ann"))


def test_a_no_to_one_mama_leaves_the_other_as_she_was(family: Family, two_mamas: UUID) -> None:
    for member in (family.member("mama"), two_mamas):
        new = Answering(towards=member, word=Word.YES, topic=Topic.CIRCLE)
        answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    new = Answering(towards=family.member("mama"), word=Word.NO, topic=Topic.CIRCLE)
    answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    assert not sees_the_circle(family, "ann")
    assert sees_the_circle(family, "tarik")


# -- somebody who is two things ---------------------------------------------------------------------------------------


@pytest.fixture
def lotte_is_a_parent(family: Family) -> Family:
    """Of Noor herself, with whom she also works."""
    write(family, "lotte", "Noor sliep slecht")
    as_parent = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("ann")).get()
    as_parent.pk, as_parent.person_id = uuid7(), family.person("lotte")
    as_parent.save(force_insert=True)
    return family


def test_a_worker_who_is_also_a_parent_reads_as_a_parent(lotte_is_a_parent: Family) -> None:
    family = lotte_is_a_parent
    assert family.door("lotte", Section.SAID).relation is Relation.PARENT
    assert not family.door("lotte", Section.JOURNAL).within(
        Passage.objects.exclude(item__author=family.person("lotte"))
    )
    for page in ("circle:page", "rights:beside", "rights:heard", "portals:copy", "portals:known"):
        before = family.log(Event.DOOR_REFUSED)
        assert family.browser("lotte").get(family.url(page)).status_code == 404, page
        assert family.log(Event.DOOR_REFUSED) == before + 1
    assert ask(family, "karim", "yes", by="lotte", said="said").status_code == 404
    assert not Say.objects.exists()


def test_and_what_the_child_said_to_a_parent_holds_for_her(lotte_is_a_parent: Family) -> None:
    family = lotte_is_a_parent
    SamePerson.objects.create(
        item_id=family.member("lotte_member"), person_id=family.person("lotte"), confirmed_at=clock.now()
    )
    ask(family, "lotte_member", "yes")
    assert sees_the_circle(family, "lotte")
    ask(family, "lotte_member", "no")
    assert not sees_the_circle(family, "lotte")


# -- from one side to the other ---------------------------------------------------------------------------------------


def test_who_goes_to_another_side_takes_no_yes_along(family: Family) -> None:
    """Every yes waits until Noor says it anew; a yes about mama's side opens it no longer to who stands on papa's."""
    sides = {one.label: one.pk for one in Wall.objects.filter(dossier=family.noor.dossier)}
    mama, papa = sides["De kant van mama"], sides["De kant van papa"]
    door = family.door("lotte")
    for key, side in (("wilma", mama), ("mama", mama), ("papa", papa)):
        put(door, protecting.Toward(member=family.member(key)), side, act=uuid7())
    share(family, "wilma")
    one = Answering(towards=family.member("wilma"), word=Word.YES, item=family.member("mama"))
    answering.answer(family.door("noor", Section.ANSWERS), one, once=uuid7())

    def sees() -> set[str]:
        return {one.name for one in reading.people(family.door("wilma"), Layer.CHILD)}

    assert "mama" in sees()
    assert "papa" not in sees()
    put(family.door("lotte"), protecting.Toward(member=family.member("wilma")), papa, act=uuid7())
    with pytest.raises(RefusedError):
        sees()
    share(family, "wilma")
    assert "papa" in sees()
    assert "mama" not in sees()
    assert family.browser("wilma").get(family.url("portals:why", item=family.member("mama"))).status_code == 404
    put(family.door("lotte"), protecting.Toward(member=family.member("wilma")), mama, act=uuid7())
    share(family, "wilma")
    assert "papa" not in sees()
    assert walls.BETWEEN not in sees()


# -- a subject that has another name now ------------------------------------------------------------------------------

ROADS = ("portals:home", "portals:known", "portals:about", "journal:notes", "portals:thing")


def pages(family: Family, who: str, item: UUID) -> str:
    parts = {"portals:about": {"member": family.member("karim")}, "portals:thing": {"item": item}}
    answers = [family.browser(who).get(family.url(page, **parts.get(page, {}))) for page in ROADS]
    assert all(one.status_code in {200, 302, 404} for one in answers)
    return "".join(one.content.decode() for one in answers)


def test_a_subject_that_is_not_in_the_list_any_more_opens_nothing_and_breaks_no_page(family: Family) -> None:
    write(family, "noor", "Over de klas", topic_0="school")
    there = row(family, "Over de klas")
    ask(family, "karim", "yes", about="school")
    assert "Over de klas" in pages(family, "karim", there.pk)
    Say.objects.update(topic="lessons")
    before = family.log(Event.DOOR_REFUSED)
    assert "Over de klas" not in pages(family, "karim", there.pk)
    assert family.log(Event.DOOR_REFUSED) > before
    Item.objects.filter(pk=there.pk).update(topic="lessons")  # renamed in the rows too, and not in the list
    assert "Over de klas" not in pages(family, "karim", there.pk)
    for who in ("noor", "lotte"):
        assert "Over de klas" in pages(family, who, there.pk)


def test_a_no_about_a_subject_that_is_not_in_the_list_any_more_still_closes(family: Family) -> None:
    SamePerson.objects.create(
        item_id=family.member("lotte_member"), person_id=family.person("lotte"), confirmed_at=clock.now()
    )
    write(family, "noor", "Over de klas", topic_0="school")
    there = row(family, "Over de klas")
    ask(family, "lotte_member", "no", about="school")
    Say.objects.update(topic="lessons")
    Item.objects.filter(pk=there.pk).update(topic="lessons")
    assert "Over de klas" not in pages(family, "lotte", there.pk)
    assert "Over de klas" in pages(family, "noor", there.pk)
    about = family.page("portals:about", seen_by="noor", member=family.member("lotte_member"))
    taken = family.url("portals:stop_answer", say=Say.objects.get().pk)
    assert "Iets dat nu anders heet" in about or "iets dat nu anders heet" in about
    assert taken in about, "it can be taken back"
    assert family.browser("noor").post(taken, {"once": family.once()}).status_code == 302
    assert "Over de klas" in pages(family, "lotte", there.pk)
