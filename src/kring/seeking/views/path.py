"""The search of child and worker: begun, where they looked, and a volunteer of the house to get to know."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.kit.forms import OnceForm
from kring.kit.sentences import code_of, sentence
from kring.law.access import Relation, Section, Verb
from kring.law.seeking import OVER, STUDY_DAYS, Place
from kring.seeking import forms, reading
from kring.seeking.acts import looking, referring
from kring.seeking.reading import only_who_looks
from kring.seeking.views.lus import only_itself


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def path(request: HttpRequest, door: Door) -> HttpResponse:
    """Where to look, in an order that is no lock; always with a next day."""
    only_who_looks(door)
    form = OnceForm(request.POST or None, auto_id=False)
    if form.is_valid():
        looking.begin(door, act=form.act)
        messages.success(request, _("Jullie zoeken samen. Dat mag tijd kosten."))
        return redirect("seeking:path", door.dossier.pk)
    reach = reading.to_reach(door)
    seen = {"path": reading.path(door), "study": STUDY_DAYS, "reach": reach}
    seen |= {"has_volunteers": bool(reading.volunteers(door))}
    return show(request, door, "seeking/path.html", form=form, **seen)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def look(request: HttpRequest, door: Door, step: int) -> HttpResponse:
    """They looked at one of the places."""
    only_who_looks(door)
    place, search = reading.way_of(step), reading.search_of(door)
    form = forms.Look(request.POST or None)
    if form.is_valid():
        looking.tried(door, search, form.tried(place), act=form.act)
        messages.success(request, _("Het staat erbij. Kring zegt het wanneer jullie verder kijken."))
        return redirect("seeking:path", door.dossier.pk)
    words = sentence(code_of(place), name="")
    seen: dict[str, object] = {"place": place.value, "words": words, "will_read": reading.will_read(door)}
    seen |= {"has_volunteers": place is Place.VOLUNTEER and bool(reading.volunteers(door))}
    return show(request, door, "seeking/look.html", form=form, **seen)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def volunteers(request: HttpRequest, door: Door) -> HttpResponse:
    """The volunteers of the house, by name: the child chooses, and nobody stands before another."""
    only_who_looks(door)
    reading.search_of(door)
    known = {one.row.volunteer: one for one in reading.referrals(door) if one.is_here and one.last.stage not in OVER}
    shown = [(one, known.get(one.pk)) for one in reading.volunteers(door)]
    return show(request, door, "seeking/volunteers.html", volunteers=shown, once=OnceForm(auto_id=False))


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
@posted("seeking:volunteers")
def volunteer(request: HttpRequest, door: Door, volunteer: UUID) -> HttpResponse:
    """The child wants to get to know this one: a worker asks it."""
    only_who_looks(door)
    search, row, form = reading.search_of(door), reading.volunteer_of(door, volunteer), OnceForm(request.POST)
    if not form.is_valid():
        return redirect("seeking:path", door.dossier.pk)
    try:
        key = referring.wants_to_know(door, search, row, act=form.act)
    except referring.DeniedError:
        messages.error(request, only_itself(door))
        return redirect("seeking:volunteers", door.dossier.pk)
    said = _("Het staat erbij. Je begeleider vraagt het aan %(name)s. Kiezen kan je daarna nog altijd.")
    if door.relation is not Relation.CHILD:
        said = _("Het staat erbij. Vraag het aan %(name)s, en schrijf dan op wat het antwoord is.")
    messages.success(request, said % {"name": row.call_name})
    return redirect("seeking:referral", door.dossier.pk, key)
