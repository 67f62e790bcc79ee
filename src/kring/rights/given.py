"""Who may come in here, and how: for the child and who works with it; never when it was last here (brief 10.10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import DateField, Exists, OuterRef, QuerySet, UUIDField
from django.utils.translation import gettext_lazy as _

from kring.access.acts import LetIn
from kring.access.door import Door, RefusedError
from kring.access.models import Given
from kring.circle import calling
from kring.circle import reading as circle
from kring.circle.domains import Domain, Kind
from kring.circle.lettering import initial
from kring.dossier.here import here
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.prepared import Open, Prepared
from kring.kit.sentences import sentence
from kring.law.access import Relation
from kring.law.transfers import SERVICES
from kring.law.ways import FITS, GIVES, NETWORK, PARENTS
from kring.people.acts.ways import HOLDS_FOR
from kring.people.models import Way, WayEnd
from kring.rights import facts
from kring.rights.people import Known, around

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

OVER: dict[str, Words] = {
    WayEnd.DISOWNED: _("Wie de link opende, zei: dit ben ik niet. De link is meteen gestopt."),
    WayEnd.GUESSED: _("De code is te vaak fout getypt. De link is daarom gestopt."),
}
LATE = _("De dertig dagen zijn voorbij. De link werkt niet meer.")
OPENED, WAITS = _("al geopend"), _("nog niet geopend")
OWN_ACCOUNT = _("komt binnen met een eigen account")


@dataclass(frozen=True, slots=True)
class Entry:
    """Someone who may come in, with the last way that was given."""

    given: UUID
    relation: Relation
    name: str
    way: Way
    now: datetime
    by: str = ""
    """Who made the link, where that was not the child itself: as this visitor calls that one."""

    @property
    def initial(self) -> str:
        """The letter in the disc, as in the circle."""
        return initial(self.name)

    @property
    def word(self) -> Words:
        """What this person is here, in a word."""
        return sentence(f"relation.{self.relation.value}")

    @property
    def alarm(self) -> Words | None:
        """What the giver has to know: a link that stopped without anybody here stopping it."""
        late = LATE if self.way.ended_at is None and not self.way.is_open(self.now) else None
        return OVER.get(self.way.ended_for, late)

    @property
    def has_account(self) -> bool:
        """Whether a link became an account."""
        return self.way.ended_for == WayEnd.REPLACED

    @property
    def is_of_a_service(self) -> bool:
        """Whether it is named anew where pages are made for it."""
        return self.relation in SERVICES

    @property
    def holds(self) -> bool:
        """Whether this person can still come in with it."""
        return self.has_account or self.way.is_open(self.now)

    @property
    def state(self) -> Words:
        """Opened or not yet; never when."""
        if self.has_account:
            return OWN_ACCOUNT
        return OPENED if self.way.opened_at else WAITS


def entries(door: Door, known: Mapping[UUID, str] | None = None) -> list[Entry]:
    """Everyone who was let in and whom nobody let out again: the last way of each.  `known`: names that were read."""
    rows = _GIVEN.ask(today=clock.today(), dossier=door.dossier.pk)
    last = {row.way.person_id: row for row in rows}
    held = [row for row in last.values() if _is_told(row)]
    names, unknown = dict(known or {}), {row.item_id for row in held if row.item_id} - (known or {}).keys()
    names |= circle.names(door, unknown) if unknown else {}
    by = _made_by(door, held) if known is None else {}  # a page that knows the names shows who, and no more
    return [_entry(row, names, by) for row in held]


def _made_by(door: Door, rows: Iterable[Given]) -> dict[UUID, str]:
    """Who made these links, of whom that was not the child: it reads who let somebody in, and can end it (R7)."""
    theirs = [row for row in rows if row.relation in NETWORK and row.recorded_by_id != row.given_by_id]
    return calling.called(door, {row.recorded_by_id: row.recorded_by.call_name for row in theirs})


def _given(*, today: Open, dossier: Open) -> QuerySet[Given, Given]:
    beside = Involvement.objects.current(today).filter(relation__in=[*NETWORK], dossier=dossier)
    rows = Given.objects.filter(dossier=dossier).exclude(relation=Relation.CHILD.value)
    stands = Exists(beside.filter(person=OuterRef("way__person")))
    return rows.annotate(stands=stands).select_related("way__person", "recorded_by").order_by("pk")


_GIVEN = Prepared(_given, today=DateField(), dossier=UUIDField())


def given(door: Door, key: UUID) -> Given:
    """One of them.  Raises `RefusedError`."""
    row = Given.objects.select_related("way__person").filter(dossier=door.dossier.pk, pk=key).first()
    if row is None or Relation(row.relation) not in may_change(door):
        raise RefusedError
    return row


def entry(door: Door, row: Given) -> Entry:
    """What stands on the page about one of them."""
    return _entry(row, circle.names(door, [row.item_id]) if row.item_id else {})


def to_choose(door: Door) -> list[Known]:
    """The people of the circle to whom a link can be given: people, and nobody who works here."""
    people = [one for one in around(door) if one.kind is Kind.PERSON and not _works_here(one)]
    return [Known(one.key, one.name, one.relation if one.relation not in one.name else "") for one in people]


def _works_here(one: circle.Person) -> bool:
    return one.in_care or one.domain is Domain.CARE


def parents(door: Door) -> list[tuple[UUID, str]]:
    """The parents, and who brings up the child, as far as Kring knows them."""
    found = {one.person_id: one.person.call_name for one in here(door.dossier.pk, PARENTS, on=clock.today())}
    return sorted(found.items())


def of_member(door: Door, one: Known, expressed: str) -> LetIn:
    """Let someone of the circle in, as what it is for the child now (R2)."""
    relation = facts.comes_in_as(door, one.member)
    return _with_its_way(one.name, relation, member=one.member, expressed=expressed)


def of_parent(name: str, relation: Relation, person: UUID | None) -> LetIn:
    """Let a parent in: by its position, so nobody else's yes is asked."""
    return _with_its_way(name, relation, person=person)


