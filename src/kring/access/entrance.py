"""The door as views meet it: `@through_door(Section.X)` on a view that takes a request and an open door."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST  # noqa: TID251  # this is the one place for a child

from kring.access.door import Door, RefusedError, come_to, open_door
from kring.access.models import Item
from kring.access.writing import NotAllowedError, StaleError
from kring.audit import chain
from kring.audit.events import Event
from kring.kit.pages import not_found
from kring.law.access import Section, Verb
from kring.people.actors import Actor, actor_of

View = Callable[Concatenate[HttpRequest, Door, ...], HttpResponse]


def through_door(
    section: Section | None, *, visit: bool = True, verb: Verb = Verb.READ, small: bool = False, ends: bool = False
) -> Callable[[View], Callable[..., HttpResponse]]:
    """Open the door of `section` before the view; nothing here for who may not come in.

    `visit=False` is for polls: they ride on the open visit and are not one (house.md 4).  `verb`: what one must be able
    to do at least with something in there.  `small`: also for a child that came in by pictures; it finds nothing else.
    `ends`: here something is ended or taken back, which works in a place that was closed as well (R7).
    Without a section the row in the address says itself who reads it (`access.items.row_of`): what is hidden is asked
    for as what is not there, and only a row that was found is a visit to where it stands.
    """

    def wrap(view: View) -> Callable[..., HttpResponse]:
        @never_cache
        @wraps(view)
        def inside(request: HttpRequest, dossier: UUID, **rest: Any) -> HttpResponse:
            actor = actor_of(request)
            if actor is None:
                return redirect_to_login(request.get_full_path())
            try:
                _only_small(actor, small=small)
                door = open_door(actor, dossier, section, verb, ends=ends) if section else come_to(actor, dossier)
                if visit and section:
                    door.notes_the_visit(section)
                made = view(request, door, **rest)
                return _still_may(door, section, verb, made) if section else _found(door, made, visit=visit)
            except (RefusedError, NotAllowedError):
                _note_the_refusal(actor, dossier, section or _section_of(dossier, rest.get("item")))
                return not_found(request)
            except (chain.AlreadyDoneError, StaleError) as second:
                return _second(request, second)

        inside.through_door = section or "item"  # type: ignore[attr-defined]  # read by the house test
        inside.verb, inside.small, inside.ends = verb, small, ends  # type: ignore[attr-defined]  # by the matrix of who finds what
        return inside

    return wrap


def posted(page: str, *keys: str) -> Callable[[View], View]:
    """For an address that only takes a form: who opens it by itself comes to the page on which that form stands.

    Only who may send that form: the view is asked first with an empty one, and for whom it has nothing, nothing is here
    either, as for an address that does not exist.  A form that was refused shows its page at this address, and there
    one may ask for it anew.  `keys`: of the address of the form, those that the other address has too.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def inside(request: HttpRequest, door: Door, **rest: Any) -> HttpResponse:
            if request.method != "POST":
                _asks_with_an_empty_form(view, request, door, rest)
            if request.method in {"GET", "HEAD"}:
                return redirect(page, door.dossier.pk, *(rest[key] for key in keys))
            return require_POST(view)(request, door, **rest)

        inside.leads_to_its_page = True  # type: ignore[attr-defined]  # read by the matrix of who finds what
        return inside

    return wrap


def _asks_with_an_empty_form(view: View, request: HttpRequest, door: Door, rest: dict[str, Any]) -> None:
    """Raises what the view raises for who may not send its form.  What it shows is shown to nobody, and never read."""
    with transaction.atomic():
        view(request, door, **rest)
        transaction.set_rollback(True)


def _found(door: Door, made: HttpResponse, *, visit: bool) -> HttpResponse:
    """A page of one row: a visit to where that row stands."""
    if visit and door.read_in is not None:
        door.notes_the_visit(door.read_in)
    return made


def _section_of(dossier: UUID, item: UUID | None) -> Section:
    """Where an item stands, for the log of refusals.  Of one that is not there: the circle."""
    here = Item.objects.filter(dossier=dossier, pk=item) if item else Item.objects.none()
    found = here.values_list("section", flat=True).first()
    return Section(found) if found else Section.CIRCLE


def _only_small(actor: Actor, *, small: bool) -> None:
    if actor.is_small and not small:
        raise RefusedError


def _still_may(before: Door, section: Section, verb: Verb, made: HttpResponse) -> HttpResponse:
    """A file takes a while to make: whoever may not have it any more when it is there, does not get it.

    Raises `RefusedError` when the door is shut by then, and `StaleError` when anything that it weighs is otherwise: who
    asks anew gets a file as it is now.
    """
    if not made.has_header("Content-Disposition"):
        return made
    now = open_door(before.actor, before.dossier.pk, section, verb, ends=before.ends)
    if (now.standing, now.dossier.closed_on) != (before.standing, before.dossier.closed_on):
        raise StaleError
    return made


def visits_too(door: Door, *sections: Section) -> None:
    """A page that shows more sections than the one of its door is a visit to each of them (R24)."""
    for section in sections:
        if not door.sieve(section).is_empty():
            door.notes_the_visit(section)


def _second(request: HttpRequest, why: chain.AlreadyDoneError | StaleError) -> HttpResponse:
    """Something was done before this: by the same form, or by somebody else."""
    return _changed_meanwhile(request) if isinstance(why, StaleError) else _done_before(request)


def _done_before(request: HttpRequest) -> HttpResponse:
    """A form that was sent twice: what it asked is there once, so show it."""
    return _back(request) if request.accepts("text/html") else JsonResponse({"again": True})


def _changed_meanwhile(request: HttpRequest) -> HttpResponse:
    """Two at the same moment, on a page that cannot show both: show what stands there now, and say so."""
    said = _("Iemand anders veranderde dit net. Hier staat hoe het nu is. Kijk het na en doe het dan opnieuw.")
    if not request.accepts("text/html"):
        return JsonResponse({"conflict": said}, status=409)
    messages.warning(request, said)
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    back = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(back if ours else request.path)


def _note_the_refusal(actor: Actor, dossier: UUID, section: Section) -> None:
    line = chain.Line(
        event=Event.DOOR_REFUSED,
        actor_kind=actor.kind.value,
        actor=actor.person,
        dossier=dossier,
        codes=(section.value,),
    )
    with transaction.atomic():
        chain.append(line)
