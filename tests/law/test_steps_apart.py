"""While contact is restricted nothing brings the child and that person together (R28); apart can always be written.

And what was denied, only whose word it is says.
"""

import pytest

from kring.law.steps import Answered, Step, Voice
from tests.law.test_steps import against, answered, record


@pytest.mark.parametrize("step", [Step.TRIED, Step.BEGAN])
def test_while_contact_is_restricted_nothing_brings_them_together(step: Step) -> None:
    yes = answered(Answered.YES)
    assert against(record(step), yes) == []
    assert against(record(step), yes, restricted=True) == ["steps.not-restricted"]
    assert against(yes, record(Step.ASKED), restricted=True) == ["steps.not-restricted"]
    assert against(answered(Answered.NO), record(Step.ASKED), restricted=True) == []
    assert against(record(Step.ENDED), yes, restricted=True) == []


@pytest.mark.parametrize("whose", [Voice.CHILD, Voice.PERSON])
def test_what_was_denied_is_said_by_its_own_alone(whose: Voice) -> None:
    """steps.word-of-the-child, steps.word-of-the-person: only where it was denied, and of every step (R2, R9)."""
    yes, asked = answered(Answered.YES), record(Step.ASKED)
    assert against(yes, asked) == []
    assert against(yes, asked, denied=whose) == [f"steps.word-of-the-{whose.value}"]
    assert against(record(Step.PAUSED), yes, denied=whose) == [f"steps.word-of-the-{whose.value}"]
