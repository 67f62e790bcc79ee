"""The small behaviours of the kit in a real browser, each on a page of its own.  No server: files from disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

SCRIPTS = Path(__file__).resolve().parents[2] / "src/kring/kit/static/kit/js"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'"
BODY = """<kring-exit data-to="http://weather.test/"><a href="http://weather.test/">Weg van hier</a></kring-exit>
<p id="question">Wie maakt jou blij?</p>
<kring-speak data-of="question"><button type="button" aria-pressed="false" hidden>Lees voor</button></kring-speak>
<kring-status data-saved="Alles is bewaard" data-saving="Bewaren" data-unsaved="Nog niet bewaard: {n}"
  data-offline="Geen verbinding">
  <span class="status" role="status" data-is="saved">Alles is bewaard</span></kring-status>
<a href="/elsewhere" data-opens="box">Open</a>
<dialog id="box" aria-label="Venster"><form method="dialog"><button type="submit">Sluit</button></form></dialog>
<form method="post" action="/sent"><label>Wachtwoord <kring-peek><input type="password" name="word">
  <button type="button" aria-pressed="false" hidden>Toon</button></kring-peek></label>
  <button type="submit" name="verb" value="keep">Bewaar</button></form>"""
PAGE = '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kring</title>' + BODY
PAGE += "".join(f'<script type="module" src="/{path.name}"></script>' for path in sorted(SCRIPTS.glob("*.js")))
VOICE = """speechSynthesis.getVoices = () => [{lang: "%s", localService: true}];
window.said = []; speechSynthesis.speak = (words) => said.push(words.text);
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"""


@pytest.fixture
def page(browser: Browser) -> Page:
    page = browser.new_page()
    page.route("**/*", from_disk)
    return page


def from_disk(route: Route) -> None:
    name = route.request.url.rsplit("/", 1)[-1]
    if (script := SCRIPTS / name).is_file() and name:
        route.fulfill(body=script.read_text(encoding="utf-8"), content_type="text/javascript")
    elif name == "sent":
        return  # a slow answer: the form stays on its way
    else:
        route.fulfill(body=PAGE, content_type="text/html", headers={"Content-Security-Policy": POLICY})


def visit(page: Page) -> Page:
    page.goto("http://kring.test/")
    page.evaluate("customElements.whenDefined('kring-exit').then(() => true)")
    return page


def test_leaving_blanks_first_and_takes_the_place_of_this_page(page: Page) -> None:
    page.goto("http://before.test/")
    visit(page)
    took = page.evaluate(
        "() => { const from = performance.now(); document.querySelector('kring-exit').leave();"
        " return document.documentElement.hasAttribute('data-gone') ? performance.now() - from : 1000; }"
    )
    assert took <= 50
    page.wait_for_url("http://weather.test/")
    page.go_back()
    assert page.url == "http://before.test/"


def test_shift_three_times_leaves_and_a_capital_letter_does_not(page: Page) -> None:
    visit(page)
    for key in ["Shift", "Shift+A", "Shift", "Shift+B", "Shift"]:
        page.keyboard.press(key)
    assert page.url == "http://kring.test/"
    page.wait_for_timeout(1600)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("http://weather.test/")


@pytest.mark.parametrize(("voice", "heard"), [("nl-BE", True), ("nl-NL", True), ("en-GB", False)])
def test_reading_aloud_needs_a_dutch_voice(page: Page, voice: str, heard: bool) -> None:
    page.add_init_script(VOICE % voice)
    visit(page)
    button = page.get_by_role("button", name="Lees voor")
    expect(button).to_have_count(1 if heard else 0)
    if heard:
        button.click()
        assert page.evaluate("said") == ["Wie maakt jou blij?"]
        expect(button).to_have_attribute("aria-pressed", "true")


def test_what_is_not_safe_yet_is_said(page: Page) -> None:
    visit(page)
    line = page.get_by_role("status")
    page.evaluate("dispatchEvent(new CustomEvent('kring:unsaved', { detail: { count: 2 } }))")
    expect(line).to_have_text("Nog niet bewaard: 2")
    page.evaluate("dispatchEvent(new Event('offline'))")
    expect(line).to_have_text("Geen verbinding")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(line).to_have_text("Nog niet bewaard: 2")
    page.evaluate("dispatchEvent(new Event('kring:saved'))")
    expect(line).to_have_text("Alles is bewaard")


def test_a_dialog_opens_and_closes(page: Page) -> None:
    visit(page)
    page.get_by_role("link", name="Open").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("button", name="Sluit").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url == "http://kring.test/"


def test_two_presses_send_once_and_say_which_button(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data or "") if request.method == "POST" else None)
    visit(page)
    page.get_by_label("Wachtwoord").fill("een lange zin")
    page.get_by_role("button", name="Bewaar").dblclick(no_wait_after=True)
    page.wait_for_timeout(300)
    assert sent == ["word=een+lange+zin&verb=keep"]


def test_a_password_can_be_looked_at(page: Page) -> None:
    visit(page)
    page.get_by_role("button", name="Toon").click()
    expect(page.locator("input[name=word]")).to_have_attribute("type", "text")
    page.get_by_role("button", name="Toon").click()
    expect(page.locator("input[name=word]")).to_have_attribute("type", "password")
