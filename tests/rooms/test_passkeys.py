"""Passkeys, a PIN, and being asked once more.  Making and using one is in tests/e2e: it takes a browser."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.audit.events import Event
from kring.people import seals, welcome
from kring.people.acts import passkeys
from kring.people.forms.passkeys import NewPasskey
from kring.people.models import Pin, User
from tests.family import Family
from tests.rooms.staying import SENTENCE, account, at_work, sign_in, with_a_password

CREDENTIAL = {"id": "AQID", "response": {"attestationObject": "o2M", "clientDataJSON": "e30"}}


def has_one(user: User, name: str = "mijn gsm") -> Authenticator:
    passkeys.add(user, name, CREDENTIAL)
    return passkeys.of(user)[-1]


def test_it_lies_closed_and_opens_for_who_reads_it(family: Family) -> None:
    row = has_one(account(family))
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator WHERE id = %s", [row.pk])
        lies = str(cursor.fetchone()[0])
    assert "mijn gsm" not in lies
    assert "AQID" not in lies
    assert row.wrap().name == "mijn gsm"
    row.record_usage()
    row.refresh_from_db()
    assert row.data["credential"] == CREDENTIAL


def test_a_first_time_by_password_invites_and_a_second_does_not(family: Family) -> None:
    with_a_password(family)
    assert sign_in(Client())["Location"] == "/in/passkeys/invited/"
    at_work(family)
    assert sign_in(Client())["Location"] == "/"


def test_another_name_and_away(family: Family) -> None:
    browser = at_work(family)
    row = has_one(account(family))
    browser.post(reverse("ways:passkey_rename", args=[row.pk]), {"name": "mijn laptop", "once": family.once()})
    assert "mijn laptop" in browser.get(reverse("ways:passkeys")).content.decode()
    stranger = family.browser("bram")
    assert stranger.post(reverse("ways:passkey_remove", args=[row.pk])).status_code == 404
    browser.post(reverse("ways:passkey_remove", args=[row.pk]))
    assert passkeys.of(account(family)) == []
    assert family.log(Event.PASSKEY_ADDED) == family.log(Event.PASSKEY_REMOVED) == 1


def test_the_last_way_in_stays(family: Family) -> None:
    only, user = has_one(account(family, "noor")), account(family, "noor")
    with pytest.raises(passkeys.LastWayInError):
        passkeys.remove(user, only)
    has_one(user, "een andere")
    passkeys.remove(user, only)
    assert [one.wrap().name for one in passkeys.of(user)] == ["een andere"]


def test_a_false_passkey_is_refused(family: Family) -> None:
    browser = at_work(family)
    browser.get(reverse("ways:passkey_add"))
    sent = {"name": "x", "credential": '{"id": "AQID", "response": {}}', "once": family.once()}
    assert browser.post(reverse("ways:passkey_add"), sent).status_code == 200
    false = {"credential": '{"id": "AQID", "response": {"userHandle": "AAAA"}}'}
    assert Client().post(reverse("mfa_login_webauthn"), false).status_code == 302
    assert passkeys.of(account(family)) == []


def test_a_password_beside_a_passkey_is_only_half(family: Family) -> None:
    has_one(with_a_password(family))
    assert sign_in(Client())["Location"] == reverse("mfa_authenticate")


def test_the_link_of_a_new_colleague_can_make_a_passkey_and_an_old_one_cannot(family: Family) -> None:
    user = account(family)
    browser = Client()
    shown = browser.get(welcome.link_for(user), follow=True).content.decode()
    first = reverse("ways:passkey_first", args=[shown.partition("/in/passkeys/first/")[2].partition("/")[0]])
    assert "creation_options" in browser.get(first).content.decode()
    assert "creation_options" not in Client().get(first).content.decode()
    with_a_password(family)
    assert "creation_options" not in browser.get(first).content.decode()


def test_of_two_first_passkeys_at_once_one_is_kept(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, user = Client(), account(family, "an")
    shown = browser.get(welcome.link_for(user), follow=True).content.decode()
    first = reverse("ways:passkey_first", args=[shown.partition("/in/passkeys/first/")[2].partition("/")[0]])
    browser.get(first)

    def meanwhile(_form: NewPasskey) -> dict[str, Any]:
        passkeys.add_first(user, "de andere", CREDENTIAL)
        return CREDENTIAL

    monkeypatch.setattr(NewPasskey, "clean_credential", meanwhile)
    sent = {"name": "te laat", "credential": '{"id": "AQID"}', "once": family.once()}
    told = browser.post(first, sent).content.decode()
    assert "Deze link werkt niet meer" in told
    assert [one.wrap().name for one in passkeys.of(user)] == ["de andere"]
    assert "_auth_user_id" not in browser.session


# -- being asked once more --------------------------------------------------------------------------------------------


def new_colleague(browser: Client, family: Family) -> HttpResponse:
    fields = {"call_name": "Yara", "email": "yara@kring.example", "role": "officer", "once": family.once()}
    return browser.post(reverse("people:colleague"), fields)


def later(browser: Client, minutes: int) -> None:
    """So long ago, this person showed who it is."""
    session = browser.session
    records = session["account_authentication_methods"]
    session["account_authentication_methods"] = [one | {"at": time.time() - minutes * 60} for one in records]
    session.save()


def test_a_role_is_given_by_who_showed_lately_who_it_is(family: Family) -> None:
    browser = at_work(family, "mo")
    later(browser, 11)
    asked = new_colleague(browser, family)
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    assert family.log(Event.COLLEAGUE_ADDED) == 0
    wrong = browser.post(asked["Location"], {"password": "iets anders", "next": reverse("people:colleague")})
    assert wrong.status_code == 200
    browser.post(asked["Location"], {"password": SENTENCE, "next": reverse("people:colleague")})
    assert family.log(Event.COLLEAGUE_ADDED) == 1, "what was being sent, is sent"


def test_within_ten_minutes_nobody_is_asked_again(family: Family) -> None:
    browser = at_work(family, "mo")
    later(browser, 9)
    new_colleague(browser, family)
    assert family.log(Event.COLLEAGUE_ADDED) == 1


@pytest.mark.parametrize(
    "page",
    [
        "people:colleague",
        "people:contact",
        "ways:passkey_add",
        "ways:pin",
        "ways:others",
        "ways:channel",
        "mfa_activate_totp",
    ],
)
def test_what_is_grave_is_asked_for(family: Family, page: str) -> None:
    browser = at_work(family, "mo")
    later(browser, 11)
    assert browser.post(reverse(page))["Location"].startswith(reverse("account_reauthenticate"))


def test_a_stranger_is_not_asked_it_is_just_not_there(family: Family) -> None:
    browser = at_work(family, "lotte")
    later(browser, 11)
    assert new_colleague(browser, family).status_code == 404


# -- a PIN ------------------------------------------------------------------------------------------------------------

Choose = Callable[[str], int]


@pytest.fixture
def choose(family: Family) -> Choose:
    browser = at_work(family)
    Pin.objects.all().delete()

    def inside(pin: str) -> int:
        return browser.post(reverse("ways:pin"), {"pin": pin, "again": pin, "once": family.once()}).status_code

    return inside


def test_a_pin_is_chosen(family: Family, choose: Choose) -> None:
    before = family.log(Event.PIN_CHOSEN)
    assert choose("482915") == 302
    assert seals.fits("482915", Pin.objects.get(person=family.person("lotte")).code)
    assert family.log(Event.PIN_CHOSEN) == before + 1


@pytest.mark.parametrize("easy", ["000000", "123456", "654321", "121212", "123123", "140587", "12345", "abcdef"])
def test_an_easy_one_is_refused(choose: Choose, easy: str) -> None:
    assert choose(easy) == 200
    assert not Pin.objects.exists()
