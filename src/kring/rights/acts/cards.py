"""Showing the role card (product.md area 3; quality.md 4, "role card")."""

from datetime import datetime
from uuid import UUID

from kring.access.door import Door
from kring.audit.events import Event
from kring.kit import clock
from kring.people.acts import cards
from kring.rights.models import Serving


def show(door: Door, serving: Serving, *, act: UUID) -> tuple[str, datetime]:
    """The trust person shows that it serves: a code of two minutes, and a line that the child can read."""
    with door.writes(Event.ROLE_CARD_SHOWN, once=act) as write:
        write.subject = serving.pk
        return cards.show(door.me, serving.pk, at=clock.now())
