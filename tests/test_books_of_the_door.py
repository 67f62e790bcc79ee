"""No sieve and no policy stands before the books of the door: who asks them itself is written here, with why.

`Item`, `Say`, `Seen`, `Visit` and `Disclosure` tell of every child alike: a line that forgets the child, or asks more
than the visitor reads, tells the subject, the class or the writer of what is hidden.  Rooms ask `access.spoken`.
"""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.sources import SRC, modules, room, tree

BOOKS = frozenset({"Item", "Say", "Seen", "Visit", "Disclosure"})
MANAGERS = frozenset({"objects", "_default_manager", "_meta"})


class Asks(NamedTuple):
    """How often a module asks each book itself, and why it may."""

    books: Mapping[str, int]
    why: str


MAY_ASK: dict[str, Asks] = {
    "agreements/acts/agreeing.py": Asks({"Item": 1}, "From which day somebody looks again at what the two denied."),
    "circle/reading.py": Asks(
        {"Item": 1}, "Which dots of a picture that the door gave stand on the other side: takes away, adds nothing."
    ),
    "portals/already.py": Asks(
        {"Seen": 6, "Visit": 2}, "The page of what was seen: of this child alone, each row read again through the door."
    ),
    "portals/jobs.py": Asks(
        {"Disclosure": 1, "Say": 1}, "Before a message goes, without a door: whether what it is about still holds."
    ),
    "portals/pictures_used.py": Asks(
        {"Say": 1}, "For the child alone: which of its answers were given with pictures that another knows."
    ),
    "portals/stopping.py": Asks(
        {"Say": 3},
        "The yeses of this child, once; one that it took back: a second tap hears so; since when none stands.",
    ),
    "rights/acts/own_answer.py": Asks(
        {"Item": 2}, "From which day somebody looks at an answer that its giver denied; none once that one said yes."
    ),
    "rights/cards.py": Asks({"Item": 1}, "Who checks a role card has no door: yes or no, and nothing of the child."),
}


def names_of_books(module: ast.Module) -> dict[str, str]:
    """What this module calls each book: the name it has here, and the book."""
    brought = (node for node in ast.walk(module) if isinstance(node, ast.ImportFrom))
    told = (one for node in brought if (node.module or "").startswith("kring.access") for one in node.names)
    return {one.asname or one.name: one.name for one in told if one.name in BOOKS}


def asked(module: ast.Module) -> Iterator[str]:
    """Each time that a book is asked, by its own name or as `models.Item`; or handed to what asks it."""
    names = names_of_books(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            yield from _book(node.value, names)
        elif isinstance(node, ast.Call):  # get_object_or_404(Item, ...)
            for one in node.args:
                yield from _book(one, names)


def _book(node: ast.expr, names: Mapping[str, str]) -> Iterator[str]:
    if isinstance(node, ast.Name) and node.id in names:
        yield names[node.id]
    elif isinstance(node, ast.Attribute) and node.attr in BOOKS:
        yield node.attr


def found() -> dict[str, Counter[str]]:
    """Which modules above the door ask which book, and how often."""
    above = (path for path in modules() if room(path) not in {"access", "demo"})
    each = {str(path.relative_to(SRC)): Counter(asked(tree(path))) for path in above}
    return {name: books for name, books in each.items() if books}


def test_the_books_of_the_door_are_asked_where_it_is_written() -> None:
    wrong = {name: dict(books) for name, books in found().items() if dict(books) != dict(_may(name))}
    told = [f"{name}: {books}" for name, books in wrong.items()]
    told += [f"{name}: nothing any more" for name in MAY_ASK if name not in found()]
    if told:
        what_to_do = "Item, Say, Seen, Visit or Disclosure is asked outside the door.  Ask access.spoken, the door or"
        where = "\n  ".join(sorted(told))
        pytest.fail(f"{what_to_do} an act; or write in MAY_ASK how often, and why.\n  {where}", pytrace=False)


def _may(name: str) -> Mapping[str, int]:
    return MAY_ASK[name].books if name in MAY_ASK else {}


@pytest.mark.parametrize(
    "line",
    [
        "from kring.access.models import Item\nItem.objects.get(pk=key)",
        "from kring.access.models import Say as Answer\nAnswer.objects.all()",
        "from kring.access import models\nmodels.Seen.objects.count()",
        "from kring.access.disclosure import Disclosure\nDisclosure._default_manager.first()",
        "from kring.access.models import Visit\nget_object_or_404(Visit, pk=key)",
    ],
)
def test_a_careless_line_is_found(line: str) -> None:
    assert len(list(asked(ast.parse(line)))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "from kring.circle.placing import Item\nItem.objects",
        "from kring.access.models import Item\ndef told(one: Item) -> Item: return one",
        "from kring.access.models import Word\nWord.YES",
    ],
)
def test_what_asks_nothing_is_left_alone(line: str) -> None:
    assert not list(asked(ast.parse(line)))


def test_every_reason_is_written() -> None:
    assert all(one.why and sum(one.books.values()) for one in MAY_ASK.values())
    assert all(Path(SRC / name).is_file() for name in MAY_ASK)
