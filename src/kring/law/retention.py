"""How long something is kept, and the day on which it is really erased (R27, brief 1.12).

A term is a fixed term, not a longest one: what has not fallen due stays, what has fallen due goes.  Every field names
one `Term`.  What erases asks `is_due` (`access.erasing`); of which terms nothing erases yet, stands in
docs/law/retention.md, where each term is a heading.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from kring.law.source import Source, Status
from kring.law.time import Dated, birthday


class Term(StrEnum):
    """The closed list of retention terms."""

    FILE = "retention.file"  # the file of the child: to the age of 35
    NETWORK_CONTACT = "retention.network-contact"  # how to reach people of the circle
    CHECK = "retention.check"  # who looked at which condition, and when
    DRAFT = "retention.draft"  # what was typed and not yet confirmed
    ACCOUNT = "retention.account"  # a worker's way in
    LOG = "retention.log"  # who looked and who changed, in codes
    SESSION = "retention.session"  # a sign-in that is going on
    ORGANISATION = "retention.organisation"  # settings, teams, fixed contacts
    BESIDE = "retention.beside"  # how it went with somebody beside a child, when it suited, the letter
    PEERS = "retention.peers"  # that somebody beside a child wants to meet others who are
    GATHERING = "retention.gathering"  # whether somebody comes to such a meeting


class Start(StrEnum):
    """The day from which a term runs."""

    BIRTH = "birth"  # of the child
    CLOSING = "closing"  # of the child's place in Kring, or earlier: when child or person asks
    ENDING = "ending"  # of the appointment
    LAST_CHANGE = "last_change"  # of the draft
    LEAVING = "leaving"  # of the worker, or of the organisation
    WRITING = "writing"  # of the line in the log
    SIGN_IN = "sign_in"
    GATHERING = "gathering"  # of people who stand beside a child


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """One version of a term."""

    runs_from: Start
    years: int = 0
    days: int = 0
    source: Source

    def ends_on(self, start: date) -> date:
        """The first day on which it may no longer be there."""
        return birthday(start, self.years) + timedelta(days=self.days)


OUR_CHOICE = Source("choice of Kring; the law is silent or was not read", Status.OWN)
SUPPORTERS_OPEN = Source("choice of Kring; open point (f): may contact data stay after closing?", Status.OPEN)
UNTIL_35 = Source("BVR of 12 February 2014, art. 20, 61 and 85", Status.VERIFIED, "jeugdhulp.be, bewaartermijnen")

KNOWN_SINCE = date(2014, 3, 1)  # the decree of 2013 in force
KRING_SINCE = date(2026, 1, 1)  # our own choices

TERMS = MappingProxyType(
    {
        Term.FILE: Dated({KNOWN_SINCE: Retention(runs_from=Start.BIRTH, years=35, source=UNTIL_35)}),
        Term.NETWORK_CONTACT: Dated({KRING_SINCE: Retention(runs_from=Start.CLOSING, source=SUPPORTERS_OPEN)}),
        Term.CHECK: Dated({KRING_SINCE: Retention(runs_from=Start.ENDING, source=OUR_CHOICE)}),
        Term.DRAFT: Dated({KRING_SINCE: Retention(runs_from=Start.LAST_CHANGE, days=90, source=OUR_CHOICE)}),
        Term.ACCOUNT: Dated({KRING_SINCE: Retention(runs_from=Start.LEAVING, years=1, source=OUR_CHOICE)}),
        Term.LOG: Dated({KRING_SINCE: Retention(runs_from=Start.WRITING, years=10, source=OUR_CHOICE)}),
        Term.SESSION: Dated({KRING_SINCE: Retention(runs_from=Start.SIGN_IN, days=1, source=OUR_CHOICE)}),
        Term.ORGANISATION: Dated({KRING_SINCE: Retention(runs_from=Start.LEAVING, years=1, source=OUR_CHOICE)}),
        Term.BESIDE: Dated({KRING_SINCE: Retention(runs_from=Start.ENDING, days=91, source=OUR_CHOICE)}),
        Term.PEERS: Dated({KRING_SINCE: Retention(runs_from=Start.LAST_CHANGE, days=183, source=OUR_CHOICE)}),
        Term.GATHERING: Dated({KRING_SINCE: Retention(runs_from=Start.GATHERING, days=1, source=OUR_CHOICE)}),
    }
)


def falls_due_on(term: Term, start: date | None, *, on: date) -> date | None:
    """The day this has to be gone, by the term of `on`; `None` while the day it runs from is not known.

    Nothing is erased on a guess: a child whose day of birth nobody wrote down keeps its file, and a worker is asked.
    """
    return None if start is None else TERMS[term].on(on).ends_on(start)


def is_due(term: Term, start: date | None, *, on: date) -> bool:
    """Is today the day, or was it earlier?"""
    due = falls_due_on(term, start, on=on)
    return due is not None and due <= on
