"""May this person begin to serve as the legal trust person of this child?  Facts in, decision out.

Legal word: vertrouwenspersoon, art. 24 par. 1 DRM.  Being *named* needs none of this (R1, R2): the wish is recorded in
any case; this asks only whether the legal position has begun.  Nothing here is about the child: no age, no capacity, no
language (A132).  Nothing here is what a parent or a worker thinks of the choice (A97, A111, A122).
Each code below is a heading in docs/law/trust-person.md, with text, source and dates.
"""

from dataclasses import dataclass
from datetime import date

from kring.law.decision import Decision, Ground, decide, negate
from kring.law.time import Dated, age_on

MINIMUM_AGE = Dated({date(2014, 3, 1): 18})

CONDITIONS = (
    "trust-person.adult",
    "trust-person.independent",
    "trust-person.designated",
    "trust-person.extract",
)
"""The four conditions of the decree, in its own order."""

ADULT, INDEPENDENT, DESIGNATED, EXTRACT = CONDITIONS

ENTRY = "trust-person.entry"
"""Not a condition of the decree: what is done when something stands on the extract (R5, open point b)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What is known of the person the child named.

    `adult` is an answer and not a date of birth: who looks at the extract or at a face sees enough, and Kring keeps no
    birthday of a third person for it.  Where a date of birth is known anyway, `adult` makes the answer out of it.
    `directly_involved_in_the_care` is read as narrowly as possible: this child's own worker or foster carer is,
    a worker of another living group or a former worker is not (brief 1.3).
    Of the extract (art. 596.2) only the day it was looked at is known, whether something stood on it, and then whether
    the director decided, with a written ground, that the person may serve.  What stood on it is recorded nowhere.
    """

    adult: bool | None
    designated_by_the_child: bool
    directly_involved_in_the_care: bool | None
    extract_looked_at_on: date | None
    extract_has_an_entry: bool | None = None
    director_agrees: bool | None = None


def may_serve(named: Named, *, on: date) -> Decision:
    """The four conditions, and what to do with an entry.  What nobody asked yet is missing, never against."""
    return decide(
        Ground("trust-person.adult", named.adult),
        Ground("trust-person.independent", negate(named.directly_involved_in_the_care)),
        Ground("trust-person.designated", named.designated_by_the_child),
        Ground("trust-person.extract", True if _looked_at(named, on) else None),
        Ground(ENTRY, _entry_settled(named) if _looked_at(named, on) else None),
        on=on,
    )


def adult(born_on: date | None, *, on: date) -> bool | None:
    """Adult on that day, for who is known by a date of birth."""
    return None if born_on is None else age_on(born_on, on) >= MINIMUM_AGE.on(on)


def _looked_at(named: Named, on: date) -> bool:
    return named.extract_looked_at_on is not None and named.extract_looked_at_on <= on


def _entry_settled(named: Named) -> bool | None:
    """No entry, or a human decision on it; never a refusal by itself.

    The ground is weighed for everyone, so that a kept decision does not tell for whom there was an entry.
    """
    if named.extract_has_an_entry:
        return named.director_agrees
    return negate(named.extract_has_an_entry)
