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
from kring.journal.around import asked_about, of_the_circle
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
    around = _who_come_in(door) if request.method == "POST" else []
    return Apart(request.POST or None, people=of_the_circle(door), around=around)


def _asks(request: HttpRequest, door: Door) -> str:
    """Whom the new words of a text about nobody name, until the worker said that it is not about these (R17)."""
    if request.method != "POST":
        return ""
    around = [*(one.name for one in of_the_circle(door)), *_who_come_in(door)]
    names = ", ".join(asked_about(request.POST.get("words", ""), around))
    return "" if names == request.POST.get("nobody", "") else names


def _who_come_in(door: Door) -> list[str]:
    return [one.name for one in others(door) if one.relation in AT_HOME and one.relation is not Relation.CHILD]


@through_door(Section.APART, verb=Verb.CHANGE)
def change(request: HttpRequest, door: Door, apart: UUID) -> HttpResponse:
    """Another text, by who wrote it."""
    row = reading.apart(door, apart)
    asks = "" if row.item.about_id else _asks(request, door)
    made = changing.changing(request, door, row, asks=bool(asks))
    if made.is_done:
        messages.success(request, _("Veranderd. De tekst van vroeger blijft ook staan."))
        return redirect("journal:apart", door.dossier.pk)
    return show(
        request, door, "journal/change.html", made=made, form=made.form, apart=True, asks=asks, status=made.status
    )
