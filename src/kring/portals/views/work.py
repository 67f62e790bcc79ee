"""Work: the day, the children, a new child, and the copy for the official file."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access.acts import open_dossier
from kring.access.desk import Desk, desk_of
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door, visits_too
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.pages import not_found
from kring.kit.sheets import SheetError
from kring.law.access import Section
from kring.law.ways import WITH_A_DESK
from kring.people.entrance import for_colleagues
from kring.people.standing import Standing
from kring.portals import acts, forms, sheet
from kring.portals.caseload import seen
from kring.portals.day import day
from kring.portals.houses import hats
from kring.portals.look_alike import contains, folded, look_alikes
from kring.portals.todo import AT_MOST, of_today

FIRST = 12
"""Children on the page of today; the others are one tap away."""
A_PAGE = 50


def day_of(request: HttpRequest, me: Standing) -> HttpResponse:
    """The worker's day: what to do next, and the children.  Who leads or runs the house has another first page."""
    desk = desk_of(me.actor, WITH_A_DESK)
    more = hats(me)
    if not (desk.dossiers or me.teams):
        return redirect(more[0] if more else "people:organisation")
    children = seen(desk, by_name(desk))
    shown = {
        "me": me,
        "stands_in": desk.stands_in,
        "plans": desk.plans,
        "cried_to_me": desk.cried_to_deputy,
        "children": children[:FIRST],
        "more": len(children) > FIRST,
        "here": "today",
        "hats": more,
    }
    today = of_today(
        children, me.callers, me.last_day, hosts=me.is_to_host, at_most=A_PAGE if request.GET.get("all") else AT_MOST
    )
    shown |= {"before": today.first, "todos": today.shown, "more_todos": today.more, "elsewhere": desk.stands_beside}
    return render(request, "portals/today.html", shown)


@for_colleagues()
def children(request: HttpRequest, me: Standing) -> HttpResponse:
    """My children, to find one again: by name, without accents, a page of fifty at a time.

    What is sought is sent, never asked in the address: a name does not belong in a history or a log.
    """
    desk = desk_of(me.actor, WITH_A_DESK)
    typed = request.POST.get("q", "").strip()
    found = [one for one in by_name(desk) if contains(one.call_name, typed)]
    page = Paginator(found, A_PAGE).get_page(request.POST.get("page") or request.GET.get("page"))
    shown = {"children": seen(desk, page.object_list), "page": page, "typed": typed, "all": len(desk.dossiers)}
    shown |= {"me": me, "stands_in": desk.stands_in, "plans": desk.plans, "here": "children"}
    shown |= {"cried_to_me": desk.cried_to_deputy}
    return render(request, "portals/children.html", shown)


@for_colleagues()
def new_child(request: HttpRequest, me: Standing) -> HttpResponse:
    """A place for a child with nothing but a call name; a look-alike is said once, and never blocks."""
    if not me.teams:
        return not_found(request)
    form = forms.NewChild(request.POST or None, teams=me.teams)
    alike = _look_alikes(me, form) if form.is_valid() else []
    if form.is_valid() and not alike:
        begun = _begun(me, form)
        return redirect("portals:child", begun) if begun else redirect("portals:children")
    return render(request, "portals/new_child.html", {"form": form, "alike": alike, "here": "children"})


@through_door(Section.CIRCLE)
def copy(request: HttpRequest, door: Door) -> HttpResponse:
    """What was done on a day, for the official file; the child sees it before it is made."""
    keeps_the_file(door)
    visits_too(door, Section.RIGHTS, Section.CONDITIONS, Section.MOMENTS)
    chosen = forms.Day(request.GET if "on" in request.GET else {"on": clock.today()})
    on = chosen.cleaned_data["on"] if chosen.is_valid() else clock.today()
    form = forms.Copy(request.POST or None, initial={"on": on}, child=door.dossier.call_name)
    if form.is_valid():
        text = acts.copy_day(door, form.copied, as_a="text")
        again = forms.Copy(initial={**form.facts}, child=door.dossier.call_name)
        return render(
            request, "portals/copied.html", {"child": door.dossier, "text": text, "form": again, "here": "children"}
        )
    shown = {"child": door.dossier, "day": day(door, on), "chosen": chosen, "form": form, "today": clock.today()}
    return render(request, "portals/copy.html", {**shown, "here": "children"})


@through_door(Section.CIRCLE)
def copy_pdf(request: HttpRequest, door: Door) -> HttpResponse:
    """The same copy on paper."""
    keeps_the_file(door)
    form = forms.Copy(request.POST, child=door.dossier.call_name)
    if not form.is_valid():
        return redirect("portals:copy", door.dossier.pk)
    try:
        made = sheet.pdf(acts.text_of_day(door, form.copied))
    except SheetError:
        messages.error(request, _("De PDF lukte niet. De tekst kun je wel kopiëren."))
        return redirect("portals:copy", door.dossier.pk)
    acts.note_copied(door, form.copied, as_a="pdf")
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="kring-{form.copied.on.isoformat()}.pdf"'
    return answer


def by_name(desk: Desk) -> list[Dossier]:
    """The children of a desk, by call name."""
    return sorted(desk.dossiers.values(), key=lambda one: (folded(one.call_name), one.pk))


def keeps_the_file(door: Door) -> None:
    """The copy is for who keeps the official file.  Raises `RefusedError`."""
    if door.relation not in WITH_A_DESK:
        raise RefusedError


def _look_alikes(me: Standing, form: forms.NewChild) -> list[str]:
    """Children of one's own that could be taken for this one; nobody once that was answered, or the form was sent."""
    if form.cleaned_data["sure"] or chain.done(form.act):
        return []
    own = (one.call_name for one in by_name(desk_of(me.actor, WITH_A_DESK)))
    return look_alikes(form.cleaned_data["call_name"], own)


def _begun(me: Standing, form: forms.NewChild) -> UUID | None:
    """The place that this form made, now or when it was sent before."""
    try:
        made = open_dossier(me.actor, call_name=form.cleaned_data["call_name"], team=form.chosen_team, once=form.act)
    except chain.AlreadyDoneError:
        before = chain.done(form.act)
        mine = before is not None and before.actor == me.actor.person and before.event == Event.DOSSIER_OPENED
        return before.dossier if before and mine else None
    return made.pk
