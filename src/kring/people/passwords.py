"""What a password must be: 15 characters, or 8 beside a second factor; the most used are refused elsewhere."""

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.people.models import User

ALONE = 15
BESIDE_A_SECOND_FACTOR = 8


class LongOrSecondFactor:
    """At least 15 characters, or at least 8 for who also uses a second factor (issue: OWASP ASVS 5.0, 6.2.1)."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises `ValidationError` for a password that is too short."""
        least = BESIDE_A_SECOND_FACTOR if user is not None and has_second_factor(user) else ALONE
        if len(password) < least:
            raise ValidationError(self.get_help_text(), code="password_too_short")

    def password_changed(self, password: str, user: User) -> None:
        """Remember whether the second factor may still be given up."""
        # Django tells this after the account was saved.
        User.objects.filter(pk=user.pk).update(short_password=len(password) < ALONE)

    def get_help_text(self) -> str:
        """The rule, as it is shown beside the field."""
        return _("Minstens 15 tekens. Of 8, als je ook met een code van je gsm aanmeldt.")


def has_second_factor(user: User) -> bool:
    """Whether this account also asks for a code."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists())


def has_passkey(user: User) -> bool:
    """Whether this account has a key in a device: then a password alone opens nothing."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.WEBAUTHN).exists())


def has_account(user: User) -> bool:
    """Whether someone can sign in already: with a password, or with something that only its owner has."""
    return user.has_usable_password() or Authenticator.objects.filter(user_id=user.pk).exists()
