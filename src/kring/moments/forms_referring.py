"""The sheet of who referred the child, taken over together with the child."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle import names
from kring.circle.forms.people import said_of
from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.meaning import Expressed
from kring.law.rights_moments import Audience, Reaction
from kring.moments.acts.referring import Referred
from kring.moments.acts.talking import Told
from kring.moments.forms import PAST


class Referring(OnceForm):
    """What stood on the sheet; the child says yes first, and nothing is asked that is not on it."""

    expressed = forms.ChoiceField(
        label=_("Hoe zei het kind dat dit mee mag?"),
        choices=choices(Expressed),
        widget=forms.RadioSelect,
        error_messages={"required": _("Zonder een ja van het kind nemen we niets over.")},
    )
    who = PlainText(label=_("Wie meldde aan?"), help_text=_("Bijvoorbeeld: het CLB."), max_length=200)
    on = forms.DateField(
        label=_("Wanneer legde die het recht uit?"),
        help_text=_("Laat leeg als dat nog niet gebeurde."),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    reaction = forms.ChoiceField(
        label=_("Wat zei het kind toen?"), choices=choices(Reaction), widget=forms.RadioSelect, required=False
    )
    people = PlainText(
        label=_("Wie werd er genoemd?"),
        help_text=_("Alleen roepnamen, met een komma ertussen. Het kind geeft ze daarna zelf een plaats."),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 2, "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, audience: Audience, **options: Any) -> None:
        super().__init__(*args, **options)
        self.audience = audience

    def clean_people(self) -> tuple[str, ...]:
        """Names that can be read; what cannot be is said, and stays."""
        read = names.read_names(self.cleaned_data["people"], ())
        if read.refused:
            raise forms.ValidationError([said_of(one) for one in read.refused])
        return tuple(one.text for one in read.ok)

    def clean(self) -> dict[str, Any]:
        """A day that was; and something to take over."""
        told = super().clean() or {}
        day = told.get("on")
        if day and day > clock.today():
            self.add_error("on", PAST)
        if not self.errors and not day and not told.get("people"):
            self.add_error(None, _("Er staat nog niets om over te nemen: een dag, of een naam."))
        return told

    @property
    def referred(self) -> Referred:
        """What is taken over."""
        facts = self.cleaned_data
        reaction = Reaction(facts["reaction"]) if facts["reaction"] else None
        told = Told(on=facts["on"], audience=self.audience, reaction=reaction, told_by=facts["who"])
        return Referred(
            told=told if facts["on"] else None, people=facts["people"], expressed=Expressed(facts["expressed"])
        )
