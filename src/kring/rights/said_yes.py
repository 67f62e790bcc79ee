"""Who said yes to being the trust person, and does not serve yet: what is asked of it now, on its own home (R2, R9).

It knows its own answer, and that it was asked; of who was chosen it reads nothing here.  Before it was asked its pages
are silent.  What stands on an extract, and whether there is a no of the director, no page of that person tells (R5).
"""

from dataclasses import dataclass
from uuid import UUID

from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.law.access import Relation, Section
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Step, Voice
from kring.law.trust_person import ENTRY, EXTRACT
from kring.rights import facts
from kring.rights.models import Taken, Wish


@dataclass(frozen=True, slots=True)
class SaidYes:
    """That the visitor said yes, and whether it is still asked to show its extract."""

    brings_extract: bool


def said_yes(door: Door) -> SaidYes | None:
    """Whether the visitor is to become the trust person of this child; nothing before its yes, and after a no."""
    mine = door.sieve(Section.SUPPORT).mine if door.relation in {Relation.SUPPORTER, Relation.JIM} else frozenset()
    member = min(mine, default=None)
    if member is None or not _agreed(door, member):
        return None
    looks = facts.looked_at(door, member)
    entry = looks.get(ENTRY)
    return None if entry is not None and entry.refuses else SaidYes(brings_extract=EXTRACT not in looks)


def _agreed(door: Door, member: UUID) -> bool:
    wishes = Wish.objects.in_force().filter(member=member, meaning=Meaning.TRUST_PERSON.value)
    chosen = list(to_weigh(door, wishes).values_list("pk", flat=True))
    answers = Taken.objects.filter(wish_id__in=chosen, voice=Voice.PERSON.value, unsaid_on=None).order_by("-pk")
    said = to_weigh(door, answers).values_list("step", "reply") if chosen else ()
    last = next(((step, reply) for step, reply in said if step in {Step.ANSWERED.value, Step.ENDED.value}), None)
    return last == (Step.ANSWERED.value, Answered.YES.value)
