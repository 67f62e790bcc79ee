"""Is it still the same person?  What opens a locked screen: the own PIN, a passkey, or the password.

Beside a password, a code of one's phone is asked for where that is switched on: a lock is no way around it.
"""

import json
from enum import StrEnum
from typing import Any

from django.contrib.auth.hashers import check_password

from kring.people.acts import pins
from kring.people.forms.passkeys import OnceMore
from kring.people.forms.ways_in import SecondStepAgain
from kring.people.models import Pin, User
from kring.people.passwords import has_passkey, has_second_factor


class Shown(StrEnum):
    """What someone showed of itself."""

    SAME = "same"
    WRONG = "wrong"
    HALF = "half"  # the password is right, the code of the phone is still to come


def shown(user: User, told: dict[str, Any]) -> Shown:
    """Weigh what was filled in.  Who has a passkey shows that or the PIN: a password alone is less than signing in."""
    if told.get("credential"):
        return _same(OnceMore({"credential": json.dumps(told["credential"])}, user=user).is_valid())
    pin = Pin.objects.filter(person=user.person_id).first()
    if pins.fits(told["code"], pin):
        return Shown.SAME
    if not check_password(told["code"], user.password):
        return Shown.WRONG
    if not has_second_factor(user):
        return _same(not has_passkey(user))
    if not told["second"]:
        return Shown.HALF
    return _same(SecondStepAgain({"code": told["second"]}, user=user).is_valid())


def _same(is_so: bool) -> Shown:
    return Shown.SAME if is_so else Shown.WRONG
