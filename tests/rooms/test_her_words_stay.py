"""What the child said is verbatim: nobody else rewrites it or files it anew, who wrote it down neither (R23, R8)."""

import pytest

from kring.access.writing import NotAllowedError
from kring.journal.acts import notes
from kring.journal.models import Edition, Passage
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Verb
from tests.family import Family
from tests.rooms.journal import change, page, row, write
from tests.rooms.test_telling import tell

SAID = "Ik wil dat Rex mee mag."


@pytest.fixture
def said(family: Family) -> Passage:
    """What Noor said and Lotte wrote down."""
    write(family, "lotte", SAID, klass_0="own_words")
    return row(family, SAID)


def test_who_wrote_it_down_does_not_rewrite_it_and_its_own_note_it_does(family: Family, said: Passage) -> None:
    write(family, "lotte", "We praatten over Rex.")
    hers = row(family, "We praatten", seen_by="lotte")
    assert change(family, "lotte", hers.pk, "We praatten lang over Rex.").status_code == 302
    assert change(family, "lotte", said.pk, "Ik wil bij papa wonen.").status_code == 404
    told = page(family, "noor")
    assert (SAID in told, "papa wonen" in told, "lang over Rex" in told) == (True, False, True)


@pytest.mark.parametrize("klass", [Klass.THIRD_PARTY, Klass.CONFIDENCE, Klass.FILE, Klass.HOUSEHOLD])
def test_nor_is_it_filed_as_something_else(family: Family, said: Passage, klass: Klass) -> None:
    assert change(family, "lotte", said.pk, SAID, klass=klass.value).status_code == 404
    door = family.door("lotte", Section.JOURNAL)
    there = door.within(Passage.objects.filter(pk=said.pk)).get()
    with pytest.raises(NotAllowedError):
        notes.change(door, there, notes.Changed(words=SAID, version=1, klass=klass), act=uuid7())
    assert SAID in page(family, "noor")
    assert row(family, SAID).item.klass == Klass.OWN_WORDS.value


def test_the_page_offers_another_note_instead(family: Family, said: Passage) -> None:
    told = page(family, "lotte")
    card = told[told.index(SAID) :].split("</article>")[0]
    assert "Verkeerd gehoord? Schrijf het erbij" in card
    assert "Verander deze tekst" not in card
    assert "Verkeerd gehoord" not in page(family, "noor")
    assert "Later verander je dit niet meer." in page(family, "lotte", "journal:write")


def test_what_she_wrote_herself_noor_changes_and_nobody_else(family: Family) -> None:
    write(family, "noor", "Ik zit naast Yara.")
    mine = row(family, "naast Yara")
    for who in ("lotte", "bram", "wilma", "ann"):
        assert change(family, who, mine.pk, "Ik zit alleen.").status_code == 404
    assert change(family, "noor", mine.pk, "Ik zit naast Fleur.").status_code == 302
    assert family.door("noor", Section.JOURNAL).within(Edition.objects.filter(passage=mine.pk)).count() == 1


@pytest.mark.parametrize("who", ["lotte", "wilma", "karim", "ann", "tarik", "rita"])
def test_by_the_table_nobody_but_the_child_may(family: Family, said: Passage, who: str) -> None:
    assert not family.door(who, Section.SAID).may(said, Verb.CHANGE)


def test_an_emergency_with_her_words_stays_told_to_her(family: Family, said: Passage) -> None:
    tell(family, said, to="karim")
    change(family, "lotte", said.pk, SAID, klass="third_party")
    for where, parts in (("portals:known", {}), ("portals:thing", {"item": said.pk})):
        assert "Lotte gaf dit door aan trainer Karim" in page(family, "noor", where, **parts)
