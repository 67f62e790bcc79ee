"""The form with which a worker names somebody of a service or of the court."""

from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kring.access.acts.receiving import AT_MOST, Named
from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.endings import Wrong, wrong_day
from kring.law.transfers import Service
from kring.rights.alike_forms import QUESTION, AsksWhetherSame
from kring.rights.forms import CallName
from kring.rights.protecting_forms import day


class ToldFirst(OnceForm):
    """That a person told the child, by whom and on which day; `first`: the day on which the help began here."""

    told_by = PlainText(
        label=_("Wie vertelde het aan het kind?"),
        help_text=_("Een mens vertelt dit, nooit een bericht. Vertel het eerst, en schrijf het dan op."),
        max_length=200,
    )
    told_on = day(_("Op welke dag?"))

    def __init__(self, *args: Any, first: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.first = first

    def clean_told_on(self) -> date:
        """A day that was, and not before the child came."""
        told: date = self.cleaned_data["told_on"]
        wrong = wrong_day(told, first=self.first, on=clock.today())
        if wrong is Wrong.TO_COME:
            raise forms.ValidationError(_("Die dag moet nog komen. Vertel het eerst aan het kind."))
        if wrong is Wrong.TOO_EARLY:
            began = {"day": date_format(self.first, "j F Y")}
            raise forms.ValidationError(_("De hulp begon hier pas op %(day)s. Kijk de dag na."), params=began)
        return told


class ForAService(AsksWhetherSame, ToldFirst):
    """Who, of what, until when; and that a person told the child.  Never with whom contact is restricted (R28)."""

    name = CallName(label=_("Hoe heet deze persoon?"))
    service = forms.ChoiceField(
        label=_("Van welke dienst?"),
        choices=choices(Service),
        widget=forms.RadioSelect({"class": "one"}),
        error_messages={"required": _("Kies een dienst.")},
    )
    where = PlainText(
        label=_("Hoe heet die dienst?"),
        help_text=_("Met de plaats erbij. Het kind leest dit."),
        required=False,
        max_length=200,
    )
    until_on = day(_("Tot en met welke dag?"), help_text=_("Ten hoogste een jaar. Daarna stopt het vanzelf."))
    field_order = ("once", "name", "service", "where", "until_on", "told_by", "told_on")

    def clean(self) -> dict[str, Any]:
        """Whether this is somebody who may not come in, is asked once all the rest is there."""
        facts = super().clean() or {}
        if not self.errors:
            self.ask_about(self.here.called(facts["name"]), parents=True)
        return facts

    if_a_parent = _("Een ouder krijgt een eigen link: maak die bij Wie mag hier binnenkomen.")

    def clean_until_on(self) -> date:
        """From today on, a year at most."""
        until: date = self.cleaned_data["until_on"]
        if until < clock.today():
            raise forms.ValidationError(_("Die dag is al voorbij."))
        if until > clock.today() + AT_MOST:
            raise forms.ValidationError(_("Dat is langer dan een jaar. Kies een dag dichterbij."))
        return until

    @property
    def named(self) -> Named:
        """What was filled in."""
        said = {key: value for key, value in self.facts.items() if key not in QUESTION}
        return Named(**{**said, "service": Service(self.cleaned_data["service"])})
