"""Who is a parent in the circle, and of whom the child lets each of them know: as the answers stand now (A65, R7)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import DateField, QuerySet, UUIDField

from kring.access.acts.protecting import restricted_among
from kring.access.door import Door
from kring.access.models import Word
from kring.access.questions import Question
from kring.access.same import SamePerson
from kring.access.spoken import spoken
from kring.circle.domains import Layer
from kring.circle.models import Placement
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.law.access import Klass, Section, Topic
from kring.law.decision import Decision
from kring.law.loyalty import Towards, may_be_asked
from kring.law.meaning import Meaning
from kring.law.ways import PARENTS
from kring.rights.faces import says_parent
from kring.rights.models import Said, Wish


@dataclass(frozen=True, slots=True)
class Around:
    """The names of everyone in the circle, and who of them is a parent of this child."""

    names: dict[UUID, str]
    parents: dict[UUID, str]


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer of the child towards a parent."""

    topic: str
    item: UUID | None
    section: str
    klass: str
    about: UUID | None
    yes: bool

    def is_about(self, wish: Wish, *, alone: bool) -> bool:
        """The child let this be known with it: who stands beside it, this wish, its serving, or what is agreed.

        What is agreed says nothing of a wish where this person is named in another meaning too (not `alone`): the child
        may share what it agreed with a supporter, and keep for itself that this is its trust person.
        """
        if self.topic:
            return self.topic == Topic.BESIDE_ME.value
        agreed = alone and self.section == Section.AGREEMENTS.value and self.about == wish.member_id
        return self.item == wish.pk or agreed or self._is_serving(wish)

    def closes(self, wish: Wish) -> bool:
        """A no, or ask me first: about who stands beside the child, this wish, this person, or that it serves."""
        about = self.topic == Topic.BESIDE_ME.value or self.item in {wish.pk, wish.member_id}
        return not self.yes and (about or self._is_serving(wish))

    def _is_serving(self, wish: Wish) -> bool:
        serves = self.section == Section.RIGHTS.value and self.klass == Klass.FILE.value
        return serves and wish.meaning == Meaning.TRUST_PERSON.value and self.about == wish.member_id


def around(door: Door) -> Around:
    """In two statements.  A parent is who is called so by the child or the adults, or comes in as one."""
    known = set(_COME_IN.ask(dossier=door.dossier.pk, today=clock.today()))
    names: dict[UUID, str] = {}
    ranks: dict[UUID, tuple[bool, bool]] = {}
    for member, layer, name, relation, until in _CALLED.of(door):
        rank = (until is None, layer == Layer.CHILD.value)
        if rank >= ranks.get(member, rank):
            names[member], ranks[member] = name, rank
        if until is None and says_parent(f"{name} {relation}", door.dossier.call_name):
            known.add(member)
    return Around(names, {key: name for key, name in names.items() if key in known})


def _come_in(*, dossier: Open, today: Open) -> QuerySet[SamePerson, UUID]:
    """Who of the circle comes in as a parent."""
    held = Involvement.objects.current(today).filter(dossier=dossier)
    comes_in = held.filter(relation__in=[one.value for one in PARENTS])
    same = SamePerson.objects.filter(item__dossier=dossier, person__in=comes_in.values("person"))
    return same.values_list("item_id", flat=True)


_COME_IN = Prepared(_come_in, dossier=UUIDField(), today=DateField())


def not_by(said: Said | None, parents: Collection[UUID]) -> set[UUID]:
    """Of these parents, who did certainly not say this on its own page: each is heard apart (R16); one statement.

    Where Kring does not know which of them its author is, it is for who heard it to choose.
    """
    if said is None:
        return set()
    whose = dict(SamePerson.objects.filter(item__in=parents).values_list("item_id", "person_id"))
    mine = {parent for parent, person in whose.items() if person == said.item.author_id}
    return set(parents) - mine if mine else set(whose)


def towards(door: Door, parents: Collection[UUID], wishes: Collection[Wish]) -> dict[tuple[UUID, UUID], Decision]:
    """By parent and wish: may somebody talk with it about whom the child chose?  In two statements.

    `wishes`: all that are in force of the people they name.
    """
    answers = spoken(door).in_force(clock.today()).filter(towards__in=parents)
    told = answers.values_list(
        *("towards_id", "towards__same_person__person_id", "topic", "item_id"),
        *("item__section", "item__klass", "item__about_id", "answer"),
    )
    said: defaultdict[UUID, list[_Answer]] = defaultdict(list)
    whose: dict[UUID, UUID] = {}
    for parent, person, topic, item, section, klass, about, word in told:
        whose[parent] = person or parent  # one human being under two names: a no to either is a no
        said[whose[parent]].append(_Answer(topic, item, section or "", klass or "", about, word == Word.YES.value))
    closed = restricted_among(door, parents)
    meanings = Counter(member for member, _meaning in {(wish.member_id, wish.meaning) for wish in wishes})

    def told_of(parent: UUID, wish: Wish) -> bool | None:
        return _told(said[whose.get(parent, parent)], wish, alone=meanings[wish.member_id] == 1)

    return {
        (parent, wish.pk): may_be_asked(
            Towards(told=told_of(parent, wish), restricted=parent in closed), on=clock.today()
        )
        for wish in wishes
        for parent in parents
    }


def _told(answers: Iterable[_Answer], wish: Wish, *, alone: bool) -> bool | None:
    """Whether the child lets this be known; a no goes before every yes, and without an answer nobody knows."""
    said = list(answers)
    if any(one.closes(wish) for one in said):
        return False
    return True if any(one.yes and one.is_about(wish, alone=alone) for one in said) else None


_CALLED = Question(
    Placement,
    lambda within: (
        within(Placement.objects.all())
        .order_by("since_at")
        .values_list("member_id", "layer", "name", "relation", "until_at")
    ),
)
