"""Good moments with somebody of the circle, and the letter that asks to bring people."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.access.writing import Filing
from kring.circle import calling
from kring.circle import reading as circle
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.sheets import SheetError
from kring.law.access import Klass, Section, Topic, Verb
from kring.moments import forms, letter
from kring.moments.acts import chances
from kring.moments.models import Chance
from kring.moments.reading import only_who_explains
from kring.moments.speaking import lines
from kring.rights.house import house_of


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def chance(request: HttpRequest, door: Door) -> HttpResponse:
    """A good moment is written down while it is there, and talked about soon."""
    _only_who_works_here(door)
    names = circle.names(door)
    form = forms.Chance(request.POST or None, people=names)
    if form.is_valid():
        chances.note(door, UUID(form.cleaned_data["member"]), form.cleaned_data["words"], clock.today(), act=form.act)
        messages.success(request, _("Het staat erbij. Morgen vraagt Kring of je erover praatte."))
        return redirect("moments:chance", door.dossier.pk)
    rows = list(door.within(Chance.objects.order_by("-pk")))
    noted = [(row, names.get(row.member_id, "")) for row in rows]
    will_read = calling.will_read(door, Section.RIGHTS, Filing(klass=Klass.FILE, topic=Topic.BESIDE_ME))
    return show(
        request, door, "moments/chance.html", form=form, noted=noted, once=OnceForm(auto_id=False), will_read=will_read
    )


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
@posted("moments:chance")
def talked_of(request: HttpRequest, door: Door, chance: UUID) -> HttpResponse:
    """It was talked about."""
    _only_who_works_here(door)
    row, form = door.within(Chance.objects.filter(pk=chance)).first(), OnceForm(request.POST)
    if row is None:
        raise RefusedError
    if form.is_valid():
        chances.talked_of(door, row, act=form.act)
        messages.success(request, _("Goed dat jullie erover praatten."))
    return redirect("moments:chance", door.dossier.pk)


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
def invitation(request: HttpRequest, door: Door) -> HttpResponse:
    """The letter that asks child and family to bring people: on the screen, and on paper.  Nothing of it is kept."""
    only_who_explains(door)
    of = house_of(door)
    asked = {"to": door.dossier.call_name, "phone": of.contact_phone}
    form = forms.Letter(request.POST or None, initial=asked)
    if form.is_valid():
        try:
            return HttpResponse(
                letter.pdf(form.facts, house=of.name),
                content_type="application/pdf",
                headers={"Content-Disposition": 'attachment; filename="brief.pdf"'},
            )
        except SheetError:
            form.add_error(None, _("De brief maken lukte niet. Probeer het straks nog eens."))
    return show(request, door, "moments/letter.html", form=form, parts=letter.parts(), spoken=lines(door))


def _only_who_works_here(door: Door) -> None:
    if not door.sieve(Section.RIGHTS).may_add(Klass.FILE):
        raise RefusedError
