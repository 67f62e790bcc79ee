"""What a yes about a subject, or to the file, opens at once: told before it is given (R7, R18)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q

from kring.access.acts import child_of
from kring.access.acts.answering import is_asked_by_subject
from kring.access.door import Door, RefusedError
from kring.access.kept import Kept
from kring.access.models import Giver, Item, Say, Word
from kring.access.readers import Other
from kring.access.spoken import readable_about, sections_about
from kring.circle.models import Tie
from kring.kit.sentences import sentence
from kring.law.access import Case, Klass, Relation, Section, Topic, known_topics
from kring.law.standing import opened_by_the_child
from kring.portals.answers import NUMBERED, Answered, Towards, in_words, number, worded_in
from kring.portals.spelled import in_words as spelled_one
from kring.portals.spelled import names_in, spelled
from kring.portals.stopping import shut_since
from kring.portals.sureness import for_the_child

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Opens:
    """What would open; of that what the visitor itself reads, so that no number tells of anything else."""

    things: list[Words | str]
    file: bool = False
    """It is asked of the file as a whole."""
    beside: bool = False
    """Some of the file is read beside a worker only: said of every file alike, whatever there is in it (R17)."""
    its_own: Sequence[tuple[Words | str, UUID]] = ()
    """What this one goes on reading after a no about the subject, each with its id: a no to the thing itself closes it.

    Who works with the child reads what it wrote itself (`law.standing.reads_on`)."""
    seen_less: bool = False
    """By pictures what the child closed to who knows them does not stand here: there can be more that opens (R8)."""


def opens(door: Door, topic: Topic, who: Towards) -> Opens:
    """What a yes about this opens towards someone; not what it reads already, by its place or what it wrote itself.

    Towards who works with the child a no closes what stands open: there it is what the subject is about.
    While contact with it is restricted that is what would open once it is not (R28): the page says that it waits.
    """
    other = who.other.without_restriction() if who.other else None
    if topic is Topic.THE_FILE:
        return Opens(_of_the_file(door, other) if other else [], file=True, beside=_beside_a_worker(other))
    found = _rows(door, sections_about(door, topic), Q(item__topic=topic.value))
    rows = [row for row in found if is_asked_by_subject(row.item)]
    if other is not None:
        said = other.standing.answers.and_topic(topic)
        now = other.standing.answers.without_topic(topic)
        rows = [row for row in rows if other.reads_if(row.item, said)]
        rows = rows if who.works else [row for row in rows if not other.reads_if(row.item, now)]
    shut = door.actor.is_small and (topic.value in door.answers.no_topics or bool(door.answers.no_items))
    return Opens(spelled(rows), its_own=_in_spite_of_a_no(rows, other, topic) if who.works else (), seen_less=shut)


def _in_spite_of_a_no(rows: Sequence[Kept], other: Other | None, topic: Topic) -> list[tuple[Words | str, UUID]]:
    """What a no about the subject leaves open towards who works with the child; named as the list above it names it."""
    if other is None:
        return []
    said, names = other.standing.answers.without_topic(topic), names_in(rows)
    said = replace(said, no_topics=said.no_topics | {topic.value})
    kept = [row for row in rows if other.reads_if(row.item, said)]
    return [(told, row.item_id) for row in kept if (told := spelled_one(row, names))]


def waiting(said: Sequence[Answered]) -> list[Answered]:
    """What waits for a tap; of a thing that a yes about its subject opens already, nothing is asked."""
    open_ = {one.say.topic for one in said if one.is_yes}
    return [one for one in said if one.say.waits and not (one.say.item and one.say.item.topic in open_)]


def with_what_it_opens(door: Door, who: Towards, waiting: Iterable[Answered]) -> list[Answered]:
    """Each yes about a subject that waits, with what the tap opens: told before, as the question does (R7, R20)."""
    asked = [(one, next(iter(known_topics([one.say.topic])), None)) for one in waiting]
    return [replace(one, opens=opens(door, topic, who)) if topic else one for one, topic in asked]


def reads_not(other: Other | None, said: Iterable[Answered]) -> set[UUID]:
    """Which yes to one thing opens it not: a wall, a rule or a no keeps it shut all the same.

    Of whom nobody confirmed yet who that is, or while contact is restricted: as it would be once that is over.
    """
    them = other.without_restriction() if other else None
    rows = [(one.key, one.say.item) for one in said if one.say.item and them]
    return {key for key, item in rows if them and not them.reads_if(item, them.standing.answers.and_yes(item.pk))}


def opens_again(door: Door, say: Say, other: Other | None) -> list[Words | str]:
    """What someone would read once this no is taken away, and reads not now: of that what the visitor reads itself."""
    if other is None or say.answer == Word.YES:
        return []
    now = other.standing.answers
    then = replace(now, no_items=now.no_items - {say.item_id}, no_topics=now.no_topics - {say.topic})
    about = [say.item] if say.item else readable_about(door, say.topic)
    items = [one for one in about if other.reads_if(one, then) and not other.reads_if(one, now)]
    sections = {one.section for one in items}
    return spelled(_rows(door, sections, Q(item__in=[one.pk for one in items]))) if items else []


def waits_for_who(who: Towards, say: Say) -> bool:
    """Whether this yes begins only once somebody confirmed who this is.

    Of who works with the child the yes itself opens nothing: where no no closes it any more, it reads that now (R7).
    """
    if who.other is None or not (who.to_confirm and who.works):
        return who.to_confirm
    now = who.other.standing.answers
    return not (who.other.reads_if(say.item, now) if say.item else say.topic not in now.no_topics)


def subject(told: int | None) -> Topic | None:
    """A topic by its number in the closed list: an address says nothing (R26).  Raises `RefusedError`."""
    if told is None:
        return None
    if told >= len(NUMBERED):
        raise RefusedError
    return NUMBERED[told]


def sorted_out(door: Door, who: Towards, said: Sequence[Answered]) -> dict[str, Any]:
    """What may be known, what opens nothing all the same, what waits (and for whom), and what is shut."""
    waits = with_what_it_opens(door, who, waiting(said))
    not_read = reads_not(who.other, said)
    return {
        "yes": [one for one in said if one.is_yes and one.key not in not_read],
        "not_read": [one for one in said if one.is_yes and one.key in not_read],
        "waiting": waits,
        "for_the_child": for_the_child(door, waits),
        "no_way": bool(waits) and door.relation is not Relation.CHILD and child_of(door) is None,
        "shut": [one for one in said if not one.is_yes and not one.say.waits],
        "once_known": any(waits_for_who(who, one.say) for one in said if one.is_yes),
        "shut_since": None if said or who.to_confirm else shut_since(door, who.member),
    }


def still_open(door: Door, who: Towards, said: Iterable[Answered]) -> list[tuple[int, object]]:
    """The topics nothing was answered about yet."""
    done = {one.say.topic for one in said}
    return [(number(one), in_words(door, one.value)) for one in who.topics if one.value not in done]


def yes_for(door: Door, item: Item) -> list[tuple[Words | str, date]]:
    """By which yes of the child the visitor reads this, and from which day it counts; nothing where no yes is needed.

    The visitor reads of its own yes alone, and of what it reads already: no more than the rule says.
    """
    sieve = door.sieve(Section(item.section))
    if not sieve.asks_the_child(item):
        return []
    by_the_file = (Section(item.section), Klass(item.klass)) in opened_by_the_child(sieve.relation)
    about = Topic.THE_FILE.value if by_the_file else item.topic
    said = {item.pk: "", about: sentence(f"topic.{about}", name="") if known_topics([about]) else ""}
    began = {key: on for (giver, key), on in door.answers.began.items() if giver == Giver.CHILD and key in said}
    return [(said[key], on) for key, on in began.items()]


def _of_the_file(door: Door, other: Other) -> list[Words | str]:
    """The texts that this one reads by a yes to the file, and without it not; never what is kept apart (R17)."""
    there = [(section, klass) for section, klass in opened_by_the_child(other.relation) if section is not Section.APART]
    which = [Q(item__section=section.value, item__klass=klass.value) for section, klass in there]
    rows = _rows(door, {section.value for section, _ in there}, reduce(or_, which)) if which else []
    yes = other.standing.answers.and_topic(Topic.THE_FILE)
    no = other.standing.answers.without_topic(Topic.THE_FILE)
    new = [row for row in rows if other.reads_if(row.item, yes) and not other.reads_if(row.item, no)]
    return spelled(new)


def _beside_a_worker(other: Other | None) -> bool:
    there = {section for section, _ in opened_by_the_child(other.relation)} if other else set()
    return other is not None and Section.APART in there and Case.CAPABLE in other.standing.cases


def _rows(door: Door, sections: set[str], which: Q) -> list[Kept]:
    """In the order of their kinds; of the circle, the lines last."""
    models: list[type[Kept]] = worded_in(sections)
    models += [Tie] if Section.CIRCLE.value in sections else []
    return [row for model in models for row in door.within(model.objects.filter(which))]
