"""Why and how long the rows of this room are held, and the codes of closed lists for their fields."""

from enum import StrEnum

from kring.kit.fields import Held, HeldBy
from kring.law.processing import LegalGround, Purpose
from kring.law.retention import Term
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT

wish = Held(Purpose.RIGHTS, LegalGround.CARE, Term.FILE)
fact = Held(Purpose.RIGHTS, LegalGround.LEGAL_DUTY, Term.CHECK)
extract = Held(Purpose.RIGHTS, LegalGround.OFFENCE_CHECK, Term.CHECK)
ALL_SEEN = "conditions.all-seen"
"""No condition of the law: that all of them were seen and hold, so that the child reads for whom it waits."""
TOLD_NO = "conditions.no-told"
"""No condition of the law: that a person told the child that the house says no for now, and how (R15).

`holds` is False from that day, and True again once the director decides otherwise; its `ground` is how it was told.
"""
check = HeldBy(
    "code", {ADULT: fact, INDEPENDENT: fact, EXTRACT: extract, ENTRY: extract, ALL_SEEN: fact, TOLD_NO: fact}
)
spoken = Held(Purpose.CARE, LegalGround.CARE, Term.FILE)
transferred = Held(Purpose.SHARING, LegalGround.CARE, Term.FILE)
path = Held(Purpose.RIGHTS, LegalGround.CARE, Term.FILE)
serving = Held(Purpose.RIGHTS, LegalGround.LEGAL_DUTY, Term.FILE)
danger = Held(Purpose.SAFETY, LegalGround.VITAL_INTEREST, Term.FILE)


def choices_of(members: type[StrEnum]) -> list[tuple[str, str]]:
    """The codes of a closed list, for a field."""
    return [(one.value, one.name.lower()) for one in members]
