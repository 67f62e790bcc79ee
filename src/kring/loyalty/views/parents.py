"""What parents say, for who works with the child: stances, worries, and what was talked about."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.entrance import through_door
from kring.access.page import show
from kring.kit.sentences import sentence
from kring.law.access import Section, Topic, Verb
from kring.law.decision import Decision
from kring.loyalty import facts, forms, reading
from kring.loyalty.acts import hearing
from kring.loyalty.reading import only_who_hears_parents
from kring.rights import hearing as said_to
from kring.rights.models import Said

BESIDE_ME = list(Topic).index(Topic.BESIDE_ME)


@through_door(Section.PARENTS, verb=Verb.ADD)
def parents(request: HttpRequest, door: Door) -> HttpResponse:
    """Every parent, and what it says of whom the child chose, where the child lets it know."""
    only_who_hears_parents(door)
    return show(request, door, "loyalty/parents.html", parents=reading.parents(door), topic=BESIDE_ME)


@through_door(Section.PARENTS, verb=Verb.ADD)
def stance(request: HttpRequest, door: Door, parent: UUID, wish: UUID) -> HttpResponse:
    """What one parent says of one person; nothing to write down where the child did not let it know."""
    only_who_hears_parents(door)
    here, one = reading.chosen(door, parent, wish)
    form = forms.Stance(request.POST or None)
    if form.is_valid():
        try:
            hearing.say(door, parent, one.wish, form.told, act=form.act)
        except hearing.MayNotAsk as refused:
            form.add_error(None, why_not(refused.decision, here.name))
        else:
            messages.success(request, _("Het staat erbij. Het verandert niets aan de keuze van het kind."))
            return redirect("loyalty:parents", door.dossier.pk)
    why = "" if one.decision.allowed else why_not(one.decision, here.name)
    return show(request, door, "loyalty/stance.html", form=form, parent=here, one=one, why=why, topic=BESIDE_ME)


@through_door(Section.PARENTS, verb=Verb.ADD)
def talks(request: HttpRequest, door: Door, parent: UUID) -> HttpResponse:
    """The worries of one parent, what was answered, and what was talked about."""
    only_who_hears_parents(door)
    return show(request, door, "loyalty/talks.html", seen=reading.talks(door, parent))


@through_door(Section.PARENTS, verb=Verb.ADD)
def worry(request: HttpRequest, door: Door) -> HttpResponse:
    """A worry of a parent, told to the worker or said on the page of the parent."""
    only_who_hears_parents(door)
    known, said = facts.around(door).parents, _said(request, door)
    first = {"words": said.words} if said else {"parent": request.GET.get("who", "")}
    form = forms.Worry(request.POST or None, parents=known, initial=first, others=facts.not_by(said, known))
    if form.is_valid():
        toward = UUID(form.cleaned_data["parent"])
        hearing.hear(door, toward, form.heard(said), act=form.act)
        messages.success(request, _("De zorg staat erbij. Kring zegt het wanneer je erop terugkomt."))
        return redirect("loyalty:talks", door.dossier.pk, toward)
    return show(request, door, "loyalty/worry.html", form=form, parents=known, said=said)


@through_door(Section.PARENTS, verb=Verb.ADD)
def answer(request: HttpRequest, door: Door, worry: UUID) -> HttpResponse:
    """Somebody comes back to a worry: with an answer, or only to listen."""
    only_who_hears_parents(door)
    row = reading.worry_of(door, worry)
    form = forms.Answer(request.POST or None)
    if form.is_valid():
        hearing.answer(door, row, form.answered, act=form.act)
        messages.success(request, _("Het staat erbij."))
        return redirect("loyalty:talks", door.dossier.pk, row.parent_id)
    name = facts.around(door).names.get(row.parent_id, "")
    return show(request, door, "loyalty/answer.html", form=form, row=row, name=name)


@through_door(Section.PARENTS, verb=Verb.ADD)
def gains(request: HttpRequest, door: Door, parent: UUID) -> HttpResponse:
    """What somebody beside the child may bring was talked about with a parent; without naming anybody."""
    only_who_hears_parents(door)
    seen = reading.talks(door, parent)
    form = forms.Gains(request.POST or None)
    if form.is_valid():
        hearing.talk(door, parent, form.chosen, form.cleaned_data["words"], act=form.act)
        messages.success(request, _("Het staat erbij."))
        return redirect("loyalty:talks", door.dossier.pk, parent)
    return show(request, door, "loyalty/gains.html", form=form, seen=seen)


def why_not(decision: Decision, name: str) -> str:
    """Why nobody talks about this with a parent, in words."""
    grounds = [*decision.against, *decision.missing]
    return " ".join(str(sentence(one.code, holds=one.holds, name=name)) for one in grounds)


def _said(request: HttpRequest, door: Door) -> Said | None:
    """What a parent said on its own page, when one comes from there.  Raises `RefusedError`."""
    key = request.GET.get("said", "")
    try:
        return said_to.one(door, UUID(key)) if key else None
    except ValueError:
        return None
