"""A colleague asks a small child whether it chose its new way in itself: until then that is not the child's alone (R7).

Pictures that were chosen with those another knew, and the digits that were chosen with the first card after pictures:
who chose those with the child, or made that card, can do the same as if it were the child.  No time settles it; what
opens what the child closed, waits until somebody who could not have done it asked (quality.md 4, coercion).
"""

from uuid import UUID

from django.db.models import F, Q

from kring.access.door import Door
from kring.access.models import Given
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Relation
from kring.law.ways import GIVES, WayKind
from kring.people.acts import anew
from kring.people.models import Way, WayEnd

EVENTS = {WayKind.PICTURES.value: Event.PICTURES_CONFIRMED, WayKind.CARD.value: Event.CARD_CONFIRMED}


def unasked(door: Door) -> Given | None:
    """The pictures that open this place now and the child chose alone, or the card it came in with, not asked about."""
    alone = Q(way__kind=WayKind.PICTURES.value, way__ended_at=None, way__made_by=F("way__person"))
    used = Q(way__kind=WayKind.CARD.value, way__opened_at__isnull=False, way__ended_for=WayEnd.USED.value)
    here = Given.objects.filter(alone | used, dossier=door.dossier, relation=Relation.CHILD.value)
    last = here.filter(way__settled_at=None).select_related("way", "recorded_by").order_by("-pk").first()
    if last is None or (last.way.kind == WayKind.PICTURES and not last.way.is_open(clock.now())):
        return None
    waits = last.way.kind == WayKind.PICTURES or anew.waits_to_be_asked(last.way.person_id)
    return last if waits else None


def may_ask(door: Door, given: Given) -> bool:
    """Whether the visitor lets this child in, and could not have done it itself.

    Not who knew the pictures of before these; nor who made a card that was used and nobody asked about.
    """
    if Relation.CHILD not in GIVES.get(door.relation, frozenset()):
        return False
    rows = Given.objects.filter(dossier=door.dossier, relation=Relation.CHILD.value)
    cards = rows.filter(way__kind=WayKind.CARD.value, way__opened_at__isnull=False, way__settled_at=None)
    seen = rows.filter(way__kind=WayKind.PICTURES.value, pk__lt=given.pk).exclude(recorded_by=given.way.person_id)
    last = list(seen.order_by("-pk").values_list("recorded_by", flat=True)[:1])
    knew = last if given.way.kind == WayKind.PICTURES else cards.values_list("recorded_by", flat=True)
    return door.me not in set(knew)


def it_says_so(door: Door, way: UUID, *, once: UUID | None) -> None:
    """A colleague asked the child, which says that it chose these, or used this card: it is the child's own from now.

    Raises `NotAllowedError` for who could have done it itself, where there is nothing to ask, and of others than these:
    who knew them may have chosen again since the child was asked.
    """
    given = unasked(door)
    if given is None or given.way_id != way or not may_ask(door, given):
        raise NotAllowedError
    with door.writes(EVENTS[given.way.kind], once=once) as write:
        person, is_card = given.way.person_id, given.way.kind == WayKind.CARD
        mine = Way.objects.filter(person=person, kind=WayKind.CARD.value, opened_at__isnull=False, settled_at=None)
        (mine if is_card else Way.objects.filter(pk=given.way_id)).update(settled_at=clock.now(), settled_by=door.me)
        if is_card:
            anew.settle(person)
        to_ask(door, since=False)
        write.subject = given.way_id


def nothing_left(door: Door, *, once: UUID | None) -> None:
    """What was to be asked is over, because that way in ran out or was ended: it goes from the day of who works there.

    Raises `NotAllowedError` where something is still to be asked, and for who does not let the child in.
    """
    if Relation.CHILD not in GIVES.get(door.relation, frozenset()) or unasked(door) is not None:
        raise NotAllowedError
    with door.writes(Event.WAY_ENDED, once=once, codes=("asked",)):
        to_ask(door, since=False)


def to_ask(door: Door, *, since: bool) -> None:
    """From now on somebody is to ask it, which stands in the day of who works with the child; or no more."""
    Dossier.objects.filter(pk=door.dossier.pk).update(new_pictures_since=clock.now() if since else None)
