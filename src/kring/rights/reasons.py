"""Forms of a decision with a reason: which grounds are still open, and that an age is no reason (R6, A128)."""

import re
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.decision import Decision

NUMBERS = "zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien"
YEARS = "eerste|tweede|derde|vierde|vijfde|zesde"
AT_SCHOOL = (
    rf"kleuter\w*|peuter\w*|(lagere|basis)\s*school|lager\s+onderwijs|({YEARS})\s+(leerjaar|studiejaar|klas|kleuterklas)"
    rf"|in\s+(het|de)\s+({YEARS})(?!\s+(keer|maal|week|weken|dag|dagen|gesprek))"
)
"""A school year says an age too; "in the first week" does not."""
AGE = re.compile(
    rf"\b(jong|jonge|leeftijd|te\s+klein|nog\s+(zo\s+)?klein|(\d{{1,2}}|{NUMBERS})\s*jaar|(nog|pas|maar|is)\s+(\d{{1,2}}|{NUMBERS})"
    rf"|{AT_SCHOOL})\b",
    re.IGNORECASE,
)

ALL_READ_THIS = _("Dit lezen het kind, wie het begeleidt en de directie. Korte zinnen, zonder oordeel over iemand.")
ADULTS_READ_THIS = _(
    "Dit lezen wie het kind begeleidt en de directie. Een jongere kan dit ook openen. "
    "Een kind met prenten leest alleen het vak hierboven, en mag je vragen om het te vertellen."
)
"""Who reads which part of a limit, above what is written (R20)."""
READS_AS_AN_AGE = _(
    "Hier staat iets over de leeftijd. Jong zijn mag nooit de reden zijn. "
    "Schrijf wat het kind nu niet kan, of vink aan dat de leeftijd niet de reden is."
)


class Openly(OnceForm):
    """A form that says which grounds are still open: at the field that asks it, where there is one."""

    asked_by: ClassVar[dict[str, str]] = {}
    """Which field asks for a ground, by its code."""

    def tell(self, decision: Decision, name: str = "") -> None:
        """Each ground that is missing or does not hold, in words."""
        for ground in (*decision.missing, *decision.against):
            facts = {"name": name} if name else {}
            field = self.asked_by.get(ground.code)
            self.add_error(field if field in self.fields else None, sentence(ground.code, holds=ground.holds, **facts))


class NotOfAge(OnceForm):
    """A form with reasons of which none may be an age; where one reads so, a tick is asked that it is not the reason.

    Only words are looked at: a person decides, and says so in writing (brief 1.4: not able is no age).
    """

    reasons: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if any(AGE.search(self.data.get(name, "")) for name in self.reasons):
            label = _("De leeftijd die hier staat, is niet de reden")
            self.fields["not_the_age"] = forms.BooleanField(label=label, required=False)
            self.order_fields(list(self.fields))

    def order_fields(self, field_order: Iterable[str] | None) -> None:
        """The tick about the age stands right below the first sentence that reads as one."""
        super().order_fields(field_order)
        tick = self.fields.pop("not_the_age", None)
        if tick is None:
            return
        about = next(name for name in self.fields if name in self.reasons and AGE.search(self.data.get(name, "")))
        ordered = list(self.fields.items())
        ordered.insert([name for name, _field in ordered].index(about) + 1, ("not_the_age", tick))
        self.fields = dict(ordered)

    def clean(self) -> dict[str, Any]:
        """What reads as an age waits for the tick."""
        facts = super().clean() or {}
        if "not_the_age" in self.fields and not facts.get("not_the_age"):
            for name in self.reasons:
                if AGE.search(self.data.get(name, "")):
                    self.add_error(name, READS_AS_AN_AGE)
        return facts
