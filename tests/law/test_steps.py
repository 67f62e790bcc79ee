"""From wish to standing person: whatever is tried in whatever order, nobody but the child ends, blocks or delays."""

import ast
import dataclasses
import inspect
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kring.law import steps
from kring.law.steps import Answered, Asker, Record, Stand, Step, Voice, Wanted, may_write, reply, stands, trial

ON = date(2026, 11, 21)
WISHED = Record(step=Step.WISHED, on=ON - timedelta(days=40))


def record(step: Step, **facts: Any) -> Record:
    return Record(**{"step": step, "on": ON, **facts})


def path(*more: Record) -> list[Record]:
    return [WISHED, *more]


def against(new: Record, *so_far: Record, **facts: Any) -> list[str]:
    return [ground.code for ground in may_write(Wanted(record=new, **facts), path(*so_far), on=ON).against]


def missing(new: Record, *so_far: Record) -> list[str]:
    return [ground.code for ground in may_write(Wanted(record=new), path(*so_far), on=ON).missing]


def answered(one: Answered) -> Record:
    return record(Step.ANSWERED, voice=Voice.PERSON, reply=one)


@pytest.mark.parametrize(
    ("so_far", "where"),
    [
        ([], Stand.WISHED),
        ([record(Step.ASKED)], Stand.ASKED),
        ([answered(Answered.THINKING)], Stand.THINKING),
        ([answered(Answered.NOT_NOW)], Stand.NOT_NOW),
        ([answered(Answered.NO)], Stand.NO),
        ([answered(Answered.NO), answered(Answered.YES)], Stand.DESIGNATED),
        ([answered(Answered.YES), record(Step.ASKED)], Stand.DESIGNATED),
        ([record(Step.TRIED)], Stand.TRIED),
        ([record(Step.TRIED), answered(Answered.NOT_NOW)], Stand.NOT_NOW),
        ([record(Step.TRIED), record(Step.BEGAN)], Stand.SERVING),
        ([record(Step.BEGAN), record(Step.PAUSED)], Stand.PAUSED),
        ([record(Step.BEGAN), record(Step.PAUSED), record(Step.RESUMED)], Stand.SERVING),
        ([record(Step.BEGAN), record(Step.PAUSED), record(Step.ENDED)], Stand.ENDED),
        ([record(Step.BEGAN), record(Step.PAUSED), answered(Answered.YES)], Stand.PAUSED),  # written down later
        ([record(Step.BEGAN), record(Step.PAUSED), record(Step.ASKED)], Stand.PAUSED),
    ],
)
def test_where_someone_stands(so_far: list[Record], where: Stand) -> None:
    assert stands(path(*so_far)) is where


@pytest.mark.parametrize("step", [Step.WISHED, Step.TRIED, Step.BEGAN, Step.PAUSED, Step.ENDED])
def test_a_parent_and_a_worker_have_no_word_here(step: Step) -> None:
    assert "steps.voice" in against(record(step, voice=Voice.OTHER))
    assert "steps.voice" not in against(record(step))


def test_the_person_says_its_own_no_and_its_own_stop() -> None:
    assert against(answered(Answered.NO)) == []
    assert against(record(Step.ENDED, voice=Voice.PERSON)) == []
    assert against(record(Step.PAUSED, voice=Voice.PERSON)) == []
    assert against(record(Step.BEGAN, voice=Voice.PERSON)) == ["steps.voice"]


def test_who_paused_says_when_it_goes_on_and_the_child_may_end_meanwhile() -> None:
    paused = record(Step.PAUSED, voice=Voice.PERSON)
    assert against(record(Step.RESUMED), paused) == ["steps.voice"]
    assert against(record(Step.RESUMED, voice=Voice.PERSON), paused) == []
    assert against(record(Step.RESUMED)) == ["steps.voice"]
    assert against(record(Step.ENDED), paused) == []


@pytest.mark.parametrize("asker", [Asker.TOGETHER, Asker.PARENT, Asker.WORKER])
def test_nobody_else_asks_without_the_childs_recorded_yes(asker: Asker) -> None:
    ask = Wanted(record=record(Step.ASKED, voice=Voice.OTHER), asker=asker)
    assert [one.code for one in may_write(ask, path(), on=ON).missing] == ["steps.child-said-yes"]
    assert against(ask.record, asker=asker, child_said_yes=False) == ["steps.child-said-yes"]
    assert may_write(dataclasses.replace(ask, child_said_yes=True), path(), on=ON).allowed


def test_when_the_child_asks_itself_that_is_its_yes() -> None:
    assert may_write(Wanted(record=record(Step.ASKED), asker=Asker.CHILD), path(), on=ON).allowed


def test_with_whom_contact_is_restricted_is_asked_by_nobody() -> None:
    assert against(record(Step.ASKED), asker=Asker.CHILD, restricted=True) == ["steps.not-restricted"]


