"""Saying something to who works with the child, and hearing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access import cries
from kring.access.door import Door
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.access.seen import said_seen
from kring.kit.sentences import code_of, sentence
from kring.law.access import AT_HOME, Relation, Section, Verb
from kring.law.hands import PASSES_ON
from kring.law.ways import PARENTS
from kring.rights import hearing, numbers, said_forms
from kring.rights.acts import said as acts
from kring.rights.house import house_of
from kring.rights.models import Feeling

FIGURES = {**{one: one.value for one in Feeling}, Feeling.TALK: "worker"}


@through_door(Section.SAID, verb=Verb.ADD, small=True)
def say(request: HttpRequest, door: Door) -> HttpResponse:
    """Say or ask something: first who hears it and when, then the words; and below, what one said before."""
    readers = hearing.readers(door)
    if hearing.is_small(door):
        return _by_pointing(request, door, readers)
    form = said_forms.Say(request.POST or None, relation=door.relation, readers=readers) if readers else None
    if form and form.is_valid():
        acts.say(door, form.said, act=form.act)
        messages.success(request, _("Het is verstuurd. Hieronder zie je wanneer het gelezen is."))
        return redirect("rights:say", door.dossier.pk)
    seen = {"numbers": numbers.for_relation(door.relation), "worries": door.relation in PARENTS}
    return show(request, door, "rights/say.html", form=form, readers=readers, said=hearing.said(door), **seen)


@through_door(Section.SAID, verb=Verb.CHANGE)
def heard(request: HttpRequest, door: Door) -> HttpResponse:
    """What was said to me, or to all who work with this child; of what nobody can read, that somebody spoke with it."""
    spoke, form = "spoke" in request.POST, None
    if door.relation is Relation.WORKER and (unread := cries.unread(door)).lost:
        form = said_forms.SpokeWith(request.POST if spoke else None, of=unread.lost, unread=unread)
    if form and form.is_valid():
        acts.spoke(door, form.spoke, act=form.act)
        messages.success(request, _("Het staat erbij. %(child)s leest dat ook.") % {"child": door.dossier.call_name})
        return redirect("rights:heard", door.dossier.pk)
    told = hearing.told(door)
    said_seen(door, [one.row for one in told if one.by_child])
    seen: dict[str, object] = {"said": told, "tells": door.relation in PASSES_ON, "spoke": form}
    if door.relation in AT_HOME:
        seen |= {"house": house_of(door), "numbers": numbers.for_relation(door.relation)}
    return show(request, door, "rights/heard.html", form=said_forms.Answer(auto_id=False), **seen)


@through_door(Section.SAID, verb=Verb.CHANGE)
@posted("rights:heard")
def hear(request: HttpRequest, door: Door, said: UUID) -> HttpResponse:
    """I read this, and say something back or not."""
    row, form = hearing.one(door, said), said_forms.Answer(request.POST)
    if form.is_valid():
        acts.hear(door, row, form.cleaned_data["answer"], act=form.act)
        messages.success(request, _("Gelezen. Wie het zei, ziet dat nu ook."))
    return redirect("rights:heard", door.dossier.pk)


def _by_pointing(request: HttpRequest, door: Door, readers: list[hearing.Reader]) -> HttpResponse:
    """Six faces; one tap says it."""
    form = said_forms.Feel(request.POST or None)
    if readers and form.is_valid():
        acts.say(door, form.said(readers), act=form.act)
        return redirect(f"{request.path}?said={form.cleaned_data['feeling']}")
    told = next((one for one in Feeling if one.value == request.GET.get("said")), None)
    faces = [(one.value, FIGURES[one], sentence(code_of(one))) for one in Feeling]
    seen = {"form": said_forms.Feel(), "faces": faces, "told": told, "figure": FIGURES.get(told) if told else ""}
    return show(request, door, "rights/feel.html", readers=readers, said=hearing.said(door)[:3], **seen)
