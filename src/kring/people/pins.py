"""Which PINs are too easy: what a stranger tries first, and what someone who knows the birthday tries first."""

import re
from collections.abc import Iterator
from datetime import date

LENGTH = 6
ROWS = ("01234567890", "09876543210")
DAY, MONTH, YEAR = "(0[1-9]|[12][0-9]|3[01])", "(0[1-9]|1[0-2])", "([0-2]|[4-9])[0-9]"
CENTURY = "(19|20)[0-9]{2}"
A_BIRTHDAY = re.compile(f"{DAY}{MONTH}{YEAR}|{YEAR}{MONTH}{DAY}|{MONTH}{CENTURY}|{CENTURY}{MONTH}")
REPEATED = re.compile(r"(\d{1,3})\1+")


def is_easy(code: str, *, born_on: date | None = None) -> bool:
    """One digit or two or three over and over, a row of digits, or a birthday in any order."""
    if REPEATED.fullmatch(code) or any(code in row for row in ROWS):
        return True
    return looks_like_a_birthday(code) or (born_on is not None and code in set(_birthday(born_on)))


def _birthday(born_on: date) -> Iterator[str]:
    for pattern in ("%d%m%y", "%m%d%y", "%y%m%d", "%y%d%m", "%d%m%Y", "%Y%m%d", "%m%Y", "%Y%m"):
        told = born_on.strftime(pattern)
        yield from (told, told[:LENGTH], told[-LENGTH:])


def looks_like_a_birthday(code: str) -> bool:
    """Where we do not know the birthday, and of whose family: a day, a month and a year of someone alive, in any order.

    Some six in a hundred PINs; what is left is as hard to guess.
    """
    return A_BIRTHDAY.fullmatch(code) is not None
