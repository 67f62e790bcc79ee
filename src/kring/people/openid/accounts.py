"""How the library lets in who comes from a provider: only who was linked beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, _build_apps_from_settings
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from django.http import HttpRequest
from django.utils.module_loading import import_string

from kring.kit import clock
from kring.people.openid.again import shown_again
from kring.people.openid.linking import linked
from kring.people.openid.moment import in_time
from kring.people.openid.refusal import Why, refused

if TYPE_CHECKING:
    from requests import Session

    from kring.people.openid.provider import Provider

KIND: Final = "kring.people.openid.provider.Provider"
"""Loaded when a provider of the settings is asked for, and not at start."""


class Providers(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """No sign-up, no matching by mail, and providers from the settings only: the table of the library stays empty."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        found = _build_apps_from_settings(provider=provider, client_id=client_id)
        if found:
            registry.register(import_string(KIND))
        return [app for apps in found.values() for app in apps]

    def list_providers(self, request: HttpRequest) -> list[Provider]:
        self.list_apps(request)  # only then does the library know what they are
        found: list[Provider] = super().list_providers(request)
        return found

    def get_requests_session(self) -> Session:
        """What we ask of a provider is not passed on to another address."""
        session: Session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        in_time(request, sociallogin)
        process, stay = sociallogin.state.get("process"), request.stay  # type: ignore[attr-defined]  # people.presence
        if process == AuthProcess.REDIRECT:
            raise ImmediateHttpResponse(shown_again(request, sociallogin))
        if stay is not None and stay.is_locked(clock.now()):  # begun before: it does not open the lock
            raise ImmediateHttpResponse(refused(request))
        if process == AuthProcess.CONNECT:
            raise ImmediateHttpResponse(linked(request, sociallogin))
        if not sociallogin.is_existing:
            raise ImmediateHttpResponse(refused(request, Why.UNKNOWN))

    def on_authentication_error(self, request: HttpRequest, provider: object, **told: Any) -> None:
        raise ImmediateHttpResponse(
            refused(request, Why.STOPPED if told.get("error") == AuthError.CANCELLED else Why.WRONG)
        )
