"""What may be told to whom, and what Wilma wrote about herself, stay between the two and who works with Noor (R7, R20).

A yes of Noor to another about who stands beside her opens the agreement, and neither of these; Wilma reads what stood
there when Noor said yes to it, and no answer of later.
"""

from html import unescape
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings

from kring.access.acts import answering
from kring.access.asking import everything
from kring.access.models import Item, Say, Word
from kring.access.writing import NotAllowedError
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement, Point
from kring.kit import sheets
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.agreements import Party, Reads
from kring.law.agreements import Point as Code
from tests.family import Family
from tests.rooms.agreeing import DINNER, THERE, agree, agreed, made
from tests.rooms.test_agreement_pages import read, send
from tests.rooms.test_agreement_sharing import paper, tell, with_mother

HUSBAND = "mijn man is ziek"
AFRAID = "ik ben bang voor de papa"
MINE, HERS = "hoe het met mijn lijf gaat", "gezondheid"
"""One subject, as Noor reads it and as others do."""


def says(family: Family, who: str, topic: Topic, word: Word = Word.YES) -> None:
    new = answering.Answering(towards=family.member(who), word=word, topic=topic)
    answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())


@pytest.fixture
def pact(family: Family) -> Agreement:
    """Noor said what may be told to her mother, both said yes, Wilma wrote something; Karim reads it by Noor's yes."""
    row = with_mother(family)
    assert tell(family, "noor", row, school="yes", father="no").status_code == 302
    agree(family, "noor", row, Party.CHILD)
    agree(family, "wilma", row, Party.PERSON)
    wilmas = {"choice_reply_person": "day", "words_reply_person": HUSBAND, "words_remark": AFRAID}
    assert send(family, "wilma", "react", wilmas, pact=row.pact).status_code == 302
    says(family, "karim", Topic.BESIDE_ME)
    return row


def pages(family: Family, who: str, row: Agreement) -> list[str]:
    """The page, one version of it, and the two laid side by side."""
    browser = family.browser(who)
    where = [f"{family.url('agreements:agreement', pact=row.pact)}{one}" for one in ("", "?version=1")]
    where.append(family.url("agreements:versions", pact=row.pact))
    found = [browser.get(one) for one in where]
    assert {one.status_code for one in found} == {200}
    return [unescape(one.content.decode()) for one in found]


def test_who_reads_it_by_a_yes_reads_no_answer_and_nothing_that_wilma_wrote(family: Family, pact: Agreement) -> None:
    noors, karims = pages(family, "noor", pact), pages(family, "karim", pact)
    for word in ("Aan mama", "Mag niet:"):
        assert [word in one for one in noors] == [True, True, False]
        assert not [one for one in karims if word in one]
    for word in (HUSBAND, AFRAID):
        assert all(word in one for one in noors), word
        assert not [one for one in karims if word in one]
    assert all(THERE in one for one in karims), "the agreement itself he reads"
    assert "Noor wil dat jij dit leest." in karims[0]
    assert "Hier staat wat praktisch is." not in karims[0]


def test_looking_along_with_him_noor_finds_as_little(family: Family, pact: Agreement) -> None:
    along = unescape(family.page("portals:along", seen_by="noor", other=family.person("karim")))
    assert THERE in along
    assert not [word for word in (HUSBAND, AFRAID) if word in along]
    kept = Item.objects.filter(section=Section.AGREEMENTS.value, klass="confidence")
    assert kept.count() == 3
    with_a_yes = answering.Answering(towards=family.member("karim"), word=Word.YES, item=kept.first().pk)
    with pytest.raises(NotAllowedError):
        answering.answer(family.door("noor", Section.ANSWERS), with_a_yes, once=uuid7())
    read_by = {who: family.door(who, Section.AGREEMENTS).within(Point.objects.all()) for who in ("wilma", "karim")}
    keys = {one.pk for one in kept}
    assert {who: len({row.pk for row in rows} & keys) for who, rows in read_by.items()} == {"wilma": 3, "karim": 0}


def test_wilma_reads_what_was_agreed_and_no_answer_of_later(family: Family, pact: Agreement) -> None:
    says(family, "mama", Topic.HEALTH, Word.NO)
    says(family, "mama", Topic.SAFETY, Word.NO)
    answering.withdraw(family.door("noor", Section.ANSWERS), Say.objects.get(topic="father"), once=uuid7())
    live = {who: read(family, who, "agreement", pact=pact.pact) for who in ("noor", "lotte", "wilma")}
    refused = {who: page.split("Mag niet:</b>")[1].split("</p>")[0].strip() for who, page in live.items()}
    assert refused == {"noor": MINE, "lotte": HERS, "wilma": "de vader"}
    assert "Zo spraken jullie het af op" in live["wilma"]
    assert "Noor mag een ja altijd terugnemen" in live["wilma"]
    assert "Neem je een ja terug? Dan leest Wilma daar: eerst vragen." in live["noor"]


