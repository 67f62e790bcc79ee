"""What the sieve lets through, by cell, written by hand from the rules (R7, R8, R16, R17, R28), not from the table.

No row is kept here: `tests/rooms/test_sieve.py` holds one row and many rows together.
"""

from dataclasses import replace
from typing import Any

import pytest

from kring.access.models import Item
from kring.access.sieve import Answers, Sieve
from kring.kit.keys import uuid7
from kring.law.access import Case, Klass, Relation, Section, Topic, Verb

PLACE, ME, OTHER, THIS, ABOUT = (uuid7() for _ in range(5))
NOTE = {"section": "journal", "klass": "own_words", "topic": Topic.SCHOOL.value}
YES = Answers(yes_items=frozenset({THIS}))
URGENT = Answers(disclosed=frozenset({THIS}))


def item(**facts: Any) -> Item:
    return Item(**{"pk": THIS, "dossier_id": PLACE, "author_id": OTHER, **NOTE, **facts})


def who(relation: str, section: str = "journal", **facts: Any) -> Sieve:
    return Sieve(dossier=PLACE, section=Section(section), relation=Relation(relation), me=ME, **facts)


def reads(sieve: Sieve, verb: Verb = Verb.READ, **facts: Any) -> bool:
    return sieve.lets(item(section=sieve.section.value, **facts), verb)


# -- answers ----------------------------------------------------------------------------------------------------------


def test_what_is_closed_to_either_is_closed_when_it_is_not_sure_who_came_in() -> None:
    """A card that somebody else may hold: what the child closed to who makes cards is closed there too (R8)."""
    mine = Answers(no_items=frozenset({THIS}), no_topics=frozenset({Topic.HOME}))
    theirs = Answers(no_items=frozenset({OTHER}), no_topics=frozenset({Topic.SCHOOL}), yes_items=frozenset({ABOUT}))
    both = mine.and_closed(theirs)
    assert both.no_items == {THIS, OTHER}
    assert both.no_topics == {Topic.HOME, Topic.SCHOOL}
    assert not both.yes_items


def test_a_yes_to_one_thing_takes_the_place_of_a_no_to_it_and_of_no_other() -> None:
    said = Answers(no_items=frozenset({THIS, OTHER}), yes_items=frozenset({ABOUT})).and_yes(THIS)
    assert said.no_items == {OTHER}
    assert said.yes_items == {ABOUT, THIS}


def test_a_yes_to_one_subject_takes_the_place_of_a_no_to_it_and_of_no_other() -> None:
    before = Answers(no_topics=frozenset({Topic.HOME.value, Topic.SCHOOL.value}), yes_topics=frozenset({Topic.FUTURE}))
    said = before.and_topic(Topic.SCHOOL)
    assert said.no_topics == {Topic.HOME.value}
    assert said.yes_topics == {Topic.FUTURE, Topic.SCHOOL}
    assert said.and_topic(Topic.HOME).yes_topics == {Topic.FUTURE, Topic.SCHOOL, Topic.HOME}


def test_what_a_parent_or_an_emergency_would_open_is_weighed_without_being_so() -> None:
    before = Answers(theirs=frozenset({OTHER}), disclosed=frozenset({OTHER}))
    assert before.and_theirs(THIS) == replace(before, theirs=frozenset({OTHER, THIS}))
    assert before.and_urgent(THIS) == replace(before, disclosed=frozenset({OTHER, THIS}))
    assert before.theirs == before.disclosed == {OTHER}


def test_where_nothing_can_pass_there_is_nothing() -> None:
    assert who("manager").is_empty()
    assert who("supporter", "concerns").is_empty()
    assert not who("worker", "concerns").is_empty()
    assert not who("supporter", "concerns", answers=Answers(told=frozenset({THIS}))).is_empty()
    assert who("supporter", "concerns", answers=Answers(told=frozenset({THIS}))).is_empty(Verb.CHANGE)
    assert who("network_guide", "journal").is_empty()
    assert not who("network_guide", "journal", answers=URGENT).is_empty()
    assert who("network_guide", "journal", answers=URGENT).is_empty(Verb.ADD)


