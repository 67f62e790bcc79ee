"""Looking beside a worker at what is kept apart: the worker says who asked, that person says it is there (R17)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import looking as acts
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.kit.forms import OnceForm
from kring.law.access import Relation, Section, Verb
from kring.law.ways import PARENTS
from kring.people.actors import VIEWING
from kring.people.entrance import sure
from kring.people.models import Person
from kring.rights import viewing_forms as forms
from kring.rights.people import as_choices, unclaimed


@through_door(Section.APART)
@sure
def viewings(request: HttpRequest, door: Door) -> HttpResponse:
    """Somebody asked aloud to look, and sits beside me; and what is going on now, to stop it."""
    if door.relation is not Relation.WORKER:
        raise RefusedError
    others = acts.who_may(door)
    people = [] if all(one.members for one in others) else as_choices(unclaimed(door))
    form = forms.Ask(request.POST or None, others=others, people=people, is_busy=acts.looks_now(door, others))
    if form.is_valid() and not form.is_sure:
        return show(request, door, "rights/viewing_sure.html", form=form)
    if form.is_valid():
        acts.ask(door, form.who, form.same_as, once=form.act)
        messages.success(request, _("Laat die persoon nu op het eigen toestel tikken op: ik ben er."))
        return redirect("rights:viewings", door.dossier.pk)
    may = {one.person for one in others}  # where a yes was taken back since, nobody reads along any more
    running = [one for one in acts.beside_me(door) if one.person_id in may]
    return show(request, door, "rights/viewings.html", form=form, running=running)


@through_door(Section.SAID, verb=Verb.ADD)
@sure
def viewing_begin(request: HttpRequest, door: Door) -> HttpResponse:
    """I am here: signed in anew, on my own account, beside the worker who waits."""
    row = acts.waiting(door)
    if row is None or door.actor.way:
        raise RefusedError
    form = OnceForm(request.POST or None)
    if form.is_valid():
        request.session[VIEWING] = str(acts.begin(door, once=form.act).pk)
        return redirect("journal:apart", door.dossier.pk)
    told = {"worker": Person.objects.get(pk=row.worker_id), "parent": door.relation in PARENTS}
    return show(request, door, "rights/viewing_begin.html", form=form, **told)


@through_door(Section.SAID)
@posted("rights:viewings")
def viewing_ending(request: HttpRequest, door: Door, viewing: UUID) -> HttpResponse:
    """Stop looking, at once: by who looks, or by the worker."""
    row, form = acts.one(door, viewing), OnceForm(request.POST)
    if form.is_valid():
        acts.end(door, row, once=form.act)
    return redirect("rights:viewings" if door.relation is Relation.WORKER else "portals:home", door.dossier.pk)