@pytest.mark.parametrize("said", [Answered.NO, Answered.NOT_NOW, Answered.THINKING])
def test_nothing_begins_over_the_no_of_the_person_and_a_later_yes_opens_it(said: Answered) -> None:
    for step in (Step.TRIED, Step.BEGAN):
        assert against(record(step), answered(said)) == ["steps.person-agrees"]
        assert against(record(step), answered(said), answered(Answered.YES)) == []
        assert missing(record(step), answered(said), answered(Answered.YES)) == []


@pytest.mark.parametrize("step", [Step.TRIED, Step.BEGAN])
@pytest.mark.parametrize("before", [[], [record(Step.ASKED)]])
def test_nobody_tries_or_begins_who_never_said_yes(step: Step, before: list[Record]) -> None:
    """What is not known is still to be asked: it is nobody's no."""
    assert missing(record(step), *before) == ["steps.person-agrees"]
    assert against(record(step), *before) == []
    assert missing(record(step), *before, answered(Answered.YES)) == []


@pytest.mark.parametrize("said", Answered)
def test_who_answered_was_asked(said: Answered) -> None:
    assert missing(answered(said)) == ["steps.asked"]
    assert missing(answered(said), record(Step.ASKED)) == []
    assert missing(answered(said), record(Step.ASKED), answered(Answered.THINKING)) == []
    assert missing(answered(said), answered(Answered.THINKING)) == against(answered(said), record(Step.ASKED)) == []


@pytest.mark.parametrize(
    ("new", "is_possible_until"),
    [
        (record(Step.ASKED), timedelta(days=90)),
        (answered(Answered.YES), timedelta(days=90)),
        (record(Step.TRIED), timedelta(0)),
        (record(Step.BEGAN), timedelta(0)),
    ],
)
def test_no_step_is_of_long_before_the_child_chose(new: Record, is_possible_until: timedelta) -> None:
    """Asking may have been somewhat before the child said here whom it chose; nothing was tried before it."""
    for back, says in ((is_possible_until, []), (is_possible_until + timedelta(days=3), ["steps.since-the-wish"])):
        told = dataclasses.replace(new, on=WISHED.on - back)
        assert against(told, asker=Asker.CHILD) == says


@pytest.mark.parametrize("asker", [one for one in Asker if one is not Asker.CHILD])
def test_nobody_else_asks_before_the_child_chose(asker: Asker) -> None:
    """R9: nobody of the circle is contacted without the yes of the child; that it asked itself may be before."""
    yes = {"asker": asker, "child_said_yes": True}
    assert against(record(Step.ASKED, on=WISHED.on), **yes) == []
    assert against(record(Step.ASKED, on=WISHED.on - timedelta(days=1)), **yes) == ["steps.since-the-wish"]
    before = dataclasses.replace(answered(Answered.YES), on=WISHED.on - timedelta(days=1))
    assert against(before, **yes) == [], "what it answered to the child itself, whoever writes it down"


@pytest.mark.parametrize(("back", "says"), [(40, []), (45, ["steps.since-the-wish"])])
def test_it_is_the_first_day_on_which_the_child_chose_and_not_that_on_which_somebody_asked(
    back: int, says: list[str]
) -> None:
    asked, yes = record(Step.ASKED, on=ON - timedelta(days=50)), answered(Answered.YES)
    assert against(record(Step.TRIED, on=ON - timedelta(days=back)), asked, yes, record(Step.WISHED)) == says


@pytest.mark.parametrize(
    "new",
    [
        record(Step.ASKED, on=ON + timedelta(days=1)),
        record(Step.TRIED, until=ON),
        record(Step.TRIED, until=ON - timedelta(days=1)),
        record(Step.ENDED, on=WISHED.on - timedelta(days=1)),
        record(Step.PAUSED, on=WISHED.on - timedelta(days=1)),
    ],
)
def test_an_end_before_a_start_and_a_day_to_come(new: Record) -> None:
    assert "steps.day" in against(new, asker=Asker.CHILD)


@pytest.mark.parametrize(
    ("before", "step"),
    [
        (Step.BEGAN, Step.PAUSED),
        (Step.PAUSED, Step.RESUMED),
        (Step.BEGAN, Step.ENDED),
        (Step.TRIED, Step.ENDED),
        (Step.PAUSED, Step.ENDED),
        (Step.RESUMED, Step.ENDED),
    ],
)
def test_a_step_is_not_before_the_one_it_follows(before: Step, step: Step) -> None:
    yesterday = ON - timedelta(days=1)
    held = [record(Step.PAUSED, on=yesterday), record(before)] if before is Step.RESUMED else [record(before)]
    assert against(record(step, on=yesterday), *held) == ["steps.day"]
    assert against(record(step), *held) == []


def test_a_trial_ends_on_a_day_to_come() -> None:
    assert against(record(Step.TRIED, until=ON + timedelta(days=1))) == []


def test_asking_may_have_been_before_the_wish_was_written_down() -> None:
    assert against(record(Step.ASKED, on=WISHED.on - timedelta(days=9)), asker=Asker.CHILD) == []


