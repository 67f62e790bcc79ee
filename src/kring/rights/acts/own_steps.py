"""From named to standing, of the trust person of a parent: asked, answered, told what is held, tried, paused (B123).

The same flow as `acts.steps`, on the one row behind the wall of that parent; no ground of law is added to it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.steps import Answered, Asker
from kring.law.ways import PARENTS
from kring.rights.acts.own_person import looks_on
from kring.rights.models import OwnPerson

ASKERS = frozenset({Asker.PARENT, Asker.TOGETHER})
"""Who asks it: the parent, or the parent and who works with the child.  Never a worker alone (R9)."""


class OwnStep(StrEnum):
    """What is written down of whom a parent named, between its name and its beginning or after it."""

    ASKED = "asked"  # somebody asked the person, once; with what it said at once
    ANSWERED = "answered"  # what the person says later, as often as that changes before its yes
    NOTICE = "notice"
    TRIAL = "trial"
    PAUSE = "pause"
    GOING_ON = "going-on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A step as somebody says it.  `with_its_word`: the parent said to who writes this that it may be asked."""

    step: OwnStep
    on: date
    until: date | None = None
    asker: Asker | None = None
    with_its_word: bool = False
    reply: Answered | None = None
    words: str = ""


def fits(row: OwnPerson, step: OwnStep) -> bool:
    """Whether this step can be taken from where it stands now."""
    began, stands = row.began_on is not None, row.ended_on is None
    now = {
        OwnStep.ASKED: not began and row.asked_on is None,
        OwnStep.ANSWERED: not began and row.asked_on is not None and not row.said_yes,
        OwnStep.NOTICE: True,
        OwnStep.TRIAL: not began and row.said_yes and not row.is_paused,
        OwnStep.PAUSE: (began or row.tried_on is not None) and not row.is_paused,
        OwnStep.GOING_ON: row.is_paused,
    }
    return stands and now[step]


def first_day(row: OwnPerson, step: OwnStep) -> date | None:
    """Before which day this step cannot have been: an answer comes after its question, and going on after a pause."""
    return {OwnStep.ANSWERED: row.asked_on, OwnStep.GOING_ON: row.paused_on, OwnStep.TRIAL: row.replied_on}.get(step)


def take(door: Door, row: OwnPerson, said: Said, *, act: UUID, on: date) -> None:
    """Write down one step.  Raises `NotAllowedError`: out of turn, on a day to come, or asked without the parent."""
    step = said.step
    first = first_day(row, step)
    if not fits(row, step) or said.on > on or (first and said.on < first):
        raise NotAllowedError
    if step is OwnStep.ASKED and not _by_the_parent(door, said):
        raise NotAllowedError
    codes = (step.value, *((said.asker.value,) if said.asker else ()))
    with door.writes(Event.OWN_PERSON_CHANGED, once=act, codes=codes) as write:
        write.change(row, version=row.item.version, **_kept(row, said), **_noted(door, said))
        if step in {OwnStep.ASKED, OwnStep.ANSWERED, OwnStep.TRIAL}:
            write.look_again(row, on=looks_on(row, on=on))


def deny(door: Door, row: OwnPerson, *, act: UUID, on: date) -> None:
    """The parent never said or did what somebody else wrote of the asking: it goes, with what came of it (R9, R23).

    Who began stays until the parent chooses otherwise.  Who works with the child has it to look at.  Raises
    `NotAllowedError` for anybody else, and of what it wrote itself.
    """
    if not may_deny(door, row):
        raise NotAllowedError
    with door.writes(Event.OWN_PERSON_DENIED, once=act) as write:
        answer = {} if row.began_on else {"reply": "", "replied_on": None, "words": "", "tried_on": None}
        gone: dict[str, Any] = {"asked_on": None, "asker": "", "noted_by_id": None, "noted_on": None, "unsaid_on": on}
        write.change(row, version=row.item.version, **gone, **answer)
        write.look_again(row, on=on)


def may_deny(door: Door, row: OwnPerson) -> bool:
    """Whether it stands there in the name of the visitor, written by another."""
    mine = door.relation in PARENTS and row.ended_on is None
    return mine and row.noted_by_id is not None and row.noted_by_id != door.me


def _noted(door: Door, said: Said) -> dict[str, Any]:
    if said.step is not OwnStep.ASKED:
        return {}
    return {"noted_by_id": door.me, "noted_on": clock.today(), "unsaid_on": None}


def _by_the_parent(door: Door, said: Said) -> bool:
    """Whether the parent asks, or said that it may be asked together."""
    with_its_word = said.with_its_word or door.relation in PARENTS or said.asker is Asker.PARENT
    return said.asker in ASKERS and with_its_word


def _kept(row: OwnPerson, said: Said) -> dict[str, Any]:
    answer: dict[str, Any] = {"reply": said.reply or "", "replied_on": said.on, "words": said.words}
    days: dict[OwnStep, dict[str, Any]] = {
        OwnStep.ASKED: {"asked_on": said.on, "asker": said.asker or "", **answer},
        OwnStep.ANSWERED: answer,
        OwnStep.NOTICE: {"noticed_on": said.on},
        OwnStep.TRIAL: {"tried_on": said.on, "tried_until": said.until},
        OwnStep.PAUSE: {"paused_on": said.on, "resumed_on": None},
        OwnStep.GOING_ON: {"resumed_on": said.on},
    }
    return days[said.step]
