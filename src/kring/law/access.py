"""Who may know, read, add and change what: one table that a jurist can read, and nothing else beside it.

The table is `access.toml`: relation x section x class of data x the case -> for each verb the answers that open it, the
reason as a code (its sentence stands in `kit/sentences.py`) and the source.  **Rules only add, protections only take
away**: what no rule opens is shut, and no rule opens what a protection shuts.
Sources: brief 1.5 and 1.6 (matrix; the classes follow the DRM), product.md R7, R8, R15-R20, R28, R29.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any


class Relation(StrEnum):
    """In which position someone stands towards one child.  The order is the order in which a hat is chosen (`hat`)."""

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
    DECIDED = "decided"  # what the organisation decides about who stands beside the child: never a veto (R2, R6)
    PARENTS = (
        "parents"  # whom a parent brings along, and what it says of whom the child chose: its own wall (B123, R16)
    )
    MOMENTS = "moments"  # when the right was explained, and is to be explained again
    JOURNAL = "journal"
    MEETINGS = "meetings"
    STORIES = "stories"
    METHODS = "methods"
    SAFETY = "safety"  # the plan, and no more: who stands in for a night reads it
    REACHED = "reached"  # somebody who was reached in danger without a yes of the child (R9)
    CONCERNS = "concerns"
    ANSWERS = "answers"  # the child's yes and no
    LOOKS = "looks"  # who looked
    SAID = "said"  # what someone says or asks of who works with the child
    SUPPORT = "support"  # around who stands beside the child: check-ins, questions on a rule; never about the child
    APART = "apart"  # under the agogic exception: a part of its own, so that no list and no count holds it (R17)
    TRANSFERS = "transfers"  # pages made for a service or the court, never the record (R29)


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
    THE_FILE = "the_file"  # whether a trust person may look into the file (R18): no row is ever about it


def known_topics(codes: Iterable[str]) -> frozenset[Topic]:
    """Of these codes the subjects of today: a subject that has another name now, is none until somebody asks anew."""
    wanted = frozenset(codes)
    return frozenset(one for one in Topic if one.value in wanted)


class Verb(StrEnum):
    """What one may do: know that it is there, read it, add to it, change it."""

    KNOW = "know"
    READ = "read"
    ADD = "add"
    CHANGE = "change"


class Answer(StrEnum):
    """What opens a cell; a cell may have several, and each of them is enough."""

    OPEN = "open"  # by the position alone
    OWN = "own"  # for what is about oneself
    WROTE = "wrote"  # for what one wrote oneself
    ADDRESSED = "addressed"  # for what was made for oneself
    ASKS = "asks"  # by the child's yes
    ONE = "one"  # by the child's yes to this one thing; a yes about its subject opens it not (A87)
    THEIRS = "theirs"  # by the yes of the parent whom it is about (R7)
    TOLD = "told"  # by the decision of a worker, with a name and a ground (R19)


class Case(StrEnum):
    """What has to be so, on the day, for a rule to count.  `law.standing` makes these out of facts."""

    MINOR = "minor"  # the child is not 18 yet, as far as anybody knows (R15)
    CAPABLE = "capable"  # of asking for the file, art. 22 DRM: presumed from 12, rebuttable both ways
    REPRESENTS = "represents"  # a parent with authority, of a child that is not capable, without conflict of interest
    FILE_ACCESS = "file_access"  # the child said yes to this person looking into the file (R18)
    SAFETY_PART = "safety_part"  # this person has a part in the safety of the child, by somebody's word (B47)
    BESIDE_A_WORKER = "beside_a_worker"  # sits with a worker, signed in anew, this quarter of an hour (R17)


class TableError(ValueError):
    """The table contradicts itself or names something outside the closed lists."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule opens for each verb, in which cases, why, and where that comes from."""

    when: frozenset[Case]
    know: frozenset[Answer]
    read: frozenset[Answer]
    add: frozenset[Answer]
    change: frozenset[Answer]
    because: str
    source: str

    def answers(self, verb: Verb) -> frozenset[Answer]:
        """What opens this verb."""
        return {Verb.KNOW: self.know, Verb.READ: self.read, Verb.ADD: self.add, Verb.CHANGE: self.change}[verb]


@dataclass(frozen=True, slots=True)
class Protection:
    """What takes away, whatever a rule says."""

    sees_every_wall: frozenset[Relation]
    open_when_restricted: frozenset[Section]
    left_when_restricted: frozenset[Answer]  # what still opens something there, beside adding to it (R28)
    never_in_an_emergency: frozenset[Klass]
    never_told_what_was_said: frozenset[Relation]  # to whom an emergency opens nothing of section said
    never_about_oneself: frozenset[Klass]
    never_about_those_close: frozenset[Klass]
    reads_about_those_close: frozenset[Relation]
    not_the_rest: frozenset[Section]  # there the child's no about "al de rest" closes nothing
    reads_what_is_held_close: frozenset[Relation]
    closed_to_who_wrote_it: frozenset[Section]  # there it closes also to who wrote it, at work (`reads_on`)
    shut_when_closed: frozenset[Relation]  # to whom a place that was closed opens nothing any more (C139)
    ends_when_closed: frozenset[Relation]  # who still ends there what it can end, where one ends it (R7)


