"""On whom one counts when a worker goes or the help ends (A170): who said yes, and does not rest; written by hand."""

from datetime import date

import pytest

from kring.law.steps import NO_YES_YET, STAYS, Answered, Record, Step, Voice, stands

ON = date(2026, 11, 21)


def after(*steps: Step, said: Answered | None = None) -> list[Record]:
    """Noor chose Karim; what he said, and what came of it."""
    chose = Record(step=Step.WISHED, on=ON)
    answer = [] if said is None else [Record(step=Step.ANSWERED, on=ON, voice=Voice.PERSON, reply=said)]
    return [chose, *answer, *(Record(step=step, on=ON) for step in steps)]


@pytest.mark.parametrize("steps", [(), (Step.TRIED,), (Step.BEGAN,), (Step.BEGAN, Step.PAUSED, Step.RESUMED)])
def test_who_said_yes_stays_also_while_they_try_it(steps: tuple[Step, ...]) -> None:
    stand = stands(after(*steps, said=Answered.YES))
    assert stand in STAYS
    assert stand not in NO_YES_YET


@pytest.mark.parametrize("so_far", [after(), after(Step.ASKED), after(said=Answered.THINKING)])
def test_on_whom_no_yes_was_written_down_nobody_counts_and_it_is_no_no(so_far: list[Record]) -> None:
    """Named apart: it is still to be asked, or the person thinks about it."""
    stand = stands(so_far)
    assert stand in NO_YES_YET
    assert stand not in STAYS


@pytest.mark.parametrize(
    "so_far",
    [
        after(said=Answered.NO),
        after(said=Answered.NOT_NOW),
        after(Step.BEGAN, Step.PAUSED, said=Answered.YES),
        after(Step.BEGAN, Step.ENDED, said=Answered.YES),
    ],
)
def test_who_said_no_rests_or_stopped_is_neither(so_far: list[Record]) -> None:
    assert stands(so_far) not in STAYS | NO_YES_YET
