"""The door itself, without a database: which sieve stands in it, and when it stays shut (R7, R8, R28)."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from kring.access import door as module
from kring.access.door import Door, RefusedError, come_to, open_door
from kring.access.models import Visit
from kring.access.same import Mine
from kring.access.sieve import Answers, Sieve
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Relation, Section, Verb
from kring.people.actors import Actor, ActorKind
from tests.rooms.doors_by_hand import ME, OTHER, PLACE, THIS, door_of, passage, stands

URGENT = Answers(disclosed=frozenset({THIS}))


def test_a_door_says_in_which_position_it_was_opened_and_what_was_answered() -> None:
    door = door_of("supporter", walls=frozenset({OTHER}), answers=URGENT)
    assert (door.relation, door.walls, door.answers) == (Relation.SUPPORTER, {OTHER}, URGENT)


def test_of_each_section_there_is_one_sieve() -> None:
    door = door_of("worker")
    circle = door.sieve(Section.CIRCLE)
    assert door.sieve(Section.CIRCLE) is circle
    assert door.sieve(Section.JOURNAL).section is Section.JOURNAL
    assert not circle.unsure
    assert not circle.closed


def test_a_place_that_was_closed_and_a_card_that_is_not_sure_are_weighed_in_each_section() -> None:
    closed = door_of("worker")
    closed.dossier.closed_on = clock.today()
    assert closed.sieve(Section.CIRCLE).closed
    unsure = door_of("child")
    unsure.actor = replace(unsure.actor, is_unsure=True)
    assert unsure.sieve(Section.CIRCLE).unsure


def test_who_one_is_in_the_circle_is_asked_once_and_only_where_it_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an emergency it always does: what is about oneself is not told by that (R17, R19)."""
    asked: list[UUID] = []

    def members(dossier: UUID, _person: UUID) -> Mine:
        asked.append(dossier)
        return Mine(frozenset({OTHER}), frozenset({THIS}))

    monkeypatch.setattr(module, "members_of", members)
    untold = replace(door_of("supporter"), _mine=None)
    assert untold.sieve(Section.JOURNAL).mine == frozenset()
    assert not asked
    told = replace(door_of("supporter", answers=URGENT), _mine=None)
    assert told.sieve(Section.JOURNAL).mine == {OTHER}
    assert told.sieve(Section.CIRCLE).mine == {OTHER}
    assert told.sieve(Section.CIRCLE).confirmed == {THIS}
    assert asked == [PLACE]


def test_what_may_be_done_with_a_row_is_asked_of_its_section() -> None:
    assert door_of("worker").may(passage(), Verb.READ)
    assert not door_of("worker").may(passage(), Verb.CHANGE)
    assert not door_of("supporter").may(passage(), Verb.READ)


def test_a_look_is_written_once_in_the_visit_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[Any] = []
    visits: list[Section] = []

    def visit(self: Door, section: Section) -> Visit:
        visits.append(section)
        self._visits[section] = Visit()
        return self._visits[section]

    monkeypatch.setattr(Visit, "save", lambda _, update_fields: saved.append(update_fields))
    monkeypatch.setattr(Door, "notes_the_visit", visit)
    door = door_of("supporter")
    door.notes_the_look(Section.CIRCLE)
    door.notes_the_look(Section.CIRCLE)
    assert visits == [Section.CIRCLE]
    assert saved == [["looked_at"]]
    assert door._visits[Section.CIRCLE].looked_at is not None


# -- opening it -------------------------------------------------------------------------------------------------------


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What somebody holds towards this child."""
    held: list[Any] = [type("Held", (), {"dossier": Dossier(pk=PLACE)})()]
    monkeypatch.setattr(module, "held_by", lambda _actor, _dossier: held)
    monkeypatch.setattr(module, "answers_to", lambda _actor, _dossier, on: Answers())
    monkeypatch.setattr(module, "standing_of", lambda _held, answers, on: stands("worker", answers=answers))
    return held


def test_who_holds_something_comes_to_that_child(found: list[Any]) -> None:
    door = come_to(Actor(ActorKind.SESSION, ME), PLACE)
    assert (door.me, door.dossier.pk, door.relation) == (ME, PLACE, Relation.WORKER)
    found.clear()
    with pytest.raises(RefusedError):
        come_to(Actor(ActorKind.SESSION, ME), PLACE)


def test_nobody_comes_to_no_child(found: list[Any]) -> None:
    """A job of the house has no person, and no door."""
    assert found
    with pytest.raises(RefusedError):
        come_to(Actor(ActorKind.JOB, None), PLACE)


def test_a_door_opens_where_something_can_pass_and_something_is(monkeypatch: pytest.MonkeyPatch) -> None:
    door = door_of("worker")
    monkeypatch.setattr(module, "come_to", lambda _actor, _dossier: door)
    actor = Actor(ActorKind.SESSION, ME)
    assert open_door(actor, PLACE, Section.CIRCLE) is door
    monkeypatch.setattr(Sieve, "shows_something", lambda *_: False)
    with pytest.raises(RefusedError):
        open_door(actor, PLACE, Section.CIRCLE)


@pytest.mark.parametrize(("section", "verb"), [(Section.CONCERNS, Verb.READ), (Section.SAID, Verb.CHANGE)])
def test_a_door_stays_shut_where_nothing_can_pass(
    monkeypatch: pytest.MonkeyPatch, section: Section, verb: Verb
) -> None:
    monkeypatch.setattr(module, "come_to", lambda _actor, _dossier: door_of("parent"))
    actor = Actor(ActorKind.SESSION, ME)
    assert open_door(actor, PLACE, Section.SAID)
    with pytest.raises(RefusedError):
        open_door(actor, PLACE, section, verb)
