"""The locked screen of a colleague, and the small questions of the script that watches over an open page."""

from typing import Any

from allauth.mfa.webauthn.internal import auth
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST  # noqa: TID251  # the same for everyone and for every id

from kring.kit import clock, covering
from kring.people import kept, once_more
from kring.people.acts import attempts, passkeys, stays
from kring.people.forms import lock as forms
from kring.people.just_before import BEFORE
from kring.people.models import Pin, Stay, StayKind
from kring.people.passwords import has_second_factor
from kring.people.presence import opens_locked, quiet
from kring.people.unlocking import Shown, shown


@opens_locked
@never_cache
def lock(request: HttpRequest) -> HttpResponse:
    """After a pause: the own PIN, a passkey or the password opens the screen, and everything is still there."""
    stay: Stay | None = request.stay  # type: ignore[attr-defined]  # kring.people.presence
    if stay is None:
        return _over(request) if _wants_json(request) else redirect("account_login")
    form = forms.Unlock(request.POST or None)
    if form.is_valid():
        whom = str(stay.user.person_id)
        if not attempts.may_try(request, "lock", whom):
            return _over(request, was=kept.left(request))
        found = shown(stay.user, form.cleaned_data)
        if found is Shown.SAME:
            return _open(request, stay)
        attempts.failed(request, "lock", whom)
        form.add_error(*_wrong(found, last=attempts.left(request, "lock", whom) == 1))
    if _wants_json(request):
        return JsonResponse({"wrong": _first_error(form), "second": "second" in form.errors}, status=422)
    return _page(request, stay, form)


@opens_locked
@quiet
@require_GET
def ask(request: HttpRequest) -> HttpResponse:
    """The question that a passkey of this person answers; nothing for who has none."""
    stay: Stay | None = request.stay  # type: ignore[attr-defined]  # kring.people.presence
    if stay is None or not passkeys.of(stay.user):
        return JsonResponse({})
    return JsonResponse({"request_options": auth.begin_authentication(stay.user)})


@opens_locked
@quiet
@require_GET
def cover(request: HttpRequest) -> HttpResponse:
    """What opens a covered page, the same for everyone; a browser may keep it under the mark of these words."""
    found = covering.written(get_language())
    kept_as = {"Cache-Control": covering.KEEP} if request.META["QUERY_STRING"] == found.mark else {}
    return HttpResponse(found.text, headers=kept_as)


@require_POST
def beat(request: HttpRequest) -> HttpResponse:
    """Someone is still typing or pointing: that is a touch."""
    if request.stay is None:  # type: ignore[attr-defined]  # kring.people.presence
        return _over(request)
    return HttpResponse(status=204)


@opens_locked
@quiet
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Nobody touched the page for a while: at work the screen is locked, at home the stay is over."""
    stay: Stay | None = request.stay  # type: ignore[attr-defined]  # kring.people.presence
    if stay is None:
        return _signed_out(request)
    if stay.kind == StayKind.HOME:
        return _over(request, was=kept.sent_too_late(request))
    if not stay.is_held(clock.now()):
        stays.lock(stay, at=clock.now())
    return HttpResponse(status=204)


@login_required
@never_cache
def again(request: HttpRequest) -> HttpResponse:
    """What someone was sending when the screen was locked: sent with one press, or left."""
    was = kept.kept(request)
    if request.method == "POST" or was is None:
        kept.forget(request)
        return redirect("/")
    return render(request, "people/again.html", {"kept": was})


def _page(request: HttpRequest, stay: Stay, form: forms.Unlock) -> HttpResponse:
    if not stay.is_locked(clock.now()):
        return redirect(_onward(request))
    if not has_second_factor(stay.user):
        del form.fields["second"]
    told = {"form": form, "next": _onward(request), "passkeys": passkeys.of(stay.user), "me": stay.user}
    told["providers"] = once_more.providers_of(request, stay.user)
    told["grave"] = once_more.GRAVE in request.GET or once_more.GRAVE in request.POST
    told["pin"] = Pin.objects.filter(person=stay.user.person_id).exists()
    return render(request, "people/lock.html", told)


def _open(request: HttpRequest, stay: Stay) -> HttpResponse:
    attempts.succeeded(request, "lock", str(stay.user.person_id))
    stays.unlock(stay, at=clock.now())
    once_more.note(request)
    return JsonResponse({"open": True}) if _wants_json(request) else redirect(_onward(request))


def _signed_out(request: HttpRequest) -> HttpResponse:
    """Nobody is in any more: who signed out in another tab, finds what it typed here."""
    before = request.session.get(BEFORE)
    waits = before is not None and kept.waits_for_another(request, before["of"])
    return JsonResponse({"ended": reverse("ways:ended") + ("?waits=out" if waits else "")}, status=401)


def _over(request: HttpRequest, *, was: dict[str, Any] | None = None) -> HttpResponse:
    """The stay is over.  `was`: what was being sent waits for the same person; everything else is lost with it."""
    stays.leave(request)
    kept.leave(request, was)
    ended = reverse("ways:ended") + ("?waits=yes" if was else "")
    return JsonResponse({"ended": ended}, status=401) if _wants_json(request) else redirect(ended)


def _wrong(found: Shown, *, last: bool) -> tuple[str, str]:
    if found is Shown.HALF:
        return "second", str(forms.ALSO_A_CODE)
    return "code", str(forms.ONCE_MORE if last else forms.WRONG_CODE)


def _first_error(form: forms.Unlock) -> str:
    return next((str(error) for errors in form.errors.values() for error in errors), "")


def _wants_json(request: HttpRequest) -> bool:
    return not request.accepts("text/html")


def _onward(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or "/"
    return asked if url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure()) else "/"
