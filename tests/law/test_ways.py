"""Letting someone in: who may give what to whom, and that the child said yes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.law.access import Relation
from kring.law.ways import FITS, GIVES, NETWORK, PARENTS, Asked, WayKind, comes_in_as, may_let_in, the_lesser

ON = date(2026, 11, 21)
WILMA = {"receiver": Relation.JIM, "kind": WayKind.LINK, "child_said_yes": True}


def asked(**facts: object) -> Asked:
    return Asked(**{"giver": Relation.CHILD, **WILMA, **facts})  # type: ignore[arg-type]  # facts by name


def against(one: Asked) -> list[str]:
    return [ground.code for ground in may_let_in(one, on=ON).against]


@pytest.mark.parametrize("giver", [Relation.CHILD, Relation.WORKER])
def test_noor_and_lotte_let_wilma_in(giver: Relation) -> None:
    assert may_let_in(asked(giver=giver), on=ON).allowed


@pytest.mark.parametrize("giver", sorted(set(Relation) - GIVES.keys()))
def test_nobody_else_lets_anyone_in(giver: Relation) -> None:
    assert "ways.giver" in against(asked(giver=giver))


@pytest.mark.parametrize("receiver", sorted(NETWORK))
def test_without_the_childs_yes_nobody_of_its_circle_comes_in(receiver: Relation) -> None:
    silent = may_let_in(asked(receiver=receiver, child_said_yes=None, serves=True), on=ON)
    assert [ground.code for ground in silent.missing] == ["ways.child-said-yes"]
    assert against(asked(receiver=receiver, child_said_yes=False, serves=True)) == ["ways.child-said-yes"]


@pytest.mark.parametrize("receiver", sorted(PARENTS))
def test_a_parent_is_let_in_by_the_worker_and_no_yes_is_asked(receiver: Relation) -> None:
    parent = {"receiver": receiver, "kind": WayKind.ONE_LINK, "child_said_yes": None}
    assert may_let_in(asked(**parent, giver=Relation.WORKER), on=ON).allowed
    assert against(asked(**parent, giver=Relation.CHILD)) == ["ways.giver"]


def test_a_trust_person_comes_in_as_one_only_while_serving() -> None:
    karim = {"receiver": Relation.TRUST_PERSON}
    assert may_let_in(asked(**karim, serves=True), on=ON).allowed
    assert against(asked(**karim, serves=False)) == ["ways.serving"]
    assert comes_in_as(serves=True, chosen_as_jim=True) is Relation.TRUST_PERSON
    assert comes_in_as(serves=False, chosen_as_jim=True) is Relation.JIM
    assert comes_in_as(serves=False, chosen_as_jim=False) is Relation.SUPPORTER


@pytest.mark.parametrize("receiver", sorted(FITS))
def test_nobody_lets_in_who_may_have_no_contact(receiver: Relation) -> None:
    shut = asked(receiver=receiver, giver=Relation.WORKER, kind=min(FITS[receiver]), serves=True, restricted=True)
    assert against(shut) == ["ways.not-restricted"]


@given(
    giver=st.sampled_from(Relation),
    receiver=st.sampled_from(Relation),
    kind=st.sampled_from(WayKind),
    yes=st.none() | st.booleans(),
    serves=st.none() | st.booleans(),
)
def test_what_is_not_on_the_list_is_never_given(
    giver: Relation, receiver: Relation, kind: WayKind, yes: bool | None, serves: bool | None
) -> None:
    one = Asked(giver=giver, receiver=receiver, kind=kind, child_said_yes=yes, serves=serves)
    if may_let_in(one, on=ON).allowed:
        assert receiver in GIVES[giver]
        assert kind in FITS[receiver]
        assert yes is True or receiver not in NETWORK


@pytest.mark.parametrize("receiver", sorted(NETWORK))
def test_a_parent_is_no_supporter_by_a_link(receiver: Relation) -> None:
    assert against(asked(receiver=receiver, serves=True, is_parent=True)) == ["ways.not-a-parent"]
    assert may_let_in(asked(receiver=receiver, serves=True), on=ON).allowed


@pytest.mark.parametrize("receiver", sorted(PARENTS))
def test_a_parent_gets_the_link_of_a_parent(receiver: Relation) -> None:
    own = {"receiver": receiver, "kind": WayKind.ONE_LINK, "child_said_yes": None, "giver": Relation.WORKER}
    assert may_let_in(asked(**own, is_parent=True), on=ON).allowed


BESIDE = ("trust_person", "jim", "supporter")
FROM_WHO_STANDS_IN = {*BESIDE, "parent", "upbringer", "child"}
OF_A_SERVICE = {"mandated_service", "court_service"}


@pytest.mark.parametrize(
    ("giver", "whom"),
    [
        ("child", {*BESIDE}),
        ("worker", FROM_WHO_STANDS_IN | OF_A_SERVICE),
        ("fallback_worker", FROM_WHO_STANDS_IN),
    ],
)
def test_whom_the_child_lets_in_and_whom_its_worker(giver: str, whom: set[str]) -> None:
    """The child its own circle; who answers for it the parents and the child too; its worker alone who is of a service.

    Nobody lets in who works there.
    """
    met = {
        receiver.value
        for receiver in Relation
        if "ways.giver" not in against(asked(giver=Relation(giver), receiver=receiver))
    }
    assert met == whom


@pytest.mark.parametrize("receiver", list(Relation))
def test_a_link_for_the_circle_one_link_for_a_parent_a_card_or_pictures_for_the_child(receiver: Relation) -> None:
    written = {"child": {"card", "pictures"}, "parent": {"one_link"}, "upbringer": {"one_link"}}
    fits = written | {one: {"link"} for one in (*BESIDE, *OF_A_SERVICE)}
    met = {kind.value for kind in WayKind if "ways.kind" not in against(asked(receiver=receiver, kind=kind))}
    assert met == fits.get(receiver.value, set())


def test_what_ends_opens_no_more_than_there_was() -> None:
    """A supporter reads less than a JIM, and a JIM less than who serves in law, whichever is named first (R2)."""
    for less, more in (("supporter", "jim"), ("jim", "trust_person"), ("supporter", "trust_person")):
        one, other = Relation(less), Relation(more)
        assert the_lesser(one, other) is the_lesser(other, one) is the_lesser(one, one) is one
