"""Where somebody can turn to: the list of the house, and what Kring proposes to a house that has none yet (A256)."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.access import Relation
from kring.law.support import WHOSE, For, is_old
from kring.people.models import Adviser, Organisation
from kring.rights import numbers

PROPOSED = Path(__file__).with_name("suggested.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere to turn to, as it is shown."""

    name: str
    words: str
    phone: str = ""
    page: str = ""
    looked_on: date | None = None
    """When somebody of the house looked at it last; nothing: nobody did yet."""
    old: bool = False
    whom: str = ""

    @property
    def dials(self) -> str:
        """The number as a telephone takes it."""
        return self.phone.replace(" ", "")

    @property
    def short(self) -> str:
        """The page as one says it."""
        return self.page.partition("://")[2].removeprefix("www.").rstrip("/") or self.page


def places_for(house: Organisation, relation: Relation) -> list[Place]:
    """What the house has on its list for somebody in this position; what Kring knows where it has nothing yet."""
    whom = {For.EVERYONE.value, WHOSE.get(relation, For.EVERYONE).value}
    rows = list(Adviser.objects.filter(organisation=house, whom__in=whom).order_by("name", "pk"))
    return shown(rows) or [
        Place(name=one.name, words=str(one.words), page=f"https://{one.page}" if one.page else "")
        for one in numbers.places_for(relation)
    ]


def shown(rows: Iterable[Adviser]) -> list[Place]:
    """Each with whether it was not looked at for long."""
    today = clock.today()
    return [
        Place(
            name=row.name,
            words=row.words,
            phone=row.phone,
            page=row.page,
            looked_on=row.looked_on,
            old=is_old(row.looked_on, on=today),
            whom=str(sentence(code_of(For(row.whom)))),
        )
        for row in rows
    ]


def proposed(house: Organisation) -> list[dict[str, str]]:
    """What Kring proposes, and does not stand on the list of this house by that name."""
    have = {name.casefold() for name in Adviser.objects.filter(organisation=house).values_list("name", flat=True)}
    return [one for one in _proposals() if one["name"].casefold() not in have]


@cache
def _proposals() -> tuple[dict[str, str], ...]:
    return tuple(tomllib.loads(PROPOSED.read_text(encoding="utf-8"))["place"])
