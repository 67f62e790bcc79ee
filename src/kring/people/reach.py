"""Where someone may be reached: the own address of a colleague, and of others only the channel that it called safe."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from kring.kit import clock
from kring.people.models import Channel, Post, User


def reach_of(person: UUID, *, on: date) -> Channel | None:
    """The channel of someone, or nothing: then nothing is sent (R26; quality.md 4, "family mail").

    A colleague has one by having an account; who chose "nowhere" has none, and who may not come in has none either.
    """
    return reaches_of([person], on=on).get(person)


def works(person: UUID, *, on: date) -> bool:
    """Whether someone is a colleague: then there is an address of the work."""
    return Post.objects.current(on).filter(person=person).exists()


def default_of(person: UUID) -> Channel:
    """A colleague who chose nothing: one mail a day at most."""
    return Channel(person_id=person, is_safe=True, set_at=clock.now())


def reaches_of(persons: Collection[UUID], *, on: date) -> dict[UUID, Channel]:
    """The channels of several people, in two statements; who has none is not among them."""
    here = User.objects.filter(person__in=persons, is_active=True).select_related("person__channel")
    users = {user.person_id: user for user in here}
    channels = {key: getattr(user.person, "channel", None) for key, user in users.items()}
    colleagues = set(Post.objects.current(on).filter(person__in=persons).values_list("person_id", flat=True))
    found = {key: _reach(user, channels.get(key), works=key in colleagues) for key, user in users.items()}
    return {key: channel for key, channel in found.items() if channel}


def _reach(user: User, channel: Channel | None, *, works: bool) -> Channel | None:
    if works:
        channel = channel or default_of(user.person_id)
        channel.address = user.email or ""
    return channel if channel and channel.is_safe and channel.address else None
