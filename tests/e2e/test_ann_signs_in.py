"""Ann comes in three ways, on a phone, with no help: password and passkey, password and code, a link for one time."""

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Server, Visit
from tests.e2e.phone import choose_password, with_passkeys
from tests.e2e.sitting import dossier
from tests.e2e.test_wilmas_link import A_PHONE, types, wilmas_phone

SENTENCE = "vier paarden in de wei"


@pytest.fixture
def phone(server: Server, browser: Browser) -> Page:
    """Her own, at an address where browsers allow passkeys."""
    choose_password(server, "ann", SENTENCE)
    here = server.address.replace("127.0.0.1", "localhost")
    page = browser.new_context(base_url=here, viewport=A_PHONE, has_touch=True, locale="nl-BE").new_page()
    with_passkeys(page)
    return page


def sign_in(page: Page) -> None:
    page.goto("/accounts/in/")
    page.get_by_label("E-mail").fill("ann@kring.example")
    page.get_by_role("textbox", name="Wachtwoord").fill(SENTENCE)
    page.get_by_role("button", name="Aanmelden met je wachtwoord").tap()


def code_of(secret: str) -> str:
    """What the app on her phone shows now (RFC 6238)."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    begin = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[begin : begin + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def finds_only_what_is_hers(page: Page, clean: Callable[[Page], None]) -> None:
    """Her two children, and of Noor what is for a parent: no circle, and no word of whom Noor chose."""
    page.goto("/")
    choice = page.locator("main a[href^='/d/']", has_text="Noor")
    if not re.search("/d/", page.url):
        choice.first.tap()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    clean(page)
    told = page.locator("main").inner_text()
    assert [name for name in ("Karim", "Wilma", "Yara", "Tarik") if name in told] == []
    place = re.search(r"/d/[0-9a-f-]+/", page.url)
    assert place
    assert page.request.get(f"{place[0]}circle/").status == 404


def test_a_password_asks_for_a_second_thing_and_a_passkey_is_enough(phone: Page, clean: Callable[[Page], None]) -> None:
    sign_in(phone)
    expect(phone.get_by_role("heading", name="Je account is er")).to_be_visible()
    clean(phone)
    phone.get_by_role("link", name="Maak een passkey").tap()
    phone.get_by_label("Hoe noem je hem?").fill("mijn gsm")
    phone.get_by_role("button", name="Maak de passkey").tap()
    expect(phone.get_by_role("heading", name="Jouw noodcodes")).to_be_visible()
    finds_only_what_is_hers(phone, clean)
    phone.context.clear_cookies()
    phone.goto("/accounts/in/")
    phone.get_by_role("button", name="Aanmelden met een passkey").tap()
    phone.wait_for_url(lambda address: "/accounts/in/" not in address)
    finds_only_what_is_hers(phone, clean)


def test_a_password_and_the_code_of_an_app(phone: Page, clean: Callable[[Page], None]) -> None:
    sign_in(phone)
    phone.get_by_role("link", name="Liever een code op mijn gsm").tap()
    phone.get_by_text("Lukt het niet?").tap()
    secret = phone.locator(".key").inner_text()
    phone.get_by_label("Code van zes cijfers").fill(code_of(secret))
    phone.get_by_role("button", name="Zet aan").tap()
    expect(phone.get_by_role("button", name="Zet aan")).to_have_count(0)
    phone.context.clear_cookies()
    sign_in(phone)
    expect(phone.get_by_role("heading", name="Nog één stap")).to_be_visible()
    clean(phone)
    phone.goto("/today/")
    assert "/accounts/" in phone.url, "the password alone is not enough"


def test_a_link_for_one_time_opens_once(
    visit: Visit, server: Server, browser: Browser, clean: Callable[[Page], None]
) -> None:
    lotte = visit("lotte")
    lotte.goto(f"{dossier(lotte)}ways/parent/")
    lotte.get_by_role("radio", name="Ann").check()
    lotte.get_by_role("button", name=re.compile("Maak de link")).click()
    address = lotte.get_by_label("De link", exact=True).input_value()
    pin = lotte.locator(".card .code").inner_text()
    ann = wilmas_phone(server, browser)
    ann.goto(address)
    clean(ann)
    types(ann, pin, then="Dag Ann")
    finds_only_what_is_hers(ann, clean)
    another = wilmas_phone(server, browser)
    another.goto(address)
    assert "Noor" not in another.content()
    another.get_by_label("De zes cijfers").fill(pin)
    with another.expect_navigation():
        another.get_by_role("button", name="Open").tap()
    assert "Noor" not in another.content(), "it works one time, and on one phone"
