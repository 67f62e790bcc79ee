"""May this person begin to serve as the trust person of a parent, or of who brings the child up?  Facts in.

Legal word: vertrouwenspersoon van de ouder, DIJH since 14 April 2019 (brief 1.10).  Known of the conditions: adult, not
directly involved in the care; the text goes on and could not be read (open point d), so nothing here says that it is
complete.  The parent names it, and nobody else has a say.  It is never the trust person of the child (A198, B123).
Each code below is a heading in docs/law/parents-trust-person.md.
"""

from dataclasses import dataclass
from datetime import date

from kring.law.decision import Decision, Ground, decide, negate


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedByAParent:
    """What is known of the person whom a parent named."""

    adult: bool | None
    directly_involved_in_the_care: bool | None
    designated_by_the_parent: bool


def may_serve_a_parent(named: NamedByAParent, *, on: date) -> Decision:
    """What is known of the conditions; what nobody asked yet is missing, never against."""
    return decide(
        Ground("parents-trust-person.adult", named.adult),
        Ground("parents-trust-person.independent", negate(named.directly_involved_in_the_care)),
        Ground("parents-trust-person.designated", named.designated_by_the_parent),
        on=on,
    )
