"""Who to call: the numbers and the places that help, each with how sure we are of it (brief 1.8, 1.11, 6).

A name stands without a page where none was read at the source.  Which numbers still wait to be read, a test says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.law.access import Relation
from kring.law.source import Status

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Number:
    """A number to call, and for what."""

    number: str
    name: str
    words: Words
    status: Status = Status.VERIFIED
    at_once: bool = False
    """For a danger that cannot wait a minute."""

    @property
    def called(self) -> str:
        """Its name and its number; once, where they are the same."""
        return self.number if self.name == self.number else f"{self.name} {self.number}"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to turn to: its name, what it does and, where it was read at the source, its page."""

    name: str
    words: Words
    page: str = ""


DANGER = (
    Number("112", "112", _("een dokter of de brandweer, nu meteen"), at_once=True),
    Number("101", "101", _("de politie, nu meteen"), at_once=True),
)
AWEL = Number("102", "Awel", _("luistert naar kinderen en jongeren, gratis"), Status.UNVERIFIED)
LINE_1712 = Number("1712", "1712", _("bij vragen over geweld of misbruik. Geen noodnummer."))

CHAT = Place("nupraatikerover.be", _("chatten over wat je niet durft te zeggen"), "nupraatikerover.be")
COMPLAINTS = Place(
    "Klachtenlijn van het Kinderrechtencommissariaat", _("luistert en bemiddelt bij een klacht"), "kinderrechten.be"
)
TZITEMZO = Place("tZitemzo", _("legt de rechten van kinderen en jongeren uit"), "tzitemzo.be")
LUS = Place("Lus vzw", _("helpt steun zoeken, en werkt met vertrouwenspersonen in de jeugdhulp"), "lusvzw.be")
CACHET = Place("Cachet vzw", _("van en voor jongeren met ervaring in de jeugdhulp"))
JIM = Place("Stichting JIM", _("werkt in Nederland met de JIM-aanpak"), "jimwerkt.nl")
OUDERSPUNT = Place("Ouderspunt", _("informatie voor ouders, ook over een eigen vertrouwenspersoon"), "ouderspunt.be")

PLACES = {
    Relation.CHILD: (CHAT, TZITEMZO, COMPLAINTS),
    Relation.TRUST_PERSON: (LUS, TZITEMZO, COMPLAINTS),
    Relation.JIM: (JIM, LUS, TZITEMZO),
    Relation.SUPPORTER: (LUS, TZITEMZO, CACHET),
    Relation.PARENT: (OUDERSPUNT, TZITEMZO, COMPLAINTS),
    Relation.UPBRINGER: (OUDERSPUNT, TZITEMZO, COMPLAINTS),
}


def for_relation(relation: Relation) -> tuple[Number, ...]:
    """Whom to call when it cannot wait, or when nobody here may know."""
    return (*DANGER, AWEL, LINE_1712) if relation is Relation.CHILD else (*DANGER, LINE_1712)


def places_for(relation: Relation) -> tuple[Place, ...]:
    """Where else to turn."""
    return PLACES.get(relation, ())
