"""With whom contact is restricted, as who works with the child reads it; nobody else reads that it is so (R28)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, UUIDField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.access.acts.protecting import Toward
from kring.access.door import Door, RefusedError
from kring.access.models import Restriction
from kring.access.namesakes import of_the_involved
from kring.access.same import SamePerson
from kring.circle import reading as circle
from kring.circle.domains import Kind
from kring.circle.reading import Person
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.choice import Choice
from kring.kit.prepared import Prepared
from kring.kit.sentences import sentence
from kring.law.access import Relation
from kring.law.restrictions import WHOM, Decides
from kring.law.standing import hat
from kring.law.transfers import SERVICES
from kring.law.ways import PARENTS, WORKERS
from kring.rights.people import around, relation_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


WHO_DECIDES: dict[str, Words] = {
    "judge": _("de jeugdrechter"),
    "consultant": _("de consulent (sociale dienst, OCJ of VK)"),
    "team": _("ons team, om veilig te zijn tot een van hen beslist"),
}
"""Who decides that somebody may have no contact now, as it is asked and read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One restriction that is in force."""

    row: Restriction
    name: str
    who: str = ""
    """Of one of the circle: who comes in as this one, by name, or that nobody does."""
    since: tuple[Comer, ...] = ()
    """Who was pointed out as that one after it went along with another, and is not restricted: it is asked (R28)."""

    @property
    def went_along(self) -> bool:
        """Whether it went along with who this one of the circle was then."""
        return self.row.moved_at is not None

    @property
    def decided_by(self) -> object:
        """Who decided it, in words; nothing of before that was asked."""
        short = {Decides.TEAM: _("ons team, voorlopig")}
        return (WHO_DECIDES | short).get(self.row.decided_by, "")

    @property
    def asks_of(self) -> str:
        """Of whom it is asked whether it holds, by name."""
        return ", ".join(one.called for one in self.since)

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


def told_among(found: list[Entry], people: list[Possible]) -> list[Entry]:
    """The same, with who comes in as that one; two of one name are told apart."""
    by = {one.toward: one for one in people}
    told = [(one, by.get(Toward(member=one.row.member_id, person=one.row.person_id))) for one in found]
    return [replace(one, name=who.name, who=who.who, since=_since(one, who)) if who else one for one, who in told]


def _since(one: Entry, who: Possible) -> tuple[Comer, ...]:
    return tuple(each for each in who.as_it if not each.shut) if one.went_along else ()


_IN_FORCE = Prepared(
    lambda dossier: (
        Restriction.objects.in_force().filter(dossier=dossier).select_related("person", "recorded_by").order_by("pk")
    ),
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

    `comes_in`: it does, or somebody of whom that was confirmed comes in as this one of the circle.  `as_it`: who comes
    in as this one of the circle, confirmed or not, each by name.  `is_loose`: it comes in, nothing restricts it yet,
    and it is a parent or nobody confirmed who of the circle it is: it may be another of the circle all the same.
    """

    key: str
    toward: Toward
    name: str
    line: object
    comes_in: bool
    is_loose: bool = False
    as_it: tuple[Comer, ...] = ()
    short: str = ""
    """Of one of the circle: what it is there."""
    is_sure: bool = False
    """Of who comes in: that it was confirmed who of the circle it is."""
    is_pointed: bool = False
    """Of who comes in: that somebody said who of the circle it is, confirmed or not."""

    of_service: bool = False
    """Of who comes in for a service, not restricted yet: asked about only under a name of who is (R28)."""

    @property
    def label(self) -> object:
        """How it stands among the others."""
        return Choice(self.name, self.line) if self.line else self.name

    @property
    def in_short(self) -> object:
        """The same, without who comes in as this one."""
        return Choice(self.name, self.short or self.line) if self.toward.person or self.short else self.name

    @property
    def who(self) -> str:
        """Of one of the circle: who comes in as this one, by name, or that nobody does.  Of another nothing."""
        if self.toward.member is None:
            return ""
        if not self.as_it:
            return gettext("Als %(name)s komt hier niemand binnen, voor zover Kring weet.") % {"name": self.name}
        told = {"name": self.name, "who": ", ".join(one.called for one in self.as_it)}
        return gettext("Wie hier binnenkomt als %(name)s: %(who)s.") % told


