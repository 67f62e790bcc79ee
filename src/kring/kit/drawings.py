"""The figures and signs of the pages as drawings of their own, for paper: the same ones, so that a child knows them."""

import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static" / "kit"
SYMBOL = re.compile(r'<symbol id="([\w-]+)" viewBox="([\d ]+)">(.*?)</symbol>', re.DOTALL)
BESIDE = re.compile(r"var\(--[\w-]+, *([^)]+)\)")
SKIN, HAIR, INK = "#f0c39b", "#7a4a26", "#22303c"


def figure(name: str) -> str:
    """A figure as an SVG; the one that could be anybody where there is no such name."""
    every = _symbols("figures.svg")
    box, inside = every.get(name, every["someone"])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" color="{SKIN}" fill="{HAIR}">{inside}</svg>'


def sign(name: str) -> str:
    """A sign as an SVG, in lines."""
    box, inside = _symbols("icons.svg")[name]
    lines = f'fill="none" stroke="{INK}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {lines}>{inside}</svg>'


@cache
def _symbols(sheet: str) -> dict[str, tuple[str, str]]:
    told = BESIDE.sub(r"\1", (STATIC / sheet).read_text(encoding="utf-8"))  # paper knows no variables: it draws black
    return {name: (box, inside) for name, box, inside in SYMBOL.findall(told)}
