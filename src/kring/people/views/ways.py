"""The page of a link: the same for every link there could be, until the PIN is right."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache

from kring.kit.keys import NOBODY
from kring.people import welcome
from kring.people.acts import attempts, ways
from kring.people.acts.ways import Found
from kring.people.forms import ways as forms
from kring.people.presence import begins_anew


@begins_anew
@never_cache
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the PIN; only a person's tap does anything, because mail scanners open links."""
    form = forms.Told(request.POST or None)
    if form.is_valid():
        found = ways.enter(request, token, form.cleaned_data["pin"])
        if found is Found.OPEN:
            return redirect("arriving:welcome")
        if found is not Found.WRONG:
            return render(request, "people/link_over.html", {"other_device": found is Found.OTHER_DEVICE})
        form.add_error("pin", forms.WRONG_PIN)
    return render(request, "people/link.html", {"form": form})


@begins_anew
@never_cache
def begin(request: HttpRequest, token: str) -> HttpResponse:
    """The link of a new colleague that was handed over: the digits that another colleague told open it."""
    form = forms.ToldByColleague(request.POST or None)
    if form.is_valid():
        found = welcome.of_token(token)
        whom = str(found[0].pk if found else NOBODY)
        digits = welcome.digits_for(found[0]) if found else ""
        may_try = attempts.may_try(request, "link", whom)
        if found and may_try and constant_time_compare(form.cleaned_data["pin"], digits):
            attempts.succeeded(request, "link", whom)
            return redirect(found[1])
        if may_try:
            attempts.failed(request, "link", whom)
        form.add_error("pin", forms.WRONG_PIN)
    return render(request, "people/begin.html", {"form": form})
