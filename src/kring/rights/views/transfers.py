"""Pages made for a service or the court: made by the worker, read by that one person, and by the child (R29)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts.pages import is_of_age
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.access.readers import names_of_readers
from kring.access.seen import pages_seen
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.access import Klass, Section, Verb
from kring.law.transfers import SERVICES
from kring.people.entrance import sure
from kring.rights import transfers as reading
from kring.rights import transfers_forms as forms
from kring.rights.acts import transfers as acts


@through_door(Section.TRANSFERS)
def transfers(request: HttpRequest, door: Door) -> HttpResponse:
    """What was made: all of it for the child and who works with it, for a service only what is for that person."""
    may_make, once = door.sieve(Section.TRANSFERS).may_add(Klass.FILE), OnceForm(auto_id=False)
    sheets = reading.sheets(door)
    if door.relation in SERVICES:
        pages_seen(door, [one.row for one in sheets])
    return show(request, door, "rights/transfers.html", sheets=sheets, may_make=may_make, form=once)


@through_door(Section.TRANSFERS, verb=Verb.ADD)
@sure
def transfer(request: HttpRequest, door: Door) -> HttpResponse:
    """Make one: first the words and what was asked, then who will read it, then yes."""
    if not door.sieve(Section.TRANSFERS).may_add(Klass.FILE):
        raise RefusedError
    grown = is_of_age(door)
    whom: dict[str, Any] = {"receivers": reading.receivers(door), "parents": reading.parents(door), "grown": grown}
    form = forms.Sheet(request.POST or None, **whom)
    if form.is_valid() and _is_allowed(door, form):
        if form.cleaned_data["sure"]:
            page = acts.make(door, form.wanted, act=form.act, on=clock.today())
            waits = _("Het blad is gemaakt. De rechtbank leest het pas als iedereen ja zei.")
            made = _("Het blad is gemaakt. Alleen die persoon leest het, en het kind.")
            messages.success(request, made if page.item.told_to_id else waits)
            return redirect("rights:transfers", door.dossier.pk)
        will_read = names_of_readers(door, Section.TRANSFERS, acts.filing(form.who.person))
        words, by_a_yes = acts.as_it_will_stand(door, form.wanted, on=clock.today())
        seen = {"words": words, "by_a_yes": by_a_yes, "will_read": will_read}
        return show(request, door, "rights/transfer_sure.html", form=form, grown=grown, **seen)
    return show(request, door, "rights/transfer.html", form=form, grown=grown)


def _is_allowed(door: Door, form: forms.Sheet) -> bool:
    """Whether the law lets it be made; else the form says which ground is still open."""
    decision = acts.weigh(door, form.wanted, on=clock.today())
    for ground in (*decision.missing, *decision.against):
        form.add_error(None, sentence(ground.code, name=form.who.name, holds=ground.holds))
    return decision.allowed
