"""Who is who in the table of addresses, and what a row says."""

from dataclasses import dataclass

EVERYONE = frozenset(
    "noor sem lotte bram hilde greet mo saar an ann tarik rita wilma karim dirk nadia".split()  # noqa: SIM905  # a list of names
)
WITH_NOOR = frozenset({"noor", "lotte"})
SPEAKERS = frozenset({"noor", "ann", "tarik", "wilma", "karim", "rita"})  # who may say or ask something, about Noor
WRITERS = WITH_NOOR | {"ann", "tarik"}  # and a JIM; here Wilma came in as supporter
CIRCLE = WITH_NOOR | {"bram"}
AGREES = CIRCLE | {"karim"}  # who reads, all or the practical part, what Noor and Karim agree on
MAKES_AGREEMENTS = ("begin", "step", "ready", "leave", "recorded", "knows", "parents")
EXPLAINS = ("explain", "later", "happened", "letter", "languages", "referred", "chance", "turning")
SHEETS = ("sheet", "of_age", "of_age_sheet", "referring_sheet", "first_week", "first_week_sheet", "poster")
CONDITIONS = WITH_NOOR | {"mo"}
WORKERS = frozenset({"lotte", "bram", "greet", "an"})
HOUSE = frozenset({"lotte", "bram", "hilde", "greet", "mo", "saar", "an"})
MANAGERS = frozenset({"mo"})


@dataclass(frozen=True, slots=True)
class Row:
    """Who finds something here when asking (`get`) and when sending (`post`)."""

    get: frozenset[str]
    post: frozenset[str] | None = None  # None: the same people


@dataclass(frozen=True, slots=True)
class Open:
    """The same for everyone, signed in or not: the statuses that may come."""

    get: frozenset[int] = frozenset({200, 302})
    post: frozenset[int] = frozenset({200, 302, 400, 403, 405})
