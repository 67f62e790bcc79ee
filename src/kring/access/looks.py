"""What somebody should look at again, over children: from which day, in which section, and nothing else.

A row says so itself (`Item.look_on`); a desk or a list asks for the first day of each section, in the statement that
finds the children.  Only for who may change rows of that section: it is a question to who works on it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Case, DateField, Exists, F, Model, OuterRef, Q, QuerySet, Subquery, UUIDField, When

from kring.access.cries import lost, unreadable
from kring.access.door import Door
from kring.access.models import Item
from kring.access.over import Over
from kring.access.same import SamePerson
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.prepared import Among, Open, OpenList, Prepared
from kring.law.access import Answer, Klass, Relation, Section, Topic, Verb, classes, rules_for
from kring.law.meaning import Meaning

LOOKED_AT = (Section.MOMENTS, Section.AGREEMENTS, Section.RIGHTS, Section.PARENTS, Section.SUPPORT, Section.SAFETY)
"""The sections with something that is looked at again."""
SAID = Section.SAID.value
Row = tuple[str, str, datetime, date | None, UUID | None, bool, str | None, str]
TOLD_FIRST = (Section.RIGHTS.value, Section.DECIDED.value)
_LET_GO = [Exists(Over.objects.filter(member=OuterRef("about"), meaning=one.value)) for one in Meaning]
"""With whom it is over in every meaning: of what was agreed with that one nobody looks again, told or not (A63)."""
NOT_SO = Topic.HELP
"""Of what is kept in confidence there: somebody says itself that what was written of it is not so; told to nobody."""
UNTOLD = Q(section__in=TOLD_FIRST, klass=Klass.CONFIDENCE.value) & ~Q(topic=NOT_SO.value)
"""Who stands beside the child stops, rests, said no, or was appointed, and it does not know: an alarm (R15, A140)."""

AFTER = Q(section=Section.RIGHTS.value, klass=Klass.FILE.value, about__section=Section.RIGHTS.value)
"""Of what is looked at again there: how the child is after a farewell, and what was agreed with it (A140)."""
SEEKS = Q(section=Section.RIGHTS.value, topic=Topic.GENERAL.value)
"""And a search: of who stands beside the child already nothing waits by it (A182)."""
ASKED_AFTER = Q(section=Section.MOMENTS.value, klass=Klass.FILE.value, topic=Topic.GENERAL.value)
"""And that a team lead asked after the talk: it waits until somebody talked, and says who wants to know (A31)."""
TOMORROW = Q(section=Section.MOMENTS.value, klass=Klass.FILE.value, topic=Topic.FUTURE.value)
"""And that a talk waits until tomorrow: until then it is out of the day, and it goes on since when it waits (A31)."""
APART = {"looks_after": AFTER, "looks_seeks": SEEKS}
"""What has a line of its own, and is not told again as something that waits there."""


def looks(path: str = "dossier") -> dict[str, Subquery]:
    """For a query over children: the first day on which something waits, of each section.  `path`: to the child."""
    found = {f"looks_{section.value}": _first(path, section) for section in LOOKED_AT}
    found |= {name: _day_of(_waits(path).filter(what)) for name, what in APART.items()}
    asked = _waits(path).filter(ASKED_AFTER).order_by("-made_at").values("made_at")[:1]
    newest = _waits(path).filter(section=Section.MOMENTS.value).order_by("-made_at", "-pk")
    until = newest.annotate(until=Case(When(TOMORROW, then=F("look_on")))).values("until")[:1]
    found |= {"looks_asked": Subquery(asked), "looks_until": Subquery(until)}
    return found | {"looks_untold": _day_of(_waits(path).filter(UNTOLD))}


def _first(path: str, section: Section) -> Subquery:
    rows = _waits(path).filter(section=section.value).exclude(TOMORROW if section is Section.MOMENTS else UNTOLD)
    if section is Section.RIGHTS:
        rows = rows.exclude(SEEKS).exclude(pk__in=_waits(path).filter(AFTER).values("pk"))
    return _day_of(rows.exclude(*_LET_GO) if section is Section.AGREEMENTS else rows)


def _waits(path: str) -> QuerySet[Item, Item]:
    return Item.objects.filter(dossier=OuterRef(path)).exclude(look_on=None)


def _day_of(rows: QuerySet[Item, Item]) -> Subquery:
    return Subquery(rows.order_by("look_on").values("look_on")[:1])


def is_there(path: str, section: Section, topic: Topic | None = None) -> Exists:
    """Whether a child has any row there at all: then what it is, is asked through the door.  `path`: to the child."""
    rows = Item.objects.filter(dossier=OuterRef(path), section=section.value)
    return Exists(rows if topic is None else rows.filter(topic=topic.value))


def untold_to(relation: Relation, since: date | None) -> bool:
    """Whether who works with the child is told that it does not know something yet: from the day it was to be told."""
    works = Klass.CONFIDENCE in classes(relation, Section.RIGHTS, Verb.READ, Answer.OPEN)
    return works and since is not None and since <= clock.today()


def waits_for(relation: Relation, since: date | None) -> date | None:
    """Since when a look after a farewell, or a search, waits for who works on that; nothing: not now (A140, A182)."""
    waits = since is not None and since <= clock.today() and _works_on(relation, Section.RIGHTS)
    return since if waits else None


def asked_after(relation: Relation, at: datetime | None) -> date | None:
    """On which day a team lead asked after the talk, for who talks with the child; nothing: nobody asked (A31)."""
    return clock.day(at) if at is not None and _works_on(relation, Section.MOMENTS) else None


def after_since_before(day: date, dossiers: QuerySet[Dossier]) -> int:
    """At how many of these children such a look waits since before that day: a number and nothing else (A140)."""
    waits = Item.objects.filter(AFTER, look_on__lt=day, dossier__in=dossiers.values("pk"))
    return waits.values("dossier").distinct().count()


def is_late(since: date | None) -> bool:
    """Whether that day has passed; what cannot wait is filed with a day that has (`rights.acts.held`)."""
    return since is not None and since < clock.today()


def untold_about(dossier: UUID, members: Iterable[UUID]) -> set[UUID]:
    """Of whom of these somebody wrote that it stops, rests or said no, and the child was not told yet.

    For what may not come into force meanwhile, and for no page to say.  One statement, and none for nobody.
    """
    return set(_UNTOLD_ABOUT.ask(dossier=dossier, about=sorted(members)))


def _untold_about(*, dossier: Open, about: OpenList) -> QuerySet[Any, Any]:
    rows = Item.objects.filter(UNTOLD, dossier=dossier, about__in=about, look_on__isnull=False)
    return rows.values_list("about_id", flat=True)


_UNTOLD_ABOUT = Among(_untold_about, dossier=UUIDField(), about=[UUIDField()])


def look_no_more_after(door: Door, member: UUID, written: UUID) -> None:
    """What was to be seen to after a farewell that was written just after this, and was none: nobody does (A140)."""
    rows = Item.objects.filter(AFTER, dossier=door.dossier, about__about=member, about__gt=written)
    rows.exclude(look_on=None).update(look_on=None)


def due_of(row: Model, relation: Relation, *, came_on: date | None = None) -> dict[Section, date]:
    """What a row with `looks` tells this relation: by section the first day, past or still to come.

    `came_on`: the day the child came, for who works with it; with who was never talked with about its right, that
    waits since then (A17), and what it put off until tomorrow is out of its day until then, and of nobody else's.
    """
    told = {section: getattr(row, f"looks_{section.value}") for section in LOOKED_AT if _works_on(relation, section)}
    found = {section: day for section, day in told.items() if day is not None}
    if came_on is not None and _works_on(relation, Section.MOMENTS):
        found.setdefault(Section.MOMENTS, came_on)
        found[Section.MOMENTS] = _not_before(found[Section.MOMENTS], row.looks_until)  # type: ignore[attr-defined]  # by `looks`
    return found


def _not_before(since: date, until: date | None) -> date:
    """Since when it waits, or the day to come on which it is there again: as it was, since when it waited before."""
    return until if until is not None and until > clock.today() else since


@cache
def _works_on(relation: Relation, section: Section) -> bool:
    return any(rule.change for klass in Klass for rule in rules_for(relation, section, klass))


def pointed(dossier: OuterRef, on: date | Open, me: UUID | Open) -> QuerySet[SamePerson, SamePerson]:
    """Whom of the circle of a child it pointed out, that comes in and that no worker confirmed yet (`access.same`).

    Not the visitor itself: of that one a colleague says so.
    """
    here = Involvement.objects.current(on).filter(dossier=OuterRef("item__dossier"), person=OuterRef("person"))
    return SamePerson.objects.filter(Exists(here), item__dossier=dossier, confirmed_at=None).exclude(person=me)


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits at one child: since when something said was not heard, and by section the first day to look again."""

    unheard: datetime | None = None
    cried: datetime | None = None
    """Since when the child waits that told this visitor that it is not safe now."""
    lost: bool = False
    """The child said so to somebody, and nobody can read it: which words, stays with the child (R7)."""
    due: dict[Section, date] = field(default_factory=dict)
    pointed: bool = False
    """The child said who somebody of its circle is, and no worker confirmed that."""
    late: bool = False
    """That day has passed, or the child may call somebody who does not answer any more."""
    after: date | None = None
    """Since when somebody looks how the child is after a farewell (A140)."""
    seeks: date | None = None
    """Since when they look further for somebody (A182)."""
    asked_on: date | None = None
    """When a team lead asked after the talk that waits (A31)."""
    untold: bool = False
    """Who stands beside it stops, rests or said no, and it does not know: today, or before, it was to be told."""


