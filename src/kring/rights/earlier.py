"""What the child chose before: weighed beside "it cannot choose", and told with its day and its form (R6, A128).

Not whom: who decides reads no circle, and to weigh it that is not needed.  A choice that the child says it never made
is none.  Read for the law whoever asks; what was answered is kept on the appointment, as it stood that day (R4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kring.access.acts import child_of
from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.access.writing import ITSELF
from kring.kit.sentences import code_of, sentence
from kring.law.access import Klass
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Answered, Step, Voice
from kring.people.models import Person
from kring.rights.models import Appointment, Taken, Wish


@dataclass(frozen=True, slots=True)
class Earlier:
    """One choice of a trust person: how and when it was said, and until when it stood."""

    key: str
    expressed: Expressed
    on: date
    until: date | None
    """Nothing, where it was not taken back: then the person said no, or the choice stands."""
    said_no: bool = True
    no_by: str = ""
    """Who wrote that no down, where it is no own word of that person nor what the child heard: no fact so (R6)."""

    @property
    def line(self) -> str:
        """In words, for who works with the child and who decides."""
        facts = {"how": capfirst(sentence(code_of(self.expressed))), "day": date_format(self.on, "j F Y")}
        told = _("%(how)s op %(day)s: het kind koos zelf een vertrouwenspersoon.") % facts
        if self.until is None:
            return f"{told} {self._no}"
        return f"{told} {_('Die keuze stond tot %(day)s.') % {'day': date_format(self.until, 'j F Y')}}"

    @property
    def _no(self) -> str:
        if not self.said_no:
            return _("Die keuze staat nog.")
        if self.no_by:
            return _("%(by)s schreef op dat die persoon nee zei. Vraag hoe dat geweten is.") % {"by": self.no_by}
        return _("Die persoon zei nee.")

    @property
    def as_kept(self) -> dict[str, Any]:
        """As it is kept beside the answer."""
        until = self.until.isoformat() if self.until else None
        no = {"said_no": self.said_no, "no_by": self.no_by}
        return {"key": self.key, "expressed": self.expressed.value, "on": self.on.isoformat(), "until": until} | no

    @classmethod
    def from_kept(cls, kept: dict[str, Any]) -> Self:
        """As it was kept."""
        until = date.fromisoformat(kept["until"]) if kept["until"] else None
        no = {name: kept[name] for name in ("said_no", "no_by") if name in kept}
        return cls(kept["key"], Expressed(kept["expressed"]), date.fromisoformat(kept["on"]), until, **no)


def earlier(door: Door) -> list[Earlier]:
    """Every trust person the child ever chose, the first first."""
    rows = to_weigh(door, Wish.objects.filter(meaning=Meaning.TRUST_PERSON.value).order_by("named_on", "pk"))
    chosen = list(rows.values_list("pk", "expressed", "named_on", "withdrawn_on"))
    never = _never_said(door) if chosen else frozenset()
    no = _no(door, [key for key, _how, _on, until in chosen if until is None])
    return [
        Earlier(str(key), Expressed(how), on, until, key in no, no.get(key, ""))
        for key, how, on, until in chosen
        if key not in never
    ]


def _no(door: Door, wishes: Sequence[UUID]) -> dict[UUID, str]:
    """To which of these the person said no last, and who wrote that; nothing for its own word and what the child heard.

    What was denied is no answer, and what the child was not told yet is none here either.
    """
    said = Taken.objects.filter(wish__in=wishes, step=Step.ANSWERED.value, unsaid_on=None)
    told = to_weigh(door, said.exclude(item__klass=Klass.CONFIDENCE.value).order_by("pk")) if wishes else []
    rows = {row.wish_id: row for row in told}
    no = {wish: row for wish, row in rows.items() if wish and row.reply == Answered.NO.value}
    theirs = {row.item.author_id for row in no.values() if row.expressed != ITSELF} - {child_of(door)} if no else set()
    names = dict(Person.objects.filter(pk__in=theirs).values_list("pk", "call_name")) if theirs else {}
    own = {wish for wish, row in no.items() if row.expressed == ITSELF}
    return {wish: "" if wish in own else names.get(row.item.author_id, "") for wish, row in no.items()}


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
