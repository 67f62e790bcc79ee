"""What team leads and managers see first: the house and its gaps; never a child by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.access import reported
from kring.access.cries import Lost, lost_among
from kring.access.desk import unheard_since_before
from kring.access.leading import how_many_have
from kring.access.looks import after_since_before
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement, OtherBirthday
from kring.kit import clock
from kring.kit.addresses import address
from kring.kit.days import day_of
from kring.law.endings import Gap
from kring.moments.passed import late
from kring.people.acts.volunteers import wanted_of
from kring.people.models import Post, Role
from kring.people.overview import Group, Overview, Place
from kring.people.standing import CHANGES, Standing
from kring.portals.caseload import LOOK_WITHIN
from kring.portals.figures import explained
from kring.portals.restricted import RestrictedAt, restricted_at
from kring.portals.tasks import Task, of_the_director
from kring.rights.models import Limit

HEARD_WITHIN = timedelta(days=3)
"""A working day is what who says something is told; over a weekend that is three days."""
SAID_WITHIN = timedelta(days=7)
DENIED_WITHIN = timedelta(days=30)
SECOND_WITHIN = timedelta(days=14)
"""As long as it waits for a second human (`endings.second`)."""
DENIALS = (
    *(Event.WISH_UNSAID, Event.AGREEMENT_DENIED, Event.ANSWER_DENIED, Event.OWN_PERSON_DENIED),
    *(Event.RESTRICTION_UNTOLD, Event.CONDITION_DENIED, Event.REFERRAL_DENIED, Event.FAREWELL_UNTOLD),
)
"""What somebody would have said of itself is asked of it, or told to the child, within a week; then the lead asks."""

HATS = (
    (frozenset({Role.TEAM_LEAD}), "portals:lead"),
    (CHANGES, "portals:tasks"),
    (frozenset({Role.OFFICER}), "portals:log"),
)
"""Which roles have which first page."""


def hats(me: Standing) -> list[str]:
    """The first pages of someone's roles beside working with children."""
    return [name for roles, name in HATS if me.roles & roles]


@dataclass(frozen=True)
class Lead:
    """The teams someone leads; of children only how many nobody works with now."""

    me: Standing

    @cached_property
    def house(self) -> Overview:
        """The whole organisation, for its gaps."""
        return Overview(self.me, clock.today())

    @property
    def _own(self) -> set[UUID]:
        return {post.team_id for post in self.me.posts if post.team_id and post.holds(Role.TEAM_LEAD)}

    @property
    def groups(self) -> list[Group]:
        """The own teams with who works there; of who leads the whole house all of them."""
        names = {post.team.name for post in self.me.posts if post.team_id in self._own and post.team}
        return [one for one in self.house.groups if one.name and (not names or one.name in names)]

    @property
    def _children(self) -> QuerySet[Dossier]:
        return self._ever.filter(closed_on=None)

    @property
    def _ever(self) -> QuerySet[Dossier]:
        here = Dossier.objects.filter(team__organisation=self.me.organisation)
        return here.filter(team__in=self._own) if self._own else here

    @property
    def going(self) -> list[Place]:
        """Who works with children in these teams and has a last day, the first to go first."""
        workers = [one for group in self.groups for one in group.places if one.post.holds(Role.WORKER)]
        found = [one for one in workers if one.post.until_on]
        return sorted(found, key=lambda one: (one.post.until_on, one.post.person.call_name))

    @cached_property
    def without_worker(self) -> int:
        """How many children nobody works with today.  A number and nothing else: a role opens no dossier (R7)."""
        worked = Involvement.objects.working(clock.today())
        return self._children.exclude(pk__in=worked.values("dossier")).count()

    @cached_property
    def without_talk(self) -> int:
        """At how many children a moment passed without a talk about the right (A31)."""
        return late(self._children)

    @cached_property
    def explained(self) -> str:
        """To how many children their right was explained, in words; never of fewer than five (B131)."""
        return explained(self._children)

    @cached_property
    def unheard(self) -> int:
        """How many things that someone said wait too long to be heard: of whom, what and how, it does not say (R7)."""
        return unheard_since_before(clock.now() - HEARD_WITHIN, self._children)

    @cached_property
    def unlooked(self) -> int:
        """At how many children nobody looked how it is after a farewell, a week after the day (A140): a number (R7)."""
        return after_since_before(clock.today() - LOOK_WITHIN, self._children)

    @cached_property
    def lost(self) -> list[Lost]:
        """Of which children, also after the help, something urgent waits that nobody can read; never what (R7, R14)."""
        return lost_among(self._ever, on=clock.today())

    @cached_property
    def limited(self) -> int:
        """At how many children something is limited today for who stands beside it (R2): a number, and nothing else."""
        today = clock.today()
        return how_many_have(Limit.objects.in_force().filter(from_on__lte=today, until_on__gte=today), self._children)

    @cached_property
    def restricted(self) -> list[RestrictedAt]:
        """At which of these children contact with somebody is restricted, and what asks for a look; never with whom."""
        return restricted_at(self._children)

    @cached_property
    def birthdays(self) -> int:
        """How many other birthdays wait for a second person."""
        return OtherBirthday.objects.filter(ended_at=None, dossier__in=self._children).count()

    @cached_property
    def unsaid(self) -> int:
        """How many words of a person a worker wrote down, and days later neither it nor the child knows so (R2, R15).

        Also of who cannot come in and say it.  A number: of whom, what and by whom, it does not say (R7).
        """
        return reported.unsaid_since_before(clock.now() - SAID_WITHIN, self._children)

    @cached_property
    def asked_alone(self) -> int:
        """At how many children a colleague asks something, for a week already, that who works there cannot ask (R7).

        How the child comes in: who works with it alone may have chosen that itself.  A number, and nothing else.
        """
        since = clock.now() - SAID_WITHIN
        return self._children.filter(new_pictures_since__lte=since).count()

    @cached_property
    def untold(self) -> int:
        """How many beside a child said a week ago that they stop, or never said yes, and nobody told the child (R15).

        However long it lasts.  A number: of whom and what, it does not say (R7).
        """
        here = Involvement.objects.current(clock.today()).filter(dossier__in=self._children).exclude(told_as="")
        return here.filter(from_on__lte=clock.today() - SAID_WITHIN).exclude(told_as=F("relation")).count()

    @cached_property
    def wanted(self) -> list[str]:
        """Whom of the pool a child wants to get to know while nobody asked yet; never which child (A152)."""
        return [one.call_name for one in wanted_of(self.me.organisation)] if self.me.is_asked_for else []

    @cached_property
    def second(self) -> int:
        """How many times, of late, a worker wrote that somebody is not there any more whom a child chose (R2).

        Another human looks whether that is so, and who leads can let one work there as well.  A number: of whom it is,
        it does not say (R7).
        """
        since = clock.now() - SECOND_WITHIN
        of: dict[str, Any] = {"dossiers": self._children.values("pk"), "people": Post.objects.none()}
        return len(chain.moments(Event.LEAVING_ASKS_SECOND, since, **of))

    @cached_property
    def denied(self) -> int:
        """How many times, of late, somebody said that it never said what was written down as its word (R2, R9).

        Also where the place closed since: by closing it nobody takes this away.  A number: of whom, what and by whom,
        it does not say (R7).
        """
        since = clock.now() - DENIED_WITHIN
        of: dict[str, Any] = {"dossiers": self._ever.values("pk"), "people": Post.objects.none()}
        return sum(len(chain.moments(event, since, **of)) for event in DENIALS)


