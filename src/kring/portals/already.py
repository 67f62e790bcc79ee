"""What was already seen by a yes of the child, by whom and when: what is known stays known (R7, house.md 4).

Of a note, a plan and an agreement which one; of the circle and of who was chosen, that somebody looked there and not
at which row (`access.seen`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import DateTimeField, F, IntegerField, Max, Min, Q, QuerySet, UUIDField, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.access.acts import passed_told, telling
from kring.access.disclosure import Disclosure
from kring.access.door import Door
from kring.access.kept import Kept
from kring.access.models import Item, Say, Seen, Visit, Word
from kring.access.readers import Other
from kring.access.spoken import spoken
from kring.circle.calling import called as called_by
from kring.dossier.models import Involvement
from kring.journal.earlier import texts_then
from kring.kit import clock
from kring.law.access import Relation, Section, Topic, known_topics
from kring.law.standing import opened_by_the_child
from kring.portals.answers import called, in_words, things_of
from kring.rights.models import Said

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

LOOKS: Mapping[Section, Topic] = {Section.CIRCLE: Topic.CIRCLE, Section.RIGHTS: Topic.BESIDE_ME}
"""Of which is known that somebody looked there; and what each is about."""
EARLIER = _("een eerdere tekst")
NO_VERSION = Value(None, output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class Read:
    """Something that was seen, and when last."""

    about: Words | str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reader:
    """Who read one thing, and when last."""

    name: str
    at: datetime
    words: Words | str
    """What it said then, where that is another text now."""
    first: datetime | None = None
    """When first, where that was on another day."""


def read_by(door: Door, person: UUID) -> list[Read]:
    """What someone already saw here by a yes, the last first; each text as it was when it was read."""
    seen = Seen.objects.filter(item__dossier=door.dossier, person=person)
    texts = seen.values_list("item", "item__section", "of_version").annotate(last=Max("at"))
    last = list(texts.union(_looks(door, person)))
    found = _as_read(door, [one for one in last if one[0]])
    found += [Read(_place(door, section), timezone.localtime(at)) for item, section, _, at in last if item is None]
    return sorted(found, key=lambda one: one.at, reverse=True)


def read_of(door: Door, say: Say, asked: Words | str, other: Other) -> list[Read]:
    """The same of what one yes is about; of that only what the visitor reads itself.

    Of a yes to the file each text by itself: it has no subject, and the child reads which ones they were (R18).
    """
    by_the_file = _of_the_file(other.relation)
    if say.topic == Topic.THE_FILE:
        return _texts(door, other.person, by_the_file)
    where = Q(item=say.item_id) if say.item_id else Q(item__topic=say.topic) & ~by_the_file
    mine = reduce(or_, (door.sieve(one).rows_for(item="item__") for one in Section))
    seen = Seen.objects.filter(where & mine, person=other.person)
    if say.item and seen.exclude(of_version=say.item.version).exists():
        return _texts(door, other.person, where & mine)
    looks = _looks(door, other.person).filter(section__in=_looked_for(say))
    about = seen.values_list("item__dossier", "item__topic", NO_VERSION).annotate(last=Max("at"))
    return [
        Read(asked if key else _place(door, what), timezone.localtime(at)) for key, what, _, at in about.union(looks)
    ]


def _of_the_file(relation: Relation) -> Q:
    """What the yes to the file opens for this relation, and no yes about a subject."""
    there = opened_by_the_child(relation)
    opens = [Q(item__section=section.value, item__klass=klass.value) for section, klass in there]
    return reduce(or_, opens, Q(item__in=()))


def _texts(door: Door, person: UUID, which: Q) -> list[Read]:
    """Which of these texts someone read, each by itself, the last first."""
    seen = Seen.objects.filter(which, person=person, item__dossier=door.dossier)
    last = seen.values_list("item", "item__section", "of_version").annotate(at=Max("at"))
    found = _as_read(door, [one for one in last if one[1] != Section.APART])
    return sorted(found, key=lambda one: one.at, reverse=True)


def _as_read(door: Door, seen: Sequence[tuple[UUID, str, int | None, datetime]]) -> list[Read]:
    """Each text by what it said when it was read: what was written in it since, nobody read by that."""
    rows = {row.pk: row for row in things_of(door, {item: section for item, section, *_ in seen})}
    heard = [item for item, section, *_ in seen if section == Section.SAID]
    rows |= {row.pk: row for row in door.within(Said.objects.filter(pk__in=heard))} if heard else {}
    then = texts_then(door, rows.values(), [(item, number) for item, _, number, _ in seen])
    last: dict[str, Read] = {}
    for item, _section, number, at in seen:
        if item in rows:
            words = then[item, number] or EARLIER if (item, number) in then else _called(rows[item])
            key = f"{item} {words}"
            known = last.get(key)
            last[key] = Read(words, max(timezone.localtime(at), known.at if known else timezone.localtime(at)))
    return list(last.values())


def _called(row: Kept) -> Words | str:
    """A thing by its words; what was said by what was said, and not by what was said back."""
    return (row.words or row.in_full()) if isinstance(row, Said) else called(row)


def readers_of(door: Door, row: Kept, known: Mapping[UUID, str]) -> list[Reader]:
    """Who already read one thing, by name, and when last; of the circle and of who was chosen, who looked since.

    And which text, where it is another one now.  `known`: who is involved today, as the visitor knows them; who is no
    more, is asked of the circle.
    """
    item = row.item
    rows: QuerySet[Any, Any] = Seen.objects.filter(item=item, item__dossier=door.dossier).annotate(
        then=F("at"), number=F("of_version")
    )
    if Section(item.section) in LOOKS:
        there = Visit.objects.filter(dossier=door.dossier, section=item.section, looked_at__gte=item.made_at)
        rows = there.annotate(then=F("looked_at"), number=NO_VERSION)
    last = rows.values_list("person__call_name", "person", "number").annotate(last=Max("then")).order_by("last")
    seen = [(person, str(name), number, timezone.localtime(at)) for name, person, number, at in last]
    names = _names(door, known, {person: name for person, name, *_ in seen})
    then = texts_then(door, [row], [(item.pk, number) for *_, number, _ in seen])
    return [
        Reader(names[person], at, then[item.pk, number] or EARLIER if (item.pk, number) in then else "")
        for person, _, number, at in seen
    ]


@dataclass(frozen=True, slots=True)
class Pages:
    """Of the pages that were made for somebody of a service or the court (R29)."""

    open: list[tuple[UUID, str]]
    """Each yes of the child by which one is read now: which, and who reads it."""
    read: list[Reader]
    """Who already read one, each once, the last first."""


def pages(door: Door) -> Pages:
    """For the child alone; one statement."""
    if door.relation is not Relation.CHILD:
        return Pages([], [])
    seen = Seen.objects.filter(item__dossier=door.dossier, item__section=Section.TRANSFERS.value)
    last = seen.values_list("person", "person__call_name").annotate(first=Min("at"), last=Max("at"))
    never = Value(None, output_field=DateTimeField())
    opens = spoken(door).exclude(made_for=None).filter(answer=Word.YES, waits=False)
    rows = list(last.union(opens.values_list("pk", "made_for__call_name", never, never), all=True))
    read = [Reader(str(name), timezone.localtime(at), "", _before(first, at)) for _, name, first, at in rows if at]
    still = sorted((key, str(name)) for key, name, _, at in rows if not at)
    return Pages(still, sorted(read, key=lambda one: one.at, reverse=True))


def _before(first: datetime, last: datetime) -> datetime | None:
    return timezone.localtime(first) if clock.day(first) < clock.day(last) else None


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was passed on in an emergency: by whom and to whom, as the visitor knows them."""

    row: Disclosure
    may_end: bool
    by: str
    to: str
    is_out: bool
    """That one comes in here no more: then nobody reads by it, whatever its last day."""
    left: bool
    """It comes in, and its place here was over since: what was told before opens nothing to who came back."""
    is_there: bool
    """Whether the visitor finds the text itself, as it stands now."""
    words: str
    """As they were passed on, where the text is another one now."""
    read_at: datetime | None = None
    """When that one read it last, where a page asks that."""


