"""One row by its item, whatever kind of row it is, and why the visitor sees it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, UUIDField

from kring.access.disclosure import Disclosure
from kring.access.door import Door, RefusedError
from kring.access.kept import Kept, kept_models
from kring.access.models import Item
from kring.kit.prepared import Open, Prepared
from kring.law.access import Answer, Klass, Rule, Section, Verb, rules_for


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule of the table that opens a row for the visitor, and by which answer; without a rule: an emergency."""

    rule: Rule | None
    answer: Answer | None


def row_of(door: Door, key: UUID) -> Kept:
    """The row, if the visitor may read it.  Raises `RefusedError`, for a foreign key as for an unknown one.

    A refusal asks the database as often for what is hidden as for what is not there: by the clock nobody learns which.
    """
    model = _kind_of(door, key)
    asks = model is not None and not door.sieve(model.section).is_empty()
    rows = model.objects.filter(pk=key).annotate(**_TOLD) if model else None
    row: Kept | None = door.within(rows).first() if rows is not None else None
    if row is None:
        if not asks:
            Item.objects.filter(pk=key, dossier=door.dossier.pk).first()
        door.asks_who_i_am()
        raise RefusedError
    door.read_in = row.section
    return row


def _kind_of(door: Door, key: UUID) -> type[Kept] | None:
    """Which kind of row an item of this child is: one statement, however many kinds there are.

    Whether the visitor may see it, its door says.
    """
    kinds = {model._meta.label_lower.replace(".", "_"): model for model in kept_models()}
    found = _KINDS.ask(item=key, dossier=door.dossier.pk)
    return next((kinds[name] for one in found for name, there in one.items() if there), None)


def _kinds(*, item: UUID | Open, dossier: UUID | Open) -> QuerySet[Any, Any]:
    kinds = {model._meta.label_lower.replace(".", "_"): model for model in kept_models()}
    is_one = {name: Exists(model.objects.all().opened().filter(pk=OuterRef("pk"))) for name, model in kinds.items()}
    found: QuerySet[Any, Any] = Item.objects.filter(pk=item, dossier=dossier).annotate(**is_one).values(*is_one)
    return found


_TOLD: dict[str, Any] = {"was_told": Exists(Disclosure.objects.filter(item=OuterRef("pk")))}
_KINDS = Prepared(_kinds, item=UUIDField(), dossier=UUIDField())


def is_on_this_side(door: Door, key: UUID) -> bool:
    """Whether something stands on the side of this visitor, or on none.

    For who is a member on two sides of a child: this side tells nothing of the other (R16).
    """
    here = Item.objects.filter(Q(wall=None) | Q(wall__in=sorted(door.walls)), pk=key, dossier=door.dossier.pk)
    return bool(here.exists())


def reasons(door: Door, item: Item) -> list[Reason]:
    """Why the visitor reads this row: each rule that opens it, as the table says it."""
    sieve = door.sieve(Section(item.section))
    answers = sieve.opened_by(item, Verb.READ)
    rules = rules_for(sieve.relation, sieve.section, Klass(item.klass), sieve.cases)
    found = [Reason(rule, answer) for answer in answers for rule in rules if answer in rule.answers(Verb.READ)]
    return found or [Reason(None, None)]