def tasks(me: Standing, house: Overview) -> list[Task]:
    """What is still to be done in the house, what touches a child first."""
    return [
        *_gaps(house),
        *_going(house),
        *_wanted(me),
        *_rules(me),
        *(of_the_director(me) if Role.DIRECTOR in me.roles else ()),
        *_unled(house),
        *_colleagues(house),
    ]


def _wanted(me: Standing) -> Iterator[Task]:
    """A child wants to get to know somebody of the pool, and nobody asked it yet: who it is, and never which child."""
    for one in wanted_of(me.organisation) if me.is_asked_for else ():
        words = _(
            "Een kind wil %(name)s leren kennen. Een begeleider komt dat vragen. Help mee om %(name)s te bereiken."
        )
        yield Task(words % {"name": one.call_name}, _("Bekijk"), address("keeping:pool"), "sun")


def _rules(me: Standing) -> Iterator[Task]:
    """A rule of the house that somebody asked about, who reads that the house looks at it; never who asked (A248)."""
    if me.is_asked_of_a_rule:
        words = _("Iemand vroeg iets over een huisregel, en leest dat het huis die bekijkt. Zeg wat jullie doen.")
        yield Task(words, _("Bekijk"), address("around:rules"), "sun")


def _gaps(house: Overview) -> Iterator[Task]:
    if house.gaps & {"contact", "contact_left"}:
        words = _("Wie naast een kind staat, heeft niemand om te bellen. Kies een vast aanspreekpunt.")
        yield Task(words, _("Kies"), address("people:contact"), "coral")
    if house.gaps & {"deputy", "deputy_left"}:
        words = _("Niemand neemt over als het vaste aanspreekpunt er niet is.")
        yield Task(words, _("Kies"), address("people:contact"), "coral")


def _going(house: Overview) -> Iterator[Task]:
    """Who is to be called, and has a last day that is near: another is named before, and not after (R13)."""
    for one in house.standing.callers:
        if one.gap is Gap.LEAVES and one.last_day:
            words = _("%(name)s is te bellen voor wie naast een kind staat, en stopt op %(day)s. Kies wie het wordt.")
            told = {"name": one.name, "day": day_of(one.last_day)}
            yield Task(words % told, _("Kies"), address("people:contact"), "coral")


def _unled(house: Overview) -> Iterator[Task]:
    """A team in which somebody works and that nobody leads: a moment that passed is seen by nobody there (J9)."""
    led = {place.post.team_id for place in house.places if place.post.holds(Role.TEAM_LEAD)}
    unled = {
        place.post.team.name
        for place in house.places
        if place.post.team and place.post.holds(Role.WORKER) and place.post.team_id not in led
    }
    for name in sorted(unled) if None not in led else ():
        words = _("%(team)s heeft geen teamleider. Niemand ziet daar of een kind te lang op een gesprek wacht.")
        yield Task(words % {"team": name}, _("Kies"), address("people:organisation"), "sun")


def _colleagues(house: Overview) -> Iterator[Task]:
    if house.waiting:
        words = ngettext(
            "%(count)s collega gebruikte de uitnodiging nog niet.",
            "%(count)s collega’s gebruikten hun uitnodiging nog niet.",
            house.waiting,
        )
        yield Task(words % {"count": house.waiting}, _("Bekijk"), address("people:organisation"), "sky")
    if house.with_one_step:
        words = ngettext(
            "%(count)s collega komt binnen met alleen een wachtwoord. Een passkey is veiliger en sneller.",
            "%(count)s collega’s komen binnen met alleen een wachtwoord. Een passkey is veiliger en sneller.",
            house.with_one_step,
        )
        yield Task(words % {"count": house.with_one_step}, _("Bekijk"), address("people:organisation"), "plum")
