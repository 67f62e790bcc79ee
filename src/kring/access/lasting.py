"""What lasts until a day, and is over after it without anybody doing something."""

from datetime import date

from kring.kit import clock


class Lasting:
    """Has a last day, or none."""

    until_on: date | None

    @property
    def is_past(self) -> bool:
        """Whether its last day has been."""
        return self.until_on is not None and self.until_on < clock.today()
