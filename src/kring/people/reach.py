"""Where someone may be reached: the own address of a colleague, and of others only the channel that it called safe."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from kring.kit import clock
from kring.people.models import Channel, Post, User, Way


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
    """The channels of several people, in one statement; who has none is not among them."""
    return {key: one.channel for key, one in reached_of(persons, on=on).items() if one.channel}


@dataclass(frozen=True, slots=True)
class Reached:
    """By which channel somebody is reached, and whether it ever came in here."""

    channel: Channel | None
    never_came: bool
    """It got a way in, and opened none of them: what is said to it, it does not find."""


def reached_of(persons: Collection[UUID], *, on: date) -> dict[UUID, Reached]:
    """The same of each who has an account, with whether it ever came in; one statement."""
    mine = Way.objects.filter(person=OuterRef("person"))
    told = {
        "works": Exists(Post.objects.current(on).filter(person=OuterRef("person"))),
        "given": Exists(mine),
        "opened": Exists(mine.filter(opened_at__isnull=False)),
    }
    here: Iterable[Any] = (
        User.objects.filter(person__in=persons, is_active=True).select_related("person__channel").annotate(**told)
    )
    return {
        user.person_id: Reached(
            _reach(user, getattr(user.person, "channel", None), works=user.works),
            never_came=user.given and not user.opened and user.last_login is None,
        )
        for user in here
    }


def _reach(user: User, channel: Channel | None, *, works: bool) -> Channel | None:
    if works:
        channel = channel or default_of(user.person_id)
        channel.address = user.email or ""
    return channel if channel and channel.is_safe and channel.address else None
