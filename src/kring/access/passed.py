"""What was passed on in an emergency is the text of that moment, and nothing that is written after it (R8).

An emergency is no sharing: what a child adds later to its own text was never passed on by anybody.  Whoever reads a row
by an emergency and by nothing else, finds in it the words as they were then; each queryset that a door or a desk opened
gives its rows so (`access.kept`), on whatever page it is read.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Protocol
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.query import ModelIterable

from kring.access.asking import Asker
from kring.access.disclosure import Disclosure
from kring.access.models import Item
from kring.access.sieve import Sieve
from kring.kit import clock
from kring.kit.fields import EncryptedText

if TYPE_CHECKING:
    _Rows = ModelIterable[Any]
else:
    _Rows = ModelIterable


class Row(Protocol):
    """What is asked of a row about a child: which kind it is, and its item."""

    _meta: ClassVar[Any]
    item: Any


def words_of(row: Row) -> str:
    """The words of a row as they stand now, to keep with what was passed on."""
    texts = {one.name: getattr(row, one.name) for one in row._meta.concrete_fields if isinstance(one, EncryptedText)}
    return json.dumps(texts, ensure_ascii=False)


def as_passed(row: Row, told: Disclosure) -> None:
    """The row in hand, with the words that it had when this was passed on."""
    for name, words in told.texts.items():
        setattr(row, name, words)
    if told.texts:
        row.item.version = told.of_version


class Passing(_Rows):
    """Gives the rows of a queryset, each as who asks for it may know it."""

    def __iter__(self) -> Iterator[Any]:
        askers = self.queryset.query.askers or ()  # type: ignore[attr-defined]  # a query of `access.kept`
        urgent = [one for one in askers if one.sieve.answers.disclosed]
        if not urgent:
            yield from super().__iter__()
            return
        told: dict[tuple[UUID, UUID], Disclosure] | None = None
        for row in super().__iter__():
            to = _by_an_emergency_alone(row.item, askers)
            if to is not None:
                told = _told(urgent) if told is None else told
                if (row.pk, to) in told:
                    as_passed(row, told[row.pk, to])
            yield row


def _by_an_emergency_alone(item: Item, askers: Sequence[Asker]) -> UUID | None:
    """To whom this row is open by an emergency and nothing else; nobody, where something else opens it."""
    here = [one for one in askers if item.dossier_id in (one.dossiers or (one.sieve.dossier,))]
    if any(_without(one.sieve, item.dossier_id).lets(item, one.verb) for one in here):
        return None
    return next((one.sieve.me for one in here if item.pk in one.sieve.answers.disclosed), None)


def _without(sieve: Sieve, dossier: UUID) -> Sieve:
    return replace(sieve, dossier=dossier, answers=replace(sieve.answers, disclosed=frozenset()))


def who_reads_another_text(row: Row, people: Collection[UUID]) -> set[UUID]:
    """Of these people, to whom this was passed on, who finds by that another text than stands there now."""
    rows = _in_force().filter(item=row.item.pk, to__in=people) if people else ()
    last = {one.to_id: one for one in rows}
    now = json.loads(words_of(row))
    return {to for to, one in last.items() if one.texts and one.texts != now}


def _in_force() -> QuerySet[Disclosure, Disclosure]:
    """What was passed on and is not over, the last last."""
    lasts = Q(until_on=None) | Q(until_on__gte=clock.today())
    return Disclosure.objects.filter(lasts, ended_at=None).order_by("at")


def _told(askers: Sequence[Asker]) -> dict[tuple[UUID, UUID], Disclosure]:
    """Of each text and person what was passed on last and is not over."""
    about = {key for one in askers for key in one.sieve.answers.disclosed}
    rows = _in_force().filter(item__in=about, to__in={one.sieve.me for one in askers})
    return {(one.item_id, one.to_id): one for one in rows if one.item_id}
