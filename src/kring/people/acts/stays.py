"""Beginning, touching, locking and ending a stay; the acts are in the log, a touch is not."""

import re
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth import login, logout
from django.db import transaction
from django.http import HttpRequest

from kring.audit import chain
from kring.audit.events import Event
from kring.kit import clock
from kring.law.ways import WayKind
from kring.people import kept
from kring.people.actors import ActorKind
from kring.people.just_before import BEFORE
from kring.people.models import Device, Post, Stay, StayKind, User, Way

A_WHILE = timedelta(minutes=10)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
NAMES = {"Firefox": "Firefox", "Edg": "Edge", "SamsungBrowser": "Samsung", "Chrome": "Chrome", "Safari": "Safari"}
"""By the sign in what a browser says of itself; the first that fits, because most of them name others too."""
PLACES = {
    "Android": "Android",
    "iPad": "iPad",
    "iPhone": "iPhone",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


def come_in(request: HttpRequest, user: User, *, way: Way | None = None, device: Device | None = None) -> Stay:
    """Sign someone in by a way that is not an account; the session gets a new key: an old one is worth nothing."""
    before, form = getattr(request, "stay", None), request.META.get("CSRF_COOKIE")
    leave(request)
    login(request, user, backend=BACKEND)
    if before is not None and before.user_id != user.pk and form:
        request.session[BEFORE] = {"of": str(before.user_id), "form": form}
    browser = browser_of(request.headers.get("User-Agent", ""))
    stay = begin(user, browser=browser, at=clock.now(), way=way, device=device)
    request.session["stay"] = str(stay.pk)
    request.stay = stay  # type: ignore[attr-defined]  # as the middleware would
    if way is None or way.kind != WayKind.PICTURES:
        kept.is_handed_on(request, user.pk)  # a form that waited here; the first page shows it
    return stay


def begin(user: User, *, browser: str, at: datetime, way: Way | None = None, device: Device | None = None) -> Stay:
    """Someone came in.  Who has a post today is at work here, others are at home."""
    works = way is None and Post.objects.current(clock.day(at)).filter(person=user.person_id).exists()
    kind = StayKind.WORK if works else StayKind.HOME
    with transaction.atomic():
        stay = Stay.objects.create(
            user=user, way=way, device=device, kind=kind.value, browser=browser, began_at=at, seen_at=at
        )
        _tell(Event.STAY_BEGAN, stay, way.kind if way else "device" if device else "account")
    return stay


def touch(stay: Stay, *, at: datetime) -> None:
    """Someone is using this."""
    stay.seen_at = at
    Stay.objects.filter(pk=stay.pk).update(seen_at=at)


def hold(stay: Stay | None, *, until: datetime | None) -> None:
    """Keep a stay at work open while worker and child sit together: talking is no touch.  Written down now and then."""
    held = stay.held_until if stay else None
    if stay is None or until == held or (until and held and until - A_WHILE < held <= until):
        return
    stay.held_until = until
    Stay.objects.filter(pk=stay.pk).update(held_until=until)


def lock(stay: Stay, *, at: datetime) -> None:
    """Lock a screen; it says nothing to who finds it."""
    if stay.locked_at is None:
        with transaction.atomic():
            stay.locked_at = at
            Stay.objects.filter(pk=stay.pk).update(locked_at=at)
            _tell(Event.STAY_LOCKED, stay)


def unlock(stay: Stay, *, at: datetime) -> None:
    """Open it again, for who showed that it is still the same person."""
    with transaction.atomic():
        Stay.objects.filter(pk=stay.pk).update(locked_at=None, seen_at=at)
        _tell(Event.STAY_UNLOCKED, stay)


def end(stay: Stay, *, at: datetime, by: UUID | None = None) -> None:
    """End a stay, here or on another device; nothing when it ended before."""
    with transaction.atomic():
        if Stay.objects.filter(pk=stay.pk, ended_at=None).update(ended_at=at):
            _tell(Event.STAY_ENDED, stay, by=by)


def end_all(person: UUID, *, at: datetime, by: UUID | None, but: Stay | None = None) -> int:
    """End every stay of someone, or every other one; gives how many there were."""
    with transaction.atomic():
        rows = Stay.objects.filter(user__person=person, ended_at=None).select_related("user")
        open_ones = [stay for stay in rows if stay != but]
        for stay in open_ones:
            end(stay, at=at, by=by)
    return len(open_ones)


def leave(request: HttpRequest) -> None:
    """Sign out here; the stay is over, so that its cookie is worth nothing.  Nothing when nobody is signed in."""
    stay: Stay | None = getattr(request, "stay", None)
    if stay is not None:
        end(stay, at=clock.now())
        request.stay = None  # type: ignore[attr-defined]  # as the middleware would
    if request.user.is_authenticated:
        waits = request.session.get(kept.LEFT)
        logout(request)
        kept.leave(request, waits)  # of somebody else who was in here, and comes back


def sign_out(request: HttpRequest) -> None:
    """Sign out by choice.  What a page that stands open in another tab still sends, waits for who signed out."""
    stay, form = getattr(request, "stay", None), request.META.get("CSRF_COOKIE")
    leave(request)
    if stay is not None and form:
        request.session[BEFORE] = {"of": str(stay.user_id), "form": form}


def browser_of(agent: str) -> str:
    """A browser in words that its owner knows again, and nothing that could follow someone: no version, no model."""
    name = next((told for sign, told in NAMES.items() if re.search(sign, agent)), "")
    place = next((told for sign, told in PLACES.items() if re.search(sign, agent)), "")
    return " · ".join(part for part in (name, place) if part)


def _tell(event: Event, stay: Stay, *codes: str, by: UUID | None = None) -> None:
    actor = by or stay.user.person_id
    line = chain.Line(event=event, actor_kind=ActorKind.SESSION.value, actor=actor, subject=stay.pk, codes=codes)
    chain.append(line)
