"""Letters in the circle: how wide a name is, where it breaks, which initial stands in the disc.

Pure.  `lettering.json` holds advance widths per thousand of the size (the wider of regular and bold Atkinson
Hyperlegible Next), so that a picture laid out on the server never lets two names touch in the browser.  Names are
hostile input: `clean` is what every name passes before it is measured or drawn.
"""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_TABLE: Final = {
    letter: int(wide)
    for wide, letters in json.loads(Path(__file__).with_suffix(".json").read_text("utf-8")).items()
    for letter in letters
}
_UNKNOWN = 760
"""A letter that the font does not have comes from another font: reckoned broadly."""
_BROAD = 1400
"""Emoji, and the scripts whose letters are square."""
_MARKS = 2
_LONGEST = 400
"""No picture shows more letters of one name than this; its label does."""
_ELLIPSIS = "…"
_LINES = 3  # "vroeger pleegmama Rosa": the last word is often the name itself
_JOINER, _PICTURE = "\u200d", "\ufe0f"
_SKIN = range(0x1F3FB, 0x1F400)
_FLAG = range(0x1F1E6, 0x1F200)
_ASTRAL = 0x1F000
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_FORBIDDEN = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean(name: str) -> str:
    """The name without what can break a line, a file or the direction of its neighbours."""
    if name.isascii() and name.isprintable():  # most names: no letter of these can
        return " ".join(name.split())
    kept = "".join(" " if letter.isspace() else letter for letter in name if not _harmful(letter))
    return " ".join(kept.split())


def _harmful(letter: str) -> bool:
    kind = unicodedata.category(letter)
    if kind == "Cf":
        return letter not in {_JOINER, "\u200c"}
    return kind in _FORBIDDEN and not letter.isspace()


def isolate(name: str) -> str:
    """A name that runs from right to left, shut in so that it does not turn what stands beside it."""
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in name):
        return f"\u2068{name}\u2069"
    return name


def clusters(name: str) -> Iterator[str]:
    """What a reader sees as one letter: the letter with its marks, an emoji with its parts, a flag."""
    held = ""
    for letter in name:
        if held and _continues(held, letter):
            held += letter
        else:
            if held:
                yield _thinned(held)
            held = letter
    if held:
        yield _thinned(held)


def _continues(held: str, letter: str) -> bool:
    if unicodedata.category(letter)[0] == "M" or letter in {_JOINER, _PICTURE} or ord(letter) in _SKIN:
        return True
    if held[-1] == _JOINER:
        return ord(letter) > 0xFF  # noqa: PLR2004 (beyond Latin: joining letters and emoji)
    return ord(letter) in _FLAG and len(held) == 1 and ord(held) in _FLAG


def _thinned(cluster: str) -> str:
    """At most two marks on a letter: a hundred would climb over the neighbours."""
    if len(cluster) <= _MARKS + 1 or ord(cluster[0]) >= _ASTRAL or _JOINER in cluster:
        return cluster[:24]
    return cluster[: _MARKS + 1]


def width(text: str, size: float) -> float:
    """How wide the text is at this size, never less than what a browser draws."""
    try:
        return sum([_TABLE[letter] for letter in text]) * size / 1000
    except KeyError:
        return sum(_TABLE.get(cluster) or _unknown(cluster) for cluster in clusters(text)) * size / 1000


def _unknown(cluster: str) -> int:
    first = cluster[0]
    if unicodedata.normalize("NFC", cluster) in _TABLE:
        return _TABLE[unicodedata.normalize("NFC", cluster)]
    if unicodedata.combining(first) or first in {_JOINER, _PICTURE}:
        return 0
    if ord(first) >= _ASTRAL or unicodedata.east_asian_width(first) in {"W", "F"} or len(cluster) > 1:
        return _BROAD
    return _TABLE.get(first, _UNKNOWN)


def wrap(name: str, size: float, room: float) -> tuple[str, ...]:
    """The name on at most three lines; what does not fit ends in an ellipsis (the whole name stands in its label)."""
    name = name if name.isascii() and len(name) < _LONGEST else "".join(clusters(name[:_LONGEST]))
    if width(name, size) <= room:
        return (name,)
    lines: list[str] = []
    rest = name
    while rest and len(lines) < _LINES:
        line, rest = _line(rest, size, room)
        lines.append(line)
    if rest:
        lines[-1] = _cut(f"{lines[-1]} {rest}", size, room)
    return tuple(lines)


def _line(text: str, size: float, room: float) -> tuple[str, str]:
    words = text.split(" ")
    taken = 0
    while taken < len(words) and width(" ".join(words[: taken + 1]), size) <= room:
        taken += 1
    if taken:
        return " ".join(words[:taken]), " ".join(words[taken:])
    return _split(text, size, room)


def _split(text: str, size: float, room: float) -> tuple[str, str]:
    """A word wider than the line: after a hyphen of its own if it has one, else it ends in an ellipsis."""
    head = _fitting(text, size, room)
    hyphen = head.rfind("-") + 1
    if hyphen > 1:
        return head[:hyphen], text[hyphen:]
    word, _, rest = text.partition(" ")
    return _cut(word, size, room), rest


def _cut(text: str, size: float, room: float) -> str:
    return _fitting(text, size, room - width(_ELLIPSIS, size)).rstrip() + _ELLIPSIS


def _fitting(text: str, size: float, room: float) -> str:
    kept, used = "", 0.0
    for cluster in clusters(text):
        used += width(cluster, size)
        if used > room and kept:
            break
        kept += cluster
    return kept


def initial(name: str) -> str:
    """The letter in the disc: of the name proper ("oma Rita" is an R), else the first one ("mama" is an m)."""
    words = [word for word in name.split(" ") if word]
    proper = next((word for word in words if word[0].isupper()), words[0] if words else "?")
    return next(clusters(proper), "?")
