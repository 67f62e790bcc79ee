"""The page of a link: the same for every link there could be, until the PIN is right."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from kring.people.acts import ways
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
