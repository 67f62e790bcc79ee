"""A yes to one thing, written by a worker over Noor's own no to its subject, waits for her; and what a no keeps shut.

R7 and R8: as a yes to the subject itself does (`access.acts.holding`).
"""

from html import unescape

import pytest

from kring.access.acts.answering import Answering, answer, confirm
from kring.access.models import Item, Say, Word
from kring.access.writing import NotAllowedError
from kring.journal.models import Passage
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from tests.family import Family
from tests.rooms.test_walls import wall

WORDS = "Woensdag hebben we samen gekookt."


def writes(family: Family, words: str, topic: str = "leisure") -> Item:
    sent = {"once": family.once(), "pieces": "1", "topic_0": topic, "words_0": words, "do": "look"}
    browser, where = family.browser("noor"), family.url("journal:write")
    shown = unescape(browser.post(where, sent).content.decode()).split('name="shown" value="')[1].split('"')[0]
    assert browser.post(where, sent | {"do": "save", "shown": shown}).status_code == 302
    rows = family.door("noor", Section.JOURNAL).within(Passage.objects.all())
    return next(one.item for one in rows if one.words == words)


def says(family: Family, word: Word, about: Topic | Item, *, by: str = "noor") -> Say:
    how = {} if by == "noor" else {"expressed": "said"}
    what = {"topic": about} if isinstance(about, Topic) else {"item": about.pk}
    new = Answering(towards=family.member("karim"), word=word, **what, **how)  # type: ignore[arg-type]
    return answer(family.door(by, Section.ANSWERS), new, once=uuid7())


def reads(family: Family, words: str = WORDS) -> bool:
    page = family.browser("karim").get(family.url("journal:notes"))
    return page.status_code == 200 and words in unescape(page.content.decode())


def page(family: Family, who: str = "noor") -> str:
    return unescape(family.page("portals:about", seen_by=who, member=family.member("karim")))


def may(family: Family, who: str = "noor") -> str:
    """What stands under "Dit mag"."""
    told = page(family, who)
    return told.split("Dit mag</h2>")[1].split("</ul>")[0] if "Dit mag</h2>" in told else ""


@pytest.fixture
def thing(family: Family) -> Item:
    return writes(family, WORDS)


@pytest.mark.parametrize("word", [Word.NO, Word.ASK])
def test_it_waits_and_is_no_yes_until_she_taps_it(family: Family, thing: Item, word: Word) -> None:
    no = says(family, word, Topic.LEISURE)
    said = says(family, Word.YES, thing, by="lotte")
    assert said.waits
    assert WORDS not in may(family)
    with pytest.raises(NotAllowedError):
        confirm(family.door("lotte", Section.ANSWERS), said, once=uuid7())
    browser = family.browser("noor")
    stop = family.url("portals:stop_answer", say=no.pk)
    assert WORDS not in unescape(browser.get(stop).content.decode()), "nothing opens by taking it away"
    assert browser.post(stop, {"once": family.once()}).status_code == 302
    assert not reads(family)
    confirm(family.door("noor", Section.ANSWERS), Say.objects.get(pk=said.pk), once=uuid7())
    assert reads(family)
    assert WORDS in may(family)


def test_without_a_no_of_hers_it_begins_as_it_did(family: Family, thing: Item) -> None:
    says(family, Word.NO, Topic.SCHOOL)
    assert not says(family, Word.YES, thing, by="lotte").waits
    assert reads(family)


def test_over_a_no_that_a_worker_wrote_it_begins_once_that_is_away(family: Family, thing: Item) -> None:
    says(family, Word.NO, Topic.LEISURE, by="lotte")
    assert not says(family, Word.YES, thing, by="lotte").waits


def test_her_own_yes_to_one_thing_waits_for_nothing(family: Family, thing: Item) -> None:
    says(family, Word.NO, Topic.LEISURE)
    assert not says(family, Word.YES, thing).waits


def test_taking_a_no_away_tells_first_what_opens_by_it(family: Family, thing: Item) -> None:
    says(family, Word.YES, thing)
    other = writes(family, "Zaterdag speelden we kaart.")
    no = says(family, Word.NO, Topic.LEISURE)
    assert not reads(family)
    told = unescape(family.page("portals:stop_answer", seen_by="noor", say=no.pk))
    assert "Dan gaat dit weer open voor trainer Karim" in told
    assert WORDS in told
    assert other.pk
    assert "Zaterdag" not in told
    family.browser("noor").post(family.url("portals:stop_answer", say=no.pk), {"once": family.once()})
    assert reads(family)


def test_what_a_no_keeps_shut_stands_not_under_what_he_may_know(family: Family, thing: Item) -> None:
    says(family, Word.YES, thing)
    assert WORDS in may(family)
    assert "1 ding apart" in unescape(family.page("portals:known", seen_by="noor"))
    says(family, Word.NO, Topic.LEISURE)
    for who in ("noor", "lotte"):
        assert WORDS not in may(family, who)
        assert "Daar staat een ja bij, en toch leest trainer Karim het niet" in page(family, who)
    assert "ding apart" not in unescape(family.page("portals:known", seen_by="noor"))


def test_what_stands_behind_a_wall_neither(family: Family, thing: Item) -> None:
    says(family, Word.YES, thing)
    Item.objects.filter(pk=thing.pk).update(wall=wall(family, "mama"))
    assert not reads(family)
    assert WORDS not in may(family)
