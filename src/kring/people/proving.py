"""A mail address is used once who reads it typed over a code that was sent there: nobody can choose somebody else's.

What was chosen waits in the session, which lies closed in the database, so that a scanner of mail that opens addresses
proves nothing and only this browser ends what it began.
"""

import logging
import secrets
from dataclasses import asdict
from datetime import timedelta
from smtplib import SMTPException
from typing import Any, Final

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from kring.kit import clock
from kring.people import mail, seals
from kring.people.acts import attempts
from kring.people.acts.messages import Chosen

log = logging.getLogger(__name__)
KEY: Final = "channel"
HOLDS_FOR: Final = timedelta(minutes=15)
TRIES: Final = 5


def begin(request: HttpRequest, chosen: Chosen, *, whom: str) -> bool:
    """Send a code to the address that was chosen.  False: it could not leave, or too many were asked for."""
    if not attempts.may_try(request, "channel", whom):
        return False
    code = f"{secrets.randbelow(10**6):06}"
    try:
        mail.written("people/code.txt", chosen.address, code=code).send()
    except (OSError, SMTPException):
        log.warning("a code for an address could not be sent")
        return False
    until = (clock.now() + HOLDS_FOR).timestamp()
    sealed = seals.seal(code, scope=KEY)
    request.session[KEY] = {"chosen": asdict(chosen), "code": sealed, "until": until, "left": TRIES}
    return True


def waits(request: HttpRequest) -> bool:
    """Whether a code was sent that may still be typed."""
    told: dict[str, Any] = request.session.get(KEY) or {}
    return bool(told) and told["left"] > 0 and clock.now().timestamp() < told["until"]


def proved(request: HttpRequest, code: str) -> Chosen | None:
    """What was chosen, when this is the code; each wrong one is a try less, and after five another is needed."""
    if not waits(request):
        return None
    told = request.session[KEY]
    if constant_time_compare(seals.seal(code, scope=KEY), told["code"]):
        forget(request)
        return Chosen(**told["chosen"])
    request.session[KEY] = told | {"left": told["left"] - 1}
    return None


def forget(request: HttpRequest) -> None:
    """Nothing waits any more."""
    request.session.pop(KEY, None)
