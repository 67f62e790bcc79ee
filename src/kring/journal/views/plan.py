"""The plan for when it is not safe: read by who may, made by child and worker together."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.access.writing import StaleError
from kring.journal import plan as reading
from kring.journal.acts import plan as acts
from kring.journal.forms.plan import Line
from kring.journal.models import PlanLine
from kring.kit.forms import OnceForm
from kring.law.access import Klass, Relation, Section, Verb


@through_door(Section.SAFETY, small=True)
def plan(request: HttpRequest, door: Door) -> HttpResponse:
    """The whole plan, with 112 and 101 whatever stands in it; and a line more."""
    may_write = door.sieve(Section.SAFETY).may_add(Klass.OWN_WORDS) and not door.actor.is_small
    if request.method == "POST" and not may_write:
        raise RefusedError
    form = Line(request.POST or None) if may_write else None
    if form and form.is_valid():
        acts.add(door, form.line, act=form.act)
        messages.success(request, _("Het staat in het plan."))
        return redirect("journal:plan", door.dossier.pk)
    parts = reading.parts(door, mine=door.relation is Relation.CHILD)
    if not (may_write or parts):
        raise RefusedError
    return show(request, door, "journal/plan.html", form=form, parts=parts, small=door.actor.is_small)


@through_door(Section.SAFETY, verb=Verb.CHANGE)
def line(request: HttpRequest, door: Door, line: UUID) -> HttpResponse:
    """Another line in its place; when it changed meanwhile both stand there."""
    row, stands = reading.line(door, line), ""
    form = Line(request.POST or None, initial=_now(row))
    if form.is_valid():
        try:
            before = row.words
            acts.change(door, row, form.line, form.cleaned_data["version"] or 1, act=form.act)
        except StaleError:
            stands, form = before, Line(initial={**_now(reading.line(door, line)), **form.typed})
        else:
            messages.success(request, _("Het plan is veranderd."))
            return redirect("journal:plan", door.dossier.pk)
    status = 409 if stands else 200
    return show(request, door, "journal/line.html", form=form, row=row, stands=stands, once=OnceForm(), status=status)


@through_door(Section.SAFETY, verb=Verb.CHANGE)
@posted("journal:plan")
def remove(request: HttpRequest, door: Door, line: UUID) -> HttpResponse:
    """A line less."""
    row, form = reading.line(door, line), OnceForm(request.POST)
    if form.is_valid():
        acts.remove(door, row, act=form.act)
        messages.success(request, _("Die regel staat niet meer in het plan."))
    return redirect("journal:plan", door.dossier.pk)


def _now(row: PlanLine) -> dict[str, object]:
    return {"kind": row.kind, "words": row.words, "number": row.number, "version": row.item.version}
