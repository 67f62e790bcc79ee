"""Two of one name in a circle are told apart in words: by where they stand, else by a number (issue 4; R20).

Asked of what is shown and of nothing else: who is left out of a picture leaves no word in it (R16).  Nearness is not
among the words, because a picture that goes home does not tell it.  Pure: facts in, names out.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

from django.utils.translation import gettext as _

from kring.circle.domains import Domain
from kring.circle.lettering import clean

K = TypeVar("K", bound=Hashable)


def called_apart(people: Sequence[tuple[K, str, Domain | None]]) -> dict[K, str]:
    """How each of them is called: who, by which name, in which life domain.  A name that one has, stays what it is."""
    called = Counter(_same(name) for _key, name, _domain in people)
    beside = Counter((_same(name), domain) for _key, name, domain in people)
    number: Counter[tuple[str, Domain | None]] = Counter()
    found: dict[K, str] = {}
    for key, name, domain in people:
        found[key] = name
        if called[_same(name)] > 1:
            here = (_same(name), domain)
            number[here] += 1
            words = [str(domain.short).lower()] if domain else []
            words += [_("nummer %(number)s") % {"number": number[here]}] if beside[here] > 1 or not words else []
            found[key] = f"{name} ({', '.join(words)})"
    return found


def _same(name: str) -> str:
    return clean(name).casefold()
