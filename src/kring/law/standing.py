"""Which cases of the table hold for one person towards one child on a day.  Facts in, cases out; no row is read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from kring.law.access import AT_HOME, Case, Klass, Relation, Section, Verb, protection, table
from kring.law.capacity import ADULT_FROM, Finding, is_capable
from kring.law.time import age_on, birthday
from kring.law.ways import PARENTS

BY_A_PARENT = frozenset({Relation.PARENT, Relation.UPBRINGER, Relation.PARENTS_TRUST_PERSON})
"""Who comes in as a parent, or for one."""


BY_THE_CHILD = frozenset({Case.FILE_ACCESS})
"""Cases that an answer of the child makes: what stands open in one of them, is read by a yes of the child (R18)."""

_HATS = sorted([Relation.CHILD, Relation.PARENT, Relation.UPBRINGER, *Relation], key=lambda one: one not in AT_HOME)


class Authority(StrEnum):
    """Of one parent, each apart: does it hold the parental authority, and may it stand in for the child?"""

    UNKNOWN = ""  # nobody asked yet: then it represents nobody
    HOLDS = "holds"
    CONFLICT = "conflict"  # holds it, and its interests conflict with those of the child (brief 1.4, 1.6)
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known on a day.  `capacity` is the last finding on access to the file; `file_access` the child's yes."""

    relation: Relation
    born_on: date | None
    authority: Authority = Authority.UNKNOWN
    capacity: Finding | None = None
    file_access: bool = False
    beside_a_worker: bool = False
    in_safety: bool = False


def cases(facts: Facts, *, on: date) -> frozenset[Case]:
    """The cases that hold.

    Of a child whose birthday nobody wrote down: it counts as a minor, and as neither capable nor represented.
    """
    capable = is_capable(facts.born_on, facts.capacity, on=on)
    minor = facts.born_on is None or age_on(facts.born_on, on) < ADULT_FROM.on(on)
    represents = facts.relation in PARENTS and facts.authority is Authority.HOLDS
    holds = {
        Case.MINOR: minor,
        Case.CAPABLE: capable.allowed,
        Case.REPRESENTS: minor and represents and bool(capable.against),
        Case.FILE_ACCESS: facts.file_access,
        Case.SAFETY_PART: facts.in_safety,
        Case.BESIDE_A_WORKER: facts.beside_a_worker,
    }
    return frozenset(case for case, so in holds.items() if so)


def counts_from(relation: Relation, born_on: date | None, *, on: date) -> date | None:
    """From which day on a yes towards this person counts; nothing: whatever its day.

    The rights of a parent end on the 18th birthday by themselves (R15, R28).  So does what was opened for a parent
    before that day: who is of age says it anew, or not.  Of anybody else nothing ends by a birthday (C54).  Open for a
    jurist (docs/law/grown.md); until then what is safest for the child.
    """
    if relation not in BY_A_PARENT or born_on is None or age_on(born_on, on) < ADULT_FROM.on(on):
        return None
    return birthday(born_on, ADULT_FROM.on(on))


@cache
def reads_on(relation: Relation, section: Section) -> bool:
    """Whether somebody reads what it wrote itself once the child keeps that close: always, but for one thing.

    What a worker typed of an agreement is of the two who agree: the child's no closes it to the worker too (R8, C222b).
    """
    return relation in AT_HOME or section not in protection().closed_to_who_wrote_it


@cache
def opened_by_the_child(relation: Relation) -> frozenset[tuple[Section, Klass]]:
    """What this relation reads in a case that an answer of the child makes: in which section, of which class (R18)."""
    return frozenset(
        (section, klass)
        for (whose, section, klass), rules in table().items()
        if whose is relation and any(rule.when & BY_THE_CHILD and rule.answers(Verb.READ) for rule in rules)
    )


@cache
def worn_before(relation: Relation) -> frozenset[Relation]:
    """The positions in which somebody comes in rather than in this one, if it holds both (`hat`)."""
    return frozenset(_HATS[: _HATS.index(relation)])


def hat(relations: Iterable[str]) -> Relation:
    """In which of its positions someone comes in: a worker who is also a parent comes in as a parent.

    Who stands in someone's own life never reads about it as work; the child itself goes before everything, and then
    who is a parent, whatever else it is: with what is its own there, and with what ends for it at 18 (R15).
    """
    return min(map(Relation, relations), key=_HATS.index)
