"""The steps of the trust person of a parent, to that parent and to who works with the child: one address (B123)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.kit import clock
from kring.law.access import Klass, Relation, Section, Verb
from kring.law.ways import PARENTS
from kring.rights.acts import own_steps as acts
from kring.rights.acts.own_steps import OwnStep
from kring.rights.asking import besides
from kring.rights.models import OwnPerson
from kring.rights.own_notice import notice
from kring.rights.own_step_forms import FORMS, Named
from kring.rights.paper import paper


@through_door(Section.PARENTS, verb=Verb.CHANGE)
def own_person_step(request: HttpRequest, door: Door, own: UUID, which: str) -> HttpResponse:
    """One step of one person: the parent writes it, or who works with the child; tapped twice it is taken once."""
    row, taken = _row(door, own), _step(which)
    if not acts.fits(row, taken):
        return _back(door, own)  # where it stands by now, it says itself
    named = _named(door, row)
    form = FORMS[taken](request.POST or None, row=row, named=named)
    if form.is_valid():
        acts.take(door, row, form.said, act=form.act, on=clock.today())
        messages.success(request, _("Het staat erbij."))
        return _back(door, own)
    page = "own_person_notice" if taken is OwnStep.NOTICE else "own_person_step"
    aid = besides() if taken in {OwnStep.ASKED, OwnStep.ANSWERED} else []
    sheet = notice(door, named) if taken is OwnStep.NOTICE else None
    shown = {"form": form, "row": row, "named": named, "aid": aid, "told": sheet}
    return show(request, door, f"rights/{page}.html", **shown)


@through_door(Section.PARENTS, verb=Verb.CHANGE)
def own_person_notice_pdf(request: HttpRequest, door: Door, own: UUID) -> HttpResponse:
    """The notice for that person on paper, to give along; of who was let go of no paper is made any more."""
    row = _row(door, own)
    if not acts.fits(row, OwnStep.NOTICE):
        raise RefusedError
    return paper(request, notice(door, _named(door, row))) or _back(door, own)


def _named(door: Door, row: OwnPerson) -> Named:
    return Named(name=row.called, parent=row.item.author.call_name, mine=door.relation in PARENTS)


def _row(door: Door, own: UUID) -> OwnPerson:
    """It, for its parent as long as that one may name somebody, and for who works with the child."""
    by_parent = door.relation in PARENTS and door.sieve(Section.PARENTS).may_add(Klass.OWN_WORDS)
    rows = OwnPerson.objects.filter(pk=own).select_related("item__author")
    row: OwnPerson | None = door.within(rows).first()
    if row is None or not (by_parent or door.relation is Relation.WORKER):
        raise RefusedError
    return row


def _step(step: str) -> OwnStep:
    try:
        return OwnStep(step)
    except ValueError:
        raise RefusedError from None


def _back(door: Door, own: UUID) -> HttpResponse:
    if door.relation in PARENTS:
        return redirect("rights:own_person", door.dossier.pk)
    return redirect("rights:parents_person", door.dossier.pk, own)
