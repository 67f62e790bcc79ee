"""The circle in a real browser: drawing, dragging, printing.  `./kring bench circle`.

Everything is served from loopback with the real style sheet and scripts.  `render..._ms` is the drawing on the server
(both sizes, nothing cached; also apart as `draw..._ms`) plus the time in the browser until it has been painted;
`first_paint40_ms` is a fresh page from navigation on; `drag..._ms` is main-thread time per step of a drag among 300
people, the slow one with the processor four times slower; `pdf_ms` is one A4 of forty people.
"""

import json
import os
import random
import re
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from uuid import UUID

import django
from django.conf import settings
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

settings.configure(LANGUAGE_CODE="nl-be", USE_I18N=True)
django.setup()

from kring.circle import drawing, paper, placing  # noqa: E402 (needs the settings above)
from kring.circle.domains import Domain, Ring, TieKind  # noqa: E402
from kring.circle.geometry import Dot, Line, Picture  # noqa: E402

SOURCE = Path(__file__).resolve().parents[1] / "src/kring"
BROWSER = os.environ.get("KRING_BROWSER") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
KINDS = {".css": "text/css", ".js": "text/javascript", ".woff2": "font/woff2"}
PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kring</title>
<meta name="viewport" content="width=device-width">{styles}
<link rel="stylesheet" href="/circle/static/circle/circle.css"><kring-circle>{circle}</kring-circle>
<script type="module" src="/circle/static/circle/kring-circle.js"></script></html>"""
BEFORE = ["oma ", "nonkel ", "tante ", "juf ", "buurvrouw ", "trainer ", "", "", "mama van "]
FIRST = ["Amina", "Bram", "Chloé", "Elke", "Fatima", "Gust", "Hanne", "Karim", "Nele", "Rita", "Sofie", "Tarik", "Yara"]
PAINTED = """async (text) => { const start = performance.now();
  document.querySelector("kring-circle").replace(text);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start; }"""
RUNS = 7
STEPS = 90


def people(count: int) -> Picture:
    """A crowd that is the same in every run: more family and friends than the rest, most of them near."""
    dice = random.Random(count)  # noqa: S311 (a crowd to measure with, no secret)
    domains = [Domain.FAMILY] * 4 + [Domain.FRIENDS] * 2 + list(Domain)
    dots = tuple(
        Dot(
            str(UUID(int=dice.getrandbits(128))),
            dice.choice(BEFORE) + dice.choice(FIRST),
            Ring(dice.choices(list(Ring), [3, 4, 4, 1])[0].value),
            dice.choice(domains),
        )
        for _ in range(count)
    )
    pairs = [dice.sample(range(count), 2) for _ in range(min(count, 40) // 4)]
    lines = tuple(Line(dots[a].key, dots[b].key, dice.choice(list(TieKind)), 1 + a % 3) for a, b in pairs)
    return Picture("Noor", dots, lines)


def median_ms(act: Callable[[], object]) -> float:
    """The middle of several runs, in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def forget() -> None:
    """Nothing is remembered from the run before."""
    for function in (drawing._drawn, drawing._small, placing._candidates):
        function.cache_clear()


def joined() -> str:
    """The style of the house in one piece, as collectstatic joins it."""
    folder = SOURCE / "kit/static/kit/css"
    whole = (folder / "kit.css").read_text("utf-8")
    part = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\);')
    return part.sub(lambda found: f"@layer {found[2]} {{{(folder / found[1]).read_text('utf-8')}}}", whole).replace(
        "../fonts/", "/kit/static/kit/fonts/"
    )


def drawn(picture: Picture) -> str:
    """One drawing from nothing."""
    forget()
    return drawing.draw_page(picture)


@contextmanager
def served(pages: dict[str, str]) -> Iterator[str]:
    """These pages, and the files of the house, on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            file = SOURCE / self.path.lstrip("/")
            body = pages[self.path].encode() if self.path in pages else file.read_bytes() if file.is_file() else b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", KINDS.get(file.suffix, "text/html; charset=utf-8"))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def paint_ms(browser: Browser, address: str, circle: str) -> float:
    """From the moment the drawing is in the browser until it has been painted: the middle of several."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.evaluate("customElements.whenDefined('kring-circle').then(() => true)")
    times = [page.evaluate(PAINTED, circle) for _ in range(RUNS)]
    page.close()
    return statistics.median(times)


def first_paint_ms(browser: Browser, address: str) -> float:
    """From navigation to the first paint with content, the middle of several fresh pages."""
    times = []
    for _ in range(RUNS):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        times.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        page.close()
    return statistics.median(times)


def busy(session: CDPSession) -> float:
    """Seconds of main-thread work so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")


def drag_ms(browser: Browser, address: str, *, slower: int) -> list[float]:
    """Main-thread time of each step while one person is dragged once round the circle."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.evaluate("customElements.whenDefined('kring-circle').then(() => true)")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    take(page)
    times = []
    for step in range(STEPS):
        before = busy(session)
        page.mouse.move(300 + step * 6, 450 + (step % 20) * 8)
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        times.append((busy(session) - before) * 1000)
    page.mouse.up()
    page.close()
    return times


def take(page: Page) -> None:
    """Press on somebody who is in view, and lift them."""
    x, y = page.evaluate(
        """() => { const discs = [...document.querySelectorAll("svg.wide .person circle")];
        const boxes = discs.map((one) => one.getBoundingClientRect());
        const box = boxes.find(({ top, bottom }) => top > 100 && bottom < 800);
        return [box.x + box.width / 2, box.y + box.height / 2]; }"""
    )
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 20, y + 20)
    if not page.evaluate("document.querySelector('.held') !== null"):
        raise RuntimeError("nobody was lifted")


def main() -> None:
    """Measure, and print one line."""
    forty, crowd = people(40), people(300)
    styles = f"<style>{joined()}</style>"
    pages = {f"/{len(one.dots)}": PAGE.format(styles=styles, circle=drawn(one)) for one in (forty, crowd)}
    draw40, draw300 = (median_ms(lambda one=one: drawn(one)) for one in (forty, crowd))
    pdf = median_ms(lambda: (forget(), paper.pdf(forty, paper.Sheet(title="Kring"))))
    with sync_playwright() as playwright, served(pages) as address:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        paint40, paint300 = (paint_ms(browser, f"{address}/40", drawn(one)) for one in (forty, crowd))
        first40 = first_paint_ms(browser, f"{address}/40")
        drag = drag_ms(browser, f"{address}/300", slower=1)
        slow = drag_ms(browser, f"{address}/300", slower=4)
        browser.close()
    figures = {
        "render40_ms": draw40 + paint40,
        "render300_ms": draw300 + paint300,
        "draw40_ms": draw40,
        "draw300_ms": draw300,
        "first_paint40_ms": first40,
        "drag300_ms": statistics.median(drag),
        "drag300_slow_p95_ms": statistics.quantiles(slow, n=20)[18],
        "pdf_ms": pdf,
    }
    print(json.dumps({name: round(value, 1) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
