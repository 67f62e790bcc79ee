"""Adding, naming and removing a passkey: in the log, without its name."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from kring.audit import chain
from kring.audit.events import Event
from kring.people.actors import ActorKind
from kring.people.acts import messages
from kring.people.acts.linking import is_new
from kring.people.models import Device, Pin, User
from kring.people.passwords import has_account


class LastWayInError(Exception):
    """Without this passkey, nothing would be left to come in with."""


class NotFirstError(Exception):
    """Somebody made a way in with this link a moment ago."""


def of(user: User) -> list[Authenticator]:
    """Someone's passkeys, the first one first."""
    return list(Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.WEBAUTHN).order_by("pk"))


def add(user: User, name: str, credential: dict[str, Any]) -> None:
    """Keep a passkey that was just made, and looked at by the form."""
    with transaction.atomic():
        WebAuthn.add(user, name, credential)
        messages.tell_of_way_in(user.person_id)
        _tell(Event.PASSKEY_ADDED, user)


def add_first(user: User, name: str, credential: dict[str, Any]) -> None:
    """Keep the first passkey of a new colleague, who has nothing else yet.

    Raises `NotFirstError` for the second of two at once: the link in hand holds until somebody comes in with it.
    """
    with transaction.atomic():
        now = User.objects.select_for_update().get(pk=user.pk)
        if not is_new(now) or has_account(now):
            raise NotFirstError
        add(now, name, credential)


def rename(key: Authenticator, name: str) -> None:
    """Give a passkey another name."""
    key.wrap().name = name
    key.save(update_fields=["data"])


def remove(user: User, key: Authenticator) -> None:
    """Take a passkey away, and the codes on paper with the last second factor.  Raises `LastWayInError`."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        mine = Authenticator.objects.filter(user_id=user.pk)
        others = mine.exclude(pk=key.pk)
        if not others.filter(type=Authenticator.Type.WEBAUTHN).exists() and not _comes_in_otherwise(user):
            raise LastWayInError
        key.delete()
        if not others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            others.delete()
        messages.tell_of_way_in(user.person_id)
        _tell(Event.PASSKEY_REMOVED, user)


def _comes_in_otherwise(user: User) -> bool:
    """With a password or a provider; or, for who has neither, with the own PIN on a phone that Kring knows."""
    if user.has_usable_password() or SocialAccount.objects.filter(user=user.pk).exists():
        return True
    phone = Device.objects.filter(person=user.person_id, ended_at=None)
    return Pin.objects.filter(person=user.person_id).exists() and phone.exists()


def _tell(event: Event, user: User) -> None:
    me = user.person_id
    chain.append(chain.Line(event=event, actor_kind=ActorKind.SESSION.value, actor=me, subject=me))
