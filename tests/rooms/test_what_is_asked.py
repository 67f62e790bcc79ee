"""What is asked of a password, a passkey and a session (OWASP ASVS 5.0, 6.2, 6.7 and 7.2)."""

import base64
import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.family import Family
from tests.rooms.staying import SENTENCE, account, at_work, sign_in, with_a_password
from tests.rooms.test_sign_in import choose
from tests.sources import modules

LONG = "Een Lange Zin met 's, ëé en 3 cijfers die niemand raadt; " * 2


@pytest.mark.parametrize(
    "password", [LONG, "vierpaardenindewei", "  spaties horen erbij  ", "🐴🐮🐷🐸🐔🐧🐦🐤🦆🦉🐺🐗🐝🐛🦋"]
)
def test_any_letters_at_any_length_and_exactly_as_typed(family: Family, password: str) -> None:
    assert choose(account(family), password).status_code == 302
    for wrong in (password[:-1], password.swapcase() + "x", password[:64] + "y"):
        assert not account(family).check_password(wrong)
    browser = Client()
    browser.post(reverse("account_login"), {"login": "lotte@kring.example", "password": password})
    assert browser.get(reverse("portals:today")).status_code == 200


def test_changing_asks_the_old_one(family: Family) -> None:
    browser, new = at_work(family), {"password1": LONG, "password2": LONG}
    assert browser.post(reverse("account_change_password"), new | {"oldpassword": "iets anders"}).status_code == 200
    assert account(family).check_password(SENTENCE)
    assert browser.post(reverse("account_change_password"), new | {"oldpassword": SENTENCE}).status_code == 302
    assert account(family).check_password(LONG)


def test_a_field_is_closed_and_a_password_manager_may_fill_it(family: Family) -> None:
    for page in (Client().get(reverse("account_login")), at_work(family).get(reverse("account_change_password"))):
        told = page.content.decode()
        asked = re.findall(r"<input[^>]*password[^>]*>", told)
        assert asked
        assert all('type="password"' in one for one in asked)
        assert "autocomplete" in told
        assert not re.search(r'autocomplete="off"|onpaste', told)


def test_who_forgot_is_asked_for_an_address_and_nothing_that_others_know() -> None:
    told = Client().get(reverse("account_reset_password")).content.decode()
    form = told[told.index("<main") : told.index("</main")]
    names = set(re.findall(r'<(?:input|select|textarea)[^>]*name="(\w+)"', form))
    assert names - {"csrfmiddlewaretoken", "next"} == {"email"}


def test_a_password_does_not_grow_old(family: Family) -> None:
    user = with_a_password(family)
    type(user).objects.filter(pk=user.pk).update(created_at=user.created_at.replace(year=2020))
    assert sign_in(Client())["Location"] in {"/", reverse("ways:invited")}


@pytest.mark.django_db
def test_every_question_to_a_passkey_is_a_new_one() -> None:
    asked = set()
    for _ in range(3):
        told = Client().get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"}).json()
        challenge = told["request_options"]["publicKey"]["challenge"]
        assert len(base64.urlsafe_b64decode(challenge + "==")) >= 16
        asked.add(challenge)
    assert len(asked) == 3


def test_every_session_is_new_and_cannot_be_guessed(family: Family) -> None:
    keys = {at_work(family).cookies[settings.SESSION_COOKIE_NAME].value for _ in range(3)}
    assert len(keys) == 3
    assert all(len(key) >= 32 for key in keys)  # of 36 letters and digits: 165 bits


def test_no_secret_comes_from_a_chance_that_can_be_computed() -> None:
    for path in modules():
        assert not re.search(r"^(?:import|from) random\b", path.read_text(encoding="utf-8"), re.MULTILINE), path
