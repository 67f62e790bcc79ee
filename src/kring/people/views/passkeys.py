"""Passkeys: which ones someone has, a new one, another name, and taking one away."""

from typing import Any

from allauth.account.forms import UserTokenForm
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.account.views import INTERNAL_RESET_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import auto_generate_recovery_codes
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kring.people.actors import account_of
from kring.people.acts import passkeys as acts
from kring.people.acts.linking import is_new
from kring.people.entrance import sure
from kring.people.forms.passkeys import Naming, NewPasskey
from kring.people.models import User

BY_PASSKEY = {"type": Authenticator.Type.WEBAUTHN.value, "passwordless": True}
"""How the library writes down that someone just showed a passkey."""


@login_required
@never_cache
def passkeys(request: HttpRequest) -> HttpResponse:
    """Which passkeys are mine."""
    return render(request, "people/passkeys.html", {"passkeys": acts.of(account_of(request))})


@login_required
@never_cache
def invited(request: HttpRequest) -> HttpResponse:
    """After the first time with a password: would you like an easier way next time?"""
    return render(request, "people/invited.html")


@login_required
@never_cache
@sure
def add(request: HttpRequest) -> HttpResponse:
    """A new passkey.  Beside a password, codes on paper come with it: for when the phone is gone."""
    me = account_of(request)
    form = NewPasskey(request.POST or None, initial={"name": _name_for(request)})
    if not form.is_valid():
        return render(request, "people/passkey_add.html", {"form": form, "question": _question(me)})
    acts.add(me, form.cleaned_data["name"], form.cleaned_data["credential"])
    record_authentication(request, me, "mfa", **BY_PASSKEY)
    messages.success(request, _("Je passkey is bewaard. Voortaan kom je ermee binnen."))
    if me.has_usable_password() and auto_generate_recovery_codes(request):
        return redirect("mfa_view_recovery_codes")
    return redirect("ways:passkeys")


@login_required
@never_cache
@sure
def rename(request: HttpRequest, passkey: int) -> HttpResponse:
    """Another name."""
    row = _mine(request, passkey)
    form = Naming(request.POST or None, initial={"name": row.wrap().name})
    if form.is_valid():
        acts.rename(row, form.cleaned_data["name"])
        return redirect("ways:passkeys")
    return render(request, "people/passkey_rename.html", {"form": form, "passkey": row})


@login_required
@never_cache
@sure
def remove(request: HttpRequest, passkey: int) -> HttpResponse:
    """Take it away, unless it is the last way in."""
    row = _mine(request, passkey)
    if request.method != "POST":
        return render(request, "people/passkey_remove.html", {"passkey": row})
    try:
        acts.remove(account_of(request), row)
    except acts.LastWayInError:
        messages.warning(request, _("Dit is je enige weg naar binnen. Maak eerst een andere passkey."))
    else:
        messages.success(request, _("De passkey is weg. Je kan ook je andere toestellen afmelden."))
    return redirect("ways:passkeys")


@never_cache
def first(request: HttpRequest, uidb36: str) -> HttpResponse:
    """With the link of a new colleague: a passkey in place of a password.  The link is used up by coming in."""
    told = {"uidb36": uidb36, "key": request.session.get(INTERNAL_RESET_SESSION_KEY, "")}
    token = UserTokenForm(data=told)
    if not token.is_valid() or not is_new(token.reset_user):
        return render(request, "account/password_reset_from_key.html", {"token_fail": True})
    user: User = token.reset_user
    form = NewPasskey(request.POST or None, initial={"name": _name_for(request)})
    if not form.is_valid():
        return render(request, "people/passkey_first.html", {"form": form, "question": _question(user)})
    try:
        acts.add_first(user, form.cleaned_data["name"], form.cleaned_data["credential"])
    except acts.NotFirstError:
        return render(request, "account/password_reset_from_key.html", {"token_fail": True})
    del request.session[INTERNAL_RESET_SESSION_KEY]
    record_authentication(request, user, "mfa", **BY_PASSKEY)
    answer: HttpResponse = perform_login(request, Login(user=user))
    return answer


def _question(user: User) -> dict[str, Any]:
    """What the browser is asked for: a key that stays on the device and wants a finger, a face or a PIN."""
    return {"creation_options": auth.begin_registration(user, passwordless=True)}


def _mine(request: HttpRequest, passkey: int) -> Authenticator:
    keys = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.WEBAUTHN)
    return get_object_or_404(keys, pk=passkey)


def _name_for(request: HttpRequest) -> str:
    """A name to begin with: this browser, in words."""
    stay = getattr(request, "stay", None)
    return stay.browser if stay else ""
