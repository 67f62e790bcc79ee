"""How do you come in?  One calm page for everyone, with what this device adds to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from kring.people import devices
from kring.people.presence import begins_anew


@begins_anew
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """A card, the own phone, pictures, an account, a link."""
    if request.user.is_authenticated:
        return redirect("portals:today")
    shown = {"is_own": devices.own_of(request) is not None, "is_house": devices.of_the_house(request) is not None}
    return render(request, "people/choose.html", shown)
