"""Ties between the people of the circle."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kring.access.door import Door
from kring.access.entrance import posted, through_door
from kring.circle import told
from kring.circle.acts import ties as acts
from kring.circle.board import layer_asked, look
from kring.circle.forms.ties import Tying, Untying
from kring.circle.views.answers import Done, both, done, refused, stale, to
from kring.circle.views.person import known, person_page
from kring.law.access import Section, Verb


@through_door(Section.CIRCLE, verb=Verb.ADD)
@posted("circle:page")
def tie(request: HttpRequest, door: Door) -> HttpResponse:
    """Draw a tie between two people."""
    layer = layer_asked(request)
    form = Tying(request.POST, people=look(door, layer).people, auto_id="tie-%s")
    if not form.is_valid():
        return refused(request, form, lambda: _again(request, door, form))
    between = form.between
    one, other = known(door, between.a, layer), known(door, between.b, layer)
    if stale(lambda: acts.tie(door, between, layer=layer, act=form.act)):
        return both(request, door, layer)
    where = to("person", door, layer, member=one.key)
    said = told.tied(one.name, other.name)
    return done(request, door, Done(layer=layer, said=said, act=form.act, back=where))


@through_door(Section.CIRCLE, verb=Verb.CHANGE)
@posted("circle:page")
def untie(request: HttpRequest, door: Door, tie: UUID) -> HttpResponse:
    """Take a tie away; it can be undone."""
    form, layer = Untying(request.POST), layer_asked(request)
    if not form.is_valid():
        return redirect(to("page", door, layer))
    gone = stale(lambda: acts.untie(door, tie, act=form.act))
    said = told.untied_already() if gone else told.untied()
    return done(request, door, Done(layer=layer, said=said, act=form.act, back=to("page", door, layer)))


def _again(request: HttpRequest, door: Door, form: Tying) -> HttpResponse:
    """The page of the person from whom the tie was drawn."""
    layer = layer_asked(request)
    member = form.cleaned_data.get("a")
    if not isinstance(member, UUID):
        return redirect(to("page", door, layer))
    return person_page(request, door, member, layer, tying=form)
