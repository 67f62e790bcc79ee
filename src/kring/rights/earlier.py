"""What the child chose before: weighed beside "it cannot choose", and told with its day and its form (R6, A128).

Not whom: who decides reads no circle, and to weigh it that is not needed.  A choice that the child says it never made
is none.  Read for the law whoever asks; what was answered is kept on the appointment, as it stood that day (R4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.kit.sentences import code_of, sentence
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Step, Voice
from kring.rights.models import Appointment, Taken, Wish


@dataclass(frozen=True, slots=True)
class Earlier:
    """One choice of a trust person: how and when it was said, and until when it stood."""

    key: str
    expressed: Expressed
    on: date
    until: date | None
    """Nothing, where it was not taken back: then the person said no."""

    @property
    def line(self) -> str:
        """In words, for who works with the child and who decides."""
        facts = {"how": capfirst(sentence(code_of(self.expressed))), "day": date_format(self.on, "j F Y")}
        told = _("%(how)s op %(day)s: het kind koos zelf een vertrouwenspersoon.") % facts
        if self.until is None:
            return f"{told} {_('Die persoon zei nee.')}"
        return f"{told} {_('Die keuze stond tot %(day)s.') % {'day': date_format(self.until, 'j F Y')}}"

    @property
    def as_kept(self) -> dict[str, Any]:
        """As it is kept beside the answer."""
        until = self.until.isoformat() if self.until else None
        return {"key": self.key, "expressed": self.expressed.value, "on": self.on.isoformat(), "until": until}

    @classmethod
    def from_kept(cls, kept: dict[str, Any]) -> Self:
        """As it was kept."""
        until = date.fromisoformat(kept["until"]) if kept["until"] else None
        return cls(kept["key"], Expressed(kept["expressed"]), date.fromisoformat(kept["on"]), until)


def earlier(door: Door) -> list[Earlier]:
    """Every trust person the child ever chose, the first first."""
    rows = to_weigh(door, Wish.objects.filter(meaning=Meaning.TRUST_PERSON.value).order_by("named_on", "pk"))
    chosen = list(rows.values_list("pk", "expressed", "named_on", "withdrawn_on"))
    never = _never_said(door) if chosen else frozenset()
    return [Earlier(str(key), Expressed(how), on, until) for key, how, on, until in chosen if key not in never]


def answered(door: Door, row: Appointment, director: str | None) -> bool | None:
    """Whether who prepares it gave an answer, and once it is decided (`director`: what it answers) the director too.

    What was written of one choice says nothing of a later one: that is still to be answered.
    """
    now = earlier(door)
    left = {one.key for one in now} - {one["key"] for one in row.earlier}
    silent = not row.on_earlier.strip() or (director is not None and not director.strip())
    return None if now and (left or silent) else True


def _never_said(door: Door) -> frozenset[Any]:
    denied = Taken.objects.filter(step=Step.WISHED.value, voice=Voice.CHILD.value, unsaid_on__isnull=False)
    return frozenset(to_weigh(door, denied).values_list("wish_id", flat=True))
