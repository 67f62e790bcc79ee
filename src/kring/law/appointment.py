"""May the institution appoint a trust person, because the child is not able to designate one?  (R6)

Legal word: aanstellen, art. 24 par. 2 DRM and BVR of 20 April 2012 (brief 1.4).  Not able to designate is another thing
than not capable, and never follows from an age (A128).  A child that can point can designate.
Each code below is a heading in docs/law/appointment.md.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kring.law.decision import Decision, Ground, decide, negate


class Consulted(StrEnum):
    """Who is to be heard before the director decides; each value is the code of its ground."""

    CHILD = "appointment.child-consulted"
    PARENTS = "appointment.parents-consulted"  # or the persons responsible for upbringing
    TWO_WORKERS = "appointment.two-workers-consulted"  # at least two
    PROPOSED = "appointment.proposed-consulted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What is known when an institution thinks of appointing someone."""

    child_cannot_designate: bool | None
    interests_conflict: bool | None
    adult: bool | None
    directly_involved_in_the_care: bool | None
    consulted: frozenset[Consulted]
    director_decided: bool | None
    attest_filled_in_on: date | None
    someone_the_child_chose_serves: bool


def may_appoint(proposed: Proposed, *, on: date) -> Decision:
    """Both grounds, two conditions, four talks, the director and the attest; and nobody whom the child chose.

    Asked again while it lasts: the person of the institution goes as soon as the person the child chose stands.
    """
    attest = proposed.attest_filled_in_on is not None and proposed.attest_filled_in_on <= on
    return decide(
        Ground("appointment.cannot-designate", proposed.child_cannot_designate),
        Ground("appointment.conflict", proposed.interests_conflict),
        Ground("appointment.adult", proposed.adult),
        Ground("appointment.independent", negate(proposed.directly_involved_in_the_care)),
        *(Ground(who.value, True if who in proposed.consulted else None) for who in Consulted),
        Ground("appointment.director", proposed.director_decided),
        Ground("appointment.attest", True if attest else None),
        Ground("appointment.nobody-chosen", not proposed.someone_the_child_chose_serves),
        on=on,
    )
