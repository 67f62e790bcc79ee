"""What holds in a life of Noor, after whatever sequence: R1 to R6 and R9 of product.md, read from the rows."""

from collections import Counter
from collections.abc import Callable

from kring.audit.events import Event
from kring.audit.models import Entry
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation
from kring.law.decision import Decision
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Answered, Asker, Stand, Step, Voice
from kring.law.trust_person import CONDITIONS, ENTRY
from kring.rights import paths
from kring.rights.acts import wishes
from kring.rights.models import Appointment, Condition, Factor, Limit, Serving, Taken, Wish
from tests.rooms.living import Living


def what_she_said_stands(life: Living) -> None:
    """R1, R2: in force is what she said and nobody took back; what ended, ended by her word or the person's."""
    rows, should = life.rows(Wish, "noor"), life.should
    now = [(life.name_of(one.member_id), Meaning(one.meaning)) for one in rows if one.withdrawn_on is None]
    over = [(life.name_of(one.member_id), Meaning(one.meaning), one.ended_by) for one in rows if one.withdrawn_on]
    assert Counter(now) == Counter(should.named)
    assert Counter(over) == Counter(should.ended)
    assert all(one.withdrawn_on is None or one.named_on <= one.withdrawn_on for one in rows), "an end before a start"


def named_is_not_serving(life: Living) -> None:
    """R2: the position began by its own act alone; until then one is a supporter, also where one comes in."""
    rows = life.rows(Serving)
    assert {life.name_of(one.member_id) for one in rows if one.ended_on is None} == life.should.serving
    assert all(one.ended_on is None or one.began_on <= one.ended_on for one in rows), "an end before a start"
    assert all(life.should.trusts(one) for one in life.should.serving)
    held = Involvement.objects.filter(dossier=life.family.noor.dossier, relation=Relation.TRUST_PERSON, ended_at=None)
    assert set(held.values_list("person_id", flat=True)) <= {
        life.family.seeded.persons.get(one) for one in life.should.serving
    }


def three_things_have_three_rule_sets(life: Living) -> None:
    """R3: conditions are kept of a legal trust person alone, factors of a JIM alone, of a supporter nothing."""
    assert {life.name_of(one.member_id) for one in life.rows(Condition)} == set(life.should.looked)
    assert all(life.should.trusts(one) for one in life.should.looked)
    was_jim = {one.member_id for one in life.rows(Wish, "noor") if one.meaning == Meaning.JIM.value}
    assert {one.member_id for one in life.rows(Factor)} <= was_jim
    for row in life.rows(Serving):
        assert {one.code for one in Decision.from_kept(row.decision).grounds} == {*CONDITIONS, ENTRY}


def an_extract_is_not_described(life: Living) -> None:
    """R5: of an entry there is the written ground of who decides; no line in the log tells for whom there was one."""
    for row in life.rows(Condition):
        assert row.code == ENTRY or not row.ground
        assert row.decided_by_id is None or row.decided_by_id == life.family.person("mo")
    lines = Entry.objects.filter(seq__gt=life.family.start).values_list("codes", flat=True)
    assert not [codes for codes in lines if ENTRY in codes]


def whom_the_house_appointed_leaves(life: Living) -> None:
    """R6: by every ground, and never beside somebody whom she chose and who serves."""
    rows = life.rows(Appointment)
    assert len([one for one in rows if one.ended_on is None]) == len(life.should.appointed)
    assert not (life.should.serving and life.should.appointed)
    for row in rows:
        if row.decided_on:
            told = Decision.from_kept(row.decision)
            assert len(told.grounds) == 14
            assert told.allowed
            assert row.decided_by_id == life.family.person("mo")
            assert (row.cannot_designate, row.conflict, len(row.talked)) == (True, True, 4)
            assert row.motive


def a_limit_has_a_last_day(life: Living) -> None:
    """R2: dated, with a motive, never long; of somebody who serves or served, and no end of it."""
    served = {one.member_id for one in life.rows(Serving)}
    for row in life.rows(Limit):
        assert 0 <= (row.until_on - row.from_on).days <= 30
        assert row.motive
        assert row.plain
        assert row.member_id in served


