"""Coming in without mail: a card, the own phone, pictures on a device of the house.  No page here says who is meant."""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from kring.access import links
from kring.kit.pages import not_found
from kring.law.ways import WayKind
from kring.people import devices, pictures
from kring.people.acts import coming
from kring.people.acts import devices as browsers
from kring.people.forms.pins import WRONG_PIN, MyPin, OwnPin
from kring.people.models import Stay, StayKind, Way
from kring.people.presence import begins_anew
from kring.rights import own_forms
from kring.rights.tapping import Tapping, carried, carry


@begins_anew
@never_cache
def card(request: HttpRequest) -> HttpResponse:
    """The code of a card; whatever does not open gets one answer."""
    form = own_forms.Code(request.POST or None)
    if form.is_valid():
        way = coming.card_typed(request, form.cleaned_data["code"])
        if way:
            return _ask_pin(request, way, _pin_form(way))
        form.add_error("code", own_forms.WRONG_CARD)
    return render(request, "rights/enter_card.html", {"form": form})


@begins_anew
@never_cache
def pin(request: HttpRequest) -> HttpResponse:
    """After the code: the own PIN, chosen now or known.  The page carries the card, not the session: two tabs."""
    way = coming.card_in_hand(request.POST.get("card", ""))
    if way is None:
        return redirect("arriving:card")
    form = _pin_form(way, request.POST)
    if form.is_valid():
        if coming.by_card(request, way, form.cleaned_data["pin"]):
            return redirect("arriving:mine")
        form.add_error("pin", WRONG_PIN)
    return _ask_pin(request, way, form)


@never_cache
def mine(request: HttpRequest) -> HttpResponse:
    """Is this your own phone?  Only for who came in with a card, at home; no is as good as yes."""
    stay: Stay | None = request.stay  # type: ignore[attr-defined]  # kring.people.presence
    by_card = stay is not None and stay.way is not None and stay.way.kind == WayKind.CARD
    if stay is None or not by_card or stay.kind != StayKind.HOME or devices.of_the_house(request):
        return redirect("portals:today")
    if request.method == "POST":
        if "yes" in request.POST:
            browsers.own(request, stay)
        return redirect("portals:today")
    return render(request, "rights/enter_mine.html")


@begins_anew
@never_cache
def own(request: HttpRequest) -> HttpResponse:
    """The own phone: only the PIN is asked."""
    device = devices.own_of(request)
    if device is None:
        return redirect("ways:choose")
    form = MyPin(request.POST or None)
    if form.is_valid():
        if coming.on_own_phone(request, device, form.cleaned_data["pin"]):
            return redirect("portals:today")
        form.add_error("pin", WRONG_PIN)
    return render(request, "rights/enter_own.html", {"form": form})


@begins_anew
@never_cache
def figures(request: HttpRequest) -> HttpResponse:
    """Who are you, and which four pictures are yours?  On a device of the house; elsewhere there is no such page."""
    device = devices.of_the_house(request)
    if device is None or device.organisation_id is None:
        return not_found(request)
    if request.method != "POST":
        return _figures(request)
    tapping = Tapping.of(request.POST)
    if not (tapping.figure and tapping.is_full):
        carry(request, tapping)
        return redirect("arriving:pictures")
    here = links.under_figure(device.organisation_id, tapping.figure)[: pictures.SHARE]
    if coming.by_pictures(request, device, tapping.figure, here, tapping.told):
        return redirect("portals:today")
    carry(request, tapping.once_more(keep=False), wrong=True)
    return redirect("arriving:pictures")


def _figures(request: HttpRequest) -> HttpResponse:
    tapping, wrong = carried(request)
    if not tapping.figure:
        return render(request, "rights/enter_figures.html", {"figures": pictures.named(pictures.FIGURES)})
    return render(request, "rights/enter_pictures.html", {"tapping": tapping, "wrong": wrong})


def _pin_form(way: Way, sent: object = None) -> forms.Form:
    """The PIN of before, or a new one that is not a birthday of this child."""
    if coming.has_own_pin(way):
        return MyPin(sent)  # type: ignore[arg-type]  # as Django takes it
    return OwnPin(sent, born_on=_born_on(way))


def _born_on(way: Way) -> date | None:
    try:
        return date.fromisoformat(links.birthday_behind(way))
    except ValueError:
        return None


def _ask_pin(request: HttpRequest, way: Way, form: forms.Form) -> HttpResponse:
    shown = {"form": form, "card": coming.in_hand(way), "chooses": isinstance(form, OwnPin)}
    return render(request, "rights/enter_pin.html", shown)
