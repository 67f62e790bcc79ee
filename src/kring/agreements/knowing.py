"""Who may know what, beside an agreement: the child's own answers as they stand in the table of access (C222, A87)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kring.access.door import Door
from kring.access.models import Word
from kring.access.preview import along
from kring.access.readers import Other, others
from kring.access.same import SamePerson
from kring.access.towards import answered_now, answered_then
from kring.agreements.acts import making
from kring.agreements.models import Point
from kring.agreements.over import Choices
from kring.agreements.pact import Pact
from kring.agreements.reading import points
from kring.agreements.shown import may_go
from kring.agreements.versions import Version
from kring.agreements.wording import Voice
from kring.circle.domains import Domain, Kind
from kring.circle.reading import Person
from kring.dossier.models import Involvement
from kring.kit.sentences import sentence
from kring.law import agreements as law
from kring.law.access import Case, Relation, Topic
from kring.law.agreements import Listener
from kring.law.meaning import Meaning
from kring.law.standing import BY_A_PARENT
from kring.rights.faces import figure
from kring.rights.hearing import readers
from kring.rights.people import Known, around, as_choices

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

SUBJECTS = (
    Topic.HOME,
    Topic.MOTHER,
    Topic.FATHER,
    Topic.SCHOOL,
    Topic.FRIENDS,
    Topic.LEISURE,
    Topic.HEALTH,
    Topic.FUTURE,
)
"""What is asked one by one beside an agreement; all the others are asked at *wie mag wat weten*."""
FIGURES = {"mother": Listener.MOTHER, "father": Listener.FATHER, "teacher": Listener.SCHOOL, "worker": Listener.WORKER}
NO_PARTNER = frozenset({"mother", "father", "worker", "baby"})
OF_A_CHILD = frozenset({"baby", "brother", "sister", "pal", "friend"})
"""Who is drawn so is no parent, school or worker of the child: it is not offered as one."""


@dataclass(frozen=True, slots=True)
class Hears:
    """Somebody to whom things may be told or not, with what the child answered: by subject, in words."""

    listener: Listener
    member: UUID
    yes: list[Words]
    ask: list[Words]
    no: list[Words]

    @property
    def number(self) -> int:
        """How an address names it."""
        return list(Listener).index(self.listener)

    @property
    def word(self) -> Words:
        """Who it is, without a name: the person may not know the circle."""
        return sentence(f"listener.{self.listener.value}", name="")


@dataclass(frozen=True, slots=True)
class Parent:
    """A parent who may come in: who it is in the circle, and what it reads of an agreement now."""

    other: Other
    reads: int

    @property
    def member(self) -> UUID | None:
        """Who this is in the circle."""
        return min(self.other.members, default=None)


def hears(door: Door, rows: Iterable[Point], *, mine: bool) -> list[Hears]:
    """Of the listeners of this agreement, what the child answered towards each: as it is now, and no copy of it.

    For the child and who works with it; `mine`: in the words of the child.
    """
    listed = _listed(rows)
    return _heard(listed, answered_now(door, _whom(listed)), mine=mine)


def hears_then(door: Door, rows: Iterable[Point], version: Version) -> list[Hears]:
    """The same as it stood when the child said yes to this version: the person reads that, and no answer of later.

    A yes that the child took back since stands there as "ask first": what it said instead it does not read
    (R7).  Before that yes nothing was said of any of them.
    """
    listed, at = _listed(rows), version.told_at
    return _heard(listed, answered_then(door, listed, at) if at else {}, mine=False)


def may_tell(door: Door, rows: Iterable[Point], version: Version, voice: Voice) -> list[Hears]:
    """What may be told to whom, as the one to whom a page speaks may know it."""
    if voice is Voice.PERSON:
        return hears_then(door, rows, version)
    return hears(door, rows, mine=voice is Voice.CHILD)


def answered(door: Door, member: UUID) -> Mapping[Topic, str]:
    """The answer of the child by subject, towards one of its circle, that was not taken back."""
    return answered_now(door, [member]).get(member, {})


@dataclass(frozen=True, slots=True)
class OfTheFile:
    """Whether this trust person looks into the file: asked of the child, and closed until it said yes (R18)."""

    word: str
    asked: bool
    number: int = list(Topic).index(Topic.THE_FILE)
    """Of the subject, in the address where it is asked."""


def of_the_file(door: Door, pact: Pact, voice: Voice) -> OfTheFile | None:
    """What the child answered about the file towards its trust person; nothing towards anybody else."""
    if pact.row.meaning != Meaning.TRUST_PERSON or (voice is Voice.OTHER and not making.may_make(door)):
        return None
    if voice is Voice.PERSON:
        opened = Case.FILE_ACCESS in door.standing.cases
        return OfTheFile(Word.YES.value if opened else "", asked=opened)
    word = answered(door, pact.member).get(Topic.THE_FILE, "")
    return OfTheFile(word, asked=bool(word))


def to_choose(door: Door) -> tuple[list[Known], dict[Listener, str]]:
    """Who of the circle may be a listener, and who of them is probably which.

    People only, and nobody who is drawn as a brother, a sister or a friend of the child, or is a child that is helped
    here: these are no parent, no school and no worker.  Of others no age is known.
    The worker is who works with the child today, where the circle has it: by who it is, or by name.
    """
    people = [one for one in around(door) if one.kind is Kind.PERSON and figure(one) not in OF_A_CHILD]
    same = dict(SamePerson.objects.filter(item__in={one.key for one in people}).values_list("item", "person"))
    helped = Involvement.objects.filter(relation=Relation.CHILD.value, person__in=same.values())
    children = set(helped.values_list("person", flat=True))
    people = [one for one in people if same.get(one.key) not in children]
    guessed: dict[Listener, str] = {}
    works = {one.person: one.name.casefold() for one in readers(door)}
    known_to_be = [one for one in people if same.get(one.key) in works]
    for one in [*known_to_be, *(one for one in people if one.name.casefold() in works.values())]:
        guessed.setdefault(Listener.WORKER, str(one.key))
    for one in people:
        found = FIGURES.get(figure(one)) or (Listener.SCHOOL if one.domain is Domain.SCHOOL else None)
        if found:
            guessed.setdefault(found, str(one.key))
    return as_choices(people), guessed


def next_to_ask(door: Door, pact: Pact, after: int = -1) -> int | None:
    """The next listener of whom the child answered nothing yet, as an address names it; nothing: all were asked."""
    rows = points(door, pact, pact.versions[-1].row.number or 0) if pact.versions else []
    listed = hears(door, rows, mine=True)
    return next((one.number for one in listed if one.number > after and not (one.yes or one.ask or one.no)), None)


def is_offered(one: Person, chosen: Choices) -> bool:
    """Whether an agreement with this one is offered: not with a parent or a worker, unless the child chose it.

    For them other rules hold; who is chosen all the same is offered as anybody else.
    """
    names = {row.member for row in chosen.all if row.ended_on is None}
    return one.key in names or not (one.in_care or one.domain is Domain.CARE or figure(one) in NO_PARTNER)


def parents(door: Door, rows: Iterable[Point]) -> list[Parent]:
    """Every parent who may come in, and of how many of these points it has the child's yes."""
    items = [row.item for row in rows if may_go(row)]
    found = [one for one in others(door) if one.relation in BY_A_PARENT]
    return [Parent(one, sum(one.reads_if(item, one.standing.answers) for item in items)) for one in found]


