"""Whether a visitor may know as what the child chose somebody."""

from kring.access.door import Door
from kring.law.access import Klass, Relation, Section, Topic

KNOWS_PEOPLE = frozenset({Relation.CHILD, Relation.WORKER})
"""Who may know by name who else writes here and what each is to the child, and is known by name itself."""
CHOSEN = {Relation.TRUST_PERSON: Klass.FILE, Relation.JIM: Klass.OWN_WORDS, Relation.SUPPORTER: Klass.OWN_WORDS}
"""Who stands beside the child by its choice, and the class in which that choice is kept."""


def may_know_as_what(door: Door, chosen: Relation) -> bool:
    """Whether this visitor may know that somebody is the trust person, the JIM or a supporter.

    That is what the child chose: it is told to who may read the choice itself, on whichever page it would stand (R7).
    To who works with the child too, unless it said no to that one about who stands beside it.
    """
    kept = CHOSEN.get(chosen)
    return kept is None or door.sieve(Section.RIGHTS).lets_any(kept, Topic.BESIDE_ME)
