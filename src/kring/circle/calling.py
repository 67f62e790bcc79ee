"""How the child calls who has a way in: a child knows "oma Rita", not the name of an account (issue 5, 2; R20).

Who reads along must never be hidden by a name: whom the child pointed out, and nobody confirmed yet, keeps the name of
the account, and of who works with the child, and of a parent, that name stands beside the one of the circle.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery, UUIDField

from kring.access.door import Door
from kring.access.readers import Other, each_by_name, names_of_readers, others
from kring.access.same import SamePerson
from kring.access.writing import Filing
from kring.circle.names import fold
from kring.circle.reading import names
from kring.dossier.models import Involvement
from kring.law.access import Relation, Section
from kring.law.ways import ALL_WHO_WORK, PARENTS

SAYS_WHO_COMES_IN = PARENTS | ALL_WHO_WORK
"""Of whom the name of the account stands beside the name in the circle, where that does not say it already."""


def as_known(door: Door, everyone: Sequence[Other], named: Mapping[UUID, str] | None = None) -> list[Other]:
    """To the child each under the name it has in the circle; who does not stand in it, and to others, as it was.

    Two whom the circle calls alike are told apart in words.  Where the circle's name of a parent, or of who works with
    the child, does not say who comes in by it, that stands beside it: a child that pointed at the wrong one would else
    give "mama" to its father, or cry to its teacher and be read by its worker (R7, R20).

    `named`: members of the circle with their names, where a page has read them already.
    """
    members = {member for one in everyone for member in _stands_as(one)} if door.relation is Relation.CHILD else set()
    called = (names(door, members) if named is None else named) if members else {}
    known = [replace(one, name=_first(called, _stands_as(one), one.name)) for one in everyone]
    if not called:
        return known
    return [replace(so, name=name_of(one, so.name)) for so, one in zip(each_by_name(known), everyone, strict=True)]


def _stands_as(one: Other) -> frozenset[UUID]:
    """By whom of the circle the child calls this one: of whom that is sure, and of a parent, named beside it, always.

    An unconfirmed tap of the child, or of who holds its pictures, renames nobody who reads (R7).
    """
    return one.members if one.relation in PARENTS else one.confirmed


def name_of(one: Other, called: str) -> str:
    """How a page names this one that the circle calls so: never so that it hides who comes in."""
    return beside(called, one.name) if one.relation in SAYS_WHO_COMES_IN else called


def stands_as(one: Other, called: str) -> str:
    """The same of a page about somebody of the circle: who works here, and is not sure to be that one, by its own."""
    return one.name if one.relation in ALL_WHO_WORK and not one.confirmed else name_of(one, called)


def says_who(name: str, account: str) -> bool:
    """Whether a name in the circle says the name of the account, in words: in "Johan" there is no An."""
    return set(_words(account)) <= set(_words(name))


def beside(name: str, account: str) -> str:
    """A name in the circle with the name of the account, where that does not stand in it."""
    if says_who(name, account):
        return name
    return f"{name[:-1]}, {account})" if name.endswith(")") else f"{name} ({account})"


def _words(name: str) -> Collection[str]:
    return re.findall(r"\w+", fold(name)) or [name]


def all_others(door: Door) -> list[Other]:
    """Everyone involved today but the visitor, as the visitor knows them."""
    return as_known(door, others(door))


def called(door: Door, people: Mapping[UUID, str]) -> dict[UUID, str]:
    """The same of persons with their names: to the child as its circle calls them."""
    if door.relation is not Relation.CHILD or not people:
        return dict(people)
    works = Involvement.objects.filter(dossier=door.dossier, person=OuterRef("person"), relation__in=_SAYS)
    same = _SURE.filter(item__dossier=door.dossier, person__in=list(people)).annotate(says=Exists(works))
    who: dict[UUID, set[UUID]] = {}
    says: set[UUID] = set()
    for person, member, it_says in same.values_list("person", "item", "says"):
        who.setdefault(person, set()).add(member)
        says |= {person} if it_says else set()
    known = names(door, {member for some in who.values() for member in some}) if who else {}
    found = {one: _first(known, who.get(one, ()), name) for one, name in people.items()}
    return {one: beside(name, people[one]) if one in says else name for one, name in found.items()}


_SAYS = [one.value for one in SAYS_WHO_COMES_IN]
_SURE = SamePerson.objects.filter(confirmed_at__isnull=False)


def member_of(person: str = "person") -> Subquery:
    """For a query over rows of a child with who works with it: who of its circle that is, where that is sure."""
    same = _SURE.filter(item__dossier=OuterRef("dossier"), person=OuterRef(person)).order_by("item")
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


def _first(called: Mapping[UUID, str], members: Sequence[UUID] | frozenset[UUID] | set[UUID], else_: str) -> str:
    return next((called[one] for one in sorted(members) if called.get(one)), else_)
