"""A phone that is shared: after signing out, nothing on its disk tells who was here or around Noor (quality.md 4)."""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.conftest import FLAGS, Server, environment
from tests.needed import browser as whole

PLANT = """
import django, json; django.setup()
from tests.canary.planting import plant
print(json.dumps(list(plant(but="people.User.email"))))  # the practice place finds its cast by these
"""
CLOSED = ("Cache", "Code Cache", "Session Storage", "Local Storage", "IndexedDB", "Service Worker")
"""Where a browser keeps what it got; there not even the address of her place may stand."""

MEETS = {"noor": 10, "ann": 1, "wilma": 1}
"""Who comes in; it reads more words than this, else the test says nothing."""


@pytest.fixture
def words(server: Server) -> list[str]:
    """A word that nobody knows in every text of the practice place."""
    told = subprocess.run(
        [sys.executable, "-c", PLANT], check=True, env=environment(server.data), capture_output=True, text=True
    )
    planted: list[str] = json.loads(told.stdout.splitlines()[-1])
    return planted


@contextmanager
def phone(driver: Playwright, profile: Path, server: Server) -> Iterator[Page]:
    """A browser that keeps what browsers keep, on disk: the whole of Chromium, not its shell."""
    context = driver.chromium.launch_persistent_context(
        profile, executable_path=whole(), args=FLAGS, base_url=server.address, locale="nl-BE"
    )
    yield context.pages[0]
    context.close()


def holds(profile: Path, word: str, *folders: str) -> list[str]:
    """The files of a profile in which a word stands, as browsers write words."""
    forms = (word.encode(), word.encode("utf-16-le"))
    files = [one for one in profile.rglob("*") if one.is_file() and (not folders or set(one.parts) & set(folders))]
    return [str(one.relative_to(profile)) for one in files if any(form in one.read_bytes() for form in forms)]


def look_around(page: Page, who: str) -> str:
    """Somebody comes in and opens all that the pages lead to; everything it read."""
    page.goto("/visit/")
    page.locator(f"form[action='/visit/{who}/']").get_by_role("button").click()
    waiting, read = [urlsplit(page.url).path], dict[str, str]()
    while waiting and len(read) < 25:
        where = waiting.pop(0)
        if where in read or where.startswith(("/accounts/", "/in/out/", "/visit/", "/static/")):
            continue
        page.goto(where)
        read[where] = page.content()
        waiting += page.eval_on_selector_all("a[href^='/']:not([download])", "all => all.map((one) => one.pathname)")
    return " ".join(read.values())


@pytest.mark.parametrize("who", MEETS)
def test_nothing_of_her_is_left_on_the_disk(
    driver: Playwright, server: Server, words: list[str], tmp_path: Path, who: str
) -> None:
    with phone(driver, tmp_path, server) as page:
        read = look_around(page, who)
        place = re.findall("/d/([0-9a-f-]{36})/", read)[0]
        page.goto("/accounts/out/")
        page.locator("form[action='/accounts/out/']").get_by_role("button").click()
        expect(page).not_to_have_url(f"{server.address}/accounts/out/")
    seen = [word for word in words if word in read]
    assert len(seen) > MEETS[who]
    assert {word: left for word in seen if (left := holds(tmp_path, word))} == {}
    assert holds(tmp_path, place, *CLOSED) == []
    with sqlite3.connect(next(tmp_path.rglob("History"))) as history:
        titles = {title for (title,) in history.execute("SELECT title FROM urls WHERE url LIKE '%/d/%'")}
    assert titles == {"Kring"}

    with phone(driver, tmp_path, server) as page:  # and a word that is left is found
        page.goto(f"/card/?left={seen[0]}")
    assert holds(tmp_path, seen[0])
