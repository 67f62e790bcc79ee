"""The forms of the house.  They validate and name, they never save."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.kit.choice import Choice
from kring.kit.forms import OnceForm, PlainText
from kring.people.acts.house import Colleague, Contact
from kring.people.models import Organisation, Person, Post, Role, Team
from kring.people.standing import WITH_A_TEAM

NAME = 200
ROLES = [
    (Role.WORKER.value, Choice(_("Begeleider"), _("Werkt met kinderen, en maakt een nieuw kind aan."))),
    (
        Role.NETWORK_GUIDE.value,
        Choice(_("Netwerkbegeleider"), _("Helpt bij de kring van een kind, zonder het hele dossier.")),
    ),
    (
        Role.TEAM_LEAD.value,
        Choice(_("Teamleiding"), _("Volgt op of het recht wordt uitgelegd. Leest niets van kinderen.")),
    ),
    (Role.DIRECTOR.value, Choice(_("Directie"), _("Beslist als er iets op een uittreksel staat. Beheert mee."))),
    (Role.MANAGER.value, Choice(_("Beheerder"), _("Voegt collega’s en teams toe. Leest niets van kinderen."))),
    (Role.OFFICER.value, Choice(_("Functionaris voor gegevensbescherming"), _("Kijkt na wie waar keek."))),
]
ROLE_WORDS = {value: choice.title for value, choice in ROLES}


class NewTeam(OnceForm):
    """A team."""

    name = PlainText(label=_("Hoe heet het team?"), max_length=NAME, help_text=_("Bijvoorbeeld: Leefgroep Zuid"))


class NewColleague(OnceForm):
    """Someone who comes to work here."""

    call_name = PlainText(label=_("Roepnaam"), max_length=NAME)
    email = forms.EmailField(label=_("E-mailadres van het werk"), help_text=_("Hiermee meldt je collega zich aan."))
    role = forms.ChoiceField(
        label=_("Wat doet deze collega?"), choices=ROLES, widget=forms.RadioSelect, initial="worker"
    )
    team = forms.ModelChoiceField(
        Team.objects.none(), label=_("In welk team?"), required=False, empty_label=_("geen team")
    )

    def __init__(self, *args: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*args, **options)
        teams = organisation.teams.order_by("name")
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]  # a ModelChoiceField
        if len(teams) == 1:
            self.fields["team"].initial = teams[0]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("role") in WITH_A_TEAM and not facts.get("team") and "team" not in self.errors:
            self.add_error("team", _("Kies het team. Een begeleider en teamleiding horen bij een team."))
        return facts

    @property
    def colleague(self) -> Colleague:
        """Who was filled in."""
        facts = self.facts
        return Colleague(**{**facts, "role": Role(facts["role"])})


class NamedContact(OnceForm):
    """The fixed contact and who steps in (R13)."""

    contact = forms.TypedChoiceField(label=_("Wie is het vaste aanspreekpunt?"), coerce=UUID)
    contact_phone = PlainText(label=_("Telefoon"), max_length=40, widget=forms.TextInput(attrs={"type": "tel"}))
    deputy = forms.TypedChoiceField(
        label=_("Wie neemt over bij afwezigheid?"), coerce=UUID, required=False, empty_value=None
    )
    deputy_phone = PlainText(
        label=_("Telefoon van wie overneemt"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    officer_reach = PlainText(
        label=_("Hoe bereik je de functionaris voor gegevensbescherming?"),
        help_text=_("Een e-mailadres, een nummer of een postadres. Dit staat op het blad met wat Kring bewaart."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, colleagues: Iterable[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {person.pk: person for person in colleagues}
        names = sorted(
            ((str(key), person.call_name) for key, person in self.people.items()), key=lambda one: one[1].lower()
        )
        self.fields["contact"].choices = [("", _("Kies een collega")), *names]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["deputy"].choices = [("", _("nog niemand")), *names]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_contact_phone(self) -> str:
        return _phone(self.cleaned_data["contact_phone"])

    def clean_deputy_phone(self) -> str:
        return _phone(self.cleaned_data["deputy_phone"])

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("deputy") and facts["deputy"] == facts.get("contact"):
            self.add_error("deputy", _("Kies iemand anders: deze collega is zelf het aanspreekpunt."))
        if facts.get("deputy") and not facts.get("deputy_phone") and "deputy_phone" not in self.errors:
            self.add_error("deputy_phone", _("Op welk nummer is deze collega te bereiken?"))
        return facts

    @property
    def named(self) -> Contact:
        """What was filled in."""
        facts = self.facts
        deputy = self.people.get(facts["deputy"])
        phone = facts["deputy_phone"] if deputy else ""
        return Contact(
            contact=self.people[facts["contact"]],
            contact_phone=facts["contact_phone"],
            deputy=deputy,
            deputy_phone=phone,
            officer_reach=facts["officer_reach"],
        )


class EndOfPost(OnceForm):
    """The last day of a post: today, or beforehand a later one; and once that was said, that it goes on after all."""

    on = forms.DateField(
        label=_("Wat is de laatste dag?"),
        help_text=_("Later dan vandaag? Dan kan je collega tot en met die dag alles blijven doen en overdragen."),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    goes_on = forms.BooleanField(label=_("Deze collega blijft toch. Wis de laatste dag."), required=False)

    def __init__(self, *args: Any, post: Post, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.post, self.today = post, on
        self.fields["on"].initial = post.until_on or on
        self.fields["on"].required = not self.is_bound or "on" in self.data  # who sends no day at all, means today
        if post.until_on is None:
            del self.fields["goes_on"]

    def clean_on(self) -> date:
        """Today when nothing was said; never a day that was, or one from before the post began."""
        day: date = self.cleaned_data["on"] or self.today
        if day < self.today:
            raise ValidationError(_("Die dag is voorbij. Kies vandaag of een latere dag."))
        if day < self.post.from_on:
            raise ValidationError(_("Deze taak begint pas later. Kijk de dagen na."))
        return day

    @property
    def at_once(self) -> bool:
        """Whether it stops today."""
        return not self.cleaned_data.get("goes_on") and bool(self.cleaned_data["on"] == self.today)

    @property
    def last_day(self) -> date | None:
        """The last day; nothing: it goes on."""
        day: date = self.cleaned_data["on"]
        return None if self.cleaned_data.get("goes_on") else day


DIGITS = 6


def _phone(number: str) -> str:
    """A number a person can call: kept as it was typed, with a few digits and nothing but what belongs in one."""
    if number and (len(re.findall(r"\d", number)) < DIGITS or not re.fullmatch(r"[\d\s+()./-]+", number)):
        raise ValidationError(_("Dit lijkt geen telefoonnummer. Bijvoorbeeld: 0470 12 34 56"))
    return number
