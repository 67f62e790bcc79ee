"""The who-session: worker and child at one screen (J1).  One question at a time, a line for names, and the circle."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.access.door import Door, RefusedError
from kring.access.entrance import posted, through_door
from kring.circle import coverage, session_page
from kring.circle.acts import sessions
from kring.circle.answering import answer, conflict, refusal, wants_json
from kring.circle.board import board
from kring.circle.cards import Mode
from kring.circle.forms.session import Crisis, Noting, Start, Step
from kring.circle.sittings import REPORT_MINUTES, Sitting, running, sitting
from kring.kit import clock
from kring.law.access import Relation, Section, Verb
from kring.law.ways import ALL_WHO_WORK
from kring.people.acts import stays
from kring.people.models import LONGEST_TALK


@through_door(Section.CIRCLE, verb=Verb.ADD)
def session(request: HttpRequest, door: Door) -> HttpResponse:
    """Begin a who-session, or go on with the one that is running."""
    session_page.only_who_may_write(door)
    here = running(door)
    if here is None:
        return _start(request, door)
    if "mode" in request.POST:  # it was begun on the other device at the same moment
        return redirect("circle:session", door.dossier.pk)
    if here.row.paused_at:
        return render(request, "circle/session_paused.html", session_page.paused(door, here))
    _stay_open(request)
    if here.mode is Mode.CRISIS:
        return _crisis(request, door, here)
    return render(request, "circle/session.html", session_page.calm(request, door, here))


def _start(request: HttpRequest, door: Door) -> HttpResponse:
    alone = door.relation is Relation.CHILD
    form = Start(request.POST or None, alone=alone, initial={"age": session_page.age_of(door)})
    if form.is_valid():
        sessions.start(door, **form.choices(), act=form.act)
        _stay_open(request)
        return redirect("circle:session", door.dossier.pk)
    return render(request, "circle/session_start.html", session_page.start(door, form))


def _crisis(request: HttpRequest, door: Door, here: Sitting) -> HttpResponse:
    form = Crisis(request.POST) if request.method == "POST" else None
    if form is None:
        return render(request, "circle/session_crisis.html", session_page.crisis(door, here))
    if not form.is_valid():
        wrong = session_page.crisis(door, here, form)
        return refusal(form) if wants_json(request) else render(request, "circle/session_crisis.html", wrong)
    card, names = form.cleaned_data["card"], form.cleaned_data["names"]
    members = sessions.answer_in_crisis(door, here, card, names, act=form.act)
    if wants_json(request):
        said = _("Bewaard: %(names)s.") % {"names": ", ".join(names)}
        return answer(request, door, here.layer, said, form.act, added=members)
    return redirect("circle:session", door.dossier.pk)


@through_door(Section.CIRCLE, visit=False, verb=Verb.ADD)
@posted("circle:session")
def draft(request: HttpRequest, door: Door, session: UUID) -> HttpResponse:
    """What is being typed, 400 ms after a key: kept, and answered with nothing."""
    form, here = Noting(request.POST), sitting(door, session)
    if here.row.ended_at:
        return conflict(_("Op een ander toestel is dit gesprek gestopt. Wat hier staat, is niet weg."))
    if not form.is_valid():
        return refusal(form)
    note = form.note()
    sessions.keep(door, here, note)
    if note.typed is not None or note.card is not None:  # and not for the clock of the page, that ticks by itself
        _stay_open(request)
    return HttpResponse(status=204)


@through_door(Section.CIRCLE, verb=Verb.ADD)
@posted("circle:session")
def pause(request: HttpRequest, door: Door, session: UUID) -> HttpResponse:
    """Take a break, or go on after one."""
    form, here = Step(request.POST), sitting(door, session)
    if form.is_valid() and here.row.ended_at is None:
        goes_on = form.cleaned_data["resume"]
        act = sessions.resume if goes_on else sessions.pause
        act(door, here, act=form.act)
        _stay_open(request, open_=goes_on)
    return redirect("circle:session", door.dossier.pk)


@through_door(Section.CIRCLE, verb=Verb.ADD)
@posted("circle:session")
def settle(request: HttpRequest, door: Door, session: UUID) -> HttpResponse:
    """Put everyone with a proposal where it proposes."""
    form, here = Step(request.POST), sitting(door, session)
    if not form.is_valid():
        return refusal(form)
    count = sessions.settle(door, here.layer, act=form.act)
    if not wants_json(request):
        return redirect("circle:session", door.dossier.pk)
    said = ngettext("%(count)s iemand staat in de kring.", "%(count)s mensen staan in de kring.", count)
    return answer(request, door, here.layer, said % {"count": count}, form.act if count else None)


@through_door(Section.CIRCLE, verb=Verb.ADD)
def finish(request: HttpRequest, door: Door, session: UUID) -> HttpResponse:
    """Stop here, and look at who is in view."""
    here = sitting(door, session)
    form = Step(request.POST or None)
    if form.is_valid():
        if here.row.ended_at is None:
            sessions.end(door, here, act=form.act)
            _stay_open(request, open_=False)
        return redirect("circle:finish", door.dossier.pk, session)
    if here.row.ended_at is None:
        return redirect("circle:session", door.dossier.pk)
    seen = board(door, here.layer)
    return render(request, "circle/session_end.html", session_page.end(door, here, seen))


@through_door(Section.CIRCLE)
def time(request: HttpRequest, door: Door, session: UUID) -> HttpResponse:
    """How long it took: a page for the worker, never on the screen that the child looks at."""
    here = sitting(door, session)
    if door.relation not in ALL_WHO_WORK or here.row.ended_at is None:
        raise RefusedError
    left = coverage.not_looked_at(coverage.looked_at(here.seen, session_page.used(door, here)), here.age)
    told = {"here": "children", "child": door.dossier.call_name, "sitting": here, "left": left}
    return render(request, "circle/session_time.html", {**told, **_minutes(here)})


def _stay_open(request: HttpRequest, *, open_: bool = True) -> None:
    """While worker and child sit together, the screen does not lock: talking is no touch."""
    stay = request.stay  # type: ignore[attr-defined]  # kring.people.presence
    stays.hold(stay, until=clock.now() + LONGEST_TALK if open_ else None)


def _minutes(here: Sitting) -> dict[str, Any]:
    return {"report": REPORT_MINUTES if here.mode is Mode.CALM else None, "dossier": here.row.item.dossier_id}
