"""What somebody of the circle is there for: for the child, for a parent, for safety (B47).

None of it is law: the workgroup of 2 December 2019 says that who does not fit for safety may be what a parent needs.
A part is a dated fact with whose word it is.  It opens nothing by itself: of the plan for when it is not safe, who
stands beside the child reads what the child says yes to, and only while it has a part in that (`Case.SAFETY_PART`).
"""

from enum import StrEnum


class Part(StrEnum):
    """For what somebody is there; one may have several."""

    CHILD = "child"
    PARENT = "parent"
    SAFETY = "safety"


NOTHING = ""
"""That somebody is there for none of these is an answer too: so it stands where the child said it."""


class SaidBy(StrEnum):
    """Whose word it is, whoever wrote it down."""

    CHILD = "child"
    PERSON = "person"
    PARENT = "parent"
    TOGETHER = "together"  # at a talk with all of them
