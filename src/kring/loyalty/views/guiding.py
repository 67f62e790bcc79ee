"""For colleagues: how one talks with parents about whom their child chose, and a sheet for them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.kit.leaflets import NoLeafletError
from kring.kit.sentences import choices
from kring.kit.sheets import SheetError
from kring.law.loyalty import Gain
from kring.loyalty.sheets import FOR_PARENTS
from kring.people.entrance import for_colleagues
from kring.people.standing import Standing


@for_colleagues()
def guide(request: HttpRequest, me: Standing) -> HttpResponse:
    """A talk in five steps, with example sentences; the loyalty of the child first."""
    gains = [words for _code, words in choices(Gain)]
    shown = {"languages": FOR_PARENTS.languages(), "sheet": FOR_PARENTS.leaflet("nl"), "gains": gains}
    return render(request, "loyalty/guide.html", {**shown, "me": me, "here": "today"})


@for_colleagues()
def sheet(request: HttpRequest, me: Standing, language: str) -> HttpResponse:
    """The sheet for parents on paper."""
    try:
        made = FOR_PARENTS.pdf(FOR_PARENTS.leaflet(language))
    except NoLeafletError:
        raise Http404 from None
    except SheetError:
        messages.error(request, _("Het blad maken lukte niet. Probeer het straks nog eens."))
        return redirect("talking:guide")
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="blad.pdf"'
    return answer
