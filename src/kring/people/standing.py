"""What a colleague may do in the house of its own organisation.  It opens no dossier: only an involvement does (R7)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import DateField, Exists, OuterRef, QuerySet, UUIDField

from kring.kit.prepared import Open, Prepared
from kring.law.endings import UNREACHABLE
from kring.law.support import Outcome
from kring.people.actors import Actor
from kring.people.calling import Caller, Calls, callers, with_callers
from kring.people.models import Gathering, HouseRule, Organisation, PeerYes, Person, Post, Role, Team, Volunteer

CHANGES = frozenset({Role.MANAGER, Role.DIRECTOR})
SEES_COLLEAGUES = CHANGES | {Role.TEAM_LEAD}
WITH_A_TEAM = frozenset({Role.WORKER, Role.TEAM_LEAD})
"""Roles that are always held in a team."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Someone's posts in one organisation, on a day."""

    actor: Actor
    posts: tuple[Post, ...]
    on: date

    @property
    def organisation(self) -> Organisation:
        """The organisation these posts are in."""
        organisation: Organisation = self.posts[0].organisation
        return organisation

    @property
    def person(self) -> Person:
        """Whose posts these are."""
        person: Person = self.posts[0].person
        return person

    @property
    def roles(self) -> frozenset[Role]:
        """Every role this colleague has."""
        return frozenset(Role(post.role) for post in self.posts)

    @property
    def may_change(self) -> bool:
        """May add colleagues and teams, and name the fixed contact."""
        return bool(self.roles & CHANGES)

    @property
    def may_see_colleagues(self) -> bool:
        """May see who works in which team."""
        return bool(self.roles & SEES_COLLEAGUES)

    @property
    def is_asked_for(self) -> bool:
        """Whether a child wants to get to know a volunteer of the pool that this colleague keeps, not asked yet."""
        return self.may_see_colleagues and bool(getattr(self.posts[0], "wanted", False))

    @property
    def is_to_host(self) -> bool:
        """Whether somebody beside a child wants to meet others, none is planned, and this colleague hosts that (C138).

        Never who, nor how many: of one alone nothing is said, for who knows of one JIM would read that it is that one.
        """
        house, gap = self.organisation, self.callers[0].gap
        host = house.deputy_id if gap in UNREACHABLE else house.contact_id
        return host == self.person.pk and bool(getattr(self.posts[0], "peers", False))

    @property
    def is_asked_of_a_rule(self) -> bool:
        """Whether a rule of the house was asked about, and this colleague is one who says what becomes of it (A248)."""
        return self.may_see_colleagues and bool(getattr(self.posts[0], "rules", False))

    @property
    def last_day(self) -> date | None:
        """The last day of working with children here, when it was said beforehand; not while another post lasts."""
        days = [post.until_on for post in self.posts if post.holds(Role.WORKER)]
        return None if None in days else max((day for day in days if day), default=None)

    @property
    def callers(self) -> tuple[Caller, ...]:
        """Whom who stands beside a child can call here, and until when."""
        return tuple(callers(self.organisation, self.posts[0], self.on, self.person.pk))

    @property
    def is_called(self) -> str:
        """As what who stands beside a child calls this colleague, where its number stands there; else nothing."""
        house, me = self.organisation, self.person.pk
        if me == house.contact_id and house.contact_phone:
            return Calls.CONTACT.value
        return Calls.DEPUTY.value if me == house.deputy_id and house.deputy_phone else ""

    @property
    def teams(self) -> tuple[Team, ...]:
        """The teams in which this colleague works with children."""
        return tuple(post.team for post in self.posts if post.team and post.holds(Role.WORKER))


def standing_of(actor: Actor, on: date) -> Standing | None:
    """What someone is in the house on a day; nothing for who has no post, or came by a link.  One statement."""
    if actor.way:
        return None
    rows = _POSTS.ask(person=actor.person, on=on)
    posts = [post for post in rows if post.organisation_id == rows[0].organisation_id]
    return Standing(actor, tuple(posts), on) if posts else None


def _posts(*, person: UUID | Open, on: date | Open) -> QuerySet[Post]:
    """The posts of somebody on a day, with the house and whom it named to be called."""
    held = Post.objects.current(on).filter(person=person).order_by("from_on", "id")
    wanted = Volunteer.objects.filter(organisation=OuterRef("organisation"), wanted_on__isnull=False)
    rules = HouseRule.objects.filter(organisation=OuterRef("organisation"), outcome=Outcome.ASKED.value)
    planned = Gathering.objects.filter(organisation=OuterRef("organisation"), on__gte=on, called_off_on=None)
    said_yes = PeerYes.objects.filter(organisation=OuterRef("organisation"), until_on__gt=on)
    two = said_yes.order_by("pk").values("pk")[1:2]  # of one alone, the line would say that it is that one (C138)
    peers = Exists(two) & ~Exists(planned)
    return with_callers(
        held.annotate(wanted=Exists(wanted), rules=Exists(rules), peers=peers), on, "organisation__"
    ).select_related("person", "team", "organisation__contact", "organisation__deputy")


_POSTS = Prepared(_posts, person=UUIDField(), on=DateField())
