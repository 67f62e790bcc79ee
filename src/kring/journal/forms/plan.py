"""The forms of the plan for when it is not safe."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.journal.acts.plan import Line as NewLine
from kring.journal.forms.shown import Shown
from kring.journal.models import PlanKind
from kring.kit.forms import PlainText

TO_CALL = re.compile(r"\+?[\d ()./-]{2,30}")
LONG = 2_000  # characters
KINDS = (
    (PlanKind.SIGN, _("hoe ik het merk")),
    (PlanKind.DO, _("wat ik dan doe")),
    (PlanKind.PERSON, _("bij wie ik terechtkan")),
    (PlanKind.NUMBER, _("een nummer")),
    (PlanKind.PLACE, _("waar ik naartoe kan")),
)


class Line(Shown):
    """One line of the plan."""

    version = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Wat zet je erbij?"),
        choices=[(one.value, words) for one, words in KINDS],
        initial=PlanKind.SIGN.value,
        widget=forms.RadioSelect(attrs={"class": "reply"}),
    )
    words = PlainText(
        label=_("In je eigen woorden"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf een paar woorden. Een naam is ook goed.")},
    )
    number = PlainText(
        label=_("Welk nummer?"), required=False, max_length=40, widget=forms.TextInput(attrs={"type": "tel"})
    )

    def clean(self) -> dict[str, Any]:
        """A number can be called; a line that is a number has one."""
        facts = super().clean() or {}
        number = facts.get("number", "")
        if number and not TO_CALL.fullmatch(number):
            self.add_error("number", _("Dit kan een telefoon niet bellen. Typ alleen cijfers, zoals 0470 00 00 00."))
        if facts.get("kind") == PlanKind.NUMBER and not number and "number" not in self.errors:
            self.add_error("number", _("Welk nummer is het?"))
        return facts

    @property
    def typed(self) -> dict[str, Any]:
        """What was typed, to show it again."""
        return {name: self.cleaned_data[name] for name in ("kind", "words", "number")}

    @property
    def line(self) -> NewLine:
        """What it says."""
        facts = self.cleaned_data
        return NewLine(kind=PlanKind(facts["kind"]), words=facts["words"], number=facts["number"])
