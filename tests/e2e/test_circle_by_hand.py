"""<kring-circle> in a real browser: dragging, tapping, keys, and the new drawing sliding in.  No server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from kring.circle.domains import Domain, Ring
from kring.circle.drawing import draw_page
from kring.circle.geometry import Dot, Picture

SCRIPTS = Path(__file__).resolve().parents[2] / "src/kring/circle/static/circle"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'"
FAMILY = Picture(
    "Noor",
    (
        Dot("rita", "oma Rita", Ring.NEAR, Domain.FAMILY),
        Dot("yara", "Yara", Ring.VERY_NEAR, Domain.FRIENDS),
        *(Dot(f"s{number}", f"leerkracht {number}", Ring.NEAR, Domain.SCHOOL) for number in range(14)),
    ),
)
MOVED = Picture("Noor", (Dot("rita", "oma Rita", Ring.FURTHER, Domain.FAMILY), *FAMILY.dots[1:]))
PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kring</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/circle.css">
<kring-circle>{circle}</kring-circle><script type="module" src="/kring-circle.js"></script></html>"""
LISTEN = """() => { window.told = [];
  for (const name of ["kring-place", "kring-pick", "kring-open"])
    addEventListener(name, (event) => told.push({ name, ...event.detail })); }"""


def _serve(route: Route) -> None:
    name = route.request.url.rsplit("/", 1)[-1]
    if not name:
        body, kind = PAGE.format(circle=draw_page(FAMILY)), "text/html; charset=utf-8"
    else:
        body = (SCRIPTS / name).read_text("utf-8")
        kind = "text/css" if name.endswith(".css") else "text/javascript"
    route.fulfill(body=body, content_type=kind, headers={"Content-Security-Policy": POLICY, "Content-Type": kind})


