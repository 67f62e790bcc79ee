"""Signing in with a real OpenID provider, through a browser: linked by the person itself first, and then a way in."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import places
from tests.e2e.conftest import Server, Visit, serving
from tests.e2e.phone import pass_on_the_server
from tests.openid.process import PASSWORD, Told, provider

BACK_TO = (
    "http://127.0.0.1/accounts/openid/acm/back/"  # of the loopback a provider leaves the port open (RFC 8252, 7.3)
)


@pytest.fixture(scope="module")
def acm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The provider, and the file that tells Kring of it: starting it takes longer than what is tried on it."""
    file = tmp_path_factory.mktemp("acm") / "openid.toml"
    with provider(BACK_TO) as told, pytest.MonkeyPatch.context() as patch:
        told.write(file, 'acr = ["substantial", "high"]', 'amr = ["mfa"]')
        patch.setenv("KRING_OPENID_FILE", str(file))
        yield told


@pytest.fixture(scope="module")
def linking(acm: Told, template: Path) -> Iterator[Server]:  # the provider has to be there first
    """Kring, started when the provider was there."""
    with serving(template) as server:
        yield server


@pytest.fixture
def server(linking: Server, template: Path) -> Server:
    """That Kring, as it was on its first day."""
    places.put_back(template, linking.data)
    return linking


def at_the_provider(page: Page, who: str) -> None:
    expect(page.get_by_role("heading", name="Aanmelden bij de overheid")).to_be_visible()
    page.get_by_label("Username").fill(who)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()


def linked(page: Page, who: str) -> None:
    page.goto("/accounts/linked/")
    page.get_by_role("button", name="Koppel").click()
    at_the_provider(page, who)
    expect(page.get_by_text("Gekoppeld", exact=True)).to_be_visible()


def without_asking_anew(page: Page) -> None:
    """Go to the provider, with the wish to be asked anew taken out of the address."""
    form = page.locator("form[action$='/again/']")
    fields = {"csrfmiddlewaretoken": form.locator("[name=csrfmiddlewaretoken]").input_value(), "next": "/"}
    sent = page.request.post(str(form.get_attribute("action")), form=fields, max_redirects=0)
    page.goto(sent.headers["location"].replace("prompt=login", "display=page").replace("max_age=0", "max_age=9999"))


def test_lotte_links_it_and_comes_in_with_it(visit: Visit, server: Server) -> None:
    page = visit("lotte", width=390)
    linked(page, "lotte")

    page.context.clear_cookies(name="kring")
    page.goto("/accounts/in/")
    page.get_by_role("button", name="Aanmelden met ACM/IDM").click()
    at_the_provider(page, "lotte")  # who found this computer, finds no open sign-in
    page.wait_for_url(re.compile(re.escape(server.address)))
    page.goto("/today/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith("/today/"), "she is in"


def test_a_sign_in_that_is_too_weak_is_refused(browser: Browser, server: Server) -> None:
    page = browser.new_context(base_url=server.address, locale="nl-BE").new_page()
    page.goto("/accounts/in/")
    page.get_by_role("button", name="Aanmelden met ACM/IDM").click()
    at_the_provider(page, "weak")
    expect(page.get_by_role("heading", name="Meld je daar sterker aan")).to_be_visible()
    page.goto("/today/")
    assert "/accounts/in/" in page.url


def test_who_is_not_linked_reads_a_plain_sentence_and_is_not_in(browser: Browser, server: Server) -> None:
    page = browser.new_context(base_url=server.address, locale="nl-BE").new_page()
    page.goto("/accounts/in/")
    page.get_by_role("button", name="Aanmelden met ACM/IDM").click()
    at_the_provider(page, "stranger")
    expect(page.get_by_role("heading", name="We kennen deze aanmelding nog niet")).to_be_visible()
    page.goto("/today/")
    assert "/accounts/in/" in page.url


def test_before_a_role_is_given_the_provider_is_asked_anew(visit: Visit, server: Server, acm: Told) -> None:
    page = visit("mo", width=390)
    linked(page, "lotte")
    pass_on_the_server(server, minutes=14)
    page.goto("/house/colleagues/")
    expect(page.get_by_role("heading", name="Ben jij het nog?")).to_be_visible()

    acm.age("lotte", minutes=14)
    without_asking_anew(page)
    expect(page.get_by_role("heading", name="Meld je daar opnieuw aan")).to_be_visible()

    page.goto("/house/colleagues/")
    page.get_by_role("button", name="Toon het bij ACM/IDM").click()
    at_the_provider(page, "stranger")
    expect(page.get_by_role("heading", name="Dat is iemand anders")).to_be_visible()

    page.goto("/house/colleagues/")
    page.get_by_role("button", name="Toon het bij ACM/IDM").click()
    at_the_provider(page, "lotte")
    expect(page.get_by_label("Roepnaam")).to_be_visible()
    assert page.url.endswith("/house/colleagues/")
