"""Who opens a door: a session, a link, a token or a job.  Each opens one and calls the same acts."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.http import HttpRequest

from kring.people.models import User


class ActorKind(StrEnum):
    """By which way someone came in."""

    SESSION = "session"
    LINK = "link"
    TOKEN = "token"  # noqa: S105  # a kind of actor, not a secret
    JOB = "job"


class NobodyError(Exception):
    """Only a person can do this."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts: the way in, and the person.  A job of the house itself has no person, and opens no door."""

    kind: ActorKind
    person: UUID | None

    @property
    def somebody(self) -> UUID:
        """The person who acts.  Raises `NobodyError` for a job of the house."""
        if self.person is None:
            raise NobodyError
        return self.person


def actor_of(request: HttpRequest) -> Actor | None:
    """The actor of a request, or nobody when it came without a way in."""
    user = request.user
    if not isinstance(user, User) or not user.is_active:
        return None
    return Actor(ActorKind.SESSION, user.person_id)
