"""While contact is restricted nothing brings the child and that person together (R28); apart can always be written."""

import pytest

from kring.law.steps import Answered, Step
from tests.law.test_steps import against, answered, record


@pytest.mark.parametrize("step", [Step.TRIED, Step.BEGAN])
def test_while_contact_is_restricted_nothing_brings_them_together(step: Step) -> None:
    yes = answered(Answered.YES)
    assert against(record(step), yes) == []
    assert against(record(step), yes, restricted=True) == ["steps.not-restricted"]
    assert against(yes, record(Step.ASKED), restricted=True) == ["steps.not-restricted"]
    assert against(answered(Answered.NO), record(Step.ASKED), restricted=True) == []
    assert against(record(Step.ENDED), yes, restricted=True) == []
