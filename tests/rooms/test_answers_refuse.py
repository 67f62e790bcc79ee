"""What answering keeps, and what it refuses by itself, where no page would send it too (R7, R8, R18, C54)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kring.access.acts import answering
from kring.access.acts.answering import Answering, MayNotAnswer, WhyNot
from kring.access.acts.protecting import Toward, restrict
from kring.access.door import Door, open_door
from kring.access.models import Item, Say, Word
from kring.access.writing import ITSELF, NotAllowedError
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.circle.models import Placement
from kring.dossier.models import Involvement, TakenOver
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section, Topic
from kring.people.models import Message, MessageCode
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_telling import about_mama

SHUT = [Word.NO, Word.ASK]


def door_of(family: Family, who: str) -> Door:
    return family.door(who, Section.ANSWERS if who in {"noor", "lotte"} else Section.SAID)


def answer(family: Family, who: str, word: Word, *, by: str = "noor", **more: Any) -> Say:
    facts = {"topic": Topic.SCHOOL} | more if "item" not in more else more
    new = Answering(towards=family.member(who), word=word, **facts)
    return answering.answer(door_of(family, by), new, once=uuid7())


def said(family: Family, who: str, word: Word, *, by: str, **more: Any) -> Say:
    """An answer of Noor about school, in the hand of somebody."""
    facts: dict[str, Any] = {"topic": "" if "item" in more else Topic.SCHOOL.value, "expressed": "said"}
    facts |= {"given_by_id": family.person("noor"), "recorded_by_id": family.person(by), "from_on": clock.today()}
    towards = None if more.get("made_for_id") else family.member(who)
    row: Say = Say.objects.create(
        **{"dossier_id": family.noor.dossier, "towards_id": towards, "answer": word, **facts, **more}
    )
    return row


def stands(row: Say) -> bool:
    """Whether it was not taken back."""
    row.refresh_from_db()
    return row.withdrawn_at is None


def refused(family: Family, who: str, word: Word = Word.YES, *, by: str = "noor", **more: Any) -> WhyNot | None:
    """Why it may not be answered; nothing: it may."""
    try:
        answer(family, who, word, by=by, **more)
    except MayNotAnswer as why:
        return why.why
    return None


def thing(family: Family) -> Item:
    row = family.door("noor").within(Placement.objects.filter(until_at=None)).first()
    assert row is not None
    return row.item


def told(family: Family, who: str) -> int:
    return Message.objects.filter(person=family.person(who), code=MessageCode.SHARED.value).count()


def takes_over(family: Family) -> None:
    """Noor took over what stands here about her, with her own hands."""
    facts = {"said": "yes", "said_on": clock.today(), "expressed": ITSELF, "recorded_by_id": family.person("noor")}
    TakenOver.objects.create(dossier_id=family.noor.dossier, **facts)


def test_of_one_thing_is_kept_which_text_it_was_and_of_a_subject_which(family: Family) -> None:
    item, day = thing(family), clock.today() + timedelta(days=5)
    Item.objects.filter(pk=item.pk).update(version=3)
    one = answer(family, "karim", Word.YES, item=item.pk, until_on=day)
    assert (one.item_id, one.topic, one.of_version, one.until_on) == (item.pk, "", 3, day)
    assert Entry.objects.filter(event=Event.ANSWER_GIVEN.value).latest("seq").codes == ["yes", "item"]
    other = answer(family, "karim", Word.NO, until_on=day)
    assert (other.item_id, other.topic, other.of_version, other.until_on) == (None, "school", 1, None)
    assert (other.answer, other.waits, other.expressed) == ("no", False, ITSELF)
    assert other.given_by_id == other.recorded_by_id == family.person("noor")
    assert Entry.objects.filter(event=Event.ANSWER_GIVEN.value).latest("seq").codes == ["no", "school"]


@pytest.mark.parametrize(("word", "waits"), [(Word.YES, True), (Word.NO, False), (Word.ASK, False)])
def test_on_a_new_device_only_what_opens_waits_and_nobody_is_told_before(
    family: Family, word: Word, waits: bool
) -> None:
    before = said(family, "karim", Word.YES, by="noor")
    assert answer(family, "karim", word, waits=True).waits is waits
    assert stands(before) is waits
    assert told(family, "karim") == 0
    assert not answer(family, "karim", Word.YES).waits
    assert told(family, "karim") == 1


@pytest.mark.parametrize("word", SHUT)
def test_over_a_no_of_her_own_a_yes_that_lotte_writes_down_waits_and_the_no_stands(family: Family, word: Word) -> None:
    hers, of_bram = said(family, "karim", word, by="noor"), said(family, "els", word, by="bram")
    assert answer(family, "karim", Word.YES, by="lotte").waits
    assert stands(hers)
    assert not answer(family, "els", Word.YES, by="lotte").waits
    assert not stands(of_bram)
    assert not answer(family, "karim", Word.YES).waits
    assert not stands(hers), "she lifts it herself"


@pytest.mark.parametrize("word", SHUT)
def test_what_she_closed_in_a_session_that_is_not_sure_is_her_own_too(family: Family, word: Word) -> None:
    """With a new card she opens nothing; what closes holds at once, and nobody opens it in her place (R7, R8)."""
    hers = said(family, "karim", word, by="noor", unsure=True)
    assert answer(family, "karim", Word.YES, by="lotte").waits
    assert stands(hers)


@pytest.mark.parametrize(
    ("by", "waits", "how", "unsure"),
    [
        ("noor", False, {}, False),
        ("noor", True, {}, True),
        ("noor", False, {"is_unsure": True}, True),
        ("noor", True, {"is_small": True, "is_unsure": True}, False),
        ("lotte", False, {}, False),
        ("lotte", True, {"is_unsure": True}, False),
    ],
)
def test_what_is_kept_is_whether_kring_was_sure_that_it_was_her(
    family: Family, by: str, waits: bool, how: dict[str, bool], unsure: bool
) -> None:
    """On a new device or with a new card not; with pictures it is, and of who writes it down nobody asks that (R7)."""
    door = open_door(replace(family.actor(by), **how), family.noor.dossier, Section.ANSWERS)
    for word in Word:
        new = Answering(towards=family.member("karim"), word=word, topic=Topic.SCHOOL, waits=waits)
        assert answering.answer(door, new, once=uuid7()).unsure is unsure


def test_a_no_that_lotte_writes_down_leaves_her_own_no_and_takes_the_place_of_a_yes(family: Family) -> None:
    no, yes = said(family, "karim", Word.ASK, by="noor"), said(family, "karim", Word.YES, by="noor")
    other = said(family, "els", Word.YES, by="noor")
    assert not answer(family, "karim", Word.NO, by="lotte").waits
    assert (stands(no), stands(yes), stands(other)) == (True, False, True)


@pytest.mark.parametrize("word", SHUT)
def test_a_yes_begins_today_also_over_what_was_closed_before(family: Family, word: Word) -> None:
    """What closes goes on from its first day; a yes of today is none of before, also to who asks that at eighteen."""
    long_ago = clock.today() - timedelta(days=400)
    said(family, "karim", word, by="noor", from_on=long_ago)
    assert answer(family, "karim", word).from_on == long_ago
    assert answer(family, "karim", Word.YES).from_on == clock.today()


@pytest.mark.parametrize(
    ("by", "word", "waits"), [("lotte", Word.YES, True), ("lotte", Word.NO, False), ("noor", Word.YES, False)]
)
def test_once_she_took_it_over_a_yes_in_the_hand_of_another_waits(
    family: Family, by: str, word: Word, waits: bool
) -> None:
    takes_over(family)
    assert answer(family, "karim", word, by=by).waits is waits


def test_towards_whom_nothing_is_answered(family: Family) -> None:
    """Herself, the worker who would write it down, and who is not of her circle or not seen by who asks."""
    school: dict[str, Any] = {"word": Word.YES, "topic": Topic.SCHOOL}
    surely(family, "noor", "els")
    surely(family, "lotte", "lotte_member")
    assert [refused(family, "els", word) for word in Word] == [WhyNot.ONESELF] * 3
    assert refused(family, "lotte_member", by="lotte") is WhyNot.TO_ME
    assert refused(family, "lotte_member", Word.NO, by="lotte") is None
    assert refused(family, "lotte_member", Word.YES) is None
    assert refused(family, "papa", by="lotte") is None
    elsewhere = Item.objects.filter(dossier_id=family.sem.dossier, section=Section.CIRCLE.value).values_list(
        "pk", flat=True
    )
    for stranger in (uuid7(), elsewhere[0]):
        with pytest.raises(NotAllowedError):
            answering.answer(door_of(family, "noor"), Answering(towards=stranger, **school), once=uuid7())
    Item.objects.filter(pk=family.member("karim")).update(author=family.person("noor"), held_close=True)
    with pytest.raises(NotAllowedError):
        refused(family, "karim", by="lotte")
    assert refused(family, "karim") is None


def test_nobody_answers_but_noor_and_who_writes_for_her(family: Family) -> None:
    Involvement.objects.filter(person=family.person("wilma")).update(relation=Relation.JIM.value)
    said(family, "wilma", Word.YES, by="noor", topic=Topic.CIRCLE.value)
    surely(family, "wilma", "wilma")
    door = family.door("wilma")
    assert door.within(Placement.objects.filter(member=family.member("karim"))).exists()
    new = Answering(towards=family.member("karim"), word=Word.NO, topic=Topic.SCHOOL)
    with pytest.raises(NotAllowedError):
        answering.answer(door, new, once=uuid7())


def test_with_whom_contact_is_restricted_only_what_closes_is_answered(family: Family) -> None:
    whom = [Toward(member=family.member("karim"))]
    restrict(family.door("lotte"), whom, from_on=clock.today(), until_on=None, once=None)
    assert [refused(family, "karim", word) for word in (Word.YES, *SHUT)] == [WhyNot.RESTRICTED, None, None]
    assert refused(family, "els") is None


@pytest.mark.parametrize(("days", "why"), [(-1, WhyNot.PAST), (0, None), (1, None)])
def test_today_is_the_first_day_until_which_a_yes_may_last(family: Family, days: int, why: WhyNot | None) -> None:
    assert refused(family, "karim", until_on=clock.today() + timedelta(days=days)) is why


@pytest.mark.parametrize(
    ("relation", "told_as", "serves"),
    [("trust_person", "", True), ("supporter", "trust_person", True), ("supporter", "", False)],
)
def test_the_file_is_asked_of_who_serves_or_does_as_far_as_she_knows(
    family: Family, relation: str, told_as: str, serves: bool
) -> None:
    surely(family, "karim", "karim")
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("karim"))
    held.update(relation=relation, told_as=told_as)
    why = None if serves else WhyNot.NOT_SERVING
    assert refused(family, "karim", topic=Topic.THE_FILE) is why
    assert refused(family, "karim", Word.NO, topic=Topic.THE_FILE) is None
    assert refused(family, "karim", topic=Topic.SCHOOL) is None


@pytest.mark.parametrize(
    ("lasts", "days", "why"),
    [(None, 5, WhyNot.TOPIC_LASTS), (9, 5, WhyNot.TOPIC_LASTS), (5, 5, None), (3, 5, None), (None, None, None)],
)
def test_a_yes_for_some_days_means_nothing_under_one_about_its_subject_that_goes_on(
    family: Family, lasts: int | None, days: int | None, why: WhyNot | None
) -> None:
    until, last = (None if one is None else clock.today() + timedelta(days=one) for one in (lasts, days))
    item = thing(family)
    row = said(family, "karim", Word.YES, by="noor", topic=item.topic, until_on=until)
    assert refused(family, "karim", item=item.pk, until_on=last) is why
    assert refused(family, "karim", Word.NO, item=item.pk, until_on=last) is None
    assert refused(family, "els", item=item.pk, until_on=last) is None
    Say.objects.filter(pk=row.pk).update(answer=Word.NO, until_on=None)
    assert refused(family, "karim", item=item.pk, until_on=last) is None


def test_of_what_is_not_there_or_opens_to_nobody_by_a_yes_nothing_is_answered(family: Family) -> None:
    item, door = thing(family), family.door("lotte", Section.ANSWERS)
    new = Answering(towards=family.member("karim"), word=Word.YES, item=item.pk)
    hers = {"held_close": True, "author": family.person("noor")}
    for changed in ({"dossier_id": family.sem.dossier}, {"section": "concerns"}, hers):
        with_it = Item.objects.filter(pk=item.pk)
        before = with_it.values(*{"dossier_id", "section", "held_close", "author"}).get()
        with_it.update(**changed)
        with pytest.raises(NotAllowedError):
            answering.answer(door, new, once=uuid7())
        with_it.update(**before)
    assert answering.answer(door, new, once=uuid7()).item_id == item.pk


@pytest.mark.parametrize(
    ("section", "klass", "close", "asked"),
    [
        (Section.CONCERNS, Klass.CONCERN, False, (False, False)),
        (Section.CONCERNS, Klass.CONCERN, True, (True, False)),
        (Section.SAFETY, Klass.OWN_WORDS, False, (True, True)),
        (Section.JOURNAL, Klass.HOUSEHOLD, False, (False, False)),
    ],
)
def test_a_yes_is_asked_of_what_it_opens_to_somebody(
    section: Section, klass: Klass, close: bool, asked: tuple[bool, bool]
) -> None:
    row = Item(section=section.value, klass=klass.value, held_close=close)
    assert (answering.is_asked(row), answering.is_asked_by_subject(row)) == asked


@pytest.mark.parametrize(("klass", "may"), [(Klass.HOUSEHOLD, False), (Klass.FILE, True)])
def test_what_is_held_about_a_parent_is_read_by_lotte_and_answered_by_no_yes_of_noor(
    family: Family, klass: Klass, may: bool
) -> None:
    """That opens by the yes of the parent alone (R7)."""
    row = about_mama(family)
    Item.objects.filter(pk=row.item_id).update(klass=klass.value)
    door, new = door_of(family, "lotte"), Answering(towards=family.member("karim"), word=Word.YES, item=row.item_id)
    if may:
        assert answering.answer(door, new, once=uuid7()).item_id == row.item_id
    else:
        with pytest.raises(NotAllowedError):
            answering.answer(door, new, once=uuid7())


def test_of_a_child_that_comes_in_by_nothing_nobody_is_taken_for_the_child_itself(family: Family) -> None:
    Involvement.objects.filter(person=family.person("noor")).update(ended_at=clock.now())
    row = answer(family, "els", Word.YES, by="lotte", expressed="said")
    assert (row.given_by_id, row.towards_id) == (None, family.member("els"))
