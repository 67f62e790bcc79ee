"""Who is a parent in the circle, and of whom the child lets each of them know: as the answers stand now (A65, R7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kring.access.door import Door
from kring.access.models import Giver, Item, Restriction, SamePerson, Say, Word
from kring.circle.domains import Layer
from kring.circle.models import Placement
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Klass, Section, Topic
from kring.law.decision import Decision
from kring.law.loyalty import Towards, may_be_asked
from kring.law.ways import PARENTS
from kring.rights.faces import says_parent
from kring.rights.models import Wish


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

    def is_about(self, wish: Wish) -> bool:
        """The child let this be known with it: who stands beside it, this wish, its serving, or what is agreed."""
        if self.topic:
            return self.topic == Topic.BESIDE_ME.value
        serves = self.section == Section.RIGHTS.value and self.klass == Klass.FILE.value
        with_it = self.about == wish.member_id and (serves or self.section == Section.AGREEMENTS.value)
        return self.item == wish.pk or with_it

    def closes(self, wish: Wish) -> bool:
        """A no, or ask me first: about who stands beside the child, or this wish."""
        return not self.yes and (self.topic == Topic.BESIDE_ME.value or self.item == wish.pk)


def around(door: Door) -> Around:
    """In two statements.  A parent is who is called so by the child or the adults, or comes in as one."""
    held = Involvement.objects.current(clock.today()).filter(dossier=door.dossier)
    comes_in = held.filter(relation__in=[one.value for one in PARENTS])
    same = SamePerson.objects.filter(item__dossier=door.dossier, person__in=comes_in.values("person"))
    known = set(same.values_list("item_id", flat=True))
    rows = door.within(Placement.objects.all()).order_by("since_at")
    names: dict[UUID, str] = {}
    ranks: dict[UUID, tuple[bool, bool]] = {}
    for member, layer, name, relation, until in rows.values_list("member_id", "layer", "name", "relation", "until_at"):
        rank = (until is None, layer == Layer.CHILD.value)
        if rank >= ranks.get(member, rank):
            names[member], ranks[member] = name, rank
        if until is None and says_parent(f"{name} {relation}", door.dossier.call_name):
            known.add(member)
    return Around(names, {key: name for key, name in names.items() if key in known})


def towards(door: Door, parents: Collection[UUID], wishes: Iterable[Wish]) -> dict[tuple[UUID, UUID], Decision]:
    """By parent and wish: may somebody talk with it about whom the child chose?  In two statements."""
    said: defaultdict[UUID, list[_Answer]] = defaultdict(list)
    answers = Say.objects.in_force(clock.today()).filter(dossier=door.dossier, giver=Giver.CHILD, towards__in=parents)
    told = answers.values_list(
        "towards_id", "topic", "item_id", "item__section", "item__klass", "item__about_id", "answer"
    )
    for parent, topic, item, section, klass, about, word in told:
        said[parent].append(_Answer(topic, item, section or "", klass or "", about, word == Word.YES.value))
    closed = _restricted(door, parents)
    return {
        (parent, wish.pk): may_be_asked(
            Towards(told=_told(said[parent], wish), restricted=parent in closed), on=clock.today()
        )
        for wish in wishes
        for parent in parents
    }


def _told(answers: Iterable[_Answer], wish: Wish) -> bool | None:
    """Whether the child lets this be known; a no goes before every yes, and without an answer nobody knows."""
    about = [one for one in answers if one.is_about(wish)]
    if any(one.closes(wish) for one in about):
        return False
    return True if any(one.yes for one in about) else None


def _restricted(door: Door, parents: Collection[UUID]) -> set[UUID]:
    """With whom of them contact is restricted now, also under another name in the circle (R28)."""
    same = SamePerson.objects.filter(item=OuterRef(OuterRef("pk"))).values("person")
    who = Q(member=OuterRef("pk")) | Q(person__in=same) | Q(member__same_person__person__in=same)
    closed = Restriction.objects.in_force().filter(who, dossier=door.dossier)
    return set(Item.objects.filter(Exists(closed), pk__in=parents).values_list("pk", flat=True))
