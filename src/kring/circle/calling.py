"""How the child calls who has a way in: a child knows "oma Rita", not the name of an account (issue 5, 2; R20)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import OuterRef, Subquery, UUIDField

from kring.access.door import Door
from kring.access.readers import Other, each_by_name, names_of_readers, others
from kring.access.same import SamePerson
from kring.access.writing import Filing
from kring.circle.reading import names
from kring.law.access import Relation, Section
from kring.law.ways import PARENTS


def as_known(door: Door, everyone: Sequence[Other], named: Mapping[UUID, str] | None = None) -> list[Other]:
    """To the child each under the name it has in the circle; who does not stand in it, and to others, as it was.

    Two whom the circle calls alike are told apart in words.  Where the circle's name of a parent does not say who comes
    in by it, that stands beside it: a child that pointed at the wrong one would else give "mama" to its father (R20).

    `named`: members of the circle with their names, where a page has read them already.
    """
    members = {member for one in everyone for member in one.members} if door.relation is Relation.CHILD else set()
    called = (names(door, members) if named is None else named) if members else {}
    known = [replace(one, name=_first(called, one.members, one.name)) for one in everyone]
    if not called:
        return known
    return [replace(so, name=_who(so.name, one)) for so, one in zip(each_by_name(known), everyone, strict=True)]


def all_others(door: Door) -> list[Other]:
    """Everyone involved today but the visitor, as the visitor knows them."""
    return as_known(door, others(door))


def called(door: Door, people: Mapping[UUID, str]) -> dict[UUID, str]:
    """The same of persons with their names: to the child as its circle calls them."""
    if door.relation is not Relation.CHILD or not people:
        return dict(people)
    same = SamePerson.objects.filter(item__dossier=door.dossier, person__in=list(people))
    who: dict[UUID, set[UUID]] = {}
    for person, member in same.values_list("person", "item"):
        who.setdefault(person, set()).add(member)
    known = names(door, {member for some in who.values() for member in some}) if who else {}
    return {one: _first(known, who.get(one, ()), name) for one, name in people.items()}


def member_of(person: str = "person") -> Subquery:
    """For a query over rows of a child with a person: who of its circle that is, nothing of who is not known there."""
    same = SamePerson.objects.filter(item__dossier=OuterRef("dossier"), person=OuterRef(person)).order_by("item")
    return Subquery(same.values("item")[:1], output_field=UUIDField())


def of_members(door: Door, members: set[UUID]) -> dict[UUID, str]:
    """To the child how its circle calls these; to others nothing.  One statement, where there is somebody."""
    return names(door, members) if members and door.relation is Relation.CHILD else {}


def will_read(
    door: Door,
    section: Section,
    filing: Filing,
    around: Sequence[Other] | None = None,
    chosen: frozenset[UUID] = frozenset(),
) -> list[str]:
    """Who would read a row that was filed so, by name, as the visitor knows them (`access.readers`)."""
    return names_of_readers(door, section, filing, all_others(door) if around is None else around, chosen)


def _who(name: str, one: Other) -> str:
    """The name in the circle; of a parent with the name by which it comes in, where that is not said already."""
    says_who = one.relation not in PARENTS or one.name.casefold() in name.casefold()
    if says_who:
        return name
    return f"{name[:-1]}, {one.name})" if name.endswith(")") else f"{name} ({one.name})"


def _first(called: Mapping[UUID, str], members: Sequence[UUID] | frozenset[UUID] | set[UUID], else_: str) -> str:
    return next((called[one] for one in sorted(members) if called.get(one)), else_)
