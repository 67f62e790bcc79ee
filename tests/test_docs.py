"""The pages for people tell the truth about the repository: what they point at is there."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.sources import ROOT, files, named

PAGES = files(".md", under=ROOT / "docs") + [path for path in files(".md") if path.parent == ROOT]
LINK = re.compile(r"""(?:\]\(|src=")(?!https?:|mailto:|#)([^)#\s"]+)""")
QUOTED = re.compile(r"`((?:tests|bench|src|docs|locale)/[\w./-]+\.\w+)`")
VERB = re.compile(r"\./kring ([a-z][\w-]*)")
MEASURED = re.compile(r"\./kring bench ([a-z]\w*)")
PLACE = re.compile(r"`([a-z]+:[a-z]\w+)`")


def told(pattern: re.Pattern[str], page: Path) -> set[str]:
    return set(pattern.findall(page.read_text(encoding="utf-8")))


def addresses(node: URLResolver | None = None, space: str = "") -> set[str]:
    """The name of every address."""
    names: set[str] = set()
    for entry in (node or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            names |= addresses(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            names.add(f"{space}{entry.name}")
    return names


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    gone = {link for link in told(LINK, page) if not (page.parent / link).exists()}
    assert not gone, "A link to what is not there.  Pictures of the manual are made by `./kring e2e`."


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_file_that_is_named_exists(page: Path) -> None:
    assert not {path for path in told(QUOTED, page) if not (ROOT / path).exists()}


def verbs() -> set[str]:
    """What the launcher answers to."""
    _, _, choice = (ROOT / "kring").read_text(encoding="utf-8").partition("case $verb in")
    offered = re.findall(r"^([a-z][\w| -]*)\)", choice, re.MULTILINE)
    return {verb.strip() for line in offered for verb in line.split("|")}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_exists(page: Path) -> None:
    assert not told(VERB, page) - verbs()
    assert not {name for name in told(MEASURED, page) if not (ROOT / "bench" / f"{name}.py").exists()}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_page_that_is_named_has_an_address(page: Path) -> None:
    assert not told(PLACE, page) - addresses()


def test_the_trace_is_whole() -> None:
    trace = (ROOT / "docs/trace.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([ABC]\d+[a-z]?) \| [^|]* \| \**([a-z]+)", trace, re.MULTILINE)
    assert len(rows) == len({row for row, _ in rows}) == 303
    told = re.findall(r"^\| \**([a-z]+)[^|]*\| (\d+) \|", trace, re.MULTILINE)
    places = set(re.findall(r"^\| \*\*([a-z ]+)\*\* \| [^|]*\| [^|]*\| [^|]*\|$", trace, re.MULTILINE))
    pointed_at = set(re.findall(r"(?<!\*)\*([a-z ]+)\*(?!\*)", trace))
    assert pointed_at <= places, "a row points at a place that the table of places does not hold"
    assert {word: int(number) for word, number in told} == Counter(word for _, word in rows)
