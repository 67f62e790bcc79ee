"""How much of a password has to be guessed: the fewest pieces that it can be put together from.

The lists of most used passwords that may be shipped hold next to none of fifteen characters (of Django's 19,646 there
are 46).  What people make of such a length is short pieces in a row: two much used words, a name of here and a year, a
walk over the keyboard, the same word twice.  So a password is laid out in pieces, and each has a price: a sign that
belongs to nothing costs one, a much used word three however long it is, a run or a repetition one.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from django.contrib.auth.password_validation import CommonPasswordValidator

_OF_HERE: Final = (
    "kring jeugdhulp jeugdzorg begeleider begeleiding leefgroep vertrouwenspersoon netwerk opvoeder jongere gezin "
    "wachtwoord paswoord welkom geheim aanmelden inloggen password login admin mijn vlaanderen belgie "
    "januari februari maart april juni juli augustus september oktober november december lente zomer herfst winter "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)
OF_HERE: Final = frozenset(_OF_HERE.split())
"""Words that everyone here thinks of first (OWASP ASVS 5.0, 6.1.2): docs/how-to/coming-in.md names them."""
ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm",
    "wxcvbn", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "1a2z3e4r5t6y7u8i9o0p", "a1z2e3r4t5y6u7i8o9p0",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm",
)  # fmt: skip
LONGEST: Final = 100
"""Of a longer password only the beginning is weighed: that is more than enough."""
A_WORD, A_NAME, A_RUN, A_YEAR, TWICE = 3, 1, 1, 2, 1
FEW: Final = 3
PLAIN: Final = str.maketrans("013457@$!", "oieastasi")
YEAR: Final = re.compile("(19|20)[0-9]{2}")


def signs_to_guess(password: str, names: Iterable[str] = ()) -> int:
    """The price of the cheapest way to put it together; `names` are of this person and this house."""
    text = folded(password)[:LONGEST]
    own = OF_HERE | {part for name in names for part in re.split(r"[\W_]+", folded(name)) if len(part) >= FEW}
    best = [0]
    for end in range(1, len(text) + 1):
        pieces = ((best[start], text[start:end], text[:start]) for start in range(end))
        best.append(min(so_far + _price(piece, before, own) for so_far, piece, before in pieces))
    return best[-1]


def folded(text: str) -> str:
    """In small letters, without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text).lower() if not unicodedata.combining(one))


def _price(piece: str, before: str, own: frozenset[str]) -> int:
    if len(piece) < FEW:
        return len(piece)
    plain = piece.translate(PLAIN)
    if plain in own or piece in own:
        return A_NAME
    if piece in before or _is_a_run(piece):
        return TWICE
    if YEAR.fullmatch(piece):
        return A_YEAR
    return A_WORD if len(piece) > FEW and not _much_used().isdisjoint({piece, plain}) else len(piece)


def _is_a_run(piece: str) -> bool:
    return len(set(piece)) == 1 or any(piece in row or piece[::-1] in row for row in ROWS)


@cache
def _much_used() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)
