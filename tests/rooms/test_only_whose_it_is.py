"""Whose word it is: acts of the door that a page never sends wrongly, asked without the page (R7, R8, R17, R28)."""

from uuid import UUID

import pytest

from kring.access.acts import answering, looking, pointing, telling
from kring.access.acts.answering import MayNotAnswer, WhyNot
from kring.access.acts.protecting import Toward, lift, restrict
from kring.access.beside import Beside
from kring.access.models import Disclosure, Given, Item, Say, Word
from kring.access.writing import Filing, NotAllowedError
from kring.circle.models import Placement
from kring.dossier.models import Involvement
from kring.journal.acts import notes
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section, Topic
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_parents_yes import said_by
from tests.rooms.test_telling import about_mama, notes_of, parents_yes, something, tell
from tests.rooms.test_transfers import make


def said(family: Family, who: str, topic: str, answer: Word, *, by: str) -> Say:
    """An answer of Noor, in the hand of somebody."""
    row: Say = Say.objects.create(
        dossier_id=family.noor.dossier,
        topic=topic,
        towards_id=family.member(who),
        answer=answer,
        expressed="said",
        given_by_id=family.person("noor"),
        recorded_by_id=family.person(by),
        from_on=clock.today(),
    )
    return row


def test_a_yes_of_a_parent_waits_too_when_a_restriction_is_over(family: Family) -> None:
    """Ann said yes to what is held about her; after a restriction it is hers to say again."""
    row = about_mama(family)
    parents_yes(family, row, "wilma")
    assert row.pk in notes_of(family, "wilma")
    door = family.door("lotte")
    (one,) = restrict(door, [Toward(person=family.person("wilma"))], from_on=clock.today(), until_on=None, once=None)
    lift(door, one, once=None)
    assert Say.objects.get(giver="parent").waits
    assert row.pk not in notes_of(family, "wilma")
    telling.says_yes(family.door("ann", Section.SAID), Say.objects.get(giver="parent"), once=uuid7())
    assert row.pk in notes_of(family, "wilma")


def test_looking_beside_a_worker_ends_when_it_was_taken_for_somebody_else(family: Family) -> None:
    """Also where Noor says yes to the file again, to who Karim is now: then it is asked aloud anew (R17)."""
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("karim"))
    held.update(relation=Relation.TRUST_PERSON.value)
    Given.objects.filter(way__person=family.person("karim")).update(item=None)  # he came in by no link for this one
    surely(family, "karim", "karim")
    said(family, "karim", Topic.THE_FILE.value, Word.YES, by="lotte")
    door = family.door("lotte", Section.RIGHTS)
    looking.ask(door, family.person("karim"), None, once=None)
    family.viewings["karim"] = looking.begin(family.door("karim", Section.SAID), once=None).pk
    assert looking.going_on(family.door("karim", Section.SAID))
    with family.door("lotte").writes(looking.Event.PERSON_POINTED_ELSEWHERE, once=None):
        pointing.move_to(door, family.person("karim"), of=family.member("karim"), to=family.member("els"))
    said(family, "els", Topic.THE_FILE.value, Word.YES, by="lotte")
    assert looking.going_on(family.door("karim", Section.SAID)) is None
    assert Beside.objects.get().ended_at is not None


@pytest.mark.parametrize(("who", "may"), [("lotte_member", False), ("els", True)])
def test_nobody_takes_back_a_no_of_the_child_towards_itself(family: Family, who: str, may: bool) -> None:
    """Bram wrote it down, so it is not in the hand of Noor: towards Els Lotte may take it back, towards herself not."""
    surely(family, "lotte", "lotte_member")
    row = said(family, who, Topic.CIRCLE.value, Word.NO, by="bram")
    door = family.door("lotte", Section.ANSWERS)
    if may:
        answering.withdraw(door, row, once=uuid7())
    else:
        with pytest.raises(MayNotAnswer) as refused:
            answering.withdraw(door, row, once=uuid7())
        assert refused.value.why is WhyNot.CHILDS_OWN
    row.refresh_from_db()
    assert (row.withdrawn_at is not None) is may
    answering.withdraw(family.door("noor", Section.ANSWERS), row, once=uuid7())


@pytest.mark.parametrize(("by", "may"), [("tarik", False), ("wilma", False), ("noor", False), ("ann", True)])
def test_one_parent_takes_back_no_yes_of_the_other(family: Family, by: str, may: bool) -> None:
    make(family, sure="on")
    row, door = said_by(family, "ann"), family.door(by, Section.SAID)
    if may:
        telling.take_back(door, row, once=uuid7())
    else:
        with pytest.raises(NotAllowedError):
            telling.take_back(door, row, once=uuid7())
    assert (said_by(family, "ann").withdrawn_at is not None) is may
    page = Item.objects.get(section=Section.TRANSFERS.value, dossier=family.noor.dossier)
    assert (page.told_to_id is None) is may


@pytest.mark.parametrize(("topic", "may"), [("lessons", False), ("school", True)])
def test_a_yes_about_a_subject_of_another_name_is_not_confirmed(family: Family, topic: str, may: bool) -> None:
    row = said(family, "karim", topic, Word.YES, by="noor")
    Say.objects.update(waits=True)
    row.refresh_from_db()
    door = family.door("noor", Section.ANSWERS)
    if may:
        answering.confirm(door, row, once=uuid7())
    else:
        with pytest.raises(NotAllowedError):
            answering.confirm(door, row, once=uuid7())
    row.refresh_from_db()
    assert row.waits is not may


def told(family: Family, who: str) -> set[UUID]:
    return {one.to_id for one in telling.told_of(family.door(who))}


def test_who_stands_beside_the_child_reads_of_what_was_passed_on_only_what_it_passed_on_itself(family: Family) -> None:
    """Wilma, her JIM, reads the same place in the circle; that Lotte gave it to Karim is not hers to know."""
    row = something(family)
    tell(family, row, to="wilma")
    tell(family, row, to="karim")
    Item.objects.filter(pk=row.pk).update(author=family.person("noor"))
    Involvement.objects.filter(person=family.person("wilma")).update(relation=Relation.JIM.value)
    assert row.pk in {one.pk for one in family.door("wilma").within(Placement.objects.all())}
    assert told(family, "wilma") == set()
    assert "gaf dit door" not in family.page("portals:thing", seen_by="wilma", item=row.pk)
    Disclosure.objects.filter(to=family.person("wilma")).update(by=family.person("wilma"))
    assert told(family, "wilma") == {family.person("wilma")}
    assert told(family, "lotte") == told(family, "noor") == {family.person("karim"), family.person("wilma")}


@pytest.mark.parametrize(("who", "may"), [("noor", True), ("wilma", True), ("lotte", False), ("ann", False)])
def test_do_not_share_is_said_by_the_child_its_jim_and_its_trust_person_alone(
    family: Family, who: str, may: bool
) -> None:
    """The form of others has no such box; the act refuses it too (R8)."""
    Involvement.objects.filter(person=family.person("wilma")).update(relation=Relation.JIM.value)
    klass = {"noor": Klass.OWN_WORDS}.get(who, Klass.FILE)
    door = family.door(who, Section.JOURNAL)
    for close in (False, True):
        new = notes.Note(pieces=(notes.Piece(words="Een paar woorden", filing=Filing(klass=klass, held_close=close)),))
        if may or not close:
            notes.write(door, new, act=uuid7())
        else:
            with pytest.raises(NotAllowedError):
                notes.write(door, new, act=uuid7())
    assert (
        Item.objects.filter(author=family.person(who), section=Section.JOURNAL.value, held_close=True).exists() is may
    )
