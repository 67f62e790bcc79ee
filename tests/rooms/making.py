"""A place of its own for a family that was drawn (`tests/rooms/drawn.py`), and each road by which its rows are read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import unescape
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse

from kring.access import asking, scope
from kring.access.asking import Asker, everything
from kring.access.desk import desk_of
from kring.access.disclosure import Disclosure
from kring.access.door import Door, RefusedError, come_to
from kring.access.items import reasons, row_of
from kring.access.kept import Kept, KeptQuerySet
from kring.access.models import Giver, Item, Restriction, Say, Word
from kring.access.same import SamePerson
from kring.circle.models import Member
from kring.dossier.models import Dossier, Involvement, Wall
from kring.journal.models import Apart, Passage, PlanKind, PlanLine
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import AT_HOME, Klass, Relation, Section, Verb
from kring.law.time import months_later
from kring.people.models import Team
from kring.rights.models import Said
from tests.family import Family, undone
from tests.rooms.drawn import CHILD, Place, Row, Spoken, Stands

MODELS: dict[str, type[Kept]] = {"passage": Passage, "plan": PlanLine, "apart": Apart, "member": Member, "said": Said}
WORK = tuple(one for one in Relation if one not in AT_HOME | {Relation.FALLBACK_WORKER})
"""With a desk: who stands in for a night has none of its own."""
PAGES = {"passage": ("journal:notes", "journal:print"), "plan": ("journal:plan",)}
"""Which pages list such rows; of notes one is a copy to print."""
Keys = frozenset[UUID]


@dataclass
class Made:
    """The place as it stands there."""

    family: Family
    place: Place
    dossier: UUID
    sides: tuple[UUID | None, ...]
    members: dict[str, UUID] = field(default_factory=dict)
    rows: dict[str, list[Any]] = field(default_factory=lambda: {kind: [] for kind in MODELS})
    in_order: list[Any] = field(default_factory=list)  # as they were drawn

    @property
    def everybody(self) -> tuple[str, ...]:
        return (CHILD, *(one.who for one in self.place.people))

    def door(self, who: str) -> Door | None:
        """The door of this child, where it opens at all."""
        try:
            return come_to(self.family.actor(who), self.dossier)
        except RefusedError:
            return None

    def shown(self, who: str) -> Keys:
        """All that somebody reads here today."""
        door = self.door(who)
        return frozenset(row.pk for row in self.in_order if door.may(row, Verb.READ)) if door else frozenset()

    def all_shown(self) -> dict[str, Keys]:
        return {who: self.shown(who) for who in self.everybody}


def word(number: int) -> str:
    """A word that stands nowhere else."""
    return f"zqwoord{chr(97 + number)}qz"


@contextmanager
def made(family: Family, place: Place) -> Iterator[Made]:
    """It stands there meanwhile."""
    with undone(), scope.all_children(), everything():
        dossier = Dossier.objects.create(
            call_name="Mila", team=Team.objects.get(name="Team Noord"), opened_on=_day(-500), born_on=_born(place)
        )
        two = [Wall.objects.create(dossier=dossier, label=label).pk for label in ("hier", "daar")]
        new = Made(family, place, dossier.pk, (None, *two))
        _people(new)
        for number, row in enumerate(place.rows):
            _row(new, number, row)
        _answers(new)
        if place.closed:
            Dossier.objects.filter(pk=dossier.pk).update(closed_on=clock.today())
        with _nobody_in_particular():
            yield new


@contextmanager
def _nobody_in_particular() -> Iterator[None]:
    """From here on it is asked as at a page: no act goes on."""
    before = asking._everything.set(False)
    try:
        yield
    finally:
        asking._everything.reset(before)


def _day(days: int) -> date:
    return clock.today() + timedelta(days=days)


def _born(place: Place) -> str:
    if place.years is None:
        return ""
    return months_later(_day(-place.past_birthday), -12 * place.years).isoformat()


def _people(new: Made) -> None:
    held = {"dossier_id": new.dossier, "person_id": new.family.person(CHILD), "relation": Relation.CHILD.value}
    Involvement.objects.create(**held, from_on=_day(-400))
    for one in new.place.people:
        for relation in (one.relation, *((Relation.PARENT,) if one.parent_too else ())):
            _involve(new, one, relation)
        member = _item(new, section=Section.CIRCLE, klass=Klass.OWN_WORDS, by=CHILD)
        Member.objects.bulk_create([Member(item=member)])
        new.members[one.who] = member.pk
        if one.is_sure is not None:
            at = clock.now() if one.is_sure else None
            SamePerson.objects.create(item=member, person_id=new.family.person(one.who), confirmed_at=at)


def _involve(new: Made, one: Stands, relation: Relation) -> None:
    parent = relation in {Relation.PARENT, Relation.UPBRINGER}
    Involvement.objects.create(
        dossier_id=new.dossier,
        person_id=new.family.person(one.who),
        relation=relation.value,
        told_as=Relation.TRUST_PERSON.value if one.told_as else "",
        authority=one.authority.value if parent else "",
        authority_until=_day(one.holds_for) if parent and one.holds_for is not None else None,
        wall_id=new.sides[one.side],
        from_on=_day(-300),
        until_on=_day(one.stays) if one.stays is not None else None,
        ended_at=clock.now() if one.ended else None,
    )


def _item(new: Made, *, section: Section, klass: Klass, by: str, **more: Any) -> Item:
    told = {"section": section.value, "klass": klass.value, "made_at": clock.now(), **more}
    return Item.objects.create(dossier_id=new.dossier, author_id=new.family.person(by), **told)


def _row(new: Made, number: int, row: Row) -> None:
    model, person = MODELS[row.kind], new.family.person
    told = {"topic": row.topic.value, "about_id": new.members.get(row.about), "wall_id": new.sides[row.side]}
    told |= {"held_close": row.held, "told_to_id": person(row.to) if row.to else None}
    item = _item(new, section=model.section, klass=row.klass, by=row.by, **told)
    by = next((one.relation for one in new.place.people if one.who == row.by), Relation.CHILD).value
    words: dict[str, dict[str, Any]] = {
        "passage": {"writing": uuid7(), "position": 0, "words": word(number), "written_as": by},
        "plan": {"kind": PlanKind.DO.value, "words": word(number)},
        "apart": {"words": word(number)},
        "member": {},
        "said": {"words": word(number), "said_as": by},
    }
    kept = model(item=item, **words[row.kind])
    model.objects.bulk_create([kept])
    new.rows[row.kind].append(kept)
    new.in_order.append(kept)


def _answers(new: Made) -> None:
    for one in new.place.said:
        _say(new, one)
    person = new.family.person
    for who, days, as_member in new.place.restricted:
        whom = {"member_id": new.members[who]} if as_member else {"person_id": person(who)}
        until = _day(days) if days is not None else None
        dates = {"from_on": _day(-5), "until_on": until, "recorded_by_id": person("lotte"), "recorded_at": clock.now()}
        Restriction.objects.create(dossier_id=new.dossier, **whom, **dates)
    for who, number in new.place.urgent:
        why = {"motive": "nu", "child_told": True, "parents_told": True, "at": clock.now()}
        told = {"item": new.in_order[number].item, "to_id": person(who), "by_id": person("lotte"), **why}
        Disclosure.objects.create(dossier_id=new.dossier, **told)


def _say(new: Made, one: Spoken) -> None:
    item = new.in_order[one.row].item if one.row is not None else None
    yes, person = one.word is Word.YES, new.family.person
    Say.objects.create(
        dossier_id=new.dossier,
        item=item,
        topic="" if item else one.topic.value,
        towards_id=new.members[one.towards],
        answer=one.word,
        giver=one.giver if item else Giver.CHILD,
        given_by_id=person(CHILD),
        expressed="itself" if one.by == CHILD else "said",
        recorded_by_id=person(one.by),
        from_on=_day(-one.ago),
        until_on=_day(one.lasts) if yes and one.lasts is not None else None,
        waits=yes and one.waits,
        said_at=clock.now() - timedelta(days=one.ago),
    )


# -- the roads ---------------------------------------------------------------------------------------------------------


@dataclass
class Reader:
    """Somebody who looks today, by every road there is; what it sees is asked once."""

    new: Made
    who: str

    def __post_init__(self) -> None:
        self.door = self.new.door(self.who)
        self._desk = desk_of(self.new.family.actor(self.who), WORK)

    @property
    def has_a_desk(self) -> bool:
        """Whether this child is on it: who works with it, is not at home there, and as long as it is open."""
        return self.door is not None and self.door.relation in WORK and self.door.dossier.closed_on is None

    def by_the_row(self, kind: str) -> Keys:
        """One row at a time; of each that opens, it can be said why."""
        door = self.door
        if door is None:
            return frozenset()
        found = [row for row in self.new.rows[kind] if door.may(row, Verb.READ)]
        why = [(row, one) for row in found for one in reasons(door, row.item)]
        assert all(one.rule or row.pk in door.answers.disclosed for row, one in why), "by no rule, and no emergency"
        return frozenset(row.pk for row in found)

    def by_the_address(self, kind: str) -> Keys:
        """The page of one row, that finds it by its key."""
        found = set()
        for row in self.new.rows[kind] if self.door else ():
            try:
                found.add(row_of(self.door, row.pk).pk)
            except RefusedError:
                continue
        return frozenset(found)

    def many_rows(self, kind: str) -> Keys:
        """All rows of a kind at once."""
        return self._ours(kind, self.door.within(MODELS[kind].objects.all())) if self.door else frozenset()

    def the_desk(self, kind: str) -> Keys:
        """The list over many children."""
        return self._ours(kind, self._desk.within(MODELS[kind].objects.all()))

    def the_policy(self, kind: str) -> Keys:
        """What PostgreSQL gives of the table itself, to a query that forgets its condition."""
        if self.door is None:
            return frozenset()
        asker = Asker(self.door.sieve(MODELS[kind].section), Verb.READ)
        return self._ours(kind, MODELS[kind].objects.all().opened(None, (asker,)))

    def _ours(self, kind: str, rows: KeptQuerySet[Any]) -> Keys:
        return frozenset(rows.values_list("pk", flat=True)) & {row.pk for row in self.new.rows[kind]}

    def on_a_page(self, kind: str, page: str) -> Keys:
        """Of which rows the words stand in what a browser gets."""
        where = reverse(page, kwargs={"dossier": self.new.dossier})
        text = unescape(self.new.family.browser(self.who).get(where).content.decode())
        return frozenset(row.pk for row in self.new.rows[kind] if row.words in text)


ROADS: dict[str, Callable[[Reader, str], Keys]] = {"many": Reader.many_rows, "address": Reader.by_the_address}
if connection.vendor == "postgresql":
    ROADS["policy"] = Reader.the_policy
