"""Of who stands beside a child no more: how it went, when it suited and the letter go by themselves (A124b).

Where the help ended, how somebody was reached goes, and what it kept there for itself alone (R27).

Called by every tick (`portals.jobs`).  Two ticks at once, or one that was killed, leave nothing half: what is gone is
gone, and the rest is found again.
"""

from kring.access import erasing
from kring.kit import clock
from kring.rights.models import Wish
from kring.support.acts.checking import OF_THE_PERSON, UNTIL_CLOSING


def tidy() -> int:
    """How many rows went."""
    today = clock.today()
    over = erasing.erase_of_closed(UNTIL_CLOSING, on=today)
    return over + erasing.erase_of_ended(OF_THE_PERSON, Wish.objects.all(), on=today)
