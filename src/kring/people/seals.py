"""What a way in leans on: long random tokens of which we keep only a seal, and short codes of which we keep a hash."""

import hashlib
import hmac
import secrets
from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password

TOKEN_BYTES = 24


def new_token() -> str:
    """A token of 192 bits that fits in an address or a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def seal(token: str, *, scope: str) -> str:
    """What we keep of a token: an HMAC under the program's own key, 64 hexadecimal digits.

    `scope` keeps the seals of a link, a card and a device apart, so that one never passes for another.
    """
    key = hashlib.sha256(f"kring.seal.{scope}.{settings.SECRET_KEY}".encode()).digest()
    return hmac.new(key, token.encode(), hashlib.sha256).hexdigest()


def hashed(code: str) -> str:
    """What we keep of a PIN or a row of pictures: Argon2, with a salt."""
    return make_password(code)


def fits(code: str, kept: str) -> bool:
    """Whether this is the code; as slow for who has none as for a wrong one, so that time tells nothing."""
    return check_password(code, kept or _nobody()) and bool(kept)


@cache
def _nobody() -> str:
    """A hash that nothing fits; made once, because making it is as slow as checking it."""
    return make_password(new_token())