def waits_here(door: Door) -> Waits:
    """The same for the child of an open door, as its worker's desk tells it.  One statement."""
    rows = _waiting(door.relation).ask(dossier=door.dossier.pk, me=door.me, today=clock.today())
    due: dict[Section, date] = {}
    who = [one for one in rows if one[0] == Section.CIRCLE.value]
    first = [day for section, klass, _made, day, *_rest in rows if day and _is_untold(section, klass, _rest[-1])]
    after, seeks = (_first_of(door.relation, rows, one) for one in (_is_after, _is_search))
    for row in rows:
        section, klass, _made, look_on, *_rest = row
        if (
            section in {Section.CIRCLE.value, Section.SAID.value}
            or _is_untold(section, klass, row[7])
            or _is_after(row)
            or _is_search(row)
            or _is_tomorrow(row)
        ):
            continue
        if look_on is not None:
            due[Section(section)] = min(look_on, due.get(Section(section), look_on))
    if _works_on(door.relation, Section.MOMENTS):
        newest = next((row for row in rows if row[0] == Section.MOMENTS.value), None)
        until = newest[3] if newest is not None and _is_tomorrow(newest) else None
        due[Section.MOMENTS] = _not_before(due.get(Section.MOMENTS, door.dossier.opened_on), until)
    untold = untold_to(door.relation, min(first, default=None))
    late = untold and is_late(min(first, default=None))
    works = door.relation is Relation.WORKER
    apart: dict[str, Any] = {"after": after, "seeks": seeks, "asked_on": _asked_on(door.relation, rows)}
    return Waits(**_said(door, rows), due=due, pointed=bool(who) and works, untold=untold, late=late, **apart)


