"""What is said after an act in the circle: aloud to who cannot see it, and on the page."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.circle.acts.people import Described, Spot
from kring.circle.domains import Kind, Support
from kring.circle.figures import MARK_LABELS, place_name
from kring.circle.names import fold
from kring.circle.reading import Person, TieSeen


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
    stands = _("%(name)s staat niet meer in deze kring. Je kan het ongedaan maken.") % {"name": name}
    return stands + " " + _("Waar een ja voor is, blijft open tot iemand dat stopt.")


def tied(one: str, other: str) -> str:
    """There is a tie."""
    return _("De band tussen %(one)s en %(other)s staat erop.") % {"one": one, "other": other}


def taken_out() -> str:
    """What was chosen for someone who is taken out."""
    return _("uit de kring")


def gone_already(name: str) -> str:
    """Someone was taken out by somebody else, a moment before."""
    return _("%(name)s was al uit deze kring gehaald.") % {"name": name}


def untied_already() -> str:
    """A tie was taken away by somebody else, a moment before."""
    return _("Die band was al weg.")


def untied() -> str:
    """A tie is gone."""
    return _("Die band staat er niet meer op. Je kan het ongedaan maken.")


def undone() -> str:
    """One act was undone."""
    return _("Het laatste is ongedaan gemaakt.")


def no_place() -> str:
    """Someone waits."""
    return _("nog geen plaats")


def stands(person: Person) -> str:
    """Where someone stands, or that there is no place yet."""
    if person.ring is None or person.domain is None:
        return no_place()
    return place_name(person.ring, person.domain)


def row(person: Person, between: Sequence[tuple[TieSeen, str]]) -> str:
    """Someone in a line of the list: how near, who it is to the child, and what is between them and others."""
    ties = [f"{tie.words}: {name}" for tie, name in between if name]
    return " · ".join([*([str(person.ring.label)] if person.ring else []), *_about(person), *ties])


def line(person: Person) -> str:
    """Someone in one line: where they stand, and who it is to the child."""
    return " · ".join([stands(person), *_about(person)])


def _about(person: Person) -> list[str]:
    said = []
    if fold(person.relation) not in fold(person.name):
        said.append(person.relation)
    if person.mark in MARK_LABELS:
        said.append(str(MARK_LABELS[person.mark]))
    if person.kind is not Kind.PERSON:
        said.append(str(person.kind.label))
    if person.in_care:
        said.append(_("werkt voor de hulp"))
    return said + [str(kind.label) for kind in Support if kind.value in person.support]


def described_as(told: Person | Described) -> str:
    """How someone is called and described, in one line."""
    said = [told.name, told.relation, str(told.kind.label) if told.kind is not Kind.PERSON else ""]
    said += [_("werkt voor de hulp") if told.in_care else ""]
    said += [str(kind.label) for kind in Support if kind.value in told.support]
    return ", ".join(filter(None, said))
