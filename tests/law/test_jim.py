"""A JIM: seven things to talk about.  Whatever is said, nothing is stopped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.decision import NoTruthValueError
from kring.law.jim import SPOKEN_ONLY, Advice, Factor, Hint, Reply, advise
from kring.law.registry import register

REPLIES = st.dictionaries(st.sampled_from(Factor), st.sampled_from(Reply))
EVERY_REPLY = st.sampled_from(Reply)


def test_the_seven_of_the_report_in_its_order() -> None:
    assert [factor.value for factor in Factor] == [
        "jim.adult",
        "jim.not-a-parent",
        "jim.unpaid",
        "jim.other-roof",
        "jim.works-together",
        "jim.not-a-lover",
        "jim.parents-agree",
    ]


def test_a_no_and_a_doubt_are_things_to_talk_about() -> None:
    advice = advise({Factor.OTHER_ROOF: Reply.NO, Factor.PARENTS_AGREE: Reply.DISCUSS, Factor.ADULT: Reply.YES})
    assert advice.talk_about == (Factor.OTHER_ROOF, Factor.PARENTS_AGREE)
    assert advice.in_place == (Factor.ADULT,)
    assert advice.to_ask == (Factor.NOT_A_PARENT, Factor.UNPAID, Factor.WORKS_TOGETHER, Factor.NOT_A_LOVER)


def test_nothing_said_is_everything_to_ask_and_nothing_wrong() -> None:
    advice = advise({})
    assert advice.to_ask == tuple(Factor)
    assert not [*advice.talk_about, *advice.in_place, *advice.hints]


@given(REPLIES, EVERY_REPLY)
def test_an_advice_cannot_allow_refuse_or_be_taken_for_yes_or_no(
    replies: dict[Factor, Reply], former_worker: Reply
) -> None:
    advice = advise(replies, former_worker=former_worker)
    for name in ("allowed", "against", "missing", "refused", "blocked", "score"):
        assert not hasattr(advice, name)
    with pytest.raises(NoTruthValueError):
        bool(advice)


@given(REPLIES, EVERY_REPLY)
def test_every_factor_is_in_exactly_one_place(replies: dict[Factor, Reply], former_worker: Reply) -> None:
    advice = advise(replies, former_worker=former_worker)
    assert sorted(advice.talk_about + advice.to_ask + advice.in_place) == sorted(Factor)


@given(REPLIES)
def test_the_order_of_the_replies_changes_nothing(replies: dict[Factor, Reply]) -> None:
    assert advise(dict(reversed(replies.items()))) == advise(replies)


@pytest.mark.parametrize(
    ("reply", "hints"),
    [
        (Reply.YES, (Hint.FORMER_WORKER,)),
        (Reply.DISCUSS, (Hint.FORMER_WORKER,)),
        (Reply.NO, ()),
        (Reply.UNKNOWN, ()),
    ],
)
def test_a_former_worker_is_a_hint_and_no_more(reply: Reply, hints: tuple[Hint, ...]) -> None:
    assert advise({}, former_worker=reply).hints == hints


def test_what_is_kept_is_codes() -> None:
    kept = advise({Factor.UNPAID: Reply.NO}, former_worker=Reply.YES).as_kept()
    assert kept["replies"]["jim.unpaid"] == "no"
    assert kept["replies"]["jim.adult"] == "unknown"
    assert len(kept["replies"]) == 7
    assert kept["hints"] == ["jim.former-worker"]


def test_the_tracks_are_not_mixed() -> None:
    assert not {factor.value for factor in Factor} & set(register())
    assert not [factor for factor in Factor if "extract" in factor.value or "record" in factor.value]
    assert advise({}) == Advice(tuple((factor, Reply.UNKNOWN) for factor in Factor))


@pytest.mark.parametrize(("said", "told"), [(Reply.NO, True), (Reply.DISCUSS, True), (Reply.YES, False)])
def test_who_can_not_be_called_after_hours_is_something_to_talk_about(said: Reply, told: bool) -> None:
    assert (Hint.AFTER_HOURS in advise({}, after_hours=said).hints) is told


def test_lovers_are_talked_about_and_never_stored() -> None:
    assert frozenset({Factor.NOT_A_LOVER}) == SPOKEN_ONLY
