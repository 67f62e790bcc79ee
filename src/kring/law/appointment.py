"""May the institution appoint a trust person, because the child is not able to designate one?  (R6)

Legal word: aanstellen, art. 24 par. 2 DRM and BVR of 20 April 2012 (brief 1.4).  Not able to designate is another thing
than not capable, and never follows from an age (A128).  A child that can point can designate: while a choice of the
child stands, nobody is appointed over it, and to one that stood before, worker and director give an answer in writing.
Each code below is a heading in docs/law/appointment.md.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kring.law.decision import Decision, Ground, decide, negate

AT_LEAST = 2
"""How many youth care workers are heard (BVR of 20 April 2012)."""


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
    proposed_said_yes: bool | None  # the person itself: nobody is obliged to accept
    workers_named: int  # of the youth care workers who were heard, how many are named
    director_decided: bool | None
    attest_filled_in_on: date | None
    earlier_choices_answered: bool | None  # what the child chose before has an answer; True where it never chose
    a_choice_of_the_child_stands: bool  # it designated somebody, and that one did not say no
    someone_the_child_chose_serves: bool

    def was_heard(self, who: Consulted) -> bool:
        """A talk on its day; of the workers, of two of them with their names."""
        return who in self.consulted and (who is not Consulted.TWO_WORKERS or self.workers_named >= AT_LEAST)


def may_appoint(proposed: Proposed, *, on: date) -> Decision:
    """Both grounds, two conditions, four talks, the yes of the person, the director and the attest; and nobody chosen.

    Who pointed somebody out is able to designate: a choice that stands is weighed beside what a worker says of it, and
    one that stood before does not vanish from what is weighed: why it is otherwise now is written down first.

    Asked again while it lasts: the person of the institution goes as soon as the person the child chose stands.
    """
    attest = proposed.attest_filled_in_on is not None and proposed.attest_filled_in_on <= on
    return decide(
        Ground("appointment.cannot-designate", proposed.child_cannot_designate),
        Ground("appointment.conflict", proposed.interests_conflict),
        Ground("appointment.adult", proposed.adult),
        Ground("appointment.independent", negate(proposed.directly_involved_in_the_care)),
        *(Ground(who.value, True if proposed.was_heard(who) else None) for who in Consulted),
        Ground("appointment.proposed-agrees", proposed.proposed_said_yes),
        Ground("appointment.director", proposed.director_decided),
        Ground("appointment.attest", True if attest else None),
        Ground("appointment.earlier-answered", proposed.earlier_choices_answered),
        Ground("appointment.nobody-designated", not proposed.a_choice_of_the_child_stands),
        Ground("appointment.nobody-chosen", not proposed.someone_the_child_chose_serves),
        on=on,
    )
