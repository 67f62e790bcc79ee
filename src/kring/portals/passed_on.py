"""Who told the child what was passed on in an emergency, as who works with it writes it (`access.acts.passed_told`)."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts.passed_told import was_told
from kring.access.door import Door
from kring.law.access import Relation
from kring.portals.already import Told
from kring.portals.answer_forms import WhoTold


def of_who_told(request: HttpRequest, door: Door, passed: Sequence[Told]) -> WhoTold | None:
    """The form, for who works with the child, while there is something that nobody told it."""
    asks = door.relation is Relation.WORKER and any(one.row.is_untold for one in passed)
    return WhoTold(request.POST or None) if asks else None


def wrote_who_told(request: HttpRequest, door: Door, passed: Sequence[Told], form: WhoTold) -> HttpResponse:
    """All that stands there as not told, is told at once: a person tells what happened, and not row by row."""
    was_told(door, [one.row for one in passed], form.cleaned_data["by"], once=form.act)
    messages.success(request, _("Het staat erbij. %(child)s leest het nu ook.") % {"child": door.dossier.call_name})
    return redirect("portals:known", door.dossier.pk)
