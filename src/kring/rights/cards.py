"""The role card: whether someone serves, for the person itself, and for who is shown a code."""

from datetime import date

from django.db.models import Exists, OuterRef

from kring.access import scope
from kring.access.door import Door
from kring.access.models import Item, Restriction
from kring.access.weighed import to_weigh
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import NOBODY
from kring.law.access import Relation, Section, Verb
from kring.people.acts import cards
from kring.rights.models import Limit, Serving


def own_serving(door: Door) -> Serving | None:
    """The serving of the visitor itself, and of nobody else: the table lets it be known, not read."""
    if door.relation is not Relation.TRUST_PERSON:
        return None
    mine = door.sieve(Section.RIGHTS).mine
    found = door.within(Serving.objects.in_force().filter(member__in=mine), Verb.KNOW)
    serving: Serving | None = found.order_by("began_on").first()
    return serving


def limited_until(door: Door, serving: Serving | None) -> date | None:
    """Until when something of the visitor's own part is limited today; what and why, a person tells it (R2)."""
    if serving is None:
        return None
    today = clock.today()
    running = Limit.objects.in_force().filter(member=serving.member_id, from_on__lte=today, until_on__gte=today)
    until: date | None = to_weigh(door, running).values_list("until_on", flat=True).first()
    return until


def is_valid(typed: str) -> bool:
    """Whether this code is shown now by someone who still serves; a wrong code costs as many statements as a right one.

    A serving that ends takes its card with it; here the place of the person beside the child is looked at once more,
    and whether contact is restricted meanwhile: then a card that is on the screen already stops at once (R28).
    """
    card = cards.shown(typed, at=clock.now())
    scope.over(card.person_id if card else NOBODY)
    where = Item.objects.filter(pk=card.about if card else NOBODY).values("dossier")
    serves = Involvement.objects.current(clock.today()).filter(relation=Relation.TRUST_PERSON.value, dossier__in=where)
    away = Restriction.objects.towards(OuterRef("person")).filter(dossier=OuterRef("dossier"))
    return serves.filter(~Exists(away), person=card.person_id if card else NOBODY).exists()
