"""What should be there: by the role table (who of the cast, at which address) and by the table of the law.

Nothing here asks the door or the sieve: the rules are read from `law.access` and weighed once more.
"""

from dataclasses import dataclass
from functools import cache
from itertools import product

from kring.kit import clock
from kring.law.access import Answer, Case, Klass, Section, Topic, Verb, protection, rules_for
from kring.law.standing import Facts, cases
from kring.law.time import months_later
from tests.matrix.families import OTHER_HOUSE
from tests.matrix.personas import Persona
from tests.matrix.states import State
from tests.role_table import BY_A_YES, ROWS, Open, Row
from tests.rooms.test_role_table import WRITTEN
from tests.test_house import patterns

OF_THE_CHILD = ("member", "tie", "wish", "session", "said", "item", "state", "referral", *WRITTEN)
"""Parts of an address that point at something kept, which may stand behind a wall."""
OF_THE_HOUSE = (
    *("person", "post", "device", "adviser", "material", "rule", "dilemma", "volunteer", "gathering"),
    "learning",
)
GIVEN = frozenset({Answer.ASKS, Answer.ONE, Answer.THEIRS, Answer.TOLD})
LOOKING = frozenset({Verb.KNOW, Verb.READ})
FIRST_OF_A_SMALL_CHILD = "portals:today"
"""Of what is not about one child, all that a child finds that came in by pictures."""


@dataclass(frozen=True, slots=True)
class Address:
    """A name of the resolver: its route, and what its view says of itself."""

    name: str
    route: str
    section: Section | str | None  # "item": whichever section the item in the address is of
    verb: Verb
    small: bool
    ends: bool  # here something is ended, which works in a place that was closed
    leads: bool  # who opens the address of a form by itself, comes to its page

    def has(self, *parts: str) -> bool:
        """Whether one of these stands in the address."""
        return any(f":{part}>" in self.route for part in parts)


class NoRowError(AssertionError):
    """A name of the resolver about which the role table says nothing."""


@cache
def addresses() -> tuple[Address, ...]:
    """Every name of the resolver, once."""
    found = {
        name: Address(
            name,
            route,
            getattr(view, "through_door", None),
            getattr(view, "verb", Verb.READ),
            getattr(view, "small", False),
            getattr(view, "ends", False),
            getattr(view, "leads_to_its_page", False),
        )
        for route, name, view in patterns()
    }
    return tuple(found[name] for name in sorted(found))


def row_of(where: Address) -> Row | Open:
    """Its row.  Raises `NoRowError`."""
    if where.name not in ROWS:
        raise NoRowError(f"{where.name} has no row: add it to ROWS in tests/role_table.py, and a value for its parts")
    return ROWS[where.name]


def is_there(who: Persona, state: State, where: Address, method: str) -> bool:
    """Whether something is there, of an address that is not the same for everyone."""
    row, sends = row_of(where), method == "post"
    assert isinstance(row, Row)
    if where.section is None and (
        (_is_strange(who, state) and where.has(*OF_THE_HOUSE)) or _is_not_hers(who, state, where)
    ):
        return False
    if (
        where.name in who.lacks
        or (state.closed and _is_gone(who, where, method))
        or not door_is_open(who, state, where)
        or _stands_elsewhere(who, state, where)
        or (state.restricted and where.name in NOT_WHILE_RESTRICTED)
    ):
        return False
    if where.name in who.also:
        return not sends or where.name in who.sends
    if where.section is None:
        return who.works_like in _audience(row, method) and not (sends and where.name in who.only_looks)
    if who.yes and who.like not in row.get:
        nothing = where.section is Section.CIRCLE or where.has(*OF_THE_CHILD)
        looks = where.name in BY_A_YES and not (sends and where.name in CHANGED_BY_FEW)
        return looks and not (nothing and who.yes <= NO_ROWS)
    return who.like in _audience(row, method) and not (sends and where.name in who.only_looks)


def door_is_open(who: Persona, state: State, where: Address) -> bool:
    """Whether it comes in at all, whatever the page then says."""
    row = row_of(where)
    assert isinstance(row, Row)
    if where.section is None:
        mine = not who.is_small or where.name == FIRST_OF_A_SMALL_CHILD
        return mine and (where.name in who.also or who.works_like in row.get | _audience(row, "post"))
    if who.home != state.family or (who.is_small and not where.small):
        return False
    return opens(who, state, where)


def _audience(row: Row, method: str) -> frozenset[str]:
    return row.post if method == "post" and row.post is not None else row.get


