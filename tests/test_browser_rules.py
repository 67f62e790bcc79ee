"""What a browser is told of the place itself: cookies, headers, and what it may load (OWASP ASVS 5.0, chapter 3)."""

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.family import Family
from tests.rooms.staying import at_work
from tests.sources import SRC, files

A_YEAR = 31_536_000
ASK = """
import json, django; django.setup()
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
from django.test import override_settings
plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
with override_settings(STORAGES=plain):
    from kring.kit.display import COOKIE as look
    from kring.people.devices import COOKIE as device
    browser = Client(headers={"Host": "kring.example.org"})
    answers = [browser.get(where, secure=True) for where in ("/accounts/in/", "/nothing-here/", "/robots.txt")]
    plain = browser.get("/accounts/in/")
    cookies = {name: dict(one) for answer in answers for name, one in answer.cookies.items()}
    told = [dict(answer.items()) | {"status": answer.status_code} for answer in answers]
    print(json.dumps({"cookies": cookies, "answers": told, "plain": plain["Location"], "names": [look, device]}))
"""


@pytest.fixture(scope="module")
def outside() -> dict[str, Any]:
    """What a server says that is reached under a name of the internet."""
    there = os.environ | {"KRING_HOSTS": "kring.example.org", "PYTHONPATH": str(SRC.parent)}
    done = subprocess.run([sys.executable, "-c", ASK], check=True, env=there, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_cookies_are_of_this_host_alone(outside: dict[str, Any]) -> None:
    names = [*outside["cookies"], *outside["names"]]
    assert len(names) >= 3
    assert all(name.startswith("__Host-") for name in names)
    for cookie in outside["cookies"].values():
        assert (cookie["secure"], cookie["httponly"], cookie["path"], cookie["domain"]) == (True, True, "/", "")
        assert cookie["samesite"] == "Lax"


def test_every_cookie_of_a_colleague_is_closed_and_small(family: Family) -> None:
    browser = at_work(family)
    browser.post(reverse("ways:display"), {"letters": "large", "theme": "dark"})
    assert len(browser.cookies) >= 3
    for name, cookie in browser.cookies.items():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert len(name) + len(cookie.value) < 4096


def test_only_over_a_closed_line(outside: dict[str, Any]) -> None:
    assert outside["plain"] == "https://kring.example.org/accounts/in/"
    for answer in outside["answers"]:
        assert answer["Strict-Transport-Security"] == f"max-age={A_YEAR}; includeSubDomains"


def test_every_answer_says_what_may_run_and_who_may_show_it(outside: dict[str, Any]) -> None:
    for answer in outside["answers"]:
        policy = {rule.split()[0]: rule.split()[1:] for rule in answer["Content-Security-Policy"].split(";")}
        for name in ("default-src", "object-src", "base-uri", "frame-ancestors"):
            assert policy[name] == ["'none'"]
        assert policy["script-src"] == policy["style-src"] == ["'self'"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in answer


def test_a_form_of_another_site_is_refused(family: Family) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = family.browser("lotte").cookies
    where = family.url("circle:add")
    assert strict.post(where, {"names": "Fien", "once": family.once()}).status_code == 403
    told = strict.post(
        where, json.dumps({"names": "Fien"}), content_type="text/plain", headers={"Origin": "https://x.be"}
    )
    assert told.status_code == 403
    assert "Fien" not in family.page("circle:list", seen_by="lotte")


def test_asking_never_writes_a_row_about_a_child(family: Family) -> None:
    """Only what is sent changes something: the acts answer to asking with a page, or not at all."""
    before = family.page("circle:list", seen_by="lotte")
    for name in ("circle:undo", "circle:places", "circle:add", "circle:tie", "rights:wish", "rights:ways"):
        assert family.browser("lotte").get(family.url(name), {"names": "Fien"}).status_code in {200, 302}
    strip = re.compile(r'value="[^"]*"')
    assert strip.sub("", family.page("circle:list", seen_by="lotte")) == strip.sub("", before)


def test_scripts_and_styles_are_our_own_and_take_no_messages() -> None:
    """No address elsewhere, and no listener for other windows; `tabs` is a channel among pages of this one host."""
    for path in files(".js", ".html", ".css", under=SRC):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"""(?:src|href)=["'](?:https?:)?//|@import\s+["']https?:|url\(["']?https?:""", text), path
        assert not re.search(
            r"""(?<!tabs\.)addEventListener\(["']message["']|["']\*["']\)|jsonp|document\.write""", text
        ), path
        assert not re.search(r"<(?:object|embed|applet|iframe)\b", text), path


def test_a_script_is_the_same_for_everyone(family: Family) -> None:
    """Scripts come out of files, never out of a view: what is about people is a page, or JSON nobody may run."""
    answer = family.browser("lotte").get(family.url("circle:page"), headers={"Accept": "application/json"})
    assert "javascript" not in answer["Content-Type"]
    assert not files(".js", under=SRC / "kit" / "templates")


def test_the_way_onward_stays_here(family: Family) -> None:
    at_work(family)
    fields = {"login": "lotte@kring.example", "password": "vier paarden in de wei", "next": "https://x.example/"}
    sent = Client().post(reverse("account_login"), fields)
    assert sent.status_code == 302
    assert sent["Location"].startswith("/")
    assert not sent["Location"].startswith("//")


def test_an_address_that_only_takes_a_form_says_so_over_the_whole_chain(family: Family) -> None:
    """The length was set before the words were: a browser then shows an empty page."""
    told = family.browser("lotte").get(reverse("ways:beat"))
    assert told.status_code == 405
    assert "Dit is geen bladzijde om te openen" in told.content.decode()
    assert int(told["Content-Length"]) == len(told.content)


def test_where_a_form_was_refused_one_can_ask_for_the_page_anew(family: Family) -> None:
    karim = family.member("karim")
    where, page = family.url("circle:place", member=karim), family.url("circle:person", member=karim)
    lotte = family.browser("lotte")
    assert lotte.post(where, {"once": family.once(), "layer": "child", "ring": "9"}).status_code == 400
    assert lotte.get(where)["Location"] == page
    assert lotte.put(where).status_code == 405
    assert family.browser("ann").get(where).status_code == 404
