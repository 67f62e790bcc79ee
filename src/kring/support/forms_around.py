"""What is asked about a check-in, about oneself and about a rule of the house, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices, code_of, sentence
from kring.law.support import EVERY, USUALLY, Outcome, Wellbeing, Whose
from kring.people.models import HouseRule
from kring.support.acts.checking import Held, Planned
from kring.support.acts.lettering import Wants
from kring.support.forms import DAY
from kring.support.forms_dilemma import stands_in

LONG = 50_000
FEW = forms.Textarea({"rows": 2})


def _of_nobody(names: Iterable[str], words: str) -> str:
    """These words, when nobody's name stands in them."""
    found = next((name for name in names if stands_in(name, words)), "")
    if found:
        raise forms.ValidationError(_("Hier staat een naam: %(name)s. Haal die weg.") % {"name": found})
    return words


def _weeks(count: int) -> object:
    return ngettext_lazy("om de %(count)s week", "om de %(count)s weken", count) % {"count": count}


class Plan(OnceForm):
    """When somebody asks how it goes; first it is asked when that suits."""

    suits = PlainText(
        label=_("Wanneer past het voor die persoon?"),
        help_text=_("Vraag het eerst. Plan dan pas."),
        max_length=500,
    )
    planned_on = forms.DateField(label=_("Op welke dag?"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    weeks = forms.TypedChoiceField(
        label=_("Hoe vaak daarna?"), coerce=int, choices=[(one, _weeks(one)) for one in EVERY], initial=USUALLY
    )
    by = PlainText(
        label=_("Wie doet het, als jij het niet bent?"),
        help_text=_("Het vaste aanspreekpunt bijvoorbeeld, of iemand van een andere dienst."),
        required=False,
        max_length=200,
    )

    def clean_planned_on(self) -> date:
        """A day that is still to come."""
        day: date = self.cleaned_data["planned_on"]
        if day < clock.today():
            raise forms.ValidationError(_("Die dag is voorbij. Kies een dag die nog komt."))
        return day

    @property
    def planned(self) -> Planned:
        """What was planned."""
        return Planned(**self.facts)


class Hold(OnceForm):
    """It was asked how it goes."""

    held_on = forms.DateField(label=_("Wanneer was het?"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    words = PlainText(
        label=_("Hoe gaat het?"),
        help_text=_("Schrijf niets op over het kind."),
        required=False,
        max_length=LONG,
        widget=FEW,
    )
    follow_up = PlainText(label=_("Wat doen jullie ermee?"), required=False, max_length=LONG, widget=FEW)
    again = forms.BooleanField(label=_("Vraag het later opnieuw"), required=False, initial=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["held_on"].initial = clock.today

    def clean_held_on(self) -> date:
        """A day that was."""
        day: date = self.cleaned_data["held_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Die dag moet nog komen."))
        return day

    @property
    def held(self) -> Held:
        """What was heard."""
        return Held(**self.facts)


class Suits(OnceForm):
    """When and how somebody can be reached."""

    words = PlainText(
        label=_("Wanneer en hoe kan iemand je bereiken?"),
        help_text=_("Bijvoorbeeld: bel na zes uur, liever niet op zondag."),
        max_length=500,
    )


class HowIAm(OnceForm):
    """How it is, for oneself."""

    answer = forms.ChoiceField(label=_("Hoe gaat het met jou?"), choices=choices(Wellbeing), widget=forms.RadioSelect)
    words = PlainText(label=_("Voor jezelf"), required=False, strip=False, max_length=LONG, widget=FEW)


class AskRule(OnceForm):
    """A question or a remark on a rule."""

    words = PlainText(
        label=_("Welke regel, en wat wil je vragen of zeggen?"),
        help_text=_("Je krijgt een antwoord."),
        strip=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 3}),
    )


class AnswerRule(OnceForm):
    """What is said to who asked, and the rule in the register."""

    answer = PlainText(label=_("Wat antwoord je?"), max_length=LONG, widget=FEW)
    rule = forms.ChoiceField(label=_("Staat de regel al op de lijst?"), required=False)
    new = PlainText(
        label=_("Anders: zet de regel op de lijst"),
        help_text=_("In algemene woorden. Zonder naam, en zonder iets over dit kind of deze persoon."),
        required=False,
        max_length=500,
    )

    def __init__(self, *args: Any, rules: Sequence[HouseRule], names: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.names = names
        field = self.fields["rule"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("nee")), *((str(one.pk), one.words) for one in rules)]

    def clean_new(self) -> str:
        """Words that tell of nobody."""
        return _of_nobody(self.names, self.cleaned_data["new"])


class Decide(OnceForm):
    """What the house does with a rule."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("Wat doen jullie ermee?"),
        choices=[(one.value, sentence(code_of(one))) for one in Outcome if one is not Outcome.ASKED],
        widget=forms.RadioSelect,
    )
    why = PlainText(
        label=_("Waarom?"),
        help_text=_("Kinderen en wie naast hen staat, lezen dit."),
        max_length=2000,
        widget=FEW,
    )

    def __init__(self, *args: Any, names: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.names = names

    def clean_why(self) -> str:
        """Words that tell of nobody, as the rule itself: every child of the house reads them."""
        return _of_nobody(self.names, self.cleaned_data["why"])


class Letter(OnceForm):
    """Whether one wants the letter; who works with the child writes down whose word it is."""

    whose = forms.ChoiceField(
        label=_("Wie zei het?"),
        choices=[(Whose.CHILD.value, _("Het kind")), (Whose.PERSON.value, _("Die persoon zelf"))],
        widget=forms.RadioSelect,
    )
    wants = forms.ChoiceField(
        label=_("Wil je de brief?"),
        choices=[("yes", _("Ja")), ("no", _("Nee, of niet meer"))],
        widget=forms.RadioSelect,
    )
    named = forms.BooleanField(label=_("De voornaam van de jongere mag op de brief"), required=False)

    def __init__(self, *args: Any, works: bool, mine: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.own = Whose.CHILD if mine else Whose.PERSON
        if works:
            self.fields["wants"].label = _("Wat was het antwoord?")
        else:
            del self.fields["whose"]
            if not mine:
                del self.fields["named"]
        if mine:
            self.fields["named"].label = _("Mijn voornaam mag op de brief")

    @property
    def said(self) -> Wants:
        """What was said, and by whom."""
        facts = self.cleaned_data
        whose = Whose(facts.get("whose", self.own))
        named = bool(facts.get("named")) and whose is Whose.CHILD
        return Wants(whose=whose, yes=facts["wants"] == "yes", named=named)
