"""What decides which cases of the table hold: what a child decides by itself, who has the authority."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.access.acts.again import look_no_more, nobody_looks
from kring.access.capacity import CapacityFound
from kring.access.door import Door
from kring.access.standing import born_on
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.law.access import Relation
from kring.law.capacity import AskedRight, is_of_age
from kring.law.standing import Authority
from kring.law.ways import PARENTS
from kring.people.models import Post, Role, Team


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What who gives the help found of one of the three rights, after talking with the child and the parents."""

    right: AskedRight
    capable: bool
    motive: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is known of the authority of one parent, from when until when."""

    authority: Authority
    from_on: date | None = None
    until_on: date | None = None


def find(door: Door, found: Found, *, once: UUID | None) -> CapacityFound:
    """Write what was found today: it stands beside what was found before, and the last one counts (art. 8, 13, 22 DRM).

    Raises `NotAllowedError` for who does not give the help, for a finding without a motive, and of who is of age.
    """
    only_who_helps(door)
    if not found.motive.strip() or weighs_no_more(door):
        raise NotAllowedError
    with door.writes(Event.CAPACITY_LOOKED_AT, once=once, codes=(found.right.value,)) as write:
        row = CapacityFound.objects.create(
            dossier=door.dossier,
            right=found.right.value,
            capable=found.capable,
            motive=found.motive,
            found_on=clock.today(),
            found_by_id=door.me,
        )
        nobody_looks(door)
        write.subject = row.pk
    return row


def weighs_no_more(door: Door) -> bool:
    """Whether the child is of age: then nobody weighs what it decides, and no parent has authority (brief 1.6)."""
    return is_of_age(born_on(door.dossier, on=clock.today()), on=clock.today()).allowed


def write_authority(door: Door, parent: Involvement, held: Held, *, once: UUID | None) -> None:
    """What is known of one parent, apart from the other.  It expires by itself: it is a right, and no protection.

    Raises `NotAllowedError` for who is no parent of this child, and of who is of age: nobody has authority over it.
    """
    only_who_helps(door)
    if weighs_no_more(door) or parent.dossier_id != door.dossier.pk or Relation(parent.relation) not in PARENTS:
        raise NotAllowedError
    with door.writes(Event.AUTHORITY_WRITTEN, once=once, codes=(held.authority.value or "unknown",)) as write:
        parent.authority = held.authority.value
        parent.authority_from, parent.authority_until = held.from_on, held.until_on
        parent.save(update_fields=["authority", "authority_from", "authority_until"])
        look_no_more(door.dossier.pk, persons=[parent.person_id])
        write.subject = parent.pk


def let_directors_decide(door: Door) -> None:
    """Who is the director of the house is involved from now on, to decide about an entry (R5).  Part of an act."""
    today = clock.today()
    here = Involvement.objects.current(today).filter(dossier=door.dossier, relation=Relation.DIRECTOR.value)
    house = Team.objects.filter(pk=door.dossier.team_id).values("organisation")
    posts = Post.objects.current(today).filter(role=Role.DIRECTOR.value, organisation__in=house)
    for person in posts.exclude(person__in=here.values("person")).values_list("person", flat=True).distinct():
        Involvement.objects.create(
            dossier=door.dossier, person_id=person, relation=Relation.DIRECTOR.value, from_on=today
        )


def director_says_no(door: Door, on: date) -> None:
    """Who works with the child has to read that the director does not appoint.  Part of an act."""
    Dossier.objects.filter(pk=door.dossier.pk).update(no_from_director_on=on)


def has_read_the_no(door: Door) -> None:
    """Who works with the child read it: its day says it no more."""
    if door.relation is Relation.WORKER and door.dossier.no_from_director_on:
        Dossier.objects.filter(pk=door.dossier.pk).update(no_from_director_on=None)


def only_who_helps(door: Door) -> None:
    """For who gives the help.  Raises `NotAllowedError`."""
    if door.relation is not Relation.WORKER:
        raise NotAllowedError
