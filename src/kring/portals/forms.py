"""The forms of the portals."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.access.acts.owning import Saying
from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.meaning import Expressed
from kring.law.taking_over import Said
from kring.people.models import Team
from kring.portals.acts import Copied


class SecondLook(OnceForm):
    """Whether another birthday is right, as who leads the team looked at it."""

    which = forms.UUIDField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(choices=[("yes", _("Ja, dat klopt")), ("no", _("Nee, het blijft zo"))])


class NewChild(OnceForm):
    """A place for a child: a call name.  Everything else can wait."""

    call_name = PlainText(
        label=_("Roepnaam"),
        max_length=80,
        help_text=_("Zoals het kind zelf genoemd wil worden. De rest kan later."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
    team = forms.ChoiceField(label=_("Bij welk team?"), widget=forms.RadioSelect)
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, teams: tuple[Team, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        self.teams = {str(team.pk): team for team in teams}
        self.fields["team"].choices = [(key, team.name) for key, team in self.teams.items()]  # type: ignore[attr-defined]
        if len(self.teams) == 1:
            del self.fields["team"]

    @property
    def chosen_team(self) -> Team:
        """The chosen team, or the only one there is."""
        return self.teams[self.cleaned_data.get("team") or next(iter(self.teams))]


LONG_AGO = date(2000, 1, 1)
"""Nobody of here was written down before that; and there is a day before it, for who goes one back."""


class Day(forms.Form):
    """Which day: today, unless another day before it was chosen."""

    on = forms.DateField(
        label=_("Welke dag?"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Kies een dag, bijvoorbeeld 21 november.")},
    )

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > clock.today():
            raise ValidationError(_("Die dag moet nog komen."))
        if day < LONG_AGO:
            raise ValidationError(_("Die dag is te lang geleden."))
        return day


class Copy(OnceForm, Day):
    """Make the copy of a day; the child's own words go along only with the child's yes."""

    own_words = forms.BooleanField(required=False)

    def __init__(self, *args: Any, child: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].widget = forms.HiddenInput(attrs={"id": "id_copied_on"})
        self.fields["own_words"].label = _("%(child)s zegt ja: deze woorden mogen mee") % {"child": child}

    @property
    def copied(self) -> Copied:
        """What is to be copied."""
        facts = self.facts
        return Copied(on=facts["on"], own_words=facts["own_words"], once=self.act)


class TakeOver(OnceForm):
    """Yes, or not yet; of what a worker writes down also how the youth said it, and when."""

    said = forms.ChoiceField(choices=choices(Said), widget=forms.RadioSelect({"class": "reply"}))
    expressed = forms.ChoiceField(choices=choices(Expressed), widget=forms.RadioSelect({"class": "reply"}))
    on = forms.DateField(
        label=_("Wanneer?"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Kies een dag, bijvoorbeeld 21 november.")},
    )

    def __init__(self, *args: Any, child: str, since: date | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.since = since
        if not child:
            del self.fields["expressed"], self.fields["on"]
            return
        self.fields["said"].label = _("Wat zei %(name)s?") % {"name": child}
        self.fields["expressed"].label = _("Hoe zei %(name)s dat?") % {"name": child}
        self.fields["on"].initial = clock.today

    def clean_on(self) -> date:
        """A day from the 18th birthday until today."""
        day: date = self.cleaned_data["on"]
        if day > clock.today():
            raise ValidationError(_("Die dag moet nog komen."))
        if self.since and day < self.since:
            raise ValidationError(_("Op die dag was het nog niet zover. Het kan vanaf de 18de verjaardag."))
        return day

    @property
    def saying(self) -> Saying:
        """What is to be kept."""
        facts = self.facts
        told = {"expressed": facts["expressed"]} if "expressed" in facts else {}
        return Saying(said=Said(facts["said"]), on=facts.get("on") or clock.today(), **told)
