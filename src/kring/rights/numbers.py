"""Who to call: the numbers that help, each with how sure we are of it (brief 1.11).

Which of them still wait to be read at the source, a test says.  The places to turn to stand in `known.py`.
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


DANGER = (
    Number("112", "112", _("een dokter of de brandweer, nu meteen"), at_once=True),
    Number("101", "101", _("de politie, nu meteen"), at_once=True),
)
AWEL = Number("102", "Awel", _("luistert naar kinderen en jongeren, gratis"), Status.UNVERIFIED)
LINE_1712 = Number("1712", "1712", _("bij vragen over geweld of misbruik. Geen noodnummer."))


def for_relation(relation: Relation) -> tuple[Number, ...]:
    """Whom to call when it cannot wait, or when nobody here may know."""
    return (*DANGER, AWEL, LINE_1712) if relation is Relation.CHILD else (*DANGER, LINE_1712)
