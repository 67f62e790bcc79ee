"""A person says no, pauses or stops, and the child was not told yet: a person tells it, and never a page (R15).

What the person itself says here ends at once: it comes in as less from now on.  What a worker wrote down as the word of
that person ends nothing, until the person says that it is so or the child was told: nobody but the child or the person
ends, and nobody in secret (R2).  What the child reads stays what it was told last, until somebody told it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from kring.access import reported
from kring.access.acts import letting_go, placing, reporting
from kring.access.acts.again import ask_again, close_what_it_told
from kring.access.door import Door
from kring.access.looks import NOT_SO
from kring.access.standing import held_back
from kring.access.writing import ITSELF, Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.kit import clock
from kring.law import ways
from kring.law.access import Klass, Relation, Section, Topic
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Step, Voice, is_told_first, may_write
from kring.rights import facts, own_word
from kring.rights.acts import signs, wishes
from kring.rights.acts.steps import MayNotTake, New
from kring.rights.models import Serving, Taken, Wish
from kring.rights.paths import Path, path_of, wanted
from kring.rights.untold import is_denial, still


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """What a person says of itself: that it stops, pauses, or says no to the question; since when, in which words."""

    member: UUID
    step: Step
    on: date
    wall: UUID | None = None
    reply: Answered | None = None
    words: str = ""
    picks_up: bool | None = None
    """Of who stops: whether it answers the telephone until the child was told."""
    heard: bool = False
    """Somebody only heard it: nobody knows the day on which it was said."""
    denies: bool = False
    """What was written of it is not so, or not any more, and the child never knew: there is nothing to tell."""


def hold(door: Door, path: Path, new: New, *, act: UUID, on: date) -> None:
    """Who works with the child writes it down as it heard it; by that nothing of the standing changes yet.

    Raises `MayNotTake` with the grounds, and `NotAllowedError` against the person's own word, or before it gave that.
    """
    decision = may_write(wanted(door, path, new.record), path.records, on=on)
    if not decision.allowed:
        raise MayNotTake(decision)
    if not is_told_first(new.record) or own_word.why_not(door, path.member, of(door, path.member)):
        raise NotAllowedError
    said = Says(member=path.member, step=new.step, on=new.on, reply=new.reply, words=new.words)
    with door.writes(Event.LEAVING_HEARD, once=act, codes=(new.step.value,)) as write:
        keep(write, said, wish=path.wish.pk)
        reporting.report(door, path.member, new.step, on=new.on, comes_in_as=_what_stays(door, path))


def ask_itself(door: Door, write: Writing, member: UUID, *, on: date, look_on: date) -> None:
    """Somebody heard that it stops: it is asked here whether that is so, as soon as it comes in (R2).

    Part of that act; not where something of it is held already.
    """
    if not of(door, member):
        write.look_again(keep(write, Says(member=member, step=Step.ENDED, on=on, heard=True)), on=look_on)
        reporting.report(door, member, Step.ENDED, on=on, comes_in_as=Relation.SUPPORTER)


def confirm(door: Door, *, so: bool, act: UUID) -> None:
    """The person itself says whether what a worker wrote down is so; raises `NotAllowedError` when nothing was written.

    So: what ends, ends now.  Not so: it stays as it was, and who works with the child reads that it was said.
    """
    asked = written_of_me(door)
    if asked is None:
        raise NotAllowedError
    member, step = asked.item_id, Step(asked.step)
    with door.writes(Event.LEAVING_HEARD, once=act, codes=((step if so else Step.RESUMED).value,)) as write:
        if not so:
            wall = next(iter(door.walls), None)
            denies(door, write, Says(member=member, step=Step.RESUMED, on=clock.today(), wall=wall, denies=True))
        elif step is Step.ENDED:
            placing.hold_back(door, member, ways.the_lesser(door.relation, Relation(asked.comes_in_as)))
        reporting.settle(member)


def written_of_me(door: Door) -> reported.Reported | None:
    """What a worker wrote down as the word of the visitor, while the visitor did not say whether it is so."""
    mine = door.sieve(Section.SUPPORT).mine if door.relation in ways.NETWORK else ()
    return reported.of(mine) if mine else None


def keep(write: Writing, said: Says, *, wish: UUID | None = None) -> Taken:
    """One row that the child does not read; somebody looks at it every day until the child was told.

    Where a call of the child would not be answered, it should have been told yesterday (`access.looks`).
    """
    look_on = said.on - timedelta(days=1) if said.picks_up is False else said.on
    topic = NOT_SO if said.denies else Topic.BESIDE_ME
    filing = Filing(klass=Klass.CONFIDENCE, topic=topic, about=said.member, wall=said.wall, look_on=look_on)
    told: dict[str, Any] = {"wish_id": wish, "member_id": said.member, "taken_on": said.on}
    told |= {"reply": said.reply or "", "words": said.words, "picks_up": said.picks_up}
    told["expressed"] = "" if wish or said.heard else ITSELF
    return write.add(Taken, filing, step=said.step.value, voice=Voice.PERSON.value, **told)


def denies(door: Door, write: Writing, said: Says) -> None:
    """The person says that it is not so: who works with the child reads that, and nothing waits to be told (R2)."""
    reporting.nothing_to_tell(door, said.member)
    keep(write, said)


def of(door: Door, member: UUID) -> list[Taken]:
    """What is held of one person, for who may read it."""
    return [row for row in door.within(Taken.objects.filter(member=member).order_by("pk")) if row.is_held]


def is_heard(row: Taken) -> bool:
    """Whether somebody only heard it, so that nobody knows since which day."""
    return row.wish_id is None and row.expressed != ITSELF


def told(door: Door, member: UUID, *, own: bool = True, on: date | None = None) -> None:
    """The child was told: from now on it stands on its page, with the day the person said so.  Part of that act.

    `own`: by its own word; else the child can say that it is not so.  `on`: since when, of what was only heard.
    Raises `NotAllowedError` where the person itself said that it is not so: there is nothing to tell.
    """
    rows = of(door, member)
    so = still(rows)
    if rows and not so:
        raise NotAllowedError
    _stays_closed(door, member)
    for row in {(row.step, row.wish_id): row for row in reversed(so)}.values():
        named = {one.pk: Meaning(one.meaning) for one in _named(door, row)}
        for meaning in dict.fromkeys(named.values()):
            if row.step == Step.ENDED.value:
                wishes.end_as_told(door, member, meaning, (is_heard(row) and on) or row.taken_on)
            else:
                _show(door, row, (min(key for key, one in named.items() if one is meaning), meaning), own=own)
    for row in rows:
        with door.writes(Event.LEAVING_HEARD, once=None, codes=(row.step,)) as write:
            write.remove(row)
    reporting.settle(member)
    if any(row.step == Step.ENDED.value for row in so):
        letting_go.end_every_yes(door, member)  # also of whom the child let in and never named: it reads nothing again
        placing.stand_as(door, member, facts.comes_in_as(door, member))


def take_back(door: Door, member: UUID, *, act: UUID | None = None) -> bool:
    """It goes on after all, and the child never knew: there is nothing to tell.  Raises `NotAllowedError`.

    What the child opened to who had stopped itself, stays closed: each yes waits until the child says it anew (R7).

    After a pause that the child does know of, it was told that it goes on: whether that is so.
    """
    rows = of(door, member)
    if not rows:
        raise NotAllowedError
    with door.writes(Event.LEAVING_HEARD, once=act, codes=(Step.RESUMED.value,)) as write:
        stopped = any(row.step == Step.ENDED.value for row in rows)
        if stopped:
            _reopens_nothing(door, member)
        _let_go(write, rows)
        reporting.settle(member)
        if stopped:
            placing.stand_as(door, member, facts.chosen_as(door, member))
        return all(is_denial(row) for row in rows) and _goes_on(door, rows[-1])


def _let_go(write: Writing, rows: list[Taken]) -> None:
    """Nothing of it is told any more.  That a worker wrote what the person itself denied, stays (`rights.denied`)."""
    so = still(rows)
    for row in rows:
        if row in so or is_denial(row) or row.expressed == ITSELF:
            write.remove(row)
        else:
            write.change(row, unsaid_on=clock.today())
            write.look_again(row, on=None)


def stays(door: Door, member: UUID, write: Writing) -> None:
    """The person itself says that it does not stop, before the child knew: its own word, dated.  Part of that act.

    It comes in again as the child knows it; what closed when it stopped, stays so until the child says yes anew (R7).
    """
    wall = next(iter(door.walls), None)
    denies(door, write, Says(member=member, step=Step.RESUMED, on=clock.today(), wall=wall, denies=True))
    _reopens_nothing(door, member)
    placing.comes_back(door, member)


def _stays_closed(door: Door, member: UUID) -> None:
    """Of who stopped itself, before it stands otherwise: what the child told it alone is not read again (R7)."""
    if held_back(door.dossier.pk, member) is Relation.SUPPORTER:
        close_what_it_told(door, member, asks=False)


def _reopens_nothing(door: Door, member: UUID) -> None:
    if held_back(door.dossier.pk, member) is Relation.SUPPORTER:
        ask_again(door, members=[member])
        close_what_it_told(door, member, asks=True)


def _goes_on(door: Door, row: Taken) -> bool:
    """The pause of which the child knows is over: it stands so from now on, as the word of the person."""
    named = _named(door, row)
    taken = list(door.within(Taken.objects.filter(member=row.member_id)))
    over = [
        path
        for meaning in Meaning
        if (same := [one for one in named if one.meaning == meaning.value])
        and (path := path_of(same, taken, None)).paused_by is Voice.PERSON
    ]
    for path in over:
        _show(door, row, (path.wish.pk, path.meaning), own=True)
    return bool(over)


def _what_stays(door: Door, path: Path) -> Relation:
    """As what the person comes in, without the paths that it stopped."""
    member = path.member
    over = {one.meaning for row in still(of(door, member)) if row.step == Step.ENDED.value for one in _named(door, row)}
    serving = door.within(Serving.objects.in_force().filter(member=member)).exists()
    jim = door.within(Wish.objects.in_force().filter(member=member, meaning=Meaning.JIM.value)).exists()
    serves = serving and Meaning.TRUST_PERSON.value not in over
    return ways.comes_in_as(serves=serves, chosen_as_jim=jim and Meaning.JIM.value not in over)


def _named(door: Door, row: Taken) -> list[Wish]:
    """The wishes in force that it is about; all of this person, where it says so itself."""
    in_force = Wish.objects.in_force().filter(member=row.member_id)
    return list(door.within(in_force.filter(pk=row.wish_id) if row.wish_id else in_force))


def _show(door: Door, row: Taken, path: tuple[UUID, Meaning], *, own: bool) -> None:
    """A no, a pause, or that it goes on: on the page of the child, once it was told."""
    wish, meaning = path
    filing = Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME, about=row.member_id)
    with door.writes(Event.STEP_TAKEN, once=None, codes=(row.step, meaning.value)) as write:
        said: dict[str, Any] = {"wish_id": wish, "member_id": row.member_id, "taken_on": row.taken_on}
        said |= {"reply": row.reply, "words": row.words, "expressed": ITSELF if own else ""}
        write.add(Taken, filing, step=row.step, voice=row.voice, **said)
        if row.step in {Step.PAUSED.value, Step.RESUMED.value}:
            for one in door.within(Wish.objects.filter(pk=wish)):
                signs.rest(write, one, row.taken_on if row.step == Step.PAUSED.value else None)
