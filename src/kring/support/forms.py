"""What a house is asked about the places where somebody can turn to, in words."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.support import For
from kring.people.acts.advice import Advice

DAY = {"type": "date"}


class Adviser(OnceForm):
    """A place to turn to."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = PlainText(label=_("Hoe heet het?"), max_length=200)
    words = PlainText(
        label=_("Wat doen ze?"),
        help_text=_("Van een partner ook: wie je er kent, met voornaam en functie."),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
    )
    phone = PlainText(label=_("Nummer"), required=False, max_length=40, widget=forms.TextInput({"type": "tel"}))
    page = forms.URLField(label=_("Pagina"), required=False, max_length=500, assume_scheme="https")
    whom = forms.ChoiceField(label=_("Voor wie?"), choices=choices(For))
    source = PlainText(
        label=_("Waar las of hoorde je dit?"),
        help_text=_("Zo weet een collega later waar die het nakijkt."),
        max_length=300,
    )
    looked_on = forms.DateField(
        label=_("Wanneer keek je het na?"), widget=forms.DateInput(DAY, format="%Y-%m-%d"), initial=clock.today
    )

    def clean_looked_on(self) -> date:
        """A day that was."""
        day: date = self.cleaned_data["looked_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Die dag moet nog komen."))
        return day

    @property
    def advice(self) -> Advice:
        """What was filled in."""
        facts: dict[str, Any] = {name: value for name, value in self.facts.items() if name != "version"}
        return Advice(**{**facts, "whom": For(facts["whom"])})


class Lasting(OnceForm):
    """On whom one falls back when the case has closed."""

    lasting = PlainText(
        label=_("Wie is er nog als de hulp gestopt is, hoe, en tot wanneer?"),
        help_text=_("Bijvoorbeeld: bel Greet, tot een jaar na het einde. Dit staat op het welkomstblad."),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
    )
