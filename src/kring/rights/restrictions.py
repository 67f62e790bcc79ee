"""With whom contact is restricted, as who works with the child reads it; nobody else reads that it is so (R28)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery, UUIDField

from kring.access.acts.protecting import Toward
from kring.access.door import Door, RefusedError
from kring.access.models import Restriction
from kring.access.same import SamePerson
from kring.circle import reading as circle
from kring.circle.domains import Kind
from kring.circle.reading import Person
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.choice import Choice
from kring.kit.prepared import Prepared
from kring.kit.sentences import sentence
from kring.law.access import COMES_IN
from kring.law.ways import WORKERS
from kring.rights.people import around, relation_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One restriction that is in force."""

    row: Restriction
    name: str

    @property
    def has_passed(self) -> bool:
        """Whether its last day is behind us: it still holds, and somebody has to look."""
        return has_passed(self.row.until_on)

    @property
    def begins_later(self) -> bool:
        """Whether its first day is still to come: what protects holds from when it is written down."""
        return self.row.from_on > clock.today()


def has_passed(until_on: date | None) -> bool:
    """Whether this last day is behind us."""
    return until_on is not None and until_on < clock.today()


def only_who_works_here(door: Door) -> None:
    """For who works with the child.  Raises `RefusedError`."""
    if door.relation not in WORKERS:
        raise RefusedError


def entries(door: Door) -> list[Entry]:
    """All that are in force, the oldest first."""
    rows = _IN_FORCE.ask(dossier=door.dossier.pk)
    members = [row.member_id for row in rows if row.member_id]
    names = circle.names(door, members) if members else {}
    return [Entry(row, _name(row, names)) for row in rows]


_IN_FORCE = Prepared(
    lambda dossier: Restriction.objects.in_force().filter(dossier=dossier).select_related("person").order_by("pk"),
    dossier=UUIDField(),
)


def one(door: Door, key: UUID) -> Entry:
    """One of them.  Raises `RefusedError` also for one that is over."""
    found = next((entry for entry in entries(door) if entry.row.pk == key), None)
    if found is None:
        raise RefusedError
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """Someone about whom it can be said, and what Kring knows of how it comes in for this child.

    `is_loose`: it comes in, nothing restricts it yet, and nobody said who of the circle it is.
    """

    key: str
    toward: Toward
    name: str
    line: object
    comes_in: bool
    is_loose: bool = False

    @property
    def label(self) -> object:
        """How it stands among the others."""
        return Choice(self.name, self.line) if self.line else self.name


def to_choose(door: Door) -> list[Possible]:
    """Everyone about whom it can be said: the people of the circle, and who comes in with a place of its own.

    Who is known to be someone of the circle stands here once; two that only have one name stand here twice.
    """
    members = [one for one in around(door) if one.kind is Kind.PERSON]
    restricted = Restriction.objects.in_force().filter(dossier=door.dossier, person=OuterRef("person"))
    same = SamePerson.objects.filter(person=OuterRef("person"), item__in=[one.key for one in members]).order_by("item")
    here = Involvement.objects.current(clock.today()).filter(dossier=door.dossier, relation__in=[*COMES_IN])
    known = here.annotate(
        shut=Exists(restricted), same=Subquery(same.values("item")[:1], output_field=UUIDField())
    ).select_related("person")
    rows = [(row, row.same) for row in known.order_by("relation", "pk")]  # type: ignore[attr-defined]  # annotated here
    come_in = {item for _row, item in rows}
    return [
        *(_member(one, comes_in=one.key in come_in) for one in members),
        *(_person(row) for row, item in rows if item is None),
    ]


def _member(one: Person, *, comes_in: bool) -> Possible:
    line = relation_of(one)
    return Possible(key=f"m-{one.key}", toward=Toward(member=one.key), name=one.name, line=line, comes_in=comes_in)


def _person(row: Involvement) -> Possible:
    shut: bool = row.shut  # type: ignore[attr-defined]  # annotated by `to_choose`
    toward, name = Toward(person=row.person_id), str(row.person.call_name)
    line = _position(row.relation)
    return Possible(key=f"p-{row.person_id}", toward=toward, name=name, line=line, comes_in=True, is_loose=not shut)


def _position(relation: str) -> object:
    return sentence(f"relation.{relation}")


def _name(row: Restriction, names: dict[UUID, str]) -> str:
    if row.person:
        return str(row.person.call_name)
    return names.get(row.member_id, "") if row.member_id else ""
