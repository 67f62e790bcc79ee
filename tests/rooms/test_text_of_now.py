"""A yes opens what stands there now, and what was read is told as it was when it was read (R7, R20, J4)."""

import pytest

from kring.access import preview
from kring.access.acts.answering import Answering, answer
from kring.access.asking import everything
from kring.access.models import Say, Seen, Word
from kring.access.readers import others
from kring.journal.acts import plan as plan_acts
from kring.journal.acts.plan import Line
from kring.journal.models import Passage, PlanEdition, PlanKind, PlanLine
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.parts import Part
from kring.portals.along import finds
from tests.family import Family
from tests.rooms.journal import change, page, row, write
from tests.rooms.knocking import yes
from tests.rooms.there_for import says_what_for

FIRST, NOW = "papa slaat mij", "dit las nog niemand"


@pytest.fixture
def changed(family: Family) -> Passage:
    """A note of Noor about school, in which she took a sentence back."""
    write(family, "noor", FIRST, topic_0="school")
    mine = row(family, FIRST)
    assert change(family, "noor", mine.pk, NOW).status_code == 302
    return row(family, NOW)


def test_by_a_yes_he_reads_what_stands_there_now(family: Family, changed: Passage) -> None:
    yes(family, "karim")
    for where in ("journal:notes", "journal:print"):
        told = page(family, "karim", where)
        assert (NOW in told, FIRST in told) == (True, False)


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_noor_and_who_works_with_her_read_how_it_was(family: Family, changed: Passage, who: str) -> None:
    told = page(family, who)
    assert (NOW in told, FIRST in told) == (True, True)


def test_who_wrote_it_reads_its_own_text_of_before(family: Family) -> None:
    write(family, "wilma", "ze was boos")
    change(family, "wilma", row(family, "ze was boos").pk, "ze was stil")
    assert "ze was boos" in page(family, "wilma")


def test_looking_along_tells_what_he_finds_and_no_more(family: Family, changed: Passage) -> None:
    yes(family, "karim")
    noor = family.door("noor", Section.ANSWERS)
    him = next(one for one in others(noor) if one.person == family.person("karim"))
    told = str(finds(preview.along(noor, him)))
    assert [NOW in told, FIRST in told] == [one in page(family, "karim") for one in (NOW, FIRST)] == [True, False]


def test_what_karim_saw_is_the_text_that_he_saw(family: Family) -> None:
    write(family, "noor", FIRST, topic_0="school")
    mine = row(family, FIRST)
    said = yes(family, "karim")
    page(family, "karim")
    Say.objects.filter(pk=said.pk).update(withdrawn_at=clock.now())
    change(family, "noor", mine.pk, NOW)
    told = page(family, "noor", "portals:about", member=family.member("karim"))
    assert (FIRST in told, NOW in told) == (True, False)
    told = page(family, "noor", "portals:thing", item=mine.pk)
    assert f"<q>{FIRST}</q>" in told
    assert "Toen stond er:" in told


def test_read_again_both_texts_were_read(family: Family) -> None:
    write(family, "noor", FIRST, topic_0="school")
    mine = row(family, FIRST)
    yes(family, "karim")
    page(family, "karim")
    change(family, "noor", mine.pk, NOW)
    page(family, "karim")
    assert sorted(Seen.objects.filter(item=mine.pk).values_list("of_version", flat=True)) == [1, 2]
    told = page(family, "noor", "portals:about", member=family.member("karim"))
    assert (FIRST in told, NOW in told) == (True, True)


def test_of_one_thing_the_page_to_stop_tells_it_too(family: Family) -> None:
    write(family, "noor", FIRST)
    mine = row(family, FIRST)
    new = Answering(towards=family.member("karim"), word=Word.YES, item=mine.pk)
    answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    page(family, "karim")
    change(family, "noor", mine.pk, NOW)
    say = Say.objects.get(item=mine.pk, answer="yes", withdrawn_at=None)
    told = page(family, "noor", "portals:stop_answer", say=say.pk)
    assert FIRST in told[told.index("list") :]


def test_read_before_kring_kept_which_text_it_was_it_is_an_earlier_one(family: Family) -> None:
    write(family, "noor", FIRST, topic_0="school")
    mine = row(family, FIRST)
    yes(family, "karim")
    page(family, "karim")
    Seen.objects.update(of_version=None)
    about = {"member": family.member("karim")}
    assert FIRST in page(family, "noor", "portals:about", **about), "it was never changed"
    change(family, "noor", mine.pk, NOW)
    told = page(family, "noor", "portals:about", **about)
    assert ("een eerdere tekst" in told, FIRST in told, NOW in told) == (True, False, False)


@pytest.mark.parametrize("kept", [True, False], ids=["kept", "from before Kring kept it"])
def test_of_a_line_of_the_plan_is_read_how_it_was(family: Family, *, kept: bool) -> None:
    noor = family.door("noor", Section.SAFETY)
    plan_acts.add(noor, Line(kind=PlanKind.DO, words="ik bel tante Mia"), act=uuid7())
    mine = noor.within(PlanLine.objects.order_by("-pk")).first()
    Say.objects.filter(pk=yes(family, "wilma").pk).update(topic="safety")
    says_what_for(family, "wilma", Part.SAFETY)
    assert "ik bel tante Mia" in page(family, "wilma", "journal:plan")
    plan_acts.change(noor, mine, Line(kind=PlanKind.DO, words="ik ga naar de opvang"), 1, act=uuid7())
    if not kept:
        with everything():
            noor.within(PlanEdition.objects.all()).delete()
    told = page(family, "noor", "portals:about", member=family.member("wilma"))
    assert ("een eerdere tekst" in told, "ik bel tante Mia" in told) == (not kept, kept)
    assert "ik ga naar de opvang" not in told
