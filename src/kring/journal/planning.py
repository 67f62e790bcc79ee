"""A line more in the plan, or another in its place: first who will be able to read it (R20)."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from kring.access.door import Door
from kring.access.readers import names_of_another_text, names_of_readers
from kring.access.writing import Filing, StaleError
from kring.circle import calling
from kring.journal import plan as reading
from kring.journal.acts import plan as acts
from kring.journal.forms.plan import Line
from kring.journal.models import PlanLine
from kring.journal.shown import Look, look
from kring.law.access import Klass, Section, Topic

NEW = Filing(klass=Klass.OWN_WORDS, topic=Topic.SAFETY)


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: done, or a form to show, with what stands there now when somebody was faster."""

    form: Line
    look: Look
    is_done: bool = False
    stands: str = ""

    @property
    def status(self) -> int:
        """409 when two changed the same."""
        return 409 if self.stands else 200


def adding(request: HttpRequest, door: Door) -> Made:
    """A line more, or the form to write one.  Raises `NotAllowedError` and `AlreadyDoneError`."""
    form = Line(request.POST or None)
    seen = look(form, names_of_readers(door, Section.SAFETY, NEW, calling.all_others(door)))
    if seen.may_be_saved:
        acts.add(door, form.line, act=form.act)
    return Made(form, seen, is_done=seen.may_be_saved)


def changing(request: HttpRequest, door: Door, row: PlanLine) -> Made:
    """Another line in its place, or the form to write it.  Raises `NotAllowedError` and `AlreadyDoneError`."""
    form, before = Line(request.POST or None, initial=_now(row)), row.words
    seen = look(form, names_of_another_text(door, row.item, Klass(row.item.klass), calling.all_others(door)))
    if not seen.may_be_saved:
        return Made(form, seen)
    try:
        acts.change(door, row, form.line, form.cleaned_data["version"] or 1, act=form.act)
    except StaleError:
        again = Line(initial={**_now(reading.line(door, row.pk)), **form.typed})
        return Made(again, Look(seen.names), stands=before)
    return Made(form, seen, is_done=True)


def _now(row: PlanLine) -> dict[str, Any]:
    return {"kind": row.kind, "words": row.words, "number": row.number, "version": row.item.version}
