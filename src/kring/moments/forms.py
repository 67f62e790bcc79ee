"""What is asked about a talk, in words.  Two taps are enough: everything has an answer already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices, code_of, sentence
from kring.law.rights_moments import HAPPENS, Audience, Delay, Moment, Reaction
from kring.moments.acts.talking import Told

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

LONG = 50_000
DAY = {"type": "date"}
PAST = _("Die dag moet nog komen.")


def _day(label: Words) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(DAY, format="%Y-%m-%d"))


class Explained(OnceForm):
    """It was explained: to whom, and what the child said.  No answer is wrong."""

    reaction = forms.ChoiceField(
        label=_("Wat zei het kind?"), choices=choices(Reaction), widget=forms.RadioSelect, required=False
    )
    words = PlainText(
        label=_("In de woorden van het kind"),
        required=False,
        strip=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 2}),
    )
    audience = forms.ChoiceField(label=_("Aan wie legde je het uit?"), choices=choices(Audience))
    on = _day(_("Wanneer was dat?"))
    told_by = PlainText(
        label=_("Wie legde het uit, als jij het niet was?"),
        help_text=_("Bijvoorbeeld het CLB, bij de aanmelding. Dan hoeft het kind niet opnieuw te beginnen."),
        required=False,
        max_length=200,
    )

    def __init__(self, *args: Any, opened_on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.opened_on = opened_on
        self.fields["on"].initial = clock.today

    def clean(self) -> dict[str, Any]:
        """A day that can be."""
        told = super().clean() or {}
        day = told.get("on")
        if day and day > clock.today():
            self.add_error("on", PAST)
        elif day and day < self.opened_on and not told.get("told_by"):
            self.add_error("on", _("Toen stond dit kind nog niet in Kring. Legde iemand anders het toen uit? Zeg wie."))
        return told

    @property
    def told(self) -> Told:
        """What was told."""
        facts = self.cleaned_data
        return Told(
            on=facts["on"],
            audience=Audience(facts["audience"]),
            reaction=Reaction(facts["reaction"]) if facts["reaction"] else None,
            words=facts["words"],
            told_by=facts["told_by"],
        )


class Later(OnceForm):
    """Until when it waits, and why; of tomorrow nobody asks why."""

    until = _day(_("Tot wanneer?"))
    why = forms.ChoiceField(
        label=_("Waarom wacht het?"),
        choices=[(one.value, sentence(code_of(one))) for one in Delay if one is not Delay.TOMORROW],
        widget=forms.RadioSelect,
    )

    def clean_until(self) -> date:
        """A day that is still to come."""
        day: date = self.cleaned_data["until"]
        if day <= clock.today():
            raise forms.ValidationError(_("Kies een dag die nog moet komen."))
        return day


class Happened(OnceForm):
    """What happened, and when."""

    moment = forms.ChoiceField(
        label=_("Wat gebeurde er?"),
        choices=[(one.value, sentence(code_of(one))) for one in HAPPENS],
        widget=forms.RadioSelect,
    )
    on = _day(_("Wanneer?"))

    def __init__(self, *args: Any, opened_on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.opened_on = opened_on
        self.fields["on"].initial = clock.today

    def clean_on(self) -> date:
        """A day that was, since the child came."""
        day: date = self.cleaned_data["on"]
        if day > clock.today():
            raise forms.ValidationError(PAST)
        if day < self.opened_on:
            raise forms.ValidationError(_("Toen stond dit kind nog niet in Kring."))
        return day

    @property
    def what(self) -> Moment:
        """The moment."""
        return Moment(self.cleaned_data["moment"])


class Chance(OnceForm):
    """A good moment with somebody."""

    member = forms.ChoiceField(label=_("Met wie?"), widget=forms.RadioSelect({"class": "names"}))
    words = PlainText(label=_("Wat ging er goed?"), max_length=LONG, strip=False, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, people: Mapping[UUID, str], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["member"]
        if isinstance(field, forms.ChoiceField):
            by_name = sorted(people.items(), key=lambda one: one[1].casefold())
            field.choices = [(str(key), name) for key, name in by_name]


class Letter(OnceForm):
    """To whom the invitation goes, and where and when one meets; nothing of it is kept."""

    to = PlainText(label=_("Aan wie?"), max_length=200, required=False)
    when = PlainText(label=_("Wanneer en waar?"), max_length=300, required=False)
    signed = PlainText(label=_("Van wie?"), max_length=200, required=False)
    phone = PlainText(
        label=_("Op welk nummer kan iemand antwoorden?"),
        help_text=_("Zonder nummer kan niemand zeggen: die dag lukt niet."),
        max_length=40,
        required=False,
    )


class Pace(OnceForm):
    """How often the house explains the right, at least."""

    months = forms.IntegerField(label=_("Om de hoeveel maanden?"), min_value=1, max_value=24)


class Material(OnceForm):
    """Something on the shelf."""

    title = PlainText(label=_("Wat is het?"), max_length=200)
    address = forms.URLField(label=_("Waar staat het?"), max_length=500, assume_scheme="https")
    audience = forms.ChoiceField(label=_("Voor wie?"), choices=choices(Audience))
