"""A link and its digits, shown this once."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kring.access.acts import Handed
from kring.access.door import Door
from kring.access.page import show
from kring.rights.house import house_of


def show_once(request: HttpRequest, door: Door, handed: Handed, *, name: str, one_time: bool) -> HttpResponse:
    """What to give along and what to tell by phone, for who is called so."""
    address = request.build_absolute_uri(reverse("ways:link", args=[handed.token]))
    shown = {"address": address, "pin": f"{handed.pin[:3]} {handed.pin[3:]}", "name": name}
    return show(request, door, "rights/handed.html", one_time=one_time, house=house_of(door), **shown)
