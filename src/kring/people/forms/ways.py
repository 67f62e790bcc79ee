"""The form of a link: the PIN that was told by phone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

WRONG_PIN = _("Dat klopt niet. Kijk de zes cijfers nog eens na. Na een paar keer moet je even wachten.")


class Told(forms.Form):
    """Six digits; spaces and dashes of who wrote them down are no mistake.  Opening twice is opening once."""

    pin = forms.CharField(
        label=_("De zes cijfers"),
        help_text=_("Die kreeg je aan de telefoon."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "pin"}),
        error_messages={"required": _("Typ de zes cijfers.")},
    )

    def clean_pin(self) -> str:
        """Only the digits."""
        return "".join(one for one in self.cleaned_data["pin"] if one.isdigit() and one.isascii())


class ToldByColleague(Told):
    """The same, of a new colleague."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["pin"].help_text = _("Die zei een collega je.")
