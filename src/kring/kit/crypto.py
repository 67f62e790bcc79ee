"""Encryption of what a person wrote: AES-256-GCM, the key's name in the value, the column bound to the text.

A value reads `k1:<base64 of nonce and ciphertext>`.  The first key of `settings.FIELD_KEYS` writes, all of them read,
so that a key can be replaced while old rows remain readable.
"""

import base64
import binascii
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12


class UnreadableError(ValueError):
    """A stored value cannot be opened: wrong key, wrong column, or changed from outside."""


def encrypt(text: str, *, scope: str) -> str:
    """Close `text` for the column named `scope`."""
    name = next(iter(settings.FIELD_KEYS))
    nonce = os.urandom(NONCE_BYTES)
    closed = _cipher(settings.FIELD_KEYS[name]).encrypt(nonce, text.encode(), scope.encode())
    return f"{name}:{base64.b64encode(nonce + closed).decode()}"


def decrypt(value: str, *, scope: str) -> str:
    """Open a stored value.  Raises `UnreadableError`."""
    name, _, body = value.partition(":")
    keys = settings.FIELD_KEYS
    if name not in keys:
        raise UnreadableError(f"no key named {name!r} for {scope}")
    raw = binascii.a2b_base64(body)
    try:
        return _cipher(keys[name]).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], scope.encode()).decode()
    except InvalidTag as error:
        raise UnreadableError(f"a value of {scope} does not open") from error


@lru_cache(maxsize=16)
def _cipher(key: str) -> AESGCM:
    return AESGCM(base64.b64decode(key))
