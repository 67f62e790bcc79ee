"""The form of what the director decides about an entry on an extract (R5); a no is about the extract alone (R2)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.choice import Choice
from kring.kit.forms import OnceForm, PlainText
from kring.law.trust_person import ENTRY
from kring.rights.acts.conditions import Finding
from kring.rights.forms import LONG, offer


class Decided(OnceForm):
    """What the director decides about an entry, with a written ground (R5); who passes it on, says who decided."""

    by = forms.ChoiceField(
        label=_("Wie van de directie besliste dit?"),
        widget=forms.RadioSelect(attrs={"class": "one"}),
        error_messages={"required": _("Zeg wie van de directie dit besliste.")},
    )
    agrees = forms.TypedChoiceField(
        label=_("Wat besliste de directie?"),
        coerce=lambda text: text == "yes",
        choices=[
            ("yes", _("Deze persoon kan vertrouwenspersoon zijn.")),
            ("no", Choice(_("Nu niet als vertrouwenspersoon."), _("Steunfiguur zijn kan altijd."))),
        ],
        widget=forms.RadioSelect(attrs={"class": "one"}),
    )
    ground = PlainText(
        label=_("Met welke reden?"),
        help_text=_("Schrijf niet wat er op het uittreksel staat. Dat bewaart Kring nergens."),
        max_length=LONG,
        widget=forms.Textarea({"rows": 4}),
    )

    apart = forms.BooleanField(
        label=_("Zeg je nee? Vink aan: mijn reden gaat over het uittreksel."),
        help_text=_("Of iemand bij het kind past, is geen reden. Dat kiest het kind."),
        required=False,
    )

    def __init__(self, *args: Any, directors: Mapping[UUID, str], only_yes: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if only_yes:
            self.fields["agrees"].choices = self.fields["agrees"].choices[:1]  # type: ignore[attr-defined]
        if directors or only_yes:
            del self.fields["apart"]
        if directors:
            offer(self, "by", [(str(key), name) for key, name in directors.items()])
        else:
            del self.fields["by"]

    def clean(self) -> dict[str, Any]:
        """A no is about the extract: that somebody would not suit the child, no law asks (R2, brief 1.3)."""
        facts = super().clean() or {}
        if facts.get("agrees") is False and "apart" in self.fields and not facts.get("apart"):
            self.add_error(
                "apart", _("Of iemand bij het kind past, is geen reden. Vink aan dat het daar niet om gaat.")
            )
        return facts

    @property
    def decided(self) -> Finding:
        """The decision, and who made it where another writes it down."""
        facts = self.cleaned_data
        by = UUID(facts["by"]) if "by" in facts else None
        return Finding(code=ENTRY, holds=facts["agrees"], ground=facts["ground"], decided_by=by)