@dataclass(frozen=True, slots=True, kw_only=True)
class Comer:
    """Somebody who comes in, as what; and who of the circle that is, where anybody said so."""

    person: UUID
    name: str
    relation: Relation
    shut: bool
    members: tuple[UUID, ...] = ()
    confirmed: frozenset[UUID] = frozenset()

    @property
    def called(self) -> str:
        """By its own name, with as what it comes in: never by the name that the circle has for somebody."""
        apart = self.name.endswith(")")  # two of one name: what it comes in as stands there already
        return self.name if apart else f"{self.name} ({sentence(f'relation.{self.relation}', name='')})"


def to_choose(door: Door) -> list[Possible]:
    """Everyone about whom it can be said: who comes in, under its own name and relation, and the people of the circle.

    Who is said to be somebody of the circle stands here twice, whether a worker confirmed that or not: what a child
    pointed out takes no name off this list (R28).
    """
    members = [one for one in around(door) if one.kind is Kind.PERSON]
    comers, names = comers_of(door), {one.key: one.name for one in members}
    return [
        *(_person(one, names) for one in comers),
        *(_member(one, [who for who in comers if one.key in who.members]) for one in members),
    ]


def comers_of(door: Door) -> list[Comer]:
    """Everyone who comes in here and is not the child, two of one name told apart.  Two statements."""
    restricted = Restriction.objects.surely_towards(OuterRef("person")).filter(dossier=door.dossier)
    here = Involvement.objects.current(clock.today()).filter(dossier=door.dossier, relation__in=[*WHOM])
    held: dict[UUID, list[Any]] = {}
    for row in here.annotate(shut=Exists(restricted)).select_related("person").order_by("pk"):
        held.setdefault(row.person_id, []).append(row)
    called = of_the_involved(row for some in held.values() for row in some)
    pointed: dict[UUID, list[SamePerson]] = {}
    for same in SamePerson.objects.filter(person__in=held, item__dossier=door.dossier).order_by("item"):
        pointed.setdefault(same.person_id, []).append(same)
    found = [
        Comer(
            person=key,
            name=called[key],
            relation=_worn(some),
            shut=some[0].shut,
            members=tuple(one.item_id for one in pointed.get(key, ())),
            confirmed=frozenset(one.item_id for one in pointed.get(key, ()) if one.confirmed_at),
        )
        for key, some in held.items()
    ]
    return sorted(found, key=lambda one: list(Relation).index(one.relation))


def _worn(held: list[Any]) -> Relation:
    return hat(one.relation for one in held)


def _member(one: Person, who: list[Comer]) -> Possible:
    sure = any(one.key in each.confirmed for each in who)
    told = Possible(
        key=f"m-{one.key}",
        toward=Toward(member=one.key),
        name=one.name,
        line="",
        comes_in=sure,
        as_it=tuple(who),
        short=relation_of(one),
    )
    comes = told.who if who else ""  # that nobody does is said of the one that was ticked
    return replace(told, line=" · ".join(filter(None, [gettext("in de kring"), told.short, comes])))


def _person(one: Comer, names: dict[UUID, str]) -> Possible:
    known = [
        (gettext("in de kring: %(name)s") if key in one.confirmed else gettext("misschien in de kring: %(name)s"))
        % {"name": names[key]}
        for key in one.members
        if key in names
    ]
    return Possible(
        key=f"p-{one.person}",
        toward=Toward(person=one.person),
        name=one.name,
        line=" · ".join([str(_position(one.relation)), *known]),
        comes_in=True,
        is_loose=not one.shut and one.relation not in SERVICES and (not one.confirmed or one.relation in PARENTS),
        of_service=not one.shut and one.relation in SERVICES,
        is_sure=bool(one.confirmed),
        is_pointed=bool(one.members),
    )


def _position(relation: str) -> object:
    return sentence(f"relation.{relation}")


def _name(row: Restriction, names: dict[UUID, str]) -> str:
    if row.person:
        return str(row.person.call_name)
    return names.get(row.member_id, "") if row.member_id else ""
