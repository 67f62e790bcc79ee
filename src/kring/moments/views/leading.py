"""The team lead: where a moment passed without a talk, and asking for it.  A fact, never what was said (A31, J9)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access.door import RefusedError
from kring.access.leading import open_as_lead
from kring.access.writing import NotAllowedError
from kring.kit.forms import OnceForm
from kring.kit.pages import not_found
from kring.law.access import Section
from kring.moments.acts import talking
from kring.moments.passed import passed_moments, workers
from kring.people.entrance import for_colleagues
from kring.people.models import Role
from kring.people.standing import Standing


@for_colleagues()
def passed(request: HttpRequest, me: Standing) -> HttpResponse:
    """Which children wait too long for a talk, the longest first; and who works with them."""
    if Role.TEAM_LEAD not in me.roles:
        return not_found(request)
    shown = {"seen": passed_moments(me.actor), "once": OnceForm(auto_id=False), "me": me, "here": "today"}
    return render(request, "moments/passed.html", shown)


@for_colleagues()
def ask(request: HttpRequest, me: Standing, child: UUID) -> HttpResponse:
    """Ask who works with this child to talk about it."""
    form = OnceForm(request.POST)
    try:
        door = open_as_lead(me.actor, child, Section.MOMENTS)
        if form.is_valid():
            talking.ask_after(door, workers(door), act=form.act)
            messages.success(request, _("Gevraagd. De begeleider ziet het meteen."))
    except (RefusedError, NotAllowedError):
        return not_found(request)
    return redirect("explaining:passed")
