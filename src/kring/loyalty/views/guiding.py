"""For colleagues: how one talks with parents about whom their child chose, and a sheet for them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kring.kit.leaflets import on_paper
from kring.kit.sentences import choices
from kring.law.loyalty import Gain
from kring.law.rights_moments import Audience
from kring.loyalty.sheets import SHEETS
from kring.people.entrance import for_colleagues
from kring.people.models import Material
from kring.people.standing import Standing

PARENTS = Audience.PARENT.value


@for_colleagues()
def guide(request: HttpRequest, me: Standing) -> HttpResponse:
    """A talk in five steps, with example sentences; the loyalty of the child first."""
    gains = [words for _code, words in choices(Gain)]
    shown = {"languages": SHEETS.languages(), "sheet": SHEETS.leaflet("nl"), "gains": gains}
    shown["shelf"] = list(Material.objects.filter(organisation=me.organisation, audience=PARENTS).order_by("pk"))
    return render(request, "loyalty/guide.html", {**shown, "me": me, "here": "today"})


@for_colleagues()
def sheet(request: HttpRequest, me: Standing, language: str) -> HttpResponse:
    """The sheet for parents on paper."""
    return on_paper(request, lambda: SHEETS.pdf(SHEETS.leaflet(language)), "talking:guide")
