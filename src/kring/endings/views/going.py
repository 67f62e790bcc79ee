"""The help ends and a place closes, or opens again; or the child goes to another team of the house."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.access import cries
from kring.access.acts import closing
from kring.access.acts.moving import elsewhere
from kring.access.door import Door, RefusedError
from kring.access.entrance import through_door
from kring.access.leading import closed_led_by, open_closed
from kring.access.page import show
from kring.access.writing import NotAllowedError
from kring.audit.chain import AlreadyDoneError
from kring.endings import forms_going as forms
from kring.endings import remaining, shut
from kring.endings.acts import closing as ending
from kring.endings.acts import moving
from kring.endings.reading import only_who_hears_first
from kring.kit import clock
from kring.kit.pages import not_found
from kring.law.access import Relation, Section, Verb
from kring.people.entrance import for_colleagues
from kring.people.models import Role
from kring.people.standing import Standing
from kring.rights.acts import said
from kring.rights.said_forms import SpokeWith


@through_door(Section.RIGHTS)
def close(request: HttpRequest, door: Door) -> HttpResponse:
    """What stays when the help ends, and closing this place; of one that is closed what still is there."""
    if door.relation is not Relation.WORKER:
        raise RefusedError
    unread = cries.unread(door)
    if unread:
        return _first_this(request, door, unread)
    form = forms.Close(request.POST or None, first=_first_day(request, door))
    if door.dossier.closed_on is None and form.is_valid():
        _close(request, door, form)
        return redirect("endings:close", door.dossier.pk)
    stays = remaining.stays(door)
    seen = {"stays": stays, "remains": remaining.remains(door), "news": stays.news}
    seen |= {"left": [] if door.dossier.closed_on else remaining.stays_open(door)}
    seen["passed_on"] = remaining.passed_on(door)
    return show(request, door, "endings/close.html", form=form, place=door.dossier, **seen)


def _first_day(request: HttpRequest, door: Door) -> date:
    """Asked only of what somebody sends: a page that is shown weighs no day."""
    return remaining.first_day(door) if request.method == "POST" else door.dossier.opened_on


def _close(request: HttpRequest, door: Door, form: forms.Close) -> None:
    try:
        ending.close(door, form.last, once=form.act)
        messages.success(request, _("De plek is gesloten. Wie ze mag lezen, leest ze nog."))
    except closing.ClosedError:
        messages.warning(request, _("Een collega sloot deze plek net."))
    except closing.CriedError:
        messages.warning(request, _("Het kind zei net iets dringends. Daarover sluit geen plek."))
    except ending.NewsError:
        messages.warning(
            request, _("Er is nieuws over wie ernaast staat, en het kind weet het nog niet. Vertel het eerst.")
        )
    except closing.UntoldError:
        first = _(
            "Er is iets doorgegeven dat het kind nog niet weet. Vertel het eerst, en schrijf op wie het vertelde."
        )
        messages.warning(request, f"{first} {_('Dat staat bij Wie mag wat weten?')}")


def _first_this(request: HttpRequest, door: Door, unread: cries.Unread) -> HttpResponse:
    """Over something urgent that nobody read no place closes: the way to it, and that somebody spoke with the child.

    Of a place that was closed over it: that it waits, and who can open the place again (R14).
    """
    open_ = door.dossier.closed_on is None
    form = SpokeWith(request.POST if "spoke" in request.POST else None, of=unread.others, unread=unread)
    if open_ and form.is_valid():
        said.spoke(door, form.spoke, act=form.act)
        return redirect("endings:close", door.dossier.pk)
    asked = form if open_ and unread.others else None
    lost = len(unread.lost) == len(unread.others)
    return show(request, door, "endings/cried.html", place=door.dossier, unread=unread, form=asked, lost=lost)


@through_door(Section.RIGHTS, verb=Verb.CHANGE)
def move(request: HttpRequest, door: Door) -> HttpResponse:
    """What people do when a child goes to another team, and the new team from now on."""
    only_who_hears_first(door)
    posts = elsewhere(door)
    form = forms.Move(request.POST or None, first=remaining.first_day(door), posts=posts)
    if form.is_valid():
        moving.move(door, form.there, act=form.act)
        messages.success(request, _("Een ander team werkt nu met %(name)s.") % {"name": door.dossier.call_name})
        return redirect("portals:today")
    seen = {"stays": remaining.stays_as_it_goes(door), "unread": cries.unread(door)}
    return show(request, door, "endings/move.html", form=form, posts=posts, **seen)


@for_colleagues()
def closed(request: HttpRequest, me: Standing) -> HttpResponse:
    """The places of a team that were closed: by name and by day, and nothing more of them."""
    if Role.TEAM_LEAD not in me.roles:
        return not_found(request)
    children = list(closed_led_by(me.actor, clock.today()).order_by("-closed_on", "pk"))
    return render(request, "endings/closed.html", {**shut.shown(request, me, children), "opens": True, "here": "today"})


@for_colleagues()
def reopen(request: HttpRequest, me: Standing, shut: UUID) -> HttpResponse:
    """A place that was closed opens again, with a reason."""
    form = forms.Reopen(request.POST or None)
    try:
        door = open_closed(me.actor, shut)
        if form.is_valid():
            closing.reopen(door, form.cleaned_data["why"], once=form.act)
            messages.success(request, _("De plek is weer open. Zeg het zelf aan wie met het kind werkt."))
            return redirect("handing:closed")
    except (RefusedError, NotAllowedError):
        return not_found(request)
    except (closing.ClosedError, AlreadyDoneError):
        messages.warning(request, _("Een collega opende deze plek net."))
        return redirect("handing:closed")
    return render(request, "endings/reopen.html", {"form": form, "child": door.dossier, "me": me, "here": "today"})
