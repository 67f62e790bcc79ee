"""How strong the sign-in at a provider was: asked where whoever runs Kring says what is enough, and then held to.

`acr` names a level that was agreed with the provider, `amr` the means that were used (OpenID Connect Core 1.0, 2; RFC
8176).  Asking is a wish, so what counts stands in the signed answer.  Without a setting nothing is asked: then what was
agreed when Kring was registered there has to do.
"""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from django.http import HttpRequest

from kring.people.openid.refusal import Why, refused


def asked(settings: dict[str, Any]) -> dict[str, str]:
    """What the provider is asked for, beside a subject."""
    levels = settings.get("acr", [])
    return {"acr_values": " ".join(levels)} if levels else {}


def enough(request: HttpRequest, settings: dict[str, Any], claims: dict[str, Any]) -> None:
    """Stop at an answer that is weaker than what is asked, or says nothing of it."""
    levels, means = settings.get("acr", []), settings.get("amr", [])
    told = claims.get("amr")
    used = set(map(str, told)) if isinstance(told, list) else set()
    if (levels and claims.get("acr") not in levels) or (means and not used & set(means)):
        raise ImmediateHttpResponse(refused(request, Why.WEAK))
