"""Where and when someone may be reached: chosen by the person itself, and by nobody else."""

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kring.audit.chain import AlreadyDoneError
from kring.kit import clock
from kring.people import proving, reach
from kring.people.actors import Actor, actor_of
from kring.people.acts import attempts
from kring.people.acts import messages as acts
from kring.people.entrance import sure
from kring.people.forms import channel as forms
from kring.people.models import Channel


@login_required
@never_cache
@sure
def channel(request: HttpRequest) -> HttpResponse:
    """A mail address that is safe, or nowhere; between which hours, and how often.  Another address is proved first."""
    actor = actor_of(request)
    if actor is None:
        return redirect("account_login")
    if proving.waits(request) and "where" not in request.POST:
        return _proof(request, actor)
    me, works = actor.somebody, reach.works(actor.somebody, on=clock.today())
    now = Channel.objects.filter(person=me).first() or (reach.default_of(me) if works else None)
    work = str(request.user.email or "") if works and request.user.is_authenticated else ""
    form = forms.Reach(request.POST or None, initial=forms.Reach.of(now), works_as=work)
    if form.is_valid():
        if form.chosen.address in {"", now.address if now else ""}:
            return _kept(request, actor, form.chosen, once=form.act)
        if proving.begin(request, form.chosen, whom=str(me)):
            return redirect("ways:channel")
        form.add_error("address", _("We kunnen nu niets naar dit adres sturen. Probeer het straks nog eens."))
    return render(request, "people/channel.html", {"form": form, "work": work})


def _proof(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The code that was sent to another address, typed over."""
    if "other" in request.POST:
        proving.forget(request)
        return redirect("ways:channel")
    form = forms.Proof(request.POST or None)
    if form.is_valid():
        chosen = proving.proved(request, form.cleaned_data["code"])
        if chosen is not None:
            attempts.succeeded(request, "channel", str(actor.somebody))
            return _kept(request, actor, chosen, once=form.act)
        if not proving.waits(request):
            messages.warning(request, _("Dit lukte te vaak niet. Er is niets veranderd. Kies het adres nog eens."))
            return redirect("ways:channel")
        form.add_error("code", _("Dit zijn niet de cijfers van de laatste mail."))
    return render(request, "people/channel_proof.html", {"form": form})


def _kept(request: HttpRequest, actor: Actor, chosen: acts.Chosen, *, once: UUID) -> HttpResponse:
    with suppress(AlreadyDoneError):
        acts.choose_channel(actor, chosen, once=once)
    messages.success(request, _("Bewaard. Zo doen we het."))
    return redirect("ways:channel")
