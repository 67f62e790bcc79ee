"""Hostile text through every field that one types in, read back in a real browser (quality.md 3, row 16)."""

import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from uuid import uuid4

from playwright.sync_api import APIResponse, Browser, BrowserContext, Error

from bench.measured.forms import Form, Page, is_ours

WATCH = """
window.__told = [];
for (const box of ['alert', 'confirm', 'prompt']) window[box] = () => window.__told.push(box);
document.addEventListener('securitypolicyviolation', event => window.__told.push(event.violatedDirective));
"""
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\b\d+\b")
ALIKE = 2
"""Pages of one kind that are opened: two of the five hundred people of one circle."""
MOST_PAGES = 80
CHANGES = {"version"}
"""A form that changes what stands there says what it saw: it has to be asked for anew."""
TAKEN, WRONG = 302, 400


@dataclass
class Found:
    """What came of it."""

    sent: int = 0
    kept: int = 0
    """Forms that were taken: what was in them stands somewhere, and is read back."""
    fields: set[tuple[str, str]] = field(default_factory=set)
    opened: int = 0
    executed: list[str] = field(default_factory=list)


def kind_of(address: str) -> str:
    """The address without its keys."""
    return KEY.sub("*", urlsplit(address).path)


def attack(browser: Browser, home: str, people: list[str], chunks: list[list[str]]) -> Found:
    """Each chunk of texts through each form that each of these people finds, and every page read back."""
    found = Found()
    inside = [come_in(browser, home, who) for who in people]
    for words in chunks:
        for context in inside:
            _send(context, home, words, found)
        for context in inside:
            _read(context, home, found)
    for context in inside:
        context.close()
    return found


def come_in(browser: Browser, home: str, who: str) -> BrowserContext:
    """Someone of the cast."""
    context = browser.new_context(base_url=home, locale="nl-BE")
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto("/visit/")
    page.locator(f"form[action='/visit/{who}/']").get_by_role("button").click()
    page.wait_for_load_state()
    return context


def _pages(context: BrowserContext, home: str) -> list[Page]:
    """Every kind of page that someone reaches by links."""
    waiting, seen, pages = [f"{home}/", f"{home}/house/", f"{home}/children/"], Counter[str](), list[Page]()
    while waiting and len(pages) < MOST_PAGES:
        address = waiting.pop(0).split("#")[0]
        kind = kind_of(address)
        if not is_ours(address, home) or seen[kind] >= ALIKE or any(one.address == address for one in pages):
            continue
        seen[kind] += 1
        answer = context.request.get(address)
        if answer.ok and "html" in answer.headers.get("content-type", ""):
            pages.append(Page(address, answer.text()))
            waiting += pages[-1].links
    return pages


def _send(context: BrowserContext, home: str, words: list[str], found: Found) -> None:
    done = set[str]()
    for page in _pages(context, home):
        for form in page.forms:
            kind = kind_of(form.action)
            if form.typed and is_ours(form.action, home) and kind not in done:
                done.add(kind)
                _fill(context, page, form, words, found)


def _fill(context: BrowserContext, page: Page, form: Form, words: list[str], found: Found) -> None:
    """Every text of the chunk through every field; where lines are asked, all of them at once."""
    found.fields |= {(kind_of(form.action), name) for name in form.typed}
    rounds = [words] if form.several_lines else [words[number:] + words[:number] for number in range(len(words))]
    fresh: Form | None = form
    for turned in rounds:
        if fresh is None or not fresh.given.keys().isdisjoint(CHANGES):
            fresh = _again(context, page, form)
        if fresh is None:
            return
        answer = context.request.post(
            fresh.action, form=fresh.filled(turned) | _once(fresh), headers={"Referer": page.address}, max_redirects=0
        )
        found.sent += len(fresh.typed) * (len(words) if form.several_lines else 1)
        found.kept += answer.status == TAKEN
        _weigh(answer, found)
        fresh = None if answer.status >= WRONG else fresh


def _once(form: Form) -> dict[str, str]:
    """A form is good for one time, by a number that anyone can make up: that saves asking for the page each time."""
    return {"once": str(uuid4())} if "once" in form.given else {}


def _again(context: BrowserContext, page: Page, form: Form) -> Form | None:
    """The same form, of the page as it is now."""
    anew = Page(page.address, context.request.get(page.address).text())
    return next((one for one in anew.forms if kind_of(one.action) == kind_of(form.action)), None)


def _weigh(answer: APIResponse, found: Found) -> None:
    """What comes back at once, with what was typed in it, read as markup."""
    if "html" in answer.headers.get("content-type", ""):
        found.executed += [f"{answer.url} {alarm}" for alarm in Page(answer.url, answer.text()).alarms]


def _read(context: BrowserContext, home: str, found: Found) -> None:
    """Every page in the browser itself: no box, no mark, and nothing that the content policy had to stop."""
    for page in _pages(context, home):
        found.executed += [f"{page.address} {alarm}" for alarm in page.alarms]
        tab = context.new_page()
        try:
            tab.goto(page.address, wait_until="load")
            told = tab.evaluate("[...window.__told, ...(window.__xss ? ['ran'] : [])]")
            found.executed += [f"{page.address} {one}" for one in told]
            found.opened += 1
        except Error as error:
            if "Download" not in str(error):
                raise
        finally:
            tab.close()
