"""One version of an agreement, and where it stands."""

from dataclasses import dataclass
from datetime import date, datetime

from kring.agreements.models import Agreement, Yes
from kring.kit import clock
from kring.law import agreements as law
from kring.law.agreements import Party, State


@dataclass(frozen=True, slots=True)
class Version:
    """One version, with the yes of each."""

    row: Agreement
    said_yes: dict[Party, Yes]
    over_since: date | None = None
    """Since when it is over: the choice on which it was made ended."""
    waits: bool = False
    """A yes that came last is kept and holds nothing: somebody has to talk with the child first (R15)."""

    @property
    def state(self) -> State:
        """Where it stands."""
        return law.state([one for one, yes in self.said_yes.items() if not (self.waits and yes.waits)])

    @property
    def is_looked_at(self) -> bool:
        """Whether both said yes, and it does not hold yet all the same."""
        return self.waits and len(self.said_yes) == len(Party)

    @property
    def is_agreed(self) -> bool:
        """By the yes of both."""
        return self.state is State.AGREED

    @property
    def is_oral(self) -> bool:
        """Agreed aloud, and noted only that it was."""
        return self.row.told == law.Told.ORAL

    @property
    def child(self) -> Yes | None:
        """The yes of the child."""
        return self.said_yes.get(Party.CHILD)

    @property
    def person(self) -> Yes | None:
        """The yes of the person."""
        return self.said_yes.get(Party.PERSON)

    @property
    def told_at(self) -> datetime | None:
        """When the child said yes to it: of what may be told to whom the person reads what stood then, and no more.

        What it was asked of right after that yes, counts along.
        """
        yes = self.child
        return None if yes is None or (self.waits and yes.waits) else yes.asked_until or yes.item.made_at

    @property
    def look_is_past(self) -> bool:
        """Whether the day of the next look has been: no page says then that it is to come."""
        return self.row.look_again_on is not None and self.row.look_again_on < clock.today()

    @property
    def trial_is_past(self) -> bool:
        """The same of the trial: nothing ended by it."""
        return self.row.trial_until is not None and self.row.trial_until < clock.today()

    @property
    def looks_again(self) -> bool:
        """Whether the next look is near or past; of what is over nobody looks again."""
        return self.over_since is None and law.looks_again(self.row.look_again_on, on=clock.today())
