"""How the sign-in library behaves here: no sign-up by oneself, words of our own."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from kring.kit import crypto

SECOND_FACTOR = "mfa.authenticator.data"


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are made by the organisation, never by who passes by."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("Dit adres en dit wachtwoord horen niet samen. Kijk ze nog eens na."),
        "too_many_login_attempts": _("Te veel pogingen na elkaar. Wacht een paar minuten en probeer opnieuw."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """A second factor that a short password leans on stays; its secret lies closed in the database."""

    def encrypt(self, text: str) -> str:
        return crypto.encrypt(text, scope=SECOND_FACTOR)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(encrypted_text, scope=SECOND_FACTOR)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not (authenticator.type == Authenticator.Type.TOTP and authenticator.user.short_password)
