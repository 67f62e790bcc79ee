"""Undoing one act as a whole: what it began ends, what it ended begins again.

It turns places and ties round, with all that they say: also what someone is (person, pet, place, group).
Only while nothing was built on it: a place that was changed since is not touched, and `StaleError` says so.
"""

from typing import Any
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Filing, StaleError, Writing
from kring.audit.events import Event
from kring.circle.acts import beside
from kring.circle.models import Placement, Tie
from kring.kit import clock
from kring.law.access import Klass


def undo(door: Door, what: UUID, *, act: UUID) -> None:
    """Undo the act named `what`; this is an act too, and can itself be undone.

    Raises `StandsBesideError` where who was chosen would be gone by it, or a thing, or called otherwise.
    """
    beside.only_if_free(door, beside.made_things(door, what))
    beside.only_as_called(door, beside.renamed(door, what))
    with door.writes(Event.CHANGE_UNDONE, once=act) as write:
        done = 0
        for model in (Placement, Tie):
            began = [now for row in door.within(model.objects.filter(began_by=what)) if (now := _now(door, row, what))]
            ended = list(door.within(model.objects.filter(ended_by=what)))
            for row in began:
                write.change(row, until_at=clock.now(), ended_by=act)
            for row in ended:
                if row not in began:
                    _again(write, row)
            done += len(began) + len(ended)
        if not done:
            raise StaleError


def _now(door: Door, row: Placement | Tie, what: UUID) -> Placement | Tie | None:
    """What stands there now of a row that the act began: itself, or the same facts once more after a later undo.

    So that act after act can be undone, back to the first.  Raises `StaleError` when something was built on it.
    """
    if row.until_at is None or row.ended_by == what:
        return row if row.until_at is None else None
    ends = {"member": row.member_id} if isinstance(row, Placement) else {"a": row.a_id, "b": row.b_id}
    for one in door.within(type(row).objects.current().filter(layer=row.layer, **ends)):
        if _facts(one) == _facts(row):
            same: Placement | Tie = one
            return same
    raise StaleError


def _facts(row: Placement | Tie) -> dict[str, Any]:
    """Everything that a row says, without when and by which act."""
    model: Any = type(row)
    facts = {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
    for name in ("item_id", "since_at", "until_at", "began_by", "ended_by"):
        facts.pop(name)
    return facts


def _again(write: Writing, row: Placement | Tie) -> None:
    """The same once more, from now: the time between stays as it was."""
    model: Any = type(row)
    filing = Filing(klass=Klass(row.item.klass), topic=row.item.topic, about=row.item.about_id, wall=row.item.wall_id)
    write.add(model, filing, **_facts(row), since_at=clock.now(), began_by=write.act)
