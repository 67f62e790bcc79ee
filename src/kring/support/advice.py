"""Where somebody can turn to: the list of the house, and what Kring proposes to a house that has none yet (A256)."""

import tomllib
from functools import cache
from pathlib import Path

from kring.law.access import Relation
from kring.law.support import WHOSE, For
from kring.people.models import Adviser, Organisation
from kring.rights import numbers
from kring.rights.places import Place, known, shown

PROPOSED = Path(__file__).with_name("suggested.toml")


def places_for(house: Organisation, relation: Relation) -> list[Place]:
    """What the house has on its list for somebody in this position; what Kring knows where it has nothing yet."""
    whom = {For.EVERYONE.value, For.COMPLAINT.value, WHOSE.get(relation, For.EVERYONE).value}
    rows = list(Adviser.objects.filter(organisation=house, whom__in=whom).order_by("name", "pk"))
    return shown(rows) or [known(one) for one in numbers.places_for(relation)]


def proposed(house: Organisation) -> list[dict[str, str]]:
    """What Kring proposes, and does not stand on the list of this house by that name."""
    have = {name.casefold() for name in Adviser.objects.filter(organisation=house).values_list("name", flat=True)}
    return [one for one in _proposals() if one["name"].casefold() not in have]


@cache
def _proposals() -> tuple[dict[str, str], ...]:
    return tuple(tomllib.loads(PROPOSED.read_text(encoding="utf-8"))["place"])
