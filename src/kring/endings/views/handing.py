"""A worker goes, and another takes over: by the worker itself, or by who leads the team."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access import cries
from kring.access.acts.handing import colleagues, in_the_team, is_alone
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.leading import goes_from, led_by, noted, open_as_lead, workers_of, works_and_is_at_home
from kring.access.page import show
from kring.access.writing import NotAllowedError
from kring.endings import forms_going, remaining
from kring.endings.acts import handing as acts
from kring.endings.reading import only_who_hears_first
from kring.kit import clock
from kring.kit.pages import not_found
from kring.law.access import Section, Verb
from kring.people.entrance import for_colleagues
from kring.people.models import Role
from kring.people.standing import Standing


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def hand_over(request: HttpRequest, door: Door) -> HttpResponse:
    """What has to be in order before a worker goes, and who takes over."""
    only_who_hears_first(door)
    here, others = in_the_team(door)
    form = forms_going.HandOver(request.POST or None, colleagues=here, first=door.dossier.opened_on)
    if form.is_valid() and _given(door, form):
        messages.success(request, _("%(name)s neemt het over.") % {"name": here[form.cleaned_data["to"]].name})
        stays = form.cleaned_data["stays"]
        return redirect("portals:child", door.dossier.pk) if stays else redirect("portals:today")
    checked = remaining.missing(door)
    shown = {"missing": checked.missing, "stays": checked.stays, "others": others}
    shown["unread"] = cries.unread(door)
    return show(request, door, "endings/hand_over.html", form=form, colleagues=here, **shown)


def _given(door: Door, form: forms_going.HandOver) -> bool:
    """Whether it was handed over; else the form says that somebody did just before."""
    try:
        acts.hand_over(door, form.handing, act=form.act)
    except NotAllowedError:
        form.add_error("to", _("Een collega gaf dit kind net door. Kijk na wie er nu mee werkt."))
        return False
    return True


@for_colleagues()
def without_worker(request: HttpRequest, me: Standing) -> HttpResponse:
    """The children of a team nobody works with now: by name, and nothing more of them."""
    if Role.TEAM_LEAD not in me.roles:
        return not_found(request)
    children = list(led_by(me.actor, clock.today()).order_by("opened_on", "pk"))
    works = workers_of([one.pk for one in children])
    alone = [one for one in children if one.pk not in works]
    noted(me.actor, [one.pk for one in alone])
    seen = {"children": alone, "too_near": works_and_is_at_home(alone), "me": me, "here": "today"}
    return render(request, "endings/without_worker.html", seen)


@for_colleagues()
def give(request: HttpRequest, me: Standing, child: UUID) -> HttpResponse:
    """Somebody of the team works with this child from now on."""
    try:
        door = open_as_lead(me.actor, child, Section.MOMENTS)
        here = colleagues(door)
        first, alone = door.dossier.opened_on, is_alone(door)
        form = forms_going.HandOver(request.POST or None, colleagues=here, first=first, alone=alone)
        del form.fields["stays"]
        if form.is_valid() and _given(door, form):
            messages.success(request, _("%(name)s neemt het over.") % {"name": here[form.cleaned_data["to"]].name})
            return _back(door)
    except (RefusedError, NotAllowedError):
        return not_found(request)
    shown = {"form": form, "child": door.dossier, "colleagues": here, "me": me, "here": "today"}
    return render(request, "endings/give.html", shown)


def _back(door: Door) -> HttpResponse:
    """To the list of who goes, when this child is on one."""
    goes = goes_from(door.dossier)
    return redirect("handing:departure", goes) if goes else redirect("handing:without_worker")
