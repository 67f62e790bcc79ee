"""Showing a role card, and taking it back at once."""

from datetime import datetime
from uuid import UUID

from kring.kit import clock
from kring.people import codes, seals
from kring.people.models import A_CARD, RoleCard

SCOPE = "role card"


def show(person: UUID, about: UUID, *, at: datetime) -> tuple[str, datetime]:
    """A new code for someone, and until when: the one that was shown before is over.  In the transaction of an act."""
    code = codes.new_code()
    RoleCard.objects.filter(person=person, about=about).delete()
    RoleCard.objects.create(person_id=person, about=about, seal=seals.seal(code, scope=SCOPE), until_at=at + A_CARD)
    return codes.in_groups(code), at + A_CARD


def shown(typed: str, *, at: datetime) -> RoleCard | None:
    """The card of a code that someone typed over, if it is shown now.  One statement, whatever was typed."""
    card = RoleCard.objects.filter(seal=seals.seal(codes.as_kept(typed), scope=SCOPE)).first()
    return card if card and card.is_shown(at) else None


def take_back(about: UUID) -> None:
    """What it showed is over: the card is not valid at the next look.  In the transaction of the act that ends it."""
    RoleCard.objects.filter(about=about).delete()


def tidy() -> None:
    """Erase what was shown before."""
    RoleCard.objects.filter(until_at__lt=clock.now()).delete()
