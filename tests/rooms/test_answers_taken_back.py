"""What taking an answer back and confirming it keep, and what they refuse by themselves (R7, R18, C54, A126)."""

from collections.abc import Callable

import pytest

from kring.access.acts import answering, stopping
from kring.access.acts.answering import MayNotAnswer, WhyNot
from kring.access.acts.protecting import Toward, restrict
from kring.access.models import Giver, Item, Say, Word
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_answers_refuse import door_of, said, stands, takes_over, thing, told


@pytest.mark.parametrize("word", list(Word))
@pytest.mark.parametrize("of", ["noor", "bram"])
@pytest.mark.parametrize("by", ["noor", "lotte"])
@pytest.mark.parametrize("new_device", [False, True])
def test_what_opens_is_taken_back_by_both_and_her_own_no_by_her_alone_on_a_device_that_is_known(
    family: Family, word: Word, of: str, by: str, new_device: bool
) -> None:
    row, other = said(family, "karim", word, by=of), said(family, "els", word, by=of)
    door = door_of(family, by)
    why = None
    if word is not Word.YES and (by, of) == ("lotte", "noor"):
        why = WhyNot.CHILDS_OWN
    elif word is not Word.YES and new_device:
        why = WhyNot.NEW_DEVICE
    if why:
        with pytest.raises(MayNotAnswer) as no:
            answering.withdraw(door, row, once=uuid7(), on_new_device=new_device)
        assert no.value.why is why
    else:
        answering.withdraw(door, row, once=uuid7(), on_new_device=new_device)
        assert Entry.objects.filter(event=Event.ANSWER_WITHDRAWN.value).latest("seq").codes == [word.value]
    assert stands(row) is bool(why)
    assert stands(other)


@pytest.mark.parametrize("act", [answering.withdraw, answering.confirm])
def test_an_answer_of_another_child_or_of_a_parent_is_not_hers_and_who_does_not_write_for_her_has_none(
    family: Family, act: Callable[..., None]
) -> None:
    row = said(family, "karim", Word.YES, by="noor", waits=True)
    for changed, by in (({"giver": Giver.PARENT}, "noor"), ({"dossier_id": family.sem.dossier}, "noor"), ({}, "wilma")):
        Say.objects.filter(pk=row.pk).update(**changed)
        row.refresh_from_db()
        with pytest.raises(NotAllowedError):
            act(door_of(family, by), row, once=uuid7())
        Say.objects.filter(pk=row.pk).update(giver=Giver.CHILD, dossier_id=family.noor.dossier)
    assert stands(row)
    assert row.waits
    act(family.door("noor", Section.ANSWERS), row, once=uuid7())


def confirmed(family: Family, row: Say, by: str) -> bool:
    """Whether it is confirmed by this one."""
    try:
        answering.confirm(door_of(family, by), row, once=uuid7())
    except NotAllowedError:
        return False
    assert row.waits is False
    row.refresh_from_db()
    assert row.waits is False
    return True


def test_what_waited_begins_takes_the_place_of_the_rest_and_the_other_is_told(family: Family) -> None:
    surely(family, "karim", "karim")
    no, other = said(family, "karim", Word.NO, by="noor"), said(family, "els", Word.NO, by="noor")
    row = said(family, "karim", Word.YES, by="noor", waits=True)
    assert confirmed(family, row, "noor")
    assert (stands(no), stands(other), stands(row)) == (False, True, True)
    assert told(family, "karim") == 1
    assert not confirmed(family, row, "noor"), "it waits for nothing any more"
    late = said(family, "karim", Word.YES, by="noor", waits=True, withdrawn_at=clock.now())
    assert not confirmed(family, late, "noor")


@pytest.mark.parametrize("case", ["nothing", "her own no", "taken over"])
def test_what_another_wrote_down_and_waits_nobody_confirms_but_noor(family: Family, case: str) -> None:
    if case == "her own no":
        said(family, "karim", Word.NO, by="noor")
    if case == "taken over":
        takes_over(family)
    row = said(family, "karim", Word.YES, by="bram", waits=True)
    assert not confirmed(family, row, "lotte")
    assert confirmed(family, row, "noor")


