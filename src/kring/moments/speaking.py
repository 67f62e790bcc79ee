"""With whom one talks in which language, and the sheets there are in it: before a talk, a letter or a notice (A35)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.circle.speech import Speaks, spoken
from kring.kit.addresses import address
from kring.law.rights_moments import Audience
from kring.moments import scripts
from kring.moments.reading import for_whom

if TYPE_CHECKING:
    pass

AROUND = {True: (Audience.PARENT, Audience.TRUST_PERSON), False: (Audience.TRUST_PERSON,)}
"""What somebody of the circle may be, in the family and elsewhere: which of them, who prepares the talk knows."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet in a language: what it is called, and where it is."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody, and the sheets that can go along."""

    who: Speaks
    leaves: tuple[Leaf, ...]


def lines(door: Door) -> list[Line]:
    """Everybody of whom it is known; two statements."""
    return [Line(one, tuple(_leaves(door, one))) for one in spoken(door)]


def _leaves(door: Door, one: Speaks) -> Iterator[Leaf]:
    for audience in AROUND[one.family] if one.member else (for_whom(door),):
        if one.language in {language.code for language in scripts.languages(audience)}:
            yield Leaf(str(_words(audience)), address("explaining:sheet", audience.value, one.language))


def _words(audience: Audience) -> str:
    if audience is Audience.PARENT:
        return _("blad voor een ouder")
    return _("blad voor wie ernaast staat") if audience is Audience.TRUST_PERSON else _("blad om mee te geven")
