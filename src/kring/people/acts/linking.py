"""A provider is linked to an account by the person itself, beforehand; nobody is matched by a name or an address."""

from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, transaction

from kring.audit import chain
from kring.audit.events import Event
from kring.people.actors import ActorKind
from kring.people.acts import messages
from kring.people.models import User


class TakenError(Exception):
    """This subject is linked to somebody else."""


def link(user: User, provider: str, uid: str) -> None:
    """From now on this subject of the provider comes in as this person.  Raises `TakenError`."""
    held = SocialAccount.objects.filter(provider=provider, uid=uid).first()
    if held and held.user_id == user.pk:
        return
    if held:
        raise TakenError
    try:
        with transaction.atomic():
            SocialAccount.objects.create(user=user, provider=provider, uid=uid, extra_data={})
            messages.tell_of_way_in(user.person_id)
            _tell(Event.PROVIDER_LINKED, user, provider)
    except IntegrityError as error:
        raise TakenError from error


def is_new(user: User) -> bool:
    """Somebody who was welcomed and never came in: the welcome link is the proof, and it works once."""
    return user.is_active and user.last_login is None and not user.has_usable_password()


def unlink(user: User, provider: str) -> None:
    """This provider opens nothing for this person any more."""
    with transaction.atomic():
        gone, _ = SocialAccount.objects.filter(user=user, provider=provider).delete()
        if gone:
            messages.tell_of_way_in(user.person_id)
            _tell(Event.PROVIDER_UNLINKED, user, provider)


def _tell(event: Event, user: User, provider: str) -> None:
    kind = ActorKind.SESSION.value
    chain.append(
        chain.Line(event=event, actor_kind=kind, actor=user.person_id, subject=user.person_id, codes=(provider,))
    )
