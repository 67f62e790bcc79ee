"""The door: the only way into one dossier (`access.desk` reads over many, by the same table).

It weighs relation, section, class of data, the child's answers and the walls (`law.access`, `access.sieve`).
`access.entrance` opens it for views, has the visit noted, and answers a refusal exactly as it answers for what does
not exist: the same static 404 (house.md 4).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import CharField, DateTimeField, QuerySet, UUIDField

from kring.access.asked import answers_to, members_of
from kring.access.asking import Asker, everything
from kring.access.kept import Kept, KeptQuerySet
from kring.access.models import Visit
from kring.access.sieve import Answers, Sieve
from kring.access.standing import Standing, held_by, standing_of
from kring.access.writing import StaleError, Writing
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.law.access import Relation, Section, Verb
from kring.people.actors import Actor

M = TypeVar("M", bound=Kept)


class RefusedError(Exception):
    """There is nothing here for this actor."""


@dataclass(slots=True)
class Door:
    """An open door: one actor, one dossier, one hat, for one visit."""

    actor: Actor
    me: UUID
    dossier: Dossier
    standing: Standing
    _sieves: dict[Section, Sieve] = field(default_factory=dict)
    _mine: frozenset[UUID] | None = None
    _visits: dict[Section, Visit] = field(default_factory=dict)
    read_in: Section | None = None
    """Where the one row of this page stands, once it was found (`access.items`)."""

    @property
    def relation(self) -> Relation:
        """The hat."""
        return self.standing.relation

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
            mine = self._mine or frozenset()
            sieve = self.standing.sieve(self.dossier.pk, section, self.me, mine, closed=closed)
            self._sieves[section] = replace(sieve, unsure=True) if self.actor.is_unsure else sieve
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
                self._tell(event, codes, subject=writing.subject, once=once)
        except IntegrityError as error:
            # What must be unique is guarded by the database: of two devices at the same moment, one was first.
            raise StaleError from error

    def notes_the_visit(self, section: Section) -> Visit:
        """Write that someone was here: once for each person, section, basis and hour."""
        visit: dict[str, Any] = {
            "dossier_id": self.dossier.pk,
            "person_id": self.me,
            "section": section.value,
            "basis": self.relation.value,
            "hour": clock.now().replace(minute=0, second=0, microsecond=0),
        }
        found: list[Visit] = _VISIT.ask(**visit)
        here = found[0] if found else None
        if here is None:  # in the same hour: nothing to write, and no transaction that others wait for
            with transaction.atomic():
                here, first = Visit.objects.get_or_create(**visit)
                if first:
                    self._tell(Event.DOOR_VISITED, (section.value, self.relation.value))
        self._visits[section] = here
        return here

    def notes_the_look(self, section: Section) -> None:
        """Write that this visit looked at what only a yes opens: the first time in the hour.  By `access.seen`."""
        here = self._visits.get(section) or self.notes_the_visit(section)
        if here.looked_at is None:
            here.looked_at = clock.now()
            here.save(update_fields=["looked_at"])

    def _tell(
        self, event: Event, codes: tuple[str, ...], *, subject: UUID | None = None, once: UUID | None = None
    ) -> None:
        line = chain.Line(
            event=event,
            actor_kind=self.actor.kind.value,
            actor=self.me,
            dossier=self.dossier.pk,
            subject=subject,
            codes=codes,
            once=once,
        )
        chain.append(line)


def _visit(**where: Open) -> QuerySet[Visit]:
    """The visit of somebody to a section in an hour: there is one or none."""
    return Visit.objects.filter(**where)


_KEY, _CODE = UUIDField(), CharField()
_VISIT = Prepared(_visit, dossier_id=_KEY, person_id=_KEY, section=_CODE, basis=_CODE, hour=DateTimeField())


def open_door(actor: Actor, dossier: UUID, section: Section, verb: Verb = Verb.READ) -> Door:
    """Open a door.  Raises `RefusedError`, which looks the same for a foreign and for an unknown dossier."""
    door = come_to(actor, dossier)
    if door.sieve(section).is_empty(verb) or not door.sieve(section).shows_something():
        raise RefusedError
    return door


def come_to(actor: Actor, dossier: UUID) -> Door:
    """The door of who is involved, before any section is asked: a page of one row asks that row.

    Raises `RefusedError`, as `open_door` does.
    """
    if actor.person is None:
        raise RefusedError
    today = clock.today()
    held_now = held_by(actor, dossier)
    if not held_now:
        raise RefusedError
    standing = standing_of(held_now, answers_to(actor, dossier, on=today), on=today)
    return Door(actor, actor.person, held_now[0].dossier, standing)