def told_and_read(door: Door, known: Mapping[UUID, str]) -> list[Told]:
    """All that was told in an emergency, each with when it was read; one statement more, and none for nothing told.

    After the help the page of the text itself is gone, and that it was read does not disappear (R7, R8).
    """
    rows = told(door, known=known)
    if not rows:
        return []
    seen = Seen.objects.filter(item__dossier=door.dossier, item__in=[one.row.item_id for one in rows])
    last = seen.values_list("item", "person").annotate(last=Max("at"))
    at = {(item, person): timezone.localtime(then) for item, person, then in last}
    return [replace(one, read_at=at.get((one.row.item_id, one.row.to_id))) for one in rows]


def told(door: Door, item: Item | None = None, known: Mapping[UUID, str] | None = None) -> list[Told]:
    """What was told of one thing, or of all that the visitor reads, in an emergency; `known`: as for `readers_of`."""
    return _as_told(door, telling.told_of(door, item), known)


def _as_told(door: Door, rows: Sequence[Disclosure], known: Mapping[UUID, str] | None = None) -> list[Told]:
    names = _names(door, known or {}, {who.pk: who.call_name for one in rows for who in (one.by, one.to)})
    here = {door.me, *(_here(door) if rows and known is None else known or ())}
    return [
        Told(
            one,
            telling.may_end(door, one) and one.item is not None,
            names[one.by_id],
            names[one.to_id],
            one.to_id not in here,
            getattr(one, "left", False),
            telling.still_reads(door, one),
            telling.words_then(door, one),
        )
        for one in rows
    ]


def passed_since(door: Door) -> list[Told]:
    """For the child alone: what a person told it of since it last looked (R8); nothing is asked for no news."""
    return _as_told(door, passed_told.told_since(door))


def _here(door: Door) -> set[UUID]:
    """Who is involved today."""
    rows = Involvement.objects.current(clock.today()).filter(dossier=door.dossier)
    return set(rows.values_list("person", flat=True))


def _names(door: Door, known: Mapping[UUID, str], people: Mapping[UUID, str]) -> dict[UUID, str]:
    """As the visitor knows them: asked only of whom the page does not know yet."""
    return {**known, **called_by(door, {one: name for one, name in people.items() if one not in known})}


def _looks(door: Door, person: UUID) -> QuerySet[Any, Any]:
    """When someone last looked at the circle, and at who was chosen: beside rows of what was read."""
    there = Visit.objects.filter(dossier=door.dossier, person=person).exclude(looked_at=None)
    nothing = Value(None, output_field=UUIDField())
    return there.values_list(nothing, "section", NO_VERSION).annotate(last=Max("looked_at"))


def _looked_for(say: Say) -> list[str]:
    """The sections of which is known that somebody looked there, that this answer is about."""
    if say.item:
        return [say.item.section]
    about = known_topics([say.topic])
    return [section.value for section, topic in LOOKS.items() if topic in about]


def _place(door: Door, section: str) -> Words:
    return in_words(door, LOOKS[Section(section)].value)
