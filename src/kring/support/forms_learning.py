"""What is asked about a moment to learn with partners of the house, in words (B175)."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.kit.forms import PlainText
from kring.law.support import LEARNING_AHEAD
from kring.law.time import months_later
from kring.people.acts.learning import Planned
from kring.support.forms import DAY
from kring.support.forms_dilemma import OfNoChild

NOBODYS = _("Zonder naam, en zo dat niemand een kind of gezin herkent.")


class Learning(OfNoChild):
    """When, where, with which partners and about what."""

    free = ("place", "partners", "words")

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    on = forms.DateField(label=_("Op welke dag?"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    at = forms.TimeField(label=_("Om hoe laat?"), widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    place = PlainText(label=_("Waar?"), max_length=300)
    partners = PlainText(
        label=_("Met welke partners?"),
        help_text=_("Bijvoorbeeld: het CLB, de wijkpolitie, de consulenten. Jij vraagt hen zelf, Kring mailt niemand."),
        max_length=300,
    )
    words = PlainText(
        label=_("Wat willen jullie van elkaar leren?"),
        help_text=NOBODYS,
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
    )

    def clean_on(self) -> date:
        """A day that is still to come."""
        day: date = self.cleaned_data["on"]
        if not clock.today() <= day <= months_later(clock.today(), LEARNING_AHEAD):
            raise forms.ValidationError(_("Kies een dag tussen vandaag en een jaar verder."))
        return day

    @property
    def planned(self) -> Planned:
        """What was filled in."""
        return Planned(**{name: value for name, value in self.facts.items() if name != "version"})


class Learned(OfNoChild):
    """What one takes along from it."""

    free = ("learned",)

    version = forms.IntegerField(widget=forms.HiddenInput)
    learned = PlainText(
        label=_("Wat nemen we mee?"),
        help_text=NOBODYS,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )
