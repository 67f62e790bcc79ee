"""From rows to what the law asks: what is known of a person the child named, and who looked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, UUIDField

from kring.access.acts import placing
from kring.access.door import Door
from kring.access.questions import Question, Within
from kring.access.same import SamePerson
from kring.access.standing import held_back
from kring.access.weighed import to_weigh, to_weigh_of
from kring.circle import reading as circle
from kring.dossier.here import here
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law import ways
from kring.law.access import Relation
from kring.law.decision import negate
from kring.law.jim import Factor as Point
from kring.law.jim import Hint, Reply
from kring.law.meaning import Meaning
from kring.law.steps import Stand, Step, Voice
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT, Named
from kring.rights.models import Condition, Factor, Serving, Taken, Wish
from kring.rights.models.held import TOLD_NO
from kring.rights.paths import path_of


@dataclass(frozen=True, slots=True)
class Look:
    """The last time someone looked at a condition: what, when, and who."""

    holds: bool | None
    on: date
    by: UUID
    ground: str = ""
    decided_by: UUID | None = None
    again_on: date | None = None
    """Of a no of the director: on which day somebody looked at a newer extract; then it is to be decided anew."""
    again_clear: bool = False
    """Whether nothing stood on that one: then there is nothing left to say no to."""
    key: UUID | None = None

    @property
    def decided(self) -> bool:
        """Whether the director decided, with a ground: what someone else writes down of it is no decision."""
        return bool(self.ground) and self.decided_by == self.by

    @property
    def passed_on(self) -> bool:
        """Whether someone wrote down what the director would have decided, and the director did not confirm it yet."""
        return bool(self.ground) and not self.decided

    @property
    def is_open(self) -> bool:
        """Of an entry: whether the director still has to decide, or to decide anew."""
        return self.again_on is not None or (not self.decided and (self.passed_on or self.holds is not True))

    @property
    def refuses(self) -> bool:
        """A decision of the director that this person does not serve."""
        return self.decided and self.holds is False


LOOKED = ("pk", "member_id", "code", "holds", "looked_at_on", "ground", "item__author_id", "decided_by_id", "unsaid_on")
"""What is read of a condition to weigh it."""


def _looked(within: Within[Condition], *, member: UUID) -> QuerySet[Condition, Any]:
    return within(Condition.objects.filter(member=member)).values_list(*LOOKED, named=True)


_LOOKED = Question(Condition, _looked, member=UUIDField())


def looks(door: Door, member: UUID) -> dict[str, Look]:
    """The last look at each condition, as far as this visitor may read it."""
    return last_looks(_LOOKED.of(door, member=member))


def looked_at(door: Door, member: UUID) -> dict[str, Look]:
    """The same, of every look there is, whoever asks: for the law to weigh, and for no page to tell."""
    rows = to_weigh(door, Condition.objects.filter(member=member))
    return last_looks(rows.values_list(*LOOKED, named=True))


def last_looks(rows: Iterable[Any]) -> dict[str, Look]:
    """The same, of rows about one person that were read already (`LOOKED`).

    A "no" of the director stands until the director decides again: looking anew, or what someone passes on, does not
    outweigh it (R5).  But a newer look is kept beside it, so that the director has it to decide anew.
    After a "yes" a new entry is asked of the director anew.
    What was denied is asked again (R2).
    """
    found: dict[str, Look] = {}
    for row in sorted(rows, key=lambda one: one.pk):
        before = found.get(row.code)
        look = Look(row.holds, row.looked_at_on, row.item__author_id, row.ground, row.decided_by_id, key=row.pk)
        if row.unsaid_on is not None:
            found.pop(row.code, None)
        elif look.decided or before is None or not before.refuses:
            found[row.code] = look
        elif not look.passed_on:
            found[row.code] = replace(before, again_on=look.on, again_clear=look.holds is True)
    return found


def to_tell(seen: Mapping[str, Look]) -> bool:
    """Whether the director said no, and nobody told the child yet: no page of the child tells it first (R15)."""
    entry, told = seen.get(ENTRY), seen.get(TOLD_NO)
    return entry is not None and entry.refuses and not (told and told.holds is False)


def told_no(seen: Mapping[str, Look]) -> date | None:
    """Since when the child knows that the house says no for now; nothing while it does not, or where that is over."""
    told = seen.get(TOLD_NO)
    return told.on if told and told.holds is False else None


def told_by(seen: Mapping[str, Look], me: UUID, *, on: date) -> bool:
    """Whether this one marked on this day that it told the child that no, and did not take that back."""
    told = seen.get(TOLD_NO)
    return told is not None and told.holds is False and (told.by, told.on) == (me, on)


def may_decide(door: Door, entry: Look | None) -> bool:
    """Whether this visitor may write what the director decides about an entry, or pass on what it heard (R5).

    Something stands on the extract, and nobody decided yet; what the director decided is turned by the director alone.
    """
    if entry is None:
        return False
    if entry.decided:
        return door.relation is Relation.DIRECTOR
    return entry.is_open


def directors(door: Door) -> dict[UUID, str]:
    """Who decides about an entry for this child, by name."""
    rows = here(door.dossier.pk, {Relation.DIRECTOR}, on=clock.today())
    return {row.person_id: row.person.call_name for row in sorted(rows, key=lambda row: (row.from_on, row.pk))}


def named(door: Door, member: UUID) -> Named:
    """What the law asks about this person, out of the rows."""
    chosen = door.within(Wish.objects.trusting(member)).exists()
    return named_from(looks(door, member), chosen=chosen)


def named_from(seen: dict[str, Look], *, chosen: bool) -> Named:
    """The same, of rows that were read already.

    An entry is a look at `trust-person.entry` that is open, or was decided with a written ground (R5); what was only
    passed on is neither a yes nor a no.
    """
    extract, entry = seen.get(EXTRACT), seen.get(ENTRY)
    adult, independent = (seen[code].holds if code in seen else None for code in (ADULT, INDEPENDENT))
    return Named(
        adult=adult,
        designated_by_the_child=chosen,
        directly_involved_in_the_care=negate(independent),
        extract_looked_at_on=extract.on if extract else None,
        extract_has_an_entry=None if entry is None else bool(entry.ground) or entry.holds is not True,
        director_agrees=entry.holds if entry and entry.decided else None,
    )


def a_choice_stands(door: Door) -> bool:
    """Whether the child chose a trust person who did not say no: over that choice nobody is appointed (R6).

    A no that the child was not told yet changes nothing here: a person tells it first (R15).
    """
    return a_choice_stands_at(door.dossier.pk)


def a_choice_stands_at(dossier: UUID) -> bool:
    """The same, of a child on a list."""
    wishes = to_weigh_of(dossier, Wish.objects.in_force().filter(meaning=Meaning.TRUST_PERSON.value))
    by_member: defaultdict[UUID, list[Wish]] = defaultdict(list)
    for wish in wishes:
        by_member[wish.member_id].append(wish)
    of_them = Taken.objects.filter(member__in=list(by_member))
    taken = [row for row in to_weigh_of(dossier, of_them) if not row.is_held]
    return any(path_of(named, taken, None).stand is not Stand.NO for named in by_member.values())


def replies(door: Door, member: UUID) -> dict[Point | Hint, Reply]:
    """What was last said of each talking point about a JIM."""
    rows = door.within(Factor.objects.filter(member=member)).order_by("pk")
    known: dict[str, Point | Hint] = {one.value: one for one in (*Point, *Hint)}
    return {known[row.code]: Reply(row.reply) for row in rows if row.code in known}


def is_a_person(door: Door, member: UUID) -> bool:
    """Whether it is no pet, place or group of the circle: these may be chosen too, and are asked nothing (R1, R3)."""
    return member not in circle.names_and_things(door, [member])[1]


def comes_in_as(door: Door, member: UUID) -> Relation:
    """In which relation someone of the circle comes in now: what the child chose, and whether the serving began.

    Less than that from the day the person said that it stops, also before the child was told (R15).
    """
    return held_back(door.dossier.pk, member) or chosen_as(door, member)


def chosen_as(door: Door, member: UUID) -> Relation:
    """The same, as far as the child knows."""
    serves = door.within(Serving.objects.in_force().filter(member=member)).exists()
    jim = door.within(Wish.objects.in_force().filter(member=member, meaning=Meaning.JIM.value)).exists()
    return ways.comes_in_as(serves=serves, chosen_as_jim=jim)


def stopped_itself(door: Door, member: UUID, meaning: Meaning) -> bool:
    """Whether the last that was of this choice, or of any, is that the person itself stopped: it is asked anew (R9)."""
    rows = list(door.within(Wish.objects.filter(member=member).order_by("withdrawn_on", "pk")))
    ended = [row for row in rows if row.withdrawn_on is not None]
    so = [row for row in ended if row.meaning == meaning.value]
    goes_on = any(row.withdrawn_on is None for row in rows)
    last = next(reversed(so if goes_on else ended), None)
    return last is not None and last.ended_by == Voice.PERSON.value


def was_ended(door: Door, member: UUID, meaning: Meaning) -> bool:
    """Whether this choice was ended before, or any, of somebody who stands there as nothing now."""
    rows = list(door.within(Wish.objects.filter(member=member)))
    goes_on = any(row.withdrawn_on is None for row in rows)
    return any(row.withdrawn_on is not None and (not goes_on or row.meaning == meaning.value) for row in rows)


def stands_again(door: Door, member: UUID, meaning: Meaning) -> None:
    """Who stopped and was chosen anew said yes: it stands there again, as it did before (R9).  Part of that act."""
    came_in_so = placing.choose_as(door, member, meaning)
    if came_in_so and meaning is Meaning.JIM and held_back(door.dossier.pk, member) is None:
        placing.stand_as(door, member, comes_in_as(door, member))


def knows_of_it(door: Door, member: UUID) -> bool:
    """Whether somebody of the circle knows that the child chose it: it comes in here itself, or was asked."""
    return placing.comes_in_itself(member) or was_asked(door, member)


def was_asked(door: Door, member: UUID) -> bool:
    """Whether anything was done about the choice but by the child: somebody asked, it answered, it began."""
    choices = (Step.WISHED.value, Step.ENDED.value)
    taken = Taken.objects.filter(member=member).exclude(step__in=choices, voice=Voice.CHILD.value)
    return bool(door.within(taken).exists())


def came_in_chosen(door: Door, member: UUID) -> bool:
    """Whether it comes in now as what the child chose, or did so before it said that it stops: its page says so."""
    same = SamePerson.objects.filter(item=member).values("person")
    held = Involvement.objects.filter(dossier=door.dossier, person__in=same)
    return held.filter(relation__in=[Relation.TRUST_PERSON.value, Relation.JIM.value]).exists()
