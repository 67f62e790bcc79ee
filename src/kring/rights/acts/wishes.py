"""Naming someone, and changing one's mind.  Nothing here can refuse a child (R1, R2, A63)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts import letting_go, placing
from kring.access.door import Door
from kring.access.standing import held_back
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.circle import reading as circle
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.circle.models import Member
from kring.journal.acts import plan
from kring.kit import clock
from kring.law.access import Klass, Relation, Topic
from kring.law.endings import still_again
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Record, Step, Voice, may_write
from kring.rights import facts
from kring.rights.acts import serving, signs, trials
from kring.rights.acts.steps import MayNotTake, filing
from kring.rights.denied import choice_is_denied
from kring.rights.models import Taken, Wish
from kring.rights.paths import Path, wanted

AS = {Meaning.TRUST_PERSON: Relation.TRUST_PERSON, Meaning.JIM: Relation.JIM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the child said, and how: the law asks for no form (brief 1.3)."""

    meaning: Meaning
    expressed: Expressed
    on: date
    present: str = ""
    words: str = ""
    pointed: tuple[str, ...] = ()


def name(door: Door, who: UUID | str, said: Said, *, act: UUID) -> UUID:
    """The child says who stands beside it: someone of the circle, or a call name that was not there yet.  The wish.

    What stands there already, word for word, is not written a second time.  Raises `NotAllowedError` for who writes a
    choice that the child denied.
    """
    if there := stands_already(door, who, said):
        return there
    if choice_is_denied(door, who):
        raise NotAllowedError
    with door.writes(Event.WISH_EXPRESSED, once=act, codes=(said.meaning.value, said.expressed.value)) as write:
        member, called = _someone(door, write, who)
        mine = door.relation is Relation.CHILD
        again = not mine and facts.was_ended(door, member, said.meaning)
        anew = again or facts.stopped_itself(door, member, said.meaning)
        wish = write.add(
            Wish,
            Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME, about=member, look_on=still_again(said.on)),
            member_id=member,
            called=called,
            meaning=said.meaning.value,
            expressed=said.expressed.value,
            named_on=said.on,
            present=said.present,
            words=said.words,
            pointed=list(said.pointed),
            unasked_since=said.on if anew or mine else None,
        )
        write.subject = wish.pk
        _again(door, write, wish, anew=anew)
        if again:
            _written(write, wish, said)
        signs.show(write, wish)
    said_as: UUID = wish.pk
    return said_as


def _written(write: Writing, wish: Wish, said: Said) -> None:
    """Who works with the child wrote that it chose somebody anew whom it had let go: its first page says by whom."""
    told = {"step": Step.WISHED.value, "voice": Voice.CHILD.value, "expressed": said.expressed.value}
    row = {"wish_id": wish.pk, "member_id": wish.member_id, "taken_on": clock.today()}
    write.add(Taken, filing(Path(wish=wish, since=wish.named_on)), **row, **told)


def stands_already(door: Door, who: UUID | str, said: Said) -> UUID | None:
    """The same wish, sent from another tab or device: of one person, as the same, on one day, in the same words.

    By the same hand, and not ended since: each naming is a record (R1), and this is the one that stands there.  A call
    name that is typed may be another person of that name: that is asked afterwards, and never guessed.
    """
    if isinstance(who, str):
        return None
    wishes = Wish.objects.in_force().filter(member=who, meaning=said.meaning.value, named_on=said.on)
    here = door.within(wishes.filter(expressed=said.expressed.value, item__author=door.me))
    alike = (said.present, said.words, list(said.pointed))
    return next((row.pk for row in here if (row.present, row.words, row.pointed) == alike), None)


def withdraw(door: Door, member: UUID, meaning: Meaning, *, act: UUID, on: date) -> bool:
    """The child itself chose otherwise: no reason is asked, and naming again undoes it.  A serving ends with it.

    No message goes to who was chosen: a person tells it, and who works with the child has that to do (brief 10.17).

    False when nothing of it stood any more.  Raises `NotAllowedError` for anybody else: what a worker writes down as
    the word of the child is `acts.as_said`, with when and how it was said.
    """
    if door.relation is not Relation.CHILD:
        raise NotAllowedError
    rows = list(door.within(Wish.objects.in_force().filter(member=member, meaning=meaning.value)))
    if rows:
        close(door, rows, Record(step=Step.ENDED, on=on), act=act)
    return bool(rows)


def stop(door: Door, path: Path, since: date, *, act: UUID, today: date) -> None:
    """The child writes that the person said that it stops.  What the child said stays, with its days.

    What a worker writes of that waits (`acts.held`), and raises `NotAllowedError` here.  Raises `MayNotTake` for a day
    that cannot be: also for one before the child named this person again.
    """
    if door.relation is not Relation.CHILD:
        raise NotAllowedError
    rows = list(door.within(Wish.objects.in_force().filter(member=path.member, meaning=path.meaning.value)))
    end = Record(step=Step.ENDED, on=since, voice=Voice.PERSON)
    only_on_such_a_day(door, path, rows, end, today=today)
    close(door, rows, end, act=act)


