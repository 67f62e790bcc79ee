"""Someone the child named: what is known, what is still to be asked, and when the position begins."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door, visits_too
from kring.access.page import show
from kring.access.readers import names_of_readers
from kring.access.writing import Filing, StaleError
from kring.kit import clock
from kring.kit.forms import OnceForm
from kring.kit.sentences import sentence
from kring.law.access import Klass, Section, Topic, Verb
from kring.rights import entries, facts, forms, reading
from kring.rights.acts import conditions, factors, serving
from kring.rights.checklist import checklist, talks
from kring.rights.decided_forms import Told
from kring.rights.entry_forms import Decided
from kring.rights.facts import Look
from kring.rights.house import house_of
from kring.rights.progress import progress


@through_door(Section.RIGHTS)
def person(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """What is known of someone the child named; nothing here stands in the way of having said it."""
    visits_too(door, Section.CONDITIONS)
    return _page(request, door, reading.standing(door, member))


@through_door(Section.CONDITIONS)
@posted("rights:person", "member")
def condition(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """Someone looked at a condition: one tap."""
    only_who_looks(door)
    form = forms.Looked(request.POST)
    if not form.is_valid():
        return _page(request, door, reading.standing(door, member), form)
    if why := conditions.why_not(door, member, form.seen):
        seen = reading.standing(door, member)
        form.add_error(None, str(conditions.WHY_NOT[why]).format(name=seen.name, child=door.dossier.call_name))
        return _page(request, door, seen, form)
    conditions.look(door, member, form.seen, act=form.act, on=clock.today())
    return redirect("rights:person", door.dossier.pk, member)


@through_door(Section.CONDITIONS)
def decision(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """The director decides about an entry, with a ground; the worker passes on what it heard: that decides nothing.

    After a no of the director the worker tells the child, here: a person does, before any page (R15).
    """
    no = entries.no_to_tell(door, member)
    if no is not None:
        return _tell(request, door, member, no)
    if conditions.told_today(door, member, on=clock.today()):
        return _take_back(request, door, member)
    waits = entries.waiting(door, member)
    form = Decided(request.POST or None, initial=waits.before, directors=waits.others, only_yes=waits.look.again_clear)
    if form.is_valid():
        conditions.decide(door, member, form.decided, act=form.act, on=clock.today())
        messages.success(request, waits.thanks)
        return redirect("rights:person" if reading.knows_wishes(door) else "rights:decision", door.dossier.pk, member)
    will_read = names_of_readers(door, Section.CONDITIONS, Filing(klass=Klass.CHECK, topic=Topic.BESIDE_ME))
    name = reading.call_name(door, member)
    return show(request, door, "rights/decision.html", form=form, name=name, waits=waits, will_read=will_read)


def _tell(request: HttpRequest, door: Door, member: UUID, no: Look) -> HttpResponse:
    if request.method == "POST" and "how" not in request.POST:
        raise RefusedError  # what the director decided is passed on no more
    form = Told(request.POST or None)
    if form.is_valid():
        conditions.tell(door, member, form.cleaned_data["how"], act=form.act, on=clock.today())
        messages.success(request, _("Het staat erbij. Het kind leest het nu ook."))
        return redirect("rights:person", door.dossier.pk, member)
    return show(
        request, door, "rights/no_told.html", form=form, name=reading.call_name(door, member), member=member, no=no
    )


def _take_back(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """It was marked as told by a slip; who marked it takes that back the same day."""
    if request.method == "POST" and "not_told" not in request.POST:
        raise RefusedError  # it was told already, and is told once
    form = OnceForm(request.POST or None)
    if form.is_valid():
        conditions.take_back(door, member, act=form.act, on=clock.today())
        messages.success(request, _("Teruggenomen. Het wacht weer tot een mens het vertelt."))
        return redirect("rights:decision", door.dossier.pk, member)
    name = reading.call_name(door, member)
    return show(request, door, "rights/no_not_told.html", form=form, name=name, member=member)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
@posted("rights:person", "member")
def factor(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """What child and worker said about a JIM; no answer is wrong and none stops anybody."""
    seen = reading.standing(door, member)
    form = forms.Talked(request.POST, name=seen.name, known=seen.replies)
    if not form.is_valid():
        return _page(request, door, seen, form)
    factors.talk(door, member, form.news, act=form.act, on=clock.today())
    messages.success(request, _("Jullie gesprek staat erbij."))
    return redirect("rights:person", door.dossier.pk, member)


@through_door(Section.CONDITIONS)
@posted("rights:person", "member")
def serve(request: HttpRequest, door: Door, member: UUID) -> HttpResponse:
    """The position begins; or the form says which grounds are still open."""
    only_who_looks(door)
    seen = reading.standing(door, member)
    form = OnceForm(request.POST)
    if form.is_valid():
        try:
            serving.begin(door, member, act=form.act, on=clock.today())
        except serving.MayNotServe as refusal:
            child = door.dossier.call_name
            open_grounds = (*refusal.decision.missing, *refusal.decision.against)
            for ground in open_grounds:
                form.add_error(None, sentence(ground.code, name=seen.name, child=child, holds=ground.holds))
        except StaleError:
            form.add_error(None, _("Iemand veranderde dit net. Dit is hoe het nu staat."))
    if form.errors:
        return _page(request, door, reading.standing(door, member), form)
    return redirect("rights:person", door.dossier.pk, member)


def only_who_looks(door: Door) -> None:
    """Conditions are written down by who works with the child, never by the child."""
    if not reading.looks_at_checks(door):
        raise RefusedError


def _page(request: HttpRequest, door: Door, seen: reading.Standing, form: OnceForm | None = None) -> HttpResponse:
    talked = form if isinstance(form, forms.Talked) else forms.Talked(name=seen.name, known=seen.replies)
    looks, child = reading.looks_at_checks(door), reading.about(door)
    return show(
        request,
        door,
        "rights/person.html",
        seen=seen,
        path=progress(seen, child, sees_checks=looks),
        lines=checklist(seen, sees_checks=looks, child=child),
        may_look=looks,
        wrong=form,
        talked=talked,
        talks=talks(seen),
        told_no_today=facts.told_by(seen.looks, door.me, on=clock.today()),
        no_for_now=entries.in_words(seen.name, seen.told_no_on) if seen.told_no_on and not child else "",
        form=OnceForm(auto_id=False),
        house=house_of(door),
    )