def test_who_stands_beside_the_child_reads_by_its_yes_and_by_nothing_else() -> None:
    assert not reads(who("supporter"))
    assert reads(who("supporter", answers=YES))
    assert reads(who("supporter", answers=Answers(yes_topics=frozenset({Topic.SCHOOL}))))
    assert not reads(who("supporter", answers=Answers(yes_topics=frozenset({Topic.HOME}))))
    assert not reads(who("supporter", answers=Answers(told=frozenset({THIS}))))
    assert not reads(who("supporter", answers=Answers(theirs=frozenset({THIS}))))


@pytest.mark.parametrize("told", [{"no_items": {THIS}}, {"no_items": {ABOUT}}, {"no_topics": {Topic.SCHOOL}}])
def test_a_no_closes_what_stands_open_and_what_a_yes_opened(told: dict[str, set[Any]]) -> None:
    said = Answers(**{name: frozenset(keys) for name, keys in told.items()})  # type: ignore[arg-type]
    assert reads(who("worker"), about_id=ABOUT)
    assert not reads(who("worker", answers=said), about_id=ABOUT)
    assert not reads(who("supporter", answers=replace(said, yes_items=YES.yes_items)), about_id=ABOUT)


def test_a_no_about_a_subject_leaves_what_one_wrote_and_a_no_about_the_text_does_not() -> None:
    subject = who("worker", answers=Answers(no_topics=frozenset({Topic.SCHOOL})))
    assert reads(subject, author_id=ME)
    assert not reads(subject)
    assert not reads(replace(subject, unsure=True), author_id=ME)
    assert not reads(who("worker", answers=Answers(no_items=frozenset({THIS}))), author_id=ME)


# -- do not share, and an emergency -----------------------------------------------------------------------------------


def test_do_not_share_is_read_by_who_wrote_it_the_child_and_whom_it_chose() -> None:
    assert reads(who("child"), held_close=True)
    assert not reads(who("child", unsure=True), held_close=True)
    assert not reads(who("worker"), held_close=True)
    assert reads(who("worker"), held_close=True, author_id=ME)
    hers = {"held_close": True, "author_id": ME, "about_id": ABOUT}
    assert not reads(who("worker", "agreements"), held_close=True, author_id=ME), "what is of two who agree"
    assert reads(who("worker", "agreements", answers=YES), held_close=True, author_id=ME)
    assert reads(who("supporter", "agreements", confirmed=frozenset({ABOUT}), mine=frozenset({ABOUT})), **hers)
    assert reads(who("worker", answers=YES), held_close=True)
    assert not reads(who("worker", unsure=True), held_close=True, author_id=ME)


def test_an_emergency_lets_look_and_gives_no_pen() -> None:
    urgent = replace(URGENT, no_items=frozenset({THIS}), no_topics=frozenset({Topic.SCHOOL}))
    for verb, may in ((Verb.KNOW, True), (Verb.READ, True), (Verb.CHANGE, False), (Verb.ADD, False)):
        assert reads(who("supporter", answers=urgent), verb, held_close=True) is may
    assert not reads(who("supporter", answers=replace(URGENT, disclosed=frozenset({OTHER})))), "of one thing alone"


def test_an_emergency_opens_no_wall_no_restriction_and_no_closed_place() -> None:
    side = uuid7()
    told = who("supporter", answers=URGENT)
    assert not reads(told, wall_id=side)
    assert reads(replace(told, walls=frozenset({side})), wall_id=side)
    assert not reads(replace(told, restricted=True))
    assert not reads(replace(told, closed=True))


@pytest.mark.parametrize("section", ["journal", "said"])
@pytest.mark.parametrize("klass", ["agogic", "third_party", "confidence", "check"])
def test_an_emergency_opens_no_class_that_the_law_closes_to_all(klass: str, section: str) -> None:
    """Whatever asked for it and however it came to stand there (brief 1.6; R5, R17)."""
    told = who("supporter", section, answers=URGENT, close=frozenset({OTHER}))
    assert reads(told, klass="file")
    assert not reads(told, klass=klass)


@pytest.mark.parametrize("relation", ["parent", "upbringer", "parents_trust_person"])
def test_an_emergency_tells_a_parent_nothing_of_what_was_said(relation: str) -> None:
    """A parent's account never shows what the child said (brief 10.10)."""
    assert not reads(who(relation, "said", answers=URGENT))
    assert reads(who(relation, "said", answers=URGENT), author_id=ME)
    assert reads(who(relation, "journal", answers=URGENT))
    assert reads(who("jim", "said", answers=URGENT))


