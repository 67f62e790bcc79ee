"""What was read of a child by its yes: so that taking the yes back can say what is already known (house.md 4).

Of a note, a plan or an agreement each row is remembered (`Seen`).  Of the circle and of who was chosen that somebody
looked there, once an hour (`Visit.looked_at`): a circle has hundreds of rows, and who looks at it sees them all.
"""

from collections.abc import Iterable, Sequence

from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.models import Seen
from kring.kit import clock
from kring.law.access import Answer, Klass, Relation, Section, Verb

KNOWS_ANYWAY = frozenset({Relation.CHILD, Relation.WORKER, Relation.NETWORK_GUIDE, Relation.FALLBACK_WORKER})
"""The child itself, and who works with it: what these read asks no yes."""
BY_POSITION = frozenset({Answer.OWN, Answer.WROTE, Answer.ADDRESSED})
"""What asks no yes; where something stands open there is no look at all (`looked`)."""


def notes_seen(door: Door, rows: Sequence[Kept]) -> None:
    """Write that the visitor read these rows by a yes: once for each person, row and hour.

    Not of what it wrote itself, nor of what stands open to it by its position.  The rows came out of `door.within`.
    """
    if door.relation in KNOWS_ANYWAY:
        return
    by_a_yes = [row.pk for row in rows if row.item.author_id != door.me and not _stands_open(door, row)]
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    this_hour = Seen.objects.filter(person=door.me, item__in=by_a_yes, at__gte=hour)
    known = set(this_hour.values_list("item_id", flat=True))
    fresh = [Seen(item_id=key, person_id=door.me, at=clock.now()) for key in by_a_yes if key not in known]
    Seen.objects.bulk_create(fresh)


def looked(door: Door, section: Section) -> None:
    """Write that the visitor read something of a section where nothing stands open to it by its position.

    Looking along in somebody's place (`access.preview`) is no look of that one.
    """
    if door.me == door.actor.person and not any(door.sieve(section).opens(klass) for klass in Klass):
        door.notes_the_look(section)


def looked_at(door: Door, rows: Iterable[Kept], verb: Verb = Verb.READ) -> None:
    """The same, of rows with their item: of those that this visitor sees by its position, nothing is written."""
    for section in sorted({row.section for row in rows if not _by_position(door, row, verb)}):
        looked(door, section)


def one_seen(door: Door, row: Kept) -> None:
    """The same of one row, of whatever section."""
    if row.section in {Section.CIRCLE, Section.RIGHTS}:
        looked_at(door, [row])
    else:
        notes_seen(door, [row])


def _stands_open(door: Door, row: Kept) -> bool:
    return door.sieve(row.section).opens(Klass(row.item.klass))


def _by_position(door: Door, row: Kept, verb: Verb) -> bool:
    return bool(BY_POSITION & {*door.sieve(row.section).opened_by(row.item, verb)})
