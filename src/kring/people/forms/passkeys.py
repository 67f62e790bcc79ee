"""Forms of passkeys.  What a browser made stands in a hidden field, written by a script."""

import struct
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm, LoginWebAuthnForm, ReauthenticateWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.utils.translation import gettext_lazy as _

from kring.kit.forms import OnceForm, PlainText

NOT_THIS_ONE = _("Dit lukte niet. Probeer het nog eens.")
LONGEST_NAME = 60
NO_PASSKEY = (ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError, struct.error)
"""What the library raises on bytes that no browser sends; a wrong signature is a `ValidationError` by itself."""


class Naming(OnceForm):
    """The name by which its owner knows a passkey again."""

    name = PlainText(label=_("Hoe noem je hem?"), max_length=LONGEST_NAME, help_text=_("Bijvoorbeeld: mijn gsm."))


class NewPasskey(Naming):
    """A passkey that the browser just made, for the question this page asked."""

    credential = forms.JSONField(widget=forms.HiddenInput, error_messages={"required": NOT_THIS_ONE})

    def clean_credential(self) -> dict[str, Any]:
        """Answers the question, once.  Raises `ValidationError`."""
        credential: dict[str, Any] = self.cleaned_data["credential"]
        try:
            auth.parse_registration_response(credential)
            auth.complete_registration(credential)
        except (forms.ValidationError, *NO_PASSKEY) as error:
            raise forms.ValidationError(NOT_THIS_ONE) from error
        return credential


class _Shown(AuthenticateWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """What a browser says that a passkey answered: whatever is wrong with it, the answer is the same."""

    def clean_credential(self) -> Authenticator:
        """The passkey that this is.  Raises `ValidationError`."""
        try:
            return super().clean_credential()
        except (forms.ValidationError, *NO_PASSKEY) as error:
            raise forms.ValidationError(NOT_THIS_ONE) from error


class ComingIn(_Shown, LoginWebAuthnForm):  # type: ignore[misc]  # as above
    """To sign in with."""


class Beside(_Shown, AuthenticateWebAuthnForm):  # type: ignore[misc]  # as above
    """After a password."""


class OnceMore(_Shown, ReauthenticateWebAuthnForm):  # type: ignore[misc]  # as above
    """Before something grave, and to open a locked screen."""
