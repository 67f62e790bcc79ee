"""The word list behind the guess: read once from guess.toml and checked against the closed lists of the circle."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from re import findall
from typing import Any

from kring.circle.domains import Domain, Kind
from kring.circle.names import fold

_FILE = Path(__file__).with_name("guess.toml")
_KEYS = frozenset({"domain", "kind", "care", "sure", "people", "compound", "words"})


@dataclass(frozen=True, slots=True)
class Word:
    """What one word of the list says about someone."""

    shown: str  # how it is written when its capitals matter ("CLB"), else empty: the child's own spelling stays
    domain: Domain | None
    kind: Kind = Kind.PERSON
    care: bool = False
    sure: bool = True
    people: Domain | None = None  # the domain of someone "van de ..." this place, where it is not the place's own

    @property
    def stays_put(self) -> bool:
        """A place or a group: someone can be "van de chiro"."""
        return self.kind in {Kind.PLACE, Kind.GROUP}

    @property
    def around(self) -> Domain | None:
        """Where someone of this place belongs."""
        return self.people or self.domain


class Wordlist:
    """All words by their first token, longest first, with the small words around them."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.articles = frozenset(data["articles"])
        self.mine = frozenset(data["mine"])
        self.skipped = self.articles | self.mine | frozenset(data["adjectives"])
        self.past = frozenset(data["past"])
        self.old = frozenset(data["old"])
        self.firstnames = frozenset(data["firstnames"])
        self.surnames = frozenset(data["surnames"])
        self.particles = frozenset(data["particles"])
        self.before_a_name = tuple(data["before_a_name"])
        self.tails = {
            tail: Word("", Domain(domain), care=domain == Domain.CARE, sure=False)
            for domain, tails in data["tails"].items()
            for tail in tails
        }
        self.phrases = self._phrases(data)

    def _phrases(self, data: dict[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], Word], ...]]:
        words: dict[tuple[str, ...], Word] = {}
        for group in data["words"]:
            for phrase, word in _entries(group, data["prefixes"]):
                words.setdefault(phrase, word)
        starts: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
        for phrase in sorted(words, key=len, reverse=True):
            starts.setdefault(phrase[0], []).append((phrase, words[phrase]))
        return {start: tuple(entries) for start, entries in starts.items()}

    def at(self, tokens: tuple[str, ...], place: int) -> tuple[int, Word] | None:
        """The longest entry that begins here: where it ends, and what it says."""
        for phrase, word in self.phrases.get(tokens[place], ()):
            end = place + len(phrase)
            if tokens[place:end] == phrase:
                return end, word
        return self._tail(tokens[place], place)

    def _tail(self, token: str, place: int) -> tuple[int, Word] | None:
        """ "voetbaltrainer" stands in no list, its last part does."""
        for start in range(3, len(token) - 3):
            if word := self.tails.get(token[start:]):
                return place + 1, word
        return None


def tokens_of(text: str) -> list[str]:
    """Words without their punctuation; hyphens and apostrophes part words."""
    return findall(r"[^\W_]+", text)


def _entries(group: dict[str, Any], prefixes: list[str]) -> Iterator[tuple[tuple[str, ...], Word]]:
    if unknown := group.keys() - _KEYS:
        raise ValueError(f"guess.toml: unknown key {sorted(unknown)}")
    says = {
        "domain": Domain(group["domain"]) if group["domain"] else None,
        "kind": Kind(group.get("kind", Kind.PERSON)),
        "care": group.get("care", False),
        "sure": group.get("sure", True),
        "people": Domain(group["people"]) if "people" in group else None,
    }
    for written in group["words"]:
        folded = tuple(tokens_of(fold(written)))
        word = Word(shown=written if written != written.lower() else "", **says)
        yield folded, word
        if group.get("compound"):
            yield from _compounds(folded, word, prefixes)


def _compounds(folded: tuple[str, ...], word: Word, prefixes: list[str]) -> Iterator[tuple[tuple[str, ...], Word]]:
    for prefix in prefixes:
        yield (prefix + folded[0], *folded[1:]), word
        yield (prefix, *folded), word


WORDS = Wordlist(tomllib.loads(_FILE.read_text(encoding="utf-8")))
