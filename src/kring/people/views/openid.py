"""Signing in with a provider (ACM/IDM, itsme), and linking one to the own account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.forms import UserTokenForm
from allauth.account.views import INTERNAL_RESET_SESSION_KEY
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST  # noqa: TID251  # the same for everyone and for every id

from kring.people.actors import ActorKind, actor_of
from kring.people.acts import linking
from kring.people.entrance import sure
from kring.people.models import User
from kring.people.openid import moment
from kring.people.presence import opens_locked

if TYPE_CHECKING:
    from kring.people.openid.provider import Provider


@never_cache
@require_POST
def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the provider, to come in."""
    return _off(request, provider_id)


@opens_locked
@never_cache
@require_GET
def answered(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the provider."""
    return _provider(request, provider_id).returned(request)


@opens_locked
@never_cache
@require_POST
@login_required
def again(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the provider, to show once more who one is: for a locked screen, and before what is grave."""
    return _off(request, provider_id, process=AuthProcess.REDIRECT, data={"again": str(_owner(request).pk)})


@never_cache
@require_POST
def first(request: HttpRequest, provider_id: str) -> HttpResponse:
    """A new colleague, with the welcome link in hand, links a provider in place of choosing a password."""
    known = {"uidb36": request.POST.get("uidb36"), "key": request.session.get(INTERNAL_RESET_SESSION_KEY, "")}
    link = UserTokenForm(known)
    if not link.is_valid() or not linking.is_new(link.reset_user):
        return redirect("account_reset_password")
    return _off(request, provider_id, process=AuthProcess.CONNECT, data={"new": str(link.reset_user.pk)})


@never_cache
@login_required
@sure
def linked(request: HttpRequest) -> HttpResponse:
    """Which providers are linked to the own account."""
    user = _owner(request)
    held = set(SocialAccount.objects.filter(user=user).values_list("provider", flat=True))
    ways = [(one, one.app.provider_id in held) for one in get_adapter().list_providers(request)]
    return render(request, "account/openid_linked.html", {"ways": ways})


@never_cache
@require_POST
@login_required
@sure
def link(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the provider, to link it."""
    data = {"own": str(_owner(request).pk)}
    return _off(request, provider_id, process=AuthProcess.CONNECT, data=data)


@never_cache
@require_POST
@login_required
@sure
def unlink(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Not with this provider any more."""
    linking.unlink(_owner(request), provider_id)
    return redirect("openid_linked")


def _provider(request: HttpRequest, provider_id: str) -> Provider:
    try:
        found: Provider = get_adapter().get_provider(request, provider_id)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    return found


def _off(request: HttpRequest, provider_id: str, **how: Any) -> HttpResponse:
    provider = _provider(request, provider_id)
    wanted = provider.get_redirect_from_request_kwargs(request) | how
    wanted["data"] = moment.begun() | wanted.get("data", {})
    try:
        sent: HttpResponse = provider.redirect(request, **wanted)
    except ImmediateHttpResponse as told:
        sent = told.response
    return sent


def _owner(request: HttpRequest) -> User:
    """Whose account this is; who came in by a link or by pictures has none to link to."""
    actor, user = actor_of(request), request.user
    if not isinstance(user, User) or actor is None or actor.kind != ActorKind.SESSION or actor.is_small:
        raise Http404(reverse("account_login"))
    return user