@pytest.fixture(params=[1000, 390])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": request.param, "height": 1000})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.route("**/*", _serve)
    page.goto("http://kring.test/")
    page.evaluate("customElements.whenDefined('kring-circle').then(() => true)")
    page.evaluate(LISTEN)
    yield page
    assert [fault for fault in faults if "favicon" not in fault] == []


def told(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("told")
    return found


def spot(page: Page, ring: int, domain: str) -> tuple[float, float]:
    """A point in the middle of a cell."""
    x, y = page.evaluate(
        """([ring, domain]) => {
          const svg = [...document.querySelectorAll("svg.circle")].find((one) => one.getClientRects().length);
          const rings = svg.dataset.rings.split(" ").map(Number);
          const [, start, end] = svg.dataset.sectors.split(" ").find((one) => one.startsWith(domain)).split(":");
          const radius = (rings[ring - 1] + (rings[ring - 2] ?? svg.dataset.child * 1)) / 2;
          const angle = (start * 1 + end * 1) / 2;
          const flat = new DOMPoint(radius * Math.sin(angle), -radius * Math.cos(angle));
          const point = flat.matrixTransform(svg.getScreenCTM());
          return [point.x, point.y]; }""",
        [ring, domain],
    )
    return float(x), float(y)


def person(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name).first


def take(page: Page, someone: Locator) -> None:
    """Press on the disc."""
    box = someone.locator("circle").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()


def test_dragging_someone_to_a_cell_says_where(page: Page) -> None:
    take(page, person(page, "oma Rita"))
    page.mouse.move(*spot(page, 2, "friends"), steps=5)
    page.mouse.move(*spot(page, 3, "friends"), steps=5)
    expect(page.locator("svg.circle .aim")).to_have_count(1)
    page.mouse.up()
    assert told(page) == [{"name": "kring-place", "key": "rita", "ring": 3, "domain": "friends"}]
    expect(page.locator(".aim")).to_have_count(0)


def test_escape_brings_a_dragged_person_home(page: Page) -> None:
    rita = person(page, "oma Rita")
    home = rita.get_attribute("transform")
    rita.focus()
    take(page, rita)
    page.mouse.move(*spot(page, 3, "street"), steps=4)
    assert rita.get_attribute("transform") != home
    page.keyboard.press("Escape")
    assert rita.get_attribute("transform") == home
    page.mouse.up()
    assert not [one for one in told(page) if one["name"] == "kring-place"]


def test_a_person_put_down_outside_goes_back(page: Page) -> None:
    rita = person(page, "oma Rita")
    home = rita.get_attribute("transform")
    take(page, rita)
    page.mouse.move(2, 2, steps=4)
    page.mouse.up()
    assert rita.get_attribute("transform") == home
    assert told(page) == []


def test_tap_a_person_then_a_cell(page: Page) -> None:
    person(page, "Yara").locator("circle").first.click()
    page.mouse.click(*spot(page, 3, "leisure"))
    assert told(page) == [
        {"name": "kring-pick", "key": "yara"},
        {"name": "kring-place", "key": "yara", "ring": 3, "domain": "leisure"},
    ]


def test_a_second_tap_opens(page: Page) -> None:
    person(page, "Yara").locator("circle").first.click()
    person(page, "Yara").locator("circle").first.click()
    assert told(page)[-1] == {"name": "kring-open", "key": "yara"}


def test_someone_who_waits_is_placed_by_one_tap(page: Page) -> None:
    page.evaluate("document.querySelector('kring-circle').pending = 'nieuw'")
    page.mouse.click(*spot(page, 1, "street"))
    assert told(page) == [{"name": "kring-place", "key": "nieuw", "ring": 1, "domain": "street"}]
    assert page.evaluate("document.querySelector('kring-circle').pending") is None


def test_arrows_move_and_enter_opens(page: Page) -> None:
    person(page, "oma Rita").focus()
    for key in ("ArrowUp", "ArrowRight", "ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    assert told(page) == [
        {"name": "kring-place", "key": "rita", "ring": 1, "domain": "family"},
        {"name": "kring-place", "key": "rita", "ring": 1, "domain": "friends"},
        {"name": "kring-place", "key": "rita", "ring": 2, "domain": "friends"},
        {"name": "kring-place", "key": "rita", "ring": 3, "domain": "friends"},
        {"name": "kring-open", "key": "rita"},
    ]


def test_a_new_drawing_keeps_the_focus_and_lets_people_slide(page: Page) -> None:
    person(page, "oma Rita").focus()
    page.evaluate("(text) => document.querySelector('kring-circle').replace(text)", draw_page(MOVED))
    rita = person(page, "oma Rita, verder weg")
    expect(rita).to_be_focused()
    assert page.evaluate("document.activeElement.getAnimations().length") == 1
    assert page.evaluate("document.querySelectorAll('svg.circle').length") == 2


def test_no_slide_for_who_asks_for_less_motion(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("(text) => document.querySelector('kring-circle').replace(text)", draw_page(MOVED))
    assert page.evaluate("document.getAnimations().length") == 0


def test_on_a_phone_a_count_opens_into_names(page: Page) -> None:
    count = page.get_by_role("button", name="dichtbij, school: 14")
    if page.viewport_size and page.viewport_size["width"] > 600:
        expect(count).to_have_count(0)
        return
    count.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="leerkracht 3").click()
    assert told(page) == [{"name": "kring-pick", "key": "s3"}]
    page.mouse.click(*spot(page, 3, "leisure"))
    assert told(page)[-1] == {"name": "kring-place", "key": "s3", "ring": 3, "domain": "leisure"}


def test_a_finger_on_its_way_down_means_the_sector_that_it_saw(page: Page) -> None:
    """The circle turned just before the tap; a moment later the new one counts."""
    where = spot(page, 2, "leisure")
    full = Picture("Noor", (*FAMILY.dots, *(Dot(f"w{n}", f"collega {n}", Ring.NEAR, Domain.WORK) for n in range(9))))
    page.evaluate(
        "circle => { const host = document.querySelector('kring-circle'); host.pending = 'an'; host.replace(circle); }",
        draw_page(full),
    )
    page.mouse.click(*where)
    assert told(page)[-1] == {"name": "kring-place", "key": "an", "ring": 2, "domain": "leisure"}
    page.wait_for_timeout(450)
    page.evaluate("document.querySelector('kring-circle').pending = 'an'")
    page.mouse.click(*spot(page, 2, "faith"))
    assert told(page)[-1] == {"name": "kring-place", "key": "an", "ring": 2, "domain": "faith"}
