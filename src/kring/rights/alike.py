"""Somebody who is here already under another hat: known again by how it is called, before a way in is given (R28, R3).

Names decide nothing: who answers is a worker, or the child where nobody is kept apart.  Until somebody answered,
nobody comes in.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from kring.access.acts.protecting import is_restricted, people_kept_apart
from kring.access.door import Door
from kring.access.models import Restriction
from kring.access.same import SamePerson
from kring.circle import reading as circle
from kring.circle.names import fold
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation
from kring.law.ways import PARENTS
from kring.rights.faces import PARENT, WORDS, says_parent
from kring.rights.given import parents, to_choose
from kring.rights.people import Known, around

_SMALL = frozenset(["van", "de", "het", "een", "mijn", "haar", "zijn", "onze", "en"])
_OF = {"mother": frozenset(WORDS["mother"].split()), "father": frozenset(WORDS["father"].split())}


@dataclass(frozen=True, slots=True)
class Called:
    """How somebody is called, and whether that is a parent of this child."""

    name: str
    parent: bool = False

    @property
    def words(self) -> frozenset[str]:
        """What tells it from others: its words without the small ones, nor those for a parent."""
        return frozenset(_words(self.name)) - _SMALL - PARENT

    @property
    def figures(self) -> set[str]:
        """Which parent it is, where its name says so."""
        said = set(_words(self.name)) if self.parent else set()
        return {figure for figure, words in _OF.items() if words & said}


@dataclass(frozen=True, slots=True)
class Human:
    """One human being by every name that it has here."""

    name: str
    names: tuple[Called, ...]

    def may_be(self, one: Called) -> bool:
        """Whether this may be the one who is called so: by a name, or as the same parent where a name is missing."""
        if any(fold(one.name) == fold(known.name) for known in self.names):
            return True
        named = [known.words for known in self.names if known.words]
        if one.words and named:
            return any(one.words <= words or words <= one.words for words in named)
        mine = {figure for known in self.names for figure in known.figures}
        is_parent = one.parent and any(known.parent for known in self.names)
        return is_parent and not (mine and one.figures and not mine & one.figures)


class Here:
    """Who is here already, of one child: read when it is asked, and not before."""

    def __init__(self, door: Door) -> None:
        self.door, self.child = door, door.dossier.call_name

    def called(self, name: str, relation: str = "", *, parent: bool = False) -> Called:
        """How a form calls somebody."""
        return Called(name, parent or says_parent(f"{name} {relation}", self.child))

    def as_it_stands(self, name: str, member: UUID | None, relation: Relation) -> Called:
        """How somebody is called who was let in before: by the circle where it stands in it, and else by its name."""
        one = next((one for one in around(self.door) if one.key == member), None) if member else None
        return self.called(one.name, one.relation) if one else self.called(name, parent=is_a_parent(relation))

    def apart(self, one: Called, *, member: UUID | None = None, person: UUID | None = None) -> list[Human]:
        """With whom contact is restricted, of those who may be this one.

        Not of who was chosen and is restricted itself: the law says so, and there is nothing to ask.
        """
        found = [human for human in self._apart if human.may_be(one)]
        chosen = member or person
        itself = found and chosen and is_restricted(self.door.dossier.pk, member=member, person=person)
        return [] if itself else found

    def parents(self, one: Called) -> list[Human]:
        """The parents who come in here, of those who may be this one."""
        return [human for human in self._parents if human.may_be(one)]

    @cached_property
    def _apart(self) -> list[Human]:
        rows = Restriction.objects.in_force().filter(dossier=self.door.dossier.pk).exclude(member=None)
        people = dict(people_kept_apart(self.door.dossier.pk).values_list("pk", "call_name"))
        held = Involvement.objects.filter(dossier=self.door.dossier.pk, relation__in=[*PARENTS], person__in=people)
        alone = set(rows.order_by("pk").values_list("member", flat=True))
        return self._humans(people, set(held.values_list("person", flat=True)), alone) if people or alone else []

    @cached_property
    def _parents(self) -> list[Human]:
        people = dict(parents(self.door))
        return self._humans(people, set(people), set()) if people else []

    def _humans(self, people: dict[UUID, str], are_parents: set[UUID], members: set[UUID]) -> list[Human]:
        """Each with the names that the circle has for it; of the circle alone who is nobody with a way in."""
        same = SamePerson.objects.filter(person__in=people, item__dossier=self.door.dossier.pk).order_by("item")
        known: defaultdict[UUID, list[UUID]] = defaultdict(list)
        for item, person in same.values_list("item", "person"):
            known[person].append(item)
        alone = members - {item for items in known.values() for item in items}
        names = self._of_the_circle({*alone, *(item for items in known.values() for item in items)})
        found = [
            Human(name, (Called(name, key in are_parents), *_of(names, known[key]))) for key, name in people.items()
        ]
        return found + [Human(names[one][0].name, names[one]) for one in sorted(alone) if one in names]

    def _of_the_circle(self, members: set[UUID]) -> dict[UUID, tuple[Called, ...]]:
        """By the name, and by the word beside it; of who was taken out of the circle by the name alone."""
        if not members:
            return {}
        beside = {one.key: one.relation for one in around(self.door)}
        return {
            key: tuple(self.called(said, beside.get(key, "")) for said in filter(None, (name, beside.get(key, ""))))
            for key, name in circle.names(self.door, members).items()
        }


def given_to(door: Door) -> list[Known]:
    """To whom of the circle a link is given here; a child gives none to a parent, which gets one of its worker (R3).

    Nor to who was pointed out as one, confirmed or not.
    """
    people = to_choose(door)
    if door.relation is not Relation.CHILD:
        return people
    held = Involvement.objects.current(clock.today()).filter(dossier=door.dossier.pk, relation__in=[*PARENTS])
    same = SamePerson.objects.filter(item__dossier=door.dossier.pk, person__in=held.values("person"))
    theirs, child = set(same.values_list("item", flat=True)), door.dossier.call_name
    return [one for one in people if one.member not in theirs and not says_parent(f"{one.name} {one.relation}", child)]


def is_a_parent(relation: Relation) -> bool:
    """Whether who comes in so is a parent, and not only who brings up."""
    return relation is Relation.PARENT


def _of(names: dict[UUID, tuple[Called, ...]], keys: Iterable[UUID]) -> tuple[Called, ...]:
    return tuple(called for key in keys for called in names.get(key, ()))


def _words(text: str) -> list[str]:
    return "".join(one if one.isalnum() else " " for one in fold(text)).split()
