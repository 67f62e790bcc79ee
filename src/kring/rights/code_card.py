"""The card of a youth: an address, a code for one time, how to come in, and what to do when it is lost.

No name stands on it: who finds it does not learn whose it is.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kring.kit import sheets
from kring.people import codes

TEMPLATE = Path(__file__).with_name("card.typ")


@dataclass(frozen=True, slots=True)
class CodeCard:
    """What stands on one card, on the screen and on paper."""

    code: str
    where: str
    until: datetime
    knows_pin: bool

    @property
    def shown(self) -> str:
        """The code in groups."""
        return codes.in_groups(self.code)

    @property
    def once(self) -> str:
        """How long it works."""
        return _("Deze code werkt één keer, tot en met %(day)s.") % {"day": date_format(localtime(self.until), "j F Y")}

    @property
    def steps(self) -> list[str]:
        """How to come in."""
        own = _("Typ je eigen zes cijfers.") if self.knows_pin else _("Kies zes cijfers. Zeg ze aan niemand.")
        return [_("Ga op internet naar %(where)s") % {"where": self.where}, _("Typ de code hierboven."), own]

    @property
    def lost(self) -> str:
        """What to do then."""
        return _("Zeg het meteen aan je begeleiding. Dan stopt deze code, en krijg je een nieuwe.")

    def pdf(self) -> bytes:
        """On A4.  Raises `SheetError`."""
        told = {"head": _("Jouw kaartje"), "code": self.shown, "once": self.once, "steps": self.steps}
        return sheets.pdf(TEMPLATE, {**told, "lost_head": _("Kaartje kwijt?"), "lost": self.lost})
