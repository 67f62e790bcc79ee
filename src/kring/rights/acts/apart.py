"""A restriction of contact is recorded, or is over: the plan for when it is not safe is looked at again (R28, A140)."""

from collections.abc import Sequence
from typing import Unpack
from uuid import UUID

from kring.access.acts import protecting
from kring.access.acts.protecting import Said, Toward
from kring.access.door import Door
from kring.access.models import Restriction
from kring.journal.acts import plan


def restrict(door: Door, whom: Sequence[Toward], *, once: UUID | None, **said: Unpack[Said]) -> None:
    """Record it, and ask who works with the child to look at the lines of its plan that name that one.

    Raises `NotAllowedError`, as `protecting.restrict`.
    """
    protecting.restrict(door, list(whom), once=once, **said)
    plan.to_look_at_apart(door)


def lift(door: Door, restriction: Restriction, *, once: UUID | None) -> None:
    """It is over, as somebody said today: nothing asks to look at the plan for it.  Raises `NotAllowedError`."""
    before = plan.apart_lines(door)
    protecting.lift(door, restriction, once=once)
    plan.no_more_apart(door, before)
