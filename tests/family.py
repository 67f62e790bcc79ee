"""The cast, as tests meet it: by name, through a browser, at the pages they see."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.crypto import get_random_string

from kring.access.door import Door, open_door
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.demo.cast import Seeded
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.kit.sessions import SessionStore
from kring.law.access import Section
from kring.people.actors import VIEWING, Actor, ActorKind
from kring.people.acts.stays import BACKEND
from kring.people.models import User


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside, did not happen."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def sign_in(browser: Client, user: User) -> None:
    """What `Client.force_login` leaves behind: a session of this account alone, and that it was ever in.

    Written once: to sign somebody in, the framework makes a session, makes it again under another key, and fills it.
    """
    User.objects.filter(pk=user.pk).update(last_login=clock.now())
    session = SessionStore(get_random_string(32, "abcdefghijklmnopqrstuvwxyz0123456789"))
    session._session_cache = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: BACKEND,
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    session.save(must_create=True)
    browser.cookies[settings.SESSION_COOKIE_NAME] = session.session_key or ""


@dataclass(frozen=True, slots=True)
class Child:
    """A child of the cast: where its place is."""

    dossier: UUID


class Family:
    """Everyone, and what they can reach."""

    seeded: ClassVar[Seeded]

    def __init__(self) -> None:
        self.start = self.lines_of_the_log()
        self.viewings: dict[str, UUID] = {}
        """In whose session which viewing beside a worker was begun (R17)."""

    @property
    def noor(self) -> Child:
        return Child(self.seeded.dossiers["noor"])

    @property
    def sem(self) -> Child:
        return Child(self.seeded.dossiers["sem"])

    def person(self, name: str) -> UUID:
        """The person with a way in."""
        return self.seeded.persons[name]

    def member(self, name: str) -> UUID:
        """The member of Noor's circle (Sem's: `sem_...`)."""
        return self.seeded.members[name]

    def actor(self, name: str) -> Actor:
        """Someone of the cast, signed in."""
        return Actor(ActorKind.SESSION, self.person(name), viewing=self.viewings.get(name))

    def door(self, name: str, section: Section = Section.CIRCLE, *, child: str = "noor") -> Door:
        """The door of a child, opened by someone; raises where it stays shut."""
        return open_door(self.actor(name), self.seeded.dossiers[child], section)

    def browser(self, name: str | None) -> Client:
        """A browser in which someone of the cast is signed in; `None`: nobody."""
        client = Client()
        if name:
            sign_in(client, User.objects.get(person=self.person(name)))
        if name in self.viewings:
            session = client.session
            session[VIEWING] = str(self.viewings[name])
            session.save()
        return client

    def url(self, page: str, *, child: str = "noor", **parts: Any) -> str:
        """The address of a page about a child."""
        return reverse(page, kwargs={"dossier": self.seeded.dossiers[child], **parts})

    def page(self, page: str, *, seen_by: str, child: str = "noor", **parts: Any) -> str:
        """What someone reads on a page."""
        return self.browser(seen_by).get(self.url(page, child=child, **parts)).content.decode()

    def log(self, event: Event) -> int:
        """How many times this was written in the log since the test began."""
        return Entry.objects.filter(event=event.value, seq__gt=self.start).count()

    @staticmethod
    def lines_of_the_log() -> int:
        """How long the log is now."""
        return Entry.objects.count()

    @staticmethod
    def once() -> str:
        """A once-token, as a form carries one."""
        return str(uuid7())