def only_on_such_a_day(door: Door, path: Path, rows: list[Wish], end: Record, *, today: date) -> None:
    """It can have ended then, by that voice.  Raises `MayNotTake` with the grounds."""
    again = [Record(step=Step.WISHED, on=row.named_on) for row in rows]
    decision = may_write(wanted(door, path, end), [*path.records, *again], on=today)
    if not decision.allowed:
        raise MayNotTake(decision)


def end_as_told(door: Door, member: UUID, meaning: Meaning, on: date, *, voice: Voice = Voice.PERSON) -> None:
    """The child was told that this person stops, or is lost: from then it is so (R15).  Part of that act."""
    rows = list(door.within(Wish.objects.in_force().filter(member=member, meaning=meaning.value)))
    if rows:
        close(door, rows, Record(step=Step.ENDED, on=on, voice=voice), act=None)


def _again(door: Door, write: Writing, wish: Wish, *, anew: bool) -> None:
    """Chosen after it was ended: nobody has to tell that any more, and who came in as JIM does so again.

    What the child let this person know before does not come back by it: that is asked anew.  Who stopped itself is put
    back by no screen: first somebody asks, and it says yes (R9; `steps.take`).  So it is where another wrote that the
    child chose again: what the child closed, no word of another opens (R7).
    """
    member, meaning = wish.member_id, Meaning(wish.meaning)
    came_in_so = not anew and placing.choose_as(door, member, meaning)
    ended = Wish.objects.filter(member=member, meaning=meaning.value, withdrawn_on__isnull=False)
    for row in door.within(ended.filter(item__look_on__isnull=False)):
        write.look_again(row, on=None)
    if not anew:
        plan.to_look_at(door, write, wish.called, on=None)
    if came_in_so and meaning is Meaning.JIM and held_back(door.dossier.pk, member) is None:
        placing.stand_as(door, member, facts.comes_in_as(door, member))


def close(door: Door, rows: list[Wish], end: Record, *, act: UUID | None) -> None:
    """What stood on these closes at the next request: the place, every yes towards this person, their agreements."""
    meaning, member = Meaning(rows[0].meaning), rows[0].member_id
    tells = end.voice is Voice.CHILD and facts.knows_of_it(door, member)
    with door.writes(Event.WISH_WITHDRAWN, once=act, codes=(meaning.value, end.voice.value)) as write:
        for wish in rows:
            write.change(wish, withdrawn_on=max(end.on, wish.named_on), ended_by=end.voice.value)
            write.look_again(wish, on=end.on if tells else None)
        trials.over(door, write, [wish.pk for wish in rows])
        if meaning is Meaning.TRUST_PERSON:
            serving.end(door, member, on=end.on)
        letting_go.end_every_yes(door, member)
        letting_go.end_what_it_shares(door, member)
        goes_on = door.within(Wish.objects.in_force().filter(member=member)).exists()
        placing.end_as(door, member, [meaning] if goes_on else _over_as(door, member, meaning))
        if not goes_on and not tells:
            placing.looks_no_more(door, member)  # else once it was told: until then the child may take it back
        placing.stand_anew(door, member)
        _comes_in(door, member, meaning, end.voice)
        signs.take_away(write, rows)
        if end.voice is Voice.CHILD and not goes_on:  # what the plan says of it is looked at together, as of who stops
            plan.to_look_at(door, write, rows[0].called, on=end.on)


def _over_as(door: Door, member: UUID, ended: Meaning) -> list[Meaning]:
    """As what it stands there no more: as nothing, but for who was let in as a supporter and never heard of the choice.

    That it was chosen and is not any more changes nothing for that one: the child let it in, and did not end that (R2).
    """
    heard = ended is Meaning.SUPPORTER or facts.was_asked(door, member) or facts.came_in_chosen(door, member)
    return [one for one in Meaning if heard or one is not Meaning.SUPPORTER]


def _comes_in(door: Door, member: UUID, ended: Meaning, voice: Voice) -> None:
    """As what it comes in from now on; what it said of itself and the child was not told yet, stays so (R15)."""
    held, known = held_back(door.dossier.pk, member), facts.chosen_as(door, member)
    if held is None or voice is not Voice.CHILD:
        placing.stand_as(door, member, facts.comes_in_as(door, member))
        return
    placing.stand_as(door, member, Relation.SUPPORTER if held is AS.get(ended) else held)
    placing.known_as(door, member, known)


def _someone(door: Door, write: Writing, who: UUID | str) -> tuple[UUID, str]:
    if isinstance(who, str):
        return people.named(write, [who], layer=Layer.CHILD)[0], who
    if not door.within(Member.objects.filter(pk=who)).exists():
        raise NotAllowedError
    return who, circle.names(door, [who]).get(who, "")
