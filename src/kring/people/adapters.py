"""How the sign-in library behaves here: no sign-up by oneself, tries that are counted, words of our own."""

import time
from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kring.kit import clock, crypto
from kring.people import kept, mail, once_more, seals
from kring.people.actors import account_of
from kring.people.acts import attempts, devices, messages, passkeys, stays
from kring.people.models import Post, Stay, User, normalised

SECOND_FACTOR = "mfa.authenticator.data"
ONCE_MORE = {
    "reauthenticate": _("Met je wachtwoord"),
    "mfa_reauthenticate": _("Met een code van je gsm"),
    "mfa_reauthenticate:webauthn": _("Met je passkey"),
}
"""By the name that the library gives to a way of showing once more who you are."""


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are made by the organisation, never by who passes by."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "Dit adres en dit wachtwoord horen niet samen. Lukt het na enkele keren niet? Wacht dan even, of kies een "
            "nieuw wachtwoord."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def render_mail(
        self, template_prefix: str, email: str, context: dict[str, Any], headers: dict[str, str] | None = None
    ) -> EmailMessage:
        """A mail of the library is a mail of Kring: the same sender, as plain, and nobody answers it."""
        carried = {**mail.headers(), **(headers or {})}
        written: EmailMessage = super().render_mail(template_prefix, email, context, carried)
        return written

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """Signing in is showing who you are: for ten minutes we do not ask it again."""
        return not showed_lately(context.request)

    def get_reauthentication_methods(self, user: AbstractBaseUser) -> list[dict[str, Any]]:
        """The passkey first, in our words."""
        found = super().get_reauthentication_methods(user)
        return sorted((one | {"description": ONCE_MORE[one["id"]]} for one in found), key=_passkey_first)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the first page; a colleague who comes in for the first time, is invited to make a passkey."""
        user = account_of(request)
        works = Post.objects.current(clock.today()).filter(person=user.person_id)
        known = passkeys.of(user) or Stay.objects.filter(user=user).exists()
        return settings.LOGIN_REDIRECT_URL if known or not works.exists() else reverse("ways:invited")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Who this is.  An unknown name, a wrong password and tries that are used up: one answer, in one time."""
        whom = normalised(credentials.get("email", ""))
        may = attempts.may_try(request, "password", whom)
        user = User.objects.filter(email=whom).first()
        has = user.password if may and user and user.has_usable_password() else ""
        if seals.fits(credentials["password"], has) and user:
            attempts.succeeded(request, "password", whom)
            return user
        if may:
            attempts.failed(request, "password", whom)
        return None

    def reauthenticate(self, user: User, password: str) -> bool:
        return self.authenticate(context.request, email=user.email or "", password=password) == user

    def post_login(self, request: HttpRequest, user: User, **told: Any) -> HttpResponse:
        """Who came in, came in with this browser: from now on it has tries of its own, and what waited here is back."""
        devices.know(request, user.person)
        answer = (told.get("signal_kwargs") or {}).get("sociallogin")
        if answer is not None and answer.moment is None:
            once_more.came_in_untold(request)
        onward: HttpResponse = super().post_login(request, user, **told)
        return redirect("ways:again") if kept.is_handed_on(request, user.pk) else onward

    def set_password(self, user: User, password: str) -> None:
        """Who knew the old one is out on every other device.  Who chooses with a link does so in this browser, also
        while a stranger uses up the tries.
        """
        super().set_password(user, password)
        here: Stay | None = getattr(context.request, "stay", None)
        mine = here if here is not None and here.user_id == user.pk else None
        stays.end_all(user.person_id, at=clock.now(), by=user.person_id, but=mine)
        devices.know(context.request, user.person)

    def send_notification_mail(self, template_prefix: str, user: User, *_: Any, **__: Any) -> None:
        """A password, or a code beside it, was changed or taken away: in our words, and where it is safe."""
        messages.tell_of_way_in(user.person_id)

    def logout(self, request: HttpRequest) -> None:
        stays.sign_out(request)


def showed_lately(request: HttpRequest) -> bool:
    """Whether someone showed who it is in the last ten minutes: by signing in, or when it was asked once more."""
    records = get_authentication_records(request, request.user)
    if not once_more.is_told(request):
        records = [one for one in records if one["method"] != "socialaccount" or one.get("reauthenticated")]
    return bool(records) and abs(time.time() - records[-1]["at"]) < app_settings.REAUTHENTICATION_TIMEOUT


def _passkey_first(method: dict[str, Any]) -> bool:
    return "webauthn" not in method["id"]


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """A second factor that a short password leans on stays; its secret lies closed in the database."""

    def encrypt(self, text: str) -> str:
        return crypto.encrypt(text, scope=SECOND_FACTOR)

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(encrypted_text, scope=SECOND_FACTOR)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": "Kring"}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        """What a phone shows in its list of passkeys: the address of who signs in with one, else only "Kring"."""
        name = user.email or "Kring"
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return entity | {"name": name, "display_name": name}

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not (authenticator.type == Authenticator.Type.TOTP and authenticator.user.short_password)
