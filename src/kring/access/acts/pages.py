"""What the child and each parent said of a page for somebody of the court: dated, and to take back (R7, R29).

The child's yes is a `Say` like any other: who wrote it down and how, or its own tap.  A page is read once everyone who
was asked said yes, and by nobody of the court from the request after anybody took a yes back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from kring.access.acts import child_of
from kring.access.acts.owning import waits_for_the_youth
from kring.access.acts.unread import tell_the_child
from kring.access.door import Door
from kring.access.models import Giver, Item, Say, Word
from kring.access.writing import ITSELF, NotAllowedError, Writing
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Case, Klass, Relation, Section


@dataclass(frozen=True, slots=True)
class OfAParent:
    """One parent said yes to a page for somebody of the court, and how; `waits`: it is to tap that itself."""

    parent: UUID
    expressed: str

    @property
    def waits(self) -> bool:
        """Whether it is still to say so on its own page."""
        return self.expressed == ITSELF


def note_for_a_page(write: Writing, page: Item, made_for: UUID, said: Sequence[OfAParent]) -> None:
    """What each parent said of a page for the court: its own, with a day, and to take back.  Part of an act."""
    for one in said:
        how: dict[str, Any] = {"expressed": one.expressed, "waits": one.waits}
        _note(write, page, made_for, giver=Giver.PARENT, given_by_id=one.parent, **how)


def childs_yes_waits(door: Door, expressed: str) -> bool:
    """Whether a yes of the child that a worker writes down waits until the child taps it.

    Of a child that has a way in of its own always: what went to a court cannot be taken back, as a yes to somebody of
    its network can.  Of one that has none a worker's word opens it, written down with how and when (docs/law, aa).
    """
    return expressed == ITSELF or waits_for_the_youth(door) or child_of(door) is not None


def note_the_childs_yes(door: Door, write: Writing, page: Item, made_for: UUID, expressed: str) -> None:
    """The child's yes to a page for the court, as a worker heard or saw it.  Part of an act."""
    tell_the_child(door)
    how: dict[str, Any] = {"expressed": expressed, "waits": childs_yes_waits(door, expressed)}
    _note(write, page, made_for, giver=Giver.CHILD, given_by_id=child_of(door), **how)


def is_of_age(door: Door) -> bool:
    """From 18 on no parent decides over a page for the court (R15)."""
    return Case.MINOR not in door.standing.cases


def asks_the_child(door: Door, page: Item, say: Say) -> bool:
    """Whether the child is to tap its yes to this page.

    One that waited for a parent waits on the 18th birthday for the youth alone, which says it once more: by a birthday
    nothing opens (R15, R28).
    """
    return say.withdrawn_at is None and (say.waits or (is_of_age(door) and page.told_to_id is None))


def child_says_yes(door: Door, say: Say, *, once: UUID) -> None:
    """The child taps its own yes to a page; nobody taps that for it.

    Raises `NotAllowedError`, also once anybody took a yes to it back: then another page is written.
    """
    everyone = Say.objects.filter(item=say.item_id).exclude(made_for=None)
    if not (_is_of_the_child(door, say) and say.item and asks_the_child(door, say.item, say)):
        raise NotAllowedError
    if door.relation is not Relation.CHILD:
        raise NotAllowedError
    if everyone.exclude(withdrawn_at=None).exists():
        raise NotAllowedError
    with door.writes(Event.ANSWER_CONFIRMED, once=once, codes=("yes", "page")) as write:
        mine = Say.objects.filter(pk=say.pk, withdrawn_at=None)
        mine.update(waits=False, recorded_by=door.me, expressed=ITSELF, from_on=clock.today())
        if is_of_age(door):
            Item.objects.filter(pk__in=[say.item_id]).update(told_to=say.made_for_id)
        else:
            opens_when_everyone_said_yes(say)
        write.subject = say.pk


def child_takes_back(door: Door, say: Say, *, once: UUID) -> None:
    """The child takes back its yes to a page, on any device, or a worker writes that down.  Raises `NotAllowedError`.

    From the next request on nobody of the court reads that page.
    """
    if not _is_of_the_child(door, say):
        raise NotAllowedError
    with door.writes(Event.ANSWER_WITHDRAWN, once=once, codes=("yes", "page")) as write:
        Say.objects.filter(pk=say.pk, withdrawn_at=None).update(withdrawn_at=clock.now())
        Item.objects.filter(pk__in=[say.item_id]).update(told_to=None)
        write.subject = say.pk


def opens_when_everyone_said_yes(say: Say) -> None:
    """A page is read once nobody is still to say yes.  Part of the act in which somebody did."""
    everyone = Say.objects.filter(item=say.item_id).exclude(made_for=None)
    if say.made_for_id and not everyone.filter(waits=True).exists():
        Item.objects.filter(pk__in=[say.item_id]).update(told_to=say.made_for_id)


def nobody_reads_on(door: Door, closed_at: datetime) -> None:
    """The help ended: nobody of a service or the court reads a page any more, also after it opened again (R7, R29).

    Of a page that rested on no yes it is kept for whom it was, as what was decided to tell, and that it ended with the
    help.  Part of an act.
    """
    ours = Item.objects.filter(dossier=door.dossier, section=Section.TRANSFERS.value).exclude(told_to=None)
    by_a_yes = Say.objects.filter(item=OuterRef("pk")).exclude(made_for=None)
    whose: dict[str, Any] = {"dossier_id": door.dossier.pk, "giver": Giver.WORKER, "recorded_by_id": door.me}
    how: dict[str, Any] = {"answer": Word.YES, "from_on": clock.today(), "said_at": closed_at}
    Say.objects.bulk_create(
        Say(**whose, **how, item=one, made_for_id=one.told_to_id, of_version=one.version, withdrawn_at=closed_at)
        for one in ours.filter(~Exists(by_a_yes))
    )
    ours.update(told_to=None)


def _is_of_the_child(door: Door, say: Say) -> bool:
    ours = say.dossier_id == door.dossier.pk and say.giver == Giver.CHILD and say.withdrawn_at is None
    may = door.sieve(Section.ANSWERS).may_add(Klass.OWN_WORDS)
    return ours and say.made_for_id is not None and may


def _note(write: Writing, page: Item, made_for: UUID, **said: Any) -> None:
    Say.objects.create(
        dossier=write.door.dossier,
        item=page,
        made_for_id=made_for,
        answer=Word.YES,
        recorded_by_id=write.door.me,
        from_on=clock.today(),
        of_version=page.version,
        said_at=clock.now(),
        **said,
    )
