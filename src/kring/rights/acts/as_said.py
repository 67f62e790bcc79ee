"""What a worker writes down as the word of the child about its choice, and what the child says of that (R2, R23).

Nobody but the child ends its choice.  Who writes down that it did, says when and how it was said; the child reads by
whom it was written, and puts it right with one tap.  The choice then stands as if it had never ended, where it can.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts import crying, placing
from kring.access.acts.again import ask_again
from kring.access.door import Door
from kring.access.looks import look_no_more_after
from kring.access.standing import held_back
from kring.access.weighed import to_weigh
from kring.access.writing import NotAllowedError, Writing
from kring.audit.events import Event
from kring.circle.models import Sign
from kring.kit import clock
from kring.law.access import Relation
from kring.law.endings import still_again
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Answered, Record, Step, Voice
from kring.rights import facts
from kring.rights.acts import conditions, serving, signs, wishes
from kring.rights.acts.steps import filing
from kring.rights.models import Appointment, Serving, Taken, Wish
from kring.rights.paths import Path, path_as


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """How the child said that it chose otherwise, when, and in which words."""

    expressed: Expressed
    on: date
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """What the child said it never said: about whom, and whether the choice stands again by it."""

    member: UUID
    ended: bool
    stands: bool
    step: Step = Step.ENDED


def end(door: Door, path: Path, said: Otherwise, *, act: UUID) -> None:
    """The child chose otherwise, and who works with it writes that down; what it says is kept beside the end.

    Raises `MayNotTake` for a day that cannot be, and `NotAllowedError` for the child: that does it itself, in one step.
    """
    if door.relation is Relation.CHILD:
        raise NotAllowedError
    rows = list(door.within(Wish.objects.in_force().filter(member=path.member, meaning=path.meaning.value)))
    over = Record(step=Step.ENDED, on=said.on)
    wishes.only_on_such_a_day(door, path, rows, over, today=clock.today())
    with door.writes(Event.STEP_TAKEN, once=act, codes=(Step.ENDED.value, path.meaning.value)) as write:
        wishes.close(door, rows, over, act=None)
        row = {"wish_id": path.wish.pk, "member_id": path.member, "taken_on": said.on, "words": said.words}
        step = {"step": Step.ENDED.value, "voice": Voice.CHILD.value, "expressed": said.expressed.value}
        write.add(Taken, filing(path), **row, **step)


def deny(door: Door, key: UUID, *, act: UUID) -> Unsaid:
    """The child never said this, or it is not so: a choice, an end or a step of it that somebody else wrote down.

    Or what stands there of a condition of the law.

    No reason is asked.

    Who works with the child has it to look at.  Raises `NotAllowedError` for anybody else, and for what the child wrote
    itself or said this of before.
    """
    if door.relation is not Relation.CHILD:
        raise NotAllowedError
    written = _written(door, key)
    if written is not None:
        return (_never_ended if written.step == Step.ENDED.value else _never_so)(door, written, act=act)
    wish = door.within(Wish.objects.in_force().filter(pk=key).exclude(item__author=door.me)).first()
    if wish is None:
        of = conditions.deny(door, key, act=act)
        return Unsaid(member=of, ended=False, stands=True, step=Step.WISHED)
    return _never_chosen(door, wish, act=act)


def _written(door: Door, key: UUID) -> Taken | None:
    rows = Taken.objects.filter(pk=key)
    found: Taken | None = door.within((rows.stands_in_the_way() | rows.in_its_name()).not_by(door.me)).first()
    return found


def talked_of(door: Door, key: UUID, *, act: UUID) -> None:
    """Who works with the child read that it never said this, and talked about it.  Raises `NotAllowedError`.

    Of who serves, and said that its yes was none: now that the child knows, the position is over.  What the child chose
    stands, and is asked anew (`acts.own_answer`).
    """
    unsaid = Taken.objects.filter(pk=key, unsaid_on__isnull=False, item__look_on__isnull=False)
    row = door.within(unsaid).first() if door.relation is Relation.WORKER else None
    if row is None:
        raise NotAllowedError
    with door.writes(Event.WISH_UNSAID_TALKED_OF, once=act) as write:
        write.look_again(row, on=None)
        write.subject = row.pk
        if (row.step, row.reply) == (Step.ANSWERED.value, Answered.YES.value):
            _serves_no_more(door, row.member_id)


def _serves_no_more(door: Door, member: UUID) -> None:
    """Who comes in as less since it said so, stands so for the child as well.

    What the child opened it opened to one with that position: each yes waits until the child says it anew (R7, R10).
    """
    now = held_back(door.dossier.pk, member)
    if now is None:
        return
    if door.within(Serving.objects.in_force().filter(member=member)).exists():
        serving.end(door, member, on=clock.today())
    ask_again(door, members=[member])
    placing.stand_as(door, member, now)


def _never_chosen(door: Door, wish: Wish, *, act: UUID) -> Unsaid:
    """What was named goes, unless the child named it itself as well."""
    today, path = clock.today(), Path(wish=wish, since=wish.named_on)
    same = Wish.objects.in_force().filter(member=wish.member_id, meaning=wish.meaning).exclude(pk=wish.pk)
    stands = door.within(same).exists()
    with door.writes(Event.WISH_UNSAID, once=act, codes=(Step.WISHED.value, wish.meaning)) as write:
        if stands:
            write.change(wish, withdrawn_on=max(today, wish.named_on), ended_by=Voice.CHILD.value)
            write.look_again(wish, on=None)
            signs.take_away(write, [wish])
        else:
            wishes.close(door, [wish], Record(step=Step.ENDED, on=today), act=None)
        told = {"step": Step.WISHED.value, "voice": Voice.CHILD.value, "taken_on": today, "unsaid_on": today}
        row = write.add(Taken, filing(path), wish_id=wish.pk, member_id=wish.member_id, **told)
        write.look_again(row, on=today)
    return Unsaid(member=wish.member_id, ended=False, stands=stands)


def _never_ended(door: Door, written: Taken, *, act: UUID) -> Unsaid:
    """It stands again, unless the child chose the same person anew meanwhile: then that stands, or was ended later."""
    today, member = clock.today(), written.member_id
    meaning = door.within(Wish.objects.filter(pk=written.wish_id)).values_list("meaning", flat=True).get()
    same = list(door.within(Wish.objects.filter(member=member, meaning=meaning).order_by("pk")))
    anew = any(row.pk > written.pk for row in same)
    back = [] if anew else _ended_by(door, same, written)
    with door.writes(Event.WISH_UNSAID, once=act, codes=(Step.ENDED.value, meaning)) as write:
        write.change(written, version=written.item.version, unsaid_on=today)
        write.look_again(written, on=today)
        write.subject = written.pk
        for row in back:
            write.change(row, withdrawn_on=None, passed_on=None, passed_by="")
            write.look_again(row, on=still_again(today))
        look_no_more_after(door, member, written.pk)
        if back:
            _stand_again(door, write, back, written)
    stands = bool(back) or any(row.withdrawn_on is None for row in same)
    return Unsaid(member=member, ended=True, stands=stands)


def _never_so(door: Door, written: Taken, *, act: UUID) -> Unsaid:
    """The step does not stand there any more: it goes on from where it was, also with a pause that did not end."""
    today, step = clock.today(), Step(written.step)
    with door.writes(Event.WISH_UNSAID, once=act, codes=(step.value,)) as write:
        write.change(written, version=written.item.version, unsaid_on=today)
        write.look_again(written, on=today)
        write.subject = written.pk
        for wish in door.within(Wish.objects.in_force().filter(pk=written.wish_id)):
            path = path_as(door, wish.member_id, Meaning(wish.meaning))
            if step in {Step.PAUSED, Step.RESUMED}:
                signs.rest(write, wish, path.paused_on)
            if step is Step.ASKED and not path.was_asked:
                write.change(wish, unasked_since=today)
    return Unsaid(member=written.member_id, ended=False, stands=True, step=step)


def _ended_by(door: Door, same: list[Wish], written: Taken) -> list[Wish]:
    """What stood when that was written: not what the child ended itself before, nor what it says it never chose."""
    first = written.wish_id or written.pk
    never = {one.wish_id for one in _never(door, written)}
    stood = [row for row in same if row.pk >= first and row.pk not in never]
    return [row for row in stood if row.withdrawn_on == max(written.taken_on, row.named_on)]


def _stand_again(door: Door, write: Writing, back: list[Wish], written: Taken) -> None:
    """Its place, its sign, its agreements and its serving.  Every yes that closed stays closed: it is asked anew."""
    member, meaning = written.member_id, Meaning(back[0].meaning)
    serving = _serving(door, written) if meaning is Meaning.TRUST_PERSON else None
    if serving is not None:
        write.change(serving, ended_on=None)
    for row in (*back, *([serving] if serving else [])):
        sign = door.within(Sign.objects.filter(item__about=row.pk).order_by("-pk")).first()
        if sign is not None:
            write.change(sign, until_at=None, ended_by=None)
    if written.voice != Voice.CHILD.value:
        crying.answers_again(door, member)
    if placing.choose_as(door, member, meaning) and held_back(door.dossier.pk, member) is None:
        placing.stand_as(door, member, facts.comes_in_as(door, member))


def _serving(door: Door, written: Taken) -> Serving | None:
    """The serving that ended with it, and none that the child ended before.

    None where somebody was appointed meanwhile either: then it begins anew (R6).
    """
    appointed = to_weigh(door, Appointment.objects.in_force().exclude(decided_on=None)).exists()
    first = written.wish_id or written.pk
    since = min([first, *(one.wish_id for one in _never(door, written) if one.wish_id and one.pk > first)])
    ended = Serving.objects.filter(member=written.member_id, ended_on=written.taken_on, pk__lt=written.pk)
    row: Serving | None = None if appointed else door.within(ended.filter(pk__gt=since).order_by("-pk")).first()
    return row


def _never(door: Door, written: Taken) -> list[Taken]:
    """Of which choices of this person the child said that it never made them."""
    never = Taken.objects.filter(member=written.member_id, step=Step.WISHED.value, unsaid_on__isnull=False)
    return list(door.within(never))
