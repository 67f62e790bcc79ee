"""How to explain the right, for colleagues: a script of five minutes, the sheets, and the shelf of the house."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.kit.forms import OnceForm
from kring.kit.leaflets import on_paper
from kring.kit.sentences import code_of, sentence
from kring.law.rights_moments import Audience
from kring.moments import forms
from kring.moments import scripts as sheets
from kring.moments.first_week import AT_HAND
from kring.moments.poster import POSTER
from kring.moments.turning import OF_AGE
from kring.people.acts import shelf as acts
from kring.people.entrance import for_colleagues, sent_from
from kring.people.models import Material
from kring.people.standing import Standing


@for_colleagues()
def scripts(request: HttpRequest, me: Standing) -> HttpResponse:
    """For whom there is a script, and what stands on the shelf."""
    every = [(one.value, sentence(code_of(one))) for one in Audience]
    shown = {"audiences": every, "materials": _materials(me), "posters": POSTER.languages(), "me": me, "here": "today"}
    return render(request, "moments/scripts.html", shown)


@for_colleagues()
def script(request: HttpRequest, me: Standing, audience: str) -> HttpResponse:
    """What one says in five minutes, step by step; and the sheet in each language."""
    one = _audience(audience)
    shelf = [material for material in _materials(me) if material.audience == one.value]
    shown = {"audience": one.value, "says": sentence(code_of(one), name=""), "shelf": shelf, "here": "today"}
    return render(
        request, "moments/script.html", {**shown, "sheet": sheets.sheet(one, "nl"), "languages": sheets.languages(one)}
    )


@for_colleagues()
def sheet(request: HttpRequest, me: Standing, audience: str, language: str) -> HttpResponse:
    """The sheet on paper."""
    return on_paper(
        request, lambda: sheets.pdf(sheets.sheet(_audience(audience), language)), "explaining:script", audience
    )


@for_colleagues()
def of_age(request: HttpRequest, me: Standing) -> HttpResponse:
    """How one talks about becoming 18, step by step, and a sheet to leave behind: people tell it, no message (R15)."""
    shown = {"sheet": OF_AGE.leaflet("nl"), "languages": OF_AGE.languages(), "me": me, "here": "today"}
    return render(request, "moments/of_age.html", shown)


@for_colleagues()
def of_age_sheet(request: HttpRequest, me: Standing, language: str) -> HttpResponse:
    """The sheet for who becomes 18 on paper."""
    return on_paper(request, lambda: OF_AGE.pdf(OF_AGE.leaflet(language)), "explaining:of_age")


@for_colleagues()
def first_week(request: HttpRequest, me: Standing) -> HttpResponse:
    """The first week of a new colleague, a day at a time; and what one keeps at hand (B135)."""
    shown = {"sheet": AT_HAND.leaflet("nl"), "languages": AT_HAND.languages(), "me": me, "here": "today"}
    return render(request, "moments/first_week.html", shown)


@for_colleagues()
def first_week_sheet(request: HttpRequest, me: Standing, language: str) -> HttpResponse:
    """What one keeps at hand, on paper."""
    return on_paper(request, lambda: AT_HAND.pdf(AT_HAND.leaflet(language)), "explaining:first_week")


@for_colleagues()
def poster(request: HttpRequest, me: Standing, language: str) -> HttpResponse:
    """The sheet for the wall."""
    return on_paper(request, lambda: POSTER.pdf(POSTER.leaflet(language)), "explaining:scripts")


@for_colleagues(changing=True)
def shelf(request: HttpRequest, me: Standing) -> HttpResponse:
    """What the house explains with, and how often."""
    form = forms.Material(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data
        titled = (facts["title"], facts["address"])
        acts.add_material(me.actor, me.organisation, Audience(facts["audience"]), titled, once=form.act)
        messages.success(request, _("Het staat op de plank."))
        return redirect("explaining:shelf")
    pace = forms.Pace(initial={"months": me.organisation.talk_every}, auto_id="pace_%s")
    shown = {"form": form, "pace": pace, "materials": _materials(me), "once": OnceForm(auto_id=False)}
    return render(request, "moments/shelf.html", {**shown, "me": me, "here": "organisation"})


@for_colleagues(changing=True)
@sent_from("explaining:shelf")
def pace(request: HttpRequest, me: Standing) -> HttpResponse:
    """How often it is explained, at least."""
    form = forms.Pace(request.POST)
    if form.is_valid():
        acts.choose_pace(me.actor, me.organisation, form.cleaned_data["months"], once=form.act)
        messages.success(request, _("Bewaard. Het telt vanaf het volgende gesprek."))
    else:
        messages.error(request, _("Kies een aantal maanden van 1 tot 24."))
    return redirect("explaining:shelf")


def _one(me: Standing, material: UUID) -> Material:
    return get_object_or_404(Material, pk=material, organisation=me.organisation)


@for_colleagues(changing=True)
@sent_from("explaining:shelf", of=_one)
def removal(request: HttpRequest, me: Standing, row: Material) -> HttpResponse:
    """It stands on the shelf no more."""
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.remove_material(me.actor, row, once=form.act)
        messages.success(request, _("Het staat niet meer op de plank."))
    return redirect("explaining:shelf")


def _materials(me: Standing) -> list[Material]:
    return list(Material.objects.filter(organisation=me.organisation).order_by("audience", "pk"))


def _audience(name: str) -> Audience:
    try:
        return Audience(name)
    except ValueError:
        raise Http404 from None
