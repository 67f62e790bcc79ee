"""The right was explained; it is put off; something happened; a team lead asks after it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts import birthdays
from kring.access.door import Door
from kring.access.leading import waiting_in
from kring.access.standing import born_on
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.access import Klass, Section, Topic
from kring.law.hands import tells_of_twelve
from kring.law.rights_moments import (
    HAPPENS,
    Audience,
    Delay,
    Moment,
    MomentError,
    Reaction,
    is_of_here,
    next_moment,
)
from kring.moments.models import Happened, PutOff, Replied, Talk
from kring.people.acts import messages
from kring.people.models import MessageCode

TO_THE_CHILD = frozenset({Audience.SMALL, Audience.CHILD, Audience.YOUTH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """That it was explained: when, to whom, and what the child said to it."""

    on: date
    audience: Audience
    reaction: Reaction | None = None
    words: str = ""
    told_by: str = ""


def explained(door: Door, told: Told, *, months: int, act: UUID) -> UUID:
    """It was explained: nothing of before waits any more, and the day of the next time is known (R21, A23b).

    Before the child had a place here somebody else may have done it, as who referred it (A19); never after today.
    Raises `MomentError`, `NotAllowedError`.
    """
    with door.writes(Event.RIGHT_EXPLAINED, once=act, codes=(told.audience.value,)) as write:
        key: UUID = write_talk(door, write, told, months=months).pk
        write.subject = key
    return key


def write_talk(door: Door, write: Writing, told: Told, *, months: int) -> Talk:
    """The same inside a writing that is going on.  Of who referred the child nothing that waits here is answered (A19).

    Raises `MomentError`, `NotAllowedError`.
    """
    if told.on > clock.today() or (told.on < door.dossier.opened_on and not told.told_by):
        raise MomentError
    again = None
    if is_of_here(told.on, door.dossier.opened_on):
        again = _again(door, told, months=months)
        write.looked_at(Section.MOMENTS)
        if told.audience in TO_THE_CHILD and tells_of_twelve(_born(door), on=told.on):
            birthdays.told_of_twelve(door, told.on)
    talk = write.add(
        Talk,
        Filing(klass=Klass.FILE, topic=Topic.BESIDE_ME, look_on=again),
        on_day=told.on,
        audience=told.audience.value,
        told_by=told.told_by,
    )
    if told.reaction:
        own = Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME)
        write.add(Replied, own, talk_id=talk.pk, reaction=told.reaction.value, words=told.words)
    return talk


def _born(door: Door) -> date | None:
    return born_on(door.dossier, on=clock.today())


def _again(door: Door, told: Told, *, months: int) -> date:
    before = door.within(Talk.objects.here()).values_list("on_day", flat=True)
    last = max([told.on, *before])
    said = told.reaction if told.on == last else None
    return next_moment(_born(door), talked_on=last, months=months, said=said).on


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """That a person told the child before it happened, on which day, and who (R15); nothing: nobody wrote that down."""

    on: date | None = None
    by: str = ""


NOBODY_SAID = First()


def happened(door: Door, moment: Moment, on: date, *, act: UUID, told: First = NOBODY_SAID) -> None:
    """Something happened, so it is time to talk; of another worker also that the child was told first.

    Raises `MomentError` for a day that has yet to come.
    """
    if moment not in {*HAPPENS, Moment.NEW_WORKER} or on > clock.today() or on < door.dossier.opened_on:
        raise MomentError
    with door.writes(Event.MOMENT_CAME, once=act, codes=(moment.value,)) as write:
        filing = Filing(klass=Klass.FILE, topic=Topic.BESIDE_ME, look_on=_waits_from(door, on))
        write.add(Happened, filing, moment=moment.value, on_day=on, told_on=told.on, told_by=told.by)


def put_off(door: Door, until: date, why: Delay, *, act: UUID) -> None:
    """The talk waits until a day: it stays open, and comes back by itself.  Raises `MomentError`.

    Of tomorrow nobody asks why, so nothing begins anew by it: it goes on since when it waits (A31, `access.looks`).
    """
    if until <= clock.today():
        raise MomentError
    with door.writes(Event.MOMENT_PUT_OFF, once=act, codes=(why.value,)) as write:
        if why is not Delay.TOMORROW:
            write.looked_at(Section.MOMENTS)
        topic = Topic.FUTURE if why is Delay.TOMORROW else Topic.BESIDE_ME
        filing = Filing(klass=Klass.FILE, topic=topic, look_on=until)
        write.add(PutOff, filing, said_on=clock.today(), until_on=until, why=why.value)


def ask_after(door: Door, workers: list[UUID], *, act: UUID) -> None:
    """A team lead asks who works with the child to talk about it (A31): a fact, and a knock on their door.

    Raises `NotAllowedError`: also where nobody works with the child, for nobody would read it.
    """
    if not workers:
        raise NotAllowedError
    with door.writes(Event.MOMENT_ASKED_AFTER, once=act) as write:
        # of no subject of the child: by that it is known as the question it is (`access.looks.ASKED_AFTER`)
        filing = Filing(klass=Klass.FILE, topic=Topic.GENERAL, look_on=_waits_from(door, clock.today()))
        write.add(Happened, filing, moment=Moment.ASKED.value, on_day=clock.today())
        for worker in workers:
            messages.tell(worker, MessageCode.MOMENT, once=f"{act}:{worker}", about=door.dossier.pk)


def _waits_from(door: Door, on: date) -> date:
    """Since when it waits by what happened: where nobody talked yet, still since the child came (A17, J9)."""
    (here,) = waiting_in(Section.MOMENTS, Dossier.objects.filter(pk=door.dossier.pk))
    return min(on, here.opened_on) if here.since is None else on
