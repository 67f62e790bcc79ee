"""What is asked when somebody told what changes at 12 or 18: when, by whom, and to whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.acts.turning import Telling
from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText

CHILD = "child"


class ToldOfAge(OnceForm):
    """That a person told it: to the child, and to each parent that heard it."""

    to = forms.MultipleChoiceField(
        label=_("Aan wie is het verteld?"), widget=forms.CheckboxSelectMultiple({"class": "names"})
    )
    on = forms.DateField(label=_("Wanneer was dat?"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    by = PlainText(
        label=_("Wie vertelde het?"),
        help_text=_("Was jij het? Dan mag dit leeg blijven."),
        required=False,
        max_length=200,
    )

    def __init__(self, *args: Any, child: str, parents: Mapping[UUID, str], first_day: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.first_day = first_day
        self.fields["on"].initial = clock.today
        field = self.fields["to"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(CHILD, child), *((str(key), name) for key, name in parents.items())]

    def clean_on(self) -> date:
        """A day that was, and not one of long before."""
        day: date = self.cleaned_data["on"]
        if day > clock.today():
            raise forms.ValidationError(_("Die dag moet nog komen."))
        if day < self.first_day:
            raise forms.ValidationError(_("Dat is te lang geleden: vertel het opnieuw."))
        return day

    @property
    def telling(self) -> Telling:
        """What was told."""
        facts = self.cleaned_data
        parents = frozenset(UUID(one) for one in facts["to"] if one != CHILD)
        return Telling(on=facts["on"], by=facts["by"], child=CHILD in facts["to"], parents=parents)
