"""What a house owes who stands beside a child: where to turn, and how often somebody looks at it again.

None of it is law: A244 to A262, C113, C139, C199.  Every figure is a choice of Kring and stands in docs/law/support.md.
"""

from datetime import date
from enum import StrEnum

from kring.law.access import Relation
from kring.law.rights_moments import months_later

ADVICE_AGES = 12
"""Months after which a place to turn to is shown with "not looked at since"."""


class For(StrEnum):
    """For whom a place to turn to is on the list of the house."""

    EVERYONE = "everyone"
    TRUST_PERSON = "trust_person"
    JIM = "jim"
    SUPPORTER = "supporter"
    PARENT = "parent"


WHOSE: dict[Relation, For] = {
    Relation.TRUST_PERSON: For.TRUST_PERSON,
    Relation.JIM: For.JIM,
    Relation.SUPPORTER: For.SUPPORTER,
    Relation.PARENT: For.PARENT,
    Relation.UPBRINGER: For.PARENT,
}


def is_old(looked_on: date, *, on: date) -> bool:
    """Whether so long passed since somebody looked that it is said."""
    return months_later(looked_on, ADVICE_AGES) <= on
