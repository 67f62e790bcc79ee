"""<kring-contacts> in a real browser: read here, ticked by the child, then forgotten.  No server: files from disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

HERE = Path(__file__).resolve().parents[1]
SCRIPTS = HERE.parent / "src/kring/circle/static/circle"
CARDS = HERE / "files/vcards"
PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kring</title>
<form action="/sent"><kring-contacts>
  <label>Contacten <input type="file" name="file" data-part="file"></label>
  <p data-refused="too-large" hidden>te groot</p><p data-refused="no-names" hidden>geen namen</p>
  <template data-part="dialog"><dialog aria-label="Contacten">
    <label>Zoek <input type="search" data-part="search"></label><ul data-part="list"></ul>
    <p data-part="more" hidden>Zoek om er meer te zien.</p><p><span data-part="count"></span> gekozen</p>
    <button type="button" data-part="confirm">Zet in de kring</button>
    <button type="button" data-part="close">Sluiten</button></dialog></template>
  <template data-part="row"><li><label><input type="checkbox" data-part="tick">
    <span data-part="name"></span> <small data-part="whole"></small></label></li></template>
</kring-contacts></form><script type="module" src="/kring-contacts.js"></script></html>"""
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'"


@pytest.fixture
def page(browser: Browser) -> Page:
    page = browser.new_page()
    page.route("**/*", _from_disk)
    page.goto("http://kring.test/")
    page.evaluate("customElements.whenDefined('kring-contacts').then(() => true)")
    page.evaluate("addEventListener('kring-names', (event) => { window.chosen = event.detail; })")
    return page


def _from_disk(route: Route) -> None:
    name = route.request.url.rsplit("/", 1)[-1]
    if not name:
        route.fulfill(body=PAGE, content_type="text/html", headers={"Content-Security-Policy": POLICY})
    elif (script := SCRIPTS / name).is_file():
        route.fulfill(body=script.read_text(encoding="utf-8"), content_type="text/javascript")
    else:
        route.fulfill(status=404)


def choose(page: Page, name: str) -> None:
    page.get_by_label("Contacten").set_input_files(CARDS / name)


def chosen(page: Page) -> object:
    return page.evaluate("window.chosen ?? null")


def left(page: Page) -> tuple[int, str]:
    """What is still there afterwards: dialogs, and the path in the file input."""
    return page.locator("dialog").count(), page.get_by_label("Contacten").input_value()


def test_only_ticked_call_names_leave_and_the_rest_is_forgotten(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    choose(page, "ios-3.0.vcf")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("checkbox")).to_have_count(4)
    expect(dialog.get_by_role("checkbox", checked=True)).to_have_count(0)
    expect(dialog.get_by_role("button", name="Zet in de kring")).to_be_disabled()
    dialog.get_by_label("Oma Lea").check()
    dialog.get_by_label("Zoek").fill("amr")
    expect(dialog.get_by_role("checkbox")).to_have_count(1)
    dialog.get_by_label("Karim").check()
    dialog.get_by_label("Zoek").fill("")
    expect(dialog.get_by_label("Oma Lea")).to_be_checked()
    dialog.get_by_role("button", name="Zet in de kring").click()
    assert chosen(page) == {"names": ["Karim", "Oma Lea"]}
    assert left(page) == (0, "")
    assert all(url.endswith(".js") for url in asked)


@pytest.mark.parametrize("how", ["Escape", "Sluiten"])
def test_closing_chooses_nobody_and_forgets(page: Page, how: str) -> None:
    choose(page, "android-2.1.vcf")
    page.get_by_label("Juf Els").check()
    if how == "Escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_role("button", name=how).click()
    expect(page.locator("dialog")).to_have_count(0)
    assert chosen(page) is None
    assert left(page) == (0, "")
    choose(page, "android-2.1.vcf")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)


def test_enter_in_the_search_box_sends_nothing(page: Page) -> None:
    choose(page, "ios-3.0.vcf")
    page.get_by_label("Zoek").press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.url == "http://kring.test/"


@pytest.mark.parametrize(("name", "said"), [("no-cards.vcf", "geen namen"), ("empty.vcf", "geen namen")])
def test_a_file_without_names_is_said_so(page: Page, name: str, said: str) -> None:
    choose(page, name)
    expect(page.get_by_text(said)).to_be_visible()
    choose(page, "ios-3.0.vcf")
    expect(page.get_by_text(said)).to_be_hidden()


def test_a_file_that_is_too_large_is_not_read(page: Page, tmp_path: Path) -> None:
    large = tmp_path / "large.vcf"
    with large.open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    page.get_by_label("Contacten").set_input_files(large)
    expect(page.get_by_text("te groot")).to_be_visible()


def test_hostile_names_are_text(page: Page) -> None:
    choose(page, "hostile.vcf")
    expect(page.get_by_role("checkbox")).to_have_count(4)
    assert page.locator("img").count() == 0


def test_ten_megabytes_in_a_second(page: Page, tmp_path: Path) -> None:
    photo = (" " + "A" * 74 + "\r\n") * 1400
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Claes;Lien;;;\r\nPHOTO;ENCODING=b:\r\n{photo}END:VCARD\r\n"
    big = tmp_path / "big.vcf"
    big.write_text(card * (10_000_000 // len(card)), newline="")
    page.evaluate("import('/vcard.js')")
    page.evaluate("""document.querySelector('input').addEventListener('change', () => {
      const start = performance.now();
      new MutationObserver(() => { window.took ??= performance.now() - start; })
        .observe(document.body, { childList: true, subtree: true });
    }, { capture: true })""")
    page.get_by_label("Contacten").set_input_files(big)
    expect(page.get_by_role("checkbox").first).to_be_visible()
    assert page.evaluate("window.took") < 1000
