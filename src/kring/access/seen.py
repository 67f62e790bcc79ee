"""What was read of a child by its yes: so that taking the yes back can say what is already known (house.md 4).

By its yes: to a thing, to a subject, or to the file as a whole (R18); and what was told in an emergency, past its yes.
Of a note, a plan or an agreement each row is remembered (`Seen`).  Of the circle and of who was chosen that somebody
looked there, once an hour (`Visit.looked_at`): a circle has hundreds of rows, and who looks at it sees them all.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import Min

from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.models import Seen
from kring.kit import clock
from kring.law.access import Klass, Section, Verb
from kring.law.standing import BY_THE_CHILD


def notes_seen(door: Door, rows: Sequence[Kept]) -> None:
    """Write that the visitor read these rows by a yes of the child: once for each person, text and hour.

    Another text of the same row is something else that was read: which one it was, is kept.

    Not of what it would read without: what it wrote, what is about it, what its position or another opens; nor of what
    is kept apart, of which the child has no trace (R17).  The rows came out of `door.within`.
    """
    by_a_yes = {
        row.pk: row.item.version for row in rows if row.section is not Section.APART and _asks_the_child(door, row)
    }
    _notes(door, by_a_yes)


def said_seen(door: Door, rows: Sequence[Kept]) -> None:
    """The same of what was said to the visitor alone, and of what somebody passed on to it: who said it reads so.

    That it was opened is no answer: whoever it was said to says that apart (R14).
    """
    disclosed = door.sieve(Section.SAID).answers.disclosed
    mine = [row for row in rows if row.item.told_to_id == door.me or row.pk in disclosed]
    if door.me == door.actor.person:  # looking along in somebody's place is no look of that one
        _notes(door, {row.pk: row.item.version for row in mine if row.item.author_id != door.me})


def opened(rows: Iterable[UUID]) -> dict[UUID, list[tuple[UUID, datetime]]]:
    """By whom each of these was read, and when first, the first first.  One statement, and none for nothing."""
    keys, found = list(rows), defaultdict[UUID, list[tuple[UUID, datetime]]](list)
    if keys:
        first = Seen.objects.filter(item__in=keys).values_list("item", "person").annotate(first=Min("at"))
        for item, person, at in first.order_by("first", "person"):
            found[item].append((person, at))
    return found


def pages_seen(door: Door, rows: Sequence[Kept]) -> None:
    """The same of pages that were made for the visitor, of a service or the court: the child reads that it did (R29).

    By whichever ground it reads them: what was made for one person is read by nobody else of theirs.
    """
    if door.me == door.actor.person:  # looking along in somebody's place is no look of that one
        _notes(door, {row.pk: row.item.version for row in rows})


def _notes(door: Door, read: Mapping[UUID, int]) -> None:
    if not read:
        return
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    this_hour = Seen.objects.filter(person=door.me, item__in=read, at__gte=hour)
    known = set(this_hour.values_list("item_id", "of_version"))
    fresh = [
        Seen(item_id=key, person_id=door.me, at=clock.now(), of_version=version)
        for key, version in read.items()
        if (key, version) not in known
    ]
    Seen.objects.bulk_create(fresh)


def looked(door: Door, section: Section) -> None:
    """Write that the visitor read something of a section where nothing stands open to it by its position.

    Looking along in somebody's place (`access.preview`) is no look of that one.
    """
    if door.me == door.actor.person and not _stands_open(door, section):
        door.notes_the_look(section)


def looked_at(door: Door, rows: Iterable[Kept], verb: Verb = Verb.READ) -> None:
    """The same, of rows with their item: of those that this visitor sees without a yes, nothing is written."""
    for section in sorted({row.section for row in rows if _asks_the_child(door, row, verb)}):
        looked(door, section)


def one_seen(door: Door, row: Kept) -> None:
    """The same of one row, of whatever section."""
    if row.section in {Section.CIRCLE, Section.RIGHTS}:
        looked_at(door, [row])
    else:
        notes_seen(door, [row])


def _asks_the_child(door: Door, row: Kept, verb: Verb = Verb.READ) -> bool:
    sieve = door.sieve(row.section)
    return row.pk in sieve.answers.disclosed or sieve.asks_the_child(row.item, verb)


def _stands_open(door: Door, section: Section) -> bool:
    """Whether something of a section stands open by the position alone, in no case that the child made."""
    sieve = door.sieve(section)
    position = replace(sieve, cases=sieve.cases - BY_THE_CHILD)
    return any(position.opens(klass) for klass in Klass)
