"""When the right was explained to a child, when again, and what the child itself reads of it."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.access.writing import Filing
from kring.circle import calling
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.law.access import Klass, Relation, Section, Topic, Verb
from kring.law.rights_moments import Delay
from kring.moments import forms, reading, scripts
from kring.moments.acts import talking
from kring.moments.reading import only_who_explains
from kring.moments.speaking import lines
from kring.rights import hearing
from kring.rights.acts import never_said
from kring.rights.house import house_of

STARS = ("star",) * 9
"""Beside the lines for who came in by pictures and is older: they have none of their own."""


@through_door(Section.MOMENTS, small=True)
def moments(request: HttpRequest, door: Door) -> HttpResponse:
    """What waits for a talk and what was talked about; the child reads what its right is.

    A small child, in pictures and aloud: whoever knows its four pictures reads nothing of what was said.
    """
    if hearing.is_small(door):
        sheet = scripts.sheet(reading.for_whom(door), "nl")
        lines = list(zip(sheet.lines, sheet.figures or STARS, strict=False))
        return show(request, door, "moments/small.html", sheet=sheet, lines=lines)
    seen, form = reading.seen(door), OnceForm(auto_id=False)
    if "not_said" in request.POST:
        return _never_said(request, door, seen)
    if door.relation is Relation.CHILD:
        sheet = scripts.sheet(reading.for_whom(door), "nl")
        return show(request, door, "moments/mine.html", seen=seen, form=form, sheet=sheet)
    return show(request, door, "moments/moments.html", seen=seen, form=form, whom=reading.for_whom(door))


def _never_said(request: HttpRequest, door: Door, seen: reading.Seen) -> HttpResponse:
    """The child never said what somebody wrote as its words in a talk: one tap."""
    form, asked = OnceForm(request.POST), request.POST["not_said"]
    row = next((one.replied for one in seen.talks if one.replied and str(one.replied.pk) == asked), None)
    if row is None:
        raise RefusedError
    if form.is_valid():
        never_said.deny(door, row, "words", act=form.act)
        messages.success(request, _("Goed dat je het zegt. Dat staat er niet meer. Je begeleider leest het."))
    return redirect("moments:moments", door.dossier.pk)


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
def explain(request: HttpRequest, door: Door) -> HttpResponse:
    """It was explained: two taps, and the child's own words where it said some."""
    only_who_explains(door)
    first = {"audience": reading.for_whom(door).value}
    form = forms.Explained(request.POST or None, opened_on=door.dossier.opened_on, initial=first)
    if form.is_valid():
        talking.explained(door, form.told, months=house_of(door).talk_every, act=form.act)
        messages.success(request, _("Het staat erbij. Kring zegt wanneer het weer tijd is."))
        return redirect("moments:moments", door.dossier.pk)
    will_read = calling.will_read(door, Section.MOMENTS, Filing(klass=Klass.OWN_WORDS, topic=Topic.BESIDE_ME))
    told = {"form": form, "whom": reading.for_whom(door), "will_read": will_read, "spoken": lines(door)}
    told["shelf"] = reading.shelf(door, reading.for_whom(door))
    return show(request, door, "moments/explain.html", **told)


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
def later(request: HttpRequest, door: Door) -> HttpResponse:
    """The talk waits until another day, with a reason."""
    only_who_explains(door)
    form = forms.Later(request.POST or None)
    if form.is_valid():
        talking.put_off(door, form.cleaned_data["until"], Delay(form.cleaned_data["why"]), act=form.act)
        messages.success(request, _("Goed. Het komt die dag vanzelf terug."))
        return redirect("moments:moments", door.dossier.pk)
    return show(request, door, "moments/later.html", form=form)


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
@posted("moments:moments")
def tomorrow(request: HttpRequest, door: Door) -> HttpResponse:
    """Until tomorrow: one tap, and nobody asks why."""
    only_who_explains(door)
    form = OnceForm(request.POST)
    if form.is_valid():
        talking.put_off(door, clock.today() + timedelta(days=1), Delay.TOMORROW, act=form.act)
        messages.success(request, _("Goed. Morgen staat het er weer."))
    return redirect("moments:moments", door.dossier.pk)


@through_door(Section.MOMENTS, verb=Verb.CHANGE)
def happened(request: HttpRequest, door: Door) -> HttpResponse:
    """Something happened that makes it time to talk."""
    only_who_explains(door)
    form = forms.Happened(request.POST or None, opened_on=door.dossier.opened_on)
    if form.is_valid():
        talking.happened(door, form.what, form.cleaned_data["on"], act=form.act)
        messages.success(request, _("Het staat erbij. Nu is het tijd om te praten."))
        return redirect("moments:moments", door.dossier.pk)
    return show(request, door, "moments/happened.html", form=form)
