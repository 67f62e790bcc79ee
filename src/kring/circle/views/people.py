"""The people of the circle: naming them, giving them a place, taking them out, undoing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.circle import reading, told
from kring.circle.acts import people as acts
from kring.circle.acts import undoing
from kring.circle.board import layer_asked, look
from kring.circle.figures import place_name
from kring.circle.forms.people import Naming, Placing, PlacingAll, Removing, Undoing
from kring.circle.views.answers import Clash, Done, back, both, chosen, done, refused, stale, to
from kring.circle.views.pages import list_page
from kring.circle.views.person import known, person_page
from kring.law.access import Section, Verb


@through_door(Section.CIRCLE, verb=Verb.ADD)
@posted("circle:page")
def add(request: HttpRequest, door: Door) -> HttpResponse:
    """Name people: one, or a pasted list."""
    layer = layer_asked(request)
    shown = look(door, layer)
    form = Naming(request.POST, auto_id="add-%s", known=[one.name for one in shown.people])
    if not form.is_valid():
        return refused(request, form, lambda: list_page(request, door, shown, naming=form))
    names = form.cleaned_data["names"]
    added = acts.add(door, names, layer=layer, act=form.act)
    said = " ".join(filter(None, [told.added(names), form.again]))
    where = back(request, door, layer)
    return done(request, door, Done(layer=layer, said=said, act=form.act, back=where, added=tuple(added)))


@through_door(Section.CIRCLE, verb=Verb.CHANGE)
@posted("circle:person", "member")
def place(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """Give someone a place."""
    layer = layer_asked(request)
    form = Placing(request.POST, auto_id="place-%s")
    if not form.is_valid():
        return refused(request, form, lambda: person_page(request, door, member, layer, place=form))
    spot, version = form.spot, form.cleaned_data["version"]
    was_stale = stale(lambda: acts.place(door, member, spot, version=version, act=form.act))
    now = known(door, member, layer)
    words = place_name(spot.ring, spot.domain)
    if was_stale:
        return both(request, door, layer, Clash(person=now, chosen=words, stands=told.stands(now)))
    did = Done(layer=layer, said=told.placed(now.name, spot), act=form.act, back=back(request, door, layer))
    return done(request, door, did)


@through_door(Section.CIRCLE, verb=Verb.CHANGE)
@posted("circle:list")
def places(request: HttpRequest, door: Door) -> HttpResponse:
    """Give several people a place at once, from the list."""
    layer = layer_asked(request)
    shown = look(door, layer)
    form = PlacingAll(request.POST, people=shown.waiting)
    if not form.is_valid():
        return refused(request, form, lambda: list_page(request, door, shown, placing=form))
    if stale(lambda: acts.place_all(door, form.spots, act=form.act)):
        return both(request, door, layer)
    did = Done(layer=layer, said=told.placed_all(len(form.spots)), act=form.act, back=to("list", door, layer))
    return done(request, door, did)


@through_door(Section.CIRCLE, verb=Verb.CHANGE)
@posted("circle:page")
def remove(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """Take someone out of a layer; it can be undone."""
    form, layer, name = Removing(request.POST), layer_asked(request), reading.names(door, [member]).get(member)
    if name is None:
        raise RefusedError
    if not form.is_valid():
        return redirect(to("person", door, layer, member=member))
    said, version = told.removed(name), form.cleaned_data["version"]
    late = chosen(
        door, form, None, lambda: stale(lambda: acts.remove(door, member, layer, version=version, act=form.act))
    )
    if late is None:
        return refused(request, form, lambda: person_page(request, door, member, layer, removing=form))
    if late:
        if now := reading.person(door, member, layer):
            return both(request, door, layer, Clash(person=now, chosen=told.taken_out(), stands=told.stands(now)))
        said = told.gone_already(name)
    return done(request, door, Done(layer=layer, said=said, act=form.act, back=to("list", door, layer)))


@through_door(Section.CIRCLE, verb=Verb.CHANGE)
@posted("circle:page")
def undo(request: HttpRequest, door: Door) -> HttpResponse:
    """Undo one act as a whole."""
    form, layer = Undoing(request.POST), layer_asked(request)
    if not form.is_valid():
        return redirect(to("page", door, layer))
    late = chosen(door, form, None, lambda: stale(lambda: undoing.undo(door, form.cleaned_data["what"], act=form.act)))
    if late is None:
        messages.warning(request, str(form.non_field_errors()[0]))
        return refused(request, form, lambda: list_page(request, door, look(door, layer)))
    if late:
        return both(request, door, layer)
    return done(request, door, Done(layer=layer, said=told.undone(), act=form.act, back=back(request, door, layer)))
