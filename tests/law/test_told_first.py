"""What a person tells the child before any page shows it: a no, and that somebody stops or pauses (R15)."""

from datetime import date
from itertools import product

import pytest

from kring.law.steps import Answered, Record, Step, Voice, is_told_first

DAY = date(2026, 11, 21)
SAID_BY_THE_PERSON = {("answered", "no"), ("paused", None), ("ended", None)}
"""What the child itself said, it knows; "not now" and "I think about it" are no refusal (docs/law/endings.md)."""


@pytest.mark.parametrize(("step", "voice"), list(product(Step, Voice)))
def test_a_no_a_stop_and_a_pause_of_the_person_itself_are_told_first(step: Step, voice: Voice) -> None:
    for reply in (None, *Answered):
        record = Record(step=step, on=DAY, voice=voice, reply=reply)
        says = (step.value, reply.value if reply and step is Step.ANSWERED else None)
        assert is_told_first(record) is (voice is Voice.PERSON and says in SAID_BY_THE_PERSON), (step, voice, reply)
