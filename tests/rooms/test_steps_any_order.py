"""Acts on rows in any order, by anybody: nobody but Noor, or the person for itself, ends, blocks or delays."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kring.access.door import RefusedError
from kring.access.writing import NotAllowedError
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Answered, Asker, How, Stand, Step, Voice
from kring.rights import paths
from kring.rights.acts import steps, wishes
from kring.rights.models import Serving, Taken, Wish
from tests.family import Family

WHO = st.sampled_from(["noor", "lotte", "ann", "wilma", "bram", "mo"])
ACTS = st.fixed_dictionaries(
    {
        "by": WHO,
        "step": st.sampled_from(Step),
        "voice": st.sampled_from(Voice),
        "asker": st.sampled_from(Asker),
        "reply": st.sampled_from(Answered),
        "expressed": st.sampled_from(["", *(one.value for one in Expressed)]),
        "back": st.integers(min_value=-1, max_value=2),
    }
)

NOOR = {"by": "noor", "voice": Voice.CHILD, "asker": Asker.CHILD, "reply": Answered.YES, "expressed": "", "back": 0}
ASKED = NOOR | {"step": Step.ASKED}
SAID_YES = NOOR | {"step": Step.ANSWERED, "voice": Voice.PERSON}
BEFORE = st.sampled_from([[], [ASKED], [ASKED, SAID_YES]])
"""What went before: nobody asked, she asked, or it was a yes already."""


def tried(family: Family, tried: dict[str, Any]) -> Step | None:
    """Somebody tries a step on Noor's path with Wilma; what was written, if anything."""
    step, on = tried["step"], clock.today() - timedelta(days=tried["back"])
    try:
        door = family.door(tried["by"], Section.RIGHTS)
        path = paths.path_as(door, family.member("wilma"), Meaning.JIM)
        new = steps.New(
            step=step,
            on=on,
            voice=tried["voice"],
            asker=tried["asker"] if step is Step.ASKED else None,
            how=How.CALL if step is Step.ASKED else None,
            reply=tried["reply"] if step is Step.ANSWERED else None,
            expressed=tried["expressed"],
        )
        with transaction.atomic():
            steps.take(door, path, new, act=uuid7(), on=clock.today())
    except (RefusedError, NotAllowedError, steps.MayNotTake):
        return None
    return Step(step)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BEFORE, st.lists(ACTS, max_size=8))
def test_nobody_but_noor_or_the_person_ends_blocks_or_delays(
    family: Family, before: list[dict[str, Any]], sequence: list[dict[str, Any]]
) -> None:
    with transaction.atomic():
        said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today() - timedelta(days=9))
        wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
        written = [(one, step) for one in [*before, *sequence] if (step := tried(family, one))]
        _nobody_serves_who_never_said_yes(written)
        for one, step in written:
            assert one["by"] in {"noor", "lotte"}
            assert step not in {Step.ENDED, Step.WISHED}
            if step in {Step.PAUSED, Step.RESUMED, Step.TRIED, Step.BEGAN}:
                assert one["voice"] is not Voice.OTHER
            if step is Step.ASKED and one["asker"] is not Asker.CHILD:
                assert one["expressed"]  # R9: the child's recorded yes
        _everything_still_holds(family)
        transaction.set_rollback(True)


def _nobody_serves_who_never_said_yes(written: list[tuple[dict[str, Any], Step]]) -> None:
    """R9, brief 1.2: who answered was asked, and nothing is tried or begun before a yes, or after it was taken back."""
    asked, said = False, None
    for one, step in written:
        if step is Step.ANSWERED:
            assert asked
            said = one["reply"]
        asked = asked or step is Step.ASKED
        assert step not in {Step.TRIED, Step.BEGAN} or said is Answered.YES


def _everything_still_holds(family: Family) -> None:
    """R1: she can name anybody; R2: no legal position began by a step; R3; and she ends it in one step."""
    noor, member = family.door("noor", Section.RIGHTS), family.member("wilma")
    again = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.POINTED, on=clock.today())
    wishes.name(noor, member, again, act=uuid7())
    assert not noor.within(Serving.objects.in_force()).exists()
    assert paths.path_as(noor, member, Meaning.TRUST_PERSON).stand is Stand.WISHED
    assert wishes.withdraw(noor, member, Meaning.JIM, act=uuid7(), on=clock.today())
    assert not noor.within(Wish.objects.in_force().filter(member=member, meaning=Meaning.JIM.value)).exists()
    assert all(row.voice != Voice.OTHER or row.step == Step.ASKED for row in noor.within(Taken.objects.all()))


@pytest.mark.parametrize("step", [Step.ENDED, Step.WISHED])
def test_no_step_ends_or_names(family: Family, step: Step) -> None:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    noor = family.door("noor", Section.RIGHTS)
    wishes.name(noor, family.member("wilma"), said, act=uuid7())
    path = paths.path_as(noor, family.member("wilma"), Meaning.JIM)
    with pytest.raises(NotAllowedError):
        steps.take(noor, path, steps.New(step=step, on=clock.today()), act=uuid7(), on=clock.today())
