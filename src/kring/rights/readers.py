"""Who will be able to read it, by name, before it is saved (R20): the same table that the door asks."""

from uuid import UUID

from kring.access.door import HATS, Door
from kring.access.models import Item, Say
from kring.access.sieve import Answers, Sieve
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Answer, Klass, Relation, Section, Topic, Verb, cell


def readers(door: Door, section: Section, klass: Klass) -> list[str]:
    """The others by name: the child first, then whom the table and the child's answers let in today."""
    item = Item(
        dossier_id=door.dossier.pk,
        section=section.value,
        klass=klass.value,
        topic=Topic.BESIDE_ME.value,
        author_id=door.me,
    )
    hats = _hats(door)
    said = _said(door) if hats else {}
    names = [
        name
        for person, (relation, walls, name) in hats.items()
        if Sieve(
            dossier=door.dossier.pk,
            section=section,
            relation=relation,
            me=person,
            walls=walls,
            answers=said.get(person, Answers()),
        ).lets(item, Verb.READ)
    ]
    return [*_the_child(door, section, klass), *names]


def _hats(door: Door) -> dict[UUID, tuple[Relation, frozenset[UUID], str]]:
    """Everyone involved but the child and who writes, each in one relation, as the door would choose it."""
    rows = Involvement.objects.current(clock.today()).filter(dossier=door.dossier).select_related("person")
    hats: dict[UUID, tuple[Relation, frozenset[UUID], str]] = {}
    for row in sorted(rows, key=lambda one: HATS.index(Relation(one.relation)), reverse=True):
        walls = frozenset({row.wall_id} if row.wall_id else ())
        hats[row.person_id] = (Relation(row.relation), walls, row.person.call_name)
    return {person: hat for person, hat in hats.items() if hat[0] is not Relation.CHILD and person != door.me}


def _said(door: Door) -> dict[UUID, Answers]:
    """What the child answered about this topic, for each person with a way in; where two speak, the no holds."""
    says = Say.objects.in_force(clock.today()).filter(dossier=door.dossier, topic=Topic.BESIDE_ME.value)
    pairs = says.exclude(towards__same_person=None).values_list("towards__same_person__person", "answer")
    found: dict[UUID, set[str]] = {}
    for person, answer in pairs:
        found.setdefault(person, set()).add(answer)
    topic = frozenset({Topic.BESIDE_ME})
    return {
        person: Answers(yes_topics=topic) if answers == {"yes"} else Answers(no_topics=topic)
        for person, answers in found.items()
    }


def _the_child(door: Door, section: Section, klass: Klass) -> list[str]:
    if door.relation is Relation.CHILD:
        return []
    reads = cell(Relation.CHILD, section, klass).answer(Verb.READ) is Answer.OPEN
    return [door.dossier.call_name] if reads else []
