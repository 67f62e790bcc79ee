"""What hands must do: `./kring bench hands`.  The last line is one JSON object.

A scripted browser does what a worker and a child do, on a practice place of its own: every key, every new place of
the pointer, every click, tap and change of device is counted by a listener in the page and priced by the
Keystroke-Level Model, with 1.2 s of thinking for each person and the real waits on top.  Afterwards the database is
asked who really stands where: a run in which one person is not where the hands put them is no run, and the exit status
says so.

`people12_s`, `people40_s`: 12 and 40 people with relation, ring and life domain, by keyboard alone
`paste40_s`: a list of 40 names from the clipboard, and the proposals of the word list taken over
`people40_touch_s`: the same 40 people on a tablet: the name, Enter, and one tap
`wish_s`: from the page of a child: this is my trust person
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.measured.hands import HEAD, Hands, counted
from bench.measured.place import inside, practice_place, served

BROWSER = os.environ.get("KRING_BROWSER") or shutil.which("chromium") or "chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
TABLET = {"width": 1024, "height": 768}
Person = tuple[str, int, str]
PEOPLE: list[Person] = [
    ("mama", 1, "family"), ("oma Lea", 1, "family"), ("nonkel Jan", 3, "family"), ("Yara", 1, "friends"),
    ("juf Els", 2, "school"), ("buurvrouw Wilma", 1, "street"), ("trainer Karim", 2, "leisure"),
    ("pastoor Johan", 3, "faith"), ("mama van Yara", 2, "friends"), ("tante Rita", 2, "family"),
    ("meester Tom", 4, "past"), ("begeleider Lotte", 2, "care"), ("papa", 3, "family"), ("opa Gust", 2, "family"),
    ("neef Robbe", 2, "family"), ("nicht Fien", 3, "family"), ("beste vriendin Noa", 1, "friends"),
    ("Bilal van de voetbal", 2, "leisure"), ("Sofie van de chiro", 2, "leisure"), ("leider Wout", 3, "leisure"),
    ("turnjuf Hanne", 3, "school"), ("zorgleerkracht Kim", 2, "school"), ("buurman Achmed", 3, "street"),
    ("Fatima", 2, "street"), ("plusmama Ilse", 2, "family"), ("halfzus Lore", 1, "family"),
    ("meter Greet", 2, "family"), ("peter Jan", 3, "family"), ("imam Yusuf", 3, "faith"),
    ("dirigent Bart", 3, "leisure"), ("Amira", 2, "friends"),
    ("papa van Noa", 3, "friends"),
    ("consulent Nadia", 3, "care"), ("psycholoog An", 2, "care"),
    ("overgrootoma Maria", 2, "family"), ("broer Sem", 1, "family"), ("klasgenoot Lina", 3, "school"),
    ("bakker Luc", 3, "street"), ("pleegmama Christel", 4, "past"), ("hond Rex", 1, "family"),
]  # fmt: skip
SPOT = """([ring, domain]) => {
  const svg = [...document.querySelectorAll("svg.circle:not(.circle-key)")].find((one) => one.getClientRects().length);
  const rings = svg.dataset.rings.split(" ").map(Number);
  const [, start, end] = svg.dataset.sectors.split(" ").find((one) => one.startsWith(domain)).split(":").map(Number);
  const radius = (rings[ring - 1] + (rings[ring - 2] ?? Number(svg.dataset.child))) / 2;
  const angle = (start + end) / 2;
  const flat = new DOMPoint(radius * Math.sin(angle), -radius * Math.cos(angle)).matrixTransform(svg.getScreenCTM());
  return [flat.x, flat.y]; }"""
ORDER = """() => [...document.querySelectorAll("svg.circle:not(.circle-key)")][0].dataset.sectors.split(" ")
  .map((one) => one.split(":")[0])"""
AIMED = """() => { const cell = document.querySelector("svg.circle .cell.aim");
  return cell ? [Number(cell.classList[1].slice(1)), cell.parentNode.classList[0]] : null; }"""
IN_HAND = "(name) => document.querySelector('[data-part=who]').textContent === name"
ARRIVED = f"(name) => ({IN_HAND})(name) && !document.querySelector('[data-part=ghosts] li')"
ALL_SAVED = "() => document.querySelector('kring-status .status').dataset.is === 'saved'"


class NotValidError(Exception):
    """What the hands did is not what stands there."""


def by_keyboard(page: Page, hands: Hands, people: list[Person]) -> None:
    """Name, Enter; arrows where the proposal is not right; Enter."""
    for name, ring, domain in people:
        hands.thinks += 1
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        with hands.waits():
            page.wait_for_function(ARRIVED, arg=name)
        steer(page, ring, domain)
        page.keyboard.press("Enter")


def steer(page: Page, ring: int, domain: str) -> None:
    """From what is proposed to where they stand, the short way round."""
    order: list[str] = page.evaluate(ORDER)
    if page.evaluate(AIMED) is None:
        page.keyboard.press("ArrowRight")
    at_ring, at_domain = page.evaluate(AIMED)
    step = (order.index(domain) - order.index(at_domain)) % len(order)
    across = ["ArrowRight"] * step if step <= len(order) // 2 else ["ArrowLeft"] * (len(order) - step)
    along = ["ArrowUp" if ring < at_ring else "ArrowDown"] * abs(ring - at_ring)
    for key in across + along:
        page.keyboard.press(key)


def by_touch(page: Page, hands: Hands, people: list[Person]) -> None:
    """Name, Enter, one tap."""
    for name, ring, domain in people:
        hands.thinks += 1
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        page.wait_for_function(IN_HAND, arg=name)
        x, y = page.evaluate(SPOT, [ring, domain])
        page.touchscreen.tap(x, y)
        with hands.waits():
            page.wait_for_function("() => !document.querySelector('[data-part=who]').textContent")


def by_paste(page: Page, hands: Hands, people: list[Person]) -> None:
    """A list out of another program, and everyone where the word list proposes."""
    page.evaluate("(text) => navigator.clipboard.writeText(text)", "\n".join(name for name, _, _ in people))
    for keys in ("Control+v", "Enter", "Control+Enter"):
        hands.thinks += 1
        page.keyboard.press(keys)
        if keys != "Control+v":
            with hands.waits():
                page.wait_for_function(ALL_SAVED)
                page.wait_for_function("() => !document.querySelector('[data-part=ghosts] li')")


def wish(page: Page, hands: Hands) -> None:
    """From the page of the child: who, what they are to the child, and it stands."""
    for locator in (
        page.locator("a[href*='/wish/']").first,
        page.locator("label", has_text="Wilma").first,
        page.locator("label:has(input[name=meaning][value=trust_person])").first,
        page.get_by_role("button", name="Zet het erbij"),
    ):
        hands.thinks += 1
        with hands.waits():
            locator.scroll_into_view_if_needed()
        locator.click()
    page.wait_for_load_state()


def come_in(browser: Browser, address: str, *, touch: bool = False) -> BrowserContext:
    """A browser in which Lotte is signed in."""
    context = browser.new_context(base_url=address, viewport=TABLET, has_touch=touch, locale="nl-BE")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/visit/")
    page.locator("form[action='/visit/lotte/']").get_by_role("button").click()
    page.wait_for_load_state()
    page.close()
    return context


def session(context: BrowserContext, dossier: str, *, touch: bool) -> tuple[Page, Hands]:
    """A session that just began; from here it counts."""
    page = context.new_page()
    page.goto(f"/d/{dossier}/session/")
    page.get_by_role("button", name="We beginnen").click()
    page.wait_for_load_state()
    page.close()
    hands = counted(context)
    page = context.new_page()
    page.goto(f"/d/{dossier}/session/")
    page.locator("kring-board").dispatch_event("pointerover")  # what moves the circle comes when a hand does
    page.wait_for_function("() => customElements.get('kring-board') && document.querySelector('.who kring-circle svg')")
    if touch:
        box = page.locator("#names").bounding_box() or {}
        page.touchscreen.tap(box["x"] + 40, box["y"] + 20)
    page.wait_for_function("() => document.activeElement?.name === 'names'")
    return page, hands


def checked(data: Path, dossier: str, people: list[Person], *, placed: bool = True) -> None:
    """Raises `NotValidError` unless everyone really stands where the hands put them, once."""
    seen = json.loads(inside(data, "bench.measured.sitting", "look", dossier).splitlines()[-1])
    if seen["faults"]:
        raise NotValidError(f"the log is broken: {seen['faults']}")
    wanted = {name: [ring, domain] for name, ring, domain in people}
    if seen["rows"] != len(people) or seen["people"].keys() != wanted.keys():
        raise NotValidError(f"{seen['rows']} people stand there, {len(people)} were named")
    wrong = {name: spot for name, spot in seen["people"].items() if placed and spot != wanted[name]}
    waiting = [name for name, (ring, domain) in seen["people"].items() if not placed and domain and not ring]
    if wrong or waiting:
        raise NotValidError(f"not where they were put: {wrong or waiting}")


def run(data: Path, address: str, browser: Browser) -> dict[str, float]:
    """Every task, each with a child of its own."""
    tasks: list[tuple[str, Callable[[Page, Hands, list[Person]], None], int, bool]] = [
        ("people12_s", by_keyboard, 12, False),
        ("people40_s", by_keyboard, 40, False),
        ("paste40_s", by_paste, 40, False),
        ("people40_touch_s", by_touch, 40, True),
    ]
    dossiers = json.loads(inside(data, "bench.measured.sitting", "open", str(len(tasks))).splitlines()[-1])
    told: dict[str, float] = {}
    print(HEAD)
    for (name, task, count, touch), dossier in zip(tasks, dossiers, strict=True):
        context = come_in(browser, address, touch=touch)
        page, hands = session(context, dossier, touch=touch)
        task(page, hands, PEOPLE[:count])
        page.wait_for_function(ALL_SAVED)
        page.screenshot(path=str(data / f"{name}.png"))
        checked(data, dossier, PEOPLE[:count], placed=task is not by_paste)
        told[name] = round(hands.seconds, 1)
        print(hands.line(name))
        context.close()
    told["wish_s"] = wished(data, dossiers[0], come_in(browser, address))
    return told


def wished(data: Path, dossier: str, context: BrowserContext) -> float:
    """Naming somebody, on the circle of the first task."""
    hands = counted(context)
    page = context.new_page()
    page.goto(f"/d/{dossier}/")
    wish(page, hands)
    seen = json.loads(inside(data, "bench.measured.sitting", "look", dossier).splitlines()[-1])
    if seen["wishes"] != 1:
        raise NotValidError(f"{seen['wishes']} wishes were written, 1 was expressed")
    print(hands.line("wish_s"))
    return round(hands.seconds, 1)


def main() -> int:
    """Count, check, print the table and one line."""
    with practice_place() as data, served(data) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        try:
            told = run(data, address, browser)
        except NotValidError as error:
            print(f"this run is not valid: {error}", file=sys.stderr)
            return 1
        finally:
            browser.close()
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
