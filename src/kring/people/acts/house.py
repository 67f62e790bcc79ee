"""What changes in the house: organisations, teams, colleagues, the fixed contact.

Each act is one transaction with its line in the log as the last statement before the commit.  `once` names the act.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.people.actors import Actor
from kring.people.acts import stays, ways
from kring.people.models import Device, Organisation, Person, Post, Role, Team, User, Way, WayEnd, normalised
from kring.people.standing import CHANGES


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
        organisation.save(update_fields=["contact", "contact_phone", "deputy", "deputy_phone"])
        _tell(actor, Event.CONTACT_NAMED, organisation.pk, once=once)


def make_link(actor: Actor, user: User) -> None:
    """Before someone gets a new link to choose a password: the one from before is over.  Raises `HasPasswordError`."""
    if user.has_usable_password() or user.last_login is not None:
        raise HasPasswordError
    with transaction.atomic():
        _withdraw_links(user)
        _tell(actor, Event.LINK_MADE, user.person_id, once=None)


def end_post(actor: Actor, post: Post, *, on: date, once: UUID | None = None) -> None:
    """End someone's post at once; with the last post every way in closes too.

    Raises `LastKeyError`, and `EndedError` for the second of two at once.
    """
    now = clock.now()
    with transaction.atomic():
        # One at a time in a house: two managers who end each other's task would leave nobody.
        Organisation.objects.select_for_update().get(pk=post.organisation_id)
        chain.refuse_again(once)
        if not Post.objects.filter(pk=post.pk, ended_at=None).exists():
            raise EndedError
        others = Post.objects.current(on + timedelta(days=1)).exclude(pk=post.pk)
        keys = others.filter(organisation=post.organisation, role__in=[role.value for role in CHANGES])
        if Role(post.role) in CHANGES and not keys.exists():
            raise LastKeyError
        post.until_on, post.ended_at = on, now
        post.save(update_fields=["until_on", "ended_at"])
        if not others.filter(person=post.person_id).exists():
            _shut_out(actor, post.person_id, now)
        _tell(actor, Event.POST_ENDED, post.person_id, codes=(post.role,), once=once)


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
