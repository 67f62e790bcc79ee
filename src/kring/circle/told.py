"""What is said after an act in the circle: aloud to who cannot see it, and on the page."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.circle.acts.people import Spot
from kring.circle.figures import place_name
from kring.circle.reading import Person


def added(names: Sequence[str]) -> str:
    """Who came."""
    if len(names) == 1:
        return _("%(name)s staat erbij. Waar hoort die persoon thuis?") % {"name": names[0]}
    return _("%(count)s namen staan erbij. Geef ze een plaats, of laat ze nog wachten.") % {"count": len(names)}


def placed(name: str, spot: Spot) -> str:
    """Where someone stands now."""
    return _("%(name)s staat nu hier: %(place)s.") % {"name": name, "place": place_name(spot.ring, spot.domain)}


def placed_all(count: int) -> str:
    """How many have a place now."""
    said = ngettext("%(count)s iemand kreeg een plaats.", "%(count)s mensen kregen een plaats.", count)
    return said % {"count": count}


def described(name: str) -> str:
    """Someone is called or described otherwise."""
    return _("Bewaard. Dit weten we nu over %(name)s.") % {"name": name}


def removed(name: str) -> str:
    """Someone stands no longer in this layer."""
    return _("%(name)s staat niet meer in deze kring. Je kan het ongedaan maken.") % {"name": name}


def tied(one: str, other: str) -> str:
    """There is a tie."""
    return _("De band tussen %(one)s en %(other)s staat erop.") % {"one": one, "other": other}


def untied() -> str:
    """A tie is gone."""
    return _("Die band staat er niet meer op. Je kan het ongedaan maken.")


def undone() -> str:
    """One act was undone."""
    return _("Het laatste is ongedaan gemaakt.")


def stands(person: Person) -> str:
    """Where someone stands, or that there is no place yet."""
    if person.ring is None or person.domain is None:
        return _("nog geen plaats")
    return place_name(person.ring, person.domain)
