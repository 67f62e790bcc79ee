"""Guessing stops, and the owner still comes in (quality.md 3, row 17)."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kring.audit.events import Event
from kring.audit.models import Entry
from kring.kit import clock
from kring.people import devices, seals, welcome
from kring.people.acts import attempts
from kring.people.models import Attempts, Device, User
from tests.family import Family

LOTTE = "lotte@kring.example"
SENTENCE = "vier paarden in de wei"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # of a phone that does not exist
STEP = 30  # seconds a code stands on her phone
Waits = Callable[[timedelta], None]


@pytest.fixture(autouse=True)
def password(family: Family, settings: Settings) -> None:
    """Lotte has one; a quick hash, because here it is counted and not timed."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    user = User.objects.get(person=family.person("lotte"))
    user.set_password(SENTENCE)
    user.save(update_fields=["password"])


@pytest.fixture
def wait(monkeypatch: pytest.MonkeyPatch) -> Waits:
    """Let time pass."""
    passed = [clock.now()]

    def later(span: timedelta) -> None:
        passed[0] += span

    def stands_still() -> datetime:
        return passed[0]

    monkeypatch.setattr(clock, "now", stands_still)
    return later


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each time that a password was held against what is kept of one."""
    seen: list[str] = []
    fits = seals.fits

    def counted(code: str, kept: str) -> bool:
        seen.extend([kept] if kept else [])
        return fits(code, kept)

    monkeypatch.setattr(seals, "fits", counted)
    return seen


WRONG = "iets anders"


def sign_in(browser: Client, password: str = WRONG, email: str = LOTTE, address: int = 0) -> HttpResponse:
    sent = {"login": email, "password": password}
    return browser.post(reverse("account_login"), sent, REMOTE_ADDR=f"10.0.{address // 250}.{address % 250 + 1}")


def comes_in(browser: Client, password: str = SENTENCE) -> bool:
    return sign_in(browser, password).status_code == 302


def test_five_are_free_whatever_the_address_and_then_nothing_is_looked_at(looked: list[str]) -> None:
    pages = [sign_in(Client(), address=number) for number in range(8)]
    assert len(looked) == attempts.FREE
    assert not comes_in(Client()), "also the right one has to wait, from an unknown browser"
    assert len({said(page) for page in pages}) == 1, "who may not try reads the same as who was wrong"


def said(page: HttpResponse) -> str:
    return page.content.decode().split("<main")[1].split("csrfmiddlewaretoken")[0]


def test_the_owner_comes_in_on_the_own_browser_while_a_stranger_guesses() -> None:
    own = Client()
    assert comes_in(own)
    cookie = own.cookies[devices.COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    for _ in range(10):
        sign_in(Client())
    own.post(reverse("account_logout"))
    assert comes_in(own)
    assert not comes_in(Client())


def test_a_known_browser_of_somebody_else_is_a_stranger(family: Family) -> None:
    bram = User.objects.get(person=family.person("bram"))
    bram.set_password(SENTENCE)
    bram.save(update_fields=["password"])
    other = Client()
    assert sign_in(other, SENTENCE, bram.email or "").status_code == 302
    other.post(reverse("account_logout"))
    for _ in range(attempts.FREE):
        sign_in(other)
    assert not comes_in(Client()), "it used up the tries of all strangers"
    assert sign_in(other, SENTENCE, bram.email or "").status_code == 302


def test_a_browser_remembers_everybody_who_came_in_and_a_forgotten_one_is_a_stranger(family: Family) -> None:
    shared = Client()
    comes_in(shared)
    comes_in(shared)
    person = family.person("lotte")
    assert Device.objects.filter(person=person).count() == 1
    assert family.log(Event.DEVICE_KNOWN) == 1
    Device.objects.filter(person=person).update(ended_at=clock.now())
    for _ in range(attempts.FREE):
        sign_in(Client())
    shared.post(reverse("account_logout"))
    assert not comes_in(shared)


def test_waits_grow_to_an_hour_and_a_quiet_day_is_forgotten(wait: Waits, looked: list[str]) -> None:
    for _ in range(attempts.FREE):
        sign_in(Client())
    for minutes in (1, 2, 4, 8, 16, 32, 60, 60):
        checked = len(looked)
        wait(timedelta(minutes=minutes, seconds=-1))
        sign_in(Client())
        assert len(looked) == checked, f"not yet after {minutes} minutes"
        wait(timedelta(seconds=2))
        sign_in(Client())
        assert len(looked) == checked + 1
    wait(attempts.FORGOTTEN + timedelta(minutes=1))
    assert all(not comes_in(Client(), "nog iets anders") for _ in range(attempts.FREE - 1))
    assert comes_in(Client())


def test_an_unknown_name_costs_and_answers_the_same(looked: list[str]) -> None:
    known = [sign_in(Client()) for _ in range(7)]
    unknown = [sign_in(Client(), email="niemand@kring.example") for _ in range(7)]
    assert len({said(page).replace("niemand", "lotte") for page in known + unknown}) == 1
    rows = list(Attempts.objects.exclude(pk=seals.seal(attempts.NO_PERSON, scope="attempts")))
    assert [row.wrong for row in rows] == [attempts.FREE, attempts.FREE]
    assert not any("kring.example" in row.key for row in rows)


def test_the_log_knows_who_was_meant_and_no_address(family: Family) -> None:
    sign_in(Client())
    sign_in(Client(), email="niemand@kring.example")
    for number in range(20):
        sign_in(Client(), email=f"gok{number}@kring.example")
    lines = list(Entry.objects.filter(event=Event.WAY_REFUSED.value, seq__gt=family.start).order_by("seq"))
    assert [line.subject for line in lines][:2] == [family.person("lotte"), None]
    assert {tuple(line.codes) for line in lines} == {("password",)}
    assert len(lines) == 1 + attempts.FREE, "names that nobody has cannot fill the log"


def test_a_right_one_gives_the_try_back_and_not_those_of_a_stranger(looked: list[str]) -> None:
    for _ in range(attempts.FREE - 1):
        sign_in(Client())
    assert comes_in(Client())
    checked = len(looked)
    sign_in(Client())
    sign_in(Client())
    assert len(looked) == checked + 1


def test_mails_are_counted_too_and_the_page_stays_the_same() -> None:
    sent = {"email": LOTTE}
    pages = [Client().post(reverse("account_reset_password"), sent)["Location"] for _ in range(9)]
    assert set(pages) == {reverse("account_reset_password_done")}
    assert len(mail.outbox) == attempts.FREE


def test_who_chose_a_new_password_comes_in_whatever_a_stranger_does(family: Family) -> None:
    for _ in range(8):
        sign_in(Client())
    browser = Client()
    page = browser.get(welcome.link_for(User.objects.get(email=LOTTE)), follow=True)
    new = "zes schapen op de dijk"
    assert browser.post(page.redirect_chain[-1][0], {"password1": new, "password2": new}).status_code == 302
    assert comes_in(browser, new)


# -- the second step --------------------------------------------------------------------------------------------------


def second_step(family: Family) -> Callable[[str], bool]:
    """Lotte has a code on her phone; gives what happens when she types one after her password."""
    TOTP.activate(User.objects.get(person=family.person("lotte")), SECRET)

    def typed(code: str) -> bool:
        cache.clear()  # what one process of the server remembers, another does not know
        browser = Client()
        assert sign_in(browser, SENTENCE)["Location"] == reverse("mfa_authenticate")
        return browser.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302

    return typed


def right_code(steps_ago: int = 0) -> str:
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // STEP - steps_ago))


def test_codes_of_a_phone_are_guessed_five_times_and_then_the_right_one_waits(family: Family) -> None:
    typed = second_step(family)
    wrong = f"{(int(right_code()) + 500_000) % 1_000_000:06}"
    assert not any(typed(wrong) for _ in range(attempts.FREE))
    assert not typed(right_code())
    assert family.log(Event.WAY_REFUSED) == attempts.FREE


def test_a_code_of_a_phone_works_once_in_every_process(family: Family) -> None:
    typed, code = second_step(family), right_code()
    assert typed(code)
    assert not typed(code)


def test_a_code_that_turns_over_while_she_types_is_right_and_an_older_one_is_not(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed, now = second_step(family), time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    assert not typed(right_code(steps_ago=2))
    assert typed(right_code(steps_ago=1))
    assert not typed(right_code(steps_ago=1)), "it holds longer, and still works once"
    assert timedelta(seconds=3 * STEP) < attempts.A_CODE


def test_a_new_password_does_not_pass_the_second_step(family: Family) -> None:
    second_step(family)
    browser, new = Client(), "zes schapen op de dijk"
    page = browser.get(welcome.link_for(User.objects.get(email=LOTTE)), follow=True)
    browser.post(page.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert browser.get(reverse("people:organisation")).status_code == 302, "choosing one is not coming in"
    assert sign_in(browser, new)["Location"] == reverse("mfa_authenticate")
    assert browser.get(reverse("people:organisation")).status_code == 302
