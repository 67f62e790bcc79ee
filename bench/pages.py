"""What each page costs: `./kring bench pages [--quick]`.  The last line is one JSON object.

Measured in a practice place of its own, on SQLite, with caseloads of 1, 10 and 100: a worker with so many children, and
so many people in the circle of the first of them; each page as the worker, the director and the child see it.

`page_units`, `page_bare_units`: the dearest page about one child with 10 people, in signed-in units (Kring's own empty
    page of a worker: session, user, base template) and in bare units (a view that does nothing, Django's middleware)
`list_units`, `list_bare_units`: the dearest list of 100: a circle as a list, the children of a worker, its day
`worst_page_statements`: the most statements after the door that any page sends, whatever the number of people
`first_visit_kb`: the heaviest page about a child with 10 people, for a signed-in worker with nothing in the cache
`next_page_kb`: the heaviest of the same pages once its files are in the cache; the table also has it right after home
`js_kb`: every script of ours, gzip
`worker_mib`: memory of the server's worker after 10,000 requests, or as many as fit in the time (the table says it)
`lcp_ms inp_ms cls`: of the slowest page on a phone, processor 4x slower, 400 kbit/s, 400 ms, nothing in the cache

1 kB is 1000 bytes, with headers.  `--quick` spends less time on the same, for a first look.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.measured.memory import Held, held
from bench.measured.place import inside, practice_place, served
from bench.measured.slow import Felt, felt
from bench.measured.wire import Weighed, scripts_kilobytes, weighed

BROWSER = os.environ.get("KRING_BROWSER") or shutil.which("chromium") or "chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LISTS = ("circle:list", "portals:children", "portals:today")
HOME = "portals:today"
ALIKE = ("?layer=adult",)
"""To a browser this is the page without it."""
SIZES = (1, 10, 100)
REQUESTS = 10_000
SECONDS = {"cost": 40.0, "memory": 65.0}  # at most
Measured = dict[str, Any]


def main(arguments: list[str]) -> None:
    """Measure, print the tables, and one line."""
    share = 0.1 if "--quick" in arguments else 1.0
    with practice_place() as data:
        cost = json.loads(inside(data, "bench.measured.cost", str(SECONDS["cost"] * share)).splitlines()[-1])
        print_costs(cost)
        with served(data) as (address, server), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
            weight = print_weights(browser, address, cost)
            feel = print_feel(browser, address, cost)
            browser.close()
            memory = print_memory(address, server, cost, share)
        script = scripts_kilobytes(data / "static")
    figures = {
        **units(cost),
        "worst_page_statements": max(len(page["statements"]) for page in cost["pages"]),
        "first_visit_kb": max(one.first.kilobytes for one in weight),
        "next_page_kb": max(one.again.kilobytes for one in weight),
        "js_kb": script,
        "worker_mib": memory.mib,
        "lcp_ms": max(one.lcp_ms for one in feel),
        "inp_ms": max(one.inp_ms for one in feel),
        "cls": max(one.cls for one in feel),
    }
    print(json.dumps({name: round(value, 3 if name == "cls" else 1) for name, value in figures.items()}))


def units(cost: Measured) -> dict[str, float]:
    """The dearest page about one child with 10 people, and the dearest list of 100."""
    pages = [page for page in cost["pages"] if page["html"]]
    one = [page for page in pages if page["about_a_child"] and page["size"] == 10]
    lists = [page for page in pages if page["size"] == 100 and page["label"].startswith(LISTS)]
    return {
        "page_units": max(page["units"] for page in one),
        "list_units": max(page["units"] for page in lists),
        "page_bare_units": max(page["bare_units"] for page in one),
        "list_bare_units": max(page["bare_units"] for page in lists),
    }


# -- the tables -------------------------------------------------------------------------------------------------------


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Print a table: words to the left, numbers to the right."""
    lines = [[_told(cell) for cell in row] for row in [heads, *rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    print()
    for line in lines:
        words = [
            line[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)),
        ]
        print("  ".join(words))
    sys.stdout.flush()


def _told(cell: object) -> str:
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def print_costs(cost: Measured) -> None:
    """Units and statements of every page, for 1, 10 and 100."""
    pages = {(page["label"], page["who"], page["size"]): page for page in cost["pages"]}
    rows = []
    for label, who in dict.fromkeys((label, who) for label, who, _ in pages):
        sizes = [pages.get((label, who, size)) for size in SIZES]
        named = f"{label} ({who})" + ("" if any(page and page["html"] for page in sizes) else " *")
        told: list[Callable[[Measured], object]] = [
            lambda page: page["units"],
            lambda page: page["bare_units"],
            lambda page: len(page["statements"]),
        ]
        rows.append([named, *(tell(page) if page else "-" for tell in told for page in sizes)])
    heads = [f"{what} {size}" for what in ("units", "bare", "sql") for size in SIZES]
    table(["page (* a file, timed a few times only)", *heads], rows)
    beside = "signed-in unit {signed_in_ms:.2f} ms, bare unit {bare_ms:.2f} ms, {rounds} rounds"
    print(beside.format(**cost))


def of_the_worker(cost: Measured) -> list[Measured]:
    """The pages that a worker with ten children opens in a browser."""
    return [page for page in cost["pages"] if page["html"] and page["size"] == 10 and page["who"] == "worker"]


def print_weights(browser: Browser, address: str, cost: Measured) -> list[Weighed]:
    """Bytes and requests of every page of the worker; those about a child are given back."""
    cookies, pages = cost["cookies"]["worker 10"], of_the_worker(cost)
    home = next(page["path"] for page in pages if page["label"] == HOME)
    rows, about = [], []
    for page in pages:
        one = weighed(browser, address, cookies, page["path"], home)
        seen = [told for visit in (one.first, one.after_home, one.again) for told in (visit.kilobytes, visit.requests)]
        rows.append([page["label"], *seen, one.first.script_kilobytes])
        about += [one] if page["about_a_child"] else []
    heads = ["first kB", "requests", "after home kB", "requests", "again kB", "requests", "script kB of the first"]
    table(["page (worker, 10 people)", *heads], rows)
    return about


def print_feel(browser: Browser, address: str, cost: Measured) -> list[Felt]:
    """Every page once, as the child sees it, or the worker where a child does not come."""
    pages = {
        page["label"]: page for page in cost["pages"] if page["html"] and page["size"] == 10
    }  # the child comes last
    rows, found = [], []
    for label, page in pages.items():
        one = felt(browser, address, cost["cookies"][f"{page['who']} 10"], page["path"])
        found.append(one)
        rows.append([f"{label} ({page['who']})", round(one.lcp_ms), round(one.inp_ms), f"{one.cls:.3f}"])
    table(["page, slow phone, empty cache", "LCP ms", "INP ms", "CLS"], sorted(rows, key=lambda row: -int(row[1])))
    return found


def print_memory(address: str, server: int, cost: Measured, share: float) -> Held:
    """Memory of the worker after all the pages, many times."""
    cookies = {who: "; ".join(f"{name}={one}" for name, one in jar.items()) for who, jar in cost["cookies"].items()}
    asked = [
        (page["path"], cookies[f"{page['who']} 10"]) for page in cost["pages"] if page["html"] and page["size"] == 10
    ]
    one = held(address, server, asked, most=int(REQUESTS * share), seconds=SECONDS["memory"] * share)
    print(f"\nworker: {one.mib:.1f} MiB after {one.requests} requests, {one.slope:+.2f} MiB for each 10,000 more")
    if one.requests < REQUESTS * share * 0.99:
        print(f"(the time was over before {int(REQUESTS * share)} requests)")
    return one


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    main(sys.argv[1:])
