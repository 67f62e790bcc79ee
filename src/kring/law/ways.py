"""May this way in be given, by whom, to whom?  Facts in, decision out.

A way in is how someone without an account comes in: a link, a card, a row of pictures.  Nobody in a child's circle is
contacted without the child's recorded yes (R9); a parent is let in by who works with the child, and gets only what is
the parent's.  With whom contact is restricted is let in by nobody (R28).  Each code below is a heading in
docs/law/ways.md.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kring.law.access import Relation
from kring.law.decision import Decision, Ground, decide
from kring.law.transfers import SERVICES


class WayKind(StrEnum):
    """What someone holds to come in with."""

    CARD = "card"  # a youth: printed, one use, then an own PIN
    LINK = (
        "link"  # who stands beside a child, or is of a service: thirty days, bound to one device, a PIN told by phone
    )
    ONE_LINK = "one_link"  # a parent: one use, a PIN told by phone
    PICTURES = "pictures"  # a child of 6-11: pictures in a row, only on a device of the house


NETWORK = frozenset({Relation.TRUST_PERSON, Relation.JIM, Relation.SUPPORTER})
"""Who stands beside the child by the child's choice."""
PARENTS = frozenset({Relation.PARENT, Relation.UPBRINGER})
WORKERS = frozenset({Relation.WORKER, Relation.FALLBACK_WORKER})
"""Who answers for a child: its worker, or who stands in when there is none."""
WITH_A_DESK = frozenset({Relation.WORKER, Relation.NETWORK_GUIDE})
"""Who works with a child and its circle from day to day, and has a desk for it."""
ALL_WHO_WORK = WORKERS | WITH_A_DESK

GIVES = {Relation.CHILD: NETWORK, **dict.fromkeys(WORKERS, NETWORK | PARENTS | {Relation.CHILD})}
"""Who may let in whom."""
GIVES[Relation.WORKER] |= SERVICES  # who stands in for some days names nobody of a service (R29)
FITS = {
    **dict.fromkeys(NETWORK, frozenset({WayKind.LINK})),
    **dict.fromkeys(PARENTS, frozenset({WayKind.ONE_LINK})),
    **dict.fromkeys(SERVICES, frozenset({WayKind.LINK})),
    Relation.CHILD: frozenset({WayKind.CARD, WayKind.PICTURES}),
}
"""Which way in fits whom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known of a way in that is asked for.

    `child_said_yes` is the recorded yes of the child, however it was expressed; `serves` is whether the legal position
    of a trust person has begun.  Neither is asked about who does not need it.  `restricted`: a restriction of contact
    is in force, whatever its last day (R28).  `is_parent`: it comes in here already as a parent, or as who brings up.
    """

    giver: Relation
    receiver: Relation
    kind: WayKind
    child_said_yes: bool | None = None
    serves: bool | None = None
    restricted: bool = False
    is_parent: bool = False


def may_let_in(asked: Asked, *, on: date) -> Decision:
    """The giver, the kind, the child's yes, a trust person only while serving (R2), and no restriction of contact.

    Nor a parent as somebody who stands beside the child: it has a place of its own (R3, R15).
    """
    needs_yes, legal = asked.receiver in NETWORK, asked.receiver is Relation.TRUST_PERSON
    return decide(
        Ground("ways.giver", asked.receiver in GIVES.get(asked.giver, frozenset())),
        Ground("ways.kind", asked.kind in FITS.get(asked.receiver, frozenset())),
        Ground("ways.child-said-yes", asked.child_said_yes if needs_yes else True),
        Ground("ways.serving", asked.serves if legal else True),
        Ground("ways.not-restricted", not asked.restricted),
        Ground("ways.not-a-parent", not (needs_yes and asked.is_parent)),
        on=on,
    )


def comes_in_as(*, serves: bool, chosen_as_jim: bool) -> Relation:
    """In which relation someone of the circle comes in: named is not yet serving, and welcome as supporter (R2)."""
    if serves:
        return Relation.TRUST_PERSON
    return Relation.JIM if chosen_as_jim else Relation.SUPPORTER


def the_lesser(one: Relation, other: Relation) -> Relation:
    """Of two relations beside the child, the one that opens less: what ends never gives more than there was (R2)."""
    order = (Relation.SUPPORTER, Relation.JIM, Relation.TRUST_PERSON)
    return min(one, other, key=order.index)
