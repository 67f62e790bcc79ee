"""What is asked when somebody talks with a child about another choice, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.rights.acts.another import Talked
from kring.rights.forms import LONG
from kring.rights.protecting_forms import day


class AnotherForm(OnceForm):
    """Why somebody else could be good, and what the child said to it; nothing here can hold a choice back."""

    reasons = PlainText(
        label=_("Wat zei jij, en waarom?"),
        help_text=_("Zeg wat je ziet, niet wat je vindt van die persoon. Schrijf niets op over iemands verleden."),
        strip=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 3}),
    )
    said = PlainText(
        label=_("Wat zei het kind?"),
        help_text=_("In eigen woorden. Niets zeggen mag ook."),
        required=False,
        strip=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 2}),
    )
    on = day(_("Wanneer praatten jullie erover?"))

    def __init__(self, *args: Any, child: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].initial = clock.today
        self.fields["said"].label = _("Wat zei {child}?").format(child=child)

    def clean_on(self) -> date:
        """A day that was."""
        on: date = self.cleaned_data["on"]
        if on > clock.today():
            raise forms.ValidationError(_("Die dag moet nog komen."))
        return on

    @property
    def talked(self) -> Talked:
        """What was said."""
        return Talked(**self.facts)
