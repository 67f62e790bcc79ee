"""What a password must be: 15 characters, or 8 beside a second factor, and enough in it that has to be guessed."""

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kring.people.guessable import signs_to_guess
from kring.people.models import Post, User

ALONE = 15
BESIDE_A_SECOND_FACTOR = 8
TO_GUESS_ALONE = 10
TO_GUESS_BESIDE = 6
"""Signs, as `guessable` counts them: three much used words in a row are too few, four ordinary ones are enough."""


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


class EnoughToGuess:
    """No much used words, runs or names of here in a row (OWASP ASVS 5.0, 6.2.4 and 6.2.11)."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises `ValidationError` for a password that is put together from too little."""
        least = TO_GUESS_BESIDE if user is not None and has_second_factor(user) else TO_GUESS_ALONE
        if signs_to_guess(password, _names_around(user)) < least:
            told = _("Dit is te raden: er zitten te veel woorden, namen of reeksen in die anderen ook proberen.")
            raise ValidationError(told, code="password_guessable")

    def get_help_text(self) -> str:
        """The rule, as it is shown beside the field."""
        return _("Neem bijvoorbeeld vier woorden die niets met elkaar te maken hebben.")


def _names_around(user: User | None) -> list[str]:
    """What somebody who knows this person would try: the own name and address, and where one works."""
    if user is None:
        return []
    posts = Post.objects.filter(person=user.person_id).values_list("organisation__name", "team__name")
    return [user.person.call_name, user.email or "", *(name for names in posts for name in names if name)]


def has_second_factor(user: User) -> bool:
    """Whether this account also asks for a code."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists())


def has_passkey(user: User) -> bool:
    """Whether this account has a key in a device: then a password alone opens nothing."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.WEBAUTHN).exists())


def has_account(user: User) -> bool:
    """Whether someone can sign in already: with a password, or with something that only its owner has."""
    return user.has_usable_password() or Authenticator.objects.filter(user_id=user.pk).exists()
