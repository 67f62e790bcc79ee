"""Parents and whom their child chose: what may be asked of a parent, and that what it says changes nothing (R1, R2).

Art. 24 par. 1 DRM asks no agreement of a parent (brief 1.0, 1.3; A97): a stance is information, and no veto.  That a
parent is asked at all needs that the child lets it know (A65, brief 1.6): of a private wish a parent is not asked, so
that there is nothing to write down.  Each code below is a heading in docs/law/loyalty.md.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kring.law.decision import Decision, Ground, decide, negate


class Stance(StrEnum):
    """What a parent says of whom its child chose (A56).  Each is information, and none of them decides."""

    SUPPORTS = "supports"
    HESITATES = "hesitates"
    AGAINST = "against"
    UNKNOWN = "unknown"  # does not know yet
    NOT_ASKED = "not_asked"  # nobody asked this parent: that may be so, and stay so


class Gain(StrEnum):
    """What somebody beside the child may bring to a child, to talk about with a parent (A67): no promise."""

    HEARD = "heard"  # the child is heard, also when it says little
    CALM = "calm"  # less quarrel at the table
    FEELINGS = "feelings"  # somebody is there for what the child feels, so that others can talk of the rest
    HOME = "home"  # somebody who knows home as well, and speaks well of it
    STAYS = "stays"  # somebody who stays when workers change
    RELIEF = "relief"  # a parent does not have to carry everything
    BRIDGE = "bridge"  # somebody who encourages the child to tell it at home


FOLLOW_AFTER = timedelta(weeks=2)
"""After a worry somebody comes back to it, when no other day was chosen (A81)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Towards:
    """What is known of one parent and one wish of the child: whether the child lets it know, and may it be reached."""

    told: bool | None
    restricted: bool


def may_be_asked(towards: Towards, *, on: date) -> Decision:
    """May somebody talk with this parent about whom the child chose?

    What the child did not answer is not known yet, and nobody asks the parent meanwhile.
    """
    return decide(
        Ground("loyalty.child-lets-know", towards.told),
        Ground("loyalty.not-restricted", negate(towards.restricted)),
        on=on,
    )


def follow_on(heard_on: date, chosen: date | None = None) -> date:
    """On which day somebody comes back to a worry."""
    return chosen or heard_on + FOLLOW_AFTER
