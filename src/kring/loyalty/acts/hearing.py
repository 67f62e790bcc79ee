"""What a parent says is written down.  Nothing here touches a wish, a serving or a step: it decides nothing (A97)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Klass, Topic, Verb
from kring.law.decision import Decision
from kring.law.loyalty import Gain, follow_on
from kring.law.loyalty import Stance as Says
from kring.loyalty import facts
from kring.loyalty.models import Answer, Gains, Stance, Worry
from kring.rights.models import Said, Wish


class MayNotAsk(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """The child did not let this parent know: nobody asked it, so there is nothing to write down (A65)."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a parent said of whom the child chose."""

    says: Says
    on: date
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A worry, as the parent said it; acknowledged at once or later."""

    words: str
    acknowledged: bool = False
    follow_on: date | None = None
    said: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was said back, and when somebody comes back to it; no day: it is done."""

    answer: str = ""
    again_on: date | None = None


def say(door: Door, parent: UUID, wish: Wish, told: Told, *, act: UUID) -> None:
    """A stance of one parent, as a row of its own.  Raises `MayNotAsk` and `NotAllowedError`."""
    known = _only_a_parent(door, parent)
    also = door.within(Wish.objects.in_force().filter(member=wish.member_id).exclude(pk=wish.pk))
    decision = facts.towards(door, known, [wish, *also])[parent, wish.pk]
    if not decision.allowed:
        raise MayNotAsk(decision)
    with door.writes(Event.STANCE_HEARD, once=act) as write:
        about = {"parent_id": parent, "member_id": wish.member_id, "meaning": wish.meaning}
        write.add(Stance, _filing(parent), **about, says=told.says.value, said_on=told.on, words=told.words)


def hear(door: Door, parent: UUID, heard: Heard, *, act: UUID) -> None:
    """A worry, and the day on which somebody comes back to it.

    Raises `NotAllowedError`, also where one parent said it on its own page and another would have it here.
    """
    known = _only_a_parent(door, parent)
    if heard.said and (not door.may(heard.said, Verb.READ) or parent in facts.not_by(heard.said, known)):
        raise NotAllowedError
    today = clock.today()
    later = follow_on(today, heard.follow_on)
    with door.writes(Event.WORRY_HEARD, once=act) as write:
        row = write.add(
            Worry,
            _filing(parent, look_on=later),
            parent_id=parent,
            said_id=heard.said.pk if heard.said else None,
            words=heard.words,
            heard_on=today,
            acknowledged_on=today if heard.acknowledged else None,
            follow_on=later,
        )
        write.subject = row.pk


def answer(door: Door, row: Worry, said: Answered, *, act: UUID) -> None:
    """Somebody came back to a worry: acknowledged, answered or only listened to; each answer is a row of its own."""
    today = clock.today()
    event = Event.WORRY_ANSWERED if said.answer else Event.WORRY_FOLLOWED
    with door.writes(event, once=act) as write:
        days = {"follow_on": said.again_on, "done_on": None if said.again_on else today}
        write.change(row, version=row.item.version, acknowledged_on=row.acknowledged_on or today, **days)
        write.look_again(row, on=said.again_on)
        if said.answer:
            write.add(Answer, _filing(row.parent_id), worry_id=row.pk, answered_on=today, words=said.answer)
        write.subject = row.pk


def talk(door: Door, parent: UUID, points: tuple[Gain, ...], words: str, *, act: UUID) -> None:
    """What somebody beside the child may bring was talked about with a parent.  Raises `NotAllowedError`."""
    _only_a_parent(door, parent)
    with door.writes(Event.GAINS_TALKED_OF, once=act) as write:
        told = {"points": [one.value for one in points], "words": words, "talked_on": clock.today()}
        write.add(Gains, _filing(parent), parent_id=parent, **told)


def _only_a_parent(door: Door, parent: UUID) -> Collection[UUID]:
    known = facts.around(door).parents
    if parent not in known:
        raise NotAllowedError
    return known


def _filing(parent: UUID, *, look_on: date | None = None) -> Filing:
    return Filing(klass=Klass.HOUSEHOLD, topic=Topic.FAMILY, about=parent, look_on=look_on)
