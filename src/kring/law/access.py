"""Who may know, read, add and change what: one table that a jurist can read, and nothing else beside it.

The table is `access.toml`: relation x section x class of data, with an answer for each verb, the reason as a code
(its sentence stands in `kit/sentences.py`) and the source.  What is not in the table is shut.
Sources: brief 1.6 (matrix), product.md R7, R8, R15-R20; the classes follow the DRM as brief 1.6 reads it.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any


class Relation(StrEnum):
    """In which position someone stands towards one child.  The order is the order in which a hat is chosen."""

    CHILD = "child"
    WORKER = "worker"
    NETWORK_GUIDE = "network_guide"
    FALLBACK_WORKER = "fallback_worker"
    FIXED_CONTACT = "fixed_contact"
    TRUST_PERSON = "trust_person"  # only while serving (R2)
    JIM = "jim"
    SUPPORTER = "supporter"
    PARENT = "parent"
    UPBRINGER = "upbringer"  # opvoedingsverantwoordelijke
    PARENTS_TRUST_PERSON = "parents_trust_person"
    TEAM_LEAD = "team_lead"
    DIRECTOR = "director"
    MANAGER = "manager"
    OFFICER = "officer"  # data protection officer
    MANDATED_SERVICE = "mandated_service"
    COURT_SERVICE = "court_service"


class Section(StrEnum):
    """A part of a child's place in Kring; each kept model belongs to exactly one."""

    CIRCLE = "circle"
    RIGHTS = "rights"
    CONDITIONS = "conditions"
    AGREEMENTS = "agreements"
    JOURNAL = "journal"
    MEETINGS = "meetings"
    STORIES = "stories"
    METHODS = "methods"
    SAFETY = "safety"
    CONCERNS = "concerns"
    ANSWERS = "answers"  # the child's yes and no
    LOOKS = "looks"  # who looked
    SAID = "said"  # what someone says or asks of who works with the child


class Klass(StrEnum):
    """Class of data of one passage (brief 1.6).  Court documents have no class: they never enter."""

    OWN_WORDS = "own_words"
    FILE = "file"
    HOUSEHOLD = "household"
    AGOGIC = "agogic"
    CONFIDENCE = "confidence"
    THIRD_PARTY = "third_party"
    CONCERN = "concern"
    CHECK = "check"


class Topic(StrEnum):
    """What a row is about, so that a child can answer by subject.  Families may label these, never redefine them."""

    GENERAL = "general"
    CIRCLE = "circle"
    BESIDE_ME = "beside_me"
    HOME = "home"
    MOTHER = "mother"
    FATHER = "father"
    FAMILY = "family"
    SCHOOL = "school"
    FRIENDS = "friends"
    LEISURE = "leisure"
    HEALTH = "health"
    FAITH = "faith"
    MONEY = "money"
    FUTURE = "future"
    HELP = "help"
    SAFETY = "safety"


class Verb(StrEnum):
    """What one may do: know that it is there, read it, add to it, change it."""

    KNOW = "know"
    READ = "read"
    ADD = "add"
    CHANGE = "change"


class Answer(StrEnum):
    """Open, open after the child's yes, or shut.  `OWN`: open for what is about oneself, and the rest asks.

    `WROTE`: open for what one wrote oneself, and the rest is shut: no yes opens the words of another.
    """

    OPEN = "open"
    OWN = "own"
    WROTE = "wrote"
    ASKS = "asks"
    SHUT = "shut"


class TableError(ValueError):
    """The table contradicts itself or names something outside the closed lists."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table: an answer for each verb, why, and where that comes from."""

    know: Answer
    read: Answer
    add: Answer
    change: Answer
    because: str
    source: str

    def answer(self, verb: Verb) -> Answer:
        """The answer for one verb."""
        return Answer(getattr(self, verb.value))


SHUT = Cell(Answer.SHUT, Answer.SHUT, Answer.SHUT, Answer.SHUT, "access.not-in-the-table", "product.md R7")
Place = tuple[Relation, Section, Klass]


@cache
def table() -> dict[Place, Cell]:
    """The whole table.  Raises `TableError` when two rules speak about one cell."""
    rules = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["rule"]
    cells: dict[Place, Cell] = {}
    for rule in rules:
        for place in _places(rule):
            if place in cells:
                raise TableError(f"two rules for {place}")
            cells[place] = _cell(rule)
    return cells


def cell(relation: Relation, section: Section, klass: Klass) -> Cell:
    """The cell for a relation, a section and a class; shut when the table is silent."""
    return table().get((relation, section, klass), SHUT)


@cache
def classes(relation: Relation, section: Section, verb: Verb, answer: Answer) -> frozenset[Klass]:
    """The classes of a section for which this relation gets this answer on this verb."""
    return frozenset(klass for klass in Klass if cell(relation, section, klass).answer(verb) is answer)


@cache
def knows_own(relation: Relation, section: Section) -> bool:
    """Whether what is about oneself stands open here: then a door asks who in the circle the visitor is."""
    return any(classes(relation, section, verb, Answer.OWN) for verb in Verb)


def sees_every_wall(relation: Relation) -> bool:
    """Whether someone in this relation stands above the walls between a child's networks (R16, B34)."""
    return relation in {Relation.CHILD, Relation.WORKER, Relation.NETWORK_GUIDE}


def _places(rule: dict[str, Any]) -> list[Place]:
    try:
        who = [Relation(name) for name in rule["who"]]
        where = [Section(name) for name in rule["section"]]
        what = [Klass(name) for name in rule["class"]]
    except ValueError as error:
        raise TableError(str(error)) from error
    return list(product(who, where, what))


def _cell(rule: dict[str, Any]) -> Cell:
    know, read, add, change = (Answer(rule.get(verb.value, "shut")) for verb in Verb)
    return Cell(know, read, add, change, rule["because"], rule["source"])
