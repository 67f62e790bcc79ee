"""Forms of the sign-in library, with tries that are counted and mails that leave after the answer."""

from functools import partial
from typing import Any

from allauth.account.forms import ResetPasswordForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.base.forms import BaseAuthenticateForm as OneCode
from django import forms
from django.http import HttpRequest

from kring.people import later
from kring.people.acts import attempts


class Forgotten(ResetPasswordForm):  # type: ignore[misc]  # allauth ships no types
    """ "Password forgotten": whether we know the address is looked up only when the answer is out."""

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def save(self, request: HttpRequest, **how: Any) -> str:
        email: str = self.cleaned_data["email"]
        if attempts.may_try(request, "mail", email):
            later.after_the_answer(partial(self._send, request, how))
        return email

    def _send(self, request: HttpRequest, how: dict[str, Any]) -> None:
        with context.request_context(request):
            super().clean_email()
            super().save(request, **how)


class _Counted(OneCode):  # type: ignore[misc]  # allauth ships no types
    """A code of one's phone, or one on paper.  Used-up tries answer as a wrong code does."""

    def clean_code(self) -> str:
        request, whom = context.request, str(self.user.person_id)
        if not attempts.may_try(request, "totp", whom):
            self.cleaned_data["code"] = ""
            return str(super().clean_code())
        try:
            code = str(super().clean_code())
            if not attempts.first_use(whom, code):
                raise get_adapter().validation_error("incorrect_code")
        except forms.ValidationError:
            attempts.failed(request, "totp", whom)
            raise
        attempts.succeeded(request, "totp", whom)
        return code


class SecondStep(_Counted, AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """After the password."""


class SecondStepAgain(_Counted, ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    """Before something grave."""
