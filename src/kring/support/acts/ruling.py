"""A question or a remark on a rule of the house: asked, answered, and put in the register without a name (A246)."""

from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Klass
from kring.people.acts import rules
from kring.people.models import HouseRule
from kring.support.models import RuleAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is said to who asked; of which rule of the register it is, or how a new one reads there."""

    words: str
    rule: HouseRule | None = None
    new: str = ""


def ask(door: Door, words: str, *, act: UUID) -> None:
    """Keep it as it was said; who works with the child finds it the same day."""
    with door.writes(Event.RULE_ASKED, once=act, codes=(door.relation.value,)) as write:
        write.add(RuleAsked, filed(door), words=words, said_as=door.relation.value, asked_on=clock.today())


def filed(door: Door) -> Filing:
    """How it is kept: who asks reads by name who will read it, before it asks (R20)."""
    return Filing(klass=Klass.OWN_WORDS, wall=next(iter(door.walls), None), look_on=clock.today())


def answer(door: Door, row: RuleAsked, given: Given, *, act: UUID) -> None:
    """Answer who asked; a rule that is new stands on the register from now on.  Raises `StaleError`."""
    with door.writes(Event.RULE_ANSWERED, once=act) as write:
        rule = given.rule
        if rule is None and given.new:
            rule = rules.put(door.actor, door.dossier.team.organisation, given.new, once=None)
        told = {"answer": given.words, "answered_on": clock.today(), "rule_id": rule.pk if rule else None}
        write.change(row, version=row.item.version, **told)
        write.look_again(row, on=None)
