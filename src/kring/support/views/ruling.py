"""A question or a remark on a rule of the house: by a child or who stands beside it; the answer; and the register."""

from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.leading import names_around
from kring.access.page import show
from kring.circle import calling
from kring.circle import reading as circle
from kring.law.access import Klass, Section, Verb
from kring.law.support import Outcome
from kring.people.acts import advice as keeping
from kring.people.acts import rules as register
from kring.people.entrance import for_colleagues
from kring.people.models import HouseRule
from kring.people.standing import Standing
from kring.support import forms_around as forms
from kring.support import reading
from kring.support.acts import ruling as acts
from kring.support.models import RuleAsked
from kring.support.page import for_keepers, only_who_works_here


@through_door(Section.SUPPORT, verb=Verb.ADD)
def rules(request: HttpRequest, door: Door) -> HttpResponse:
    """What one asked, what came of it, and what the house did with rules that somebody asked about."""
    if door.sieve(Section.SUPPORT).may_add(Klass.FILE):
        raise RefusedError
    form = forms.AskRule(request.POST or None)
    if form.is_valid():
        acts.ask(door, form.cleaned_data["words"], act=form.act)
        messages.success(request, _("Het is gevraagd. Het antwoord komt hier."))
        return redirect("support:rules", door.dossier.pk)
    of_house = HouseRule.objects.filter(organisation__teams=door.dossier.team_id).exclude(outcome=Outcome.ASKED.value)
    told = [(one, reading.spoken(one)) for one in of_house.order_by("-decided_on", "-pk")]
    shown = {"form": form, "asked": reading.asked(door), "told": told, "child": door.dossier}
    shown["will_read"] = calling.will_read(door, Section.SUPPORT, acts.filed(door))
    return render(request, "support/rules.html", shown)


@through_door(Section.SUPPORT, verb=Verb.CHANGE)
def answer(request: HttpRequest, door: Door, asked: UUID) -> HttpResponse:
    """An answer to who asked; the rule goes on the list of the house, in words that tell of nobody."""
    only_who_works_here(door)
    row: RuleAsked = reading.one(door, RuleAsked.objects.filter(pk=asked, answered_on=None))
    house = door.dossier.team.organisation
    known = list(HouseRule.objects.filter(organisation=house).order_by("words", "pk"))
    names = [door.dossier.call_name, *circle.names(door).values()]
    form = forms.AnswerRule(request.POST or None, rules=known, names=names)
    if form.is_valid():
        rule = next((one for one in known if str(one.pk) == form.cleaned_data["rule"]), None)
        given = acts.Given(words=form.cleaned_data["answer"], rule=rule, new="" if rule else form.cleaned_data["new"])
        acts.answer(door, row, given, act=form.act)
        messages.success(request, _("Je antwoord staat er."))
        return redirect("support:around", door.dossier.pk)
    return show(request, door, "support/answer.html", form=form, row=row)


@for_colleagues()
def register_of(request: HttpRequest, me: Standing) -> HttpResponse:
    """Rules that somebody asked about, and what the house does with each; nothing of who asked."""
    rows = HouseRule.objects.filter(organisation=me.organisation).order_by(F("decided_on").asc(nulls_first=True), "-pk")
    told = [(one, reading.spoken(one)) for one in rows]
    shown = {"rules": told, "me": me, "keeps": me.may_see_colleagues, "here": "organisation"}
    return render(request, "support/register.html", shown)


@for_colleagues()
@for_keepers
def decide(request: HttpRequest, me: Standing, rule: UUID) -> HttpResponse:
    """Kept, changed, or an exception; and why."""
    row = get_object_or_404(HouseRule, pk=rule, organisation=me.organisation)
    told = {"version": row.version, "outcome": row.outcome, "why": row.why}
    names = names_around(me.organisation) if request.method == "POST" else []
    form = forms.Decide(request.POST or None, initial=told, names=names)
    if form.is_valid():
        facts = form.cleaned_data
        try:
            decided = (Outcome(facts["outcome"]), facts["why"])
            register.decide(me.actor, row, decided, version=facts["version"], once=form.act)
        except keeping.ChangedError:
            form.add_error(None, _("Een collega veranderde dit net. Kijk na wat er nu staat."))
        else:
            messages.success(request, _("Bewaard. Wie het vroeg, leest het bij zijn vraag."))
            return redirect("around:rules")
    return render(request, "support/decide.html", {"form": form, "row": row, "here": "organisation"})
