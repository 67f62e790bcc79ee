"""What a colleague struggles with, without any child in it: for oneself, or for the talk of the team (B141)."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.kit.forms import OnceForm
from kring.people.acts import dilemmas as acts
from kring.people.acts.advice import ChangedError
from kring.people.entrance import for_colleagues, sent_from
from kring.people.models import Dilemma
from kring.people.standing import Standing
from kring.support import forms_dilemma as forms
from kring.support.page import asked_out_of_work


@for_colleagues()
def dilemmas(request: HttpRequest, me: Standing) -> HttpResponse:
    """One's own, and what a colleague of the team brings to its talk."""
    form = forms.Dilemma(request.POST or None, **asked_out_of_work(request, me), teams=me.teams)
    if form.is_valid():
        acts.write(me.actor, me.person, form.cleaned_data["words"], form.for_team, once=form.act)
        messages.success(request, _("Het staat er."))
        return redirect("around:dilemmas")
    teams = [post.team_id for post in me.posts if post.team_id]
    rows = Dilemma.objects.filter(Q(person=me.person) | Q(team__in=teams)).select_related("person").order_by("-pk")
    shown = {"form": form, "rows": rows, "me": me, "once": OnceForm(auto_id=False), "here": "organisation"}
    return render(request, "support/dilemmas.html", shown)


@for_colleagues()
def talk(request: HttpRequest, me: Standing, dilemma: UUID) -> HttpResponse:
    """On the agenda of the team, by anybody of it: a day, and afterwards in short what came of it."""
    row = get_object_or_404(Dilemma, pk=dilemma, team__in=[post.team_id for post in me.posts if post.team_id])
    told = {"version": row.version, "talk_on": row.talk_on, "outcome": row.outcome}
    form = forms.Talk(request.POST or None, initial=told, **asked_out_of_work(request, me))
    if form.is_valid():
        try:
            acts.talk(me.actor, row, form.talked, once=form.act)
        except ChangedError:
            form.add_error(None, _("Een collega veranderde dit net. Kijk na wat er nu staat."))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("around:dilemmas")
    return render(request, "support/dilemma_talk.html", {"form": form, "row": row, "here": "organisation"})


def _mine(me: Standing, dilemma: UUID) -> Dilemma:
    return get_object_or_404(Dilemma, pk=dilemma, person=me.person)


@for_colleagues()
@sent_from("around:dilemmas", of=_mine)
def erased(request: HttpRequest, me: Standing, row: Dilemma) -> HttpResponse:
    """Who wrote it takes it away."""
    form = OnceForm(request.POST)
    if form.is_valid():
        acts.erase(me.actor, row, once=form.act)
        messages.success(request, _("Het is weg."))
    return redirect("around:dilemmas")
