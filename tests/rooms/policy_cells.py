"""Every cell as PostgreSQL and the sieve weigh it: of one position each section, class and verb, in many states."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any
from uuid import UUID

from django.db import connection

from kring.access.asking import Asker
from kring.access.models import Item
from kring.access.sieve import Answers, Sieve
from kring.audit.guard import APPLICATION_ROLE
from kring.law.access import Case, Relation, Section, Topic, Verb
from tests.family import Family

PLACES: tuple[dict[str, Any], ...] = (
    {},
    {"closed": True},
    {"closed": True, "ends": True},
    {"closed": True, "stopped": True},
    {"closed": True, "restricted": True, "ends": True},
    {"ends": True, "stopped": True},
    {"restricted": True},
)
OTHERWISE: tuple[dict[str, Any], ...] = (
    {"unsure": True},
    {"cases": frozenset()},
    {"close": frozenset()},
    {"walls": frozenset()},
)
"""What is not weighed of a place: who it is, what holds of it, who is close to it, and on which side it stands."""


def askers_of(family: Family, items: Sequence[Item], relation: Relation, sections: Sequence[Section]) -> list[Asker]:
    """Who asks: without an answer, with every yes, with an emergency, with a no among them; in every state."""
    return [one for section in sections for one in _of_a_section(family, items, relation, section)]


def _of_a_section(family: Family, items: Sequence[Item], relation: Relation, section: Section) -> Iterator[Asker]:
    here = [one for one in items if one.section == section.value and one.dossier_id == family.noor.dossier]
    keys, about = [one.pk for one in here], [one.about_id for one in here if one.about_id]
    every = frozenset(keys)
    whole = Answers(yes_items=every, theirs=every, told=every)
    by_topic = Answers(yes_topics=frozenset(topic.value for topic in Topic))
    no = {"no_items": frozenset(keys[::3]), "no_topics": frozenset({Topic.SCHOOL.value, Topic.GENERAL.value})}
    sure = {
        "walls": frozenset(one.wall_id for one in here if one.wall_id),
        "mine": frozenset(about[: len(about) // 2]),  # there is every class twice, one after the other
        "confirmed": frozenset(about[: len(about) // 2 : 2]),
        "close": frozenset(about[len(about) // 2 :]),
        "cases": frozenset(Case),
    }
    said = (Answers(), whole, Answers(disclosed=every))
    mixed = (by_topic, Answers(**no), Answers(**no, yes_items=every, disclosed=frozenset(keys[::2])))
    states = [*product(said, PLACES), *product(mixed, ({},)), *product((*said, *mixed), OTHERWISE)]
    for answers, state in states:
        facts = sure | {"answers": answers} | state
        for me in ("ann", "an") if answers is not whole else ("ann",):
            who = {"dossier": family.noor.dossier, "section": section, "relation": relation, "me": family.person(me)}
            yield from (Asker(Sieve(**who, **facts), verb) for verb in Verb)


def let_to_each(askers: Sequence[Asker]) -> dict[int, set[UUID]]:
    """Which rows the database lets through to each of these, in one statement."""
    let: defaultdict[int, set[UUID]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (APPLICATION_ROLE,)
        cursor.execute(
            "SELECT number - 1, one.id FROM jsonb_array_elements(%s::jsonb) WITH ORDINALITY AS each(asker, number)"
            " JOIN access_item AS one ON one.section = asker->>'section' WHERE kring_lets(asker, one)",
            [f"[{','.join(one.told() for one in askers)}]"],
        )
        for number, key in cursor.fetchall():
            let[number].add(key)
    return let


def differs(askers: Sequence[Asker], items: Sequence[Item]) -> list[Asker]:
    """Of whom the database says something else than the sieve does, of these rows."""
    let, those = let_to_each(askers), {item.pk for item in items}
    rows = {section: [one for one in items if one.section == section.value] for section in Section}
    return [
        one
        for number, one in enumerate(askers)
        if let[number] & those != {item.pk for item in rows[one.sieve.section] if one.sieve.lets(item, one.verb)}
    ]