Place = tuple[Relation, Section, Klass]
AT_HOME = frozenset(
    map(Relation, ("child", "trust_person", "jim", "supporter", "parent", "upbringer", "parents_trust_person"))
)
"""In these positions someone comes for its own life: it has a place of its own, and no desk."""
COMES_IN = AT_HOME - {Relation.CHILD}
"""Who comes into the place of a child that is somebody else."""


@cache
def table() -> dict[Place, tuple[Rule, ...]]:
    """The whole table.  Raises `TableError` when two rules speak about one cell in the same case."""
    cells: dict[Place, list[Rule]] = {}
    for told in _toml()["rule"]:
        rule = _rule(told)
        for place in _places(told):
            if any(one.when == rule.when for one in cells.setdefault(place, [])):
                raise TableError(f"two rules for {place}")
            cells[place].append(rule)
    return {place: tuple(rules) for place, rules in cells.items()}


@cache
def protection() -> Protection:
    """What takes away.  Raises `TableError` for what is outside the closed lists."""
    told = _toml()["protection"]
    who = ("sees_every_wall", "reads_about_those_close", "reads_what_is_held_close", "never_told_what_was_said")
    over = ("shut_when_closed", "ends_when_closed")
    where = ("open_when_restricted", "not_the_rest", "closed_to_who_wrote_it")
    lists: dict[str, Any] = dict.fromkeys(told, Klass) | dict.fromkeys((*who, *over), Relation)
    lists |= {"left_when_restricted": Answer} | dict.fromkeys(where, Section)
    try:
        return Protection(**{name: frozenset(map(lists[name], words)) for name, words in told.items()})
    except ValueError as error:
        raise TableError(str(error)) from error


def rules_for(relation: Relation, section: Section, klass: Klass, cases: frozenset[Case] = frozenset()) -> list[Rule]:
    """The rules that count here; none when the table is silent."""
    return [rule for rule in table().get((relation, section, klass), ()) if rule.when <= cases]


@cache
def classes(
    relation: Relation, section: Section, verb: Verb, answer: Answer, cases: frozenset[Case] = frozenset()
) -> frozenset[Klass]:
    """The classes of a section that this answer opens for this relation, for this verb."""
    return frozenset(
        klass
        for klass in Klass
        if any(answer in rule.answers(verb) for rule in rules_for(relation, section, klass, cases))
    )


@cache
def opens_more(section: Section, new: Klass, old: Klass) -> bool:
    """Whether a row of one class may be read by somebody who could not read it in another, in any position or case.

    What its writer reads of its own does not count: that stays who it is.
    """
    closed = protection().never_about_oneself
    return (old in closed and new not in closed) or any(
        not _was_open(rule, relation, section, old)
        for relation in Relation
        for rule in table().get((relation, section, new), ())
    )


def _was_open(rule: Rule, relation: Relation, section: Section, old: Klass) -> bool:
    """Whether rules for the class of before open at least as much, at least as often."""
    before = [one.read for one in table().get((relation, section, old), ()) if one.when <= rule.when]
    return rule.read - {Answer.WROTE} <= frozenset().union(*before)


@cache
def asks_who_i_am(relation: Relation, section: Section) -> bool:
    """Whether it matters here what is about the visitor itself: then a door asks who in the circle it is."""
    for klass in Klass:
        rules = table().get((relation, section, klass), ())
        if rules and klass in protection().never_about_oneself:
            return True
        if any(Answer.OWN in rule.answers(verb) for rule in rules for verb in Verb):
            return True
    return False


def sees_every_wall(relation: Relation) -> bool:
    """Whether someone in this relation stands above the walls between a child's networks (R16, B34)."""
    return relation in protection().sees_every_wall


@cache
def _toml() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _places(rule: dict[str, Any]) -> list[Place]:
    try:
        who = [Relation(name) for name in rule["who"]]
        where = [Section(name) for name in rule["section"]]
        what = [Klass(name) for name in rule["class"]]
    except ValueError as error:
        raise TableError(str(error)) from error
    return list(product(who, where, what))


def _rule(told: dict[str, Any]) -> Rule:
    try:
        know, read, add, change = (frozenset(map(Answer, told.get(verb.value, "").split())) for verb in Verb)
        when = frozenset(map(Case, told.get("when", "").split()))
    except ValueError as error:
        raise TableError(str(error)) from error
    return Rule(when, know, read, add, change, told["because"], told["source"])
