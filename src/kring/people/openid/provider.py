"""The OpenID provider as the sign-in library knows it: what Kring asks, and what it keeps of the answer: a seal.

It asks to sign in there anew, and for a subject and nothing else: no name, no mail, no number of the national
register.  Nothing of an address that somebody made up (`?scope=`, `?process=`) is passed on.

What it is made of weighs more than ten megabytes, and most places have no provider: it is not called `people.provider`,
where the library would look for it at start, but is named to the library by `openid.accounts`.
"""

from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.http import HttpRequest, HttpResponse

from kring.people import seals
from kring.people.openid import answer, moment, strength


class Provider(OpenIDConnectProvider):  # type: ignore[misc]  # allauth ships no types
    """One provider of the configuration."""

    oauth2_adapter_class = answer.Checked
    pkce_enabled_default = True

    def returned(self, request: HttpRequest) -> HttpResponse:
        """The page to which somebody comes back from here."""
        page: HttpResponse = OAuth2CallbackView.adapter_view(answer.Checked(request, self.sub_id))(request)
        return page

    def get_pkce_params(self) -> dict[str, str]:
        asked: dict[str, str] = super().get_pkce_params()
        return asked | {"nonce": answer.nonce_of(asked["code_verifier"])}

    def get_auth_params(self) -> dict[str, str]:
        return moment.ANEW | strength.asked(self.app.settings)

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        return {"process": AuthProcess.LOGIN, "next_url": get_next_redirect_url(request)}

    def get_default_scope(self) -> list[str]:
        return ["openid"]

    def extract_uid(self, data: dict[str, Any]) -> str:
        return seals.seal(data["sub"], scope=f"openid.{self.sub_id}")

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:  # we keep none of it
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:  # as above
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:  # a mail address is no proof
        return []
