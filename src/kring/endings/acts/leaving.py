"""Somebody stops: who tells the child, the farewell, and how the child is afterwards."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access import told_after
from kring.access.acts import crying, letting_go, placing
from kring.access.door import Door
from kring.access.standing import held_back
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.circle import reading as circle
from kring.circle.models import Member
from kring.endings import second
from kring.endings.acts import after
from kring.endings.models import Farewell, Leaving
from kring.journal.acts import plan
from kring.kit import clock
from kring.law.access import Klass, Relation, Section, Topic
from kring.law.endings import Leaves, first_told, wrong_day
from kring.law.meaning import Meaning
from kring.law.steps import Step, Voice
from kring.law.ways import NETWORK
from kring.rights import own_word
from kring.rights.acts import as_heard, held, told_back, wishes
from kring.rights.acts.telling import Plan, Told
from kring.rights.models import Wish
from kring.rights.resting import own_pause
from kring.rights.said_yes import written_for_me
from kring.rights.untold import still

OF_ITSELF = (Leaves.PAUSE.value, Leaves.STOPS.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard(Plan):
    """What was heard, and who will tell the child, how and when."""

    why: Leaves


def hear(door: Door, member: UUID, heard: Heard, *, act: UUID) -> UUID:
    """Somebody of the circle will stop; the child does not know yet, and no page tells it.

    Raises `NotAllowedError`, also against the word of the person itself.
    """
    if not door.within(Member.objects.filter(pk=member)).exists() or says_otherwise(door, member, heard.why):
        raise NotAllowedError
    event = Event.LEAVING_ASKS_SECOND if second.is_asked(door, member, heard.why) else Event.LEAVING_HEARD
    with door.writes(event, once=act) as write:
        look_on = heard.tells_on or clock.today()
        for said in held.of(door, member):
            write.look_again(said, on=look_on)
        if heard.why is Leaves.STOPS:
            held.ask_itself(door, write, member, on=clock.today(), look_on=look_on)
        if heard.why is Leaves.LOST:
            crying.answers_no_more(door, member)
        filing = Filing(klass=Klass.CONFIDENCE, topic=Topic.BESIDE_ME, about=member, look_on=look_on)
        told = {"teller": heard.teller, "how": heard.how, "tells_on": heard.tells_on}
        row = write.add(Leaving, filing, member_id=member, why=heard.why.value, heard_on=clock.today(), **told)
    key: UUID = row.pk
    return key


def says_otherwise(door: Door, member: UUID, why: Leaves) -> bool:
    """Whether it is said of this one that it stops, rests or said no, and it said here itself that it stays (R2).

    Also where it was denied before that it stops, or that it is not there any more (`rights.denied`).
    """
    if second.was_denied(door, member, why):
        return True
    return why is not Leaves.LOST and own_word.said_otherwise(held.of(door, member))


def waits_for_its_word(door: Door, leaving: Leaving) -> bool:
    """Whether it is to say itself first whether this is so; who died or cannot be found, says nothing any more (R2)."""
    return leaving.why != Leaves.LOST.value and own_word.waits(door, leaving.member_id)


def tell(door: Door, leaving: Leaving, told: Told, *, act: UUID) -> None:
    """The child was told, by a person; from now on it stands on the page of the child, and somebody looks twice.

    What the person said of itself, and was held back until now, stands there with the day on which it said so.  Who
    said no never stood beside the child: it asks no farewell.  Raises `NotAllowedError` for a day that cannot be, and
    before the word of the person itself, where it comes in here, or that of a second human (`second`).
    """
    wrong = wrong_day(told.on, first=first_day(door, leaving.member_id), on=clock.today())
    if wrong or waits_for_its_word(door, leaving) or second.why_not(door, leaving):
        raise NotAllowedError
    stood = told_back.before(door, leaving.member_id).as_kept()
    with door.writes(Event.FAREWELL_BEGAN, once=act, codes=(leaving.why,)) as write:
        marked = {"told_on": told.on, "marked_by_id": door.me, "marked_on": clock.today(), "before": stood}
        write.change(leaving, version=leaving.item.version, **marked)
        write.look_again(leaving, on=None)
        _ends(door, write, leaving, told.on)
        both = {"member": leaving.member_id, "told_on": None, "why__in": OF_ITSELF}
        for other in door.within(Leaving.objects.filter(**both)) if leaving.why in OF_ITSELF else ():
            write.remove(other)  # it asked a pause first, and stopped before that was told: it is told once
        if leaving.why in {Leaves.STOPS.value, Leaves.LOST.value}:
            plan.to_look_at(door, write, _name_of(door, leaving.member_id), on=told.on)
        if leaving.why == Leaves.NO.value:
            return
        filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME, about=leaving.member_id)
        words = {"told_by": told.by, "reaction": told.reaction, "goodbye": told.goodbye, "steps_in": told.steps_in}
        farewell = write.add(Farewell, filing, member_id=leaving.member_id, why=leaving.why, told_on=told.on, **words)
        after.to_see_to(write, farewell, told)
        write.subject = farewell.pk


def _name_of(door: Door, member: UUID) -> str:
    return circle.names(door, [member]).get(member, "")


def first_day(door: Door, member: UUID) -> date:
    """From which day on the child can have been told it of this one."""
    chosen = door.within(Wish.objects.in_force().filter(member=member)).values_list("named_on", flat=True)
    said = [row.taken_on for row in still(held.of(door, member)) if not held.is_heard(row)]
    return first_told(opened=door.dossier.opened_on, chosen=chosen, said=said)


def _ends(door: Door, write: Writing, leaving: Leaving, on: date) -> None:
    """What it was for the child is over, once the child knows: by what the person said, or because it stops or is lost.

    What the person said of itself goes before what somebody heard: who stops as one thing only, goes on as another.
    Where it is not the word of the person, the child reads who wrote it.
    """
    member, lost = leaving.member_id, leaving.why == Leaves.LOST.value
    said, stood, own = held.of(door, member), as_heard.stands(door, member), own_word.gave_its_word(member)
    words = next((row.words for row in said if row.step == Step.ENDED.value), "")
    held.told(door, member, own=own, on=on)
    if lost or (leaving.why == Leaves.STOPS.value and not said):
        for meaning in Meaning:
            wishes.end_as_told(door, member, meaning, on, voice=Voice.OTHER if lost else Voice.PERSON)
        letting_go.end_every_yes(door, member)  # whoever wrote it: the child knows it, and opens it anew (R7)
    if lost or not own:
        as_heard.write_down(door, write, stood, words=words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Itself:
    """What somebody says of itself: that it rests or stops, who tells it, and whether it picks up until then."""

    step: Step
    teller: str = ""
    picks_up: bool | None = None


def says_itself(door: Door, said: Itself, *, act: UUID) -> None:
    """Who stands beside the child pauses or stops, and says so itself; nobody is obliged (brief 1.2).

    What ends, ends at once; the child reads nothing of it until a person told it (R15).  Raises `NotAllowedError`, also
    while something that it said before was not told yet; a pause is asked once.
    """
    member, step = min(door.sieve(Section.SUPPORT).mine, default=None), said.step
    rests = step is Step.PAUSED and own_pause(door) is not None
    if door.relation not in NETWORK or member is None or rests or waits_to_be_told(door):
        raise NotAllowedError
    today, wall = clock.today(), next(iter(door.walls), None)
    why = Leaves.STOPS if step is Step.ENDED else Leaves.PAUSE
    with door.writes(Event.LEAVING_HEARD, once=act, codes=(step.value,)) as write:
        held.keep(write, held.Says(member=member, step=step, on=today, wall=wall, picks_up=said.picks_up))
        filing = Filing(klass=Klass.CONFIDENCE, topic=Topic.BESIDE_ME, about=member, wall=wall, look_on=today)
        write.add(Leaving, filing, member_id=member, why=why.value, heard_on=today, teller=said.teller)
        if step is Step.ENDED:
            placing.hold_back(door, member, Relation.SUPPORTER)
        if step is Step.ENDED and said.picks_up is False:
            crying.answers_no_more(door, member)


def says_it_goes_on(door: Door, *, act: UUID) -> None:
    """Who asked the pause says that it is over; what the child was told of it, a person tells (R15).

    Raises `NotAllowedError` for who asked none, and for the second time.
    """
    pause, member = own_pause(door), min(door.sieve(Section.SUPPORT).mine, default=None)
    if pause is None or pause.goes_on or member is None:
        raise NotAllowedError
    wall, known = next(iter(door.walls), None), pause.is_told
    says = held.Says(member=member, step=Step.RESUMED, on=clock.today(), wall=wall, denies=not known)
    with door.writes(Event.LEAVING_HEARD, once=act, codes=(Step.RESUMED.value,)) as write:
        held.keep(write, says) if known else held.denies(door, write, says)


def says_it_stays(door: Door, *, act: UUID) -> None:
    """Who said that it stops takes that back itself, while nobody told the child (R7, R15).

    Raises `NotAllowedError` for who did not say so, and once the child was told.
    """
    member = min(door.sieve(Section.SUPPORT).mine, default=None)
    if member is None or not waits_to_be_told(door) or told_after.told_of(door, {member}):
        raise NotAllowedError
    with door.writes(Event.LEAVING_HEARD, once=act, codes=(Step.RESUMED.value,)) as write:
        crying.answers_again(door, member)
        held.stays(door, member, write)


def says_it_was_told(door: Door, said: Told, *, act: UUID) -> None:
    """Who stopped after the help says that a person told the child: from now on the child reads it (R15).

    Only there: where somebody works with the child, that one writes it down.  Once; raises `NotAllowedError`.
    """
    mine, closed = door.sieve(Section.SUPPORT).mine, door.dossier.closed_on is not None
    wrong = wrong_day(said.on, first=door.dossier.opened_on, on=clock.today())
    if not closed or wrong or not waits_to_be_told(door) or told_after.told_of(door, mine):
        raise NotAllowedError
    with door.writes(Event.LEAVING_SAID_TOLD, once=act):
        told_after.write_down(door, said.on, said.by)


def waits_to_be_told(door: Door) -> bool:
    """Whether the visitor said that it stops, and the child was not told yet; of what stands there it reads nothing."""
    mine = door.sieve(Section.SUPPORT).mine
    if not any(held_back(door.dossier.pk, member) is not None for member in mine):
        return False
    yes = written_for_me(door)  # who never said yes comes in as less too, and did not say that it stops
    return yes is None or not yes.denied


def goes_on(door: Door, member: UUID, *, act: UUID) -> bool:
    """It pauses or stops no more.  Whether the child knew of it, and was told this too; else there is nothing to tell.

    Raises `NotAllowedError`, also of what the person said here itself: only its own tap takes that back.
    """
    said, lost = held.of(door, member), Leaving.objects.filter(member=member, told_on=None, why=Leaves.LOST.value)
    if own_word.is_its_own(door, member, said):
        raise NotAllowedError
    with door.writes(Event.LEAVING_HEARD, once=act) as write:
        written_only = not said and door.within(lost).exists()
        for row in door.within(Leaving.objects.filter(member=member, told_on=None)):
            write.remove(row)
        crying.answers_again(door, member)
        return False if written_only else held.take_back(door, member)
