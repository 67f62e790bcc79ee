"""What answers add up to, by hand from R7, R8 and R19: whose each is, and that a no holds where two speak."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from kring.access.asked import Said, weighed
from kring.access.sieve import URGENT, Answers
from kring.kit.keys import uuid7
from kring.law.access import Topic

THIS, OTHER = uuid7(), uuid7()


def said(about: UUID | str, answer: str, giver: str = "child") -> Said:
    item, topic = (about, "") if isinstance(about, UUID) else (None, about)
    return Said(item, topic, answer, giver)


def test_with_no_answer_nothing_is_open_and_nothing_closed() -> None:
    assert weighed([]) == Answers()


def test_each_answer_opens_or_closes_what_it_is_about_and_nothing_else() -> None:
    assert weighed([said(THIS, "yes")]) == Answers(yes_items=frozenset({THIS}))
    assert weighed([said(THIS, "no")]) == Answers(no_items=frozenset({THIS}))
    assert weighed([said("school", "yes")]) == Answers(yes_topics=frozenset({Topic.SCHOOL}))
    assert weighed([said("school", "no")]) == Answers(no_topics=frozenset({"school"}))


@pytest.mark.parametrize("shut", ["no", "ask"])
@pytest.mark.parametrize("order", [1, -1])
def test_where_two_speak_about_the_same_the_one_that_closes_holds(shut: str, order: int) -> None:
    """Ask me first is shut, as a no."""
    both = [said(THIS, "yes"), said(THIS, shut), said("school", "yes"), said("school", shut)][::order]
    assert weighed(both) == Answers(no_items=frozenset({THIS}), no_topics=frozenset({"school"}))


def test_a_yes_about_something_else_stays() -> None:
    some = [said(THIS, "no"), said(OTHER, "yes"), said("home", "yes"), said("school", "no")]
    assert weighed(some) == Answers(
        yes_items=frozenset({OTHER}),
        no_items=frozenset({THIS}),
        yes_topics=frozenset({Topic.HOME}),
        no_topics=frozenset({"school"}),
    )


@pytest.mark.parametrize(("giver", "opens"), [("parent", "theirs"), ("worker", "told"), (URGENT, "disclosed")])
def test_what_is_not_of_the_child_is_no_answer_of_the_child(giver: str, opens: str) -> None:
    assert weighed([said(THIS, "yes", giver)]) == Answers(**{opens: frozenset({THIS})})  # type: ignore[arg-type]
    assert weighed([said(THIS, "yes", giver), said(THIS, "no", giver)]) == Answers()
    assert weighed([said("school", "yes", giver)]) == Answers()
    assert weighed([said("school", "no", giver)]) == Answers()


def test_a_subject_that_is_not_in_the_list_opens_nothing_and_may_still_close() -> None:
    assert weighed([said("lessons", "yes")]) == Answers()
    assert weighed([said("lessons", "no")]) == Answers(no_topics=frozenset({"lessons"}))


def test_from_a_day_on_only_a_yes_that_began_then_or_later_counts() -> None:
    """Of who is of age towards a parent (R15); what closes goes on closing, whenever it was said."""
    day = date(2026, 3, 1)
    old, new = day - timedelta(days=1), day
    told = [
        said(THIS, "yes")._replace(on=old),
        said(OTHER, "yes")._replace(on=new),
        said("school", "yes")._replace(on=old),
        said("school", "yes")._replace(on=new),  # said again
        said("home", "yes")._replace(on=old),
        said("father", "no")._replace(on=old),
        *(said(THIS, "yes", giver)._replace(on=old) for giver in ("parent", "worker", URGENT)),
    ]
    assert weighed(told).since(day) == Answers(
        yes_items=frozenset({OTHER}), yes_topics=frozenset({Topic.SCHOOL}), no_topics=frozenset({"father"})
    )
    assert weighed(told).since(old) == weighed(told)
