"""The form with which a worker names who guides the network of a child."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.access.acts.guiding import Guide
from kring.kit import clock
from kring.people.models import Person
from kring.rights.alike_forms import QUESTION, AsksWhetherSame
from kring.rights.forms import offer
from kring.rights.protecting_forms import day
from kring.rights.service_forms import ToldFirst


class NameGuide(AsksWhetherSame, ToldFirst):
    """Who, from which day, until which day or open; and that a person told the child."""

    who = forms.ChoiceField(
        label=_("Wie begeleidt het netwerk?"),
        widget=forms.RadioSelect({"class": "one"}),
        error_messages={"required": _("Kies iemand.")},
    )
    from_on = day(_("Vanaf welke dag?"))
    until_on = day(_("Tot en met welke dag?"), help_text=_("Leeg: tot iemand het stopt."), required=False)
    field_order = ("once", "who", "from_on", "until_on", "told_by", "told_on")

    def __init__(self, *args: Any, people: list[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(one.pk): one.call_name for one in people}
        offer(self, "who", [*self.people.items()])
        self.fields["from_on"].initial = clock.today

    def clean(self) -> dict[str, Any]:
        """From today on, the last day not before the first; and nobody with whom contact is restricted (R28)."""
        facts = super().clean() or {}
        first, last = facts.get("from_on"), facts.get("until_on")
        if first and first < clock.today():
            self.add_error("from_on", _("Die dag is al voorbij."))
        elif first and last and last < first:
            self.add_error("until_on", _("Die dag ligt voor de eerste dag."))
        if not self.errors:
            who = facts["who"]
            self.ask_about(self.here.called(self.people[who]), person=UUID(who), parents=False)
        return facts

    @property
    def guide(self) -> Guide:
        """What was filled in."""
        said = {key: value for key, value in self.facts.items() if key not in QUESTION}
        return Guide(**{**said, "who": UUID(self.cleaned_data["who"])})
