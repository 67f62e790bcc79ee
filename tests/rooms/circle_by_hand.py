"""Forms of the circle as a browser or a script sends them, and what a reader sees afterwards."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from kring.circle import reading
from kring.circle.acts import people
from kring.circle.domains import Layer
from tests.family import Family

SCRIPT = {"Accept": "application/json"}


def send(family: Family, page: str, told: dict[str, Any], **how: Any) -> HttpResponse:
    """A form as a browser sends it, or as a `script` does, `by` someone; `once` is new unless it is told."""
    by, headers = how.pop("by", "lotte"), SCRIPT if how.pop("script", False) else {}
    told = {"once": family.once(), "layer": "child"} | told
    if "member" in how:
        told = {"version": version_of(family, how["member"], Layer(told["layer"]))} | told
    return family.browser(by).post(family.url(page, **how), told, headers=headers)


def add(family: Family, names: str, **how: Any) -> HttpResponse:
    return send(family, "circle:add", {"names": names, "back": "list"}, **how)


def place(family: Family, who: UUID, *, ring: object = 2, domain: str = "street", **how: Any) -> HttpResponse:
    known = {"version": how.pop("version")} if "version" in how else {}
    return send(family, "circle:place", {"ring": ring, "domain": domain, **known}, member=who, **how)


def version_of(family: Family, who: UUID, layer: Layer) -> UUID:
    """What a page that was opened just now would send back."""
    here = reading.person(family.door("lotte"), who, layer)
    return here.version if here else people.NOWHERE


def seen(family: Family, name: str, layer: Layer = Layer.CHILD) -> reading.Person:
    return next(one for one in reading.people(family.door("lotte"), layer) if one.name == name)
