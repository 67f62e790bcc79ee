"""The devices of the house: on these, and only on these, children come in by pictures."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.people import devices as browsers
from kring.people.acts import devices as acts
from kring.people.entrance import for_colleagues, sent_from, sure
from kring.people.forms.devices import NewDevice
from kring.people.models import Device
from kring.people.standing import Standing

HERE = {"here": "organisation"}


@for_colleagues()
@sure
def devices(request: HttpRequest, me: Standing) -> HttpResponse:
    """All of them, and this one, if it is not one yet."""
    here, form = browsers.of_the_house(request), NewDevice(request.POST or None)
    if here is None and form.is_valid():
        acts.register(request, me.actor, me.organisation, form.cleaned_data["name"], once=form.act)
        messages.success(request, _("Op dit toestel kunnen kinderen nu met prenten binnenkomen."))
        return redirect("people:devices")
    rows = Device.objects.filter(organisation=me.organisation, ended_at=None).select_related("made_by").order_by("pk")
    return render(request, "people/devices.html", {**HERE, "devices": rows, "this": here, "form": form})


def _of_the_house(me: Standing, device: UUID) -> Device:
    return get_object_or_404(Device, pk=device, organisation=me.organisation, ended_at=None)


@for_colleagues()
@sent_from("people:devices", of=_of_the_house)
@sure
def ending(request: HttpRequest, me: Standing, gone: Device) -> HttpResponse:
    """Lost, sold, or not of the house any more: who is in by pictures there is out."""
    acts.forget(gone, by=me.actor.somebody)
    messages.success(request, _("Op dat toestel komt niemand nog met prenten binnen."))
    return redirect("people:devices")
