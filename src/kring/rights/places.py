"""Places to turn to as they are shown, and those for a complaint, which stand beside the right itself (A115, A256)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kring.access.door import Door
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.rights_moments import Audience
from kring.law.support import For, is_old
from kring.people.models import Adviser, Material, Organisation
from kring.rights import numbers


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


def complaints(house: Organisation) -> list[Place]:
    """Where one complains when a right is not given; what Kring knows where the house has nothing on its list yet."""
    rows = Adviser.objects.filter(organisation=house, whom=For.COMPLAINT.value).order_by("name", "pk")
    return shown(rows) or [known(numbers.COMPLAINTS)]


def named(door: Door, *words: str) -> list[Place]:
    """What the house has on its list under a name with one of these words, for anybody; in small letters."""
    rows = Adviser.objects.filter(organisation__teams=door.dossier.team_id, whom=For.EVERYONE.value)
    found = [row for row in rows.order_by("name", "pk") if any(word in row.name.casefold() for word in words)]
    return shown(found)


def known(one: numbers.Place) -> Place:
    """A place that Kring knows by itself: nobody of the house looked at it."""
    return Place(name=one.name, words=str(one.words), page=f"https://{one.page}" if one.page else "")


def shelf(door: Door) -> list[Material]:
    """What the house has on its shelf for who stands beside a child: the folder of the government, where it set that.

    The address is a setting of the house (A156b).
    """
    return list(
        Material.objects.filter(
            organisation__teams=door.dossier.team_id, audience=Audience.TRUST_PERSON.value
        ).order_by("pk")
    )
