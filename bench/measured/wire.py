"""What crosses the wire: bytes and requests of each page in Chromium, and the size of the scripts."""

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from kring.kit.scripts import needs

SOURCE = Path(__file__).resolve().parents[2] / "src/kring"
SETTLE_MS = 150  # after the load event: for what a script asks for at once


@dataclass(frozen=True, slots=True)
class Visit:
    """One page in a browser: bytes with their headers, as they crossed the wire, and requests."""

    kilobytes: float
    requests: int
    script_kilobytes: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """A page that nobody saw before; right after the home of a worker; and once more."""

    first: Visit
    after_home: Visit
    again: Visit


@contextmanager
def come_in(
    browser: Browser, address: str, cookies: dict[str, str], **screen: Any
) -> Iterator[BrowserContext]:  # Playwright's options
    """A browser with nothing in its cache, signed in."""
    context = browser.new_context(base_url=address, locale="nl-BE", **screen)
    host = urlsplit(address).hostname
    context.add_cookies([{"name": name, "value": one, "domain": host, "path": "/"} for name, one in cookies.items()])  # type: ignore[typeddict-item]
    try:
        yield context
    finally:
        context.close()


class Scale:
    """Weighs what one tab receives."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.kinds: dict[str, str] = {}
        self.received: list[tuple[str, float]] = []
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.responseReceived", self._answered)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.requestServedFromCache", lambda event: self.kinds.pop(event["requestId"], None))

    def _asked(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):
            self.kinds[event["requestId"]] = event.get("type", "")

    def _answered(self, event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            self.kinds.pop(event["requestId"], None)

    def _finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.kinds:
            self.received.append((self.kinds[event["requestId"]], float(event["encodedDataLength"])))

    def weigh(self, path: str) -> Visit:
        """Go there, and weigh what came."""
        self.kinds.clear()
        self.received.clear()
        self.page.goto(path, wait_until="load")
        self.page.wait_for_timeout(SETTLE_MS)
        script = sum(length for kind, length in self.received if kind == "Script")
        return Visit(sum(length for _, length in self.received) / 1000, len(self.received), script / 1000)


def weighed(browser: Browser, address: str, cookies: dict[str, str], path: str, home: str) -> Weighed:
    """One page, weighed three times: with nothing in the cache, after another page, and when it was seen before."""
    with come_in(browser, address, cookies) as fresh:
        scale = Scale(fresh.new_page())
        first = scale.weigh(path)
        scale.weigh(home)
        again = scale.weigh(path)
    with come_in(browser, address, cookies) as other:
        scale = Scale(other.new_page())
        scale.weigh(home)
        return Weighed(first, scale.weigh(path), again)


def scripts_kilobytes(static: Path) -> float:
    """Every script of ours that a page asks for, as it is sent; what stands inside another one is not asked for."""
    sources = list(SOURCE.glob("*/static/**/*.js"))
    parts = {path.parent / file for path in sources for file in needs(path.read_text(encoding="utf-8"))}
    kept = json.loads((static / "staticfiles.json").read_text(encoding="utf-8"))["paths"]
    names = [path.relative_to(SOURCE).parts[2:] for path in sources if path not in parts]
    return sum(len(gzip.compress((static / kept["/".join(name)]).read_bytes(), 9)) for name in names) / 1000