def _stands_elsewhere(who: Persona, state: State, where: Address) -> bool:
    """Whether what the address points at stands behind a wall that this person is not behind."""
    points = where.has(*OF_THE_CHILD) or where.name in EMPTY_IS_NOTHING or where.section is Section.CIRCLE
    return state.walled and points and who.relation not in protection().sees_every_wall


def _is_gone(who: Persona, where: Address, method: str) -> bool:
    """Whether it is gone once the place was closed, though its door opens: it is there to write, or a yes gave it."""
    written = method == "post" and where.name in WRITES_WHERE_ONE_READS | CHANGED_BY_FEW
    given = bool(who.yes) and where.name in EMPTY_IS_NOTHING
    return written or given or where.name in NOBODY_NAMES | STAYS_SHUT | AFTER_THE_HELP


def _is_strange(who: Persona, state: State) -> bool:
    """Whether the ids are those of another house."""
    return (who.home == OTHER_HOUSE) != (state.family == OTHER_HOUSE)


def _is_not_hers(who: Persona, state: State, where: Address) -> bool:
    """Whether it points at what the same one of another family wrote for itself, or at a worker of another team."""
    return where.has("dilemma", "worker") and who.home != state.family


def opens(who: Persona, state: State, where: Address) -> bool:
    """Whether the table opens this address: some class of data, for the verb that it asks at least."""
    assert where.section is not None
    if who.relation is None:
        return False
    kept = protection()
    if state.restricted and where.section not in kept.open_when_restricted:
        return False
    over = state.closed and not (where.ends and who.relation in kept.ends_when_closed)
    if over and (where.verb not in LOOKING or who.relation in kept.shut_when_closed):
        return False
    sections = [where.section] if isinstance(where.section, Section) else list(Section)
    return any(_opens_one(who, state, *one, where.verb) for one in product(sections, Klass))


def _opens_one(who: Persona, state: State, section: Section, klass: Klass, verb: Verb) -> bool:
    assert who.relation is not None
    needs = {Answer.OPEN, Answer.WROTE, Answer.ADDRESSED}
    if who.who in IN_THE_CIRCLE:
        needs.add(Answer.OWN)
    if who.yes:
        needs.add(Answer.ASKS)
    if state.closed:
        needs -= GIVEN
    if state.restricted and verb is not Verb.ADD:
        needs &= protection().left_when_restricted  # it says something, and reads back its own (R28)
    rules = rules_for(who.relation, section, klass, _cases(who))
    return any(rule.answers(verb) & needs for rule in rules)


EMPTY_IS_NOTHING = frozenset({"journal:plan"})
"""Pages that are nothing to someone who only looks, while it sees no row of them."""
CHANGED_BY_FEW = frozenset({"circle:person"})
"""A page that one reads by a yes, and that takes a form of who may change it: of the others it is not weighed."""
STAYS_SHUT = frozenset({"portals:stop_answer"})
"""Where a yes is taken back, asked here of an answer that is none: taken back it would open something."""
AFTER_THE_HELP = frozenset({"portals:emergency"})
"""Nothing is passed on in a closed place: nobody would read it, and it would open when the place goes on (R28)."""
NOT_WHILE_RESTRICTED = frozenset({"support:welcome", "support:welcome_pdf", "seeking:offer", "portals:mine_yes"})
"""Pages that say where one is welcome, or offer or ask something: not there while contact is restricted (R28)."""
WRITES_WHERE_ONE_READS = frozenset({"journal:plan", "journal:apart", "portals:yours"})
"""Pages that take a form and whose door asks to read alone."""
NOBODY_NAMES = frozenset(
    f"rights:{name}"
    for name in [
        "wish",
        "pictures",
        "face",
        "question",
        "another",
        "asked",
        "answered",
        "tried",
        "began",
        "serve",
        "condition",
        "notice",
        "notice_pdf",
        "notice_given",
        "paused",
        "resumed",
        "stopped",
        "for_what",
        "for_what_one",
        "there_for",
    ]
)
"""The pages of naming somebody and of each step after that: in a place that was closed nobody takes one."""
NO_ROWS = frozenset({Topic.THE_FILE, Topic.SAFETY})
"""A yes that no row of the circle is about: nothing of it is there (R18)."""
IN_THE_CIRCLE = frozenset({"wilma", "karim", "rita"})
"""Who of the cast is known to be a member of the circle."""


@cache
def _cases(who: Persona) -> frozenset[Case]:
    assert who.relation is not None
    today = clock.today()
    facts = Facts(
        relation=who.relation,
        born_on=months_later(today, -12 * who.age - 4),
        authority=who.authority,
        file_access=Topic.THE_FILE in who.yes,
        beside_a_worker=who.beside,
        in_safety=who.in_safety,
    )
    return cases(facts, on=today)