def test_nothing_in_this_class_is_told_to_the_one_it_is_about() -> None:
    told = who("supporter", answers=URGENT, close=frozenset({OTHER}))
    assert reads(replace(told, mine=frozenset({OTHER})), klass="concern", about_id=ABOUT)
    assert not reads(replace(told, mine=frozenset({ABOUT})), klass="concern", about_id=ABOUT)
    assert reads(replace(told, mine=frozenset({ABOUT})), klass="file", about_id=ABOUT)


@pytest.mark.parametrize("klass", ["agogic", "third_party"])
def test_what_is_about_third_persons_or_apart_is_read_by_nobody_it_is_about(klass: str) -> None:
    """Not by who works with the child either, when it is about that one (R17)."""
    reader = who("worker", "journal" if klass == "third_party" else "apart")
    assert reads(replace(reader, mine=frozenset({OTHER})), klass=klass, about_id=ABOUT)
    assert not reads(replace(reader, mine=frozenset({ABOUT})), klass=klass, about_id=ABOUT)


@pytest.mark.parametrize("relation", ["trust_person", "parent", "upbringer"])
def test_beside_a_worker_nothing_is_read_about_who_is_close(relation: str) -> None:
    """And while nobody knows who that is, nothing at all: not of this class, and of this class alone (R17)."""
    cases = frozenset({Case.CAPABLE, Case.FILE_ACCESS, Case.REPRESENTS, Case.BESIDE_A_WORKER})
    apart = who(relation, Section.APART, cases=cases)
    knows = replace(apart, close=frozenset({OTHER}))
    assert reads(knows, klass="agogic", about_id=ABOUT)
    assert reads(knows, klass="agogic")
    assert not reads(knows, klass="agogic", about_id=OTHER)
    assert not reads(apart, klass="agogic")
    assert apart.is_empty()
    assert not knows.is_empty()
    assert reads(who("worker", Section.APART), klass="agogic", about_id=OTHER), "who works with the child reads it"
    noted = who("worker", answers=URGENT, close=frozenset({ABOUT}))
    assert reads(noted, klass="file", about_id=ABOUT)
    assert reads(noted, klass="concern", about_id=ABOUT), "a concern a named worker may tell to who is close (R19)"


# -- walls, restrictions, a closed place ------------------------------------------------------------------------------


@pytest.mark.parametrize("relation", ["supporter", "parent", "jim"])
def test_a_wall_is_looked_over_by_who_works_with_the_whole_circle(relation: str) -> None:
    side = uuid7()
    assert not reads(who(relation, answers=YES), wall_id=side)
    assert reads(who(relation, answers=YES, walls=frozenset({side})), wall_id=side)
    for above in ("child", "worker"):
        assert reads(who(above), wall_id=side)


def test_with_restricted_contact_only_a_word_to_a_worker_is_left() -> None:
    said = {"section": "said", "author_id": ME}
    for section, left in (("journal", False), ("circle", False), ("safety", False), ("said", True)):
        sieve = who("parent", section, answers=YES, restricted=True)
        assert reads(sieve, author_id=ME) is left
        assert sieve.is_empty() is not left
        assert sieve.may_add(Klass.OWN_WORDS) is left
    assert who("parent", "said", restricted=True).lets(item(**said), Verb.READ)


@pytest.mark.parametrize("relation", ["jim", "supporter", "trust_person"])
def test_what_was_said_to_somebody_is_shut_while_contact_is_restricted(relation: str) -> None:
    """What it wrote itself it reads back; what another said to it, or would pass on to it, not (R28)."""
    heard = who(relation, "said", answers=URGENT)
    for verb in (Verb.KNOW, Verb.READ):
        assert reads(heard, verb, told_to_id=ME)
        assert not reads(replace(heard, restricted=True), verb, told_to_id=ME)
        assert reads(replace(heard, restricted=True), verb, author_id=ME)
    assert not reads(replace(heard, restricted=True), Verb.CHANGE, told_to_id=ME), "nor does it answer"
    assert not reads(who("worker", "said", restricted=True)), "whoever it is"


