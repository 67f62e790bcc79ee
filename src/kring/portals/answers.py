"""What a child answered towards one person, and what there is to answer about; what was read by it: `already`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.acts.answering import is_asked
from kring.access.acts.pointing import may_be_another
from kring.access.acts.protecting import is_restricted, told_of
from kring.access.door import Door, RefusedError
from kring.access.kept import Kept, worded_models
from kring.access.models import Item, Say, Word
from kring.access.passed import who_reads_another_text
from kring.access.readers import Other, others
from kring.access.spoken import spoken
from kring.access.writing import ITSELF
from kring.circle import calling
from kring.circle.lettering import initial
from kring.kit.sentences import sentence
from kring.law.access import AT_HOME, Case, Relation, Topic, known_topics
from kring.law.ways import ALL_WHO_WORK, NETWORK, WITH_A_DESK
from kring.portals import questions
from kring.portals.caseload import best_names
from kring.portals.told_alone import is_told, told_then

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

NUMBERED = tuple(Topic)
"""Topics as addresses name them: by a number, because an address stands in history (R26)."""
TOPICS = (*(one for one in Topic if one not in {Topic.GENERAL, Topic.THE_FILE}), Topic.GENERAL)  # the rest comes last

PREVIEWED = AT_HOME | WITH_A_DESK


@dataclass(frozen=True, slots=True)
class Towards:
    """The member of the circle an answer is about, and who that is, if it has a way in."""

    member: UUID
    name: str
    other: Other | None
    stands_still: bool
    """Contact is restricted: what the child said yes to before opens nothing now (R28)."""
    told: bool = False
    """A person told the child so (R15)."""
    stands_as: str = ""
    """How the circle calls that one, also where the page says by its own name who works with the child."""

    @property
    def initial(self) -> str:
        """The letter in the disc, as in the circle."""
        return initial(self.name)

    @property
    def relation(self) -> str:
        """As what it comes in, if it does."""
        return self.other.relation.value if self.other else ""

    @property
    def works(self) -> bool:
        """Works with the child: what belongs to that stands open without a yes, and a no closes it."""
        return self.other is not None and self.other.relation in ALL_WHO_WORK

    @property
    def topics(self) -> tuple[Topic, ...]:
        """About what it can be asked: who stands in reads the plan, and nothing else (R13)."""
        stands_in = self.other is not None and self.other.relation is Relation.FALLBACK_WORKER
        return (Topic.SAFETY,) if stands_in else TOPICS

    def has_lapsed(self, say: Say) -> bool:
        """Whether this is a yes towards a parent from before the child was of age."""
        anew = self.other.standing.anew if self.other else None
        return anew is not None and say.answer == Word.YES and say.from_on < anew

    @property
    def lacks_a_part(self) -> bool:
        """Whether it stands beside the child and has no part in its safety: of that it reads nothing (B47)."""
        other = self.other
        return other is not None and other.relation in NETWORK and Case.SAFETY_PART not in other.standing.cases

    @property
    def is_beside(self) -> bool:
        """Whether it stands beside the child: what they agree on together it reads without a yes."""
        return self.other is not None and self.other.relation in NETWORK

    @property
    def reads_the_file(self) -> bool:
        """Whether it is a parent that reads the file in the place of a child that cannot judge it yet: by law."""
        return self.other is not None and Case.REPRESENTS in self.other.standing.cases

    @property
    def may_be_another(self) -> bool:
        """Whether it can be said that who comes in is somebody else of the circle."""
        return self.other is not None and may_be_another(self.other)

    @property
    def can_be_previewed(self) -> bool:
        """Whether the child can look what this one sees: not who stands in, of whom `portals.shared.Team` says all."""
        return self.other is not None and self.other.relation in PREVIEWED

    @property
    def to_confirm(self) -> bool:
        """Whether the child pointed it out, and nobody confirmed that yet (`access.same`)."""
        return self.other is not None and self.member in self.other.members - self.other.confirmed

    @property
    def file(self) -> int:
        """The number of access to the file, in an address."""
        return number(Topic.THE_FILE)

    @property
    def serves(self) -> bool:
        """Whether it is the child's legal trust person now: of that one access to the file is asked (R18)."""
        return self.other is not None and self.other.relation is Relation.TRUST_PERSON


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer in force, or waiting for a known device."""

    say: Say
    about: Words | str
    lapsed: bool = False
    """Towards a parent, from before the child was of age: it opens nothing any more (R15)."""
    by: str = ""
    """Who wrote it down, as the visitor knows that one; of its own nothing."""
    over_its_no: bool = False
    """Where the child itself said otherwise: a yes that waits, waits for the child alone."""
    confirmed: str = ""
    kept_from_me: bool = False
    """Who said that it was the child, as the visitor knows that one; and whether the visitor cannot (`sureness`)."""
    asks_too: object = None
    asked_how: Words | str = ""
    """Of what was tapped with pictures: the form of who asks the child too, and how it said it (`by_pictures`)."""
    opens: object = None  # of a yes about a subject that waits: what the tap opens (`opening.Opens`)

    @property
    def key(self) -> UUID:
        """Its key."""
        return self.say.pk

    @property
    def number(self) -> int | None:
        """The number of the topic in an address; one that has another name now, has none."""
        return next(map(number, known_topics([self.say.topic])), None)

    @property
    def is_gone(self) -> bool:
        """About a subject that is not in the list any more: then it can only be taken back."""
        return not self.say.item_id and self.number is None

    @property
    def is_yes(self) -> bool:
        """Yes, and in force."""
        return self.say.answer == Word.YES and not self.say.waits and not self.lapsed

    @property
    def by_worker(self) -> bool:
        """Written down by somebody else than the child."""
        return self.say.is_written_down

    @property
    def how(self) -> Words | str:
        """How the child said it, as who wrote it down heard or saw it."""
        return said_how(self.say)


def who_wrote(door: Door, rows: Iterable[Say]) -> dict[UUID, str]:
    """Who wrote each of these down in the name of the child, as the visitor knows that one; of its own nothing.

    `rows`: with who of the circle that is, as `by_member`.
    """
    theirs = {one.pk: one for one in rows if one.is_written_down}
    members = {key: one.by_member for key, one in theirs.items()}  # type: ignore[attr-defined]  # annotated
    names = calling.of_members(door, {one for one in members.values() if one})
    own = {key: str(one.recorded_by.call_name) for key, one in theirs.items()}
    by = {key: calling.beside(names.get(members[key]) or name, name) for key, name in own.items()}
    return {one.pk: by.get(one.pk, "") for one in rows}


def said_how(say: Say) -> Words | str:
    """How the child said what somebody else wrote down."""
    return "" if say.expressed == ITSELF else sentence(f"expressed.{say.expressed}", name="")


def number(topic: Topic) -> int:
    """How an address names a topic."""
    return NUMBERED.index(topic)


def towards(door: Door, member: UUID) -> Towards:
    """Someone of the circle, or taken out of it: a yes of before holds, and can be stopped.  Raises `RefusedError`."""
    names = best_names(questions.PLACED.of(door, member=member))
    if member not in names:
        raise RefusedError
    other = next((one for one in others(door, member) if one.relation is not Relation.CHILD), None)
    still = other.standing.restricted if other else is_restricted(door.dossier.pk, member=member)
    told = still and (not other.untold if other else member in told_of(door.dossier.pk))
    name = calling.stands_as(other, names[member]) if other and other.relation in ALL_WHO_WORK else names[member]
    return Towards(member, name, other, still, told, names[member])


def someone(door: Door, person: UUID, among: Collection[Relation] = PREVIEWED) -> Other:
    """Someone who stands beside the child, is its parent, or works with it, today.  Raises `RefusedError`."""
    found = next((one for one in calling.all_others(door) if one.person == person and one.relation in among), None)
    if found is None or found.relation is Relation.CHILD:
        raise RefusedError
    return found


def answered(door: Door, who: Towards) -> list[Answered]:
    """The answers of the child towards someone that were not taken back: yes first, then the rest."""
    order = {Word.YES.value: 0, Word.ASK.value: 1, Word.NO.value: 2}
    said = spoken(door).filter(towards=who.member).annotate(by_member=calling.member_of("recorded_by"))
    rows = sorted(
        said.select_related("item", "recorded_by", "confirmed_by"), key=lambda one: (order[one.answer], one.from_on)
    )
    things = {row.pk: row for row in things_of(door, {one.item_id: one.item.section for one in rows if one.item})}
    by = who_wrote(door, rows)
    return [
        Answered(one, _about(door, one, things.get(one.item_id)), who.has_lapsed(one), by[one.pk], _over(one, rows))
        for one in rows
        if not one.item_id or one.item_id in things or is_told(door, one)
    ]


def _over(say: Say, rows: Iterable[Say]) -> bool:
    """Whether it is a yes, and the child itself said otherwise about the same, or about its subject.

    No, or "ask me first"; and over its own yes, with its own last day, what another wrote.
    """
    others = [one for one in rows if one.pk != say.pk and one.is_own and not one.waits]
    own = {one.item_id or one.topic for one in others if one.answer != Word.YES or say.is_written_down}
    return say.answer == Word.YES and bool(own & {say.item_id or say.topic, say.item.topic if say.item else ""})


def say_of(door: Door, key: UUID) -> Say:
    """An answer of this child that was not taken back.  Raises `RefusedError`."""
    found = spoken(door).filter(pk=key).select_related("item", "made_for").first()
    if found is None:
        raise RefusedError
    return found


def about(door: Door, say: Say) -> Words | str:
    """What an answer is about, in words."""
    things = things_of(door, {say.item_id: say.item.section}) if say.item else []
    return _about(door, say, things[0] if things else None)


def readers_now(everyone: Sequence[Other], row: Kept) -> tuple[list[str], list[str]]:
    """Who may read one thing as it stands now, by name; and who reads by an emergency the text that was passed on.

    The visitor itself is not told that it does.
    """
    reads = [one for one in everyone if one.reads_if(row.item, one.standing.answers)]
    told = [one for one in reads if row.pk in one.standing.answers.disclosed]
    urgent = {
        one.person for one in told if not one.reads_if(row.item, replace(one.standing.answers, disclosed=frozenset()))
    }
    then = who_reads_another_text(row, urgent)
    return [one.name for one in reads if one.person not in then], [one.name for one in reads if one.person in then]


def to_choose(everyone: Sequence[Other], item: Item) -> list[Other]:
    """For whom the child can choose about one thing: to whom its yes would open it, asked of the table."""
    if not is_asked(item):
        return []
    return [one for one in everyone if one.reads_if(item, one.standing.answers.and_yes(item.pk))]


def things_of(door: Door, keys: Mapping[UUID | None, str]) -> list[Kept]:
    """The rows of these items that the visitor may read; each item with the section it stands in."""
    return [row for model in worded_in(keys.values()) for row in door.within(model.objects.filter(pk__in=list(keys)))]


def worded_in(sections: Iterable[str]) -> list[type[Kept]]:
    """The models with words in these sections: a page asks only where there is something."""
    wanted = set(sections)
    return [model for model in worded_models() if model.section.value in wanted]


def in_words(door: Door, topic: str) -> Words:
    """A topic, in the words of the child where the page speaks to the child."""
    known = topic if known_topics([topic]) else "gone"
    return sentence(f"{'my-topic' if door.relation is Relation.CHILD else 'topic'}.{known}", name="")


def _about(door: Door, say: Say, row: Kept | None) -> Words | str:
    if say.topic:
        return in_words(door, say.topic)
    return called(row) if row else told_then(say) if is_told(door, say) else ""


def called(row: Kept) -> Words | str:
    return row.in_short() or sentence(f"topic.{row.item.topic if known_topics([row.item.topic]) else 'gone'}")
