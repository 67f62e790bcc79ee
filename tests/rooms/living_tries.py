"""What can be tried in a life of Noor: by whom, of whom, and which steps; the usual and the wildest."""

import os
from datetime import date, timedelta
from typing import Any

from django.db import connection
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Answered, Asker, How, Step, Voice
from kring.rights.acts import steps
from tests.rooms.living import MOSTLY, PEOPLE, Whom

DEEP = os.environ.get("KRING_DEEP") == "1"
BY, WHO, MEANING = st.sampled_from(MOSTLY), st.sampled_from(PEOPLE), st.sampled_from(Meaning)
AGES = st.sampled_from([None, 4, 9, 11, 12, 15, 17, 18, 24])
WHOM = st.builds(
    Whom, number=st.integers(0, 8), anybody=st.integers(0, 4).map(lambda one: one == 4), who=WHO, meaning=MEANING
)
WILD = st.fixed_dictionaries(
    {
        "step": st.sampled_from(Step),
        "voice": st.sampled_from([Voice.OTHER, *Voice]),
        "asker": st.sampled_from(Asker),
        "reply": st.sampled_from(Answered),
        "expressed": st.sampled_from(["", *(one.value for one in Expressed)]),
        "back": st.integers(-1, 3),
    }
)
USUAL = st.fixed_dictionaries(
    {
        "step": st.sampled_from([Step.ASKED, Step.TRIED, Step.BEGAN, Step.PAUSED, Step.RESUMED]),
        "voice": st.just(Voice.CHILD),
        "asker": st.just(Asker.CHILD),
        "reply": st.none(),
        "expressed": st.just(""),
        "back": st.just(0),
    }
)


def answers(reply: Answered) -> dict[str, Any]:
    """The person says what it says."""
    return {"step": Step.ANSWERED, "voice": Voice.PERSON, "reply": reply, "asker": None, "expressed": "", "back": 0}


def asks() -> dict[str, Any]:
    """She asks it herself."""
    return answers(Answered.YES) | {"step": Step.ASKED, "voice": Voice.CHILD, "reply": None, "asker": Asker.CHILD}


REPLY, SHE_ASKS_AND_IT_IS_A_YES = st.sampled_from(Answered).map(answers), [asks(), answers(Answered.YES)]
ASKED_FIRST = st.tuples(
    st.just(asks()), st.sampled_from([Answered.YES, Answered.YES, *Answered]).map(answers), USUAL
).map(list)
"""She asks, the person answers, and something follows."""


def new_step(told: dict[str, Any], today: date) -> steps.New:
    """A step as somebody could say it."""
    asked, answered = told["step"] is Step.ASKED, told["step"] is Step.ANSWERED
    return steps.New(
        step=told["step"],
        on=today - timedelta(days=told["back"]),
        voice=told["voice"],
        asker=told["asker"] if asked else None,
        how=How.CALL if asked else None,
        reply=told["reply"] if answered else None,
        expressed=told["expressed"],
    )


def how_much() -> settings:
    """The same every time, and less of it on PostgreSQL; by `KRING_DEEP=1` more of it, and another every time."""
    return settings(
        max_examples=300 if DEEP else 80 if connection.vendor == "sqlite" else 20,
        stateful_step_count=30 if DEEP else 10,
        derandomize=not DEEP,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
