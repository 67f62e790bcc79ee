"""What the organisation decides about who stands beside a child: never in the child's path, never a veto (R2, R6)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.acts.deciding import has_read_the_no
from kring.access.acts.protecting import was_not_told
from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.access.page import is_small, show
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.law.access import Klass, Relation, Section, Verb
from kring.people.entrance import sure_when_sent
from kring.rights import decided as reading
from kring.rights import decided_forms as forms
from kring.rights import facts, numbers
from kring.rights.acts import appointing, limiting
from kring.rights.earlier import earlier
from kring.rights.paper import paper
from kring.rights.places import complaint_itself
from kring.rights.reading import call_name
from kring.rights.told_apart import told_apart, was_apart


@through_door(Section.DECIDED, small=True)
def decided(request: HttpRequest, door: Door) -> HttpResponse:
    """What was decided, what is prepared, and until when; for the child in plain words, and whether it was told."""
    apart, sent = told_apart(door), OnceForm(request.POST)
    never = next((one.row for one in apart if str(one.row.pk) == request.POST.get("never_told")), None)
    if never is not None and sent.is_valid():
        was_not_told(door, never, on=clock.today(), once=sent.act)
        messages.success(request, _("Het staat er. Je begeleider leest het."))
        return redirect("rights:decided", door.dossier.pk)
    works = door.relation is Relation.WORKER
    seen = {"appointments": reading.appointments(door), "limits": reading.limits(door), "works": works}
    seen["chosen"] = works and facts.a_choice_stands(door)
    may_end = door.sieve(Section.DECIDED).may_add(Klass.FILE)
    seen |= {"form": OnceForm(auto_id=False), "may_end": may_end, "small": is_small(door)}
    seen |= {"told_apart": apart, "was_apart": was_apart(door), "complaints": complaint_itself()}
    seen["over"] = door.dossier.closed_on is not None
    return show(request, door, "rights/decided.html", **seen)


@through_door(Section.DECIDED, verb=Verb.ADD)
def appointment_new(request: HttpRequest, door: Door) -> HttpResponse:
    """Begin to prepare an appointment: by who works with the child, while nobody serves whom the child chose."""
    if door.relation is not Relation.WORKER or appointing.chosen_serves(door):
        raise RefusedError
    before, other = earlier(door), appointing.another(door)
    form = forms.Prepare(request.POST or None, before=bool(before), other=other.called if other else "")
    if form.is_valid():
        try:
            row = appointing.prepare(door, form.known, act=form.act)
        except appointing.MayNotAppoint as refusal:
            form.tell_of_the_choice(refusal.decision)
        else:
            return redirect("rights:appointment", door.dossier.pk, row.pk)
    chosen = facts.a_choice_stands(door)
    return show(request, door, "rights/appointment_new.html", form=form, chosen=chosen, before=before, other=other)


@through_door(Section.DECIDED, small=True)
def appointment(request: HttpRequest, door: Door, appointment: UUID) -> HttpResponse:
    """One appointment: what is known, what is still to be done; the director decides on a page of its own."""
    one = reading.appointment(door, appointment)
    if door.relation is Relation.CHILD and request.method != "POST":
        said = {"one": one, "alone": not door.actor.is_small, "numbers": [numbers.AWEL]}
        said["complaints"] = complaint_itself()
        return show(request, door, "rights/appointment_mine.html", **said)
    if one.is_refused:
        has_read_the_no(door)
    works = door.relation is Relation.WORKER and one.row.decided_on is None and one.row.ended_on is None
    form = forms.Prepare(request.POST or None, row=one.row, before=bool(one.before)) if works else None
    if request.method == "POST" and form is None:
        raise RefusedError
    if form is not None and form.is_valid():
        try:
            appointing.prepare(door, form.known, act=form.act, row=one.row)
        except appointing.MayNotAppoint as refusal:
            form.tell_of_the_choice(refusal.decision)
        else:
            messages.success(request, _("Het staat erbij. Hieronder zie je wat er nog te doen is."))
            return redirect("rights:appointment", door.dossier.pk, appointment)
    decides = door.relation is Relation.DIRECTOR
    return show(
        request, door, "rights/appointment.html", form=form, one=one, decides=decides, ending=OnceForm(auto_id=False)
    )


@through_door(Section.DECIDED, verb=Verb.CHANGE)
@sure_when_sent
def appointment_decision(request: HttpRequest, door: Door, appointment: UUID) -> HttpResponse:
    """The director decides, with a reason, and fills in the attest."""
    one = reading.appointment(door, appointment)
    if door.relation is not Relation.DIRECTOR or one.row.decided_on or one.row.ended_on:
        raise RefusedError
    says_no = request.POST.get("answer") == "no"
    asked: dict[str, Any] = {"before": bool(one.before) and not says_no, "says_no": says_no}
    form = forms.Decide(request.POST or None, other=appointing.named(door, one.row), **asked)
    if form.is_valid() and says_no:
        appointing.refuse(door, one.row, form.why.why, act=form.act, on=clock.today())
        return redirect("rights:appointment", door.dossier.pk, appointment)
    if form.is_valid():
        try:
            appointing.decide(door, one.row, form.why, act=form.act, on=clock.today())
        except appointing.MayNotAppoint as refusal:
            form.tell(refusal.decision, one.row.called)
        else:
            return redirect("rights:appointment", door.dossier.pk, appointment)
    return show(request, door, "rights/appointment_decision.html", form=form, one=one)


@through_door(Section.DECIDED)
def attest(request: HttpRequest, door: Door, appointment: UUID) -> HttpResponse:
    """The attest on paper."""
    one = reading.appointment(door, appointment)
    if one.row.decided_on is None:
        raise RefusedError
    return paper(request, reading.attest(door, one)) or redirect("rights:decided", door.dossier.pk)


@through_door(Section.DECIDED, verb=Verb.CHANGE)
@posted("rights:decided")
def appointment_ending(request: HttpRequest, door: Door, appointment: UUID) -> HttpResponse:
    """It is over, or not needed any more."""
    one, form = reading.appointment(door, appointment), OnceForm(request.POST)
    if form.is_valid() and one.row.ended_on is None:
        appointing.end(door, one.row, act=form.act, on=clock.today())
    return redirect("rights:decided", door.dossier.pk)


@through_door(Section.DECIDED, verb=Verb.ADD)
@sure_when_sent
def limit(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """Limit something for a while: first whether it is that extreme, then all that belongs to it."""
    name = call_name(door, member)
    if door.relation is not Relation.WORKER or not name:
        raise RefusedError
    form = forms.Limiting(request.POST or None, child=door.dossier.call_name)
    if form.is_valid():
        facts = form.cleaned_data
        wanted = limiting.Wanted(member=member, plain=facts["plain"], motive=facts["motive"], limited=form.limited)
        try:
            limiting.limit(door, wanted, act=form.act, on=clock.today())
        except limiting.MayNotLimit as refusal:
            form.tell(refusal.decision)
        else:
            return redirect("rights:decided", door.dossier.pk)
    return show(request, door, "rights/limit.html", form=form, name=name, member=member)


@through_door(Section.DECIDED, verb=Verb.CHANGE)
@posted("rights:decided")
def limit_ending(request: HttpRequest, door: Door, limit: UUID) -> HttpResponse:
    """It is over earlier."""
    row, form = reading.limit(door, limit), OnceForm(request.POST)
    if form.is_valid() and row.ended_on is None:
        limiting.end(door, row, act=form.act, on=clock.today())
    return redirect("rights:decided", door.dossier.pk)
