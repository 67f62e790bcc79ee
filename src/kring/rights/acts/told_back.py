"""Somebody tapped that the child was told, and it was not: what the child reads is again what it was told last (R15).

What stood before is kept beside the telling for that.  What closed for good stays closed, and is asked anew: what was
looked at for a serving (R5), and every yes of the child (R7).
"""

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from kring.access import reported
from kring.access.acts import placing, reporting
from kring.access.door import Door
from kring.access.over import over_for
from kring.access.same import SamePerson
from kring.access.writing import NotAllowedError, Writing
from kring.circle.models import Sign
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Klass, Relation
from kring.law.endings import still_again
from kring.law.meaning import Meaning
from kring.law.steps import Step, Voice
from kring.law.ways import NETWORK
from kring.rights.acts import held, signs
from kring.rights.models import Serving, Taken, Wish


@dataclass(frozen=True, slots=True)
class Before:
    """What stood of one person while the child did not know yet: keys and days, and what the person said."""

    wishes: list[str] = field(default_factory=list)
    servings: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    ends: list[list[str]] = field(default_factory=list)
    """Of each word of the person that it stops: about which wish, since which day, in which words."""
    place: list[str] = field(default_factory=list)
    """As what the child knew it, and as what it came in, where it did."""
    asked: list[str] = field(default_factory=list)
    """What the person was still to say itself: which step, of which day, as what it comes in then."""

    def as_kept(self) -> str:
        """As it is kept, encrypted, beside the telling."""
        return json.dumps(asdict(self))


def before(door: Door, member: UUID) -> Before:
    """What stands now of this person; read before the telling changes it."""
    wishes = door.within(Wish.objects.in_force().filter(member=member))
    servings = door.within(Serving.objects.in_force().filter(member=member))
    taken = list(door.within(Taken.objects.filter(member=member)))
    ends = [row for row in taken if row.is_held and row.step == Step.ENDED.value]
    here, said = _place(door, member), reported.of([member])
    return Before(
        wishes=[str(row.pk) for row in wishes],
        servings=[str(row.pk) for row in servings],
        over=[meaning for _, meaning in over_for(door.dossier.pk, [member])],
        taken=[str(row.pk) for row in taken],
        ends=[[str(row.wish_id or ""), row.taken_on.isoformat(), row.words] for row in ends],
        place=[here.known_as, here.relation if here.told_as else ""] if here else [],
        asked=[said.step, said.said_on.isoformat(), said.comes_in_as] if said else [],
    )


def give_back(write: Writing, door: Door, member: UUID, kept: str) -> None:
    """It stands again as before the telling.  Raises `NotAllowedError` where the child chose that person anew since."""
    was = Before(**json.loads(kept))
    now = list(door.within(Wish.objects.filter(member=member).order_by("pk")))
    if any(row.withdrawn_on is None and str(row.pk) not in was.wishes for row in now):
        raise NotAllowedError
    _stand_again(write, door, member, was, [row for row in now if str(row.pk) in was.wishes and row.withdrawn_on])
    _unshow(write, door, member, was)
    for wish, on, words in was.ends:
        said = held.Says(member=member, step=Step.ENDED, on=date.fromisoformat(on), words=words)
        held.keep(write, said, wish=UUID(wish) if wish else None)
    if was.asked:
        step, on, comes_in_as = was.asked
        day = date.fromisoformat(on)
        reporting.report(door, member, Step(step), on=day, comes_in_as=Relation(comes_in_as))
    if was.place:
        known_as, relation = was.place
        placing.stand_as(door, member, Relation(known_as))
        if relation:
            placing.hold_back(door, member, Relation(relation))


def _stand_again(write: Writing, door: Door, member: UUID, was: Before, wishes: list[Wish]) -> None:
    ended = door.within(Serving.objects.filter(pk__in=[UUID(one) for one in was.servings], ended_on__isnull=False))
    servings = list(ended) if wishes else []
    for wish in wishes:
        write.change(wish, withdrawn_on=None, ended_by=Voice.CHILD.value)
        write.look_again(wish, on=still_again(clock.today()))
    for serving in servings:
        write.change(serving, ended_on=None)
    for row in (*wishes, *servings):
        sign = door.within(Sign.objects.filter(item__about=row.pk).order_by("-pk")).first()
        if sign is not None:
            write.change(sign, until_at=None, ended_by=None)
    for meaning in Meaning:
        if wishes and meaning.value not in was.over:
            placing.choose_as(door, member, meaning)


def _unshow(write: Writing, door: Door, member: UUID, was: Before) -> None:
    """A no or a pause that the child read by the telling is told in confidence again; that one wrote an end, goes."""
    for row in door.within(Taken.objects.filter(member=member, item__author=door.me).stands_in_the_way()):
        if row.step == Step.ENDED.value and row.voice != Voice.CHILD.value and str(row.pk) not in was.taken:
            write.remove(row)
    shown: dict[str, Any] = {"step__in": [Step.ANSWERED.value, Step.PAUSED.value], "voice": Voice.PERSON.value}
    for row in door.within(Taken.objects.filter(member=member, item__author=door.me, **shown)):
        if row.is_held or str(row.pk) in was.taken:
            continue
        write.file_anew(row, [], Klass.CONFIDENCE)
        write.look_again(row, on=clock.today())
        if row.step == Step.PAUSED.value:
            for wish in door.within(Wish.objects.filter(pk=row.wish_id)):
                signs.rest(write, wish, None)


def _place(door: Door, member: UUID) -> Involvement | None:
    same = SamePerson.objects.filter(item=member).values("person")
    here = Involvement.objects.current(clock.today()).filter(dossier=door.dossier, person__in=same)
    return here.filter(relation__in=[one.value for one in NETWORK]).first()
