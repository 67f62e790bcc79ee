"""The form of an own PIN."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from kring.kit.forms import OnceForm
from kring.people.pins import LENGTH, is_easy

SIX_DIGITS = RegexValidator(r"^\d{6}$", _("Een pincode is zes cijfers."))
WRONG_PIN = _("Dat klopt niet. Kijk je zes cijfers nog eens na. Na een paar keer moet je even wachten.")
TYPED = {"autocomplete": "new-password", "inputmode": "numeric", "maxlength": LENGTH}


class OwnPin(OnceForm):
    """Six digits, twice, and not the first ones that somebody else would try."""

    pin = forms.CharField(
        label=_("Zes cijfers"), validators=[SIX_DIGITS], widget=forms.PasswordInput(attrs=dict(TYPED))
    )
    again = forms.CharField(label=_("Nog eens dezelfde"), widget=forms.PasswordInput(attrs=dict(TYPED)))

    def __init__(self, *args: Any, born_on: date | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.born_on = born_on

    def clean_pin(self) -> str:
        """Refuses an easy one.  Raises `ValidationError`."""
        pin: str = self.cleaned_data["pin"]
        if is_easy(pin, born_on=self.born_on):
            raise forms.ValidationError(_("Deze cijfers raadt iemand snel. Neem geen rijtje en geen verjaardag."))
        return pin

    def clean(self) -> dict[str, Any]:
        """Both the same."""
        told: dict[str, Any] = super().clean() or {}
        if "pin" in told and told["pin"] != told.get("again"):
            self.add_error("again", _("Dit zijn niet dezelfde cijfers."))
        return told


class OtherPin(OwnPin):
    """Another PIN, for who knows the one before: an open phone in the hand of somebody else is not enough."""

    old = forms.CharField(
        label=_("De zes cijfers die je nu hebt"),
        max_length=LENGTH,
        widget=forms.PasswordInput({"autocomplete": "current-password", "inputmode": "numeric"}),
    )
    field_order = ("old", "pin", "again")


class MyPin(forms.Form):
    """The PIN that was chosen before; not a `OnceForm`, because coming in twice is coming in once."""

    pin = forms.CharField(
        label=_("Je zes cijfers"),
        max_length=LENGTH,
        widget=forms.PasswordInput({"autocomplete": "current-password", "inputmode": "numeric"}),
        error_messages={"required": _("Typ je zes cijfers.")},
    )
