"""An agreement on paper: a version for the child, for the person beside it, and for a parent what the child shares.

What stands on it is what its reader may read, and no more; it says no key and has a neutral title (R26).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.agreements.knowing import Hears
from kring.agreements.reading import HowMuch, Line, Part
from kring.agreements.versions import Version
from kring.agreements.wording import Voice
from kring.kit import clock, sheets
from kring.kit.drawings import figure, sign
from kring.kit.sentences import code_of, sentence
from kring.law.meaning import Expressed
from kring.people.calling import Number
from kring.rights.faces import drawn

if TYPE_CHECKING:
    from kring.agreements.models import Yes

TEMPLATE = Path(__file__).with_name("paper.typ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands on one sheet, and between whom."""

    child: str
    name: str
    parts: Sequence[Part]
    version: Version | None = None
    hears: Sequence[Hears] = ()
    for_a_parent: bool = False
    proposed: bool = False
    """For a parent, who reads no version: not both said yes to what stands there."""
    how_much: HowMuch = HowMuch.ALL
    """Of it, for who is none of the two."""
    voice: Voice = Voice.OTHER
    """To whom it speaks: for the child with its pictures, for child, person and parent in large letters."""
    house: str = ""
    calls: Sequence[Number] = ()
    """Whom its reader can call in this house: the fixed contact, and who steps in (R13)."""

    def pdf(self) -> bytes:
        """On A4.  Raises `SheetError`."""
        told: dict[str, Any] = {
            "head": self._head(),
            "whose": self._whose(),
            "drawn": figure(drawn(self.name)) if self.is_for_the_child else "",
            "lead": self._lead(),
            "parts": [self._part(one) for one in self.parts],
            "hears": [self._hears(one) for one in self.hears],
            "hears_head": _("Wat mag verder verteld worden?"),
            "hears_foot": self._hears_foot() if self.hears else "",
            "large": self.for_a_parent or self.voice is not Voice.OTHER,
            "calls_head": _("Wie kan je bellen?"),
            "calls": self._calls(),
            "days": [] if not self.for_a_parent else [_("Zo stond het op %(day)s.") % {"day": _day(clock.today())}],
            "yes": [],
            "foot": self._foot(),
        }
        if self.version is not None:
            told |= {"days": self._days(self.version), "yes": self._yes(self.version)}
        return sheets.pdf(TEMPLATE, told)

    @property
    def is_for_the_child(self) -> bool:
        """Whether the child itself reads it: in pictures, and in plain words."""
        return self.voice is Voice.CHILD

    def _head(self) -> str:
        said = {"child": self.child, "name": self.name}
        heads = {
            Voice.CHILD: _("Mijn afspraken met %(name)s"),
            Voice.PERSON: _("Jouw afspraken met %(child)s"),
            Voice.OTHER: _("Afspraken van %(child)s en %(name)s"),
        }
        return heads[self.voice] % said

    def _whose(self) -> str:
        """For whom this sheet is: each has its own."""
        if self.for_a_parent or self.voice is Voice.OTHER:
            return ""
        name = self.child if self.is_for_the_child else self.name
        return _("Dit blad is van %(name)s.") % {"name": name}

    def _lead(self) -> str:
        if self.for_a_parent:
            said = {"child": self.child, "name": self.name}
            shares = _("Dit wil %(child)s met jou delen. %(name)s komt niet in jouw plaats.") % said
            return " ".join([_("Nog niet afgesproken. Dit is een voorstel."), shares] if self.proposed else [shares])
        if self.version is not None and self.version.over_since:
            return _("Voorbij sinds %(day)s.") % {"day": _day(self.version.over_since)}
        if self.how_much is not HowMuch.ALL:
            return self._of_the_rest()
        if self.version is None or self.version.is_agreed:
            return ""
        return _("Nog niet afgesproken. Dit is een voorstel.")

    def _of_the_rest(self) -> str:
        said = {"child": self.child, "name": self.name}
        if self.how_much is HowMuch.PRACTICAL:
            return _("Wat praktisch is. De rest is van %(child)s en %(name)s.") % said
        return _("%(child)s wil dat jij dit leest. Wat %(name)s zelf schreef, staat hier niet.") % said

    def _calls(self) -> list[str]:
        """On the sheet of the person and of a parent: on paper no page says it any more."""
        if not self.for_a_parent and self.voice is not Voice.PERSON:
            return []
        told = _("%(name)s van %(house)s: %(phone)s")
        lines = [told % {"name": one.name, "house": self.house, "phone": one.phone} for one in self.calls]
        danger = _(
            "Is iemand in gevaar? Dan mag je hulp zoeken: bel 112 of 101. Met een vraag over geweld bel je 1712."
        )
        return [*(lines or [_("Vraag naar de begeleiding bij %(house)s.") % {"house": self.house}]), danger]

    def _foot(self) -> str:
        if self.for_a_parent:
            return _("Een vraag of een zorg? Zeg ze aan de begeleiding.")
        free = _("Wat jullie zeggen, hoeft niemand te vertellen: niemand vraagt een verslag.")
        return " ".join((_("Afspraken mogen veranderen. Niemand hoeft te tekenen."), free))

    def _part(self, part: Part) -> dict[str, Any]:
        signs = self.is_for_the_child
        points = [
            {
                "asks": str(one.asks),
                "lines": [_line(line) for line in one.lines],
                "sign": sign(one.sign) if signs else "",
            }
            for one in part.points
        ]
        return {"title": str(part.title), "points": points}

    def _hears(self, one: Hears) -> dict[str, str]:
        first = _("vraag het eerst aan %(child)s") % {"child": self.child}
        ask = first if self.voice is Voice.PERSON else _("eerst vragen")
        pairs = ((_("mag"), one.yes), (ask, one.ask), (_("mag niet"), one.no))
        said = [f"{word}: {', '.join(map(str, some))}" for word, some in pairs if some]
        return {"who": str(one.word), "said": "; ".join(said) or self._nothing_said()}

    def _hears_foot(self) -> str:
        """To the person, of which day it is: what the child answers later stands nowhere on it."""
        at = self.version.told_at if self.version is not None else None
        if self.voice is not Voice.PERSON or at is None:
            return ""
        day, today = _day(clock.day(at)), _day(clock.today())
        said = {"day": day, "child": self.child, "today": today}
        then, now = (
            _("Zo spraken jullie het af op %(day)s."),
            _("Zo spraken jullie het af op %(day)s, en zo was het op %(today)s."),
        )
        lines = (
            then if day == today else now,
            _("%(child)s mag een ja altijd terugnemen. Kijk eerst in Kring, of vraag het."),
        )
        return " ".join(one % said for one in lines)

    def _nothing_said(self) -> str:
        if self.voice is Voice.PERSON:
            return _("nog niets gezegd. Vraag het dus altijd eerst.")
        return _("nog niets gezegd. %(name)s vraagt het dus altijd eerst.") % {"name": self.name}

    def _days(self, version: Version) -> list[str]:
        row, over = version.row, version.over_since
        trial = _("Uitgeprobeerd tot %(day)s.") if version.trial_is_past else _("Uitproberen tot %(day)s.")
        look = _("Opnieuw bekijken op %(day)s.")
        if version.look_is_past:
            look = _("De dag om dit opnieuw te bekijken was %(day)s. Kijk nog eens samen.")
        told = (
            (
                _("Versie %(number)s, gemaakt op %(day)s.") % {"number": row.number, "day": _day(row.made_on)},
                row.made_on,
            ),
            (trial % {"day": _day(row.trial_until)}, not over and row.trial_until),
            (look % {"day": _day(row.look_again_on)}, not over and row.look_again_on),
        )
        return [words for words, day in told if day]

    def _yes(self, version: Version) -> list[str]:
        both = ((self.child, version.child), (self.name, version.person))
        return [_said_yes(name, yes) for name, yes in both]


def _said_yes(name: str, yes: Yes | None) -> str:
    if yes is None:
        return _("%(name)s: nog geen ja") % {"name": name}
    said = {"name": name, "day": _day(yes.said_on)}
    if yes.expressed in set(Expressed):
        how = sentence(code_of(Expressed(yes.expressed)), name="")
        return _("%(name)s: ja, op %(day)s (%(how)s)") % {**said, "how": how}
    return _("%(name)s: ja, op %(day)s") % said


def _line(line: Line) -> str:
    told = [str(line.choice), line.row.words.strip(), line.row.number]
    words = "\n".join(one for one in told if one)
    return f"{line.by}: {words}" if line.by else words


def _day(on: date | None) -> str:
    return date_format(on, "j F Y") if on else ""
