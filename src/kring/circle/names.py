"""Call names out of what someone typed or pasted: split, cleaned, counted.  Pure: text in, names out.

A call name is all that is ever required of a person in the circle.  Nothing is cut or merged in silence: what
cannot be taken comes back whole with a reason, so that the page can say it and keep what was typed.
Two people may share a name; the second one is marked so that the page can ask (issue 2, 'Bad input').
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

LONGEST = 80  # characters: the longest real call name with a relation and an emoji stays well under it
MOST = 300  # names at once: as many people as the circle can draw
HIGHEST = 8  # marks on one letter: Vietnamese and pointed Hebrew need three


class Reason(StrEnum):
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    STACKED = "stacked"  # a pile of accents that would cover its neighbours


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    again: bool = False  # the same name stood earlier in the list, or in the circle


@dataclass(frozen=True, slots=True)
class Refused:
    text: str  # exactly what was typed, so that nothing is lost
    reason: Reason
    count: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    ok: tuple[Name, ...] = ()
    refused: tuple[Refused, ...] = ()


# A comma between brackets does not split: "Lea (oma, langs mama)" is one person.
_ITEM = re.compile(r"(?:\([^()\n]{0,80}\)|[^,;\u060c\u3001\uff0c\uff1b\t\n])+")
_BULLET = re.compile(r"[\u2022\u2023\u2043\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u2610\u2611\u27a2\u27a4]\ufe0f?")
_NUMBERED = re.compile(r"(?:^|(?<=\s))\d{1,3}[.)](?=\s)")
_AT_THE_FRONT = re.compile(r"^(?:[-–—*·>+]+\s+|[-–—*·>+]+$|\d{1,3}[.)]\s*(?!\d))+")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
# Bidi overrides and isolates could turn the rest of a page around; the other marks are invisible and would make two
# equal names look different.  The joiners (200C, 200D) stay: Persian names and family emoji need them.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]")
_BLANK = re.compile("[\\s\u115f\u1160\u2800\u3164\uffa0]+")
_UNUSABLE = frozenset({"Cc", "Cs"})  # a lone surrogate cannot be stored; unknown characters are emoji newer than we are
_NEVER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
# Letters that NFKD leaves whole: dotless i, Polish l, Danish o, Bosnian d, ligatures, curled apostrophes.
_PLAIN = str.maketrans(
    {0x131: "i", 0x142: "l", 0xF8: "o", 0x111: "d", 0xE6: "ae", 0x153: "oe", 0x2019: "'", 0x2018: "'"}
)
_NOT_SEEN_ALONE = frozenset({"Mn", "Me", "Cf"})


def read_names(text: str, known: Collection[str] = ()) -> Names:
    """Names from a line or a pasted list.  `known`: the names that already stand in the circle."""
    return take_names(split(text), known, whole=text)


def take_names(items: Iterable[str], known: Collection[str] = (), *, whole: str | None = None) -> Names:
    """Names from a list that was split before, such as the ticked contacts of a phone."""
    cleaned = [(item, name) for item in items if (name := clean(item))]
    if len(cleaned) > MOST:
        everything = "\n".join(item for item, _name in cleaned) if whole is None else whole
        return Names(refused=(Refused(everything, Reason.TOO_MANY, len(cleaned)),))
    seen = {fold(name) for name in known}
    ok: list[Name] = []
    refused: list[Refused] = []
    for item, name in cleaned:
        if reason := _wrong(name):
            refused.append(Refused(item.strip(), reason, len(name)))
            continue
        same = fold(name)
        ok.append(Name(name, again=same in seen))
        seen.add(same)
    return Names(tuple(ok), tuple(refused))


def split(text: str) -> Iterator[str]:
    """Items of a pasted list: commas, semicolons, lines, tabs, bullets and numbering are between people."""
    lines = _BULLET.sub("\n", _LINE_ENDS.sub("\n", text))
    for item in _ITEM.findall(_NUMBERED.sub("\n", lines)):
        if name := _AT_THE_FRONT.sub("", item.strip()):
            yield name


def clean(text: str) -> str:
    """One call name as it is kept: composed, on one line, without what cannot be seen.  Empty when nothing is left."""
    kept = "".join(c for c in _BLANK.sub(" ", text) if unicodedata.category(c) not in _UNUSABLE)
    seen = _NEVER.sub("", _INVISIBLE.sub("", kept))
    name = unicodedata.normalize("NFC", _BLANK.sub(" ", seen).strip())
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = name.strip('" ')
    return "" if all(unicodedata.category(c) in _NOT_SEEN_ALONE for c in name) else name


def fold(text: str) -> str:
    """The same for 'José', 'jose' and 'JOSE': for comparing only, never for keeping."""
    if text.isascii():
        return text.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.casefold().translate(_PLAIN)


def sentence(refused: Refused) -> str:
    """Why this could not be taken, for the person at the screen."""
    match refused.reason:
        case Reason.TOO_LONG:
            return _("Een naam heeft hier plaats voor %(most)s tekens. Deze is langer. Wat je typte staat er nog.") % {
                "most": LONGEST
            }
        case Reason.TOO_MANY:
            return _(
                "Dit zijn %(count)s namen. Er kunnen er %(most)s tegelijk bij. Wat je plakte staat er nog: "
                "plak het in kleinere stukken."
            ) % {"count": refused.count, "most": MOST}
        case Reason.STACKED:
            return _("Deze naam heeft te veel tekens boven op elkaar. Schrijf hem gewoner. Wat je typte staat er nog.")


def again_sentence(names: Collection[Name]) -> str:
    """Asks whether equal names are one person; nothing is merged by itself."""
    again = tuple(dict.fromkeys(name.text for name in names if name.again))
    if not again:
        return ""
    return ngettext(
        "%(names)s staat er al. Is dat iemand anders? Dan mogen ze er allebei staan.",
        "Deze namen staan er al: %(names)s. Zijn dat andere mensen? Dan mogen ze er allemaal staan.",
        len(again),
    ) % {"names": ", ".join(again)}


def _wrong(name: str) -> Reason | None:
    if len(name) > LONGEST:
        return Reason.TOO_LONG
    pile = 0
    for c in name:
        pile = pile + 1 if unicodedata.combining(c) else 0
        if pile > HIGHEST:
            return Reason.STACKED
    return None
