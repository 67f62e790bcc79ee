"""What the provider says of how its citizens signed in: two with more than a password, one with that alone."""

from typing import Any, ClassVar

from oauth2_provider.oauth2_validators import OAuth2Validator
from oauthlib.common import Request

LEVELS = {"lotte": ("substantial", ["mfa", "hwk"]), "stranger": ("high", ["mfa"]), "weak": ("low", ["pwd"])}


class Levels(OAuth2Validator):  # type: ignore[misc]  # the provider ships no types
    """The level and the means, in the identity token."""

    oidc_claim_scope: ClassVar[dict[str, str]] = OAuth2Validator.oidc_claim_scope | {"acr": "openid", "amr": "openid"}

    def get_additional_claims(self, request: Request) -> dict[str, Any]:
        level, means = LEVELS[request.user.username]
        return {"acr": level, "amr": means}
