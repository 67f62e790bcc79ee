"""Workers come in for real: by password, or by password and code, and by nothing else."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import mail, signing
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kring.people import welcome
from kring.people.models import User
from tests.family import Family

SENTENCE = "vier paarden in de wei"
SHORT = "blauwe8x"
SALT = SessionStore().key_salt
LOTTE = "lotte@kring.example"


@pytest.fixture(autouse=True)
def nobody_tried_before() -> None:
    """Attempts are counted in the cache."""
    cache.clear()


def account(family: Family, name: str = "lotte") -> User:
    return User.objects.get(person=family.person(name))


def choose(user: User, password: str) -> HttpResponse:
    """Choose a password with the link that a new colleague gets."""
    browser = Client()
    page = browser.get(welcome.link_for(user), follow=True)
    return browser.post(page.redirect_chain[-1][0], {"password1": password, "password2": password})


def sign_in(browser: Client, password: str = SENTENCE, email: str = LOTTE) -> HttpResponse:
    return browser.post(reverse("account_login"), {"login": email, "password": password})


def code(secret: str) -> dict[str, str]:
    cache.clear()  # a code works once: the cache remembers it
    return {"code": format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))}


def activate(browser: Client) -> str:
    """Switch on the code of one's phone; gives its secret."""
    browser.post(reverse("account_reauthenticate"), {"password": SENTENCE})
    page = browser.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'class="key">([A-Z2-7]+)<', page)
    assert secret, page
    assert browser.post(reverse("mfa_activate_totp"), code(secret[1])).status_code == 302
    return secret[1]


class AsItLies:
    """Reads a session as a thief of the database would."""

    def loads(self, data: bytes) -> bytes:
        return data


def is_in(browser: Client) -> bool:
    return browser.get(reverse("portals:today")).status_code == 200


def test_a_new_colleague_chooses_a_sentence_and_comes_in(family: Family) -> None:
    assert choose(account(family), SENTENCE).status_code == 302
    browser = Client()
    assert sign_in(browser).status_code == 302
    assert is_in(browser)


def test_the_link_works_once(family: Family) -> None:
    link = welcome.link_for(account(family))
    assert choose(account(family), SENTENCE).status_code == 302
    assert "werkt niet meer" in Client().get(link, follow=True).content.decode()


@pytest.mark.parametrize("weak", ["veertien teken", SHORT, "123456789987654321", "qwerty123456789"])
def test_a_password_that_is_short_or_much_used_is_refused(family: Family, weak: str) -> None:
    assert choose(account(family), weak).status_code == 200
    assert not account(family).has_usable_password()


def test_a_short_password_beside_a_code_of_ones_phone(family: Family) -> None:
    choose(account(family), SENTENCE)
    browser = Client()
    sign_in(browser)
    change = {"oldpassword": SENTENCE, "password1": SHORT, "password2": SHORT}
    assert browser.post(reverse("account_change_password"), change).status_code == 200, "not without a second factor"
    secret = activate(browser)
    assert browser.post(reverse("account_change_password"), change).status_code == 302

    again = Client()
    assert sign_in(again, SHORT).status_code == 302
    assert not is_in(again), "the password alone is not enough"
    assert again.post(reverse("mfa_authenticate"), code(secret)).status_code == 302
    assert is_in(again)
    again.post(reverse("mfa_deactivate_totp"))
    assert sign_in(Client(), SHORT)["Location"] == reverse("mfa_authenticate"), "what a short password leans on, stays"


def test_a_copy_of_the_database_opens_no_second_factor_and_tells_no_name(family: Family) -> None:
    choose(account(family), SENTENCE)
    browser = Client()
    sign_in(browser)
    secret = activate(browser)
    page = reverse("circle:add", args=[family.noor.dossier])
    browser.post(page, {"names": "nonkel Jan", "layer": "child", "once": family.once()})
    kept = [dict(one.data) for one in Authenticator.objects.all()]
    assert len(kept) == 2, "the code and the codes on paper"
    assert all(
        str(value).startswith("k1:") for data in kept for name, value in data.items() if name in {"secret", "seed"}
    )
    assert secret not in str(kept)
    remembered = [signing.loads(one.session_data, salt=SALT, serializer=AsItLies) for one in Session.objects.all()]
    assert remembered
    assert all(text.startswith(b"k1:") for text in remembered)


def test_with_cookies_switched_off_a_sentence_says_so(family: Family) -> None:
    choose(account(family), SENTENCE)
    strict = Client(enforce_csrf_checks=True)
    refused = sign_in(strict)
    assert refused.status_code == 403
    assert "cookies" in refused.content.decode()
    assert not is_in(strict)


def test_signing_out_closes_the_session_for_good(family: Family) -> None:
    choose(account(family), SENTENCE)
    browser = Client()
    sign_in(browser)
    kept = browser.cookies["kring"].value
    assert browser.post(reverse("account_logout")).status_code == 302
    assert not is_in(browser)
    browser.cookies["kring"] = kept
    assert not is_in(browser)


def test_who_may_not_come_in_any_more_is_out_at_the_next_request(family: Family) -> None:
    choose(account(family), SENTENCE)
    browser = Client()
    sign_in(browser)
    assert is_in(browser)
    User.objects.filter(email=LOTTE).update(is_active=False)
    assert not is_in(browser)
    again = Client()
    sign_in(again)
    assert not is_in(again)


def test_a_known_and_an_unknown_address_get_the_same_answer(family: Family) -> None:
    choose(account(family), SENTENCE)
    pages = [sign_in(Client(), "iets helemaal anders", email) for email in (LOTTE, "niemand@kring.example")]
    assert {page.status_code for page in pages} == {200}
    assert len({said(page) for page in pages}) == 1
    resets = [
        Client().post(reverse("account_reset_password"), {"email": email}) for email in (LOTTE, "nul@kring.example")
    ]
    assert {(page.status_code, page["Location"]) for page in resets} == {(302, reverse("account_reset_password_done"))}
    assert "nieuw wachtwoord" in mail.outbox[0].subject
    assert "Noor" not in mail.outbox[0].body


def said(page: HttpResponse) -> str:
    """The page without what the browser itself put in."""
    return re.sub(r'value="[^"]*"', "", page.content.decode())


def test_nobody_signs_up_alone(family: Family) -> None:
    page = reverse("account_signup")
    before = User.objects.count()
    facts = {"email": "wie@kring.example", "password1": SENTENCE, "password2": SENTENCE}
    assert Client().post(page, facts).status_code == 200
    assert "password" not in Client().get(page).content.decode()
    assert User.objects.count() == before
