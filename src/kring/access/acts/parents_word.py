"""What a parent said itself: of a text about itself, and of a page for the court; for that parent alone (R7, R29)."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kring.access.acts.pages import is_of_age
from kring.access.door import Door
from kring.access.models import Giver, Say, Says
from kring.access.spoken import ended_with_the_help


def said_by_me(door: Door) -> list[Say]:
    """What a parent said yes to about itself, or to a page for the court, and did not take back."""
    return list(_mine(door).filter(withdrawn_at=None))


def mine_so_far(door: Door) -> list[Say]:
    """The same, and of pages for the court also what it took back, or what ended with the help (`with_the_help`)."""
    here = _mine(door).filter(Q(withdrawn_at=None) | ~Q(made_for=None))
    return list(here.annotate(with_the_help=ended_with_the_help(), is_stopped=Exists(_stopped())))


def is_taken_back(door: Door, key: UUID) -> bool:
    """Whether this is a yes of the visitor itself, a parent, that was taken back: a second tap is told so."""
    return _mine(door).filter(pk=key).exclude(withdrawn_at=None).exists()


def goes_on(say: Say) -> bool:
    """Whether it can still be said, of a row out of `mine_so_far`: nobody else said no to the same page (R29).

    What another said, and who, is nobody's to tell: who said yes already reads what it read.
    """
    return not getattr(say, "is_stopped", False)


def _stopped() -> Says:
    """Of an answer about a page for the court: another about the same page, that was taken back."""
    here = Say.objects.filter(item=OuterRef("item"), made_for=OuterRef("made_for")).exclude(made_for=None)
    return here.exclude(Q(pk=OuterRef("pk")) | Q(withdrawn_at=None))


def _mine(door: Door) -> Says:
    """What a parent said; of pages for the court nothing once the child is of age: it has no say there (R15).

    While contact is restricted only what it said itself, to take that back: nothing is asked, nor still asked (R28).
    """
    mine = Say.objects.filter(dossier=door.dossier, giver=Giver.PARENT, given_by=door.me)
    if door.standing.restricted:
        mine = mine.filter(waits=False)
    here = mine.filter(made_for=None) if is_of_age(door) else mine
    return here.select_related("item", "made_for").order_by("-said_at")
