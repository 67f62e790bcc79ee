"""A passkey lies closed in the database: its name and what it is known by, as the other second factors do (`adapters`).

The library writes them as they are; so they are closed just before they are saved, and opened when they are read.
"""

import json
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models.signals import post_init, post_save, pre_save  # noqa: TID251  # a row of the library, not of ours
from django.dispatch import receiver  # noqa: TID251  # it asks nobody how a passkey is kept

from kring.kit import crypto
from kring.people.adapters import SECOND_FACTOR

CLOSED = "closed"


@receiver([post_init, post_save], sender=Authenticator)
def opened(instance: Authenticator, **_: Any) -> None:
    """What is read is open in memory."""
    data = instance.__dict__.get("data") or {}
    if CLOSED in data:
        instance.data = json.loads(crypto.decrypt(data[CLOSED], scope=SECOND_FACTOR))


@receiver(pre_save, sender=Authenticator)
def closed(instance: Authenticator, **_: Any) -> None:
    """What is written is closed; the codes close their own secret."""
    if instance.type == Authenticator.Type.WEBAUTHN:
        instance.data = {CLOSED: crypto.encrypt(json.dumps(instance.data), scope=SECOND_FACTOR)}
