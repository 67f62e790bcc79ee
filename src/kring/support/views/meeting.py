"""For who serves as trust person and for a JIM: meeting others, by its own yes and no longer than it wants (C138)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.kit.forms import OnceForm
from kring.law.access import Section, Verb
from kring.people.acts import peers as acts
from kring.people.models import Person
from kring.rights.house import house_of
from kring.support import forms_peers as forms
from kring.support import peers


@through_door(Section.SUPPORT, verb=Verb.ADD)
def others(request: HttpRequest, door: Door) -> HttpResponse:
    """Say yes for a quarter, or anew; and the meetings to which that is an invitation."""
    peers.only_who_serves(door)
    form = OnceForm(request.POST or None)
    if form.is_valid():
        acts.want(door.actor, house_of(door), once=form.act)
        messages.success(request, _("Goed. Komt er een ontmoeting, dan lees je het hier."))
        return redirect("support:others", door.dossier.pk)
    return _page(request, door)


@through_door(Section.SUPPORT, verb=Verb.ADD)
@posted("support:others")
def no_more(request: HttpRequest, door: Door) -> HttpResponse:
    """Not any more: nothing of it stays."""
    peers.only_who_serves(door)
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.leave(door.actor, house_of(door), once=form.act)
        messages.success(request, _("Je ja is weg. Je krijgt geen uitnodiging meer."))
    return redirect("support:others", door.dossier.pk)


@through_door(Section.SUPPORT, verb=Verb.ADD)
@posted("support:others")
def comes(request: HttpRequest, door: Door, gathering: UUID) -> HttpResponse:
    """I come, or I do not; and it may be taken back."""
    peers.only_who_serves(door)
    form = forms.Comes(request.POST, child=door.dossier.call_name, auto_id=f"{gathering}_%s")
    if not form.is_valid():
        return _page(request, door, gathering, form)
    found = next((one.row for one in peers.mine(door, house_of(door)).gatherings if one.row.pk == gathering), None)
    if found is None or found.called_off_on:
        raise RefusedError
    acts.answer(door.actor, found, form.name, once=form.act)
    messages.success(request, _("Tot dan!") if form.name else _("Goed. Je komt niet."))
    return redirect("support:others", door.dossier.pk)


def _page(request: HttpRequest, door: Door, which: UUID | None = None, sent: forms.Comes | None = None) -> HttpResponse:
    mine, me = peers.mine(door, house_of(door)), Person.objects.get(pk=door.me)
    asked = [(one, sent if sent and one.row.pk == which else _asks(door, one, me)) for one in mine.gatherings]
    shown = {"mine": mine, "asked": asked, "child": door.dossier, "once": OnceForm(auto_id=False)}
    return render(request, "support/others.html", shown)


def _asks(door: Door, one: peers.Shown, me: Person) -> forms.Comes:
    told = {"comes": "", "first_name": me.call_name}
    if one.mine is not None:
        told = {
            "comes": forms.COMES if one.mine.comes else forms.NOT,
            "first_name": one.mine.first_name or me.call_name,
        }
    return forms.Comes(initial=told, child=door.dossier.call_name, auto_id=f"{one.row.pk}_%s")
