"""What is passed on in an emergency, asked of the act: what never goes, who is told of it, and which words (R8)."""

import json
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from kring.access.acts import telling
from kring.access.disclosure import Disclosure
from kring.access.models import Item
from kring.kit import clock
from kring.law.access import Klass, Section
from tests.family import Family

WORDS = "Wat er toen stond"


def text(family: Family, section: Section, klass: Klass, **more: Any) -> Item:
    """A text of Noor that is another one now."""
    facts = {"dossier_id": family.noor.dossier, "section": section.value, "klass": klass.value, "version": 2}
    row: Item = Item.objects.create(**facts | {"author_id": family.person("lotte"), "made_at": clock.now()} | more)
    return row


def passed_on(family: Family, item: Item | None, by: str = "lotte", **more: Any) -> Disclosure:
    facts = {"dossier_id": family.noor.dossier, "item": item, "to_id": family.person("karim"), "at": clock.now()}
    facts |= {"passed": json.dumps({"words": WORDS}), "motive": "Nu", "child_told": True, "parents_told": True}
    row: Disclosure = Disclosure.objects.create(**facts | {"by_id": family.person(by)} | more)
    return row


@pytest.mark.parametrize(("klass", "may"), [(Klass.FILE, True), *((one, False) for one in sorted(telling.NEVER))])
def test_what_never_goes_is_passed_on_by_nobody(family: Family, klass: str, *, may: bool) -> None:
    item, lotte = text(family, Section.JOURNAL, Klass(klass)), family.door("lotte")
    row: Any = SimpleNamespace(item=item, passes_on=lambda: WORDS)
    assert telling.may_tell(lotte, item) is may
    assert telling.may_pass_on(lotte, row) is may
    assert not telling.may_pass_on(family.door("noor"), row)


def test_the_words_of_then_are_of_who_still_reads_the_text_and_what_she_said_of_noor(family: Family) -> None:
    noor, lotte = family.door("noor"), family.door("lotte")
    of_the_file = passed_on(family, text(family, Section.JOURNAL, Klass.FILE))
    assert telling.still_reads(lotte, of_the_file)
    assert telling.words_then(lotte, of_the_file) == WORDS
    by_ann = {"author_id": family.person("ann"), "told_to_id": family.person("greet")}
    hers = passed_on(family, text(family, Section.SAID, Klass.OWN_WORDS, **by_ann))
    assert not telling.still_reads(noor, hers)
    assert not telling.still_reads(lotte, hers)
    assert telling.words_then(noor, hers) == WORDS, "what she said herself never closes to her"
    assert telling.words_then(lotte, hers) == ""
    apart = passed_on(family, text(family, Section.APART, Klass.AGOGIC))
    assert telling.words_then(noor, apart) == ""
    same = passed_on(family, text(family, Section.JOURNAL, Klass.FILE, version=1))
    assert telling.words_then(lotte, same) == "", "it is the same text"


def test_to_child_and_worker_all_of_it_is_told_and_to_another_what_it_told_itself(family: Family) -> None:
    item = text(family, Section.CIRCLE, Klass.OWN_WORDS, author_id=family.person("noor"))
    lottes, brams = passed_on(family, item), passed_on(family, item, by="bram")
    for who in ("noor", "lotte"):
        assert set(telling.told_of(family.door(who), item)) == {lottes, brams}
    bram = family.door("bram")
    assert telling.still_reads(bram, lottes)
    assert telling.told_of(bram, item) == [brams]


@pytest.mark.parametrize(("days", "may"), [(-1, False), (0, True), (1, True)])
def test_what_is_past_nobody_ends_any_more(family: Family, days: int, *, may: bool) -> None:
    told = passed_on(family, None, until_on=clock.today() + timedelta(days=days))
    assert telling.may_end(family.door("lotte"), told) is may
    assert not telling.may_end(family.door("noor"), told)
