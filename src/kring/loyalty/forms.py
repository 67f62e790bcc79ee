"""What is asked around a parent, in words.  Nothing here asks whether a parent agrees: it asks what it says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices
from kring.law.loyalty import Gain
from kring.law.loyalty import Stance as Says
from kring.loyalty.acts.hearing import Answered, Heard, Told
from kring.rights.models import Said

LONG = 50_000
FEW = forms.Textarea({"rows": 3})
DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


def _later(day: date | None) -> date | None:
    """A day that is still to come, or none."""
    if day and day <= clock.today():
        raise forms.ValidationError(_("Die dag is voorbij. Kies een dag die nog komt."))
    return day


class Stance(OnceForm):
    """What a parent says of whom its child chose."""

    says = forms.ChoiceField(label=_("Wat zegt deze ouder?"), choices=choices(Says), widget=forms.RadioSelect)
    words = PlainText(label=_("In de woorden van de ouder"), required=False, strip=False, max_length=LONG, widget=FEW)
    on = forms.DateField(label=_("Wanneer was dat?"), widget=DAY)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].initial = clock.today

    def clean_on(self) -> date:
        """A day that was."""
        day: date = self.cleaned_data["on"]
        if day > clock.today():
            raise forms.ValidationError(_("Die dag moet nog komen."))
        return day

    @property
    def told(self) -> Told:
        """What was said."""
        facts = self.cleaned_data
        return Told(says=Says(facts["says"]), on=facts["on"], words=facts["words"])


class Worry(OnceForm):
    """A worry of a parent, as it said it."""

    parent = forms.ChoiceField(label=_("Wie maakt zich zorgen?"), widget=forms.RadioSelect({"class": "names"}))
    words = PlainText(label=_("Welke zorg is het, in eigen woorden?"), strip=False, max_length=LONG, widget=FEW)
    acknowledged = forms.BooleanField(
        label=_("Ik liet merken dat ik de zorg begrijp"),
        help_text=_("Luisteren komt eerst. Een antwoord mag later."),
        required=False,
    )
    follow_on = forms.DateField(
        label=_("Wanneer kom je erop terug?"),
        help_text=_("Leeg is over twee weken. Kring zegt het dan."),
        required=False,
        widget=DAY,
    )

    def __init__(self, *args: Any, parents: Mapping[UUID, str], others: Collection[UUID] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.others = others
        field = self.fields["parent"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(key), name) for key, name in parents.items()]

    def clean_parent(self) -> str:
        """Each parent apart: what one said on its own page is not a worry of the other (R16)."""
        parent: str = self.cleaned_data["parent"]
        if UUID(parent) in self.others:
            raise forms.ValidationError(_("Dit zei de andere ouder. Kies wie het zei."))
        return parent

    def clean_follow_on(self) -> date | None:
        """A day that is still to come."""
        return _later(self.cleaned_data["follow_on"])

    def heard(self, said: Said | None) -> Heard:
        """What was heard; `said`: on the page of the parent."""
        return Heard(**{name: value for name, value in self.facts.items() if name != "parent"}, said=said)


class Answer(OnceForm):
    """Somebody comes back to a worry."""

    answer = PlainText(
        label=_("Wat antwoordde je?"),
        help_text=_("Leeg mag: soms is luisteren genoeg."),
        required=False,
        max_length=LONG,
        widget=FEW,
    )
    again_on = forms.DateField(
        label=_("Kom je er nog eens op terug?"),
        help_text=_("Leeg is: dit is klaar."),
        required=False,
        widget=DAY,
    )

    def clean_again_on(self) -> date | None:
        """A day that is still to come."""
        return _later(self.cleaned_data["again_on"])

    @property
    def answered(self) -> Answered:
        """What came of it."""
        return Answered(answer=self.cleaned_data["answer"], again_on=self.cleaned_data["again_on"])


class Gains(OnceForm):
    """What somebody beside the child may bring: which points came up, and own words."""

    points = forms.MultipleChoiceField(
        label=_("Waarover praatten jullie?"),
        choices=choices(Gain),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = PlainText(label=_("Wat zei de ouder?"), required=False, strip=False, max_length=LONG, widget=FEW)

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        told = super().clean() or {}
        if not told.get("points") and not told.get("words"):
            self.add_error("words", _("Kies een punt, of schrijf een paar woorden."))
        return told

    @property
    def chosen(self) -> tuple[Gain, ...]:
        """The points."""
        return tuple(map(Gain, self.cleaned_data["points"]))


class Hard(OnceForm):
    """It was talked about with the child."""

    words = PlainText(
        label=_("Wat zeg jij daarover?"),
        help_text=_("Niets zeggen mag ook."),
        required=False,
        strip=False,
        max_length=LONG,
        widget=FEW,
    )
