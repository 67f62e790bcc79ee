"""Who opens a door: a session, a link, a token or a job.  Each opens one and calls the same acts."""

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from django.http import HttpRequest

from kring.kit import clock
from kring.people.just_before import a_worker_was_here
from kring.people.models import UNTIL_ASKED, User, WayKind

VIEWING = "viewing"
"""Under which name a session remembers the viewing that was begun in it."""


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
    way: UUID | None = None
    """The link it came in by: that opens only what it was given for."""
    is_small: bool = False
    """A child that came in by pictures: only its own drawing, story and picture pages."""
    is_unsure: bool = False
    """Came in with digits chosen anew with a card, or with pictures: what is closed to who made them is closed (R8)."""
    is_to_be_asked: bool = False
    """Came in with digits of which no day makes sure that they are the child's: somebody asks it (R7)."""
    pictures_known: bool = False
    """Came in with pictures that somebody chose with the child, or that it chose alone only lately."""
    beside_worker: bool = False
    """Came in with pictures of its own, on a device where a worker was just in."""
    viewing: UUID | None = None
    """The viewing beside a worker that began in this very session: on another device nobody sits beside it (R17)."""

    @property
    def somebody(self) -> UUID:
        """The person who acts.  Raises `NobodyError` for a job of the house."""
        if self.person is None:
            raise NobodyError
        return self.person


def account_of(request: HttpRequest) -> User:
    """The account of who is signed in.  Raises `NobodyError`."""
    if not isinstance(request.user, User):
        raise NobodyError
    return request.user


def actor_of(request: HttpRequest) -> Actor | None:
    """The actor of a request, or nobody when it came without a way in."""
    user, stay = request.user, getattr(request, "stay", None)
    if not isinstance(user, User) or not user.is_active:
        return None
    way = stay.way if stay else None
    if way is None or way.kind == WayKind.CARD:
        viewing, person = request.session.get(VIEWING), user.person_id
        actor = Actor(ActorKind.SESSION, person, viewing=UUID(viewing) if viewing else None)
        if stay is None or not stay.is_unsure(clock.now()):
            return actor
        return replace(actor, is_unsure=True, is_to_be_asked=stay.waits_until == UNTIL_ASKED)
    if way.kind == WayKind.PICTURES:
        # Pictures are chosen beside a worker, who knows them; also those of its own are easily seen by another.
        own = way.is_its_own
        beside = own and a_worker_was_here(request, clock.now())
        small = Actor(ActorKind.SESSION, user.person_id, is_small=True, is_unsure=True)
        return replace(small, pictures_known=not own, beside_worker=beside)
    return Actor(ActorKind.LINK, user.person_id, way=way.pk)
