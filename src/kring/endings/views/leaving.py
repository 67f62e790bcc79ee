"""Somebody stops: written down before the child knows, told by a person, and looked after."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kring.access import told_after
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.circle import reading as circle
from kring.endings import forms, reading, second
from kring.endings.acts import after, passing, taking_back
from kring.endings.acts import leaving as acts
from kring.endings.forms_told import CanIt, Tell
from kring.endings.models import AfterLook, Leaving
from kring.endings.parting import when_looked_after
from kring.endings.reading import only_who_hears_first
from kring.endings.views import telling_anew
from kring.endings.views.telling_anew import ABOUT_A_FAREWELL
from kring.kit.forms import OnceForm
from kring.law.access import Section, Verb
from kring.law.endings import Leaves, Look
from kring.law.steps import Step
from kring.rights import own_word, pauses
from kring.rights.models import Taken
from kring.rights.untold import hears_first


@through_door(Section.RIGHTS, verb=Verb.CHANGE, ends=True)
def endings(request: HttpRequest, door: Door) -> HttpResponse:
    """Who stops, the farewells, and how it goes afterwards; the child reads what it was told, and by whom."""
    about = next((name for name in ABOUT_A_FAREWELL if name in request.POST), None)
    if about is not None:
        return telling_anew.said(request, door, about)
    seen = {"seen": reading.seen(door), "first": hears_first(door), "form": forms.Look(auto_id=False)}
    seen |= {"once": OnceForm(auto_id=False), "over": door.dossier.closed_on is not None}
    seen["anew"] = telling_anew.form()
    return show(request, door, "endings/endings.html", **seen)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def leave(request: HttpRequest, door: Door) -> HttpResponse:
    """Somebody will stop: who tells the child, how and when."""
    only_who_hears_first(door)
    names = circle.names(door)
    about = {"member": request.GET.get("who", ""), "why": request.GET.get("why", "")}
    form = forms.Leave(request.POST or None, people=names, no=about["why"] == Leaves.NO.value, initial=about)
    if form.is_valid() and acts.says_otherwise(door, UUID(form.cleaned_data["member"]), form.heard.why):
        form.add_error(None, _otherwise(door, UUID(form.cleaned_data["member"]), form.heard.why, names))
    elif form.is_valid():
        acts.hear(door, UUID(form.cleaned_data["member"]), form.heard, act=form.act)
        messages.success(request, _("Het staat erbij. Het kind ziet dit niet: iemand vertelt het."))
        return redirect("endings:endings", door.dossier.pk)
    return show(request, door, "endings/leave.html", form=form)


def _otherwise(door: Door, member: UUID, why: Leaves, names: Mapping[UUID, str]) -> str:
    """Why it cannot be written now, in words."""
    name = capfirst(names.get(member, ""))
    if second.was_denied(door, member, why):
        return second.in_words(second.DENIED, name=name, child=door.dossier.call_name)
    return str(own_word.WHY_NOT[own_word.DENIED]).format(name=name)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def tell(request: HttpRequest, door: Door, leaving: UUID) -> HttpResponse:
    """The child was told; from here the farewell is made together."""
    only_who_hears_first(door)
    marked = next((one for one in reading.marked_today(door) if one.pk == leaving), None)
    if marked is not None:
        return _take_back(request, door, marked)
    row = reading.leaving_of(door, leaving)
    if acts.waits_for_its_word(door, row) or second.why_not(door, row):
        return _first_its_word(request, door, row)
    why, no = Leaves(row.why), row.why == Leaves.NO.value
    first = acts.first_day(door, row.member_id)
    names, things = circle.names_and_things(door)
    people = {} if no else {key: name for key, name in names.items() if key not in {*things, row.member_id}}
    after = told_after.told_of(door, {row.member_id})
    known = {"on": after.on, "by": after.by} if after else {}
    form = Tell(request.POST or None, first=first, why=why, plan=row.teller, people=people, initial=known)
    if form.is_valid():
        acts.tell(door, row, form.told, act=form.act)
        then = _("Praat samen over wie nog kan.") if no else when_looked_after(form.told.on)
        messages.success(request, _("Goed dat het verteld is. %(after)s") % {"after": then})
        return redirect("endings:endings", door.dossier.pk)
    return show(request, door, "endings/tell.html", form=form, name=names.get(row.member_id, ""), row=row)


def _first_its_word(request: HttpRequest, door: Door, row: Leaving) -> HttpResponse:
    """Who comes in here says itself whether it is so, or a second human does; until then nothing ends (R2)."""
    name = capfirst(circle.names(door, [row.member_id]).get(row.member_id, ""))
    if why := second.why_not(door, row):
        messages.warning(request, second.in_words(why, name=name, child=door.dossier.call_name))
        return redirect("endings:endings", door.dossier.pk)
    said = _("%(name)s komt hier zelf binnen, en zei nog niet of dit klopt. Tot dan verandert er niets.")
    more = _("Is er gevaar dat niet kan wachten? Daarvoor is er de contactbeperking.")
    messages.warning(request, f"{said % {'name': name}} {more}")
    return redirect("endings:endings", door.dossier.pk)


def _take_back(request: HttpRequest, door: Door, row: Leaving) -> HttpResponse:
    """It was marked by a slip: the same day who marked it takes it back, and it waits again."""
    form = OnceForm(request.POST if "not_told" in request.POST else None)
    if request.method == "POST" and "not_told" not in request.POST:
        raise RefusedError  # it was told already, and is told once
    if form.is_valid():
        taking_back.take_back(door, row, act=form.act)
        messages.success(request, _("Teruggenomen. Het wacht weer tot een mens het vertelt."))
        return redirect("endings:endings", door.dossier.pk)
    name = circle.names(door, [row.member_id]).get(row.member_id, "")
    return show(request, door, "endings/not_told.html", form=form, name=name, row=row)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
@posted("endings:endings")
def look(request: HttpRequest, door: Door, look: UUID) -> HttpResponse:
    """How the child is, some weeks after a farewell."""
    only_who_hears_first(door)
    row = reading.look_of(door, look)
    if row.kind == Look.ASK.value:
        return _asked(request, door, row)
    form = forms.Look(request.POST)
    if form.is_valid():
        after.look(door, row, form.cleaned_data["words"], act=form.act)
        messages.success(request, _("Goed dat je het vroeg."))
        return redirect("endings:endings", door.dossier.pk)
    shown = {"seen": reading.seen(door), "first": True, "form": forms.Look(auto_id=False), "wrong": form, "of": row.pk}
    return show(request, door, "endings/endings.html", once=OnceForm(auto_id=False), **shown)


def _asked(request: HttpRequest, door: Door, row: AfterLook) -> HttpResponse:
    """Somebody was asked whether the child can turn to it; a no is told by a person, and no page (R15)."""
    form = CanIt(request.POST)
    if form.is_valid():
        whom = [one for one in (row.member_id,) if one]
        can, name = form.cleaned_data["can"] == "yes", ", ".join(circle.names(door, whom).values())
        after.asked(door, row, name, can=can, act=form.act)
        said = _("%(name)s staat erbij: %(child)s leest dat nu ook.")
        if not can:
            said = _("Bewaard. Zeg het zelf aan %(child)s, en kijk samen wie er nog kan.")
        messages.success(request, said % {"name": name, "child": door.dossier.call_name})
    return redirect("endings:endings", door.dossier.pk)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def pass_on(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """The child chose otherwise, and a person told it to who was chosen; Kring sends that person nothing."""
    only_who_hears_first(door)
    if rests := pauses.to_tell(door, member):
        return _pause_told(request, door, rests)
    rows = reading.chosen_otherwise(door, member)
    form = Tell(request.POST or None, first=max(row.withdrawn_on for row in rows if row.withdrawn_on))
    if form.is_valid():
        passing.pass_on(door, rows, form.told, act=form.act)
        messages.success(request, _("Goed dat een mens het vertelde. Het staat erbij."))
        messages.info(request, _("Verkeerd getikt? Neem het vandaag terug bij *Wie stopt, en hoe gaat het daarna?*"))
        return redirect("endings:due", door.dossier.pk)
    name = circle.names(door, [member]).get(member, rows[0].called)
    return show(request, door, "endings/pass_on.html", form=form, name=name)


def _pause_told(request: HttpRequest, door: Door, rows: list[Taken]) -> HttpResponse:
    """The child asked a pause or goes on, and a person told it to who was chosen: only then that one reads it (R15)."""
    on_again = rows[-1].step == Step.RESUMED.value
    form = Tell(request.POST or None, first=min(row.taken_on for row in rows))
    name = circle.names(door, [rows[0].member_id]).get(rows[0].member_id, "")
    if form.is_valid():
        passing.pass_on_the_pause(door, rows, form.told, act=form.act)
        said = _("Goed dat een mens het vertelde. %(name)s leest nu ook dat jullie even pauze hebben.")
        goes_on = _("Goed dat een mens het vertelde. %(name)s leest nu ook dat het weer verder gaat.")
        messages.success(request, (goes_on if on_again else said) % {"name": name})
        return redirect("endings:due", door.dossier.pk)
    return show(request, door, "endings/pass_on.html", form=form, name=name, rests=True, on_again=on_again)