@pytest.mark.parametrize("case", ["nothing", "her own no", "taken over"])
def test_what_she_tapped_on_a_new_device_lotte_confirms_with_her_but_not_over_her_no_or_once_she_took_over(
    family: Family, case: str
) -> None:
    if case == "her own no":
        said(family, "karim", Word.NO, by="noor")
    if case == "taken over":
        takes_over(family)
    row = said(family, "karim", Word.YES, by="noor", waits=True, unsure=True)
    assert confirmed(family, row, "lotte") is (case == "nothing")
    assert confirmed(family, row, "noor") is (case != "nothing")


def test_what_she_tapped_where_she_was_known_and_an_event_made_wait_she_confirms_alone(family: Family) -> None:
    row = said(family, "karim", Word.YES, by="noor", waits=True)
    assert not confirmed(family, row, "lotte")
    assert confirmed(family, row, "noor")


def test_nobody_confirms_a_yes_towards_itself(family: Family) -> None:
    surely(family, "lotte", "lotte_member")
    row = said(family, "lotte_member", Word.YES, by="noor", waits=True)
    assert not confirmed(family, row, "lotte")
    assert confirmed(family, row, "noor")


def test_of_a_thing_that_is_not_read_any_more_and_of_a_page_nothing_is_confirmed_here(family: Family) -> None:
    item = thing(family)
    row = said(family, "karim", Word.YES, by="noor", waits=True, item=item)
    Item.objects.filter(pk=item.pk).update(held_close=True, author=family.person("noor"))
    assert not confirmed(family, row, "lotte")
    assert confirmed(family, row, "noor")
    page = said(family, "", Word.YES, by="noor", waits=True, item=item, made_for_id=family.person("nadia"))
    assert not confirmed(family, page, "noor")


def test_what_stands_in_its_way_since_is_asked_when_it_is_confirmed(family: Family) -> None:
    row = said(family, "karim", Word.YES, by="noor", waits=True)
    whom = [Toward(member=family.member("karim"))]
    restrict(family.door("lotte"), whom, from_on=clock.today(), until_on=None, once=None)
    with pytest.raises(MayNotAnswer) as no:
        answering.confirm(family.door("noor", Section.ANSWERS), row, once=uuid7())
    assert no.value.why is WhyNot.RESTRICTED
    row.refresh_from_db()
    assert row.waits


def test_a_yes_to_the_file_ends_with_the_serving_and_nothing_else_does(family: Family) -> None:
    file = {"topic": Topic.THE_FILE.value}
    two = [said(family, "karim", Word.YES, by=by, waits=by == "lotte", **file) for by in ("noor", "lotte")]
    kept = [said(family, "karim", Word.NO, by="noor", **file), said(family, "els", Word.YES, by="noor", **file)]
    kept.append(said(family, "karim", Word.YES, by="noor"))
    stopping.end_file_access(family.door("lotte"), family.member("karim"))
    assert [stands(one) for one in (*two, *kept)] == [False, False, True, True, True]
    line = Entry.objects.filter(event=Event.ANSWER_WITHDRAWN.value).latest("seq")
    assert (line.subject, line.codes) == (two[0].pk, ["yes"])
    stopping.end_file_access(family.door("lotte"), family.member("karim"))
    assert family.log(Event.ANSWER_WITHDRAWN) == 1, "what is over does not end again"


def test_no_yes_goes_on_towards_who_is_nothing_to_her_any_more_also_where_it_stands_twice(family: Family) -> None:
    surely(family, "karim", "karim")
    surely(family, "karim", "papa")
    ended = [said(family, who, Word.YES, by="noor", waits=who == "papa") for who in ("karim", "papa")]
    kept = [said(family, "karim", Word.NO, by="noor"), said(family, "els", Word.YES, by="noor")]
    kept.append(said(family, "karim", Word.YES, by="lotte", giver=Giver.PARENT))
    stopping.end_every_yes(family.door("noor"), family.member("karim"))
    assert [stands(one) for one in (*ended, *kept)] == [False, False, True, True, True]
    line = Entry.objects.filter(event=Event.ANSWER_WITHDRAWN.value).latest("seq")
    assert line.subject == ended[0].pk
    stopping.end_every_yes(family.door("noor"), family.member("karim"))
    assert family.log(Event.ANSWER_WITHDRAWN) == 1
    nobody_has = said(family, "wilma", Word.YES, by="noor")
    stopping.end_every_yes(family.door("noor"), family.member("wilma"))
    assert not stands(nobody_has), "also where nobody said who that is"
