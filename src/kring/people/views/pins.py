"""Choosing an own PIN."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kring.kit import clock
from kring.people import birthdays
from kring.people.actors import account_of
from kring.people.acts import coming
from kring.people.acts import pins as acts
from kring.people.entrance import sure
from kring.people.forms.pins import WRONG_PIN, OtherPin, OwnPin
from kring.people.models import Person, Pin


@login_required
@never_cache
@sure
def pin(request: HttpRequest) -> HttpResponse:
    """Choose a PIN, or another one with the one before: it opens a locked screen, and a card or a phone."""
    person = account_of(request).person
    had = Pin.objects.filter(person=person).exists()
    form = _form(request, person, had=had)
    if form.is_valid():
        if not had or coming.is_own_pin(request, person.pk, form.cleaned_data["old"]):
            acts.choose(person, form.cleaned_data["pin"], at=clock.now())
            messages.success(request, _("Je pincode is bewaard."))
            return redirect("mfa_index")
        form.add_error("old", WRONG_PIN)
    return render(request, "people/pin.html", {"form": form, "had": had})


def _form(request: HttpRequest, person: Person, *, had: bool) -> OwnPin:
    kind = OtherPin if had else OwnPin
    return kind(request.POST, born_on=birthdays.of(person.pk)) if request.method == "POST" else kind()
