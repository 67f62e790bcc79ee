"""Who said yes to being the trust person, and does not serve yet: what is asked of it now, on its own home (R2, R9).

It knows its own answer, and that it was asked; of who was chosen it reads nothing here.  Before it was asked its pages
are silent.  What stands on an extract, and whether there is a no of the director, no page of that person tells (R5).
And that it said yes, to whatever it was asked, where who works with the child wrote that down (R9).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, Subquery

from kring.access.acts import child_of
from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.access.writing import ITSELF
from kring.law.access import Relation, Section
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Step, Voice
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.law.ways import NETWORK
from kring.people.models import Person
from kring.rights import facts
from kring.rights.models import Taken, Wish

FACTS = (
    *("pk", "wish_id", "step", "reply", "taken_on", "expressed", "unsaid_on"),
    *("item__made_at", "item__author_id", "item__author__call_name"),
)
"""What is read of its own answer: no words, and not as what the child chose it."""
WORDS = (Step.ANSWERED.value, Step.ENDED.value)
FACTS_OF_IT = (INDEPENDENT, ADULT)


@dataclass(frozen=True, slots=True)
class SaidYes:
    """That the visitor said yes, and whether it is still asked to show its extract."""

    brings_extract: bool
    against: "Against | None" = None
    """What stands there of it by which it does not begin: it says itself that this is not so (R2)."""


@dataclass(frozen=True, slots=True)
class Against:
    """A condition of the law that would not hold, as a worker wrote it down."""

    key: UUID
    code: str
    by: str
    on: date

    @property
    def is_involved(self) -> bool:
        """Whether it would work in the help itself; else it would not be 18 yet."""
        return self.code == INDEPENDENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """That somebody wrote down that the visitor said yes: who, when, and of which day."""

    key: UUID
    member: UUID
    wish: UUID
    """The choice that stands, for which it was asked."""
    meaning: Meaning
    """To be what."""
    by: str
    at: datetime
    on: date
    denied: bool = False
    """It said that this was not its word: now only its own tap says yes."""


def said_yes(door: Door) -> SaidYes | None:
    """Whether the visitor is to become the trust person of this child; nothing before its yes, and after a no."""
    mine = door.sieve(Section.SUPPORT).mine if door.relation in {Relation.SUPPORTER, Relation.JIM} else frozenset()
    member = min(mine, default=None)
    if member is None or not _is_yes(_last(door, member, meaning=Meaning.TRUST_PERSON.value)):
        return None
    looks = facts.looked_at(door, member)
    entry = looks.get(ENTRY)
    if entry is not None and entry.refuses:
        return None
    return SaidYes(brings_extract=EXTRACT not in looks, against=_against(looks))


def _against(looks: Mapping[str, facts.Look]) -> Against | None:
    """The first that is in the way, and who wrote it; a statement only where there is one."""
    found = [(code, looks[code]) for code in FACTS_OF_IT if code in looks and looks[code].holds is False]
    for code, look in found[:1]:
        by = Person.objects.filter(pk=look.by).values_list("call_name", flat=True).first()
        return Against(look.key, code, by or "", look.on) if look.key else None
    return None


def written_for_me(door: Door) -> Written | None:
    """That a worker wrote down a yes of the visitor, which it knows and can deny: it stands there in its name (R9).

    What the child itself heard and wrote is the child's.  After one that it denied it says yes itself, if it wants to:
    whoever wrote one since, and whatever the child asks it for now (R2).  Read row by row: how often it was chosen, and
    how often something was written, nothing tells.
    """
    member = min(door.sieve(Section.SUPPORT).mine, default=None) if door.relation in NETWORK else None
    last = _last_word(door, member) if member is not None else None
    if member is None or last is None or (last.expressed == ITSELF and last.unsaid_on is None):
        return None
    denied = last if last.unsaid_on else _denied(door, member)
    row = denied or (last if _is_yes(last) and last.item__author_id != child_of(door) else None)
    wish = _asked_for(door, member, row, last) if row is not None else None
    if row is None or wish is None:
        return None
    told = {"by": row.item__author__call_name, "at": row.item__made_at, "on": row.taken_on}
    return Written(key=row.pk, member=member, denied=denied is not None, **wish, **told)


def _last_word(door: Door, member: UUID) -> Any:  # noqa: ANN401  # a row of FACTS, or nothing
    """What was written last of what it said, to whatever it was asked; of what it denied only a yes."""
    denied = Q(unsaid_on__isnull=False) & ~Q(step=Step.ANSWERED.value, reply=Answered.YES.value)
    said = Taken.objects.filter(member=member, voice=Voice.PERSON.value, step__in=WORDS).exclude(denied)
    return to_weigh(door, said.order_by("-pk")).values_list(*FACTS, named=True).first()


def _denied(door: Door, member: UUID) -> Any:  # noqa: ANN401  # a row of FACTS, or nothing
    """The yes that it said was none, while it said nothing itself since (as `rights.denied`)."""
    said = Taken.objects.filter(member=member, voice=Voice.PERSON.value)
    own = to_weigh(door, said.filter(expressed=ITSELF, unsaid_on=None).order_by("-pk")).values("pk")[:1]
    yes = said.filter(step=Step.ANSWERED.value, reply=Answered.YES.value, unsaid_on__isnull=False).order_by("-pk")
    since = to_weigh(door, yes).annotate(own=Subquery(own)).filter(Q(own=None) | Q(pk__gt=F("own")))
    return since.values_list(*FACTS, named=True).first()


def _asked_for(door: Door, member: UUID, row: Any, last: Any) -> dict[str, Any] | None:  # noqa: ANN401  # rows of FACTS
    """Which choice that stands it is a yes to, or for which it was asked since it denied one; none after its no."""
    says_no = not _is_yes(last)
    its = None if says_no else _stands(door, row.wish_id)
    if its is not None or (row.unsaid_on is None and not says_no):
        return its
    after = last.pk if says_no else row.pk
    answered = Q() if says_no else Q(step=Step.ANSWERED.value, voice=Voice.PERSON.value)
    asked = Taken.objects.filter(Q(step=Step.ASKED.value) | answered, member=member, pk__gt=after, unsaid_on=None)
    return _stands(door, to_weigh(door, asked.order_by("-pk")).values_list("wish_id", flat=True).first())


def _stands(door: Door, wish: UUID | None) -> dict[str, Any] | None:
    """This choice, while it stands."""
    rows = to_weigh(door, Wish.objects.in_force().filter(pk=wish)) if wish else None
    meaning = rows.values_list("meaning", flat=True).first() if rows is not None else None
    return {"wish": wish, "meaning": Meaning(meaning)} if meaning else None


def left_by(door: Door, denied: Written) -> Relation:
    """As what it still comes in, that said yes to one thing and never to the other."""
    as_jim = denied.meaning is Meaning.TRUST_PERSON
    stays = as_jim and _is_yes(_last(door, denied.member, meaning=Meaning.JIM.value))
    return Relation.JIM if stays else Relation.SUPPORTER


def _is_yes(last: Any) -> bool:  # noqa: ANN401  # a row of FACTS, or nothing
    return last is not None and (last.step, last.reply) == (Step.ANSWERED.value, Answered.YES.value)


def _last(door: Door, member: UUID, **chosen: str) -> Any:  # noqa: ANN401  # a row of FACTS, or nothing
    """What it said last of what the child chose it for as this, and stands: an answer, or that it stops."""
    wishes = list(to_weigh(door, Wish.objects.in_force().filter(member=member, **chosen)).values_list("pk", flat=True))
    return _said(door, wish_id__in=wishes) if wishes else None


def _said(door: Door, **of: object) -> Any:  # noqa: ANN401  # a row of FACTS, or nothing
    said = Taken.objects.filter(**of, unsaid_on=None, voice=Voice.PERSON.value)
    said = said.filter(step__in=WORDS).order_by("-pk")
    return to_weigh(door, said).values_list(*FACTS, named=True).first()
