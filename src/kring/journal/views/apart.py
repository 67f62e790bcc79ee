"""What is kept apart under the agogic exception: opened here by who may read it, and nowhere else (R17)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts.looking import going_on
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.access.readers import others
from kring.journal import changing, reading
from kring.journal.acts import notes as acts
from kring.journal.around import of_the_circle
from kring.journal.forms.notes import Apart
from kring.kit.forms import OnceForm
from kring.law.access import AT_HOME, Klass, Relation, Section, Verb


@through_door(Section.APART)
def apart(request: HttpRequest, door: Door) -> HttpResponse:
    """Read it; and who works with the child keeps something here."""
    may_write = door.sieve(Section.APART).may_add(Klass.AGOGIC)
    if request.method == "POST" and not may_write:
        raise RefusedError
    form = _form(request, door) if may_write else None
    if form and form.is_valid() and not form.asks:
        acts.write_apart(door, form.cleaned_data["words"], form.person, act=form.act)
        messages.success(request, _("Het staat hier, en nergens anders."))
        return redirect("journal:apart", door.dossier.pk)
    seen = {"notes": reading.all_apart(door), "viewing": going_on(door), "stop": OnceForm(auto_id=False)}
    asks = form.asks if form and form.is_valid() else ""
    return show(request, door, "journal/apart.html", form=form, asks=asks, **seen)


def _form(request: HttpRequest, door: Door) -> Apart:
    """The form, with how everybody who comes in is called: whom a text names may be one of these."""
    come_in = others(door) if request.method == "POST" else []
    around = [one.name for one in come_in if one.relation in AT_HOME and one.relation is not Relation.CHILD]
    return Apart(request.POST or None, people=of_the_circle(door), around=around)


@through_door(Section.APART, verb=Verb.CHANGE)
def change(request: HttpRequest, door: Door, apart: UUID) -> HttpResponse:
    """Another text, by who wrote it."""
    made = changing.changing(request, door, reading.apart(door, apart))
    if made.is_done:
        messages.success(request, _("Veranderd. De tekst van vroeger blijft ook staan."))
        return redirect("journal:apart", door.dossier.pk)
    return show(request, door, "journal/change.html", made=made, form=made.form, apart=True, status=made.status)
