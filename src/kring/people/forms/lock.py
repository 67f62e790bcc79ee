"""The form of a locked screen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

WRONG_CODE = _("Dat klopt niet. Kijk nog eens na wat je typte.")
ONCE_MORE = _("Dat klopt niet. Je kan het nog één keer proberen. Daarna meld je je opnieuw aan.")
ALSO_A_CODE = _("Typ ook de code van zes cijfers van je gsm.")


class Unlock(forms.Form):
    """The own PIN or password, or a passkey: not a `OnceForm`, because opening twice is opening once."""

    code = forms.CharField(
        label=_("Je pincode of je wachtwoord"),
        max_length=200,
        strip=False,
        error_messages={"required": _("Dit is nog leeg.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    second = forms.CharField(
        label=_("De code van je gsm"),
        max_length=20,
        required=False,
        help_text=_("Alleen bij je wachtwoord, niet bij je pincode."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    credential = forms.JSONField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"].required = not self.data.get("credential")
