"""Choosing an own PIN."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kring.kit import clock
from kring.people.actors import account_of
from kring.people.acts import pins as acts
from kring.people.entrance import sure
from kring.people.forms.pins import OwnPin
from kring.people.models import Pin


@login_required
@never_cache
@sure
def pin(request: HttpRequest) -> HttpResponse:
    """Choose a PIN, or another one: it opens a locked screen."""
    person = account_of(request).person
    form = OwnPin(request.POST or None)
    if form.is_valid():
        acts.choose(person, form.cleaned_data["pin"], at=clock.now())
        messages.success(request, _("Je pincode is bewaard."))
        return redirect("mfa_index")
    return render(request, "people/pin.html", {"form": form, "had": Pin.objects.filter(person=person).exists()})
