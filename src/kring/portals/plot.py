"""A small plot of one number a day, written as SVG; the same numbers stand in a table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from django.utils.formats import date_format

STEP, WIDE, HIGH, UNDER = 24, 16, 96, 22
WEEK = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """One day."""

    day: date
    count: int


def plot(bars: Sequence[Bar], title: str) -> str:
    """Bars from left to right; each says its own number, and every seventh its day."""
    most = max((bar.count for bar in bars), default=0) or 1
    drawn = "".join(_bar(place, bar, most) for place, bar in enumerate(bars))
    size = f"0 0 {STEP * len(bars)} {HIGH + UNDER}"
    return f'<svg class="plot" viewBox="{size}" role="img" aria-label="{escape(title)}">{drawn}</svg>'


def _bar(place: int, bar: Bar, most: int) -> str:
    high = round(bar.count / most * (HIGH - 20), 1) if bar.count else 2
    left, middle = STEP * place + (STEP - WIDE) // 2, STEP * place + STEP // 2
    day = f'<text class="day" x="{middle}" y="{HIGH + 16}">{bar.day.day}</text>' if place % WEEK == 0 else ""
    count = f'<text x="{middle}" y="{HIGH - high - 5}">{bar.count}</text>' if bar.count else ""
    told = f"<title>{escape(date_format(bar.day, 'j F'))}: {bar.count}</title>"
    height = f'<rect x="{left}" y="{HIGH - high}" width="{WIDE}" height="{high}" rx="3">{told}</rect>'
    return height + count + day
