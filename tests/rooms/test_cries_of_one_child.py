"""What waits at one child because it is not safe: for whom it waits, and what nobody reads any more (R14)."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.access.acts import crying
from kring.access.cries import of_child, unread
from kring.access.models import Item, Say, Talked, Unanswered, Word
from kring.access.writing import NotAllowedError
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.rooms.test_cries_are_read import lotte_is_there
from tests.rooms.test_not_safe import cry


def said(family: Family) -> Item:
    cry(family)
    return Item.objects.get(section=Section.SAID.value, look_on__isnull=False)


def test_it_waits_for_lotte_to_whom_noor_said_it_and_for_others_beside(family: Family) -> None:
    row = said(family)
    hers, greets = of_child(family.door("lotte")), of_child(family.door("noor"))
    assert (hers.mine, hers.others, hers.lost) == (True, (), ())
    assert (greets.mine, greets.others, greets.lost) == (False, (row.pk,), ())
    assert greets.since == row.made_at


def test_what_noor_closed_to_lotte_is_not_hers_any_more_and_lost(family: Family) -> None:
    lotte_is_there(family)
    row = said(family)
    assert of_child(family.door("lotte")).mine
    by = {"given_by_id": family.person("noor"), "recorded_by_id": family.person("noor"), "from_on": clock.today()}
    about = {"item": row, "towards_id": family.member("els"), "answer": Word.NO.value, "expressed": "itself"}
    Say.objects.create(dossier_id=family.noor.dossier, **about, **by)
    hers = of_child(family.door("lotte"))
    assert (hers.mine, hers.others, hers.lost) == (False, (row.pk,), (row.pk,))


def test_what_nobody_counts_on_to_be_read_is_lost_to_who_did_not_hear_it(family: Family) -> None:
    row = said(family)
    assert of_child(family.door("noor")).lost == ()
    Unanswered.objects.create(item=row, since=clock.now())
    assert of_child(family.door("noor")).lost == (row.pk,)
    assert of_child(family.door("lotte")).mine, "she who was told still reads it"


def test_at_a_place_where_nothing_waits_nothing_is_asked(family: Family) -> None:
    door = family.door("lotte")
    assert door.dossier.urgent_since is None
    with CaptureQueriesContext(connection) as asked:
        assert not unread(door)
    assert len(asked) == 0
    said(family)
    assert unread(family.door("lotte")).mine


# -- what is written of it --------------------------------------------------------------------------------------------


def spoke(*of: UUID) -> crying.Spoke:
    return crying.Spoke(of=of, by="Greet", on=clock.today())


@pytest.mark.parametrize("who", ["noor", "bram"])
def test_that_somebody_spoke_with_noor_is_written_by_who_works_with_her_alone(family: Family, who: str) -> None:
    cry(family, "wilma")
    row = Item.objects.get(section=Section.SAID.value, look_on__isnull=False)
    with pytest.raises(NotAllowedError):
        crying.was_talked_about(family.door(who), spoke(row.pk))
    assert not Talked.objects.exists()
    crying.was_talked_about(family.door("lotte"), spoke(row.pk))
    written = Talked.objects.get()
    assert (written.item_id, written.spoken_by, written.spoken_on) == (row.pk, "Greet", clock.today())
    assert written.written_by_id == family.person("lotte")


def test_nothing_is_written_of_nothing_nor_of_what_she_reads_herself_nor_of_what_is_no_cry(family: Family) -> None:
    cry(family, "wilma")
    row = said_to(family, "wilma")
    cry(family)
    hers = said_to(family, "lotte")
    lotte = family.door("lotte")
    for of in ((), (hers.pk,), (uuid7(),), (row.pk, hers.pk), (row.pk, uuid7())):
        with pytest.raises(NotAllowedError):
            crying.was_talked_about(lotte, spoke(*of))
    assert not Talked.objects.exists()
    crying.was_talked_about(lotte, spoke(row.pk))
    assert Talked.objects.get().item_id == row.pk


def said_to(family: Family, who: str) -> Item:
    return Item.objects.get(section=Section.SAID.value, look_on__isnull=False, told_to=family.person(who))


def test_who_answers_no_more_is_counted_on_no_more_until_she_does_again(family: Family) -> None:
    lotte_is_there(family)
    row, other = said(family), family.member("wilma")
    door = family.door("noor")
    crying.answers_no_more(door, other)
    assert not Unanswered.objects.exists(), "it was not said to her"
    crying.answers_no_more(door, family.member("els"))
    crying.answers_no_more(door, family.member("els"))
    assert Unanswered.objects.get().item_id == row.pk
    crying.answers_again(door, other)
    assert Unanswered.objects.exists()
    crying.answers_again(door, family.member("els"))
    assert not Unanswered.objects.exists()


@pytest.mark.parametrize("model", [Talked, Unanswered])
def test_a_row_beside_a_cry_is_called_by_its_key(model: type[Talked | Unanswered]) -> None:
    key = uuid7()
    assert str(model(id=key)) == str(key)
