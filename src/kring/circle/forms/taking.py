"""Forms for looking at another moment, and for taking the circle along."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kring.circle.domains import Domain, TieKind
from kring.circle.drawing import Names
from kring.circle.picture import Picture
from kring.dossier.models import Wall
from kring.kit import clock
from kring.kit.choice import Choice


class Audience(StrEnum):
    """Who sees this sheet, outside."""

    HOME = "home"
    ME = "me"
    HERE = "here"


SHOWS: dict[Audience, frozenset[str]] = {
    Audience.HOME: frozenset(),
    Audience.ME: frozenset({"near", "ties", "care"}),
    Audience.HERE: frozenset({"near", "ties", "tension", "care", "beside"}),
}
"""What the sheet shows to begin with: at home people and nothing between them, nobody nearer than another."""
UNEASY = frozenset({TieKind.TENSION, TieKind.BROKEN})


class Taking(forms.Form):
    """What may be seen on the sheet that leaves the house."""

    who = forms.TypedChoiceField(
        choices=[(one.value, one.value) for one in Audience], coerce=Audience, widget=forms.HiddenInput
    )
    names = forms.TypedChoiceField(
        label=_("Hoe staan de mensen erop?"),
        choices=[
            (Names.FULL.value, _("Met hun naam")),
            (Names.INITIALS.value, _("Met de eerste letter")),
            (Names.NONE.value, _("Zonder naam")),
        ],
        coerce=Names,
        widget=forms.RadioSelect,
    )
    shown = forms.MultipleChoiceField(
        label=_("Wat mag er nog te zien zijn?"),
        choices=[
            ("near", Choice(_("Hoe dichtbij iedereen staat"), _("anders staat iedereen even ver"))),
            ("ties", Choice(_("De lijnen tussen mensen"), _("wie elkaar kent, en hoe goed"))),
            ("tension", Choice(_("Waar spanning is"), _("en wie geen contact meer heeft"))),
            ("care", Choice(_("Wie voor de hulp werkt"), _("anders staat de hulp niet op het blad"))),
            ("beside", Choice(_("Wie ik koos om naast mij te staan"), _("en waarvoor ik bij wie terechtkan"))),
        ],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    side = forms.ChoiceField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, sides: Sequence[Wall] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.sides = {str(number): wall for number, wall in enumerate(sides, 1)}
        self.fields["side"].choices = [(key, wall.label) for key, wall in self.sides.items()]  # type: ignore[attr-defined]  # a choice field

    @classmethod
    def of(cls, asked: QueryDict, sides: Sequence[Wall] = ()) -> "Taking":
        """The form as it was sent, or, when only the audience is known, with what suits that audience."""
        if "names" in asked:
            return cls(asked, sides=sides)
        who = asked.get("who", "")
        shown = sorted(SHOWS[Audience(who)]) if who in {one.value for one in Audience} else []
        told = {"who": who, "names": Names.FULL.value, "shown": shown, "side": asked.get("side", "")}
        return cls(told, sides=sides)

    def clean(self) -> dict[str, Any]:
        """What goes home, goes to one home: the other side is not on it (R16)."""
        facts = super().clean() or {}
        if self.sides and facts.get("who") is Audience.HOME and not facts.get("side"):
            self.add_error("side", _("Kies naar welk huis het blad gaat."))
        return facts

    @property
    def asks_side(self) -> bool:
        """Whether only that is not known yet."""
        return self.is_bound and self.errors.keys() == {"side"}

    @property
    def wall(self) -> UUID | None:
        """The side of the home it goes to; nothing for a sheet with everyone."""
        chosen = self.cleaned_data["side"] if self.cleaned_data["who"] is Audience.HOME else ""
        return self.sides[chosen].pk if chosen else None

    @property
    def rings(self) -> bool:
        """Whether nearness may be seen."""
        return "near" in self.cleaned_data["shown"]

    def sifted(self, picture: Picture) -> Picture:
        """The picture without what may not be seen."""
        shown = self.cleaned_data["shown"]
        if "beside" not in shown:
            picture = replace(picture, dots=tuple(replace(dot, mark="", support="") for dot in picture.dots))
        if "care" not in shown:
            picture = _without_care(picture)
        lines = tuple(one for one in picture.lines if ("tension" if one.kind in UNEASY else "ties") in shown)
        return replace(picture, lines=lines, tension_at_home="tension" in shown)


def _without_care(picture: Picture) -> Picture:
    """Nothing that says there is help: no sector of it and nobody in it, and no sign at who works for it elsewhere."""
    dots = tuple(replace(dot, in_care=False) for dot in picture.dots if dot.domain is not Domain.CARE)
    there = {dot.key for dot in dots}
    lines = tuple(line for line in picture.lines if line.a in there and line.b in there)
    return replace(picture, dots=dots, lines=lines, tells_care=False)


class Comparing(forms.Form):
    """Two days, at the end of which the circle is looked at."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in (("from", _("Van")), ("to", _("Tot"))):  # "from" is a word of Python itself
            box = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "max": clock.today().isoformat()})
            self.fields[name] = forms.DateField(
                label=label,
                widget=box,
                validators=[_past],
                error_messages={"required": _("Kies een dag."), "invalid": _("Dit is geen dag. Kies er een.")},
            )

    @property
    def days(self) -> tuple[date, date]:
        """The two days, the first one first."""
        first, last = sorted(self.cleaned_data[name] for name in ("from", "to"))
        return first, last


def _past(day: date) -> None:
    if day > clock.today():
        raise forms.ValidationError(_("Die dag komt nog. Kies een dag tot en met vandaag."))
