"""Is this child capable of using this right by itself?  Facts in, decision out.

The minor exercises every right of the DRM independently, whatever its age.  Three ask a "redelijke beoordeling van zijn
belangen": consent to help, not being separated from the parents, access to the file.  From twelve that is presumed; the
presumption is rebuttable both ways, with a ground, by who gives the help (brief 1.6).  Art. 24 (somebody beside you) is
not among them: nobody ever weighs capacity for that (A132).

A finding "not capable" from before the twelfth birthday says again what the law then presumed, and rebuts nothing.
From twelve the law presumes the other way (art. 8, 13 and 22 DRM, as rechtspositie.be explains them, read on
2026-11-21), so it lapses on that birthday, and who gives the help may find anew.  That it lapses stands in no text
that Kring read: a choice for the child, open for a jurist (docs/law/capacity.md).

Who is 18 is of age: nobody weighs it any more, and nothing is found or written of it (`is_of_age`).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kring.law.decision import Decision, Ground, decide
from kring.law.time import Dated, age_on, birthday

PRESUMED_FROM = Dated({date(2014, 3, 1): 12})
ADULT_FROM = Dated({date(2014, 3, 1): 18})


AHEAD = timedelta(days=31)
"""How long before that birthday somebody is asked to tell the child what changes (R15): a choice of Kring."""


class AskedRight(StrEnum):
    """The three rights that ask it, and no others."""

    HELP = "help"  # art. 8 DRM
    NOT_SEPARATED = "not_separated"  # art. 13 DRM
    FILE = "file"  # art. 22 DRM


@dataclass(frozen=True, slots=True)
class Finding:
    """What somebody who gives the help found of one child and one right, on a day, with a motive that is kept apart."""

    right: AskedRight
    capable: bool
    found_on: date


def is_of_age(born_on: date | None, *, on: date) -> Decision:
    """Whether nobody weighs it any more: the rules ask it of the minor (art. 8, 13 and 22 DRM; brief 1.1, 1.6).

    Of somebody whose birthday nobody wrote down that is not known: it counts as a minor.
    """
    adult = None if born_on is None else age_on(born_on, on) >= ADULT_FROM.on(on)
    return decide(Ground("capacity.of-age", adult), on=on)


def is_capable(born_on: date | None, finding: Finding | None, *, on: date) -> Decision:
    """Presumed by age, or found otherwise.  The last finding holds until the day on which the child is adult.

    Unless it is "not capable" and of before the twelfth birthday: that one lapses on that birthday (brief 1.6).
    Without a birthday and without a finding it is *missing*: still to be asked, and nobody is let in on it.
    """
    found = finding if finding is not None and finding.found_on <= on else None
    if born_on is not None and age_on(born_on, on) >= ADULT_FROM.on(on):
        return is_of_age(born_on, on=on)
    if found is not None and not _has_lapsed(found, born_on, on):
        return decide(Ground("capacity.found", found.capable), on=on)
    presumed = None if born_on is None else age_on(born_on, on) >= PRESUMED_FROM.on(on)
    return decide(Ground("capacity.presumed", presumed), on=on)


def _has_lapsed(found: Finding, born_on: date | None, on: date) -> bool:
    """Whether the presumption turned since it was found not capable."""
    twelve = None if born_on is None or found.capable else birthday(born_on, PRESUMED_FROM.on(on))
    return twelve is not None and found.found_on < twelve <= on


@dataclass(frozen=True, slots=True)
class Turn:
    """A birthday that changes something, 12 or 18, and its day."""

    age: int
    on: date


@dataclass(frozen=True, slots=True)
class ToldSoFar:
    """Since when a child has its place here, and when a person told it what changes at 12 and at 18."""

    came_on: date
    twelve_on: date | None = None
    eighteen_on: date | None = None


def to_tell(born_on: date | None, so_far: ToldSoFar, *, on: date) -> Turn | None:
    """Of which birthday somebody still tells the child what changes: from a month before it until a person did (R15).

    It does not pass with the day.  Who came here after a birthday is not told of that one any more.
    """
    if born_on is None:
        return None
    ages = ((ADULT_FROM.on(on), so_far.eighteen_on), (PRESUMED_FROM.on(on), so_far.twelve_on))
    near = next(((age, told) for age, told in ages if on >= birthday(born_on, age) - AHEAD), None)
    if near is None or near[1] is not None:
        return None
    turn = Turn(near[0], birthday(born_on, near[0]))
    return turn if so_far.came_on < turn.on else None


EARLY = timedelta(days=366)
"""From a year before such a birthday on one may write down that it was told: one begins half a year before (C54)."""


def told_of(born_on: date | None, *, on: date) -> Turn | None:
    """Of which of the two birthdays one may write down today that it was told; nothing: that is still too early."""
    if born_on is None:
        return None
    turns = (Turn(age, birthday(born_on, age)) for age in (ADULT_FROM.on(on), PRESUMED_FROM.on(on)))
    return next((turn for turn in turns if on >= turn.on - EARLY), None)


def counts_as_told(turn: Turn, told_on: date) -> bool:
    """Whether telling it on this day was the last time: what was told half a year before comes again a month before."""
    return told_on >= turn.on - AHEAD


class Known(StrEnum):
    """How another birthday is known."""

    PAPER = "known.paper"
    PARENT = "known.parent"
    CHILD = "known.child"
    REFERRER = "known.referrer"
    SLIP = "known.slip"


AHEAD_OF_A_BIRTHDAY = timedelta(days=366)
"""So long before, another birthday that crosses an age is looked at too: else one waits for what one wrote oneself."""


def turns_at_first(born_on: date, *, on: date) -> bool:
    """Whether by the first birthday that is written down the child is 12 or 18, today or within a year.

    Before it the child counted as a minor who is neither capable nor represented.  That only then it is asked why and
    how it is known, and of a younger child not, is a choice of Kring.
    """
    return birthday(born_on, PRESUMED_FROM.on(on)) <= on + AHEAD_OF_A_BIRTHDAY  # who is 18, is 12 as well


def turns(before: date, after: date, *, on: date) -> bool:
    """Whether on some day from today until a year from now it is 12 or 18 by the one birthday, and not by the other.

    Then who reads the file changes, as with a finding of capacity (brief 1.6): a second person looks first (own rule).
    Every day of that year counts: who is twelve in ten months by the one and next month by the other, passes it early.
    """
    ages = (PRESUMED_FROM.on(on), ADULT_FROM.on(on))
    turned = (sorted((birthday(before, age), birthday(after, age))) for age in ages)
    return any(first < last and first <= on + AHEAD_OF_A_BIRTHDAY and last > on for first, last in turned)
