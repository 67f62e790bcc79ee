"""Forms for looking at another moment, and for taking the circle along."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kring.circle.domains import TieKind
from kring.circle.drawing import Names
from kring.circle.picture import Picture
from kring.kit import clock
from kring.kit.choice import Choice


class Audience(StrEnum):
    """Who sees this sheet, outside."""

    HOME = "home"
    ME = "me"
    HERE = "here"


SHOWS: dict[Audience, frozenset[str]] = {
    Audience.HOME: frozenset(),
    Audience.ME: frozenset({"near"}),
    Audience.HERE: frozenset({"near", "tension", "beside"}),
}
"""What the sheet shows to begin with: at home one wall, nobody nearer than another, no tension, no choice told."""


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
            ("tension", Choice(_("Waar spanning is"), _("en wie geen contact meer heeft"))),
            ("beside", Choice(_("Wie ik koos om naast mij te staan"), _("en waarvoor ik bij wie terechtkan"))),
        ],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @classmethod
    def of(cls, asked: QueryDict) -> "Taking":
        """The form as it was sent, or, when only the audience is known, with what suits that audience."""
        if "names" in asked:
            return cls(asked)
        who = asked.get("who", "")
        shown = sorted(SHOWS[Audience(who)]) if who in {one.value for one in Audience} else []
        return cls({"who": who, "names": Names.FULL.value, "shown": shown})

    @property
    def rings(self) -> bool:
        """Whether nearness may be seen."""
        return "near" in self.cleaned_data["shown"]

    def sifted(self, picture: Picture) -> Picture:
        """The picture without what may not be seen."""
        shown = self.cleaned_data["shown"]
        if "beside" not in shown:
            picture = replace(picture, dots=tuple(replace(dot, mark="", support="") for dot in picture.dots))
        if "tension" not in shown:
            hidden = {TieKind.TENSION, TieKind.BROKEN}
            picture = replace(picture, lines=tuple(line for line in picture.lines if line.kind not in hidden))
        return replace(picture, tension_at_home="tension" in shown)


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
