"""Who leads a team: another birthday that makes a child pass 12 or 18 waits for a second person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access.acts import birthdays as acts
from kring.access.door import RefusedError
from kring.access.leading import led_by, noted, open_as_lead
from kring.access.writing import NotAllowedError
from kring.dossier.models import OtherBirthday
from kring.kit import clock
from kring.kit.pages import not_found
from kring.law.access import Section
from kring.people.entrance import for_colleagues
from kring.people.models import Role
from kring.people.standing import Standing
from kring.portals.forms import SecondLook


@for_colleagues()
def birthdays(request: HttpRequest, me: Standing) -> HttpResponse:
    """What waits: of which child, from which day to which, who asks it, why, and how it is known.  Nothing more."""
    if Role.TEAM_LEAD not in me.roles:
        return not_found(request)
    waits = acts.waiting(set(led_by(me.actor, clock.today()).values_list("pk", flat=True)))
    form = SecondLook(request.POST or None)
    if form.is_valid():
        return _looked(request, me, form, {one.pk: one for one in waits})
    noted(me.actor, sorted({one.dossier_id for one in waits}))
    shown = {"waits": [(one, acts.ages(one)) for one in waits], "form": form, "me": me, "here": "today"}
    return render(request, "portals/birthdays.html", shown)


def _looked(request: HttpRequest, me: Standing, form: SecondLook, waits: dict[UUID, OtherBirthday]) -> HttpResponse:
    """Yes or no to one of them; who asked it itself cannot."""
    row = waits.get(form.cleaned_data["which"])
    if row is None:
        return not_found(request)
    try:
        door = open_as_lead(me.actor, row.dossier_id, Section.MOMENTS)
        acts.decide(door, row, holds=form.cleaned_data["answer"] == "yes", once=form.act)
    except (RefusedError, NotAllowedError):
        return not_found(request)
    messages.success(request, _("Het staat er. Het kind leest hoe het afliep."))
    return redirect("portals:birthdays")
