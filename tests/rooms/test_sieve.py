"""One table, two questions: many rows and one row always get the same answer (house.md 4)."""

from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kring.access.models import Item
from kring.access.sieve import Answers, Sieve
from kring.dossier.models import Dossier, Wall
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section, Topic, Verb
from kring.law.access import table as whole_table
from tests.family import Family

TOPICS = some.sampled_from([Topic.SCHOOL, Topic.FATHER, Topic.CIRCLE])
KLASSES = some.sampled_from([Klass.OWN_WORDS, Klass.FILE, Klass.CHECK, Klass.HOUSEHOLD])


@pytest.fixture
def items(family: Family) -> list[Item]:
    """One item of every class, topic and wall, in three sections, by two writers, in two dossiers."""
    walls: list[Wall | None] = [None, *Wall.objects.filter(dossier=family.noor.dossier)]
    made = [
        Item(
            id=uuid7(),
            dossier_id=dossier,
            section=section.value,
            klass=klass.value,
            topic=topic.value,
            author_id=family.person(author),
            told_to_id=family.person("an") if section is Section.SAID and author == "noor" else None,
            wall=wall,
            made_at=clock.now(),
        )
        for dossier in (family.noor.dossier, family.sem.dossier)
        for section in (Section.CIRCLE, Section.RIGHTS, Section.SAID)
        for klass in (Klass.OWN_WORDS, Klass.FILE, Klass.CHECK, Klass.HOUSEHOLD)
        for topic in (Topic.SCHOOL, Topic.CIRCLE)
        for author in ("noor", "ann")
        for wall in (walls if dossier == family.noor.dossier else [None])
    ]
    # Each tells about the one made before it: what is about something hidden is hidden too.
    for before, one in pairwise(made):
        one.about = before if before.dossier_id == one.dossier_id else None
    return Item.objects.bulk_create(made)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_many_rows_and_one_row_get_the_same_answer(family: Family, items: list[Item], data: some.DataObject) -> None:
    keys = [item.pk for item in items]
    walls = [item.wall_id for item in items if item.wall_id]
    sieve = Sieve(
        dossier=family.noor.dossier,
        section=data.draw(some.sampled_from([Section.CIRCLE, Section.RIGHTS, Section.SAID])),
        relation=data.draw(some.sampled_from(list(Relation))),
        me=family.person(data.draw(some.sampled_from(["noor", "ann", "an"]))),
        walls=data.draw(some.frozensets(some.sampled_from(walls), max_size=2)),
        answers=Answers(
            yes_items=data.draw(some.frozensets(some.sampled_from(keys), max_size=8)),
            no_items=data.draw(some.frozensets(some.sampled_from(keys), max_size=8)),
            yes_topics=data.draw(some.frozensets(TOPICS, max_size=2)),
            no_topics=data.draw(some.frozensets(TOPICS, max_size=2)),
        ),
        mine=data.draw(
            some.frozensets(some.sampled_from([item.about_id for item in items if item.about_id]), max_size=2)
        ),
        closed=data.draw(some.booleans()),
    )
    verb = data.draw(some.sampled_from(list(Verb)))
    many = set(Item.objects.filter(pk__in=keys).filter(sieve.rows_for(verb, item="")).values_list("pk", flat=True))
    one_by_one = {item.pk for item in items if sieve.lets(item, verb)}
    assert many == one_by_one
    if many:
        assert not sieve.is_empty(verb)
        assert not sieve.closed or verb in {Verb.KNOW, Verb.READ}
    desk = Item.objects.filter(pk__in=keys).filter(sieve.rows_for(verb, item="", dossiers=[sieve.dossier]))
    assert set(desk.values_list("pk", flat=True)) == many
    hidden = {item.pk for item in items if item.about_id in sieve.answers.no_items}
    assert not many & (hidden | sieve.answers.no_items)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(relation=some.sampled_from(list(Relation)), topics=some.frozensets(TOPICS), more=some.frozensets(TOPICS))
def test_more_yes_never_shows_less(
    family: Family, items: list[Item], relation: Relation, topics: frozenset[Topic], more: frozenset[Topic]
) -> None:
    def shown(said: frozenset[Topic]) -> set[UUID]:
        answers = Answers(yes_topics=said)
        sieve = Sieve(
            dossier=family.noor.dossier,
            section=Section.CIRCLE,
            relation=relation,
            me=family.person("an"),
            answers=answers,
        )
        return {item.pk for item in items if sieve.lets(item, Verb.READ)}

    assert shown(topics) <= shown(topics | more)


@pytest.mark.parametrize("relation", list(Relation))
def test_the_words_of_another_are_opened_by_no_yes(family: Family, items: list[Item], relation: Relation) -> None:
    """What someone says to a worker is read by the one who said it, and by who works with the child."""
    everything = Answers(yes_items=frozenset(item.pk for item in items), yes_topics=frozenset(Topic))
    me = family.person("ann")
    sieve = Sieve(
        dossier=family.noor.dossier,
        section=Section.SAID,
        relation=relation,
        me=me,
        answers=everything,
        mine=frozenset(),
    )
    seen = {item.author_id for item in items if sieve.lets(item, Verb.READ)}
    assert seen <= {me}, "also for a worker: what Noor said here, she said to another one"


def test_what_is_not_in_the_table_is_shut() -> None:
    assert not [place for place in whole_table() if place[2] in {Klass.AGOGIC, Klass.CONFIDENCE, Klass.CONCERN}]


def test_every_dossier_of_the_cast_stands(family: Family) -> None:
    assert Dossier.objects.count() == 2
