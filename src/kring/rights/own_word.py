"""Whose own word is asked first: who comes in here says itself that it stops, rests or said no (R2).

What a worker writes of that ends, pauses and blocks nothing by itself, whether or not the child was told.  Who has no
way in is asked by nobody here: then the worker writes how it knows, and the child reads who wrote it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.access import reported
from kring.access.acts import placing
from kring.access.door import Door
from kring.access.writing import ITSELF
from kring.law.access import Relation
from kring.law.steps import Record, Step, is_told_first
from kring.rights.untold import is_denial, still

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from django.utils.functional import _StrPromise as Words

    from kring.rights.models import Taken

DENIED, ASKED = "denied", "asked"
WHY_NOT: dict[str, Words] = {
    DENIED: _("{name} zei hier zelf iets anders. Dat telt. Lees het eerst bij wie stopt, en praat met {name}."),
    ASKED: _("{name} werd al iets gevraagd, en antwoordde nog niet. Wacht daarop, of praat met {name}."),
}
"""What is said where a worker cannot write it now."""


def is_asked(door: Door, member: UUID, record: Record) -> bool:
    """Whether this one says so itself before it is so: it comes in here, and it is not the child that writes it."""
    if door.relation is Relation.CHILD or not is_told_first(record):
        return False
    return placing.comes_in_now(door, member)


def gave_its_word(member: UUID) -> bool:
    """Whether nothing that a worker wrote as its word is left for this one to say itself."""
    return reported.of([member]) is None


def waits(door: Door, member: UUID) -> bool:
    """Whether a worker wrote something as the word of this one, and it can still say itself whether that is so."""
    return not gave_its_word(member) and placing.comes_in_now(door, member)


def by_itself(rows: Sequence[Taken], unsaid: Collection[UUID]) -> set[UUID]:
    """Of whom of these the stop or the pause is its own word: said here itself, or what was written confirmed (R2).

    `unsaid`: of whom what was written is still to be confirmed.
    """
    own = (row for row in still(rows) if row.is_held and row.step in {Step.ENDED.value, Step.PAUSED.value})
    return {row.member_id for row in own if row.expressed == ITSELF or row.member_id not in unsaid}


def is_its_own(door: Door, member: UUID, rows: Sequence[Taken]) -> bool:
    """Whether it said here itself that it stops or rests, and comes in: then only its own tap takes that back."""
    unsaid = set[UUID]() if gave_its_word(member) else {member}
    return bool(by_itself(rows, unsaid)) and placing.comes_in_now(door, member)


def said_otherwise(rows: Sequence[Taken]) -> bool:
    """Whether this one said itself that it stays, or goes on, and nothing was said since; of rows of one person."""
    return any(is_denial(row) for row in rows) and not any(row.is_held for row in still(rows))


def why_not(door: Door, member: UUID, rows: Sequence[Taken]) -> str:
    """Why a worker cannot write that this one stops, rests or said no: by code, or nothing."""
    if said_otherwise(rows):
        return DENIED
    return ASKED if waits(door, member) else ""
