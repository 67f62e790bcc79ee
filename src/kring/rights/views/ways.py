"""Who may come in here: giving a link, giving another, and ending one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access import acts
from kring.access.acts.protecting import told_of
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.access import Relation, Section
from kring.people.devices import is_new
from kring.rights import given, receiving, way_forms
from kring.rights.alike import Here, given_to
from kring.rights.handed import show_once

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

    from kring.law.decision import Weighed


@through_door(Section.RIGHTS)
def ways(request: HttpRequest, door: Door) -> HttpResponse:
    """Everyone who was let in, and whether it opened its link; never when it was last here."""
    only_who_lets_in(door)
    entries = given.entries(door)
    may = {"gives": given.may_change(door), "parents": given.may_let_parents_in(door)}
    may["over"] = door.dossier.closed_on is not None
    may |= {"of_services": receiving.of_services(door), "gives_services": receiving.may_name(door)}
    return show(request, door, "rights/ways.html", entries=entries, form=OnceForm(auto_id=False), **may)


@through_door(Section.RIGHTS)
def let_in(request: HttpRequest, door: Door) -> HttpResponse:
    """A link for someone of the circle, with the child's yes."""
    only_who_lets_in(door)
    if door.dossier.closed_on is not None:
        return show(request, door, "rights/let_in_over.html")
    mine, here = door.relation is Relation.CHILD, Here(door)
    asked = {"person": request.GET.get("member", "")}
    form = way_forms.Link(request.POST or None, initial=asked, people=given_to(door), here=here, mine=mine)
    if form.is_valid():
        handed = _handed(request, door, form, given.of_member(door, form.who, form.expressed))
        if handed:
            return handed
    return show(request, door, "rights/let_in.html", form=form, parents=given.may_let_parents_in(door))


@through_door(Section.RIGHTS)
def let_parent_in(request: HttpRequest, door: Door) -> HttpResponse:
    """A link for one time, for a parent: by who works with the child."""
    if not given.may_let_parents_in(door):
        raise RefusedError
    form = way_forms.ParentLink(request.POST or None, known=given.parents(door), here=Here(door))
    if form.is_valid():
        new = given.of_parent(form.cleaned_data["name"], form.stands_as, form.chosen)
        handed = _handed(request, door, form, new)
        if handed:
            return handed
    return show(request, door, "rights/let_parent_in.html", form=form)


@through_door(Section.RIGHTS)
@posted("rights:ways")
def again(request: HttpRequest, door: Door, way: UUID) -> HttpResponse:
    """A new link and new digits for the same person; what it had before is over.

    Whether that is somebody with whom contact is restricted since, is asked here as with a first link (R28).
    """
    row, mine = given.given(door, way), door.relation is Relation.CHILD
    form = way_forms.Again(request.POST, row=row, here=Here(door), mine=mine)
    if form.is_valid():
        handed = _handed(request, door, form, given.once_more(door, row))
        if handed:
            return handed
    if form.question:
        return show(request, door, "rights/way_again.html", form=form, entry=given.entry(door, row))
    for said in form.non_field_errors():
        messages.error(request, str(said))
    return redirect("rights:ways", door.dossier.pk)


@through_door(Section.RIGHTS)
def ending(request: HttpRequest, door: Door, way: UUID) -> HttpResponse:
    """Let someone out again: two taps, no reason."""
    row = given.given(door, way)
    entry, form = given.entry(door, row), OnceForm(request.POST or None)
    if form.is_valid():
        acts.end_way(door, row, once=form.act)
        said = _("%(name)s kan dit vanaf nu niet meer openen. Wat %(name)s al las, blijft geweten.")
        messages.success(request, said % {"name": entry.name})
        return redirect("rights:ways", door.dossier.pk)
    return show(request, door, "rights/let_out.html", form=form, entry=entry)


def only_who_lets_in(door: Door) -> None:
    """For the child and who works with it.  Raises `RefusedError`."""
    if not given.may_let_in(door):
        raise RefusedError


def _in_words(door: Door, new: acts.LetIn, ground: Weighed) -> Words | str:
    """Why it cannot be: to the child not that contact is restricted, before a person told it (R15)."""
    hard = ground.code == "ways.not-restricted" and door.relation is Relation.CHILD
    if hard and not told_of(door.dossier.pk) & {new.member, new.person}:
        return _("Dit kan nu niet. Vraag het aan je begeleider.")
    return sentence(ground.code, name=new.name, holds=ground.holds)


def _handed(request: HttpRequest, door: Door, form: OnceForm, new: acts.LetIn) -> HttpResponse | None:
    """The link and the digits, this once; or the form says what is still open.

    On a device not seen before a child lets nobody in: who has its phone for a moment, would let itself in.
    """
    if door.relation is Relation.CHILD and is_new(request, door.me):
        form.add_error(None, sentence("why-not.new_device_lets_in"))
        return None
    try:
        handed = acts.let_in(door, new, once=form.act)
    except acts.MayNotLetIn as refusal:
        for ground in (*refusal.decision.missing, *refusal.decision.against):
            form.add_error(None, _in_words(door, new, ground))
        return None
    except acts.HelpEndedError:
        form.add_error(None, _("De hulp hier is gestopt. Er komt niemand nieuw meer binnen."))
        return None
    return show_once(request, door, handed, name=new.name, one_time=new.kind == "one_link")
