"""Lus is asked to look along, together with the child and by its yes; each stage is a dated row (A184, A186).

And so is how it stands with a volunteer of the house whom the child wants to get to know (A152).
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts.unread import tell_the_child
from kring.access.door import Door
from kring.access.writing import ITSELF, Filing, NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Klass, Relation, Topic
from kring.law.decision import Decision
from kring.law.seeking import (
    ASKED_BY,
    NEXT_AFTER,
    OVER,
    Stage,
    may_be_chosen,
    may_be_referred,
    may_be_shown,
    may_follow,
)
from kring.people.acts import volunteers
from kring.people.models import Volunteer
from kring.rights.models import Wish
from kring.seeking.acts.in_its_name import is_denied
from kring.seeking.models import Moved, Referral, Search


class MayNotRefer(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """The child did not say yes: nothing is written, and nothing leaves."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


class DeniedError(NotAllowedError):
    """The child said that it never said this: only the child itself says it now."""


class MayNotMove(MayNotRefer):
    """This stage does not follow on what stands there, or its day cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A stage, the day on which it came, and what the child said to it."""

    stage: Stage
    on: date
    words: str = ""
    called: str = ""
    """Who was proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What stands on the sheet, and the child's yes: how it was said; empty, nobody asked it."""

    said_yes: bool | None
    expressed: str = ""
    words: str = ""
    languages: str = ""
    near: str = ""


def ask(door: Door, asked: Asked, *, act: UUID) -> UUID:
    """The child wants Lus to look along, and the sheet is ready; somebody still asks it.  Raises `MayNotRefer`.

    Where another wrote that, the home of the child says so.  Raises `DeniedError` for what the child denied before.
    """
    decision = may_be_referred(asked.said_yes, on=clock.today())
    if not decision.allowed:
        raise MayNotRefer(decision)
    if is_denied(door):
        raise DeniedError
    sheet = {"words": asked.words, "languages": asked.languages, "near": asked.near, "expressed": asked.expressed}
    today, stage = clock.today(), Stage.WANTED.value
    with door.writes(Event.REFERRAL_ASKED, once=act) as write:
        tell_the_child(door)
        row = write.add(
            Referral, _filing(today + ASKED_BY), asked_on=today, decided=decision.as_kept(), stage=stage, **sheet
        )
        write.add(Moved, _filing(), referral_id=row.pk, stage=stage, moved_on=today)
        write.subject = row.pk
    key: UUID = row.pk
    return key


def move(door: Door, referral: Referral, step: Step, *, act: UUID) -> None:
    """How it stands since a day.  Raises `MayNotMove`, and `DeniedError` where the child said that it never said so."""
    own = door.relation is not Relation.CHILD and referral.expressed == ITSELF
    if referral.unsaid_on is not None or (own and step.stage is Stage.STOPPED):
        raise DeniedError  # what the child asked with its own hands, only the child stops
    rows = door.within(Moved.objects.filter(referral=referral.pk).order_by("moved_on", "pk"))
    before = [(Stage(row.stage), row.moved_on) for row in rows]
    here = referral.volunteer is not None
    decision = may_follow(step.stage, before, step.on, on=clock.today(), here=here)
    if decision.allowed and step.stage is Stage.CHOSEN:
        named = door.within(Wish.objects.in_force().filter(pk__gt=referral.pk)).exists()
        decision = may_be_chosen(named, on=clock.today())
    if not decision.allowed:
        raise MayNotMove(decision)
    with door.writes(Event.REFERRAL_MOVED, once=act, codes=(step.stage.value,)) as write:
        write.change(referral, version=referral.item.version, stage=step.stage.value)  # of two, one is first
        told = {"stage": step.stage.value, "moved_on": step.on, "words": step.words, "called": step.called}
        write.add(Moved, _filing(), referral_id=referral.pk, **told)
        goes_on = (step.stage is Stage.NOT_CHOSEN and not here) or step.stage not in {*OVER, Stage.CHOSEN}
        write.look_again(referral, on=clock.today() + NEXT_AFTER if goes_on else None)
        if referral.volunteer:
            volunteers.heard(referral.volunteer)


def wants_to_know(door: Door, search: Search, volunteer: Volunteer, *, act: UUID) -> UUID:
    """The child wants to get to know a volunteer of the house: a worker asks, and nothing is decided.  Which it is.

    Said twice, it stands there once.  Raises `NotAllowedError` for one of another house, or whose extract nobody
    looked at, and `DeniedError` for what the child denied before.
    """
    ours = volunteer.organisation_id == door.dossier.team.organisation_id
    if not ours or not may_be_shown(volunteer.extract_on, on=clock.today()).allowed:
        raise NotAllowedError
    said = door.within(Referral.objects.filter(volunteer=volunteer.pk).order_by("-pk"))
    key: UUID | None = next((row.pk for row in said if Stage(row.stage) not in OVER), None)
    if key is None and is_denied(door, volunteer):
        raise DeniedError
    return key or _wanted(door, search, volunteer, act=act)


def _wanted(door: Door, search: Search, volunteer: Volunteer, *, act: UUID) -> UUID:
    today, stage = clock.today(), Stage.WANTED.value
    whom = {"volunteer": volunteer.pk, "whom": volunteer.call_name, "stage": stage}
    decided = may_be_shown(volunteer.extract_on, on=today).as_kept()
    whom["expressed"] = ITSELF if door.relation is Relation.CHILD else ""
    with door.writes(Event.VOLUNTEER_WANTED, once=act) as write:
        tell_the_child(door)
        row = write.add(Referral, _filing(today), asked_on=today, decided=decided, **whom)
        write.add(Moved, _filing(), referral_id=row.pk, stage=stage, moved_on=today)
        write.look_again(search, on=today)
        write.subject = row.pk
        volunteers.wanted(volunteer.pk, on=today)
    key: UUID = row.pk
    return key


def _filing(look_on: date | None = None) -> Filing:
    return Filing(klass=Klass.OWN_WORDS, topic=Topic.GENERAL, look_on=look_on)
