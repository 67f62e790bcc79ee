"""Who stands beside a child stops or pauses, and says so itself; and it goes on after all, before the child knew."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access import told_after
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.reported import Reported
from kring.endings import forms, reading
from kring.endings.acts import leaving as acts
from kring.endings.forms_told import Tell
from kring.endings.reading import only_who_hears_first
from kring.endings.shut import promised
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.law.access import Section, Verb
from kring.law.ways import NETWORK
from kring.rights.acts import conditions, held, own_answer
from kring.rights.house import house_of
from kring.rights.resting import pause_here
from kring.rights.said_yes import said_yes
from kring.rights.stood import stood


@through_door(Section.RIGHTS, verb=Verb.ADD, ends=True)
def itself(request: HttpRequest, door: Door) -> HttpResponse:
    """It asks two things: what, and who tells the child.  A person tells it, and no page does (R15)."""
    _only_who_stands_there(door)
    child, asked = door.dossier.call_name, held.written_of_me(door)
    if asked is not None:
        return _is_it_so(request, door, asked)
    if stood(door) is not None:
        raise RefusedError  # it does not stand there any more: there is nothing to stop
    if door.dossier.closed_on is not None:
        return _after_the_help(request, door)
    pause = pause_here(door)
    if (tap := next((does for name, does in TAPS.items() if name in request.POST), None)) is not None:
        return tap(request, door)
    form = forms.Itself(request.POST or None, name=reading.called(door), child=child, rests=pause is not None)
    if form.is_valid():
        acts.says_itself(door, form.said, act=form.act)
        said = _("Het staat klaar voor de begeleiding. %(child)s leest het niet.")
        messages.success(request, said % {"child": child})
        return redirect("endings:itself", door.dossier.pk)
    shown = {"waits": acts.waits_to_be_told(door), "child": door.dossier, "form": form, "pause": pause}
    if shown["waits"]:
        shown["house"] = promised(house_of(door), clock.today())
    return render(request, "endings/itself.html", {**shown, "once": OnceForm(auto_id=False)})


def _only_who_stands_there(door: Door) -> None:
    if door.relation not in NETWORK or not door.sieve(Section.SUPPORT).mine:
        raise RefusedError


def _after_the_help(request: HttpRequest, door: Door) -> HttpResponse:
    """Nobody works there any more who tells the child: it does so itself, or asks somebody, and says when it was told.

    Before that the child reads nothing of it (R15).  No pause is asked there: nothing is planned any more.
    """
    waits, told = acts.waits_to_be_told(door), told_after.told_of(door, door.sieve(Section.SUPPORT).mine)
    if "stays" in request.POST:
        return _stays(request, door)
    sent = request.POST or None
    stops = forms.Stops(None if waits else sent, child=door.dossier.call_name)
    tell = Tell(sent if waits else None, first=door.dossier.opened_on)
    tell.fields["by"].required = False  # it may not know who did, where nobody works there any more
    if stops.is_valid():
        acts.says_itself(door, stops.said, act=stops.act)
        return redirect("endings:itself", door.dossier.pk)
    if tell.is_valid():
        acts.says_it_was_told(door, tell.told, act=tell.act)
        messages.success(request, _("Dank je dat je het vertelde, en dank je voor alles."))
        return redirect("endings:itself", door.dossier.pk)
    seen: dict[str, object] = {"waits": waits, "told": told, "child": door.dossier, "form": tell if waits else stops}
    seen |= {"house": promised(house_of(door), clock.today()), "once": OnceForm(auto_id=False)}
    return render(request, "endings/itself_over.html", seen)


def _on_again(request: HttpRequest, door: Door) -> HttpResponse:
    """Who asked the pause says that it is over: one tap."""
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.says_it_goes_on(door, act=form.act)
        messages.success(
            request, _("Fijn. De begeleiding vertelt het aan %(child)s.") % {"child": door.dossier.call_name}
        )
    return redirect("endings:itself", door.dossier.pk)


def _stays(request: HttpRequest, door: Door) -> HttpResponse:
    """Who said that it stops takes that back: one tap, as long as nobody told the child; a second tap finds nothing."""
    form, child = OnceForm(request.POST), door.dossier.call_name
    if not acts.waits_to_be_told(door):
        raise RefusedError
    if form.is_valid():
        acts.says_it_stays(door, act=form.act)
        said = _("Fijn. Je stopt niet. Wat %(child)s met jou deelde, lees je pas als %(child)s opnieuw ja zegt.")
        messages.success(request, said % {"child": child})
    return redirect("endings:itself", door.dossier.pk)


def _never_said(request: HttpRequest, door: Door) -> HttpResponse:
    """A worker wrote down that it said yes to the child, and it did not: one tap (R9)."""
    form = OnceForm(request.POST)
    if form.is_valid():
        own_answer.deny(door, act=form.act)
        said = _("Goed dat je het zegt. De begeleiding leest het. Wil je niet naast %(child)s staan? Zeg het dan hier.")
        messages.success(request, said % {"child": door.dossier.call_name})
    return redirect("endings:itself", door.dossier.pk)


def _says_yes(request: HttpRequest, door: Door) -> HttpResponse:
    """After it said that a yes in its name was none, it says yes itself: nobody else does any more (R2, R9)."""
    form, child = OnceForm(request.POST), door.dossier.call_name
    if form.is_valid():
        own_answer.says_yes(door, act=form.act)
        messages.success(request, _("Jouw ja staat er nu, met jouw eigen tik. %(child)s leest dat.") % {"child": child})
    return redirect("portals:home", door.dossier.pk)


def _not_so(request: HttpRequest, door: Door) -> HttpResponse:
    """What a worker wrote of it for the law is not so: one tap, and it is looked at again (R2)."""
    form, said = OnceForm(request.POST), said_yes(door)
    if said is None or said.against is None or str(said.against.key) != request.POST["not_so"]:
        raise RefusedError
    if form.is_valid():
        conditions.deny(door, said.against.key, act=form.act)
        messages.success(request, _("Goed dat je het zegt. De begeleiding leest het, en kijkt het opnieuw na."))
    return redirect("portals:home", door.dossier.pk)


TAPS = {"on": _on_again, "stays": _stays, "not_said": _never_said, "yes": _says_yes, "not_so": _not_so}
"""What it says there in one tap, by the name of the button."""


def _is_it_so(request: HttpRequest, door: Door, asked: Reported) -> HttpResponse:
    """A worker wrote down that it stops, pauses or said no: it says itself whether that is so (R2)."""
    form = forms.IsItSo(request.POST or None)
    if form.is_valid():
        held.confirm(door, so=form.is_so, act=form.act)
        messages.success(request, _("Dank je. Het staat klaar voor de begeleiding."))
        return redirect("endings:itself", door.dossier.pk)
    return render(request, "endings/so.html", {"asked": asked, "child": door.dossier, "form": form})


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
@posted("endings:endings")
def goes_on(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """It goes on after all: what was held goes, and there is nothing to tell."""
    only_who_hears_first(door)
    form = OnceForm(request.POST)
    if form.is_valid():
        knows = acts.goes_on(door, member, act=form.act)
        nothing = _("Het gaat door. Zei die persoon zelf: ik stop? Dan wacht elk ja op het kind.")
        messages.success(request, _("Het gaat weer verder. Het staat er nu ook voor het kind.") if knows else nothing)
    return redirect("endings:endings", door.dossier.pk)
