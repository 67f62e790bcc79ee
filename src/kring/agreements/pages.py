"""The short pages on which an agreement is typed, one question or two at a time; none has to be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kring.agreements.models import Agreement
from kring.law import agreements as law
from kring.law.access import Relation
from kring.law.agreements import Point

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Page:
    """One short page: a title, a sign, what is asked, and whether the days are."""

    title: Words
    sign: str
    points: tuple[Point, ...]
    days: bool = False


THERE = Page(_("Er zijn voor elkaar"), "heart", (Point.ENGAGING,), days=True)
PAGES = (
    THERE,
    Page(_("Samen"), "people", (Point.RHYTHM, Point.TOGETHER, Point.APART)),
    Page(_("Wel en niet"), "tick", (Point.DOES, Point.DOES_NOT)),
    Page(_("Gesprekken"), "talk", (Point.ALONG, Point.BETWEEN)),
    Page(_("Als het dringend is"), "phone", (Point.URGENT,)),
    Page(_("Als het even niet gaat"), "mail", (Point.LOW,)),
    Page(_("Hoe snel komt er een antwoord?"), "clock", (Point.REPLY_PERSON, Point.REPLY_CHILD)),
    Page(_("Wonen"), "home", (Point.VISITS, Point.PHONE, Point.WEEKENDS, Point.PARENTS)),
    Page(_("Hulp"), "question", (Point.TURN, Point.FALLBACK)),
    Page(_("Teruggeven"), "heart", (Point.BACK,)),
    Page(_("Afscheid"), "out", (Point.FAREWELL,)),
    Page(_("Wie mag wat weten?"), "eye", (Point.KNOWS,)),
)


def pages(row: Agreement, relation: Relation) -> list[Page]:
    """The pages of this version: of an oral one the first, and for a worker what the child lets it read (R8)."""
    if row.told == law.Told.ORAL:
        return [THERE]
    if relation is Relation.CHILD or row.reads == law.Reads.ALL:
        return list(PAGES)
    return [page for page in PAGES if page.days or law.PRACTICAL & set(page.points)]


def asked(row: Agreement, page: Page, relation: Relation) -> list[Point]:
    """What a page asks of who types."""
    everything = relation is Relation.CHILD or row.reads == law.Reads.ALL
    return [one for one in page.points if everything or one in law.PRACTICAL]
