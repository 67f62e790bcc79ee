"""How a child comes in by itself: the worker makes a card or, together with the child, a row of pictures."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.access import acts
from kring.access.acts import asking_it
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.sheets import SheetError
from kring.law.access import Section
from kring.people import codes, seals
from kring.people.acts.ways import SCOPE
from kring.rights import own_forms, own_way
from kring.rights.code_card import CodeCard


@through_door(Section.RIGHTS)
def own(request: HttpRequest, door: Door) -> HttpResponse:
    """What there is: for the worker to make another, for the child to see who made what."""
    form, asked = own_forms.NewCard(auto_id=False), own_forms.Chose(request.POST if "chose" in request.POST else None)
    if asked.is_valid():
        _asked(request, door, asked)
        return redirect("rights:own", door.dossier.pk)
    made = own_way.own_way(door)
    left = made.unasked is None and door.dossier.new_pictures_since is not None
    return show(request, door, "rights/own.html", own=made, form=form, asked=asked, nothing_left=left)


def _asked(request: HttpRequest, door: Door, asked: own_forms.Chose) -> None:
    """The child says that it was itself; or there is nothing to ask any more."""
    if asked.cleaned_data["chose"]:
        asking_it.it_says_so(door, asked.cleaned_data["chose"], once=asked.act)
        messages.success(request, _("Goed. Vanaf nu is dit alleen van het kind."))
    else:
        asking_it.nothing_left(door, once=asked.act)
        messages.success(request, _("Goed. Dit staat niet meer bij Vandaag."))


@through_door(Section.RIGHTS)
@posted("rights:own")
def card(request: HttpRequest, door: Door) -> HttpResponse:
    """A new card, shown this once; the one that was open before is over."""
    own_way.only_who_lets_the_child_in(door)
    form = own_forms.NewCard(request.POST)
    if not form.is_valid():
        return redirect("rights:own", door.dossier.pk)
    asked = {name: form.cleaned_data[name] for name in ("anew", "over")}
    handed = acts.let_in(door, own_way.card(door, **asked), once=form.act)
    return show(request, door, "rights/code_card.html", card=_card(request, door, handed.token))


@through_door(Section.RIGHTS)
@posted("rights:own")
def card_pdf(request: HttpRequest, door: Door) -> HttpResponse:
    """The same card on paper: the page that shows the code sends it along, because Kring keeps none."""
    own_way.only_who_lets_the_child_in(door)
    made, code = own_way.own_way(door), codes.as_kept(request.POST.get("code", ""))
    if not made.is_open or made.way is None or made.way.secret != seals.seal(code, scope=SCOPE):
        raise RefusedError
    try:
        pdf = _card(request, door, code).pdf()
    except SheetError:
        messages.error(request, _("De PDF lukte niet. Schrijf de code over, of maak een nieuw kaartje."))
        return redirect("rights:own", door.dossier.pk)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="kring.pdf"'
    return answer


@through_door(Section.RIGHTS)
def ending(request: HttpRequest, door: Door) -> HttpResponse:
    """A card that was lost, or pictures that somebody saw: two taps, and they open nothing."""
    own_way.only_who_lets_the_child_in(door)
    made, form = own_way.own_way(door), OnceForm(request.POST or None)
    if made.given is None or made.way is None:
        raise RefusedError
    if form.is_valid():
        acts.end_way(door, made.given, once=form.act)
        messages.success(request, _("Dit werkt vanaf nu niet meer."))
        return redirect("rights:own", door.dossier.pk)
    return show(request, door, "rights/own_ending.html", form=form, own=made)


@through_door(Section.RIGHTS)
def phone_ending(request: HttpRequest, door: Door, device: UUID) -> HttpResponse:
    """A phone that was lost: by the child, or who works with it."""
    lost, form = own_way.phone(door, device), OnceForm(request.POST or None)
    if form.is_valid():
        acts.forget_device(door, lost, once=form.act)
        messages.success(request, _("Dat toestel kent Kring niet meer."))
        return redirect("rights:own", door.dossier.pk)
    return show(request, door, "rights/own_phone.html", form=form, phone=lost)


def _card(request: HttpRequest, door: Door, code: str) -> CodeCard:
    made = own_way.own_way(door)
    where = f"{request.get_host()}{reverse('arriving:card')}"
    until = made.way.until_at if made.way else clock.now()
    return CodeCard(code, where, until, made.has_pin and not (made.way and made.way.anew))
