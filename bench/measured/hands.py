"""Counting what hands do in a browser, and what that costs by the Keystroke-Level Model (quality.md section 2)."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import BrowserContext

KEY, POINT, CLICK, HAND, THINK, TAP = 0.28, 1.1, 0.2, 0.4, 1.2, 0.25 + 0.8
SAME_SPOT = 4  # pixels: nearer than this, the pointer did not go to a new target

# A capital is two keys.  A click without a place was made by a key; a tap tells itself as a touch.
LISTEN = """() => {
  const tell = (what, event) => event.isTrusted && window.handDid(what, event.clientX ?? 0, event.clientY ?? 0);
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    tell("key", event);
    if (event.key.length === 1 && event.key !== event.key.toLowerCase()) tell("key", event);
  }, true);
  addEventListener("pointerdown", (event) => tell(event.pointerType === "touch" ? "tap" : "click", event), true);
}"""


@dataclass(slots=True)
class Hands:
    """Everything that two hands did in one task."""

    keys: int = 0
    points: int = 0
    clicks: int = 0
    changes: int = 0
    taps: int = 0
    thinks: int = 0
    waited: float = 0.0
    device: str = "keyboard"
    spot: tuple[float, float] = (-99.0, -99.0)

    def did(self, what: str, x: float, y: float) -> None:
        """One thing that a hand did."""
        if what == "tap":
            self.taps += 1
            return
        device = "keyboard" if what == "key" else "mouse"
        self.changes += device != self.device
        self.device = device
        if what == "key":
            self.keys += 1
            return
        self.clicks += 1
        self.points += abs(x - self.spot[0]) > SAME_SPOT or abs(y - self.spot[1]) > SAME_SPOT
        self.spot = (x, y)

    @contextmanager
    def waits(self) -> Iterator[None]:
        """Real time in which hands could not go on."""
        began = time.perf_counter()
        yield
        self.waited += time.perf_counter() - began

    @property
    def seconds(self) -> float:
        """By the model, with the real waits on top."""
        moves = self.keys * KEY + self.points * POINT + self.clicks * CLICK + self.changes * HAND + self.taps * TAP
        return moves + self.thinks * THINK + self.waited

    def line(self, name: str) -> str:
        """For the table."""
        told = f"{self.keys:5} {self.points:6} {self.clicks:6} {self.changes:7} {self.taps:5} {self.thinks:6}"
        return f"{name:16}{told} {self.waited:7.2f} {self.seconds:8.1f}"


HEAD = f"{'':16} keys points clicks changes  taps thinks  waited  seconds"


def counted(context: BrowserContext) -> Hands:
    """Count all that happens in this browser from now on."""
    hands = Hands()
    context.expose_binding("handDid", lambda _source, what, x, y: hands.did(what, x, y))
    context.add_init_script(f"({LISTEN})()")
    return hands
