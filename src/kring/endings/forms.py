"""What is asked when somebody stops, in words.  Everything but who and why may stay empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.endings.acts.aftercare import Agreed
from kring.endings.acts.leaving import Heard
from kring.endings.acts.leaving import Itself as Says
from kring.kit import clock
from kring.kit.forms import OnceForm, PlainText
from kring.kit.sentences import choices, code_of, sentence
from kring.law.endings import Leaves, Still
from kring.law.steps import Step
from kring.rights.acts.telling import Plan
from kring.rights.forms import offer

LONG = 50_000
DAY = {"type": "date"}
FEW = forms.Textarea({"rows": 2})


class Teller(OnceForm):
    """Who tells the child what it does not know yet, how and when: a person, and no page (R15)."""

    teller = PlainText(label=_("Wie vertelt het aan het kind?"), required=False, max_length=200)
    how = PlainText(
        label=_("Hoe en waar?"),
        help_text=_("Een mens vertelt dit, nooit een bericht. Kies iemand bij wie het kind mag huilen."),
        required=False,
        max_length=LONG,
        widget=FEW,
    )
    tells_on = forms.DateField(label=_("Wanneer?"), required=False, widget=forms.DateInput(DAY, format="%Y-%m-%d"))

    def clean_tells_on(self) -> date | None:
        """A day that is still to come, or today: what was told already is written down as told."""
        day: date | None = self.cleaned_data["tells_on"]
        if day is not None and day < clock.today():
            raise forms.ValidationError(_("Die dag is al voorbij. Kies een dag die nog komt, of laat dit leeg."))
        return day

    @property
    def plan(self) -> Plan:
        """Who, how and when."""
        return Plan(**{name: self.cleaned_data[name] for name in ("teller", "how", "tells_on")})


class Leave(Teller):
    """Who stops, and who tells the child."""

    member = forms.ChoiceField(label=_("Wie?"), widget=forms.RadioSelect({"class": "names"}))
    why = forms.ChoiceField(
        label=_("Wat is er?"),
        widget=forms.RadioSelect,
    )
    field_order = ("member", "why")

    def __init__(self, *args: Any, people: Mapping[UUID, str], no: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        ways = [Leaves.NO] if no else [one for one in Leaves if one not in {Leaves.NO, Leaves.CHILD}]
        offer(self, "why", [(one.value, sentence(code_of(one))) for one in ways])
        field = self.fields["member"]
        if isinstance(field, forms.ChoiceField):
            by_name = sorted(people.items(), key=lambda one: one[1].casefold())
            field.choices = [(str(key), name) for key, name in by_name]

    @property
    def heard(self) -> Heard:
        """What was heard."""
        return Heard(why=Leaves(self.cleaned_data["why"]), **asdict(self.plan))


class Itself(OnceForm):
    """Who stands beside the child stops or pauses, and who tells it: chosen, and never guessed (R15)."""

    step = forms.ChoiceField(
        label=_("Wat wil je?"),
        choices=[(Step.PAUSED.value, _("Een tijd pauze")), (Step.ENDED.value, _("Ik stop"))],
        widget=forms.RadioSelect,
    )
    teller = forms.ChoiceField(widget=forms.RadioSelect)
    picks_up = forms.ChoiceField(
        choices=[("yes", _("ja")), ("no", _("nee"))], required=False, widget=forms.RadioSelect({"class": "reply"})
    )
    field_order = ("step", "picks_up", "teller")

    def __init__(self, *args: Any, name: str, child: str, rests: bool = False, **options: Any) -> None:
        """`rests`: it asked a pause already; that is asked once, and stopping may always be."""
        super().__init__(*args, **options)
        if rests:
            offer(self, "step", [(Step.ENDED.value, _("Ik stop"))])
        call = _("Stop je? %(child)s kan je nog bellen tot het verteld is. Neem je op tot dan?")
        self.fields["picks_up"].label = call % {"child": child}
        self.tellers = {
            "me": (_("Ik"), name),
            "both": (_("Ik, samen met de begeleiding"), _("%(name)s en de begeleiding") % {"name": name}),
            "care": (_("De begeleiding"), _("De begeleiding")),
        }
        field = self.fields["teller"]
        field.label = _("Wie zal het aan %(child)s vertellen?") % {"child": child}
        if isinstance(field, forms.ChoiceField):
            field.choices = [(key, words) for key, (words, _who) in self.tellers.items()]

    def clean(self) -> dict[str, Any]:
        """Who stops says whether it still picks up: the child may call, and reads nothing yet."""
        told = super().clean() or {}
        if told.get("step") == Step.ENDED.value and not told.get("picks_up") and "picks_up" not in self.errors:
            self.add_error("picks_up", _("Zeg dit nog: ja of nee. Allebei mag."))
        return told

    @property
    def said(self) -> Says:
        """What it said, with who tells it as it stands for who works with the child."""
        facts = self.cleaned_data
        step = Step(facts["step"])
        picks_up = facts["picks_up"] == "yes" if step is Step.ENDED else None
        return Says(step=step, teller=str(self.tellers[facts["teller"]][1]), picks_up=picks_up)


class Stops(OnceForm):
    """Who stands beside a child stops after the help: there it is asked only whether it picks up until it was told."""

    picks_up = forms.ChoiceField(
        choices=[("yes", _("ja")), ("no", _("nee"))],
        error_messages={"required": _("Zeg dit nog: ja of nee. Allebei mag.")},
        widget=forms.RadioSelect({"class": "reply"}),
    )

    def __init__(self, *args: Any, child: str, **options: Any) -> None:
        super().__init__(*args, **options)
        call = _("%(child)s kan je nog bellen tot het verteld is. Neem je op tot dan?")
        self.fields["picks_up"].label = call % {"child": child}

    @property
    def said(self) -> Says:
        """That it stops."""
        return Says(step=Step.ENDED, picks_up=self.cleaned_data["picks_up"] == "yes")


class IsItSo(OnceForm):
    """Who stands beside the child says whether what a worker wrote down as its word is so; one tap (R2)."""

    so = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")], widget=forms.HiddenInput)

    @property
    def is_so(self) -> bool:
        """Whether it is."""
        return bool(self.cleaned_data["so"] == "yes")


class Look(OnceForm):
    """How the child is."""

    words = PlainText(label=_("Hoe gaat het nu?"), max_length=LONG, required=False, strip=False, widget=FEW)
    nothing = forms.BooleanField(label=_("Nu niet, of wil niets zeggen"), required=False)

    def clean(self) -> dict[str, Any]:
        """Words, or that there are none: that is an answer too, and spaces are none (R21)."""
        facts = super().clean() or {}
        if "words" in facts and not facts["words"].strip():
            facts["words"] = gettext("Wou nu niets zeggen.") if facts.get("nothing") else ""
            if not facts["words"]:
                self.add_error("words", _("Dit is nog leeg."))
        return facts


class AskStill(OnceForm):
    """Is it still this person?"""

    answer = forms.ChoiceField(label=_("Wat zegt het kind?"), choices=choices(Still), widget=forms.RadioSelect)
    words = PlainText(label=_("In eigen woorden"), required=False, strip=False, max_length=LONG, widget=FEW)

    def __init__(self, *args: Any, mine: bool, denied_by: str, **options: Any) -> None:
        """`denied_by`: the child, where it denied such an answer and this one may not write it."""
        super().__init__(*args, **options)
        self.denied_by = denied_by
        if mine:
            self.fields["answer"].label = _("Wat zeg jij?")
            self.fields["words"].label = _("In jouw eigen woorden")

    def clean(self) -> dict[str, Any]:
        """What the child said it never said, it says itself."""
        if self.denied_by:
            self.add_error(None, sentence("steps.word-of-the-child", child=self.denied_by, name="", holds=False))
        return super().clean() or {}


class Aftercare(OnceForm):
    """What the organisation does after the help has stopped."""

    who = PlainText(label=_("Wie blijft bereikbaar?"), max_length=200)
    what = PlainText(label=_("Waarvoor, en hoe?"), max_length=LONG, widget=FEW)
    from_on = forms.DateField(label=_("Vanaf wanneer?"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    until_on = forms.DateField(label=_("Tot wanneer?"), required=False, widget=forms.DateInput(DAY, format="%Y-%m-%d"))

    def clean(self) -> dict[str, Any]:
        """An end that comes after the beginning."""
        told = super().clean() or {}
        begin, end = told.get("from_on"), told.get("until_on")
        if begin and end and end < begin:
            self.add_error("until_on", _("Dit eindigt voor het begint. Kijk de dagen na."))
        return told

    @property
    def agreed(self) -> Agreed:
        """What was agreed."""
        return Agreed(**self.facts)
