"""Writing a note, and changing what one wrote."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.entrance import through_door
from kring.access.page import show
from kring.circle.calling import all_others
from kring.journal import changing, reading
from kring.journal.acts import notes as acts
from kring.journal.composing import composing
from kring.kit.sentences import sentence
from kring.law.access import Section, Verb
from kring.people.devices import is_new


@through_door(Section.JOURNAL, verb=Verb.ADD)
def write(request: HttpRequest, door: Door) -> HttpResponse:
    """Write something down: in one piece or more, and first who will be able to read each (R20)."""
    new = composing(request, door)
    if new.may_be_saved:
        note = new.form.note
        waits = bool(note.knowing) and is_new(request, door.me)
        acts.write(door, replace(note, waits=waits), act=new.form.act)
        messages.success(request, sentence("answer.waits") if waits else _("Het staat erbij."))
        return redirect("journal:notes", door.dossier.pk)
    return show(request, door, "journal/write.html", new=new, form=new.form)


@through_door(Section.JOURNAL, verb=Verb.CHANGE)
def change(request: HttpRequest, door: Door, passage: UUID) -> HttpResponse:
    """Another text for what one wrote; when it changed meanwhile both stand there."""
    row = reading.passage(door, passage)
    made = changing.changing(request, door, row, all_others(door))
    if made.is_done:
        changed = _("Veranderd. De tekst van vroeger blijft ook staan.")
        messages.success(request, sentence("answer.waits") if made.waits else changed)
        return redirect("journal:notes", door.dossier.pk)
    return show(request, door, "journal/change.html", made=made, form=made.form, status=made.status)
