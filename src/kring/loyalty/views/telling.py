"""With the child: why its choice may be hard for a parent, in its own words (A95)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.entrance import through_door
from kring.access.page import show
from kring.law.access import Section, Verb
from kring.loyalty import forms, reading
from kring.loyalty.acts import telling


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
def hard(request: HttpRequest, door: Door) -> HttpResponse:
    """Why it may be hard for a parent; that they talked about it, and what the child said."""
    form = forms.Hard(request.POST or None)
    if form.is_valid():
        telling.talked(door, form.cleaned_data["words"], act=form.act)
        messages.success(request, _("Het staat erbij. Jij blijft kiezen."))
        return redirect("loyalty:hard", door.dossier.pk)
    return show(request, door, "loyalty/hard.html", form=form, talks=reading.hard_talks(door))
