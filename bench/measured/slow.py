"""A page on a slow phone: the processor four times slower, 400 kbit/s, 400 ms away, nothing in the cache.

LCP: when the largest thing stood there.  CLS: how far things jumped, all shifts together.  INP: the slowest answer to a
real tap or key on that page, from the input to the next picture; below 16 ms a browser does not tell.
"""

from contextlib import suppress
from dataclasses import dataclass

from playwright.sync_api import Browser, ElementHandle, Page
from playwright.sync_api import Error as BrowserError

from bench.measured.wire import come_in

WIRE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = 4
SCREEN = {"width": 390, "height": 844}
SETTLE_MS = 500
LEAST_MS = 16.0
TOUCHED = 4  # things on a page that are tapped
WATCH = """
window.measured = { lcp: 0, cls: 0, inp: 0 };
const watch = (type, see, more = {}) => new PerformanceObserver((list) => list.getEntries().forEach(see))
  .observe({ type, buffered: true, ...more });
watch("largest-contentful-paint", (entry) => { measured.lcp = entry.startTime; });
watch("layout-shift", (entry) => { if (!entry.hadRecentInput) measured.cls += entry.value; });
const answered = (entry) => { if (entry.interactionId) measured.inp = Math.max(measured.inp, entry.duration); };
watch("event", answered, { durationThreshold: 16 });
watch("first-input", answered);
"""
TYPED = "main input[type=text], main input[type=search], main input:not([type]), main textarea"
TAPPED = (
    "main summary, main button[type=button], main label:has(input), main [role=tab], svg.narrow .person, svg .person"
)


@dataclass(frozen=True, slots=True)
class Felt:
    """How a page feels."""

    lcp_ms: float
    inp_ms: float
    cls: float


def felt(browser: Browser, address: str, cookies: dict[str, str], path: str) -> Felt:
    """Open a page as someone who never was there, and touch what can be touched."""
    with come_in(browser, address, cookies, viewport=SCREEN, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", WIRE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(path, wait_until="load")
        page.wait_for_timeout(SETTLE_MS)
        told = page.evaluate("({ ...measured })")
        touch(page)
        page.wait_for_timeout(SETTLE_MS / 2)
        inp = float(page.evaluate("window.measured ? measured.inp : 0"))
        return Felt(float(told["lcp"]), max(LEAST_MS, inp), float(told["cls"]))


def touch(page: Page) -> None:
    """Tap the heading, then the first things that can be tapped or typed in.  A tap that leaves the page ends it."""
    with suppress(BrowserError):  # what one tap opened may lie over the next thing, or the page may be gone
        for one in [page.query_selector("h1"), *_seen(page, TYPED)[:1], *_seen(page, TAPPED)[:TOUCHED]]:
            if one is not None:
                _tap(page, one)


def _tap(page: Page, one: ElementHandle) -> None:
    one.tap(timeout=1500)
    if one.evaluate("element => element.matches('input, textarea')"):
        page.keyboard.type("oma", delay=60)
    page.wait_for_timeout(100)


def _seen(page: Page, selector: str) -> list[ElementHandle]:
    return [one for one in page.query_selector_all(selector)[:20] if one.is_visible()]
