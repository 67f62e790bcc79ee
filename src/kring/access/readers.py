"""Who else can read something, and who will be able to, by name, before it is saved (R20): by the sieve of the door."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import DateField, DateTimeField, Exists, OuterRef, QuerySet, UUIDField

from kring.access.asked import answers_to_all, waiting
from kring.access.door import Door
from kring.access.models import Item
from kring.access.namesakes import told_apart
from kring.access.same import Mine, SamePerson
from kring.access.sieve import Answers, Sieve
from kring.access.standing import Standing, standing_of, with_what_was_told
from kring.access.writing import Filing
from kring.dossier.models import Involvement, Involvements
from kring.kit import clock
from kring.kit.prepared import Among, Open, Prepared
from kring.kit.sentences import sentence
from kring.law.access import AT_HOME, Answer, Case, Klass, Relation, Section, Verb, classes

NO_ANSWERS = Answers()


@dataclass(frozen=True, slots=True)
class Other:
    """Someone who is involved with this child today, as its own door would weigh it."""

    person: UUID
    name: str
    standing: Standing
    members: frozenset[UUID]
    """Who in the circle this person is."""
    confirmed: frozenset[UUID] = frozenset()
    """Of which of them that is sure (`access.same`)."""
    is_asked_again: bool = False
    """A yes of the child towards it waits until the child says it anew."""
    since: date = date.min  # from which day: what tells it from somebody else of one name
    until: date | None = None  # until which day, where that was said
    untold: bool = False  # contact is restricted, and nobody told the child yet
    instead_of: frozenset[UUID | None] = frozenset()  # of who takes over: for whom, where that was written down

    @property
    def relation(self) -> Relation:
        """In which position it comes in."""
        return self.standing.relation

    @property
    def mine(self) -> Mine:
        """Both together, as a sieve asks them."""
        return Mine(self.members, self.confirmed)

    def sieve(self, dossier: UUID, section: Section) -> Sieve:
        """What it may see of a section."""
        return self.standing.sieve(dossier, section, self.person, self.mine)

    def without_restriction(self) -> "Other":
        """The same, as if contact with it were not restricted (R28)."""
        return replace(self, standing=replace(self.standing, restricted=False))

    def reads_if(self, item: Item, said: Answers) -> bool:
        """Whether it would read this, if these were the answers towards it."""
        return (
            replace(self, standing=self.standing.if_said(said))
            .sieve(item.dossier_id, Section(item.section))
            .lets(item, Verb.READ)
        )


def others(door: Door, member: UUID | None = None) -> list[Other]:
    """Everyone involved today but the visitor, the child first; in three statements, however many there are.

    `member`: only who is pointed out as this one of the circle.  To the child each stands as it was told last: that
    somebody who stopped comes in as less already, a person tells it and no page does (R15).  To the child and to who
    works with it two of one name are told apart in words; to others that would tell on which side somebody stands.
    """
    today = clock.today()
    asked: dict[str, Any] = {"dossier": door.dossier.pk, "me": door.me, "today": today, "now": clock.now()}
    rows = _AROUND.ask(**asked) if member is None else _AROUND_AS.ask(**asked, member=member)
    held: defaultdict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        if door.relation is Relation.CHILD:
            row.relation, row.told_as = row.known_as, ""
        held[row.person_id].append(row)
    said = answers_to_all(door.dossier.pk, on=today) if held else {}
    around = _members(door.dossier.pk) if held else {}
    found = [
        Other(
            person,
            some[0].person.call_name,
            standing_of(some, said.get(person, Answers()), on=today),
            *around.get(person, Pointed()),
            since=some[0].from_on,
            until=some[0].until_on,
            untold=some[0].untold,
            instead_of=frozenset(row.instead_of_id for row in some if row.relation == Relation.FALLBACK_WORKER.value),
        )
        for person, some in held.items()
    ]
    if door.relation in {Relation.CHILD, Relation.WORKER}:
        found = each_by_name(found)
    return sorted(found, key=lambda one: list(Relation).index(one.relation))


def each_by_name(people: Sequence[Other]) -> list[Other]:
    """The same, with two of one name told apart in words."""
    called = told_apart([(one.person, one.name, one.relation, one.standing.walls, one.since) for one in people])
    return [replace(one, name=called[one.person]) for one in people]


def _around(*, dossier: Open, me: Open, today: Open, now: Open, member: Open | None = None) -> Involvements:
    rows = Involvement.objects.current(today).filter(dossier=dossier).exclude(person=me)
    if member is not None:
        rows = rows.filter(person__in=SamePerson.objects.filter(item=member).values("person"))
    return with_what_was_told(rows.select_related("person", "dossier"), now, today).order_by("pk")


_ASKED: dict[str, Any] = {"dossier": UUIDField(), "me": UUIDField(), "today": DateField(), "now": DateTimeField()}
_AROUND, _AROUND_AS = Prepared(_around, **_ASKED), Prepared(_around, **_ASKED, member=UUIDField())


def readers(
    door: Door,
    section: Section,
    filing: Filing,
    around: Sequence[Other] | None = None,
    chosen: frozenset[UUID] = frozenset(),
) -> list[Other]:
    """Of the others, who would read a row that was filed so.

    `around`: the others, where they are known already.  `chosen`: members of the circle to whom the child says yes for
    this row; a no about its topic still holds for them, and who they are was confirmed.
    """
    wall = filing.wall or _walls_of([filing]).get(filing.about)
    item = _item(door, section, replace(filing, wall=wall))

    def said(one: Other) -> Answers:
        return one.standing.answers.and_yes(item.pk) if one.confirmed & chosen else one.standing.answers

    return [one for one in (others(door) if around is None else around) if one.reads_if(item, said(one))]


def _item(door: Door, section: Section, filing: Filing) -> Item:
    return Item(
        dossier_id=door.dossier.pk,
        section=section.value,
        klass=filing.klass.value,
        topic=str(filing.topic),
        author_id=door.me,
        wall_id=filing.wall,
        about_id=filing.about,
        told_to_id=filing.told_to,
        held_close=filing.held_close,
    )


def names_of_readers(
    door: Door,
    section: Section,
    filing: Filing,
    around: Sequence[Other] | None = None,
    chosen: frozenset[UUID] = frozenset(),
) -> list[str]:
    """Their names, of those whom the writer may know of: the child first, by its call name, also without a way in.

    To who may not read what the child answered, nobody is named but the child: see `_by_law`.
    """
    if reads_the_answers(door):
        return _named(door, section, filing, readers(door, section, filing, around, chosen))
    item = _item(door, section, replace(filing, wall=filing.wall or _walls_of([filing]).get(filing.about)))
    return _by_law(door, item, others(door) if around is None else around)


BY_ONE_THING = ("yes_items", "theirs", "told", "disclosed")
"""What was answered about a thing by itself: about the text of that moment (`access.models.Says`, `access.passed`)."""


def names_of_another_text(
    door: Door, item: Item, klass: Klass, around: Sequence[Other], chosen: frozenset[UUID] = frozenset()
) -> list[str]:
    """The same of another text in a row that is there: who read the text of before by its own yes, reads not this one.

    A no about the row still holds.  `klass`: in which class it stands from then on.
    """
    filing = Filing(
        klass=klass,
        topic=item.topic,
        wall=item.wall_id,
        about=item.about_id,
        told_to=item.told_to_id,
        held_close=item.held_close,
    )
    new = _item(door, Section(item.section), filing)
    new.pk, new.author_id = item.pk, item.author_id
    if not reads_the_answers(door):
        return _by_law(door, new, around)

    def said(one: Other) -> Answers:
        was = one.standing.answers
        gone = {name: getattr(was, name) - {item.pk} for name in BY_ONE_THING}
        return replace(was, **gone).and_yes(item.pk) if one.confirmed & chosen else replace(was, **gone)

    found = [one for one in around if one.reads_if(new, said(one))]
    return _named(door, Section(item.section), filing, found)


def names_of_each(
    door: Door, section: Section, filings: Sequence[Filing], around: Sequence[Other] | None = None
) -> list[list[str]]:
    """The same of several rows that are written at once; the sides on which they stand are read in one statement."""
    everyone, walls = others(door) if around is None else around, _walls_of(filings)
    items = [_item(door, section, replace(one, wall=one.wall or walls.get(one.about))) for one in filings]
    if not reads_the_answers(door):
        return [_by_law(door, item, everyone) for item in items]
    found = [[one for one in everyone if one.reads_if(item, one.standing.answers)] for item in items]
    return [_named(door, section, filing, some) for filing, some in zip(filings, found, strict=True)]


def reads_the_answers(door: Door) -> bool:
    """Whether the visitor may know to whom the child said yes and to whom no."""
    return bool(classes(door.relation, Section.ANSWERS, Verb.READ, Answer.OPEN, frozenset()))


def _by_law(door: Door, item: Item, everyone: Sequence[Other]) -> list[str]:
    """Who reads it by the table alone, in the same words whatever the child answered; to who may not read its answers.

    A name that is there for one subject and not for another tells a yes or a no of the child, and one may ask that of
    every subject without saving anything (R7, R20).  So of who works with the child, and of a parent that reads in its
    place, it is said that they may, if the child does not mind.
    """
    child = door.dossier.call_name
    found = [one for one in everyone if one.reads_if(item, NO_ANSWERS)]
    section, klass = Section(item.section), Klass(item.klass)
    told = {
        child: any(one.relation is Relation.CHILD for one in found) or _the_child_would(door, section, klass),
        str(sentence("reader.works", name="", child=child)): any(one.relation not in AT_HOME for one in found),
        str(sentence("reader.represents", name="", child=child)): any(
            Case.REPRESENTS in one.standing.cases for one in found
        ),
    }
    return [words for words, reads in told.items() if reads]


def _named(door: Door, section: Section, filing: Filing, found: Sequence[Other]) -> list[str]:
    names = [one.name for one in found if one.relation is not Relation.CHILD]
    it_reads = any(one.relation is Relation.CHILD for one in found) or _the_child_would(door, section, filing.klass)
    return [door.dossier.call_name, *names] if it_reads and door.relation is not Relation.CHILD else names


def the_child_reads(door: Door, item: Item) -> bool:
    """Whether the child itself reads this; of one that has no way in yet, what it would read if it had one."""
    child = [one for one in others(door) if one.relation is Relation.CHILD]
    if child:
        return child[0].sieve(item.dossier_id, Section(item.section)).lets(item, Verb.READ)
    bare = Sieve(dossier=door.dossier.pk, section=Section(item.section), relation=Relation.CHILD, me=door.dossier.pk)
    return bare.lets(item, Verb.READ)


def _walls_of(filings: Sequence[Filing]) -> dict[UUID | None, UUID | None]:
    """What is told of somebody on a side, is told on that side (R16)."""
    return dict(_WALLS.ask(about=sorted({one.about for one in filings if one.about and not one.wall})))


_WALLS = Among(lambda about: Item.objects.filter(pk__in=about).values_list("pk", "wall_id"), about=[UUIDField()])


def _the_child_would(door: Door, section: Section, klass: Klass) -> bool:
    """Of a child that has no way in yet: what it would read if it had one."""
    return Sieve(dossier=door.dossier.pk, section=section, relation=Relation.CHILD, me=door.dossier.pk).opens(klass)


class Pointed(NamedTuple):
    """Who in the circle somebody is, of which of them that is sure, and whether a yes of the child towards it waits."""

    members: frozenset[UUID] = frozenset()
    confirmed: frozenset[UUID] = frozenset()
    is_asked_again: bool = False


def _pointed(*, dossier: UUID | Open) -> QuerySet[SamePerson, Any]:
    same = SamePerson.objects.filter(item__dossier=dossier).annotate(waits=Exists(waiting(OuterRef("item"))))
    return same.values_list("person", "item", "confirmed_at", "waits")


_POINTED = Prepared(_pointed, dossier=UUIDField())


def _members(dossier: UUID) -> dict[UUID, Pointed]:
    """The same of everyone who was pointed out."""
    found: dict[UUID, Pointed] = {}
    for person, item, at, waits in _POINTED.ask(dossier=dossier):
        was, this = found.get(person, Pointed()), frozenset({item})
        sure = this if at is not None else frozenset()
        found[person] = Pointed(was.members | this, was.confirmed | sure, was.is_asked_again or waits)
    return found
