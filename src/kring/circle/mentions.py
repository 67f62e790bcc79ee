"""Relation words in what was typed, told apart from names: "Peter" is a name, "mijn peter" a godfather.  Pure."""

import re
from dataclasses import dataclass
from itertools import islice

from kring.circle.domains import Domain
from kring.circle.names import fold
from kring.circle.wordlist import WORDS, Word

_MOST = 16  # tokens; a name with a relation has two to five
_TOKEN = re.compile(r"(?<=\w)['’]s\b|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, token by token: as written, as compared, and where it stood."""

    source: str
    raw: tuple[str, ...]
    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.raw)

    def capital(self, place: int) -> bool:
        return self.raw[place][0].isupper()

    def text(self, start: int, end: int) -> str:
        """The words as they were typed, "plus-mama" with its hyphen."""
        return self.source[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""

    def quoted(self, start: int, end: int) -> str:
        """The same inside a sentence: "Mijn mama" loses the capital of its first word, "Yara" and "CLB" do not."""
        text, first = self.text(start, end), self.folded[start]
        ordinary = first in WORDS.skipped or WORDS.at(self.folded, start) is not None
        return text[0].lower() + text[1:] if ordinary and not text[:2].isupper() else text

    def without(self, gone: set[int]) -> "Typed":
        """What is left when these tokens are taken away."""
        kept = [place for place in range(len(self)) if place not in gone]
        raw, folded = tuple(self.raw[p] for p in kept), tuple(self.folded[p] for p in kept)
        return Typed(self.source, raw, folded, tuple(self.spans[p] for p in kept))


@dataclass(frozen=True, slots=True)
class Mention:
    """One relation word, and what it says here."""

    start: int
    end: int
    word: Word
    text: str
    past: bool
    sure: bool


def read(text: str) -> Typed:
    """The tokens of a line; what comes after sixteen words says nothing more about who it is."""
    found = tuple(islice(_TOKEN.finditer(text), _MOST))
    raw = tuple(token[0] for token in found)
    return Typed(text, raw, tuple(fold(token) for token in raw), tuple(token.span() for token in found))


def mentions(typed: Typed) -> tuple[Mention, ...]:
    """All relation words from left to right, the longest where several begin."""
    found: list[Mention] = []
    place = 0
    while place < len(typed):
        entry = WORDS.at(typed.folded, place)
        if entry and (entry[0] - place > 1 or _is_relation(typed, place)):
            found.append(_mention(typed, place, *entry))
            place = entry[0]
        else:
            place += 1
    return tuple(found)


def _mention(typed: Typed, start: int, end: int, word: Word) -> Mention:
    before = typed.folded[:start]
    leading = all(token in WORDS.skipped or token in WORDS.old for token in before)
    name_too = typed.folded[start] in WORDS.surnames or typed.folded[start] in WORDS.firstnames
    unclear = not leading and (typed.capital(start) or name_too) and not word.stays_put
    past = bool(before) and before[-1] in WORDS.old and word.domain is not Domain.FAMILY
    text = word.shown or typed.text(start, end).lower()
    return Mention(start, end, word, text, past=past, sure=word.sure and not unclear)


def _is_relation(typed: Typed, place: int) -> bool:
    token = typed.folded[place]
    if token in WORDS.firstnames:
        return _is_claimed(typed, place)
    return not (token in WORDS.surnames and typed.capital(place) and _is_family_name(typed, place))


def _is_claimed(typed: Typed, place: int) -> bool:
    """ "mijn peter", "peter Jan", "Fatma abla"; never "Peter", "peter" or "Peter Jan" alone."""
    if place and typed.folded[place - 1] in WORDS.mine:
        return True
    beside = [other for other in (place - 1, place + 1) if 0 <= other < len(typed)]
    return not typed.capital(place) and any(typed.capital(o) and not WORDS.at(typed.folded, o) for o in beside)


def _is_family_name(typed: Typed, place: int) -> bool:
    """ "De Meester", "Tom Meester", "Jan van de Kerk" are names; "de Meester" and "mijn Meester" are not."""
    first = place
    while first and typed.folded[first - 1] in WORDS.particles:
        first -= 1
    if first < place and any(typed.capital(particle) for particle in range(first, place)):
        return True
    if first == 0:
        return False
    if first < place:
        return WORDS.at(typed.folded, first - 1) is None
    return typed.folded[place - 1] not in WORDS.skipped
