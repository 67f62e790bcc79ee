"""When someone showed the provider who it is: every round asks to sign in there anew, and the answer says when.

Asking is a wish: whoever sits at the browser can take `prompt` and `max_age` out of the address.  So what counts is
`auth_time` in the signed answer (OpenID Connect Core 1.0, 2 and 3.1.2.1).  An old one is refused in every round: a
sign-in that is still open at the provider would else pass the locked screen by.  None at all brings someone in, since
not every provider tells it, but never shows once more who somebody is (`openid.again`).
"""

from typing import Final

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest

from kring.kit import clock
from kring.people.openid.refusal import Why, refused

ANEW: Final = {"prompt": "login", "max_age": "0"}
SLACK: Final = 60
"""Seconds by which two clocks may differ."""


def begun() -> dict[str, float]:
    """What is remembered of a round: since when."""
    return {"since": clock.now().timestamp()}


def in_time(request: HttpRequest, answer: SocialLogin) -> None:
    """Stop at an answer that leans on a sign-in of before this round, or of a moment that is still to come."""
    since: float = (answer.state.get("data") or {}).get("since", float("inf"))
    if answer.moment is not None and not since - SLACK <= answer.moment <= clock.now().timestamp() + SLACK:
        raise ImmediateHttpResponse(refused(request, Why.OLD))
