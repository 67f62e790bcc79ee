"""Writing and reading notes as the cast does it, through the pages."""

import re
from html import unescape
from typing import Any
from uuid import UUID

from django.http import HttpResponse

from kring.journal.models import Passage
from kring.law.access import Section
from tests.family import Family

TALK = {"talked_on": "2026-01-05", "with_whom": "Noor"}
SHOWN = re.compile(r'name="shown" value="(\w+)"')


def page(family: Family, who: str, where: str = "journal:notes", *, child: str = "noor", **parts: Any) -> str:
    return unescape(family.page(where, seen_by=who, child=child, **parts))


def send(family: Family, who: str, facts: dict[str, Any], *, child: str = "noor") -> HttpResponse:
    """Send the form once, as it stands."""
    told = {"once": family.once(), "pieces": "1", "topic_0": "general", "do": "save"} | facts
    return family.browser(who).post(family.url("journal:write", child=child), told)


def write(family: Family, who: str, words: str, *, child: str = "noor", **facts: Any) -> HttpResponse:
    """Look who will read it, then keep it: as the page asks."""
    told = {"once": family.once(), "words_0": words} | (TALK if who == "lotte" else {}) | facts
    if who not in {"noor", "sem"}:
        told.setdefault("klass_0", "file")
    looked = send(family, who, told | {"do": "look"}, child=child)
    mark = SHOWN.search(looked.content.decode())
    return send(family, who, told | {"shown": mark[1] if mark else ""}, child=child)


def row(family: Family, words: str, *, seen_by: str = "noor", child: str = "noor") -> Passage:
    """The passage with these words, as somebody reads it."""
    door = family.door(seen_by, Section.JOURNAL, child=child)
    return next(one for one in door.within(Passage.objects.all()) if words in one.words)


def change(family: Family, who: str, passage: UUID, words: str, version: int = 1, **facts: Any) -> HttpResponse:
    """Look who will read it, then keep it: as the page asks."""
    told = {"once": family.once(), "version": version, "words": words} | facts
    browser, where = family.browser(who), family.url("journal:change", passage=passage)
    looked = browser.post(where, told | {"do": "look"})
    mark = SHOWN.search(looked.content.decode())
    return browser.post(where, told | {"shown": mark[1]}) if mark else looked
