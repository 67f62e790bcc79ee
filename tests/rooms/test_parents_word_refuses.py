"""What acts about the yes of a parent keep, and what they refuse by themselves, asked without the page (R7, R29)."""

from typing import Any

import pytest

from kring.access.acts import parents_word, telling
from kring.access.acts.protecting import Toward, restrict
from kring.access.acts.telling import ParentsYes
from kring.access.door import Door
from kring.access.models import Giver, Item, Say, Word
from kring.access.writing import ITSELF, NotAllowedError
from kring.dossier.models import Involvement
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from tests.family import Family
from tests.rooms.test_telling import about_mama

STRANGERS = ["noor", "ann", "wilma", "bram"]


def door_of(family: Family, who: str) -> Door:
    opens = {"lotte": Section.JOURNAL, "bram": Section.CIRCLE}
    return family.door(who, opens.get(who, Section.SAID))


def note(family: Family, row: Passage, to: str = "wilma", *, by: str = "lotte", how: str = "said") -> Say:
    new = ParentsYes(item=row.item_id, towards=family.member(to), expressed=how)
    return telling.note_the_parents_yes(door_of(family, by), new, once=uuid7())


def said(family: Family, who: str, row: Passage, **more: Any) -> Say:
    """A yes of a parent to this text: towards Wilma, or as a page for Nadia."""
    towards = None if "made_for_id" in more else family.member("wilma")
    facts = {"given_by_id": family.person(who), "recorded_by_id": family.person("lotte"), "from_on": clock.today()}
    facts |= {"dossier_id": family.noor.dossier, "item_id": row.item_id, "towards_id": towards}
    new: Say = Say.objects.create(**{"answer": Word.YES, "giver": Giver.PARENT, "expressed": "said", **facts, **more})
    return new


def stands(*rows: Say) -> list[bool]:
    """Which of them were not taken back."""
    for row in rows:
        row.refresh_from_db()
    return [row.withdrawn_at is None for row in rows]


def offered(family: Family, row: Passage, by: str = "lotte") -> set[str]:
    there = {other.person for other in telling.to_whom_a_parent_may(door_of(family, by), row.item)}
    return {who for who in ("noor", "ann", "tarik", "wilma", "karim", "rita", "bram") if family.person(who) in there}


def test_a_yes_is_kept_with_the_text_as_it_was_and_takes_the_place_of_the_one_before(family: Family) -> None:
    row = about_mama(family)
    Item.objects.filter(pk=row.item_id).update(version=4)
    first, other = note(family, row), note(family, row, "karim")
    of_noor = said(family, "noor", row, giver=Giver.CHILD)
    again = note(family, row)
    assert stands(first, other, of_noor, again) == [False, True, True, True]
    assert (again.given_by_id, again.recorded_by_id) == (family.person("ann"), family.person("lotte"))
    assert (again.of_version, again.giver, again.expressed, again.waits) == (4, Giver.PARENT, "said", False)
    assert note(family, row, how=ITSELF).waits


def test_a_yes_of_a_parent_is_asked_towards_those_to_whom_it_opens_the_text_and_by_a_worker(family: Family) -> None:
    row = about_mama(family)
    assert {"wilma", "karim"} <= offered(family, row)
    assert not {"noor", "ann", "bram"} & offered(family, row)
    for who in STRANGERS:
        assert offered(family, row, who) == set(), who
    for nobody in ("mama", "els"):
        with pytest.raises(NotAllowedError):
            note(family, row, nobody)
    strange = {"item": uuid7(), "towards": family.member("wilma"), "expressed": "said"}
    with pytest.raises(NotAllowedError):
        telling.note_the_parents_yes(door_of(family, "lotte"), ParentsYes(**strange), once=uuid7())
    with pytest.raises(NotAllowedError):
        note(family, row, by="wilma")
    assert not Say.objects.filter(giver=Giver.PARENT).exists()
    assert note(family, row).pk
    restrict(
        door_of(family, "lotte"),
        [Toward(person=family.person("karim"))],
        from_on=clock.today(),
        until_on=None,
        once=None,
    )
    assert {"wilma"} == {"wilma", "karim"} & offered(family, row), "to whom contact is restricted it opens nothing"
    with pytest.raises(NotAllowedError):
        note(family, row, "karim")
    Item.objects.filter(pk=row.item_id).update(held_close=True, author=family.person("noor"))
    with pytest.raises(NotAllowedError):
        note(family, row)


@pytest.mark.parametrize("how", ["ended", "no parent", "nobody said who that is"])
def test_of_whom_is_no_parent_here_no_yes_is_asked(family: Family, how: str) -> None:
    row = about_mama(family)
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("ann"))
    if how == "ended":
        held.update(ended_at=clock.now())
    elif how == "no parent":
        held.update(relation=Relation.SUPPORTER.value)
    else:
        Item.objects.filter(pk=row.item_id).update(about=family.member("els"))
        row.item.refresh_from_db()
    assert offered(family, row) == set()
    with pytest.raises(NotAllowedError):
        note(family, row)


