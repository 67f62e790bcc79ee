"""Weg van hier, also without a script; and what stays behind of a page: no title, no name in an address, no copy."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.audit.events import Event
from kring.kit import clock, pages
from kring.people.models import Stay
from tests.family import Family
from tests.sources import SRC, files, named
from tests.test_house import patterns, tell

LEAVE = "/in/out/"
STATIC = ("400.html", "403.html", "403_csrf.html", "403_other.html", "404.html", "405.html", "500.html", "503.html")


def leave(browser: Client, *, beacon: bool = False, **headers: str) -> HttpResponse:
    return browser.post(LEAVE, headers=headers) if beacon else browser.get(LEAVE, headers=headers)


def signed_in(browser: Client) -> bool:
    return browser.get(reverse("ways:channel")).status_code == 200


@pytest.mark.parametrize("beacon", [False, True])
def test_leaving_ends_the_stay_and_leaves_nothing(family: Family, beacon: bool) -> None:
    browser = family.browser("noor")
    assert signed_in(browser)
    gone = leave(browser, beacon=beacon)
    assert gone["Clear-Site-Data"] == ('"cache"' if beacon else '"cache", "storage"')
    assert "no-store" in gone["Cache-Control"]
    assert gone.content == b""
    assert (gone.status_code, gone.get("Location")) == ((204, None) if beacon else (303, settings.KRING_EXIT_TO))
    assert not signed_in(browser)
    assert Stay.objects.get(user__person=family.person("noor")).ended_at
    assert family.log(Event.STAY_ENDED) == 1


def test_a_cookie_that_was_kept_is_worth_nothing_after_leaving(family: Family) -> None:
    browser, other = family.browser("noor"), Client()
    assert signed_in(browser)
    other.cookies.load({settings.SESSION_COOKIE_NAME: browser.cookies[settings.SESSION_COOKIE_NAME].value})
    assert signed_in(other)
    leave(browser)
    assert not signed_in(other)


@pytest.mark.parametrize("minutes", [4, 6])
def test_leaving_late_is_leaving_too(family: Family, monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    """After five idle minutes the stay is over: the way out still leads out, and not to a page of ours."""
    browser, now = family.browser("noor"), clock.now()
    assert signed_in(browser)
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=minutes))
    assert leave(browser)["Location"] == settings.KRING_EXIT_TO
    assert Stay.objects.get(user__person=family.person("noor")).ended_at


def test_after_the_whole_session_the_way_out_leads_out_and_nothing_leads_in(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, now = family.browser("noor"), clock.now()
    assert signed_in(browser)
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(hours=13))
    assert not signed_in(browser)
    assert leave(browser)["Location"] == settings.KRING_EXIT_TO
    assert not signed_in(browser)


def test_leaving_a_locked_screen_is_leaving(family: Family) -> None:
    browser = family.browser("lotte")
    assert signed_in(browser)
    Stay.objects.filter(user__person=family.person("lotte")).update(locked_at=clock.now())
    assert leave(browser)["Location"] == settings.KRING_EXIT_TO
    assert Stay.objects.get(user__person=family.person("lotte")).ended_at


def test_another_site_signs_nobody_out(family: Family) -> None:
    browser = family.browser("noor")
    for beacon in (False, True):
        leave(browser, beacon=beacon, sec_fetch_site="cross-site")
    assert signed_in(browser)


def test_who_never_came_in_may_leave(db: None) -> None:
    assert leave(Client())["Location"] == settings.KRING_EXIT_TO


# -- the way out is everywhere ----------------------------------------------------------------------------------------

EXIT = f'<a class="button exit" href="{LEAVE}" rel="noreferrer">'


@pytest.mark.parametrize("page", STATIC)
def test_a_page_for_what_went_wrong_has_the_way_out(page: str) -> None:
    shown = pages.fixed(page).decode()
    assert EXIT in shown
    assert "<title>Kring</title>" in shown
    assert pages.fixed(page) is pages.fixed(page)


@pytest.mark.parametrize(
    "name", ["account_login", "account_reset_password", "ways:ended", "ways:display", "public:front", "public:card"]
)
def test_an_entrance_has_the_way_out(db: None, name: str) -> None:
    assert EXIT in Client().get(reverse(name)).content.decode()


@pytest.mark.parametrize("who", ["noor", "sem", "ann", "karim"])
def test_who_has_no_post_here_finds_the_way_out_on_every_page(family: Family, who: str) -> None:
    for name in ("portals:today", "ways:channel", "ways:display", "ways:stays", "account_logout", "mfa_index"):
        shown = family.browser(who).get(reverse(name), follow=True)
        assert shown.status_code == 200
        assert EXIT in shown.content.decode(), name


# -- what a browser keeps ---------------------------------------------------------------------------------------------

EXTENDS = re.compile(r'{%\s*extends\s+("[^"]+"|\w+)\s*%}')
TITLE = re.compile(r"{%\s*block title\s*%}(.*?){%\s*endblock", re.DOTALL)
HOME_SAYS_NOTHING = re.compile(r"^(Kring$|{% if home %}Kring{% else %})")
WORKERS = "kit/worker.html"


def frame_of(path: Path) -> str:
    """What a template stands in, in the end: a frame, or the name of a variable."""
    found = EXTENDS.search(path.read_text(encoding="utf-8"))
    if found is None:
        return ""
    name = found[1].strip('"')
    above = next(iter(SRC.glob(f"*/templates/{name}")), None)
    return name if name in {WORKERS, "kit/page.html"} or above is None else frame_of(above)


def test_a_page_that_is_not_for_a_worker_has_no_title_of_its_own() -> None:
    told = {path: TITLE.search(path.read_text(encoding="utf-8")) for path in files(".html", under=SRC)}
    spoken = {path: found[1].strip() for path, found in told.items() if found and path.name != "bare.html"}
    wrong = [
        named(path)
        for path, said in spoken.items()
        if frame_of(path) != WORKERS and not (frame_of(path) == "frame" and HOME_SAYS_NOTHING.match(said))
    ]
    tell(wrong, "A title stands in history and on the screen of who looks along (R26). Take the title block out.")


OPAQUE = {"uuid", "int"}
NO_NAME = {
    "uidb36": "the number of an account",
    "key": "a token",
    "token": "a token",
    "provider_id": "the name of a way to sign in",
    "audience": "for whom a script is, of a closed list: nothing of any child",
    "language": "of a sheet",
    "which": "a step, of a closed list: nothing of whom",
}


def test_no_address_carries_a_name() -> None:
    parts = [
        (route, kind or "str", name)
        for route, _, _ in patterns()
        for kind, name in re.findall(r"<(?:(\w+):)?(\w+)>", route)
    ]
    wrong = [route for route, kind, name in parts if kind not in OPAQUE and name not in NO_NAME]
    tell([one for one in wrong if not one.startswith("visit/")], "An address stands in history. Use an opaque id.")


@pytest.mark.parametrize("name", ["portals:today", "ways:display", "ways:channel", "public:front", "public:card", ""])
@pytest.mark.parametrize("who", ["noor", "lotte", None])
def test_no_page_is_stored(family: Family, who: str | None, name: str) -> None:
    where = reverse(name) if name else "/nothing/"
    assert "no-store" in family.browser(who).get(where)["Cache-Control"]
