"""For who stands beside a child: when it suits, the check-ins, and how it is for oneself."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.entrance import posted, through_door
from kring.kit.forms import OnceForm
from kring.law.access import Section, Verb
from kring.law.support import SERVES, Wellbeing
from kring.support import forms_around as forms
from kring.support import reading
from kring.support.acts import checking as acts
from kring.support.cards import cards
from kring.support.fallback import fallback
from kring.support.models import HowIAm
from kring.support.page import no_more, only_beside


@through_door(Section.SUPPORT, verb=Verb.ADD)
def mine(request: HttpRequest, door: Door) -> HttpResponse:
    """When somebody can reach one; the check-ins; and a place for oneself."""
    only_beside(door)
    form = forms.Suits(request.POST or None)
    if form.is_valid():
        acts.suits(door, form.cleaned_data["words"], act=form.act)
        messages.success(request, _("Bewaard. Wie hier begeleidt, leest dit."))
        return redirect("support:mine", door.dossier.pk)
    return _page(request, door, form=form)


@through_door(Section.SUPPORT, verb=Verb.ADD)
@posted("support:mine")
def well(request: HttpRequest, door: Door) -> HttpResponse:
    """How it is for the person itself; nobody else reads it."""
    only_beside(door)
    form = forms.HowIAm(request.POST, auto_id="well_%s")
    if form.is_valid():
        acts.how_i_am(door, Wellbeing(form.cleaned_data["answer"]), form.cleaned_data["words"], act=form.act)
        messages.success(request, _("Het staat er. Alleen jij leest dit."))
        return redirect("support:mine", door.dossier.pk)
    return _page(request, door, form=forms.Suits(), well=form)


@through_door(Section.SUPPORT, verb=Verb.ADD)
@posted("support:mine")
def erased(request: HttpRequest, door: Door, state: UUID) -> HttpResponse:
    """The person takes away what it wrote for itself."""
    only_beside(door)
    row, form = reading.one(door, HowIAm.objects.filter(pk=state)), OnceForm(request.POST)
    if form.is_valid():
        acts.erase(door, row, act=form.act)
        messages.success(request, _("Het is weg."))
    return redirect("support:mine", door.dossier.pk)


@through_door(Section.SUPPORT, verb=Verb.ADD)
def read(request: HttpRequest, door: Door) -> HttpResponse:
    """Short cards to read when one wants to; nothing is noted of who read what (C220)."""
    only_beside(door)
    return render(request, "support/cards.html", {"cards": cards(), "child": door.dossier})


def _page(request: HttpRequest, door: Door, form: forms.Suits, **seen: object) -> HttpResponse:
    over, what = no_more(door), reading.mine(door)
    form.initial = {"words": what.suits}
    told = {
        "child": door.dossier,
        "mine": what,
        "form": form,
        "fallback": fallback(door),
        "member": None if over else min(door.sieve(Section.SUPPORT).mine, default=None),
        "over": over,
        "meets": door.relation in SERVES,
        "once": OnceForm(auto_id=False),
        "well": forms.HowIAm(auto_id="well_%s"),
    }
    return render(request, "support/mine.html", {**told, **seen})