def test_a_trial_that_is_past_ends_nothing() -> None:
    past = record(Step.TRIED, on=ON - timedelta(days=100), until=ON - timedelta(days=8))
    assert stands(path(past)) is Stand.TRIED
    assert trial(path(past)) == past
    assert trial(path(past, record(Step.BEGAN), record(Step.PAUSED))) == past
    assert trial(path(record(Step.BEGAN))) is None


def test_three_months_of_trying_are_advice_since_kring_is_there() -> None:
    """What JIM practice suggests (C101)."""
    assert steps.TRIAL_MONTHS.on(date(2026, 1, 1)) == 3
    with pytest.raises(LookupError):
        steps.TRIAL_MONTHS.on(date(2025, 12, 31))


def test_no_age_and_no_capacity_stand_on_this_path() -> None:
    """In no fact and in no name of the module: who adds one meets this test (R1, A132)."""
    facts = {one.name for kind in (Record, Wanted) for one in dataclasses.fields(kind)}
    wanted = ["record", "asker", "child_said_yes", "restricted", "denied"]
    assert facts == {"step", "on", "voice", "reply", "until", *wanted}
    names = {node.id for node in ast.walk(ast.parse(inspect.getsource(steps))) if isinstance(node, ast.Name)}
    assert not [one for one in names if "age_" in one or "capa" in one.lower() or "born" in one or "veto" in one]


class AnyOrder(RuleBasedStateMachine):
    """Anybody tries anything on any day; what the law lets through is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[Record] = []
        self.child_ended = self.person_ended = False

    @rule(
        step=st.sampled_from(Step),
        voice=st.sampled_from(Voice),
        said=st.sampled_from(Answered),
        asker=st.sampled_from(Asker),
        yes=st.sampled_from([None, True, False]),
        restricted=st.booleans(),
        back=st.integers(min_value=-2, max_value=3),
    )
    def somebody_tries(self, **facts: Any) -> None:
        step, voice = facts["step"], facts["voice"]
        answer = facts["said"] if step is Step.ANSWERED else None
        new = record(step, voice=voice, reply=answer, on=ON - timedelta(days=facts["back"]))
        asked = {"asker": facts["asker"], "child_said_yes": facts["yes"], "restricted": facts["restricted"]}
        decision = may_write(Wanted(record=new, **asked), self.records, on=ON)
        if not decision.allowed or Step.ENDED in {one.step for one in self.records}:
            return
        if not self.records and step is not Step.WISHED:
            return
        if step is Step.ASKED and facts["asker"] is not Asker.CHILD:
            assert facts["yes"] is True
        if step in {Step.TRIED, Step.BEGAN}:
            assert reply(self.records) is Answered.YES, "nobody serves who never said yes"
        if step is Step.ANSWERED:
            assert {Step.ASKED, Step.ANSWERED} & {one.step for one in self.records}
        self.records.append(new)
        self.child_ended |= step is Step.ENDED and voice is Voice.CHILD
        self.person_ended |= step is Step.ENDED and voice is Voice.PERSON

    @rule()
    def the_child_names_at_any_moment(self) -> None:
        """R1: whatever went before, the wish can be written; a new wish begins a new path."""
        assert may_write(Wanted(record=record(Step.WISHED)), self.records, on=ON).allowed
        if not self.records or stands(self.records) is Stand.ENDED:
            self.records, self.child_ended, self.person_ended = [record(Step.WISHED)], False, False

    @precondition(lambda self: self.records)
    @rule()
    def the_child_can_always_end_and_pause(self) -> None:
        for step in (Step.ENDED, Step.PAUSED):
            assert may_write(Wanted(record=record(step)), self.records, on=ON).allowed

    @precondition(lambda self: self.records)
    @rule()
    def nothing_but_its_own_no_keeps_the_person_from_beginning(self) -> None:
        decision = may_write(Wanted(record=record(Step.BEGAN)), self.records, on=ON)
        said = reply(self.records)
        assert decision.allowed is (said is Answered.YES)
        open_grounds = [one.code for one in (*decision.against, *decision.missing)]
        assert open_grounds == ([] if said is Answered.YES else ["steps.person-agrees"])
        assert bool(decision.missing) is (said is None)

    @invariant()
    def only_the_child_or_the_person_ended_or_paused_it(self) -> None:
        if not self.records:
            return
        if stands(self.records) is Stand.ENDED:
            assert self.child_ended or self.person_ended
        own = {Step.PAUSED, Step.RESUMED, Step.ENDED}
        assert all(one.voice is not Voice.OTHER for one in self.records if one.step in own)

    @invariant()
    def the_three_days_stay_three(self) -> None:
        """R2: that it began was written by itself, never by naming, asking or answering."""
        if self.records and stands(self.records) is Stand.SERVING:
            assert Step.BEGAN in {one.step for one in self.records}


TestAnyOrder = AnyOrder.TestCase
