"""What a colleague sees of the house: the fixed contact, and for some the teams with who works in them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from allauth.mfa.models import Authenticator

from kring.people.forms.house import ROLE_WORDS
from kring.people.hosting import host_of
from kring.people.models import Post, User
from kring.people.standing import Standing
from kring.people.welcome import tellers

STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class Place:
    """One post, as it is shown: who, as what, and whether this colleague ever signed in."""

    post: Post
    word: object

    @property
    def waits(self) -> bool:
        """Whether the link to choose a password was never used."""
        user = getattr(self.post.person, "user", None)
        return user is not None and user.last_login is None


@dataclass(frozen=True, slots=True)
class Group:
    """A team with who works in it; without a name: the colleagues of the whole house."""

    name: str
    places: list[Place]


@dataclass(frozen=True)
class Overview:
    """The house of one organisation on one day.  Two statements: posts and teams."""

    standing: Standing
    on: date

    @cached_property
    def places(self) -> list[Place]:
        """Everyone who works here, by name."""
        held = Post.objects.current(self.on).filter(organisation=self.standing.organisation)
        rows = held.select_related("person__user", "team")
        return sorted(
            (Place(row, ROLE_WORDS[row.role]) for row in rows), key=lambda one: one.post.person.call_name.lower()
        )

    @cached_property
    def groups(self) -> list[Group]:
        """The teams, and before them who works for the whole house; empty teams too."""
        by_team: defaultdict[UUID | None, list[Place]] = defaultdict(list)
        for place in self.places:
            by_team[place.post.team_id].append(place)
        teams = [Group(team.name, by_team[team.pk]) for team in self.standing.organisation.teams.order_by("name")]
        return [*([Group("", by_team[None])] if by_team[None] else []), *teams]

    @property
    def am_host(self) -> bool:
        """Whether this colleague hosts the meetings of people who stand beside a child (C138)."""
        here = {place.post.person_id for place in self.places}
        return host_of(self.standing.organisation, here) == self.standing.person.pk

    @cached_property
    def waiting(self) -> int:
        """How many colleagues never used the link to come in."""
        return len({place.post.person_id for place in self.places if place.waits})

    @cached_property
    def told_by_me(self) -> list[User]:
        """The beginners to whom this colleague tells the digits of their link, where that is its task (`welcome`)."""
        here = Post.objects.current(self.on).filter(organisation=self.standing.organisation)
        if self.standing.may_change or not self.beginners:
            return []
        return self.beginners if self.standing.person in tellers(here) else []

    @cached_property
    def beginners(self) -> list[User]:
        """Colleagues who never came in.  One statement."""
        here = Post.objects.current(self.on).filter(organisation=self.standing.organisation)
        rows = User.objects.filter(person__in=here.values("person"), last_login=None, is_active=True)
        return list(rows.select_related("person").order_by("pk"))

    @cached_property
    def with_one_step(self) -> int:
        """How many colleagues come in with a password alone: no passkey, no second step.  One statement."""
        here = {place.post.person_id for place in self.places if not place.waits}
        users = User.objects.filter(person__in=here, is_active=True)
        return users.exclude(pk__in=Authenticator.objects.filter(type__in=STRONG).values("user")).count()

    @cached_property
    def gaps(self) -> frozenset[str]:
        """What is missing for trust persons and JIMs to have someone to fall back on: an alarm, in words (R13)."""
        house = self.standing.organisation
        here = {place.post.person_id for place in self.places}
        found = {
            "contact": house.contact_id is None,
            "contact_left": house.contact_id is not None and house.contact_id not in here,
            "deputy": house.deputy_id is None,
            "deputy_left": house.deputy_id is not None and house.deputy_id not in here,
        }
        return frozenset(name for name, missing in found.items() if missing)
