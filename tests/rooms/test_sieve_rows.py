"""Many rows are weighed as one is (house.md 4): chosen by hand, where `test_sieve` draws at will."""

from dataclasses import replace
from typing import Any

import pytest

from kring.access.models import Item
from kring.access.sieve import Answers, Sieve
from kring.law.access import Case, Klass, Relation, Section, Topic, Verb
from tests.family import Family
from tests.rooms.test_sieve import items, passing

__all__ = ["items"]
SECTIONS = (Section.JOURNAL, Section.SAID, Section.CIRCLE, Section.CONCERNS, Section.AGREEMENTS)
EVERY = frozenset(Case)


@pytest.fixture(autouse=True)
def told_to_one(family: Family, items: list[Item]) -> None:
    """Of what was said, half to one worker alone."""
    first, _ = (item for item in items if item.section == "said" and item.klass == "own_words" and _here(family, item))
    first.told_to_id = family.person("an")
    first.save()


def _here(family: Family, item: Item) -> bool:
    return item.dossier_id == family.noor.dossier


def some(items: list[Item], section: Section, start: int, step: int = 3) -> frozenset[Any]:
    here = [item.pk for item in items if item.section == section.value]
    return frozenset(here[start::step])


def sieves(family: Family, items: list[Item], section: Section) -> list[Sieve]:
    """Each thing that opens or closes, and each beside the others."""
    everything = Answers(
        yes_items=some(items, section, 0, 2),
        theirs=some(items, section, 1),
        told=some(items, section, 2),
        yes_topics=frozenset({Topic.SCHOOL}),
    )
    disclosed = Answers(disclosed=some(items, section, 0, 2))
    no_items, no_topics = (
        some(items, section, 0, 4),
        frozenset({Topic.SCHOOL.value, Topic.GENERAL.value, "no longer there"}),
    )
    shut = {"no_items": no_items, "no_topics": no_topics}
    said: list[Answers] = [
        Answers(),
        everything,
        disclosed,
        Answers(yes_items=everything.yes_items),
        Answers(yes_topics=everything.yes_topics),
        Answers(no_items=no_items),
        Answers(no_topics=no_topics),
        replace(everything, **shut),  # type: ignore[arg-type]
        replace(disclosed, **shut),  # type: ignore[arg-type]
        replace(everything, disclosed=disclosed.disclosed),
    ]
    return [
        Sieve(
            dossier=family.noor.dossier,
            section=section,
            relation=relation,
            me=family.person(me),
            answers=answers,
            cases=EVERY,
            **facts,
        )
        for relation, me in (
            (Relation.CHILD, "noor"),
            (Relation.WORKER, "an"),
            (Relation.WORKER, "ann"),
            (Relation.SUPPORTER, "noor"),
            (Relation.PARENT, "ann"),
        )
        for answers in said
        for facts in (
            {},
            {"unsure": True},
            {"mine": some(items, section, 0, 2), "confirmed": some(items, section, 0, 2)},
            {"mine": some(items, section, 1, 2), "confirmed": some(items, section, 1, 3)},
            {"walls": frozenset(item.wall_id for item in items if item.wall_id)},
        )
    ]


@pytest.mark.parametrize("section", SECTIONS)
def test_of_many_rows_those_pass_that_would_pass_alone(family: Family, items: list[Item], section: Section) -> None:
    for sieve in sieves(family, items, section):
        for verb in (Verb.READ, Verb.CHANGE):
            many = set(Item.objects.filter(sieve.rows_for(verb, item="")).values_list("pk", flat=True))
            assert many & {item.pk for item in items} == passing(sieve, items, verb), sieve


@pytest.mark.parametrize("facts", [{"restricted": True}, {"closed": True}])
def test_where_nothing_is_opened_no_row_passes(family: Family, items: list[Item], facts: dict[str, Any]) -> None:
    for sieve in sieves(family, items, Section.JOURNAL)[::5]:
        shut = replace(sieve, **facts)
        for verb in (Verb.READ, Verb.CHANGE):
            many = set(Item.objects.filter(shut.rows_for(verb, item="")).values_list("pk", flat=True))
            assert many & {item.pk for item in items} == passing(shut, items, verb)


def test_of_children_who_are_alike_the_rows_of_each_are_there(family: Family, items: list[Item]) -> None:
    lotte = next(one for one in sieves(family, items, Section.CIRCLE) if one.relation is Relation.WORKER)
    both = [family.noor.dossier, family.sem.dossier]
    many = set(Item.objects.filter(lotte.rows_for(item="", dossiers=both)).values_list("pk", flat=True))
    alone = [passing(replace(lotte, dossier=dossier), items, Verb.READ) for dossier in both]
    assert all(alone)
    assert many & {item.pk for item in items} == alone[0] | alone[1]


def test_a_circle_that_only_a_yes_opens_is_there_once_it_shows_something(family: Family, items: list[Item]) -> None:
    """Otherwise it would tell that there is a circle, and look as if nobody is in it (R7)."""
    here = {"dossier": family.noor.dossier, "me": family.person("an")}
    circle = Sieve(section=Section.CIRCLE, relation=Relation.SUPPORTER, **here)
    words = next(one for one in items if one.section == "circle" and one.klass == Klass.OWN_WORDS.value)
    Item.objects.filter(pk=words.pk).update(held_close=False, wall=None)
    shown = replace(circle, answers=Answers(yes_items=frozenset({words.pk})))
    elsewhere = next(one.pk for one in items if one.section == "journal")
    assert not circle.shows_something()
    assert shown.shows_something()
    assert not replace(circle, answers=Answers(yes_items=frozenset({elsewhere}))).shows_something()
    assert Sieve(section=Section.CIRCLE, relation=Relation.WORKER, **here).shows_something()
    assert Sieve(section=Section.JOURNAL, relation=Relation.SUPPORTER, **here).shows_something()
    Item.objects.filter(section="circle").update(section=Section.JOURNAL.value)
    assert Sieve(section=Section.CIRCLE, relation=Relation.WORKER, **here).shows_something(), "empty, and hers to fill"
    assert not shown.shows_something()


def test_what_was_told_out_of_another_part_makes_no_empty_page_of_this_one(family: Family, items: list[Item]) -> None:
    """A page for what an emergency opens is there where it opens something, and nothing it never opens (R8, R17)."""
    Item.objects.filter(section="journal").update(wall=None)
    rows = {one.klass: one.pk for one in items if one.section == "journal" and _here(family, one)}
    elsewhere = frozenset(one.pk for one in items if one.section == "moments" and _here(family, one))
    nobody = {"dossier": family.noor.dossier, "section": Section.JOURNAL, "me": family.person("an")}
    guide = Sieve(relation=Relation.NETWORK_GUIDE, **nobody)

    def told(*keys: Any) -> Sieve:
        return replace(guide, answers=Answers(disclosed=frozenset(keys)))

    assert told(rows["file"]).shows_something()
    assert told(rows["file"], *elsewhere).shows_something()
    assert not told(*elsewhere).shows_something()
    assert not told(rows["third_party"]).shows_something()
    by_a_yes = Sieve(relation=Relation.SUPPORTER, **nobody, answers=Answers(disclosed=elsewhere))
    assert by_a_yes.shows_something(), "what it wrote stands there: there is a page without the emergency"
