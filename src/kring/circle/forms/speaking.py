"""In which language somebody talks best: one tap from a list, or typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.acts.speaking import Spoken
from kring.circle.languages import LANGUAGES, OTHER
from kring.circle.models import Speech
from kring.circle.speech import NEW
from kring.kit.forms import OnceForm, PlainText

LONGEST = 60


class Speaking(OnceForm):
    """One tap; and where it matters, that an interpreter has to be there."""

    version = forms.IntegerField(widget=forms.HiddenInput, error_messages={"required": _("Laad de pagina opnieuw.")})
    language = forms.ChoiceField(
        label=_("Taal"),
        choices=[*LANGUAGES.items(), (OTHER, _("Andere taal"))],
        widget=forms.RadioSelect({"class": "tongues"}),
    )
    other = PlainText(label=_("Welke andere taal?"), required=False, max_length=LONGEST)
    interpreter = forms.BooleanField(label=_("Er is een tolk nodig"), required=False)
    helps = forms.BooleanField(
        label=_("Helpt anderen met taal"),
        help_text=_("Gaat het over iets gevoeligs? Vraag dan een tolk: wie vertaalt, hoort alles mee."),
        required=False,
    )

    def __init__(self, *args: Any, of_the_child: bool, row: Speech | None, **options: Any) -> None:
        super().__init__(*args, initial=_now(row), **options)
        if of_the_child:
            del self.fields["helps"]

    def clean(self) -> dict[str, Any]:
        """Another language has a name."""
        told = super().clean() or {}
        if told.get("language") == OTHER and not told.get("other"):
            self.add_error("other", _("Schrijf welke taal het is."))
        return told

    @property
    def spoken(self) -> Spoken:
        """What was told."""
        facts = self.cleaned_data
        language = facts["other"] if facts["language"] == OTHER else facts["language"]
        return Spoken(language=language, interpreter=facts["interpreter"], helps=facts.get("helps", False))


def _now(row: Speech | None) -> dict[str, object]:
    if row is None:
        return {"version": NEW}
    listed = row.language in LANGUAGES
    return {
        "version": row.item.version,
        "language": row.language if listed else OTHER,
        "other": "" if listed else row.language,
        "interpreter": row.interpreter,
        "helps": row.helps,
    }
