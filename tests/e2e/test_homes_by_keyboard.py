"""Every home with the keyboard alone, as a screen reader gets it, and without barriers: both widths, light and dark."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

HOMES = ["noor", "sem", "ann", "wilma", "karim", "lotte", "hilde", "mo", "saar", "nadia"]
NAMELESS = re.compile(
    r"^\s*- (button|link|textbox|checkbox|radio|combobox|heading|img)\s*(\[[^\]]*\]\s*)*:?$", re.MULTILINE
)
TO_REACH = """() => {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]');
  const first = new Set();
  return [...all].filter(one => {
    if (one.disabled || one.type === 'hidden' || one.tabIndex < 0 || one.closest('[inert]')) return false;
    if (!one.checkVisibility({visibilityProperty: true})) return false;
    if (one.type !== 'radio') return true;
    const fresh = !first.has(one.name); first.add(one.name); return fresh;
  }).map((one, place) => { one.dataset.reached = ''; return one.outerHTML.slice(0, 120); });
}"""
HERE = """() => {
  const one = document.activeElement;
  const rings = [getComputedStyle(one), getComputedStyle(one, '::after')];  // of a card the ring is around all of it
  const seen = rings.some(look => look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0);
  if (one === document.body) return null;
  const first = one.dataset.reached !== 'yes';
  if ('reached' in one.dataset) one.dataset.reached = 'yes';
  return {seen, first, what: one.outerHTML.slice(0, 120)};
}"""
MISSED = "[...document.querySelectorAll('[data-reached=\"\"]')].map(one => one.outerHTML.slice(0, 120))"


@pytest.mark.parametrize("who", HOMES)
def test_a_home_is_walked_through_with_tab_and_focus_is_seen(visit: Visit, who: str) -> None:
    page = visit(who, width=1280)
    page.goto("/")
    wanted = page.evaluate(TO_REACH)
    assert len(wanted) > 3
    unseen = list[str]()
    for _ in range(2 * len(wanted) + 10):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here and not here["seen"]:
            unseen.append(here["what"])
        if page.evaluate(MISSED) == []:
            break
    assert page.evaluate(MISSED) == []
    assert unseen == []


@pytest.mark.parametrize("who", HOMES)
def test_a_screen_reader_finds_a_name_for_everything(visit: Visit, who: str) -> None:
    page = visit(who, width=390)
    page.goto("/")
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    tree = page.locator("body").aria_snapshot()
    assert [one[0] for one in NAMELESS.finditer(tree)] == []
    levels = [int(found) for found in re.findall(r"- heading .*?\[level=(\d)\]", tree)]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("who", HOMES)
def test_a_home_has_no_barriers_wide_and_dark(visit: Visit, clean: Callable[[Page], None], who: str) -> None:
    """On a phone, light: tests/e2e/test_homes.py."""
    page = visit(who, width=390, dark=True)
    page.goto("/")
    clean(page)
    for dark in ("light", "dark"):
        page.emulate_media(color_scheme=dark)
        page.set_viewport_size({"width": 1280, "height": 900})
        clean(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no scrolling to the side"
