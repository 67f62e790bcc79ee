"""The end of a round to a provider that was begun to link it, by who is signed in or by a new colleague."""

from typing import Any

from allauth.socialaccount.models import SocialLogin
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.people.acts import linking
from kring.people.models import User
from kring.people.openid.refusal import Why, refused


def linked(request: HttpRequest, answer: SocialLogin) -> HttpResponse:
    """Link the subject to who began this, if that is still the same person; nobody is signed in by it."""
    begun: dict[str, Any] = answer.state.get("data") or {}
    user = _who(request, begun)
    if user is None:
        return refused(request)
    try:
        linking.link(user, answer.account.provider, answer.account.uid)
    except linking.TakenError:
        return refused(request, Why.TAKEN)
    if "new" in begun:
        messages.success(request, _("Het is gekoppeld. Meld je er nu mee aan."))
        return redirect("account_login")
    return redirect("openid_linked")


def _who(request: HttpRequest, begun: dict[str, Any]) -> User | None:
    if "own" in begun:
        here = request.user
        return here if isinstance(here, User) and str(here.pk) == begun["own"] else None
    user = User.objects.filter(pk=str(begun.get("new"))).first() if "new" in begun else None
    return user if user and linking.is_new(user) else None
