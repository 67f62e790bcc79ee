"""Where and when someone may be reached: chosen by the person itself, and by nobody else."""

from contextlib import suppress

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kring.audit.chain import AlreadyDoneError
from kring.kit import clock
from kring.people import reach
from kring.people.actors import actor_of
from kring.people.acts import messages as acts
from kring.people.forms import channel as forms
from kring.people.models import Channel


@login_required
@never_cache
def channel(request: HttpRequest) -> HttpResponse:
    """A mail address that is safe, or nowhere; between which hours, and how often."""
    actor = actor_of(request)
    if actor is None:
        return redirect("account_login")
    me, works = actor.somebody, reach.works(actor.somebody, on=clock.today())
    now = Channel.objects.filter(person=me).first() or (reach.default_of(me) if works else None)
    work = str(request.user.email or "") if works and request.user.is_authenticated else ""
    form = forms.Reach(request.POST or None, initial=forms.Reach.of(now), works_as=work)
    if form.is_valid():
        with suppress(AlreadyDoneError):
            acts.choose_channel(actor, form.chosen, once=form.act)
        messages.success(request, _("Bewaard. Zo doen we het."))
        return redirect("ways:channel")
    return render(request, "people/channel.html", {"form": form, "work": work})
