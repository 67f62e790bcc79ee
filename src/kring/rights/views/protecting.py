"""A restriction of contact: who works with the child records it, and says when it is over (R28)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts import protecting as acts
from kring.access.door import Door
from kring.access.entrance import through_door
from kring.access.models import Restriction
from kring.access.page import show
from kring.access.standing import born_on
from kring.kit import clock
from kring.law.access import Section
from kring.rights import protecting_forms as forms
from kring.rights import restrictions as reading
from kring.rights.acts import apart


@through_door(Section.RIGHTS)
def restrictions(request: HttpRequest, door: Door) -> HttpResponse:
    """Those in force, and recording another: with whom, who decided it, and until when."""
    reading.only_who_works_here(door)
    asked = {"whom": [f"m-{request.GET['member']}"]} if "member" in request.GET else {}
    people, born = reading.to_choose(door), born_on(door.dossier, on=clock.today())
    form = forms.Restrict(request.POST or None, initial=asked, people=people, born_on=born)
    if form.is_valid():
        try:
            apart.restrict(door, form.towards, once=form.act, **form.said)
        except acts.ShutsOutWorkError as wrong:
            form.shuts_out(wrong.member, wrong.works, door.dossier.call_name)
        else:
            messages.success(request, form.done)
            return redirect("rights:restrictions", door.dossier.pk)
    entries = reading.told_among(reading.entries(door), people)
    return show(request, door, "rights/restrictions.html", form=form, entries=entries)


@through_door(Section.RIGHTS)
def restriction(request: HttpRequest, door: Door, restriction: UUID) -> HttpResponse:
    """Somebody looked at it today: it holds longer, or it is over, never by itself; or the child was told (R15)."""
    reading.only_who_works_here(door)
    entry = reading.one(door, restriction)
    tells = "tells" in request.POST
    form = forms.Looked(None if tells else request.POST or None, decided_by=entry.row.decided_by)
    told = forms.WasTold(request.POST if tells else None)
    another = _needs_another(door, entry.row, form, tells=tells) if told.is_valid() or form.is_valid() else ""
    if another:
        messages.error(request, another)
    elif told.is_valid() or form.is_valid():
        if tells:
            acts.was_told(door, entry.row, told.cleaned_data["by"], on=clock.today(), once=told.act)
        elif form.is_over:
            apart.lift(door, entry.row, once=form.act)
        else:
            acts.prolong(door, entry.row, form.last_day, once=form.act)
        messages.success(request, _("Het staat er."))
        return redirect("rights:restrictions", door.dossier.pk)
    return show(request, door, "rights/restriction.html", form=form, told=told, entry=entry)


def _needs_another(door: Door, row: Restriction, form: forms.Looked, *, tells: bool) -> str:
    """What one worker alone does not say a second time (R15, R28); nothing where this one may."""
    child = {"child": door.dossier.call_name}
    if tells and not acts.may_tell(door, row):
        return _("%(child)s zei: niemand vertelde mij dat. Nu vertelt een collega het, en die schrijft het op.") % child
    if not tells and not form.is_over and not acts.may_prolong(door, row):
        return (
            _("Jij schreef dit op, of verlengde het al. Een collega kijkt na of het nog moet voor %(child)s.") % child
        )
    return ""
