"""Notes: what each reads of them, by its own page; what it may not read is not there, nor any trace of it."""

import pytest

from kring.access.models import Item, Seen
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.journal.models import Passage, Talked
from kring.kit import clock
from kring.law.access import Section
from tests.family import Family
from tests.rooms.journal import change, page, row, send, write
from tests.rooms.knocking import yes

SCHOOL = "Op school gaat het beter."
HOUSEHOLD = "Mama werkt sinds deze maand in de avond."
THIRD = "Juf Els gaat in het voorjaar met pensioen."
CONFIDENCE = "Ze wil niet dat Noor dat weet."
FILE = "We bekeken samen twee scholen."
CLOSE = "Ik wil niet meer elke zondag naar papa."
ANN, TARIK, WILMA = "We gingen wandelen.", "het geld voor de schoolreis", "Woensdag hebben we samen gekookt."
EVERY = (SCHOOL, HOUSEHOLD, THIRD, CONFIDENCE, FILE, CLOSE, ANN, TARIK, WILMA)

READS = {
    "noor": {SCHOOL, CLOSE, HOUSEHOLD, FILE, ANN, WILMA},
    "lotte": {SCHOOL, HOUSEHOLD, THIRD, CONFIDENCE, FILE, ANN, TARIK, WILMA},
    "ann": {ANN},
    "tarik": {TARIK},
    "wilma": {WILMA},
    "karim": set(),
    "rita": set(),
}


@pytest.mark.parametrize("who", READS)
def test_each_reads_its_own_page(family: Family, who: str) -> None:
    for where in ("journal:notes", "journal:print"):
        told = page(family, who, where)
        assert {one for one in EVERY if one in told} == READS[who]


def test_that_wilma_is_her_jim_is_not_told_by_what_wilma_wrote(family: Family) -> None:
    """Noor is nine here, and her mama reads the file in her place: what Noor chose is still hers to tell (R7)."""
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=f"{clock.today().year - 9}-01-01")
    Involvement.objects.filter(person=family.person("ann"), dossier=family.noor.dossier).update(authority="holds")
    told = page(family, "ann")
    assert WILMA in told
    assert "Iemand naast Noor, " in told
    assert "JIM" not in told
    for who in ("lotte", "wilma"):
        assert "Wilma, JIM" in page(family, who)


def test_whom_it_was_talked_through_with_stands_behind_the_wall_of_what_it_is_about(family: Family) -> None:
    side = Involvement.objects.get(person=family.person("ann"), dossier=family.noor.dossier).wall_id
    Item.objects.filter(pk=family.member("mama")).update(wall=side)
    facts = {"pieces": "2", "words_1": "mama is moe", "klass_1": "file", "about_1": str(family.member("mama"))}
    write(family, "lotte", "het weer is zacht", topic_1="general", **facts)
    talked = family.door("lotte", Section.JOURNAL).within(Talked.objects.filter(talked_on="2026-01-05")).get()
    assert talked.item.wall_id == side


def test_where_it_was_talked_through_with_ann_is_not_read_by_tarik(family: Family) -> None:
    """He represents Sem and reads the file in his place; where Ann was is behind her wall (R16)."""
    Involvement.objects.filter(person=family.person("tarik"), dossier=family.sem.dossier).update(authority="holds")
    write(family, "lotte", "Sem slaapt beter.", child="sem", with_whom="Ann, bij haar thuis in Aalst")
    why = {"talked_on": "", "with_whom": "", "why_not": "Ann wil het niet in Aalst."}
    write(family, "lotte", "Sem eet beter.", child="sem", **why)
    told = page(family, "tarik", child="sem")
    assert "Sem slaapt beter." in told
    assert "Sem eet beter." in told
    for absent in ("Aalst", "Besproken met", "Nog niet besproken"):
        assert absent not in told
    assert "Besproken met Ann, bij haar thuis in Aalst op 5 januari 2026." in page(family, "lotte", child="sem")


@pytest.mark.parametrize("who", ["bram", "hilde", "mo", "saar", "an", "nadia", "dirk", "sem"])
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    for where in ("journal:notes", "journal:print", "journal:write", "journal:apart", "journal:plan"):
        assert family.browser(who).get(family.url(where)).status_code == 404


def test_a_split_note_leaves_no_gap(family: Family) -> None:
    """Of Lotte's note in three pieces Noor reads one, and nothing says that there are others."""
    told = page(family, "noor")
    assert HOUSEHOLD in told
    note = told[told.index(HOUSEHOLD) - 600 : told.index(HOUSEHOLD) + 900]
    assert "Stuk" not in note
    assert "over iemand anders" not in told.casefold()
    assert "in vertrouwen" not in told.casefold()


def test_by_a_yes_about_school_karim_reads_what_noor_said_of_it_and_no_more(family: Family) -> None:
    assert SCHOOL not in page(family, "karim")
    yes(family, "karim")
    told = page(family, "karim")
    assert {one for one in EVERY if one in told} == {SCHOOL}
    assert "Besproken met" not in told


