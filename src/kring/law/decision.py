"""What a rule of law answers: not yes or no, but every ground weighed, with the version of the law it was weighed by.

A fact that is not known is `None`, and then the ground is *missing*: still to be asked, never refused.  A decision has
no truth value, so that nobody takes "not yet known" for "no": one writes `decision.allowed`.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn, Self

from kring.law.registry import register, version
from kring.law.source import Status


class NoTruthValueError(TypeError):
    """A decision or an advice was used as yes or no."""


class NothingWeighedError(ValueError):
    """A decision was asked for without grounds, or with one ground twice."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One condition and whether the facts meet it; `None` = nobody knows yet."""

    code: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A ground with the version of the law it was weighed by."""

    code: str
    holds: bool | None
    valid_from: date
    source: str
    status: Status


@dataclass(frozen=True, slots=True)
class Decision:
    """All grounds of one question on one day, in the order of the register whatever the order they came in."""

    grounds: tuple[Weighed, ...]
    on: date

    @property
    def allowed(self) -> bool:
        """Every ground holds."""
        return all(ground.holds is True for ground in self.grounds)

    @property
    def missing(self) -> tuple[Weighed, ...]:
        """What is still to be asked."""
        return tuple(ground for ground in self.grounds if ground.holds is None)

    @property
    def against(self) -> tuple[Weighed, ...]:
        """What is known and does not hold."""
        return tuple(ground for ground in self.grounds if ground.holds is False)

    def as_kept(self) -> dict[str, Any]:
        """Plain data for a row or the log: codes, versions and the day, no name and no sentence."""
        return {
            "on": self.on.isoformat(),
            "grounds": [
                {
                    "code": ground.code,
                    "holds": ground.holds,
                    "valid_from": ground.valid_from.isoformat(),
                    "source": ground.source,
                    "status": ground.status.value,
                }
                for ground in self.grounds
            ],
        }

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> Self:
        """The decision as it was taken, by the law of that day and not by that of today."""
        grounds = tuple(
            Weighed(
                code=one["code"],
                holds=one["holds"],
                valid_from=date.fromisoformat(one["valid_from"]),
                source=one["source"],
                status=Status(one["status"]),
            )
            for one in kept["grounds"]
        )
        return cls(grounds, date.fromisoformat(kept["on"]))

    def __bool__(self) -> NoReturn:
        msg = "a decision is not a yes or a no: ask .allowed, .missing or .against"
        raise NoTruthValueError(msg)


def decide(*grounds: Ground, on: date) -> Decision:
    """Weigh all grounds by the law of `on`; all of them, so that everything missing shows at once."""
    twice = [code for code, times in Counter(ground.code for ground in grounds).items() if times > 1]
    if twice or not grounds:
        msg = f"weighed twice: {twice}" if twice else "nothing was weighed"
        raise NothingWeighedError(msg)
    weighed = [_weigh(ground, on) for ground in grounds]
    order = list(register())
    return Decision(tuple(sorted(weighed, key=lambda ground: order.index(ground.code))), on)


def _weigh(ground: Ground, on: date) -> Weighed:
    law = version(ground.code, on=on)
    return Weighed(ground.code, ground.holds, law.valid_from, law.source, law.status)


def negate(fact: bool | None) -> bool | None:
    """The opposite of a fact; what is not known stays not known."""
    return None if fact is None else not fact
