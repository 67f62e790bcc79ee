"""Why somebody sees something: the rules that open it, each in a sentence, and the law behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kring.access.door import Door
from kring.access.items import reasons
from kring.access.models import Item
from kring.kit.sentences import sentence

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


@dataclass(frozen=True, slots=True)
class Why:
    """Why someone sees something: a sentence, and the article of law behind it, where there is one."""

    words: Words
    source: str = ""


def why(door: Door, item: Item) -> list[Why]:
    """The rules that open it for the visitor; in an emergency somebody decided, and no rule."""
    found = [
        Why(sentence(one.rule.because), _law(one.rule.source)) if one.rule else Why(sentence("access.in-an-emergency"))
        for one in reasons(door, item)
    ]
    return list({one.words: one for one in found}.values())


def _law(source: str) -> str:
    """Of where a rule comes from, what a reader can look up; our own papers stand in docs/who-may-see-what.md."""
    return "; ".join(part for part in source.split("; ") if part.startswith("art. "))
