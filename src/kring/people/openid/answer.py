"""The answer of an OpenID provider, checked to the end before anybody is let in (OpenID Connect Core 1.0, 3.1.3.7).

The sign-in library trusts the line to the provider and skips the signature, sends no nonce, takes the algorithm from
the token itself and needs no date of expiry.  Here: the signature by a key that the provider publishes now, with an
algorithm from our list; issuer, audience, expiry, age; and a nonce, which is a seal of the PKCE verifier, so that it
holds for this browser and this one attempt.
"""

from typing import Any, Final

import jwt
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from requests import RequestException

from kring.kit import clock
from kring.people import seals
from kring.people.openid import strength
from kring.people.openid.moment import SLACK
from kring.people.openid.refusal import refused

ALGORITHMS: Final = ("RS256", "PS256", "ES256")
OLDEST: Final = 10 * 60
LONGEST_SUBJECT: Final = 255  # OpenID Connect Core 1.0, 2
NEEDED: Final = ["iss", "sub", "aud", "exp", "iat", "nonce"]


def nonce_of(verifier: str) -> str:
    """What the provider must say back: only who holds the verifier, in the session, can tell it."""
    return seals.seal(verifier, scope="openid.nonce")


def moment_of(claims: dict[str, Any]) -> float | None:
    """When this person signed in at the provider, if it says so.  Raises `OAuth2Error` for what is no moment."""
    told = claims.get("auth_time")
    if told is not None and (isinstance(told, bool) or not isinstance(told, int | float)):
        raise OAuth2Error("a moment that is none")
    return told


class Checked(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth ships no types
    """One round to the provider and back."""

    nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself; it must call itself by the address that we were given."""
        try:
            found: dict[str, Any] = super().openid_config
            said = found["issuer"].rstrip("/")
        except (RequestException, ValueError, KeyError, AttributeError) as error:
            raise ImmediateHttpResponse(refused(self.request)) from error
        if said != self.get_provider().app.settings["server_url"]:
            raise ImmediateHttpResponse(refused(self.request))
        return found

    def get_access_token_data(
        self, request: HttpRequest, app: SocialApp, client: OAuth2Client, pkce_code_verifier: str | None = None
    ) -> dict[str, Any]:
        if not pkce_code_verifier:
            raise OAuth2Error("begun without a verifier")
        self.nonce = nonce_of(pkce_code_verifier)
        told: dict[str, Any] = super().get_access_token_data(request, app, client, pkce_code_verifier)
        return told

    def parse_token(self, data: dict[str, Any]) -> SocialToken:  # the access token is of no use to us
        return SocialToken(token="")

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **told: Any) -> SocialLogin:
        claims = self._checked(app.client_id, told["response"].get("id_token"))
        strength.enough(request, app.settings, claims)
        answer: SocialLogin = self.get_provider().sociallogin_from_response(request, claims)
        answer.moment = moment_of(claims)
        return answer

    def _checked(self, client: str, token: object) -> dict[str, Any]:
        try:
            key = self._key_of(str(token))
            claims: dict[str, Any] = jwt.decode(
                str(token),
                key,
                algorithms=[key.algorithm_name],
                audience=client,
                issuer=self.openid_config["issuer"],
                leeway=SLACK,
                options={"require": NEEDED},
            )
        except (jwt.PyJWTError, RequestException, ValueError, KeyError, TypeError, AttributeError) as error:
            raise OAuth2Error("the identity token does not hold") from error
        if not self._is_for_us(claims, client):
            raise OAuth2Error("the identity token is of another attempt")
        return claims

    def _key_of(self, token: str) -> jwt.PyJWK:
        """The key that the provider publishes now under the name that the token gives."""
        named = jwt.get_unverified_header(token)["kid"]
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
            keys = jwt.PyJWKSet.from_dict(answer.json())
        key = keys[named]
        if key.algorithm_name not in ALGORITHMS or key.public_key_use not in {None, "sig"}:
            raise OAuth2Error("signed with something that is not for signing")
        return key

    def _is_for_us(self, claims: dict[str, Any], client: str) -> bool:
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        party = claims.get("azp", None if several else client)
        age = clock.now().timestamp() - claims["iat"]
        subject = claims["sub"]
        return (
            party == client
            and constant_time_compare(str(claims["nonce"]), self.nonce)
            and age <= OLDEST + SLACK
            and 0 < len(subject) <= LONGEST_SUBJECT
        )
