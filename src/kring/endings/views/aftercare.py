"""What the organisation does after the help has stopped; it never counts as somebody beside the child (C178)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.endings import forms
from kring.endings.acts import aftercare as acts
from kring.endings.models import Aftercare
from kring.endings.reading import only_who_hears_first
from kring.endings.remaining import after
from kring.kit.forms import OnceForm
from kring.law.access import Section, Verb
from kring.rights.untold import hears_first


@through_door(Section.RIGHTS, verb=Verb.CHANGE, ends=True)
def aftercare(request: HttpRequest, door: Door) -> HttpResponse:
    """Who of the organisation stays reachable, for what and until when; the child reads it."""
    first = hears_first(door)
    if request.method == "POST":
        only_who_hears_first(door)
    form = forms.Aftercare(request.POST or None)
    if form.is_valid():
        acts.agree(door, form.agreed, act=form.act)
        messages.success(request, _("Het staat erbij."))
        return redirect("endings:aftercare", door.dossier.pk)
    over = door.dossier.closed_on is not None  # from then on what goes on, until its last day
    rows = after(door) if over else list(door.within(Aftercare.objects.order_by("-from_on", "-pk")))
    seen = {"rows": rows, "over": over, "once": OnceForm(auto_id=False)}
    return show(request, door, "endings/aftercare.html", form=form, first=first, **seen)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
@posted("endings:aftercare")
def aftercare_stopped(request: HttpRequest, door: Door, care: UUID) -> HttpResponse:
    """It stops today."""
    only_who_hears_first(door)
    row, form = door.within(Aftercare.objects.filter(pk=care, stopped=False)).first(), OnceForm(request.POST)
    if row is None:
        raise RefusedError
    if form.is_valid():
        acts.stop(door, row, act=form.act)
        messages.success(request, _("Het stopt vandaag."))
    return redirect("endings:aftercare", door.dossier.pk)
