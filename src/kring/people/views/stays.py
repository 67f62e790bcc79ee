"""Where someone is signed in, and the page after a stay that ended."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST  # noqa: TID251  # the same for everyone and for every id

from kring.kit import clock
from kring.people.acts import stays as acts
from kring.people.entrance import sure
from kring.people.leaving import leaves_nothing
from kring.people.models import Stay


@never_cache
@leaves_nothing
def ended(request: HttpRequest) -> HttpResponse:
    """The stay is over: what was here is gone from this device."""
    told = {"lost": "lost" in request.GET, "waits": request.GET.get("waits")}
    return render(request, "people/ended.html", told)


@login_required
@never_cache
def stays(request: HttpRequest) -> HttpResponse:
    """Where am I signed in, and since when."""
    now = clock.now()
    rows = [stay for stay in _mine(request).order_by("-seen_at") if not stay.is_over(now)]
    return render(request, "people/stays.html", {"stays": rows, "here": "organisation"})


@login_required
@require_POST
def ending(request: HttpRequest, stay: UUID) -> HttpResponse:
    """End one of them; ending this one is signing out."""
    row = get_object_or_404(_mine(request), pk=stay)
    if row == request.stay:  # type: ignore[attr-defined]  # kring.people.presence
        acts.sign_out(request)
        return redirect("ways:ended")
    acts.end(row, at=clock.now())
    return redirect("ways:stays")


@login_required
@sure
@require_POST
def others(request: HttpRequest) -> HttpResponse:
    """End all of them but this one."""
    here = request.stay  # type: ignore[attr-defined]  # kring.people.presence
    person = here.user.person_id
    count = acts.end_all(person, at=clock.now(), by=person, but=here)
    said = ngettext("%(count)s ander toestel is afgemeld.", "%(count)s andere toestellen zijn afgemeld.", count)
    messages.success(request, said % {"count": count})
    return redirect("ways:stays")


def _mine(request: HttpRequest) -> QuerySet[Stay]:
    return Stay.objects.filter(user=request.user.pk, ended_at=None).select_related("user")
