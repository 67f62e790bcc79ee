"""What was said to who works with the child: who hears it, what became of it.  Always through the door."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import DateField, Exists, OuterRef, QuerySet, UUIDField
from django.utils import timezone

from kring.access import page
from kring.access.door import Door, RefusedError
from kring.access.models import Restriction
from kring.access.readers import Other, others
from kring.access.readers import readers as who_reads
from kring.access.seen import opened
from kring.access.talked import talked_of, unanswered_of
from kring.access.writing import Filing
from kring.circle import calling
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.kit.sentences import sentence
from kring.law.access import Klass, Relation, Section, Verb
from kring.law.ways import PARENTS
from kring.people.models import Person
from kring.rights.models import Said

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who works with this child."""

    person: UUID
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody read what the child said, and on which day first."""

    name: str
    on: date
    passed_on: bool
    """It was said to another one, and passed on in an emergency."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that was said, and what became of it."""

    row: Said
    who: str
    reader: str
    by_child: bool
    has_left: bool = False
    """It waits for one person, who cannot read it any more."""
    is_silent: bool = False
    """It waits for one person on whom nobody counts to read it; why, no page tells the child (R15)."""
    to_me: bool = False
    """Said to the visitor alone."""
    talked: tuple[str, date] | None = None
    """Somebody spoke with the child about what nobody read: who, and on which day, as a worker wrote it."""
    opened: tuple[Opened, ...] = ()
    """Who read it, of what the child said and nobody answered yet: to whom it was said, or to whom it was passed on."""
    to: str = ""
    """To which one person it was said; nothing: to all who work with the child."""
    may_answer: bool = False
    """Of what somebody passed on in an emergency, the one to whom it was said answers."""

    @property
    def words(self) -> str:
        """As it was said: verbatim, or the face that was pointed at."""
        return str(sentence(f"feeling.{self.row.feeling}")) if self.row.feeling else self.row.words

    @property
    def said_as(self) -> Words:
        """In which position."""
        return sentence(f"relation.{self.row.said_as}", name="")

    @property
    def by_parent(self) -> bool:
        """Said by a parent, about its child or its worry."""
        return self.row.said_as in {one.value for one in PARENTS}

    @property
    def on(self) -> datetime:
        """When."""
        return timezone.localtime(self.row.item.made_at)

    @property
    def read_on(self) -> date | None:
        """The day on which it was read, in Flanders."""
        return clock.day(self.row.read_at) if self.row.read_at else None

    @property
    def waits(self) -> bool:
        """Whether nobody read it yet."""
        return self.row.read_at is None

    @property
    def not_safe(self) -> bool:
        """Whether somebody is not safe now, and nobody looked yet: it comes before everything that is newer (R14)."""
        return self.waits and self.row.item.look_on is not None


def readers(door: Door) -> list[Reader]:
    """Who works with this child today, by name, to the child as it calls them: they hear what is said here.

    Not with whom contact is restricted: that one reads nothing of it (R28).
    """
    rows = _READERS.ask(dossier=door.dossier.pk, on=clock.today())
    told = [(person, str(name), member) for person, name, member in rows]
    names = calling.of_members(door, {member for _, _, member in told if member})
    return [Reader(person, calling.beside(names.get(member) or name, name)) for person, name, member in told]


def _readers(*, dossier: UUID | Open, on: date | Open) -> QuerySet[Involvement, Any]:
    kept_away = Restriction.objects.towards(OuterRef("person")).filter(dossier=OuterRef("dossier"))
    here = Involvement.objects.working(on).filter(~Exists(kept_away), dossier=dossier).order_by("from_on", "pk")
    return here.values_list("person", "person__call_name", calling.member_of())


_READERS = Prepared(_readers, dossier=UUIDField(), on=DateField())


def hears(door: Door, one: Other) -> bool:
    """Whether this one could read now what the visitor says to it alone: by its place, the answers, a restriction."""
    filing = Filing(klass=Klass.OWN_WORDS, wall=next(iter(door.walls), None), told_to=one.person)
    return bool(who_reads(door, Section.SAID, filing, [one]))


def said(door: Door) -> list[Heard]:
    """What this visitor said itself, the last first; what nobody read yet before the rest.

    Nothing of another, also where somebody passed that on: it would stand there as if the visitor said it (`told`).
    """
    rows = [row for row in _last_first(door) if row.item.author_id == door.me]
    unread = _unreadable(door, rows)
    waits = [row.pk for row in rows if row.item.told_to_id and not row.read_at]
    talked = talked_of(waits) if door.relation is Relation.CHILD else {}
    read = _opened(door, rows)
    return [
        replace(one, has_left=one.row.pk in unread, talked=talked.get(one.row.pk), opened=read.get(one.row.pk, ()))
        for one in _told(door, rows)
    ]


def _opened(door: Door, rows: list[Said]) -> dict[UUID, tuple[Opened, ...]]:
    """Of what the child said to one person and that one did not answer: who read it.  One statement, two where any."""
    to = {row.pk: row.item.told_to_id for row in rows if row.item.told_to_id}
    found = opened(to) if door.relation is Relation.CHILD else {}
    people = call_names({person for some in found.values() for person, _ in some})
    names = calling.called(door, people) if people else {}
    return {
        key: tuple(Opened(names.get(person, ""), clock.day(at), passed_on=person != to[key]) for person, at in some)
        for key, some in found.items()
    }


