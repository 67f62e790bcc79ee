"""What a question card of the who-session is, and the closed lists it keeps to.

A card asks WHO, never WHAT: no card has room for a problem (product.md R14; trace C94 C96).  The cards themselves stand
in questions.py, in Python and not in TOML so that makemessages finds their Dutch texts.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.circle.domains import Domain


class Age(StrEnum):
    """For whom a set of cards is written."""

    CHILD = "6-11"  # A2, short, fit to stand under a picture and to be read aloud
    TEEN = "12-15"
    YOUNG = "16-25"

    @property
    def label(self) -> Promise:
        """The words on the button that chooses this set."""
        return AGE_LABELS[self]


class Mode(StrEnum):
    """How a session is held."""

    CALM = "calm"
    CRISIS = "crisis"  # three questions, the rest later (B107)
    PICTURES = "pictures"  # pointing is enough (A134)

    @property
    def label(self) -> Promise:
        """The words on the button that chooses this way."""
        return MODE_LABELS[self]


class Source(StrEnum):
    """Where the words of a card come from; the slides that B44 points to were not available."""

    OURS = "ours"
    REPORT = "report"  # verbatim in a report of 2019
    NEAR_REPORT = "near_report"  # a sentence of a report, made shorter

    @property
    def label(self) -> Promise:
        """The words under the card."""
        return SOURCE_LABELS[self]


AGE_LABELS = {
    Age.CHILD: _("6 tot 11 jaar"),
    Age.TEEN: _("12 tot 15 jaar"),
    Age.YOUNG: _("16 jaar en ouder"),
}
MODE_LABELS = {
    Mode.CALM: _("Rustig, met vragen"),
    Mode.CRISIS: _("Het moet snel, drie vragen"),
    Mode.PICTURES: _("Met prenten, zonder lezen"),
}
SOURCE_LABELS = {
    Source.OURS: _("eigen vraag van Kring"),
    Source.REPORT: _("vraag uit het verslag van 2019"),
    Source.NEAR_REPORT: _("naar een vraag uit het verslag van 2019"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """One question.  The id is kept with the people it brought, so it never changes.

    `%(name)s` in a text stands for a call name: on the picture cards the one pointed at, in a crisis the child.
    """

    id: str
    text: Promise
    hint: Promise  # warm, and says that every answer is good
    looks_at: tuple[Domain, ...] = ()  # empty: everywhere
    source: Source = Source.OURS
    trace: str = ""
    designates: bool = False  # pointing at this one is a designation (A134, journey J2)

    def text_about(self, name: str) -> str:
        """The question, with a call name where it speaks of one person."""
        return str(self.text).replace("%(name)s", name)

    def hint_about(self, name: str) -> str:
        """The hint, likewise."""
        return str(self.hint).replace("%(name)s", name)


@dataclass(frozen=True, slots=True)
class Way:
    """One small next step for looking further; there is no end state "no network" (R22; trace B31)."""

    id: str
    text: Promise
    domain: Domain
