"""Notes as a visitor may read them: passages of one writing together, what it may not read simply not there.

No gap and no count tells of what is not shown.  At most seven statements, whatever the number of notes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q, UUIDField
from django.utils import timezone

from kring.access.chosen import KNOWS_PEOPLE, may_know_as_what
from kring.access.door import Door, RefusedError
from kring.access.kept import KeptQuerySet
from kring.access.questions import Question
from kring.access.seen import notes_seen
from kring.circle import calling
from kring.journal.models import Apart, ApartEdition, Edition, Passage, Talked
from kring.journal.wording import LABELS, SOMEONE
from kring.kit.sentences import sentence
from kring.law.access import Answer, Klass, Relation, Section, Topic, Verb, known_topics
from kring.law.standing import BY_THE_CHILD
from kring.people.models import Person

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

A_PAGE = 20
OWN = Q(item__klass=Klass.OWN_WORDS.value) | Q(item__klass=Klass.FILE.value, item__about=None)
"""What the child said or wrote, and what the file says of nobody else."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What someone looks for: about a topic, with a word in it, a page of it."""

    topic: str = ""
    words: str = ""
    page: str = "1"
    own: bool = False
    """Only what is about the child itself: to take along, without the data of third persons (R15)."""


@dataclass(frozen=True, slots=True)
class Text:
    """One passage, or one text that is kept apart, with how it was before."""

    row: Any
    may_change: bool
    editions: list[Any] = field(default_factory=list)
    heard_by_me: bool = False
    """What the child said and this visitor wrote down: it is not rewritten, but another note may stand beside (R23)."""

    @property
    def is_own_words(self) -> bool:
        """Whether it is what the child said, letter by letter."""
        return bool(self.row.item.klass == Klass.OWN_WORDS.value)

    @property
    def label(self) -> Words | str:
        """What it is, in plain words; own words look like what was said."""
        return LABELS.get(Klass(self.row.item.klass), "")

    @property
    def topic(self) -> Words | str:
        """What it is about; nothing in general."""
        about = self.row.item.topic
        return sentence(f"topic.{about}", name="") if known_topics([about]) - {Topic.GENERAL} else ""


@dataclass(frozen=True, slots=True)
class Note:
    """What someone wrote at once, as far as this visitor may read it."""

    texts: list[Text]
    who: str
    wrote_as: Words | str
    talked: Talked | None = None
    child: str = ""

    @property
    def is_of_the_child(self) -> bool:
        """Words of the child alone, that a worker wrote down: they stand under the name of the child (R23)."""
        return all(one.is_own_words and one.row.written_as == Relation.WORKER for one in self.texts)

    @property
    def on(self) -> datetime:
        """When."""
        return timezone.localtime(self.texts[0].row.item.made_at)


@dataclass(frozen=True, slots=True)
class Notes:
    """A page of notes, and the topics there are to choose from."""

    notes: list[Note]
    page: Page[UUID]
    topics: list[tuple[str, Words]]


def notes(door: Door, wanted: Wanted, *, on_a_page: int = A_PAGE) -> Notes:
    """What this visitor may read, the last first; that it was read by a yes is noted."""
    told = _looked_for(door, wanted)
    there = {topic for _, topic in told}
    writings = list(dict.fromkeys(key for key, topic in told if wanted.topic in {"", topic}))
    page = Paginator(writings, on_a_page).get_page(wanted.page)
    shown = [row for row in _written(door, wanted, list(page)) if wanted.topic in {"", row.item.topic}]
    notes_seen(door, shown)
    topics: list[tuple[str, Words]] = [
        (one.value, sentence(f"topic.{one.value}", name="")) for one in Topic if one.value in there
    ]
    return Notes(_grouped(door, shown), page, topics)


def _looked_for(door: Door, wanted: Wanted) -> list[tuple[UUID, str]]:
    """In which writings it stands, and about what."""
    if not (wanted.own or wanted.words):
        return _TOPICS.of(door)
    mine = door.within(_in_order(Passage.objects.filter(OWN) if wanted.own else Passage.objects.all()))
    words = wanted.words.casefold()
    return [(row.writing, row.item.topic) for row in mine if words in row.words.casefold()]


def _written(door: Door, wanted: Wanted, of: list[UUID]) -> Iterable[Passage]:
    if not wanted.own:
        return _WRITTEN.of(door, of=of)
    own: Iterable[Passage] = door.within(_in_order(Passage.objects.filter(OWN, writing__in=of)))
    return own


def _in_order(rows: KeptQuerySet[Passage]) -> KeptQuerySet[Passage]:
    return rows.order_by("-writing", "position")


_TOPICS = Question(
    Passage, lambda within: within(_in_order(Passage.objects.all())).values_list("writing", "item__topic")
)
_WRITTEN = Question(
    Passage, lambda within, *, of: within(_in_order(Passage.objects.filter(writing__in=of))), of=[UUIDField()]
)
_BEFORE = Question(Edition, lambda within, *, of: within(Edition.objects.filter(passage__in=of)), of=[UUIDField()])
_TALKED = Question(Talked, lambda within, *, of: within(Talked.objects.filter(writing__in=of)), of=[UUIDField()])


