"""The register of rules of a house that were asked about: kept, changed, an exception, and why (A248)."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.law.support import Outcome
from kring.people.actors import Actor
from kring.people.acts.advice import ChangedError
from kring.people.models import HouseRule, Organisation


def put(actor: Actor, organisation: Organisation, words: str, *, once: UUID | None) -> HouseRule:
    """A rule that was asked about, in words that tell of nobody; the house still has to look at it."""
    with transaction.atomic():
        asked = {"outcome": Outcome.ASKED.value, "asked_on": clock.today()}
        new = HouseRule.objects.create(organisation=organisation, words=words, **asked)
        _tell(actor, Outcome.ASKED, new.pk, once)
    return new


def decide(actor: Actor, rule: HouseRule, decided: tuple[Outcome, str], *, version: int, once: UUID | None) -> None:
    """What the house does with it, and why; what was decided before is over.  Raises `ChangedError`."""
    outcome, why = decided
    with transaction.atomic():
        same = HouseRule.objects.filter(pk=rule.pk, version=version)
        by = {"decided_on": clock.today(), "decided_by": actor.person}
        if not same.update(version=F("version") + 1, outcome=outcome.value, why=why, **by):
            raise ChangedError
        _tell(actor, outcome, rule.pk, once)


def _tell(actor: Actor, outcome: Outcome, subject: UUID, once: UUID | None) -> None:
    kind, me = actor.kind.value, actor.person
    line = chain.Line(
        event=Event.RULE_KEPT, actor_kind=kind, actor=me, subject=subject, codes=(outcome.value,), once=once
    )
    chain.append(line)
