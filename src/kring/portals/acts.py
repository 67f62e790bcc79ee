"""Acts of the portals: a day goes along to the official file; someone who may come in is pointed out in the circle."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts import answering
from kring.access.acts.pointing import Moved, confirm_who, is_known, move_to, say_who
from kring.access.acts.unread import tell_the_child
from kring.access.acts.walls import wall_of
from kring.access.door import Door
from kring.access.models import Word
from kring.access.readers import Other
from kring.access.writing import NotAllowedError, StaleError, Writing
from kring.audit.events import Event
from kring.circle.acts.people import named
from kring.circle.domains import Layer
from kring.kit.keys import uuid7
from kring.law.access import Relation, Topic
from kring.law.ways import ALL_WHO_WORK
from kring.people.models import Person
from kring.portals.day import day

OWN_WORDS = "own-words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Which day, and whether the child said yes to its own words going along."""

    on: date
    own_words: bool
    once: UUID


def copy_day(door: Door, copied: Copied, *, as_a: str) -> str:
    """The text of a day, and a line in the log that it was copied: a copy cannot be withdrawn."""
    text = text_of_day(door, copied)
    note_copied(door, copied, as_a=as_a)
    return text


def text_of_day(door: Door, copied: Copied) -> str:
    """The text of a day; what is made of it and handed over, is noted after that."""
    by = Person.objects.get(pk=door.me)
    return day(door, copied.on).text(by=by.call_name, own_words=copied.own_words)


def note_copied(door: Door, copied: Copied, *, as_a: str) -> None:
    """The line in the log: it was taken, and not only asked for."""
    codes = (copied.on.isoformat(), as_a, *([OWN_WORDS] if copied.own_words else []))
    with door.writes(Event.DAY_COPIED, once=copied.once, codes=codes):
        pass


def point_out(door: Door, other: Other, member: UUID | None, *, act: UUID) -> UUID:
    """This one of the circle is that person with a way in; without a member the person is named there now.

    What is about that member is from then on about that person itself: it reads that as its own (`own` in the table of
    who reads what), where a child pointed it out once that is confirmed.  No yes of the child opens by it: one that is
    there already waits until it is said anew.
    """
    with door.writes(Event.PERSON_POINTED_OUT, once=act) as write:
        chosen = member or _new_one(write, other)
        say_who(door, chosen, other.person, is_sure=_is_named_at_work(other, member))
        write.subject = chosen
    return chosen


def close_the_plan(door: Door, other: Other, *, act: UUID) -> None:
    """A no of the child to one that stands in, about its plan; who stands in no circle yet, is named there now.

    Raises `NotAllowedError` for anybody but the child, and of whom nothing else stands open.
    """
    if door.relation is not Relation.CHILD or other.relation is not Relation.FALLBACK_WORKER:
        raise NotAllowedError
    member = min(other.members, default=None) or point_out(door, other, None, act=uuid7())
    answering.answer(door, answering.Answering(towards=member, word=Word.NO, topic=Topic.SAFETY), once=act)


def confirm_person(door: Door, member: UUID, *, act: UUID) -> None:
    """A worker says that it is so: who of the circle the child pointed out.  Raises `NotAllowedError`.

    Only who works with the child, of somebody of its circle; said before, it is said once (`StaleError`).
    """
    if door.relation is not Relation.WORKER or not is_known(door, member):
        raise NotAllowedError
    with door.writes(Event.PERSON_CONFIRMED, once=act) as write:
        tell_the_child(door)
        if not confirm_who(door, member):
            raise StaleError
        write.subject = member


def point_elsewhere(door: Door, other: Other, of: UUID, to: UUID | None, *, act: UUID) -> tuple[UUID, Moved]:
    """That person is not this one of the circle but another; without another it is named there now.

    Raises `NotAllowedError` for who came in by a link for that one of the circle.
    """
    with door.writes(Event.PERSON_POINTED_ELSEWHERE, once=act) as write:
        chosen = to or _new_one(write, other)
        moved = move_to(door, other.person, of=of, to=chosen, is_sure=_is_named_at_work(other, to))
        write.subject = chosen
    return chosen, moved


def _is_named_at_work(other: Other, member: UUID | None) -> bool:
    """Whether this one works with the child and is named in its circle only now: then nobody else is meant.

    Its work says who that is, and nothing stands about whom the circle did not know.  Where it works alone nobody is
    left to look, and the child's own yes towards its new worker would never begin (R7).
    """
    return member is None and other.relation in ALL_WHO_WORK


def _new_one(write: Writing, other: Other) -> UUID:
    """Who stood in no circle yet is named there, on the side on which that person comes in (R16)."""
    wall = wall_of(write.door.dossier.pk, other.standing.walls)
    return named(write, [other.name], layer=Layer.CHILD, wall=wall)[0]
