"""The plan for when it is not safe: read by who may, made by child and worker together."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import is_small, show
from kring.journal import plan as reading
from kring.journal import planning
from kring.journal.acts import plan as acts
from kring.journal.models import PlanEdition
from kring.kit.forms import OnceForm
from kring.law.access import Klass, Relation, Section, Verb


@through_door(Section.SAFETY, small=True)
def plan(request: HttpRequest, door: Door) -> HttpResponse:
    """The whole plan, with 112 and 101 whatever stands in it; and a line more."""
    may_write = door.sieve(Section.SAFETY).may_add(Klass.OWN_WORDS) and not door.actor.is_small
    if request.method == "POST" and not may_write:
        raise RefusedError
    made = planning.adding(request, door) if may_write else None
    if made and made.is_done:
        messages.success(request, _("Het staat in het plan."))
        return redirect("journal:plan", door.dossier.pk)
    parts = reading.parts(door, mine=door.relation is Relation.CHILD)
    ended = door.relation is Relation.CHILD and door.dossier.closed_on is not None  # 112 and 101, whatever stands there
    if not (may_write or parts or ended):
        raise RefusedError
    form = made.form if made else None
    page = "journal/small_plan.html" if is_small(door) else "journal/plan.html"
    told = {"parts": parts, "changed": reading.changed(door), "small": door.actor.is_small, "gone": OnceForm()}
    told |= {"shut": reading.is_shut(door), "ended": ended}
    told["look_apart"] = any(one.apart for part in parts for one in part.lines)
    return show(request, door, page, form=form, made=made, **told)


@through_door(Section.SAFETY, verb=Verb.CHANGE)
def line(request: HttpRequest, door: Door, line: UUID) -> HttpResponse:
    """Another line in its place; when it changed meanwhile both stand there."""
    row = reading.line(door, line)
    made = planning.changing(request, door, row)
    if made.is_done:
        messages.success(request, _("Het plan is veranderd."))
        return redirect("journal:plan", door.dossier.pk)
    seen = {"form": made.form, "row": row, "once": OnceForm()}
    return show(request, door, "journal/line.html", made=made, **seen, status=made.status)


@through_door(Section.SAFETY, verb=Verb.CHANGE)
@posted("journal:plan")
def remove(request: HttpRequest, door: Door, line: UUID) -> HttpResponse:
    """A line less; or, for the child, nothing left of what another took out."""
    row, form = reading.to_take_out(door, line), OnceForm(request.POST)
    if not form.is_valid():
        return redirect("journal:plan", door.dossier.pk)
    if isinstance(row, PlanEdition):
        acts.erase(door, row, act=form.act)
        messages.success(request, _("Dat is weg. Niemand leest het nog."))
    else:
        acts.remove(door, row, act=form.act)
        messages.success(request, _("Die regel staat niet meer in het plan."))
    return redirect("journal:plan", door.dossier.pk)
