"""What a thing to do is, and in which order they come (`portals.todo` says why)."""

from dataclasses import dataclass

(
    UNSAFE,
    LOST,
    OVERDUE,
    ALARM,
    SAID,
    LAPSED,
    POINTED,
    LATE,
    BEGUN,
    TURNS,
    LOOK,
    READY,
    ASKING,
    AROUND,
    AGREED,
    FIRST,
    TALK,
) = range(17)


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One thing to do: for which child, in words, with one button."""

    weight: int
    who: str
    words: str
    act: str
    href: str
    tone: str