def seen_by(door: Door, parent: Other) -> Door:
    """The door through which one looks along with a parent: what both may see, and no more (R20)."""
    return along(door, parent)


def _listed(rows: Iterable[Point]) -> list[Point]:
    return [row for row in rows if row.code == law.Point.KNOWS and row.towards_id]


def _whom(listed: Iterable[Point]) -> list[UUID]:
    return [UUID(str(row.towards_id)) for row in listed]


def _heard(listed: Sequence[Point], said: Mapping[UUID, Mapping[Topic, str]], *, mine: bool) -> list[Hears]:
    order = list(Listener)
    found = dict(zip(_whom(listed), (Listener(row.choice) for row in listed), strict=True))

    def of(member: UUID, word: Word) -> list[Words]:
        return _words((topic for topic, one in said.get(member, {}).items() if one == word.value), mine=mine)

    return [
        Hears(listener, member, of(member, Word.YES), of(member, Word.ASK), of(member, Word.NO))
        for member, listener in sorted(found.items(), key=lambda one: order.index(one[1]))
    ]


def _words(topics: Iterable[Topic], *, mine: bool) -> list[Words]:
    """Of the subjects that are asked beside an agreement; the child's other answers stand at who may know what."""
    wanted = set(topics)
    kind = "my-topic" if mine else "topic"
    return [sentence(f"{kind}.{one.value}", name="") for one in SUBJECTS if one in wanted]
