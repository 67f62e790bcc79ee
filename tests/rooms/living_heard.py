"""Somebody writes, as the word of whom Noor chose, that it stops, rests or said no; and writes that she was told it.

Of who comes in here nothing ends, rests or waits by that, in whatever order it is tried: that one says so itself (R2).
"""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from kring.endings.acts import leaving
from kring.endings.models import Leaving
from kring.kit.keys import uuid7
from kring.law.endings import Leaves
from kring.law.meaning import Meaning
from kring.law.steps import Step, Voice, is_told_first
from kring.rights import paths
from kring.rights.acts import held, steps
from kring.rights.acts.telling import Told
from tests.rooms.living import Living, Named, Whom
from tests.rooms.living_around import AROUND
from tests.rooms.living_tries import BY, WHOM

STOPS_AND_SHE_KNOWS = "she_is_told"
HAS_NO_WAY_IN = "johan"
WHY = {Step.ENDED: Leaves.STOPS, Step.PAUSED: Leaves.PAUSE}


class HearsOfIt(RuleBasedStateMachine):
    """What others write of whom she chose."""

    life: Living

    @precondition(lambda self: self.life.should.named)
    @rule(by=BY, whom=WHOM, step=st.sampled_from(list(WHY)), hold=st.booleans())
    def somebody_writes_what_the_person_would_have_said(self, by: str, whom: Whom, step: Step, hold: bool) -> None:
        """With the step or without it; then that she was told; and it is taken away again."""
        life, named = self.life, self.life.whom(Whom(whom.number, False, whom.who, whom.meaning))
        if life.who(by) == "noor" or named[0] == HAS_NO_WAY_IN:
            return
        before = life.what_she_said()
        written = hold and life.does(lambda: writes(life, by, named, step))
        assert not written or life.who(by) == life.worker
        if written or step is Step.ENDED:
            is_not_told(life, by, named, WHY[step])
        assert life.what_she_said() == before
        life.does(lambda: leaving.goes_on(life.door("worker"), life.member(named[0]), act=uuid7()))
        assert life.what_she_said() == before

    @rule(by=BY, whom=WHOM, what=st.lists(st.sampled_from(sorted(AROUND)), min_size=1, max_size=3))
    def somebody_does_something_else(self, by: str, whom: Whom, what: list[str]) -> None:
        """A worry, a no of a parent, a restriction, a finding on capacity, a farewell: her choice stands.

        What the person itself said that it stops, ends once she was told, and nothing else does.
        """
        who, _ = self.life.whom(whom)
        for one in what:
            before, told = self.life.what_she_said(), told_of(self.life)
            done = self.life.does(lambda: AROUND[one](self.life, by, who))  # noqa: B023  # done at once
            if done and one == STOPS_AND_SHE_KNOWS:
                self._it_stopped(told_of(self.life) - told)
            else:
                assert self.life.what_she_said() == before, one

    def _it_stopped(self, told: set[str]) -> None:
        assert told, "somebody was told of"
        for who in told:
            for meaning in Meaning:
                self.life.should.ends(who, meaning, "person")


def told_of(life: Living) -> set[str]:
    """Of whom she was told that it stops."""
    return {life.name_of(row.member_id) for row in life.rows(Leaving) if row.told_on and row.why == Leaves.STOPS.value}


def writes(life: Living, by: str, named: Named, step: Step) -> None:
    door, new = life.door(by), steps.New(step=step, on=life.today, voice=Voice.PERSON)
    held.hold(door, paths.path_as(door, life.member(named[0]), named[1]), new, act=uuid7(), on=life.today)


def is_not_told(life: Living, by: str, named: Named, why: Leaves) -> None:
    """Somebody hears of it, and whoever it is, nobody marks it as told."""
    member = life.member(named[0])
    life.does(lambda: leaving.hear(life.door(by), member, leaving.Heard(why=why), act=uuid7()))
    told = Told(on=life.today)
    for row in [one for one in life.rows(Leaving) if one.member_id == member and one.told_on is None]:
        assert not life.does(lambda: leaving.tell(life.door("worker"), row, told, act=uuid7()))  # noqa: B023  # at once


def may_take(life: Living, by: str, who: str, new: steps.New) -> bool:
    """Whether this one can have written it: she, or who works with her, and nothing that the person says itself."""
    itself = who != HAS_NO_WAY_IN and is_told_first(new.record)
    return life.writes_for_her(by) and (life.who(by) == "noor" or not itself)
