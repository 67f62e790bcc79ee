"""What the rooms above ask of the books of the door: always of the child, or of the rows, of a door that is open.

`Item`, `Say`, `Seen`, `Visit` and `Disclosure` are not behind the door as rows about a child are: no sieve stands
before them, and the policy on them asks of which child a row is and nothing more.  So the rooms ask here; which module
asks for itself, and why, stands in `tests/test_books_of_the_door.py`.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.models import Giver, Item, Say, Says, Word
from kring.dossier.models import Closing
from kring.law.access import Section, Topic, Verb


def spoken(door: Door) -> Says:
    """What the child of this door answered and did not take back (R7); of no other child, and of nobody else."""
    return Say.objects.filter(dossier=door.dossier, giver=Giver.CHILD, withdrawn_at=None)


def another_no() -> Says:
    """Of an answer: another of the same child that is no yes, towards the same one about the same, or about all of it.

    It keeps shut what the first kept shut, when that one goes away (R7).
    """
    the_same = Q(item=OuterRef("item")) | (Q(item=None) & ~Q(topic=""))
    theirs = {name: OuterRef(name) for name in ("dossier", "towards", "topic")}
    kept = Say.objects.filter(giver=Giver.CHILD, withdrawn_at=None, **theirs)
    return kept.filter(~Q(pk=OuterRef("pk")), ~Q(answer=Word.YES), the_same)


def said_of_pages(door: Door, pages: Collection[UUID]) -> Says:
    """What the child of this door and each parent said of these pages for the court, taken back or not (R29)."""
    said = Say.objects.filter(dossier=door.dossier, item__in=pages).exclude(made_for=None)
    return said.annotate(with_the_help=ended_with_the_help())


def ended_with_the_help() -> Exists:
    """Of an answer: nobody took it back, it ended when the place of the child closed (`access.acts.closing`)."""
    return Exists(Closing.objects.filter(dossier=OuterRef("dossier"), closed_at=OuterRef("withdrawn_at")))


def chosen_for(row: Kept) -> list[UUID]:
    """The members of the circle who may know this row by a yes of the child to it, taken back by nobody (R8)."""
    said = Say.objects.filter(item=row.pk, giver=Giver.CHILD, answer="yes", withdrawn_at=None)
    return list(said.exclude(towards=None).values_list("towards_id", flat=True))


def readable(door: Door, keys: Collection[UUID]) -> dict[UUID, Section]:
    """Of these the ones that the visitor reads, each with the part in which it stands."""
    return {one.pk: Section(one.section) for one in readable_items(door, keys)}


def readable_items(door: Door, keys: Collection[UUID]) -> list[Item]:
    """The same as rows of the door, for who asks of each who else reads it."""
    items = Item.objects.filter(pk__in=keys, dossier=door.dossier) if keys else ()
    return [one for one in items if door.sieve(Section(one.section)).lets(one, Verb.READ)]


def readable_about(door: Door, topic: str) -> list[Item]:
    """Of what stands here about this subject, what the visitor reads."""
    items = Item.objects.filter(dossier=door.dossier, topic=topic)
    return [one for one in items if door.sieve(Section(one.section)).lets(one, Verb.READ)]


def sections_about(door: Door, topic: Topic) -> set[str]:
    """The parts in which anything stands about this, also what the visitor does not read: where to ask the door."""
    here = Item.objects.filter(dossier=door.dossier, topic=topic.value)
    return set(here.values_list("section", flat=True).distinct())


def walls_of(dossier: UUID, members: Iterable[UUID]) -> dict[UUID, UUID | None]:
    """Of these of the circle of this child, behind which wall each stands (R16)."""
    items = Item.objects.filter(pk__in=list(members), dossier=dossier)
    return dict(items.values_list("pk", "wall_id"))


def sides_of(dossier: UUID, members: Iterable[UUID]) -> dict[UUID, tuple[UUID, str]]:
    """Of these of the circle who stand on a side: behind which wall, and how that side is called (R16)."""
    items = Item.objects.filter(pk__in=list(members), dossier=dossier).exclude(wall=None)
    return {key: (wall, label) for key, wall, label in items.values_list("pk", "wall_id", "wall__label")}
