"""Undoing one act as a whole: what it began ends, what it ended begins again.

Only while nothing was built on it: a place that was changed since is not touched, and `StaleError` says so.
"""

from typing import Any
from uuid import UUID

from kring.access.door import Door
from kring.access.writing import Kind as Row
from kring.access.writing import StaleError, Writing
from kring.audit.events import Event
from kring.circle.models import Placement, Tie
from kring.kit import clock
from kring.law.access import Klass, Topic


def undo(door: Door, what: UUID, *, act: UUID) -> None:
    """Undo the act named `what`; this is an act too, and can itself be undone."""
    with door.writes(Event.CHANGE_UNDONE, once=act) as write:
        done = 0
        for model in (Placement, Tie):
            began = list(door.within(model.objects.filter(began_by=what)))
            ended = list(door.within(model.objects.filter(ended_by=what)))
            if any(row.until_at is not None and row.ended_by != what for row in began):
                raise StaleError
            for row in began:
                write.change(row, until_at=clock.now(), ended_by=act)
            for row in ended:
                if row not in began:
                    _again(write, row)
            done += len(began) + len(ended)
        if not done:
            raise StaleError


def _again(write: Writing, row: Placement | Tie) -> None:
    """The same once more, from now: the time between stays as it was."""
    model: Any = type(row)
    kept = {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
    for name in ("item_id", "since_at", "until_at", "began_by", "ended_by"):
        kept.pop(name)
    kind = Row(klass=Klass(row.item.klass), topic=Topic(row.item.topic), about=row.item.about_id)
    write.add(model, kind, **kept, since_at=clock.now(), began_by=write.act)