AFTERCARE, SEARCH, UNKNOWN = "after", "seeks", "untold"
STAYS_OPEN = frozenset({Section.RIGHTS.value, Section.SUPPORT.value, Section.PARENTS.value, Section.SAFETY.value})


def open_here(door: Door) -> dict[str, date]:
    """What still waits at this child, today or on a later day, for who closes its place: by what it is, its first day.

    Looks after a farewell, a search, what the child was not told, and by section the rest; of what is asked again by
    itself every half year only what is due today.  One statement.
    """
    today, found = clock.today(), dict[str, date]()
    for row in _waiting(door.relation).ask(dossier=door.dossier.pk, me=door.me, today=today):
        kind, day = _kind(row), row[3]
        ahead = kind == Section.RIGHTS.value and day is not None and day > today
        if day is not None and not ahead and kind in {*STAYS_OPEN, AFTERCARE, SEARCH, UNKNOWN}:
            found[kind] = min(day, found.get(kind, day))
    return found


def _kind(row: Row) -> str:
    if _is_untold(row[0], row[1], row[7]):
        return UNKNOWN
    return AFTERCARE if _is_after(row) else SEARCH if _is_search(row) else row[0]


def _said(door: Door, rows: list[Row]) -> dict[str, Any]:
    """What was said and waits: for this visitor, since when; and whether something waits that nobody can read."""
    said = [(made, day is not None, nobody) for section, _, made, day, _to, nobody, *_rest in rows if section == SAID]
    unheard = min((made for made, urgent, _ in said if not urgent), default=None)
    cried = min((made for made, urgent, nobody in said if urgent and not nobody), default=None)
    nobody = door.relation is Relation.WORKER and any(nobody for _, _, nobody in said)
    return {"unheard": unheard, "cried": cried, "lost": nobody}


