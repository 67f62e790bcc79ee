"""Who changes a text or a line of the plan sees first who will read it, as who writes one does (R20)."""

from html import unescape

import pytest

from kring.access.acts.answering import Answering, answer
from kring.access.models import Say, Word
from kring.journal.models import Passage
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.parts import Part
from tests.family import Family
from tests.rooms.journal import SHOWN, change, page, row, write
from tests.rooms.knocking import yes
from tests.rooms.test_journal_before_saving import readers
from tests.rooms.test_journal_plan import DOES, add, line, send
from tests.rooms.test_telling import tell
from tests.rooms.there_for import says_what_for

FIRST = "Kijk eerst wie dit leest"


@pytest.fixture
def mine(family: Family) -> Passage:
    """A note of Noor about school."""
    write(family, "noor", "de juf is streng", topic_0="school")
    return row(family, "de juf is streng")


def test_noor_reads_who_will_read_the_new_text(family: Family, mine: Passage) -> None:
    assert readers(page(family, "noor", "journal:change", passage=mine.pk)) == ["jij, Lotte en wie jij later kiest."]
    yes(family, "karim")
    told = readers(page(family, "noor", "journal:change", passage=mine.pk))
    assert told == ["jij, Lotte, trainer Karim en wie jij later kiest."]


def test_it_is_not_saved_before_the_readers_were_seen(family: Family, mine: Passage) -> None:
    browser, where = family.browser("noor"), family.url("journal:change", passage=mine.pk)
    told = {"once": family.once(), "version": 1, "words": "de juf is lief"}
    mark = SHOWN.search(page(family, "noor", "journal:change", passage=mine.pk))[1]
    yes(family, "karim")
    first = browser.post(where, told | {"shown": mark})
    assert FIRST in first.content.decode()
    assert "trainer Karim" in readers(unescape(first.content.decode()))[0]
    assert "de juf is lief" not in page(family, "karim")
    again = browser.post(where, told | {"shown": SHOWN.search(first.content.decode())[1]})
    assert again.status_code == 302
    assert "de juf is lief" in page(family, "karim")


def test_who_read_the_text_of_before_by_a_yes_to_it_or_an_emergency_reads_not_this_one(
    family: Family, mine: Passage
) -> None:
    new = Answering(towards=family.member("karim"), word=Word.YES, item=mine.pk)
    answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    tell(family, mine, to="tarik")
    assert readers(page(family, "noor", "journal:change", passage=mine.pk)) == ["jij, Lotte en wie jij later kiest."]
    change(family, "noor", mine.pk, "de juf is lief")
    for who in ("karim", "tarik"):
        assert "de juf is lief" not in family.browser(who).get(family.url("journal:notes")).content.decode()


def test_in_another_class_other_people_read_it(family: Family) -> None:
    write(family, "lotte", "een feit over school", topic_0="school")
    hers = row(family, "een feit over school", seen_by="lotte")
    where = family.url("journal:change", passage=hers.pk)
    assert readers(page(family, "lotte", "journal:change", passage=hers.pk)) == ["jij, Noor en wie Noor later kiest."]
    told = {"once": family.once(), "version": 1, "words": hers.words, "klass": "confidence", "do": "look"}
    looked = unescape(family.browser("lotte").post(where, told).content.decode())
    assert readers(looked) == ["jij."], "no yes of Noor opens what was told in confidence"


def test_of_what_is_not_shared_who_is_chosen_stands_there(family: Family) -> None:
    wilma = str(family.member("wilma"))
    write(family, "noor", "zondag is zwaar", held_close="on", knowing=[wilma])
    hers = row(family, "zondag is zwaar")
    assert readers(page(family, "noor", "journal:change", passage=hers.pk)) == ["jij, Wilma en wie jij later kiest."]
    told = {"once": family.once(), "version": 1, "words": "zondag gaat", "do": "look"}
    where = family.url("journal:change", passage=hers.pk)
    looked = unescape(family.browser("noor").post(where, told).content.decode())
    assert readers(looked) == ["jij en wie jij later kiest."]


@pytest.fixture
def part(family: Family) -> None:
    """Wilma has a part in Noor's safety, and Noor's yes to know about it."""
    Say.objects.filter(pk=yes(family, "wilma").pk).update(topic="safety")
    says_what_for(family, "wilma", Part.SAFETY)


@pytest.mark.usefixtures("part")
@pytest.mark.parametrize(("who", "names"), [("noor", "jij, Lotte, Wilma en wie jij"), ("lotte", "jij, Noor, Wilma en")])
def test_whoever_adds_to_the_plan_reads_who_reads_it(family: Family, who: str, names: str) -> None:
    assert readers(page(family, who, "journal:plan"))[0].startswith(names)
    where = {"line": line(family, DOES).pk}
    assert readers(page(family, who, "journal:line", **where))[0].startswith(names)


def test_a_line_that_others_read_than_were_shown_is_not_saved_yet(
    family: Family, request: pytest.FixtureRequest
) -> None:
    where, changed = family.url("journal:plan"), family.url("journal:line", line=line(family, DOES).pk)
    told = {"once": family.once(), "kind": "do", "words": "ik bel mama", "number": "", "version": 1}
    marks = [SHOWN.search(family.browser("noor").get(one).content.decode())[1] for one in (where, changed)]
    request.getfixturevalue("part")
    for one, mark in zip((where, changed), marks, strict=True):
        assert FIRST in family.browser("noor").post(one, told | {"shown": mark}).content.decode()
    assert "ik bel mama" not in page(family, "wilma", "journal:plan")
    assert add(family, "noor", words="ik bel mama").status_code == 302
    assert send(family, "noor", changed, told | {"once": family.once()}).status_code == 302
    assert page(family, "wilma", "journal:plan").count("ik bel mama") == 2
