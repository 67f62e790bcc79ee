"""After lunch: the screen of a colleague is locked, the right person opens it, and nothing was lost."""

import json
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kring.audit.events import Event
from kring.circle.models import WhoSession
from kring.kit import clock
from kring.people import unlocking
from kring.people.acts import stays
from kring.people.models import Stay
from tests.family import Family
from tests.rooms.staying import PIN, SENTENCE, at_work, is_in, pass_by, sign_in, stay_of, with_a_password

LOCK = "/in/lock/"
JSON = {"HTTP_ACCEPT": "application/json"}


def open_with(browser: Client, code: str, **how: str) -> int:
    return browser.post(LOCK, {"code": code}, **how).status_code


@pytest.mark.parametrize(("code", "opens"), [(PIN, True), (SENTENCE, True), ("111111", False), ("", False)])
def test_the_own_pin_or_password_opens_it(family: Family, code: str, opens: bool) -> None:
    browser = at_work(family)
    pass_by(family, minutes=16)
    assert not is_in(browser)
    assert open_with(browser, code) == (302 if opens else 200)
    assert is_in(browser) is opens
    assert family.log(Event.STAY_LOCKED) == 1
    assert family.log(Event.STAY_UNLOCKED) == opens


def test_before_a_quarter_it_is_open(family: Family) -> None:
    browser = at_work(family)
    pass_by(family, minutes=14)
    assert is_in(browser)


def test_a_poll_is_no_touch_and_a_key_is(family: Family) -> None:
    browser = at_work(family)
    pass_by(family, minutes=14)
    before = stay_of(family).seen_at
    browser.get(family.url("circle:changes"), **JSON)
    assert stay_of(family).seen_at == before
    assert browser.post(reverse("ways:beat"), **JSON).status_code == 204
    assert stay_of(family).seen_at > before


def test_a_script_hears_that_it_is_locked(family: Family) -> None:
    browser = at_work(family)
    pass_by(family, minutes=16)
    for answer in (browser.get(family.url("circle:changes"), **JSON), browser.post(reverse("ways:beat"), **JSON)):
        assert answer.status_code == 423
        assert answer.json() == {"locked": LOCK}
    assert open_with(browser, "111111", **JSON) == 422
    assert open_with(browser, PIN, **JSON) == 200
    assert browser.post(reverse("ways:beat"), **JSON).status_code == 204


def test_a_page_that_covers_itself_locks_the_server_too(family: Family) -> None:
    browser = at_work(family)
    browser.post(reverse("ways:close"), **JSON)
    assert not is_in(browser)


def test_what_opens_a_covered_page_is_of_nobody_and_may_be_kept(family: Family) -> None:
    browser = at_work(family)
    found = re.search(r'data-cover="([^"]+)"', browser.get(reverse("portals:today")).content.decode())
    assert found
    kept = browser.get(found[1])
    assert "immutable" in kept.headers["Cache-Control"]
    assert b"csrfmiddlewaretoken" not in kept.content
    assert kept.content == Client().get(found[1]).content
    assert browser.get(f"{found[1]}0").headers["Cache-Control"] == "no-store"
    pass_by(family, minutes=16)
    assert browser.get(found[1]).content == kept.content


@pytest.mark.parametrize(
    ("sends", "said"),
    [
        ({"words": "zij luistert"}, "wacht een uur"),
        ({"words": "zij luistert", "photo": SimpleUploadedFile("a.png", b"x")}, "is niet bewaard"),
        (None, ""),
    ],
)
def test_what_was_sent_after_the_stay_waits_or_is_called_lost(
    family: Family, sends: dict[str, object] | None, said: str
) -> None:
    noor, where = family.browser("noor"), family.url("rights:wish")
    is_in(noor)
    Stay.objects.update(ended_at=clock.now())
    told = (noor.post(where, sends, follow=True) if sends else noor.get(where, follow=True)).content.decode()
    assert "Je bent weg" in told
    assert [one for one in ("wacht een uur", "is niet bewaard") if one in told] == [said] * bool(said)
    assert "zij luistert" not in told


def test_after_five_wrong_codes_the_stay_is_over(family: Family) -> None:
    browser = at_work(family)
    pass_by(family, minutes=16)
    is_in(browser)
    for _ in range(5):
        assert open_with(browser, "111111") == 200
    assert browser.post(LOCK, {"code": PIN})["Location"] == reverse("ways:ended")
    assert stay_of(family).ended_at
    assert not is_in(browser)
    sign_in(browser)
    assert is_in(browser), "the owner comes in with what is hers"


def lock_with_a_form(family: Family) -> Client:
    """Lotte sends a name when the screen turns out to be locked, and types a wrong code until she is out."""
    browser = at_work(family)
    pass_by(family, minutes=16)
    sent = {"names": "nonkel Jan", "layer": "child", "once": family.once()}
    assert browser.post(family.url("circle:add"), sent)["Location"].startswith(LOCK)
    told = [browser.post(LOCK, {"code": "111111"}).content.decode() for _ in range(5)]
    assert ["nog één keer" in one for one in told] == [False, False, False, True, False]
    ended = browser.post(LOCK, {"code": PIN})
    assert "wacht een uur" in browser.get(ended["Location"]).content.decode()
    return browser