@pytest.mark.parametrize("word", [Word.NO, Word.ASK, None])
def test_a_yes_that_noor_took_back_reaches_wilma_and_what_she_said_instead_does_not(
    family: Family, word: Word | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = with_mother(family)
    tell(family, "noor", row, school="yes", friends="yes")
    agree(family, "noor", row, Party.CHILD)
    agree(family, "wilma", row, Party.PERSON)
    assert "Vraag het eerst aan Noor:" not in read(family, "wilma", "agreement", pact=row.pact)
    before = read(family, "wilma", "agreement", pact=row.pact)
    assert "Mag:</b> school, vrienden" in before
    if word is None:
        answering.withdraw(family.door("noor", Section.ANSWERS), Say.objects.get(topic="school"), once=uuid7())
    else:
        says(family, "mama", Topic.SCHOOL, word)
    now = read(family, "wilma", "agreement", pact=row.pact)
    assert "Mag:</b> vrienden" in now
    assert "Vraag het eerst aan Noor:</b> school" in now
    assert "Mag niet:" not in now
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(sheets, "pdf", lambda _template, order: told.append(order) or b"%PDF")
    paper(family, "wilma", row, "")
    assert told[0]["hears"][0]["said"] == "mag: vrienden; vraag het eerst aan Noor: school"


def test_before_noors_yes_wilma_reads_that_nothing_was_said(family: Family) -> None:
    row = with_mother(family)
    tell(family, "noor", row, school="yes")
    wilmas = read(family, "wilma", "agreement", pact=row.pact)
    assert ("Mag:" in wilmas, "Nog niets gezegd. Vraag het dus altijd eerst." in wilmas) == (False, True)
    assert "Wilma leest dit pas als jij ja zegt." in read(family, "noor", "agreement", pact=row.pact)
    agree(family, "noor", row, Party.CHILD)
    assert "Mag:" in read(family, "wilma", "agreement", pact=row.pact)


def test_on_paper_the_same(family: Family, pact: Agreement, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(sheets, "pdf", lambda _template, order: told.append(order) or b"%PDF")
    says(family, "mama", Topic.HEALTH, Word.NO)
    for who, whom in (("karim", ""), ("wilma", ""), ("noor", "person"), ("noor", "")):
        assert paper(family, who, pact, whom).status_code == 200
    karims, wilmas, her_paper, noors = told
    assert karims["hears"] == []
    assert HUSBAND not in str(karims)
    assert "Noor wil dat jij dit leest." in karims["lead"]
    assert wilmas["hears"] == her_paper["hears"]
    assert wilmas["hears_foot"].startswith("Zo spraken jullie het af op")
    assert HERS not in wilmas["hears"][0]["said"]
    assert MINE in noors["hears"][0]["said"]


def test_above_what_wilma_writes_stands_who_reads_it(family: Family, pact: Agreement) -> None:
    page = read(family, "wilma", "react", pact=pact.pact)
    line = page[page.index("Dit lezen:") :].split("</p>")[0]
    assert "Noor" in line
    assert "wie Noor begeleidt" in line
    assert "Een ja van Noor geeft dit aan niemand anders." in line
    assert AFRAID in read(family, "lotte", "agreement", pact=pact.pact)


def test_who_reads_less_of_the_newest_version_reads_no_more_of_one_before(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Noor kept the rest between the two: so it is in every version and on paper; Wilma and she read all of it (R8)."""
    row = agreed(family, by="noor", reads=Reads.ALL)
    assert send(family, "wilma", "react", {"words_remark": AFRAID}, pact=row.pact).status_code == 302
    assert [THERE in one for one in pages(family, "lotte", row)[:2]] == [True, True]
    begun = unescape(
        family.browser("noor")
        .get(family.url("agreements:begin", member=family.member("wilma")) + "?again=1")
        .content.decode()
    )
    assert "leest ze ook van de vorige versies niet meer dan dat" in begun
    facts = {"told": "written", "reads": "practical"}
    assert send(family, "noor", "begin", facts, member=family.member("wilma")).status_code == 302
    assert "Ook van de vorige versies" in read(family, "noor", "ready", pact=row.pact)
    assert send(family, "noor", "ready", pact=row.pact).status_code == 302
    for who, reads in (("noor", True), ("wilma", True), ("lotte", False)):
        for page in pages(family, who, row)[:2]:
            assert (THERE in page, AFRAID in page, DINNER in page) == (reads, reads, True), who
    assert not [one for one in pages(family, "lotte", row) if THERE in one or AFRAID in one]
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(sheets, "pdf", lambda _template, order: told.append(order) or b"%PDF")
    for who in ("lotte", "wilma"):
        assert paper(family, who, row).status_code == 200
    assert [THERE in str(one) for one in told] == [False, True]


def test_what_lotte_writes_anew_closes_nothing(family: Family) -> None:
    row = agreed(family, by="noor", reads=Reads.ALL)
    made(family, "lotte", {Key(Code.RHYTHM): Value(words="Elke dinsdag.")})
    assert THERE in pages(family, "lotte", row)[1]


def test_what_was_made_before_that_was_so_closes_along(family: Family) -> None:
    """As it stood in the tables: version 2 is practical, version 1 is open, and Wilma read it as who it is of."""
    row = agreed(family, by="noor", reads=Reads.ALL)
    made(family, "noor", reads=Reads.PRACTICAL)
    with everything():
        old = Item.objects.get(pk__in=Point.objects.all().opened().filter(since=1).exclude(until=None).values("pk"))
        Item.objects.filter(pk=old.pk).update(held_close=False)
        Say.objects.filter(item=old).delete()
    assert THERE in pages(family, "lotte", row)[1]
    with override_settings(MIGRATION_MODULES={}):
        loader = MigrationExecutor(connection).loader
    then = loader.project_state().apps
    with everything():
        import_module("kring.agreements.migrations.0004_no_wider_before_than_now").close(then, None)
    assert [THERE in pages(family, who, row)[1] for who in ("noor", "wilma", "lotte")] == [True, True, False]
