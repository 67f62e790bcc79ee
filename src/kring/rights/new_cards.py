"""The cards that were made for the child this week: it reads who made them, and whether somebody used them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import DateTimeField, Q, QuerySet, UUIDField

from kring.access.door import Door, RefusedError
from kring.access.models import Given
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.law.access import Relation
from kring.law.ways import WayKind
from kring.people.acts.anew import WAITS
from kring.people.models import UNTIL_ASKED, Stay


@dataclass(frozen=True, slots=True)
class NewCards:
    """What the child reads of them; until when its own stay waits, if it does."""

    made: list[Given]
    used: list[Given]
    waits_until: datetime | None

    @property
    def are_asked(self) -> bool:
        """Whether it opens by no day: somebody who did not make the card asks the child."""
        return self.waits_until == UNTIL_ASKED

    @property
    def all(self) -> list[Given]:
        """Open ones, and used ones."""
        return [*self.used, *self.made]

    def one(self, way: UUID) -> Given:
        """This one of them.  Raises `RefusedError`."""
        found = next((card for card in self.all if card.way_id == way), None)
        if found is None:
            raise RefusedError
        return found

    @property
    def tells(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.all or self.waits_until)


def new_cards(door: Door, stay: Stay | None) -> NewCards:
    """Those that nobody said anything about yet, but the one that this stay itself came in with and may be sure of.

    For the child alone.  Raises `RefusedError`.
    """
    if door.relation is not Relation.CHILD:
        raise RefusedError
    now = clock.now()
    cards: list[Given] = _CARDS.ask(dossier=door.dossier.pk, now=now, since=now - WAITS)
    if stay is not None and not door.actor.is_unsure:
        cards = [one for one in cards if one.way_id != stay.way_id]
    used = [one for one in cards if one.way.opened_at]
    waits = stay.waits_until if stay is not None and door.actor.is_unsure else None
    return NewCards([one for one in cards if one not in used], used, waits)


def _cards(*, dossier: Open, now: Open, since: Open) -> QuerySet[Given, Given]:
    is_open = Q(way__ended_at=None, way__until_at__gt=now)
    asked = Q(way__opened_at__isnull=False, way__person__pin__waits_until=UNTIL_ASKED)  # by no day, so however long ago
    rows = Given.objects.filter(is_open | Q(way__opened_at__gt=since) | asked, dossier=dossier)
    mine = rows.filter(relation=Relation.CHILD.value, way__kind=WayKind.CARD.value, way__settled_at=None)
    return mine.select_related("way", "recorded_by").order_by("-pk")


_CARDS = Prepared(_cards, dossier=UUIDField(), now=DateTimeField(), since=DateTimeField())