def passage(door: Door, key: UUID) -> Passage:
    """One passage that this visitor may change.  Raises `RefusedError`."""
    row: Passage | None = door.within(Passage.objects.filter(pk=key)).first()
    if row is None or not door.may(row, Verb.CHANGE):
        raise RefusedError
    return row


def apart(door: Door, key: UUID) -> Apart:
    """One text that is kept apart, for who may change it.  Raises `RefusedError`."""
    row: Apart | None = door.within(Apart.objects.filter(pk=key)).first()
    if row is None or not door.may(row, Verb.CHANGE):
        raise RefusedError
    return row


def all_apart(door: Door) -> list[Note]:
    """What is kept apart, the last first: on its own page and nowhere else (R17).

    Who looks beside a worker reads nothing about somebody close to it: so its sieve says (`access.close`).
    """
    rows = list(door.within(Apart.objects.order_by("-pk")))
    notes_seen(door, rows)
    names = _names(door, rows)
    before = _editions(door.within(ApartEdition.objects.filter(apart__in=[row.pk for row in rows])), "apart_id")
    return [
        Note([Text(row, door.may(row, Verb.CHANGE), before[row.pk])], names.get(row.item.author_id, ""), "")
        for row in rows
    ]


def may_hold(door: Door) -> bool:
    """Whether there may be something for this visitor: it may write here, or it may read something that is there."""
    sieve = door.sieve(Section.JOURNAL)
    if any(sieve.may_add(klass) for klass in Klass):
        return True
    return not sieve.is_empty() and bool(door.within(Passage.objects.all()).exists())


def _grouped(door: Door, rows: Sequence[Passage]) -> list[Note]:
    changed = [row.pk for row in rows if row.item.version > 1 and _reads_before(door, row)]
    before = _editions(_BEFORE.of(door, of=changed) if changed else [], "passage_id")
    talked = {one.writing: one for one in _TALKED.of(door, of=sorted({row.writing for row in rows}))}
    names = _names(door, rows)
    together: dict[UUID, list[Passage]] = {}
    for row in rows:
        together.setdefault(row.writing, []).append(row)
    return [
        Note(
            [_text(door, row, before[row.pk]) for row in some],
            names.get(some[0].item.author_id, ""),
            _as_what(door, some[0]),
            talked.get(writing),
            door.dossier.call_name,
        )
        for writing, some in together.items()
    ]


def _reads_before(door: Door, row: Passage) -> bool:
    """Whether the texts of before are read too: by who wrote it, the child, who works with it, or reads in its place.

    Who reads by a yes reads what stands there now: what the child took out of its text, it did not say yes to (R7).
    """
    if row.item.author_id == door.me:
        return True
    sieve = door.sieve(Section.JOURNAL)
    by_position = replace(sieve, cases=sieve.cases - BY_THE_CHILD)
    return Answer.OPEN in by_position.opened_by(row.item, Verb.READ)


def _text(door: Door, row: Passage, before: list[Edition]) -> Text:
    own, mine = row.item.klass == Klass.OWN_WORDS.value, row.item.author_id == door.me
    may_change = door.may(row, Verb.CHANGE)
    return Text(row, may_change, before, heard_by_me=own and mine and not may_change)


AS_WHAT = frozenset({Relation.TRUST_PERSON, Relation.JIM, Relation.PARENT, Relation.UPBRINGER})
"""In which positions it is said beside the name what someone is to the child."""


def _as_what(door: Door, row: Passage) -> Words | str:
    """In which position it was written, where that is said.

    That somebody is the JIM or the trust person is what the child chose: only who may know that reads it here (R7).
    """
    if row.written_as not in AS_WHAT:
        return ""
    may_know = row.item.author_id == door.me or may_know_as_what(door, Relation(row.written_as))
    told: Words | str = sentence(f"relation.{row.written_as}", name="") if may_know else ""
    return told or str(SOMEONE).format(child=door.dossier.call_name)


def _editions(rows: Iterable[Any], of: str) -> defaultdict[UUID, list[Any]]:
    """How each text was before, the last first."""
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: -one.number):
        found[getattr(row, of)].append(row)
    return found


def _names(door: Door, rows: Sequence[Any]) -> dict[UUID, str]:
    """Who wrote it, by name, where the visitor may know that."""
    everyone = door.relation in KNOWS_PEOPLE
    wrote = {
        row.item.author_id
        for row in rows
        if everyone or row.item.author_id == door.me or getattr(row, "written_as", Relation.WORKER) in KNOWS_PEOPLE
    }
    found = {one.pk: one.call_name for one in Person.objects.filter(pk__in=wrote)} if wrote else {}
    return calling.called(door, found)
