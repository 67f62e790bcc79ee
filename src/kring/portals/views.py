"""Homes: the worker's day, the child's own page, the copy for the official file."""

from datetime import date

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from kring.access.acts import open_dossier
from kring.access.desk import desk_of
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.pages import not_found
from kring.law.access import Relation, Section
from kring.people.actors import Actor, actor_of
from kring.people.entrance import for_colleagues
from kring.people.standing import Standing, standing_of
from kring.portals import acts, forms, sheet
from kring.portals.caseload import seen
from kring.portals.day import day
from kring.portals.look_alike import contains, folded, look_alikes
from kring.portals.one_child import WORKERS, OneChild
from kring.portals.paging import Pages
from kring.portals.todo import of_today


@never_cache
def today(request: HttpRequest) -> HttpResponse:
    """Home: of a worker the day, of a child its own page, and a calm page for who has nothing here yet."""
    actor = actor_of(request)
    if actor is None:
        return redirect_to_login(request.get_full_path())
    me = standing_of(actor, clock.today())
    if me is None:
        return _home_of_others(request, actor)
    desk = desk_of(actor, WORKERS)
    if not (desk.dossiers or me.teams):
        return redirect("people:organisation")
    children = seen(desk, sorted(desk.dossiers.values(), key=lambda one: folded(one.call_name)))
    shown = {"me": me, "children": children, "todos": of_today(children, me.organisation), "here": "today"}
    return render(request, "portals/today.html", shown)
