"""What is remembered of a look, and what is none, by hand from R7 and R24: without a row, and without a database."""

from typing import Any
from uuid import UUID

import pytest

from kring.access import seen
from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.models import Item
from kring.access.same import Mine
from kring.access.sieve import Answers
from kring.circle.models import Placement
from kring.journal.models import Apart, Passage
from kring.kit.keys import uuid7
from kring.law.access import Case, Section, Topic, Verb
from kring.rights.models import Said, Wish
from tests.rooms.doors_by_hand import ME, OTHER, PLACE, THIS, door_of, passage

YES = Answers(yes_items=frozenset({THIS}), yes_topics=frozenset({Topic.CIRCLE, Topic.BESIDE_ME}))


def row(kind: type[Kept], **facts: Any) -> Kept:
    told = {"pk": THIS, "dossier_id": PLACE, "klass": "own_words", "author_id": OTHER, "topic": "circle"}
    return kind(item=Item(**{**told, "section": kind.section.value, **facts}))


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[Section]:
    """Where a look was written down."""
    found: list[Section] = []
    monkeypatch.setattr(Door, "notes_the_look", lambda _, section: found.append(section))
    return found


@pytest.mark.parametrize("relation", ["child", "worker", "network_guide", "fallback_worker"])
def test_of_the_child_and_of_who_works_with_it_nothing_is_remembered(relation: str) -> None:
    """No database is asked, also not for what stands open to none of them."""
    seen.notes_seen(door_of(relation), [passage("concern")])


def test_what_one_wrote_and_what_stands_open_to_it_is_not_read_by_a_yes() -> None:
    seen.notes_seen(door_of("supporter", answers=YES), [passage(author_id=ME)])
    seen.notes_seen(door_of("director"), [])
    seen.notes_seen(door_of("parent", Case.REPRESENTS), [passage("file")])


def test_what_is_about_oneself_is_read_by_that(looked: list[Section]) -> None:
    papa = door_of("parent", Case.MINOR)
    papa._mine = Mine(frozenset({OTHER}), frozenset({OTHER}))
    seen.looked_at(papa, [passage("household", about_id=OTHER)])
    assert not looked


def test_where_something_stands_open_by_its_position_looking_is_no_look(looked: list[Section]) -> None:
    seen.looked(door_of("worker"), Section.CIRCLE)
    assert not looked
    seen.looked(door_of("supporter", answers=YES), Section.CIRCLE)
    assert looked == [Section.CIRCLE]


def test_looking_along_in_the_place_of_another_is_no_look_of_that_one(looked: list[Section]) -> None:
    seen.looked(door_of("supporter", me=OTHER, answers=YES), Section.CIRCLE)
    assert not looked


def test_rows_seen_by_a_yes_are_looks_once_for_each_section(looked: list[Section]) -> None:
    rows = [row(Placement), row(Placement), row(Wish, topic="beside_me")]
    seen.looked_at(door_of("supporter", answers=YES), rows)
    assert looked == sorted([Section.CIRCLE, Section.RIGHTS])


@pytest.mark.parametrize("mine", [{"author_id": ME}, {"told_to_id": ME}])
def test_of_what_one_wrote_or_what_was_said_to_one_nothing_is_a_look(
    looked: list[Section], mine: dict[str, UUID]
) -> None:
    seen.looked_at(door_of("supporter", answers=YES), [row(Said, **mine)])
    assert not looked


def test_of_one_row_it_is_said_in_the_way_of_its_section(
    looked: list[Section], monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered: list[Kept] = []
    monkeypatch.setattr(seen, "notes_seen", lambda _, rows: remembered.extend(rows))
    door = door_of("supporter", answers=YES)
    for one in (Placement, Wish):
        seen.one_seen(door, row(one))
    assert looked == [Section.CIRCLE, Section.RIGHTS]
    assert not remembered
    note = row(Passage)
    seen.one_seen(door, note)
    assert remembered == [note]
    assert len(looked) == 2


def test_where_one_may_know_of_it_a_look_is_weighed_by_that(looked: list[Section]) -> None:
    own = door_of("supporter", answers=YES)
    own._mine = Mine(frozenset({uuid7()}))
    seen.looked_at(own, [row(Placement, about_id=uuid7())], Verb.KNOW)
    assert looked == [Section.CIRCLE]


def test_what_was_told_in_an_emergency_is_a_look_past_the_yes_of_the_child(looked: list[Section]) -> None:
    """Of that one thing, and of no other (R7, R8)."""
    urgent = Answers(disclosed=frozenset({THIS}))
    seen.looked_at(door_of("supporter", answers=urgent), [row(Placement)])
    assert looked == [Section.CIRCLE]
    seen.looked_at(door_of("supporter", answers=urgent), [row(Placement, pk=OTHER)])
    assert looked == [Section.CIRCLE]


def test_by_the_yes_to_the_file_nothing_stands_open_by_the_position(looked: list[Section]) -> None:
    """Who reads the file because the child said so, looks by its yes (R18)."""
    seen.looked(door_of("trust_person", Case.CAPABLE, Case.FILE_ACCESS), Section.JOURNAL)
    assert looked == [Section.JOURNAL]
    seen.looked(door_of("child", Case.CAPABLE), Section.JOURNAL)
    assert looked == [Section.JOURNAL]


def test_of_what_is_kept_apart_the_child_has_no_trace() -> None:
    """Whoever reads it and however it came to be told (R17): nothing of it is written, and no database is asked."""
    urgent = Answers(disclosed=frozenset({THIS}))
    seen.notes_seen(door_of("trust_person", Case.CAPABLE, answers=urgent), [row(Apart, klass="agogic")])
