"""What a colleague struggles with, in words that tell of no child."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.forms import OnceForm, PlainText
from kring.people.acts.dilemmas import Talked
from kring.people.models import Team

MINE = "me"
HEARD = _("Hier staat iets dat de naam van een kind kan zijn. Haal elke naam weg.")
"""Which of the words, and whether it is one, is not said: one hears of that child and does not work with it."""
SHORT = 2
"""Letters of a part of a name that says nothing by itself: "De" in "Jan De Smet"."""
ABOUT = re.compile(r"\b(?i:over|rond|rondom|van|voor|met|bij|naar)\s+((?!De\b|Het\b|Een\b)[A-ZÀ-Þ][a-zà-ÿ]+)")

LETTER = re.compile(r"\b(?i:over|rond|rondom|van|voor|met|bij|naar|en)\s+([A-ZÀ-Þ])(?:\.|(?=[\s,;:!?)]|$))")
"""One letter where a name would stand: "de papa van N."."""


class Dilemma(OnceForm):
    """A question about one's own work."""

    words = PlainText(
        label=_("Waar zit je mee?"),
        help_text=_("Zonder naam, en zo dat niemand een kind of gezin herkent."),
        strip=False,
        max_length=50_000,
        widget=forms.Textarea({"rows": 4}),
    )
    team = forms.ChoiceField(label=_("Voor wie?"), initial=MINE, widget=forms.RadioSelect)
    sure = forms.BooleanField(
        label=_("Het gaat niet over een kind met die naam"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, names: Sequence[str], teams: Sequence[Team], **options: Any) -> None:
        self.heard, self.around = options.pop("heard", ()), options.pop("around", ())
        super().__init__(*args, **options)
        self.names, self.teams = names, {str(one.pk): one for one in teams}
        field = self.fields["team"]
        if isinstance(field, forms.ChoiceField):
            of_team = _("Voor het overleg van %(team)s")
            field.choices = [
                (MINE, _("Voor mij alleen")),
                *((key, of_team % {"team": one.name}) for key, one in self.teams.items()),
            ]

    def clean(self) -> dict[str, Any]:
        """A name of a child one works with, or hears of, or of its circle, is asked about, once; also one letter."""
        told = super().clean() or {}
        words = told.get("words", "")
        found, heard = found_in(self.names, words), found_in(self.heard, words)
        around = around_in(self.around, self.names, words)
        if (found or heard or around) and not told.get("sure"):
            self.fields["sure"].widget = forms.CheckboxInput()
            said = _("Hier staat de naam %(name)s. Met dat kind werk jij, of werkte je. Haal de naam weg.")
            self.add_error("words", said % {"name": found} if found else HEARD if heard else around)
        return told

    @property
    def for_team(self) -> Team | None:
        """Whose talk it is for."""
        return self.teams.get(self.cleaned_data["team"])


class OfNoChild(OnceForm):
    """What is of the house alone: no name of a child one works with stands in what was typed."""

    free: ClassVar[Sequence[str]] = ()
    around_too: ClassVar[bool] = False
    """Whether the names of the circle are asked out as well, and one letter for a child."""

    def __init__(self, *args: Any, names: Sequence[str], heard: Sequence[str] = (), **options: Any) -> None:
        self.around: Sequence[str] = options.pop("around", ())
        super().__init__(*args, **options)
        self.names, self.heard = names, heard

    def clean(self) -> dict[str, Any]:
        """Each name that stands in one of the free words is asked out of it."""
        told = super().clean() or {}
        for field in self.free:
            found = found_in(self.names, told.get(field, ""))
            if found:
                self.add_error(field, _("Hier staat een naam: %(name)s. Haal die weg.") % {"name": found})
            elif found_in(self.heard, told.get(field, "")):
                self.add_error(field, HEARD)
            elif self.around_too and (around := around_in(self.around, self.names, told.get(field, ""))):
                self.add_error(field, around)
        return told


class Talk(OfNoChild):
    """When the team talks of it, and what came of it."""

    free, around_too = ("outcome",), True

    version = forms.IntegerField(widget=forms.HiddenInput)
    talk_on = forms.DateField(
        label=_("Op welk teamoverleg?"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    outcome = PlainText(
        label=_("Wat kwam eruit?"),
        help_text=_("Kort, en na het overleg. Zonder naam, en zo dat niemand een kind of gezin herkent."),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )

    @property
    def talked(self) -> Talked:
        """What was filled in."""
        told = self.cleaned_data
        return Talked(on=told["talk_on"], outcome=told["outcome"], version=told["version"])


def found_in(names: Sequence[str], words: str) -> str:
    """All of these names that stand in the words, as one reads them; nothing where none does."""
    return ", ".join(name for name in names if stands_in(name, words))


def around_in(around: Sequence[str], children: Sequence[str], words: str) -> str:
    """What to say of a name of the circle, or of the first letter of a child, in these words; nothing where none is."""
    found = found_in(around, words)
    if found:
        return _("Hier staat een naam: %(name)s. Haal die weg.") % {"name": found}
    letters = {name[:1].upper() for name in children}
    found = next((letter for letter in LETTER.findall(words) if letter in letters), "")
    said = _("Hier staat een eerste letter: %(letter)s. Ook zo herkent iemand een kind. Haal die weg.")
    return said % {"letter": found} if found else ""


def named_about(words: str) -> str:
    """What these words say it is about, where that is written as a name; nothing where it is not.

    Whether anybody is called so, is not looked up: this tells nobody who is known here.
    """
    found = ABOUT.search(words)
    return found[1] if found else ""


def stands_in(name: str, words: str) -> bool:
    """Whether a name stands in these words, as a word of its own; of "pastor Johan" also Johan alone."""
    parts = [part for part in name.split() if part[:1].isupper() and len(part) > SHORT and part != name]
    return _is_word(name, words, re.IGNORECASE) or any(_is_word(part, words) for part in parts)


def _is_word(name: str, words: str, how: re.RegexFlag = re.NOFLAG) -> bool:
    name, words = _bare(name), _bare(words)
    return bool(name) and re.search(rf"\b{re.escape(name)}(?:['’]?s)?\b", words, how) is not None


def _bare(text: str) -> str:
    """Without accents: "Sèm" is read as Sem."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