def _unreadable(door: Door, rows: list[Said]) -> set[UUID]:
    """What waits for one person who cannot read it any more: who left, or with whom contact is restricted (R28).

    Who said it then knows that nobody is going to hear it, and may say it to another one.
    """
    waits = [row for row in rows if row.item.told_to_id and not row.read_at]
    if door.dossier.closed_on is not None:
        return {row.pk for row in waits}  # nobody works there any more, and nobody finds that page
    there = {one.person: one for one in others(door)} if waits else {}

    def reads(row: Said) -> bool:
        one = there.get(row.item.told_to_id) if row.item.told_to_id else None
        return one is not None and one.reads_if(row.item, one.standing.answers)

    return {row.pk for row in waits if not reads(row)}


def told(door: Door) -> list[Heard]:
    """What others said to this visitor: of who works with the child all that it may read."""
    return _told(door, [row for row in _last_first(door) if row.item.author_id != door.me])


@dataclass(frozen=True, slots=True)
class Waits:
    """What the child said because it was not safe, and nobody read yet."""

    lost: list[Heard] = field(default_factory=list)
    """Who it told cannot read it any more, and nobody spoke with the child either (R14)."""
    unread: list[Heard] = field(default_factory=list)
    """Each, whoever was told: nobody looked yet."""
    spoken: list[Heard] = field(default_factory=list)
    """Somebody wrote down that one spoke with the child: it reads who and on which day, and says whether that is so."""

    @property
    def cannot(self) -> bool:
        """Whether whom it told cannot read something of that."""
        return any(one.has_left for one in self.lost)

    @property
    def some_can(self) -> bool:
        """Whether something of all that it said can still be read by whom it told: then not all of it is lost."""
        return any(not one.has_left for one in self.unread)

    @property
    def was_opened(self) -> bool:
        """Whether somebody read something of it, and nobody answered yet."""
        return any(one.opened for one in self.unread)

    @property
    def spoken_once(self) -> list[Heard]:
        """The same of who spoke with the child, where it reads the same of several only once."""
        return list({(one.talked, one.has_left, one.is_silent): one for one in self.spoken}.values())

    @property
    def nobody_reads(self) -> tuple[UUID, ...]:
        """What whom it told cannot read: of that alone the child says that it is not needed any more."""
        return tuple(one.row.pk for one in [*self.lost, *self.spoken] if one.has_left or one.is_silent)


def waits(door: Door) -> Waits:
    """For the child alone.  Asked only where its place says that such a thing waits (`Dossier.urgent_since`)."""
    if door.dossier.urgent_since is None or door.relation is not Relation.CHILD:
        return Waits()
    rows = [row for row in _last_first(door) if row.item.author_id == door.me and row.item.look_on and not row.read_at]
    keys = [row.pk for row in rows]
    unread, talked, silent = _unreadable(door, rows), talked_of(keys), unanswered_of(keys)
    read = _opened(door, rows)
    found = [
        replace(
            Heard(row, "", "", by_child=True, has_left=key in unread, is_silent=key in silent, talked=talked.get(key)),
            opened=read.get(key, ()),
        )
        for key, row in zip(keys, rows, strict=True)
    ]
    lost = [one for one in found if (one.has_left or one.is_silent) and not one.talked]
    return Waits(lost, found, [one for one in found if one.talked])


def waits_for(door: Door) -> bool:
    """Whether something was said to this visitor alone that it did not read yet."""
    rows = Said.objects.filter(read_at=None, item__told_to=door.me).exclude(item__author=door.me)
    return bool(door.within(rows).exists())


def _last_first(door: Door) -> list[Said]:
    return list(door.within(Said.objects.all()).order_by("-item__made_at", "-pk"))


def _told(door: Door, rows: list[Said]) -> list[Heard]:
    hear = {one.person: one.name for one in readers(door)}
    people = call_names({key for row in rows for key in _people(row)} - hear.keys())
    names = hear | calling.called(door, people)
    seen = sorted(rows, key=lambda row: (row.read_at is not None, row.item.look_on is None))
    return [
        replace(_one(row, names), to_me=row.item.told_to_id == door.me, may_answer=door.may(row, Verb.CHANGE))
        for row in seen
    ]


def one(door: Door, key: UUID) -> Said:
    """One of them.  Raises `RefusedError`."""
    row: Said | None = door.within(Said.objects.filter(pk=key)).first()
    if row is None:
        raise RefusedError
    return row


def is_small(door: Door) -> bool:
    """Whether the child itself looks, and is six to eleven, or came in by pictures."""
    return page.is_small(door)


def _one(row: Said, names: dict[UUID, str]) -> Heard:
    to, by = row.item.told_to_id, row.item.author_id
    reader = names.get(row.read_by_id or to or by, "")
    return Heard(row, names.get(by, ""), reader, row.said_as == Relation.CHILD, to=names.get(to, "") if to else "")


def _people(row: Said) -> list[UUID]:
    return [one for one in (row.item.author_id, row.item.told_to_id, row.read_by_id) if one]


def call_names(people: set[UUID]) -> dict[UUID, str]:
    """The call name of each."""
    return {one.pk: one.call_name for one in Person.objects.filter(pk__in=people)} if people else {}