def _is_untold(section: str, klass: str, topic: object) -> bool:
    return section in TOLD_FIRST and klass == Klass.CONFIDENCE and topic != NOT_SO


def _is_after(row: Row) -> bool:
    return (row[0], row[1], row[6]) == (Section.RIGHTS.value, Klass.FILE.value, Section.RIGHTS.value)


def _is_search(row: Row) -> bool:
    return (row[0], row[7]) == (Section.RIGHTS.value, Topic.GENERAL.value)


def _is_tomorrow(row: Row) -> bool:
    return (row[0], row[1], row[7]) == (Section.MOMENTS.value, Klass.FILE.value, Topic.FUTURE.value)


def _asked_on(relation: Relation, rows: list[Row]) -> date | None:
    asked = (Section.MOMENTS.value, Klass.FILE.value, Topic.GENERAL.value)
    return asked_after(relation, max((row[2] for row in rows if (row[0], row[1], row[7]) == asked), default=None))


def _first_of(relation: Relation, rows: list[Row], is_one: Callable[[Row], bool]) -> date | None:
    return waits_for(relation, min((row[3] for row in rows if row[3] and is_one(row)), default=None))


@cache
def _waiting(relation: Relation) -> Prepared:
    """The statement of it for who stands in this relation."""
    looked_at = [one.value for one in LOOKED_AT if _works_on(relation, one)]

    def rows(*, dossier: Open, me: Open, today: Open) -> QuerySet[Item, Row]:
        closed_to_me = Exists(unreadable(today).filter(dossier=dossier, pk=OuterRef("pk")))
        said = Q(section=SAID, version=1) & (Q(told_to=None) | Q(told_to=me)) & ~closed_to_me
        nobody = Exists(lost(today).filter(dossier=dossier, pk=OuterRef("pk")))
        who = Q(section=Section.CIRCLE.value) & Exists(
            pointed(OuterRef("dossier"), today, me).filter(item=OuterRef("pk"))
        )
        looks = Q(Q(section__in=looked_at) | UNTOLD, look_on__isnull=False)
        found = Item.objects.annotate(lost=nobody).filter(said | Q(lost=True) | who | looks, dossier=dossier)
        found = found.exclude(*_LET_GO, section=Section.AGREEMENTS.value)
        return found.order_by("-made_at").values_list(
            "section", "klass", "made_at", "look_on", "told_to", "lost", "about__section", "topic"
        )

    return Prepared(rows, dossier=UUIDField(), me=UUIDField(), today=DateField())