def once_more(door: Door, row: Given) -> LetIn:
    """The same person again, as what it is for the child now.  Raises `RefusedError` when somebody let it out."""
    if row.way.ended_for in {WayEnd.WITHDRAWN, WayEnd.DISOWNED}:
        raise RefusedError
    relation = facts.comes_in_as(door, row.item_id) if row.item_id and row.relation in NETWORK else row.relation
    name = row.way.person.call_name
    person = None if row.item_id else row.way.person_id
    return _with_its_way(name, Relation(relation), member=row.item_id, person=person, expressed=row.expressed)


def _is_told(row: Given) -> bool:
    """Whom somebody let out is gone from the page; of who said "this is not me" the page tells for a month."""
    if row.way.ended_for == WayEnd.DISOWNED:
        return bool(row.way.ended_at and row.way.ended_at > clock.now() - HOLDS_FOR)
    if row.relation in SERVICES:
        return False  # named until a day: it stands there apart (`rights.receiving`)
    stands = row.relation not in NETWORK or bool(row.stands)  # type: ignore[attr-defined]  # annotated above
    return stands and row.way.ended_for != WayEnd.WITHDRAWN


def _with_its_way(name: str, relation: Relation, **rest: object) -> LetIn:
    (kind,) = FITS[relation]  # who is not the child has one way that fits
    serves = relation is Relation.TRUST_PERSON
    return LetIn(name=name, relation=relation, kind=kind, serves=serves, **rest)  # type: ignore[arg-type]  # by name


def _entry(row: Given, names: dict[UUID, str], by: Mapping[UUID, str] | None = None) -> Entry:
    name = names.get(row.item_id) if row.item_id else None
    own = row.relation not in NETWORK or row.recorded_by_id == row.given_by_id
    who = "" if own else (by or {}).get(row.recorded_by_id, "")
    return Entry(row.pk, Relation(row.relation), name or row.way.person.call_name, row.way, clock.now(), who)


def may_change(door: Door) -> frozenset[Relation]:
    """Whose way in this visitor may give anew or end."""
    return GIVES.get(door.relation, frozenset())


def may_let_in(door: Door) -> bool:
    """Whether this visitor lets people in at all."""
    return bool(NETWORK & may_change(door))


def may_let_parents_in(door: Door) -> bool:
    """Whether this visitor also lets parents in."""
    return bool(PARENTS & may_change(door))