def nobody_is_asked_without_her_yes(life: Living) -> None:
    """R9; and no step is the word of another than her or the person."""
    for row in life.rows(Taken, "noor"):
        if row.step == Step.ASKED.value:
            assert row.asker == Asker.CHILD.value or row.expressed
        else:
            assert row.voice != Voice.OTHER.value or row.step == Step.ENDED.value
        assert row.taken_on <= life.today


def nobody_serves_who_never_said_yes(life: Living) -> None:
    """R9, brief 1.2: who answered was asked, and who tries or began said yes before, to this one thing."""
    asked, agreed = set(), set()
    trusted = {one.pk: one.member_id for one in life.rows(Wish) if one.meaning == Meaning.TRUST_PERSON.value}
    taken = [row for row in life.rows(Taken) if row.wish_id]
    for row in sorted([*taken, *life.rows(Serving)], key=lambda one: one.pk):
        if isinstance(row, Serving):
            assert row.member_id in {trusted.get(one) for one in agreed}, "it began without a yes"
        elif row.step == Step.ASKED.value:
            asked.add(row.wish_id)
        elif row.step == Step.ANSWERED.value:
            assert row.wish_id in asked, "an answer of somebody whom nobody asked"
            agreed = agreed | {row.wish_id} if row.reply == Answered.YES.value else agreed - {row.wish_id}
        elif row.step in {Step.TRIED.value, Step.BEGAN.value}:
            assert row.wish_id in agreed, "it was tried, or began, without a yes"


def an_end_of_hers_is_her_tap_or_says_how_she_said_it(life: Living) -> None:
    """R2, R23: no end stands in her name of which nobody can tell that she tapped it, or how and when she said it."""
    of = {one.pk: (one.member_id, one.meaning) for one in life.rows(Wish, "noor")}
    hers = {Event.WISH_WITHDRAWN.value, Event.WISH_UNSAID.value}
    lines = Entry.objects.filter(seq__gt=life.family.start, event__in=hers, actor=life.family.person("noor"))
    tapped = {(of[key], clock.day(at)) for key, at in lines.values_list("subject", "at") if key in of}
    ends = [row for row in life.rows(Taken, "noor") if row.step == Step.ENDED.value and row.voice == Voice.CHILD.value]
    assert all(row.as_said and row.taken_on <= life.today for row in ends)
    said = {(of[row.wish_id], row.taken_on) for row in ends if row.unsaid_on is None}
    for row in life.rows(Wish, "noor"):
        if row.withdrawn_on is None or row.ended_by != Voice.CHILD.value:
            continue
        days = {day for who, day in tapped | said if who == of[row.pk]}
        assert row.withdrawn_on in {max(day, row.named_on) for day in days}, "an end of which nobody knows whose it is"


HOLDS: tuple[Callable[[Living], None], ...] = (
    what_she_said_stands,
    named_is_not_serving,
    three_things_have_three_rule_sets,
    an_extract_is_not_described,
    whom_the_house_appointed_leaves,
    a_limit_has_a_last_day,
    nobody_is_asked_without_her_yes,
    nobody_serves_who_never_said_yes,
    an_end_of_hers_is_her_tap_or_says_how_she_said_it,
)


def noor_has_the_last_word(life: Living) -> None:
    """R1, R2: after all of it she names whom she wants in one step, and ends everybody in one step each."""
    noor = life.door("noor")
    life.reads_anew()
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.POINTED, on=life.today)
    new = wishes.name(noor, "tante Fatma", said, act=uuid7())
    assert paths.path(noor, new).stand is Stand.WISHED
    for who, meaning in set(life.should.named):
        assert wishes.withdraw(noor, life.member(who), meaning, act=uuid7(), on=life.today)
        life.should.ends(who, meaning, "child")
    assert [one.pk for one in noor.within(Wish.objects.in_force())] == [new]
    assert not noor.within(Serving.objects.in_force()).exists()
    assert not life.rows(Condition), "what was looked at went with the serving"
