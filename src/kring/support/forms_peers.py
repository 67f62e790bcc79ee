"""What a host and who stands beside a child are asked about a meeting, in words."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.support import AHEAD, PeerSubject
from kring.people.acts.peers import Planned
from kring.support.forms import DAY
from kring.support.forms_dilemma import OfNoChild, named_about, stands_in

COMES, NOT = "yes", "no"


class Gathering(OfNoChild):
    """A meeting: when, where, about what, and what is agreed there."""

    free = ("place", "words", "agreed")

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    on = forms.DateField(label=_("Op welke dag?"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    at = forms.TimeField(label=_("Om hoe laat?"), widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    place = PlainText(label=_("Waar, of op welk nummer?"), max_length=300)
    subject = forms.ChoiceField(label=_("Waarover?"), choices=choices(PeerSubject))
    words = PlainText(
        label=_("In eigen woorden"),
        help_text=_("Zonder naam, en zo dat niemand een kind of gezin herkent."),
        required=False,
        max_length=300,
    )
    agreed = PlainText(
        label=_("Wat spreken jullie daar af?"),
        initial=_("Geen namen van kinderen. Wat iemand hier vertelt, blijft hier."),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
    )

    def clean_on(self) -> date:
        """A day that is still to come, and not so far that a yes of today is over by then."""
        day: date = self.cleaned_data["on"]
        if not clock.today() <= day <= clock.today() + timedelta(days=AHEAD):
            raise forms.ValidationError(_("Kies een dag tussen vandaag en twaalf weken verder."))
        return day

    def clean(self) -> dict[str, Any]:
        """Words where the subject is none of the list; about nobody with a name, known here or not."""
        name = named_about(self.cleaned_data.get("words", ""))
        if name:
            said = _("Hier staat een naam: %(name)s. Haal die weg. Over één kind of gezin gaat het hier nooit.")
            self.add_error("words", said % {"name": name})
        told = super().clean()
        bare = told.get("subject") == PeerSubject.OTHER.value and not told.get("words")
        if bare and "words" not in self.errors:
            self.add_error("words", _("Schrijf in enkele woorden waarover het gaat."))
        return told

    @property
    def planned(self) -> Planned:
        """What was filled in."""
        facts = {name: value for name, value in self.facts.items() if name != "version"}
        return Planned(**{**facts, "subject": PeerSubject(facts["subject"])})


class Comes(OnceForm):
    """Whether one comes, and by which first name."""

    comes = forms.ChoiceField(
        label=_("Kom je?"), choices=[(COMES, _("Ik kom")), (NOT, _("Ik kom niet"))], widget=forms.RadioSelect
    )
    first_name = PlainText(
        label=_("Hoe heet je daar?"),
        help_text=_("Alleen je voornaam. Alleen wie jullie ontvangt, leest hem vooraf."),
        required=False,
        max_length=40,
    )

    def __init__(self, *args: Any, child: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.child = child

    def clean(self) -> dict[str, Any]:
        """A name of its own for who comes, and never that of the child."""
        told = super().clean() or {}
        name = told.get("first_name", "")
        if told.get("comes") == COMES and not name:
            self.add_error("first_name", _("Schrijf je voornaam, zo weten ze wie er komt."))
        if stands_in(self.child, name):
            self.add_error("first_name", _("Hier staat de naam van het kind. Haal die weg."))
        return told

    @property
    def name(self) -> str:
        """The first name; nothing for who does not come."""
        return str(self.cleaned_data["first_name"]) if self.cleaned_data["comes"] == COMES else ""
