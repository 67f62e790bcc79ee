"""What can be agreed, who reads which part, and when it is agreed: by the yes of both and of nobody else."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law import agreements as law
from kring.law.access import Answer, Klass, Relation, Section, Verb, rules_for
from kring.law.agreements import Party, Point, Reads, State

TODAY = date(2026, 11, 29)
MADE = TODAY - timedelta(days=3)
NETWORK = (Relation.TRUST_PERSON, Relation.JIM, Relation.SUPPORTER)
parties = st.frozensets(st.sampled_from(Party))


def yes(party: Party = Party.CHILD, recorded_as: Relation = Relation.CHILD, **facts: object) -> law.Yes:
    told: dict[str, object] = {"on": TODAY, "made_on": MADE, **facts}
    return law.Yes(party=party, recorded_as=recorded_as, **told)  # type: ignore[arg-type]


def test_the_practical_part_is_what_others_have_to_know_to_keep_to_it() -> None:
    """B39b, A162, A91, A164, A252, C49: when, what is done and not, how in need, where to ask, who stands in."""
    practical = {point.value for point in Point if law.klass_of(point) is Klass.FILE}
    doing = {"does", "does_not", "along", "between"}
    assert practical == doing | {"rhythm", "urgent", "visits", "phone", "weekends", "turn", "fallback"}


def test_what_no_yes_opens_to_a_third_one() -> None:
    """R7, R20: the child's answers towards others, and what the person says for itself, also of how fast it answers."""
    kept = {(point.value, by) for point in Point for by in ("", *Party) if law.klass_of(point, by) is Klass.CONFIDENCE}
    assert {point for point, by in kept if by != Party.PERSON} == {"knows"}
    assert {point for point, by in kept if by == Party.PERSON} == {point.value for point in Point}


def test_what_each_of_the_two_says_for_itself() -> None:
    """A166, A228: how fast each answers; and the person may add a remark of its own."""
    assert {point.value for point in law.PACED} == {"reply_person", "reply_child"}
    assert {point.value for point in law.BY_THE_PERSON} == {"reply_person", "reply_child", "remark"}


def test_three_months_are_offered_since_kring_is_there() -> None:
    """As long as the trial of JIM practice (C101)."""
    assert law.LOOK_AGAIN_MONTHS.on(date(2026, 1, 1)) == 3
    with pytest.raises(LookupError):
        law.LOOK_AGAIN_MONTHS.on(date(2025, 12, 31))


def test_with_nobodys_yes_nothing_is_agreed() -> None:
    assert law.state(()) is State.OPEN
    assert law.in_force([(1, State.OPEN), (2, State.OPEN)]) is None


@given(parties)
def test_it_is_agreed_by_both_and_by_nothing_else(said: frozenset[Party]) -> None:
    assert (law.state(said) is State.AGREED) is (said == set(Party))


@given(st.lists(parties, max_size=6))
def test_a_newer_version_takes_nothing_away_until_it_is_agreed(said: list[frozenset[Party]]) -> None:
    versions = [(number, law.state(some)) for number, some in enumerate(said, 1)]
    held = law.in_force(versions)
    assert law.in_force([*versions, (len(versions) + 1, State.CHILD)]) == held
    assert law.in_force([*versions, (len(versions) + 1, State.OPEN)]) == held
    assert law.in_force([*versions, (len(versions) + 1, State.AGREED)]) == len(versions) + 1


@pytest.mark.parametrize("party", Party)
@pytest.mark.parametrize("relation", Relation)
def test_nobody_but_the_two_says_yes(party: Party, relation: Relation) -> None:
    writes = {Relation.CHILD, Relation.WORKER} | (set(NETWORK) if party is Party.PERSON else set())
    decision = law.may_say_yes(yes(party, relation), on=TODAY)
    assert decision.allowed is (relation in writes)
    assert [one.code for one in decision.against] == ([] if relation in writes else ["agreements.voice"])


@given(st.integers(-400, 400), st.integers(-400, 400))
def test_the_day_lies_between_making_and_today(said: int, made: int) -> None:
    on, made_on = TODAY + timedelta(days=said), TODAY + timedelta(days=made)
    assert law.may_say_yes(yes(on=on, made_on=made_on), on=TODAY).allowed is (made_on <= on <= TODAY)


def test_what_is_not_made_is_not_said_yes_to() -> None:
    assert not law.may_say_yes(yes(made_on=None), on=TODAY).allowed


def test_while_contact_is_restricted_nothing_is_agreed() -> None:
    decision = law.may_say_yes(yes(restricted=True), on=TODAY)
    assert [one.code for one in decision.against] == ["agreements.not-restricted"]


def test_to_an_empty_page_nobody_says_yes() -> None:
    decision = law.may_say_yes(yes(says_something=False), on=TODAY)
    assert [one.code for one in decision.against] == ["agreements.something"]


def test_a_yes_that_was_denied_is_an_own_tap() -> None:
    decision = law.may_say_yes(yes(denied=True), on=TODAY)
    assert [one.code for one in decision.against] == ["agreements.own-yes"]


def test_the_next_look_is_near_two_weeks_beforehand_and_stays_so() -> None:
    assert not law.looks_again(None, on=TODAY)
    assert not law.looks_again(TODAY + timedelta(days=15), on=TODAY)
    assert law.looks_again(TODAY + timedelta(days=14), on=TODAY)
    assert law.looks_again(TODAY - timedelta(days=400), on=TODAY)


@pytest.mark.parametrize("point", Point)
def test_what_the_child_keeps_from_its_worker_is_kept(point: Point) -> None:
    assert law.is_held_close(point, Reads.NOTHING)
    assert not law.is_held_close(point, Reads.ALL)
    assert law.is_held_close(point, Reads.PRACTICAL) is (law.klass_of(point) is not Klass.FILE)


def test_what_is_about_the_parents_is_not_offered_to_them() -> None:
    assert not law.may_share(Point.PARENTS)
    assert not law.may_share(Point.KNOWS)
    assert not law.may_share(Point.LOW)  # a way of the two alone (C86)
    assert not law.may_share(Point.REMARK)
    assert law.may_share(Point.DOES)
    assert law.may_share(Point.DOES_NOT)


def answers(relation: Relation, klass: Klass, verb: Verb) -> set[Answer]:
    return {one for rule in rules_for(relation, Section.AGREEMENTS, klass) for one in rule.answers(verb)}


@pytest.mark.parametrize("relation", [Relation.PARENT, Relation.UPBRINGER, Relation.PARENTS_TRUST_PERSON])
@pytest.mark.parametrize("klass", Klass)
def test_a_parent_reads_by_the_childs_yes_alone_and_writes_nothing(relation: Relation, klass: Klass) -> None:
    assert answers(relation, klass, Verb.READ) <= {Answer.ONE}
    assert not answers(relation, klass, Verb.ADD) | answers(relation, klass, Verb.CHANGE)


@pytest.mark.parametrize("relation", NETWORK)
def test_who_stands_beside_the_child_reads_its_own_and_changes_nothing(relation: Relation) -> None:
    for klass in (Klass.OWN_WORDS, Klass.FILE):
        assert answers(relation, klass, Verb.READ) == {Answer.OWN, Answer.ASKS}
        assert not answers(relation, klass, Verb.CHANGE)


def test_who_coaches_the_network_reads_the_practical_part_alone() -> None:
    assert answers(Relation.NETWORK_GUIDE, Klass.FILE, Verb.READ) == {Answer.OPEN}
    assert not answers(Relation.NETWORK_GUIDE, Klass.OWN_WORDS, Verb.KNOW)


DAYS = st.one_of(st.none(), st.dates())
CHOICES = st.lists(st.builds(law.Chosen, st.booleans(), DAYS), max_size=6)


@given(CHOICES)
def test_it_stands_on_the_choice_that_stood_when_it_was_made(choices: list[law.Chosen]) -> None:
    ended = [one.ended_on for one in choices if one.ended_on is not None]
    stands = any(one.before and one.ended_on is None for one in choices)
    assert law.over_since(choices) == (None if stands or not ended else max(ended))


def test_a_newer_choice_brings_no_older_agreement_back() -> None:
    ended, anew = law.Chosen(True, date(2026, 11, 30)), law.Chosen(False, None)
    assert law.over_since([ended, anew]) == date(2026, 11, 30)
    assert law.over_since([law.Chosen(False, None)]) is None
    assert law.over_since([]) is None
