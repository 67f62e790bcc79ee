"""The trust person of a parent: on that parent's own page, and on a page of who works with the child (B123, R16)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.law.access import Case, Klass, Relation, Section, Verb
from kring.law.ways import PARENTS
from kring.rights import parents_forms as forms
from kring.rights.acts import own_person as acts
from kring.rights.acts import own_steps
from kring.rights.models import OwnPerson


@through_door(Section.PARENTS, verb=Verb.CHANGE)
def own_person(request: HttpRequest, door: Door) -> HttpResponse:
    """A parent names whom it brings along, and ends it again; nobody has to agree.  Once the child is 18 it only ends.

    What it wrote it reads as long as it comes in, and ending erases what the person said.
    """
    rows, names = _rows_of_a_parent(door), door.sieve(Section.PARENTS).may_add(Klass.OWN_WORDS)
    form = forms.NameOwn(request.POST or None, known=[row.called for row in rows if row.ended_on is None])
    if names and form.is_valid():
        acts.name(door, form.cleaned_data["called"], act=form.act, on=clock.today())
        messages.success(request, _("Het staat er. Wie met je kind werkt, leest het ook."))
        if form.alike:
            messages.warning(request, _same(form.alike))
        return redirect("rights:own_person", door.dossier.pk)
    shown = {
        "form": form if names else None,
        "rows": rows,
        "denies": {one.pk for one in rows if own_steps.may_deny(door, one)},
        "ending": OnceForm(auto_id=False),
        "today": clock.today(),
    }
    return show(request, door, "rights/own_person.html", **shown)


@through_door(Section.PARENTS, verb=Verb.CHANGE)
@posted("rights:own_person")
def own_person_ending(request: HttpRequest, door: Door, own: UUID) -> HttpResponse:
    """The parent chose otherwise: one step.  Or it never said what stands there of the asking."""
    row, form = _one(door, own), OnceForm(request.POST)
    if "not_said" in request.POST:
        if form.is_valid():
            own_steps.deny(door, row, act=form.act, on=clock.today())
            messages.success(request, _("Goed dat je het zegt. Dat staat er niet meer. De begeleiding leest het."))
    elif form.is_valid() and row.ended_on is None:
        acts.end(door, row, act=form.act, on=clock.today())
    return redirect("rights:own_person", door.dossier.pk)


@through_door(Section.PARENTS, verb=Verb.CHANGE)
def parents_persons(request: HttpRequest, door: Door) -> HttpResponse:
    """Whom the parents bring along: for who works with the child."""
    _only_a_worker(door)
    rows = list(door.within(OwnPerson.objects.order_by("ended_on", "-pk").select_related("item__author")))
    grown = Case.MINOR not in door.standing.cases
    return show(request, door, "rights/parents_persons.html", rows=rows, grown=grown)


@through_door(Section.PARENTS, verb=Verb.CHANGE)
def parents_person(request: HttpRequest, door: Door, own: UUID) -> HttpResponse:
    """What is known of the conditions of one of them; and that it begins."""
    _only_a_worker(door)
    row = _one(door, own)
    form = forms.LookAtOwn(request.POST or None, row=row)
    if form.is_valid():
        acts.look(door, row, form.seen, act=form.act, on=clock.today())
        return redirect("rights:parents_person", door.dossier.pk, own)
    decision = acts.weigh(row, on=clock.today())
    return show(
        request,
        door,
        "rights/parents_person.html",
        form=form,
        row=row,
        decision=decision,
        begin=OnceForm(auto_id=False),
        today=clock.today(),
    )


@through_door(Section.PARENTS, verb=Verb.CHANGE)
@posted("rights:parents_person", "own")
def parents_person_begins(request: HttpRequest, door: Door, own: UUID) -> HttpResponse:
    """It begins."""
    _only_a_worker(door)
    row, form = _one(door, own), OnceForm(request.POST)
    if form.is_valid():
        try:
            acts.begin(door, row, act=form.act, on=clock.today())
        except acts.MayNotBegin:
            messages.error(request, _("Er is nog iets te vragen."))
    return redirect("rights:parents_person", door.dossier.pk, own)


def _rows_of_a_parent(door: Door) -> list[OwnPerson]:
    """What this parent wrote, the last first.  Raises `RefusedError` for others, and where it may name nobody any more
    and named nobody."""
    rows = list(door.within(OwnPerson.objects.order_by("-pk").select_related("noted_by", "looked_by")))
    if door.relation not in PARENTS or not (rows or door.sieve(Section.PARENTS).may_add(Klass.OWN_WORDS)):
        raise RefusedError
    return rows


def _same(name: str) -> str:
    said = _("Is dit dezelfde als %(name)s, die hier al staat? Tik dan bij een van de twee op “Ik kies toch anders”.")
    return said % {"name": name}


def _one(door: Door, own: UUID) -> OwnPerson:
    row: OwnPerson | None = door.within(OwnPerson.objects.filter(pk=own)).first()
    if row is None:
        raise RefusedError
    return row


def _only_a_worker(door: Door) -> None:
    if door.relation is not Relation.WORKER:
        raise RefusedError
