"""What a link opens: only the places it was given for, in the relation it was given for, as long as it holds."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kring.access.models import Given
from kring.dossier.models import Involvement, Involvements
from kring.kit import clock
from kring.kit.prepared import Open
from kring.law.access import Relation
from kring.law.ways import NETWORK, PARENTS, WayKind
from kring.people.actors import Actor
from kring.people.models import Way, WayEnd


def narrowed(way: UUID | None, held: Involvements) -> Involvements:
    """Of what someone holds, what the way it came in by opens: of an account all of it.  No statement of its own."""
    return held if way is None else opened_to(way, held, clock.now())


def opened_to(way: UUID | Open, held: Involvements, at: datetime | Open) -> Involvements:
    """Of what someone holds, what this way opens at a moment.

    To a parent a link for who stands beside the child opens nothing: a parent comes in by its own way, with what is a
    parent's and with what ends for a parent (R15).

    Who said itself that it stops comes in by the same link, as less, until a person told the child: it reads there what
    it said, and takes it back (R7).
    """
    opens = Q(way__ended_at=None, way__until_at__gt=at) | Q(way__ended_for=WayEnd.USED.value)
    same = Q(relation=OuterRef("relation")) | Q(relation=OuterRef("told_as"))
    mine = {"dossier": OuterRef("dossier"), "way__person": OuterRef("person")}
    given = Given.objects.filter(opens, same, way=way, **mine)
    here = {"dossier": OuterRef("dossier"), "person": OuterRef("person"), "ended_at": None}
    parent = Involvement.objects.filter(**here, relation__in=sorted(PARENTS))
    return held.filter(Exists(given)).exclude(Q(relation__in=sorted(NETWORK)) & Exists(parent))


def opened_by(actor: Actor) -> list[Given]:
    """What a link opens now, with the child and the account of who came in by it."""
    held = Involvement.objects.current(clock.today()).filter(person=actor.person)
    reached = list(narrowed(actor.way, held).values_list("dossier_id", "relation", "told_as"))
    so = {(dossier, one) for dossier, *some in reached for one in some}
    rows = Given.objects.filter(way=actor.way).select_related("dossier", "way__person__user")
    return [row for row in rows if (row.dossier_id, row.relation) in so]


def under_figure(organisation: UUID, figure: str) -> list[Way]:
    """The children of a house who come in by pictures, under one figure."""
    here = Q(given__dossier__team__organisation=organisation, given__dossier__closed_on=None)
    rows = Way.objects.open(clock.now()).filter(here, kind=WayKind.PICTURES.value, figure=figure)
    return list(rows.select_related("person__user").order_by("pk"))


def birthday_behind(way: Way) -> str:
    """The birthday of the child that a card was given to, as far as Kring knows it: it is no PIN."""
    told = Given.objects.filter(way=way).values_list("dossier__born_on", flat=True).first()
    return told or ""


def birthday_of(person: UUID) -> date | None:
    """The birthday of a child with a place in Kring, as far as somebody wrote it down."""
    held = Involvement.objects.filter(person=person, relation=Relation.CHILD.value)
    told = held.values_list("dossier__born_on", flat=True).first()
    return date.fromisoformat(told) if told else None
