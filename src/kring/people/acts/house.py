"""What changes in the house: organisations, teams, colleagues, the fixed contact.

Each act is one transaction with its line in the log as the last statement before the commit.  `once` names the act.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.people.actors import Actor, ActorKind
from kring.people.acts import messages, stays, ways
from kring.people.models import (
    Channel,
    Device,
    MessageCode,
    Organisation,
    Person,
    Post,
    Role,
    Team,
    User,
    Way,
    WayEnd,
    normalised,
)
from kring.people.standing import CHANGES

SAID, NEAR = "said", "near"
"""Why somebody hears of children that are to be handed over."""


class UsedElsewhereError(Exception):
    """This address has a place in another organisation."""


class HasPasswordError(Exception):
    """This person already chose a password, and asks for another one at the door."""


class LastKeyError(Exception):
    """Nobody would be left who can change this house."""


class EndedError(Exception):
    """Somebody else ended this task a moment ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Who comes to work here, and as what."""

    call_name: str
    email: str
    role: Role
    team: Team | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The fixed contact for trust persons and JIMs, and who steps in (R13, A176)."""

    contact: Person
    contact_phone: str
    deputy: Person | None = None
    deputy_phone: str = ""
    officer_reach: str = ""
    """How one reaches the data protection officer; nothing: that is not said yet."""


def found_organisation(actor: Actor, name: str, *, once: UUID | None = None) -> Organisation:
    """Begin with a facility."""
    with transaction.atomic():
        organisation = Organisation.objects.create(name=name)
        _tell(actor, Event.ORGANISATION_FOUNDED, organisation.pk, once=once)
    return organisation


def form_team(actor: Actor, organisation: Organisation, name: str, *, once: UUID | None = None) -> Team:
    """Make a team."""
    with transaction.atomic():
        team = Team.objects.create(organisation=organisation, name=name)
        _tell(actor, Event.TEAM_FORMED, team.pk, once=once)
    return team


def add_colleague(actor: Actor, organisation: Organisation, new: Colleague, *, once: UUID | None = None) -> User:
    """Give someone a post, and an account if there is none yet.  Raises `UsedElsewhereError`.

    The account has no password: the colleague chooses it with a link (see `welcome.py`).
    """
    with transaction.atomic():
        user = User.objects.filter(email=normalised(new.email)).select_related("person").first()
        if user is None:
            user = _account(new)
        elif not user.person.posts.filter(organisation=organisation).exists():
            raise UsedElsewhereError
        elif not user.is_active:
            user.is_active = True
            user.save(update_fields=["is_active"])
        post = {"organisation": organisation, "team": new.team, "role": new.role.value}
        if not Post.objects.current(clock.today()).filter(person=user.person, **post).exists():
            Post.objects.create(person=user.person, from_on=clock.today(), **post)
        _tell(actor, Event.COLLEAGUE_ADDED, user.person_id, codes=(new.role.value,), once=once)
    return user


def name_contact(actor: Actor, organisation: Organisation, named: Contact, *, once: UUID | None = None) -> None:
    """Say who trust persons and JIMs can call, and who steps in."""
    with transaction.atomic():
        organisation.contact, organisation.contact_phone = named.contact, named.contact_phone
        organisation.deputy, organisation.deputy_phone = named.deputy, named.deputy_phone
        organisation.officer_reach = named.officer_reach
        organisation.save(update_fields=["contact", "contact_phone", "deputy", "deputy_phone", "officer_reach"])
        _tell(actor, Event.CONTACT_NAMED, organisation.pk, once=once)


def make_link(actor: Actor, user: User) -> None:
    """Before someone gets a new link to choose a password: the one from before is over.  Raises `HasPasswordError`."""
    if user.has_usable_password() or user.last_login is not None:
        raise HasPasswordError
    with transaction.atomic():
        _withdraw_links(user)
        _tell(actor, Event.LINK_MADE, user.person_id, once=None)


def plan_end(actor: Actor, post: Post, last_day: date | None, *, once: UUID | None = None) -> None:
    """Say beforehand what the last day of a post is; without a day it goes on after all.  Nothing closes before (B24).

    Who has it and who leads its team hear that there are children to hand over.  Raises as `end_post`.
    """
    with transaction.atomic():
        _one_at_a_time(post, once)
        if last_day is not None:
            _others_stay(post, after=last_day)
        said_on = clock.today() if post.end_said_on is None else post.end_said_on
        post.until_on, post.end_said_on = last_day, None if last_day is None else said_on
        post.save(update_fields=["until_on", "end_said_on"])
        if last_day is not None:
            tell_of_handing(post, SAID)
        codes = (post.role,) if last_day else (post.role, "goes-on")
        _tell(actor, Event.POST_ENDS, post.person_id, codes=codes, once=once)


