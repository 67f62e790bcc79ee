"""Lotte signs in with a passkey, is locked after lunch, and loses nothing; with a child beside her nothing closes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Server
from tests.e2e.phone import choose_password, link_of_a_new_colleague, pass_on_the_server, set_the_clock, with_passkeys
from tests.e2e.sitting import begin, dossier, line

SENTENCE = "vier paarden in de wei"
QUARTER = 15 * 60 * 1000


@pytest.fixture
def laptop(server: Server, browser: Browser) -> Page:
    """A laptop with a place for passkeys, at an address where browsers allow them."""
    choose_password(server, "lotte", SENTENCE)
    context = browser.new_context(base_url=server.address.replace("127.0.0.1", "localhost"), locale="nl-BE")
    page = context.new_page()
    with_passkeys(page)
    return page


def sign_in(page: Page) -> None:
    page.goto("/accounts/in/")
    page.get_by_label("E-mail").fill("lotte@kring.example")
    page.get_by_role("textbox", name="Wachtwoord").fill(SENTENCE)
    page.get_by_role("button", name="Aanmelden met je wachtwoord").click()


def make_a_passkey(page: Page) -> None:
    """The first time, Lotte is invited."""
    page.get_by_role("link", name="Maak een passkey").click()
    page.get_by_label("Hoe noem je hem?").fill("mijn laptop")
    page.get_by_role("button", name="Maak de passkey").click()
    expect(page.get_by_role("heading", name="Jouw noodcodes")).to_be_visible()


def test_a_passkey_is_made_and_brings_her_in(laptop: Page, clean: Callable[[Page], None]) -> None:
    sign_in(laptop)
    clean(laptop)
    make_a_passkey(laptop)
    laptop.goto("/in/passkeys/")
    expect(laptop.get_by_role("heading", name="mijn laptop")).to_be_visible()
    clean(laptop)
    laptop.get_by_role("button", name="Afmelden").click()
    laptop.goto("/accounts/in/")
    clean(laptop)
    laptop.get_by_role("button", name="Aanmelden met een passkey").click()
    expect(laptop.get_by_role("navigation").get_by_text("Vandaag")).to_be_visible()


def test_a_new_colleague_never_needs_a_password(laptop: Page, server: Server, clean: Callable[[Page], None]) -> None:
    link = link_of_a_new_colleague(server, "hilde")
    laptop.goto(link)
    clean(laptop)
    laptop.get_by_role("link", name="Maak een passkey").click()
    laptop.get_by_label("Hoe noem je hem?").fill("mijn gsm")
    clean(laptop)
    laptop.get_by_role("button", name="Maak de passkey en kom binnen").click()
    expect(laptop.get_by_role("navigation").get_by_text("Organisatie")).to_be_visible()
    laptop.get_by_role("button", name="Afmelden").click()
    laptop.goto(link)
    expect(laptop.get_by_role("heading", name="Deze link werkt niet meer")).to_be_visible()
    laptop.goto("/accounts/in/")
    laptop.get_by_role("button", name="Aanmelden met een passkey").click()
    expect(laptop.get_by_role("navigation").get_by_text("Organisatie")).to_be_visible()


def test_after_lunch_the_page_is_covered_and_what_she_typed_stands_there(
    laptop: Page, server: Server, clean: Callable[[Page], None]
) -> None:
    sign_in(laptop)
    make_a_passkey(laptop)
    place = dossier(laptop)
    set_the_clock(laptop)
    laptop.goto(f"{place}circle/list/")
    typed = laptop.locator("form[action$='/circle/people/']").get_by_role("textbox")
    typed.fill("nonkel Ja")
    laptop.clock.run_for(QUARTER + 10_000)
    cover = laptop.get_by_role("dialog", name="Even op slot")
    expect(cover).to_be_visible()
    expect(laptop.locator("main")).to_be_hidden()
    assert laptop.title() == "Kring"
    for _ in range(2):
        laptop.keyboard.press("Escape")
    expect(cover).to_be_visible()
    clean(laptop)
    other = laptop.context.new_page()
    other.goto(f"{place}circle/list/")
    expect(other.get_by_role("heading", name="Even op slot")).to_be_visible()
    cover.get_by_label("Je pincode of je wachtwoord").fill("iets anders")
    cover.get_by_role("button", name="Open", exact=True).click()
    expect(cover.get_by_text("Dat klopt niet")).to_be_visible()
    cover.get_by_role("button", name="Open met je passkey").click()
    expect(cover).to_be_hidden()
    expect(typed).to_have_value("nonkel Ja")


def test_it_covers_and_says_what_it_needs_when_the_connection_is_gone(laptop: Page) -> None:
    sign_in(laptop)
    place = dossier(laptop)
    set_the_clock(laptop)
    laptop.goto(f"{place}circle/list/")
    with laptop.expect_response("**/in/lock/cover/*"), laptop.expect_response("**/passkey-form.*"):
        laptop.clock.run_for(6_000)
    laptop.context.set_offline(True)
    laptop.clock.run_for(QUARTER)
    cover = laptop.get_by_role("dialog", name="Even op slot")
    expect(laptop.locator("main")).to_be_hidden()
    cover.get_by_label("Je pincode of je wachtwoord").fill(SENTENCE)
    cover.get_by_role("button", name="Open", exact=True).click()
    expect(cover.get_by_role("alert")).to_contain_text("Er is even geen verbinding")
    laptop.context.set_offline(False)
    cover.get_by_role("button", name="Open", exact=True).click()
    expect(cover).to_be_hidden()
    expect(laptop.locator("main")).to_be_visible()


def test_it_covers_also_when_what_opens_it_never_came(laptop: Page) -> None:
    sign_in(laptop)
    place = dossier(laptop)
    set_the_clock(laptop)
    laptop.route("**/in/lock/cover/*", lambda route: route.abort())
    laptop.goto(f"{place}circle/list/")
    laptop.clock.run_for(QUARTER + 10_000)
    cover = laptop.get_by_role("dialog", name="Even op slot")
    expect(laptop.locator("main")).to_be_hidden()
    expect(cover.get_by_role("alert")).to_contain_text("Er is even geen verbinding")
    laptop.unroute("**/in/lock/cover/*")
    laptop.clock.run_for(6_000)
    cover.get_by_label("Je pincode of je wachtwoord").fill(SENTENCE)
    expect(cover.get_by_role("alert")).to_be_hidden()
    cover.get_by_role("button", name="Open", exact=True).click()
    expect(cover).to_be_hidden()


def test_who_types_is_here_and_the_server_knows(laptop: Page, server: Server) -> None:
    sign_in(laptop)
    place = dossier(laptop)
    set_the_clock(laptop)
    laptop.goto(f"{place}circle/list/")
    typed = laptop.locator("form[action$='/circle/people/']").get_by_role("textbox")
    with laptop.expect_request("**/in/beat/"):
        for letter in "oma":
            typed.press(letter)
            laptop.clock.run_for(QUARTER // 5)
    expect(laptop.get_by_role("dialog", name="Even op slot")).to_have_count(0)


def test_a_form_that_meets_the_lock_waits(server: Server, browser: Browser) -> None:
    choose_password(server, "lotte", SENTENCE)
    context = browser.new_context(base_url=server.address, locale="nl-BE", java_script_enabled=False)
    page = context.new_page()
    sign_in(page)
    page.goto(f"{dossier(page)}circle/list/")
    adding = page.locator("form[action$='/circle/people/']")
    adding.get_by_role("textbox").fill("nonkel Jan")
    pass_on_the_server(server, 20)
    adding.get_by_role("button", name="Zet erbij").click()
    page.get_by_label("Je pincode of je wachtwoord").fill(SENTENCE)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("heading", name="Je was iets aan het bewaren")).to_be_visible()
    page.get_by_role("button", name="Bewaar het nu").click()
    page.goto(f"{dossier(page)}circle/list/")
    expect(page.get_by_text("nonkel Jan").first).to_be_visible()


def test_with_a_child_beside_her_nothing_closes(laptop: Page, server: Server) -> None:
    sign_in(laptop)
    set_the_clock(laptop)
    begin(laptop)
    line(laptop).press_sequentially("tante Mi")
    laptop.clock.run_for(3 * QUARTER)
    expect(laptop.get_by_role("dialog", name="Even op slot")).to_have_count(0)
    expect(line(laptop)).to_have_value("tante Mi")
    pass_on_the_server(server, 90)
    laptop.reload()
    expect(line(laptop)).to_be_visible()


def test_at_home_the_page_is_left_and_nothing_comes_back(visit: Callable[..., Page]) -> None:
    page = visit("noor", width=390)
    set_the_clock(page)
    page.goto("/")
    page.get_by_role("link", name="Mijn kring").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn kring")
    page.wait_for_load_state()  # a link does not wait, and what watches the clock comes after the words
    page.clock.run_for(5 * 60 * 1000 + 10_000)
    expect(page.get_by_role("heading", name="Je bent weg")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Meld je aan")).to_be_visible()


def test_at_home_words_that_were_not_sent_wait_for_who_typed_them(visit: Callable[..., Page]) -> None:
    page = visit("noor", width=390)
    noor = re.sub(r".*(/d/[^/]+/).*", r"\1", page.get_by_role("link", name="Mijn kring").get_attribute("href") or "")
    set_the_clock(page)
    page.goto(f"{noor}wish/")
    page.get_by_label("In je eigen woorden").press_sequentially("zij luistert")
    with page.expect_response("**/in/beat/"):  # a minute lies between this and leaving; here they would cross
        page.clock.run_for(4 * 60 * 1000 + 6_000)
    page.clock.run_for(60 * 1000)
    expect(page.get_by_role("heading", name="Je bent weg")).to_be_visible()
    expect(page.get_by_text("Het wacht een uur op jou")).to_be_visible()
    page.goto("/visit/")
    page.locator("form[action='/visit/noor/'] button").click()
    expect(page.get_by_text("zij luistert")).to_be_visible()
    page.get_by_role("button", name="Schrijf verder").click()
    expect(page.get_by_label("In je eigen woorden")).to_have_value("zij luistert")
    expect(page.get_by_text("Hier was je gebleven")).to_be_visible()
