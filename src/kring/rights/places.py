"""Places to turn to as they are shown: what Kring knows by itself, and beside it what the house has on its list (A256).

What a house adds takes nothing away.  It replaces a place by its own of the same name, or shows it nowhere: each
knowingly, by a row of its own.  A place for a complaint, which stands beside the right itself (A115), there always is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kring.access.door import Door
from kring.kit import clock
from kring.kit.sentences import code_of, sentence
from kring.law.rights_moments import Audience
from kring.law.support import For, is_old
from kring.people.models import Adviser, Material, Organisation
from kring.rights.known import COMPLAINTS, LUS, Known, place, places


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
    by_kring: bool = False
    """Kring knows it by itself: nobody of the house looked at it."""
    is_open: bool = False
    """Nobody read it at the source yet."""
    source: str = ""
    stands: str = ""
    """On whose pages Kring shows it by itself, in words."""

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


def beside(house: Organisation, *whose: For) -> list[Place]:
    """What the house has on its list for one of these, then what Kring knows for them.  One statement.

    By its name a place of the house stands in the place of the one that Kring knows, or hides it.
    """
    among = {one.value for one in (*whose, For.NOBODY)}
    rows = list(Adviser.objects.filter(organisation=house, whom__in=among).order_by("name", "pk"))
    mine = [row for row in rows if row.whom != For.NOBODY.value]
    have = {plain(row.name) for row in mine}
    hidden = {plain(row.name) for row in rows} - have
    complains = For.COMPLAINT.value in {row.whom for row in mine}
    stays = [
        one
        for one in places()
        if one.shown_to.intersection(whose)
        and plain(one.name) not in have
        and (plain(one.name) not in hidden or (one.whom is For.COMPLAINT and not complains))
    ]
    return shown(mine) + [known(one) for one in stays]


def complaints(house: Organisation) -> list[Place]:
    """Where one complains when a right is not given: never nowhere, also where the house hides what Kring knows."""
    return beside(house, For.COMPLAINT)


def plain(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.casefold().split())


def named(door: Door, *words: str) -> list[Place]:
    """What the house has on its list under a name with one of these words, for anybody; in small letters."""
    rows = Adviser.objects.filter(organisation__teams=door.dossier.team_id, whom=For.EVERYONE.value)
    found = [row for row in rows.order_by("name", "pk") if any(word in row.name.casefold() for word in words)]
    return shown(found)


def known(one: Known) -> Place:
    """A place that Kring knows by itself, with the day that it was read."""
    return Place(
        name=one.name,
        words=one.words,
        page=one.page,
        looked_on=one.read_on,
        old=is_old(one.read_on, on=clock.today()),
        whom=str(sentence(code_of(one.whom))),
        by_kring=True,
        is_open=one.is_open,
        source=one.source,
        stands=", ".join(str(sentence(code_of(whom))) for whom in For if whom in one.shown_to),
    )


def lus_itself() -> Place:
    """How Lus is reached, as Kring knows it."""
    return known(place(LUS))


def complaint_itself() -> Place:
    """Where a child complains, as Kring knows it."""
    return known(place(COMPLAINTS))


def shelf(door: Door) -> list[Material]:
    """What the house has on its shelf for who stands beside a child: the folder of the government, where it set that.

    The address is a setting of the house (A156b).
    """
    return list(
        Material.objects.filter(
            organisation__teams=door.dossier.team_id, audience=Audience.TRUST_PERSON.value
        ).order_by("pk")
    )