def test_that_he_read_it_is_kept_once_an_hour_and_of_nobody_else(family: Family) -> None:
    yes(family, "karim")
    for _ in range(2):
        page(family, "karim")
    for who in ("noor", "lotte", "ann", "wilma"):
        page(family, who)
    seen = Seen.objects.all()
    assert [(one.person_id, one.item_id) for one in seen] == [(family.person("karim"), row(family, SCHOOL).pk)]


def test_one_can_look_for_a_word_and_for_a_topic(family: Family) -> None:
    where, noor = family.url("journal:notes"), family.browser("noor")
    found = noor.post(where, {"q": "YARA"}).content.decode()
    assert SCHOOL in found
    assert FILE not in found
    by_topic = noor.get(where, {"topic": "father"}).content.decode()
    assert CLOSE in by_topic
    assert SCHOOL not in by_topic
    nothing = noor.post(where, {"q": "pensioen"}).content.decode()
    assert "Niets gevonden" in nothing


def test_topics_of_what_one_may_not_read_are_not_there(family: Family) -> None:
    yes(family, "karim")
    assert 'value="money"' not in page(family, "karim")
    assert 'value="money"' in page(family, "lotte")


def test_noor_writes_and_it_is_there(family: Family) -> None:
    assert write(family, "noor", "Vandaag <b>ging</b> het & het was ok.").status_code == 302
    assert "Vandaag &lt;b&gt;ging&lt;/b&gt; het &amp; het was ok." in family.page("journal:notes", seen_by="lotte")
    assert family.log(Event.NOTE_WRITTEN) == 1


def test_nobody_adds_what_the_table_does_not_let_it_add(family: Family) -> None:
    before = Item.objects.count()
    for who, klass in (("ann", "own_words"), ("ann", "third_party"), ("wilma", "household"), ("lotte", "agogic")):
        assert write(family, who, "iets", klass_0=klass).status_code == 200
    for who in ("karim", "rita", "bram", "an"):
        assert send(family, who, {"words_0": "iets"}).status_code == 404
    assert Item.objects.count() == before


def test_sent_twice_is_written_once(family: Family) -> None:
    once = family.once()
    assert [write(family, "noor", "één keer", once=once).status_code for _ in range(2)] == [302, 302]
    assert page(family, "lotte").count("één keer") == 1


def test_a_passage_of_another_child_is_not_here(family: Family) -> None:
    """What Lotte wrote about Noor, behind the door of Sem, where Lotte works too; and a key that nobody has."""
    hers = row(family, FILE, seen_by="lotte")
    for child, status in (("noor", 200), ("sem", 404)):
        where = family.url("journal:change", child=child, passage=hers.pk)
        sent = {"once": family.once(), "words": "", "version": 1}
        assert family.browser("lotte").get(where).status_code == status
        assert family.browser("lotte").post(where, sent).status_code == status
    assert family.browser("noor").get(family.url("journal:change", passage=family.once())).status_code == 404


def test_long_lists_are_leafed_through(family: Family) -> None:
    for number in range(22):
        write(family, "noor", f"zin nummer {number:02}.")
    where, noor = family.url("journal:notes"), family.browser("noor")
    first, second = (noor.post(where, {"page": number}).content.decode() for number in ("1", "2"))
    assert "zin nummer 21." in first
    assert "zin nummer 00." not in first
    assert "zin nummer 00." in second
    assert "zin nummer 00." in page(family, "noor", "journal:print")


def test_changing_keeps_the_text_of_before(family: Family) -> None:
    mine = row(family, SCHOOL)
    assert change(family, "noor", mine.pk, "Op school gaat het goed.").status_code == 302
    told = page(family, "lotte")
    assert told.index("Op school gaat het goed.") < told.index("Eerdere versie") < told.index(SCHOOL)
    assert family.log(Event.NOTE_CHANGED) == 1
    assert "Op school gaat het goed." not in page(family, "ann")


def test_a_yes_for_one_text_is_not_a_yes_for_the_next(family: Family) -> None:
    """A yes about the topic shows what stands there now; a yes about one text was for that text."""
    mine = row(family, SCHOOL)
    yes(family, "karim")
    change(family, "noor", mine.pk, "Op school gaat het goed.")
    told = page(family, "karim")
    assert "Op school gaat het goed." in told
    assert SCHOOL not in told
    assert SCHOOL in page(family, "noor")


def test_when_it_changed_meanwhile_both_stand_there(family: Family) -> None:
    mine = row(family, SCHOOL)
    change(family, "noor", mine.pk, "van mijn gsm")
    late = change(family, "noor", mine.pk, "van mijn laptop")
    assert late.status_code == 409
    both = late.content.decode()
    assert "van mijn gsm" in both
    assert "van mijn laptop" in both
    assert 'name="version" value="2"' in both
    assert change(family, "noor", mine.pk, "van mijn laptop", version=2).status_code == 302


def test_rows_of_nobody_are_written_by_nobody(family: Family) -> None:
    """Whoever may read does not change: the text of Noor is Noor's."""
    mine = row(family, SCHOOL)
    assert change(family, "lotte", mine.pk, "anders").status_code == 404
    door = family.door("noor", Section.JOURNAL)
    assert door.within(Passage.objects.filter(pk=mine.pk)).get().words.startswith(SCHOOL)
