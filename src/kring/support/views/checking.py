"""Check-ins with who stands beside a child: planned and held by who works with it, on the page of the worker."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.kit.forms import OnceForm
from kring.law.access import Section, Verb
from kring.support import forms_around as forms
from kring.support import reading
from kring.support.acts import checking as acts
from kring.support.models import CheckIn
from kring.support.page import only_who_works_here


@through_door(Section.SUPPORT, verb=Verb.CHANGE)
def around(request: HttpRequest, door: Door) -> HttpResponse:
    """Everybody beside the child, with when it suits and when somebody asks; and the questions on a rule."""
    only_who_works_here(door)
    seen = {"seen": reading.everybody(door), "asked": reading.asked(door, open_only=True)}
    return show(request, door, "support/around.html", once=OnceForm(auto_id=False), **seen)


@through_door(Section.SUPPORT, verb=Verb.CHANGE)
@posted("support:around")
def left(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """Of who stands beside the child no more: what was kept for that goes, that it was stays."""
    only_who_works_here(door)
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.erase_of(door, member, act=form.act)
        messages.success(request, _("Het is weg."))
    return redirect("support:around", door.dossier.pk)


@through_door(Section.SUPPORT, verb=Verb.CHANGE)
def plan(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """First it is asked when that suits; then it is planned."""
    only_who_works_here(door)
    one = reading.one_around(door, member)
    if one.apart or one.waits:
        raise RefusedError  # while contact is restricted nothing is planned with that person (R28), nor before its yes
    before = one.planned
    told = {"planned_on": before.planned_on, "weeks": before.weeks, "by": before.by} if before else {}
    form = forms.Plan(request.POST or None, initial={"suits": one.suits, **told})
    if form.is_valid():
        acts.plan(door, member, form.planned, before=before, act=form.act)
        messages.success(request, _("Het staat gepland. Die dag zegt Kring het op Vandaag."))
        return redirect("support:around", door.dossier.pk)
    return show(request, door, "support/plan.html", form=form, one=one)


@through_door(Section.SUPPORT, verb=Verb.CHANGE)
def held(request: HttpRequest, door: Door, check: UUID) -> HttpResponse:
    """It was asked how it goes."""
    only_who_works_here(door)
    row: CheckIn = reading.one(door, CheckIn.objects.filter(pk=check, held_on=None))
    form = forms.Hold(request.POST or None)
    if form.is_valid():
        acts.hold(door, row, form.held, act=form.act)
        messages.success(request, _("Goed dat je het vroeg."))
        return redirect("support:around", door.dossier.pk)
    one = reading.one_around(door, row.member_id)
    return show(request, door, "support/held.html", form=form, one=one)