def test_after_five_wrong_codes_the_form_waits_for_who_sent_it(family: Family) -> None:
    browser = lock_with_a_form(family)
    assert sign_in(browser)["Location"] == reverse("ways:again")
    shown = browser.get(reverse("ways:again"))
    browser.post(shown.context["kept"].path, dict(shown.context["kept"].fields))
    assert "nonkel Jan" in family.page("circle:list", seen_by="lotte")


@pytest.mark.parametrize("other", ["somebody", "late"])
def test_and_for_nobody_else_nor_for_long(family: Family, other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_a_password(family, "bram")
    browser, now = lock_with_a_form(family), clock.now()
    if other == "late":
        monkeypatch.setattr(clock, "now", lambda: now + timedelta(hours=1, minutes=1))
    assert sign_in(browser, "bram" if other == "somebody" else "lotte")["Location"] != reverse("ways:again")
    assert browser.get(reverse("ways:again"))["Location"] == "/"
    if other == "somebody":
        browser.post(reverse("account_logout"))
        assert sign_in(browser)["Location"] != reverse("ways:again")


def test_what_was_being_sent_waits_and_arrives_once(family: Family) -> None:
    browser = at_work(family)
    page, once = family.url("circle:add"), family.once()
    pass_by(family, minutes=16)
    sent = browser.post(page, {"names": "nonkel Jan", "layer": "child", "once": once})
    assert sent["Location"].startswith(LOCK)
    assert "nonkel Jan" not in browser.get(sent["Location"]).content.decode()
    onward = browser.post(sent["Location"], {"code": PIN, "next": reverse("ways:again")})
    shown = browser.get(onward["Location"])
    assert "Je was iets aan het bewaren" in shown.content.decode()
    kept = shown.context["kept"]
    assert kept.path == page
    for _ in range(2):
        browser.post(kept.path, dict(kept.fields))
    assert family.page("circle:list", seen_by="lotte").count("nonkel Jan") > 0
    assert family.log(Event.PEOPLE_ADDED) == 1
    assert browser.get(reverse("ways:again"))["Location"] == "/", "it arrived, and waits no more"


def test_a_password_that_was_being_sent_is_not_kept(family: Family) -> None:
    browser = at_work(family)
    pass_by(family, minutes=16)
    browser.post(reverse("account_change_password"), {"oldpassword": SENTENCE, "password1": "x", "password2": "x"})
    open_with(browser, PIN)
    assert browser.get(reverse("ways:again"))["Location"] == "/"


def test_with_a_child_beside_her_it_does_not_lock(family: Family) -> None:
    browser = at_work(family)
    page = family.url("circle:session")
    browser.post(page, {"mode": "calm", "age": "12-15", "minutes": "", "once": family.once()})
    pass_by(family, minutes=90)
    assert browser.get(page).status_code == 200
    assert browser.post(reverse("ways:close"), **JSON).status_code == 204
    assert is_in(browser)
    running = Stay.objects.filter(pk=stay_of(family).pk)
    assert running.exclude(held_until=None).exists()
    session = family.door("lotte").within(WhoSession.objects.filter(ended_at=None)).get().pk
    browser.post(family.url("circle:finish", session=session), {"once": family.once()})
    assert not running.exclude(held_until=None).exists()


def test_twelve_hours_is_the_longest_also_with_a_child(family: Family) -> None:
    browser = at_work(family)
    stays.hold(stay_of(family), until=clock.now() + timedelta(hours=2))
    Stay.objects.update(began_at=clock.now() - timedelta(hours=12, minutes=1))
    assert browser.get(reverse("portals:today"))["Location"] == reverse("ways:ended")


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_an_hour_off_opens_nothing(family: Family, hours: int) -> None:
    """The clock of the server was put right: what began later than now, or long ago, is not trusted."""
    browser = at_work(family)
    off = timedelta(hours=hours)
    stay = stay_of(family)
    Stay.objects.filter(pk=stay.pk).update(began_at=stay.began_at + off, seen_at=stay.seen_at + off)
    assert not is_in(browser)


def test_at_home_it_is_over_after_five_minutes(family: Family) -> None:
    browser = family.browser("noor")
    page = family.url("portals:child")
    assert browser.get(page).status_code == 200
    pass_by(family, "noor", minutes=4)
    assert browser.get(page).status_code == 200
    pass_by(family, "noor", minutes=6)
    assert browser.get(page)["Location"] == reverse("ways:ended")
    told = browser.get(reverse("ways:ended"))
    assert json.loads(f"[{told['Clear-Site-Data']}]") == ["cache", "storage"]
    assert browser.get(page)["Location"].startswith(reverse("account_login"))


def test_a_lock_is_no_way_around_the_code_of_her_phone(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = at_work(family)
    monkeypatch.setattr(unlocking, "has_second_factor", lambda _user: True)
    pass_by(family, minutes=16)
    is_in(browser)
    told = browser.post(LOCK, {"code": SENTENCE}, **JSON)
    assert told.status_code == 422
    assert told.json()["second"]
    assert browser.post(LOCK, {"code": SENTENCE, "second": "123456"}, **JSON).status_code == 422
    assert not is_in(browser)


def test_who_is_not_here_has_nothing_to_open(family: Family) -> None:
    with_a_password(family)
    browser = Client()
    assert browser.post(LOCK, {"code": PIN}, **JSON).status_code == 401
    assert not is_in(browser)