def test_in_a_closed_place_the_file_is_read_and_nothing_is_written_or_shared() -> None:
    closed = who("worker", closed=True)
    assert reads(closed, Verb.KNOW)
    assert reads(closed, Verb.READ)
    assert not reads(closed, Verb.CHANGE, author_id=ME)
    assert not closed.may_add(Klass.OWN_WORDS)
    assert who("worker").may_add(Klass.OWN_WORDS)
    assert not reads(who("supporter", answers=YES, closed=True))
    theirs = Answers(theirs=frozenset({THIS}))
    assert reads(who("supporter", answers=theirs), klass="household")
    assert not reads(who("supporter", answers=theirs, closed=True), klass="household")
    assert reads(who("parent", "agreements", answers=YES))
    assert not reads(who("parent", "agreements", answers=YES, closed=True))


# -- what is said to one person ---------------------------------------------------------------------------------------


def test_what_was_said_to_one_worker_is_read_by_that_one() -> None:
    heard = who("worker", "said")
    assert reads(heard)
    assert reads(heard, told_to_id=ME)
    assert not reads(heard, told_to_id=OTHER)
    assert not reads(replace(heard, unsure=True), told_to_id=ME)
    assert reads(replace(heard, answers=URGENT), told_to_id=OTHER)
    assert reads(who("child", "said"), author_id=ME, told_to_id=OTHER)


# -- of this child, in this part --------------------------------------------------------------------------------------


def test_a_row_of_another_child_or_another_part_is_not_here() -> None:
    assert reads(who("worker"))
    assert not who("worker").lets(item(dossier_id=uuid7()), Verb.READ)
    assert not who("worker").lets(item(section="circle"), Verb.READ)


def test_a_case_opens_for_who_it_holds() -> None:
    """The file: of the child itself when it can decide that, of its trust person when the child said so (R18)."""
    for relation, cases in (("child", {Case.CAPABLE}), ("trust_person", {Case.CAPABLE, Case.FILE_ACCESS})):
        assert not reads(who(relation), klass="file")
        assert reads(who(relation, cases=frozenset(cases)), klass="file")


def test_whether_anything_like_this_would_pass_is_asked_of_the_same_rules() -> None:
    assert who("worker").lets_any(Klass.OWN_WORDS, Topic.SCHOOL)
    assert not who("supporter").lets_any(Klass.OWN_WORDS, Topic.SCHOOL)
    school = who("supporter", answers=Answers(yes_topics=frozenset({Topic.SCHOOL})))
    assert school.lets_any(Klass.OWN_WORDS, Topic.SCHOOL)
    assert not school.lets_any(Klass.OWN_WORDS, Topic.HOME)
    assert not who("worker").lets_any(Klass.OWN_WORDS, Topic.SCHOOL, Verb.CHANGE), "only what one wrote"


def test_a_position_opens_a_class_before_any_answer() -> None:
    assert who("worker").opens(Klass.OWN_WORDS)
    assert not who("supporter", answers=YES).opens(Klass.OWN_WORDS)
    assert not who("worker", restricted=True).opens(Klass.OWN_WORDS)
    assert who("worker", closed=True).opens(Klass.OWN_WORDS)
    assert not who("worker", closed=True).opens(Klass.OWN_WORDS, Verb.ADD)


def test_what_passes_by_a_yes_of_the_child_would_not_pass_without() -> None:
    """The yes to one thing, to a subject, or to the file as a whole (R18); what passes anyway asks none."""
    school = Answers(yes_topics=frozenset({Topic.SCHOOL}))
    for said in (YES, school):
        assert who("supporter", answers=said).asks_the_child(item())
        assert not who("supporter", answers=said).asks_the_child(item(author_id=ME), Verb.CHANGE), "it wrote that"
        assert not who("worker", answers=said).asks_the_child(item()), "by its position"
    assert not who("supporter").asks_the_child(item()), "it does not pass"
    assert not who("supporter", answers=YES).asks_the_child(item(pk=OTHER)), "nor does another"
    file = who("trust_person", cases=frozenset({Case.CAPABLE, Case.FILE_ACCESS}))
    assert file.asks_the_child(item(klass="file"))
    assert not who("child", cases=frozenset({Case.CAPABLE})).asks_the_child(item(klass="file"))
