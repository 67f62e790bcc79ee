"""Who guides the network of a child: naming a colleague for it, and that it is over (B39b)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import guiding as acts
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import show
from kring.kit.forms import OnceForm
from kring.law.access import Relation, Section, Verb
from kring.rights.alike import Here
from kring.rights.guide_forms import NameGuide


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def guide(request: HttpRequest, door: Door) -> HttpResponse:
    """Who does it now and later; what that one reads stands there before anybody is named (R20)."""
    _only_who_works(door)
    form = NameGuide(request.POST or None, people=acts.to_name(door), first=door.dossier.opened_on, here=Here(door))
    if form.is_valid():
        acts.name(door, form.guide, once=form.act)
        messages.success(request, _("Het staat er."))
        return redirect("rights:guide", door.dossier.pk)
    return show(request, door, "rights/guide.html", form=form, entries=acts.named(door))


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
@posted("rights:guide")
def guide_ending(request: HttpRequest, door: Door, involvement: UUID) -> HttpResponse:
    """It guides no more: one tap, no reason."""
    _only_who_works(door)
    row = acts.named(door).filter(pk=involvement).first()
    if row is None:
        raise RefusedError
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.end(door, row, once=form.act)
        said = _("%(name)s kan hier vanaf nu niets meer openen. Wat %(name)s al las, blijft geweten.")
        messages.success(request, said % {"name": row.person.call_name})
    return redirect("rights:guide", door.dossier.pk)


def _only_who_works(door: Door) -> None:
    if door.relation is not Relation.WORKER:
        raise RefusedError
