"""The form with which a worker asks a colleague to take over for some days."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.acts.standing_in import AT_MOST
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.people.models import Person
from kring.rights.forms import offer
from kring.rights.protecting_forms import day


class StandIn(OnceForm):
    """Who, from which day, until which day."""

    who = forms.ChoiceField(
        label=_("Wie neemt over?"),
        widget=forms.RadioSelect({"class": "one"}),
        error_messages={"required": _("Kies iemand.")},
    )
    from_on = day(_("Vanaf welke dag?"))
    until_on = day(_("Tot en met welke dag?"), help_text=_("Ten hoogste een maand. Daarna stopt het vanzelf."))

    def __init__(self, *args: Any, people: list[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "who", [(str(one.pk), one.call_name) for one in people])
        self.fields["from_on"].initial = clock.today

    def clean(self) -> dict[str, Any]:
        """From today on, the last day not before the first, and a month at most."""
        facts = super().clean() or {}
        first, last = facts.get("from_on"), facts.get("until_on")
        if first and first < clock.today():
            self.add_error("from_on", _("Die dag is al voorbij."))
        elif first and last and last < first:
            self.add_error("until_on", _("Die dag ligt voor de eerste dag."))
        elif first and last and last > first + AT_MOST:
            self.add_error("until_on", _("Dat is langer dan een maand. Dan is er een andere begeleider nodig."))
        return facts

    @property
    def colleague(self) -> UUID:
        """Who was chosen."""
        return UUID(self.cleaned_data["who"])

    @property
    def days(self) -> dict[str, date]:
        """From which day until which."""
        return {name: self.cleaned_data[name] for name in ("from_on", "until_on")}
