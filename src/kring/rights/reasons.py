"""Forms of a decision with a reason: which grounds are still open, and that an age is no reason (R6, A128)."""

import re
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.decision import Decision

NUMBERS = "zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien"
AGE = re.compile(
    rf"\b(jong|jonge|leeftijd|te\s+klein|nog\s+klein|(\d{{1,2}}|{NUMBERS})\s*jaar|(nog|pas|maar|is)\s+(\d{{1,2}}|{NUMBERS}))\b",
    re.IGNORECASE,
)

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

    def clean(self) -> dict[str, Any]:
        """What reads as an age waits for the tick."""
        facts = super().clean() or {}
        if "not_the_age" in self.fields and not facts.get("not_the_age"):
            for name in self.reasons:
                if AGE.search(self.data.get(name, "")):
                    self.add_error(name, READS_AS_AN_AGE)
        return facts
