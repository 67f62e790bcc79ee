"""The days of a trial, whoever it is with: a person beside the child, or whom a parent brings along (C101)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.law.steps import TRIAL_MONTHS
from kring.law.time import months_later
from kring.rights.protecting_forms import day


class Trying(forms.Form):
    """From a day until a day; three months is what JIM practice suggests, and no more than that.

    For a form of a step, which has a day `on`.
    """

    until = day(_("Tot wanneer?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].label = _("Vanaf wanneer?")
        self.fields["until"].initial = months_later(clock.today(), TRIAL_MONTHS.on(clock.today()))

    def clean(self) -> dict[str, Any]:
        """An end after its start."""
        facts = super().clean() or {}
        if facts.get("on") and facts.get("until") and facts["until"] <= facts["on"]:
            self.add_error("until", _("De laatste dag komt na de eerste. Kies een latere dag."))
        return facts
