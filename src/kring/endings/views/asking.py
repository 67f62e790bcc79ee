"""Is it still this person?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.circle import reading as circle
from kring.endings import forms, reading
from kring.endings.acts import asking
from kring.endings.due import due as due_here
from kring.endings.reading import only_who_hears_first
from kring.kit.forms import OnceForm
from kring.law.access import Relation, Section, Verb
from kring.law.endings import Still
from kring.rights.models import Wish


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def due(request: HttpRequest, door: Door) -> HttpResponse:
    """What should be looked at again, each with where to do it."""
    only_who_hears_first(door)
    return show(request, door, "endings/due.html", due=due_here(door))


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def still(request: HttpRequest, door: Door, wish: UUID) -> HttpResponse:
    """Asked without that person there; a no ends nothing by itself: that is a step of the child.

    After the choice ended nothing is asked, and what was kept is read still.
    """
    row = reading.wish_of(door, wish)
    if "not_said" in request.POST:
        return _never_said(request, door, row)
    stands = row.withdrawn_on is None
    before = reading.answers_about(door, row.member_id)
    denied_by = door.dossier.call_name if stands and asking.is_denied(door, before) else ""
    form = forms.AskStill(request.POST or None, mine=door.relation is Relation.CHILD, denied_by=denied_by)
    if stands and form.is_valid():
        answer = Still(form.cleaned_data["answer"])
        asking.ask(door, row, answer, form.cleaned_data["words"], act=form.act)
        if answer is Still.NO:
            messages.info(request, _how_it_stops(door))
        else:
            messages.success(request, _("Het staat erbij. We vragen het later nog eens."))
        return redirect("rights:beside", door.dossier.pk)
    named = circle.names(door)
    name = named.get(row.member_id, row.called)
    seen: dict[str, object] = {"wish": row.pk, "before": before, "stands": stands}
    seen["will_read"] = asking.readers(door, row, named) if stands else []
    return show(request, door, "endings/still.html", form=form, name=name, **seen)


def _never_said(request: HttpRequest, door: Door, wish: Wish) -> HttpResponse:
    """The child never gave the answer that somebody wrote down: one tap."""
    form = OnceForm(request.POST)
    row = next(
        (one for one in reading.answers_about(door, wish.member_id) if str(one.pk) == request.POST["not_said"]), None
    )
    if row is None:
        raise RefusedError
    if form.is_valid():
        asking.deny(door, row, act=form.act)
        messages.success(request, _("Goed dat je het zegt. Dat staat er niet meer. Je begeleider leest het."))
    return redirect("endings:still", door.dossier.pk, wish.pk)


def _how_it_stops(door: Door) -> str:
    """A no ends nothing by itself; to the child it is said otherwise than to who writes it down."""
    if door.relation is Relation.CHILD:
        return _("Wil je dat het stopt? Dan doe je dat hieronder, in één stap. Niemand vraagt waarom.")
    said = _("Wil %(child)s dat het stopt? Schrijf dat hieronder op, zoals %(child)s het zei. Niemand vraagt waarom.")
    return said % {"child": door.dossier.call_name}