def test_a_parent_finds_its_own_yes_and_a_worker_each_of_a_text_that_it_reads(family: Family) -> None:
    row, lotte = about_mama(family), door_of(family, "lotte")
    anns, tariks = said(family, "ann", row, said_at=clock.now()), said(family, "tarik", row)
    gone = said(family, "ann", row, withdrawn_at=clock.now())
    said(family, "ann", row, giver=Giver.CHILD)
    ann = door_of(family, "ann")
    assert [one.pk for one in parents_word.said_by_me(ann)] == [anns.pk]
    assert [parents_word.is_taken_back(ann, one.pk) for one in (anns, tariks, gone)] == [False, False, True]
    assert not parents_word.is_taken_back(door_of(family, "tarik"), gone.pk)
    assert {one.pk for one in telling.said_of(lotte, row.item)} == {anns.pk, tariks.pk}
    for who in STRANGERS:
        assert telling.said_of(door_of(family, who), row.item) == [], who
        assert telling.said_by_a_parent(door_of(family, who), anns.pk) is None, who
    found = telling.said_by_a_parent(lotte, anns.pk)
    assert found
    assert found.pk == anns.pk
    assert telling.said_by_a_parent(lotte, gone.pk) is None
    assert telling.said_by_a_parent(lotte, uuid7()) is None
    of_a_subject = said(family, "ann", row, item_id=None, topic="school")
    assert telling.said_by_a_parent(lotte, of_a_subject.pk) is None
    Item.objects.filter(pk=row.item_id).update(held_close=True, author=family.person("noor"))
    assert telling.said_by_a_parent(lotte, anns.pk) is None, "she does not read that text any more"


@pytest.mark.parametrize(
    ("by", "may"), [("ann", True), ("lotte", True), ("tarik", False), ("noor", False), ("bram", False)]
)
@pytest.mark.parametrize("page", [False, True])
def test_a_yes_is_taken_back_by_who_gave_it_or_a_worker_as_often_as_it_stands_and_closes_the_page(
    family: Family, by: str, may: bool, page: bool
) -> None:
    row = about_mama(family)
    Item.objects.filter(pk=row.item_id).update(told_to=family.person("nadia"))
    more = {"made_for_id": family.person("nadia")} if page else {}
    mine, twice, other = (
        said(family, "ann", row, **more),
        said(family, "ann", row, **more),
        said(family, "tarik", row, **more),
    )
    elsewhere = said(family, "ann", row, towards_id=family.member("karim"))
    door = door_of(family, by)
    if may:
        telling.take_back(door, mine, once=uuid7())
    else:
        with pytest.raises(NotAllowedError):
            telling.take_back(door, mine, once=uuid7())
    assert stands(mine, twice, elsewhere) == [not may, not may, True]
    assert stands(other) == [page or not may], "of a page each parent says it for itself"
    reads = Item.objects.get(pk=row.item_id).told_to_id
    assert (reads is None) is (may and page)


def test_what_the_child_said_and_what_a_parent_said_of_another_child_is_not_taken_back_so(family: Family) -> None:
    row = about_mama(family)
    hers = said(family, "ann", row, giver=Giver.CHILD, waits=True)
    of_sem = said(family, "ann", row, dossier_id=family.sem.dossier, waits=True)
    for one in (hers, of_sem):
        for by in ("ann", "lotte"):
            with pytest.raises(NotAllowedError):
                telling.take_back(door_of(family, by), one, once=uuid7())
    with pytest.raises(NotAllowedError):
        telling.says_yes(door_of(family, "ann"), of_sem, once=uuid7())
    assert stands(hers, of_sem) == [True, True]


@pytest.mark.parametrize("page", [False, True])
def test_a_parent_taps_its_own_yes_that_waits_and_nobody_does_it_for_it(family: Family, page: bool) -> None:
    row = about_mama(family)
    more: dict[str, Any] = {"waits": True} | ({"made_for_id": family.person("nadia")} if page else {})
    mine, other = said(family, "ann", row, **more), said(family, "tarik", row, **more)
    for who in ("tarik", "lotte", "noor"):
        with pytest.raises(NotAllowedError):
            telling.says_yes(door_of(family, who), mine, once=uuid7())
    telling.says_yes(door_of(family, "ann"), mine, once=uuid7())
    for one in (mine, other):
        one.refresh_from_db()
    assert (mine.waits, mine.recorded_by_id, other.waits) == (False, family.person("ann"), True)
    with pytest.raises(NotAllowedError):
        telling.says_yes(door_of(family, "ann"), mine, once=uuid7())  # it waits for nothing any more
    assert Item.objects.get(pk=row.item_id).told_to_id is None
    telling.says_yes(door_of(family, "tarik"), other, once=uuid7())
    assert (Item.objects.get(pk=row.item_id).told_to_id == family.person("nadia")) is page


@pytest.mark.parametrize(("page", "may"), [(False, True), (True, False)])
def test_once_anybody_took_its_yes_to_a_page_back_nobody_taps_it_any_more(
    family: Family, page: bool, may: bool
) -> None:
    """Of a text about itself it is: what was said before says nothing of it."""
    row = about_mama(family)
    more: dict[str, Any] = {"made_for_id": family.person("nadia")} if page else {}
    said(family, "tarik", row, withdrawn_at=clock.now(), made_for_id=family.person("nadia"))
    mine, gone = (
        said(family, "ann", row, waits=True, **more),
        said(family, "ann", row, waits=True, withdrawn_at=clock.now()),
    )
    for one, so in ((gone, False), (mine, may)):
        if so:
            telling.says_yes(door_of(family, "ann"), one, once=uuid7())
        else:
            with pytest.raises(NotAllowedError):
                telling.says_yes(door_of(family, "ann"), one, once=uuid7())
    mine.refresh_from_db()
    assert mine.waits is not may


def test_a_yes_about_a_subject_is_none_that_a_parent_taps(family: Family) -> None:
    row = about_mama(family)
    mine = said(family, "ann", row, waits=True, item_id=None, topic="school")
    with pytest.raises(NotAllowedError):
        telling.says_yes(door_of(family, "ann"), mine, once=uuid7())
    mine.refresh_from_db()
    assert mine.waits
