"""Lus, or a volunteer of the house, is asked to look along: with the child's yes, stage by stage."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.page import show
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.access import Relation, Section, Verb
from kring.law.decision import Decision
from kring.law.seeking import Place, Stage
from kring.people.models import Person
from kring.rights.house import house_of
from kring.rights.paper import paper
from kring.seeking import forms, reading
from kring.seeking import lus as sheets
from kring.seeking.acts import looking, referring
from kring.seeking.acts.in_its_name import deny, may_deny
from kring.seeking.reading import only_who_looks


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def refer(request: HttpRequest, door: Door) -> HttpResponse:
    """The sheet for Lus, made together."""
    only_who_looks(door)
    search = reading.search_of(door)
    form = forms.Refer(request.POST or None, mine=door.relation is Relation.CHILD)
    if form.is_valid():
        if form.asked.said_yes is False:
            looking.not_now(door, search, Place.LUS, form.asked.words, act=form.act)
            messages.success(request, _not_now(door))
            return redirect("seeking:path", door.dossier.pk)
        try:
            key = referring.ask(door, form.asked, act=form.act)
        except referring.MayNotRefer as refused:
            form.add_error("yes", why_not(door, refused.decision))
        except referring.DeniedError:
            form.add_error("yes", only_itself(door))
        else:
            messages.success(request, _("Het blad is klaar. Lees het samen na, en geef het dan aan Lus."))
            return redirect("seeking:referral", door.dossier.pk, key)
    return show(request, door, "seeking/refer.html", form=form, will_read=reading.will_read(door))


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def referral(request: HttpRequest, door: Door, referral: UUID) -> HttpResponse:
    """How it stands with Lus, or with a volunteer of the house, and what comes next."""
    only_who_looks(door)
    asked = reading.referral_of(door, referral)
    if "not_said" in request.POST:
        return _never(request, door, asked)
    to_whom = "" if door.relation is Relation.CHILD else door.dossier.call_name
    form = _moves(request, asked, to_whom) if asked.next else None
    if form and form.is_valid():
        try:
            referring.move(door, asked.row, form.step, act=form.act)
        except referring.MayNotMove as refused:
            form.add_error("on", why_not(door, refused.decision))
        except referring.DeniedError:
            form.add_error("stage", only_itself(door))
        else:
            messages.success(request, _after(door, form.step.stage))
            return redirect("seeking:referral", door.dossier.pk, referral)
    seen = {"asked": asked, "will_read": reading.will_read(door), "may_deny": may_deny(door, asked.row)}
    seen["once"] = OnceForm(auto_id=False)
    seen |= {} if asked.is_here else {"reach": reading.to_reach(door)["lus"]}
    return show(request, door, "seeking/referral.html", form=form, **seen)


def _never(request: HttpRequest, door: Door, asked: reading.Asked) -> HttpResponse:
    """The child never said that this one may look along."""
    form = OnceForm(request.POST)
    if form.is_valid():
        deny(door, asked.row, act=form.act)
        messages.success(request, _("Goed dat je het zegt. Het is gestopt. De begeleiding leest dat jij dit niet zei."))
    return redirect("seeking:referral", door.dossier.pk, asked.row.pk)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def sheet(request: HttpRequest, door: Door, referral: UUID) -> HttpResponse:
    """The sheet on paper."""
    only_who_looks(door)
    asked = reading.referral_of(door, referral)
    if asked.is_here or asked.row.unsaid_on is not None:
        raise RefusedError
    by = Person.objects.get(pk=asked.row.item.author_id).call_name
    made = paper(request, sheets.sheet(asked.row, door.dossier.call_name, by, house_of(door)))
    return made or redirect("seeking:referral", door.dossier.pk, referral)


def _moves(request: HttpRequest, asked: reading.Asked, child: str) -> forms.Move:
    names = not asked.is_here
    return forms.Move(request.POST or None, stages=asked.next, child=child, called=asked.called, names=names)


def _after(door: Door, stage: Stage) -> str:
    """What is said when it was written down: of a no warmly, for it was hard to say."""
    if stage not in {Stage.NOT_CHOSEN, Stage.DECLINED, Stage.STOPPED}:
        return _("Het staat erbij. Blijf ook zelf verder kijken.")
    if door.relation is Relation.CHILD:
        return _("Het staat erbij. Nee zeggen mag. Jullie zoeken verder wanneer jij dat wil.")
    said = _("Het staat erbij. Praat erover met %(child)s, en zoek verder wanneer %(child)s dat wil.")
    return said % {"child": door.dossier.call_name}


def _not_now(door: Door) -> str:
    if door.relation is Relation.CHILD:
        return _("Goed. Niemand vraagt iets aan Lus. Het kan later nog.")
    return _("Het staat erbij: nu niet. Niemand vraagt iets aan Lus.")


def only_itself(door: Door) -> str:
    """What the child denied, only the child says now: in words about it."""
    return str(sentence("steps.word-of-the-child", holds=False, child=door.dossier.call_name))


def why_not(door: Door, decision: Decision) -> str:
    """Why it cannot be written, in words: to the child, or about it."""
    told = {} if door.relation is Relation.CHILD else {"child": door.dossier.call_name}
    return " ".join(str(sentence(one.code, holds=one.holds, **told)) for one in [*decision.against, *decision.missing])
