"""In which language one talks with the child, or with somebody of its circle."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.access.writing import Filing
from kring.circle import calling, reading
from kring.circle.acts import speaking
from kring.circle.forms.speaking import Speaking
from kring.circle.speech import row_of
from kring.law.access import Klass, Section, Verb

MINE = "moments:moments"
"""Where child and worker read of talks."""


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
def speech(request: HttpRequest, door: Door, member: UUID | None = None) -> HttpResponse:
    """One tap; child and worker both may (A35).  It decides nothing, and nobody else reads it."""
    if not door.sieve(Section.MOMENTS).may_add(Klass.OWN_WORDS):
        raise RefusedError
    name = reading.names(door, {member}).get(member, "") if member else door.dossier.call_name
    if not name:
        raise RefusedError
    form = Speaking(request.POST or None, of_the_child=member is None, row=row_of(door, member))
    if form.is_valid():
        speaking.note(door, member, form.spoken, version=form.cleaned_data["version"], act=form.act)
        messages.success(request, _("Het staat erbij."))
        return redirect("circle:person", door.dossier.pk, member) if member else redirect(MINE, door.dossier.pk)
    will_read = [_("jij"), *calling.will_read(door, Section.MOMENTS, Filing(klass=Klass.OWN_WORDS, about=member))]
    return show(request, door, "circle/speech.html", form=form, name=name, member=member, will_read=will_read)
