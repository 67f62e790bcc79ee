"""Where someone may be reached: the own address of a colleague, and of others only the channel that it called safe."""

from datetime import date
from uuid import UUID

from kring.kit import clock
from kring.people.models import Channel, Post, User


def reach_of(person: UUID, *, on: date) -> Channel | None:
    """The channel of someone, or nothing: then nothing is sent (R26; quality.md 4, "family mail").

    A colleague has one by having an account; who chose "nowhere" has none, and who may not come in has none either.
    """
    user = User.objects.filter(person=person, is_active=True).first()
    channel = Channel.objects.filter(person=person).first()
    if user and works(person, on=on):
        channel = channel or default_of(person)
        channel.address = user.email or ""
    return channel if user and channel and channel.is_safe and channel.address else None


def works(person: UUID, *, on: date) -> bool:
    """Whether someone is a colleague: then there is an address of the work."""
    return Post.objects.current(on).filter(person=person).exists()


def default_of(person: UUID) -> Channel:
    """A colleague who chose nothing: one mail a day at most."""
    return Channel(person_id=person, is_safe=True, set_at=clock.now())
