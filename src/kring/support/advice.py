"""Where somebody can turn to: the list of the house beside what Kring knows, for one position (A256)."""

from kring.law.access import Relation
from kring.law.support import WHOSE, For
from kring.people.models import Adviser, Organisation
from kring.rights.known import Known, places
from kring.rights.places import Place, beside, plain


def places_for(house: Organisation, relation: Relation) -> list[Place]:
    """Where somebody in this position can turn to, a complaint line among them (A115).  One statement."""
    return beside(house, For.EVERYONE, WHOSE.get(relation, For.EVERYONE), For.COMPLAINT)


def not_on_the_list(house: Organisation) -> list[Known]:
    """What Kring knows, and does not stand on the list of this house by that name."""
    have = {plain(name) for name in Adviser.objects.filter(organisation=house).values_list("name", flat=True)}
    return [one for one in places() if plain(one.name) not in have]