def end_post(actor: Actor, post: Post, *, on: date, once: UUID | None = None) -> None:
    """End someone's post at once; with the last post every way in closes too.

    Raises `LastKeyError`, and `EndedError` for the second of two at once.
    """
    with transaction.atomic():
        _one_at_a_time(post, once)
        _others_stay(post, after=on)
        post.until_on = on
        _close(actor, post, once=once)


def close_what_ran_out(*, on: date) -> int:
    """Posts of which the last day passed: with the last one every way in closes.  Called by each tick; how many."""
    late = list(Post.objects.run_out(on).order_by("pk"))
    for post in late:
        with transaction.atomic(), suppress(EndedError):
            _one_at_a_time(post, None)
            _close(Actor(ActorKind.JOB, None), post, once=None)
    return len(late)


def _one_at_a_time(post: Post, once: UUID | None) -> None:
    """In one house: two managers who end each other's task would leave nobody.  Raises `EndedError`."""
    Organisation.objects.select_for_update().get(pk=post.organisation_id)
    chain.refuse_again(once)
    if not Post.objects.filter(pk=post.pk, ended_at=None).exists():
        raise EndedError


def _others_stay(post: Post, *, after: date) -> None:
    """Raises `LastKeyError` when nobody could change this house after that day."""
    others = Post.objects.current(after + timedelta(days=1)).exclude(pk=post.pk)
    keys = others.filter(organisation=post.organisation, role__in=[role.value for role in CHANGES])
    if Role(post.role) in CHANGES and not keys.exists():
        raise LastKeyError


def _close(actor: Actor, post: Post, *, once: UUID | None) -> None:
    """What `post` says of its last day holds from now on."""
    now = clock.now()
    post.ended_at = now
    post.save(update_fields=["until_on", "ended_at"])
    others = Post.objects.current(clock.today() + timedelta(days=1)).exclude(pk=post.pk)
    if not others.filter(person=post.person_id).exists():
        _shut_out(actor, post.person_id, now)
    _tell(actor, Event.POST_ENDED, post.person_id, codes=(post.role,), once=once)


def tell_of_handing(post: Post, why: str) -> None:
    """A knock on the door of who goes and of who leads that team; the mail says nothing of it (R26).

    Once for each last day and `why`: that it was said, that it is near.  Who wants no reminders hears the first only.
    """
    if post.role != Role.WORKER.value:
        return
    leads = Post.objects.current(clock.today()).filter(Q(team=post.team_id) | Q(team=None), role=Role.TEAM_LEAD.value)
    persons = {post.person_id, *leads.filter(organisation=post.organisation_id).values_list("person", flat=True)}
    if why != SAID:
        persons -= set(Channel.objects.filter(person__in=persons, reminders=False).values_list("person", flat=True))
    named = {one: f"handing:{uuid5(post.pk, f'{why} {post.until_on} {one}')}" for one in sorted(persons)}
    messages.tell_all([messages.Telling(one, MessageCode.HANDING, name, post.pk) for one, name in named.items()])


def _shut_out(actor: Actor, person: UUID, at: datetime) -> None:
    """Nothing that this person holds opens anything any more: no password, passkey, link, card or known phone."""
    for user in User.objects.filter(person=person):
        user.is_active = False
        user.save(update_fields=["is_active"])
        if not user.has_usable_password():
            _withdraw_links(user)
    stays.end_all(person, at=at, by=actor.person)
    Device.objects.filter(person=person, ended_at=None).update(ended_at=at)
    held = list(Way.objects.filter(person=person).values_list("pk", flat=True))
    for way in ways.end(held, WayEnd.WITHDRAWN):
        _tell(actor, Event.WAY_ENDED, way, codes=(WayEnd.WITHDRAWN.value,), once=None)


def _withdraw_links(user: User) -> None:
    """A link to choose a first password leans on the password that is not there: with another one it opens nothing."""
    user.set_unusable_password()
    user.save(update_fields=["password"])


def _account(new: Colleague) -> User:
    person = Person.objects.create(call_name=new.call_name)
    user = User(person=person, email=normalised(new.email), created_at=clock.now())
    user.set_unusable_password()
    user.save(force_insert=True)
    return user


def _tell(actor: Actor, event: Event, subject: UUID, *, once: UUID | None, codes: tuple[str, ...] = ()) -> None:
    kind, me = actor.kind.value, actor.person
    chain.append(chain.Line(event=event, actor_kind=kind, actor=me, subject=subject, codes=codes, once=once))
