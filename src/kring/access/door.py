"""The door: the only way into one dossier (`access.desk` reads over many, by the same table).

It weighs relation, section, class of data, the child's answers and the walls (`law.access`, `access.sieve`).
`access.entrance` opens it for views, has the visit noted, and answers a refusal exactly as it answers for what does
not exist: the same static 404 (house.md 4).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from kring.access import scope
from kring.access.asked import answers_to, members_of
from kring.access.asking import Asker, everything
from kring.access.kept import Kept, KeptQuerySet
from kring.access.same import STRANGER, Mine
from kring.access.sieve import Answers, Sieve
from kring.access.standing import held_by, standing_of
from kring.access.visits import Noted
from kring.access.writing import StaleError, Writing
from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Section, Verb
from kring.people.actors import Actor

M = TypeVar("M", bound=Kept)


class RefusedError(Exception):
    """There is nothing here for this actor."""


@dataclass(slots=True)
class Door(Noted):
    """An open door: one actor, one dossier, one hat, for one visit."""

    _sieves: dict[Section, Sieve] = field(default_factory=dict)
    _mine: Mine | None = None
    ends: bool = False
    """Whether it was opened at an address that ends something: that works in a place that was closed as well (R7)."""
    read_in: Section | None = None
    """Where the one row of this page stands, once it was found (`access.items`)."""

    @property
    def walls(self) -> frozenset[UUID]:
        """Behind which walls the visitor stands."""
        return self.standing.walls

    @property
    def answers(self) -> Answers:
        """What was answered towards the visitor."""
        return self.standing.answers

    def sieve(self, section: Section) -> Sieve:
        """What this visitor may see of a section."""
        if section not in self._sieves:
            if self.standing.asks_who_i_am(section):
                self.asks_who_i_am()
            closed = self.dossier.closed_on is not None
            sieve = self.standing.sieve(self.dossier.pk, section, self.me, self._mine or STRANGER, closed=closed)
            self._sieves[section] = replace(sieve, unsure=self.actor.is_unsure, ends=self.ends)
        return self._sieves[section]

    def asks_who_i_am(self) -> None:
        """Who in the circle the visitor is: one statement, once."""
        if self._mine is None:
            self._mine = members_of(self.dossier.pk, self.me)

    def within(self, rows: KeptQuerySet[M], verb: Verb = Verb.READ) -> KeptQuerySet[M]:
        """Of these rows, those that this visitor may see: opened, and with their item."""
        sieve = self.sieve(rows.model.section)
        return rows.opened(sieve.rows_for(verb), (Asker(sieve, verb),))

    def may(self, row: Kept, verb: Verb) -> bool:
        """Whether this visitor may do this with a row in hand."""
        return self.sieve(row.section).lets(row.item, verb)

    @contextmanager
    def writes(self, event: Event, *, once: UUID | None, codes: tuple[str, ...] = ()) -> Iterator[Writing]:
        """One short transaction: rows, then the link in the log as its last statement.

        Raises `NotAllowedError` (nothing here), `StaleError` (changed meanwhile), `AlreadyDoneError` (sent twice).
        """
        writing = Writing(door=self, act=once)
        try:
            with transaction.atomic(), everything():
                chain.refuse_again(once)
                yield writing
                self.tells(event, codes, subject=writing.subject, once=once)
        except IntegrityError as error:
            # What must be unique is guarded by the database: of two devices at the same moment, one was first.
            raise StaleError from error


def open_door(actor: Actor, dossier: UUID, section: Section, verb: Verb = Verb.READ, *, ends: bool = False) -> Door:
    """Open a door.  Raises `RefusedError`, which looks the same for a foreign and for an unknown dossier."""
    door = come_to(actor, dossier)
    door.ends = ends
    if door.sieve(section).is_empty(verb) or not door.sieve(section).shows_something(verb):
        raise RefusedError
    return door


def come_to(actor: Actor, dossier: UUID) -> Door:
    """The door of who is involved, before any section is asked: a page of one row asks that row.

    Raises `RefusedError`, as `open_door` does.
    """
    if actor.person is None:
        raise RefusedError
    scope.about(dossier)
    today = clock.today()
    held_now = held_by(actor, dossier)
    if not held_now:
        raise RefusedError
    standing = standing_of(held_now, answers_to(actor, dossier, on=today), on=today)
    return Door(actor, actor.person, held_now[0].dossier, standing)
