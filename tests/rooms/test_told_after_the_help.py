"""After the help Noor still reads what was passed on in an emergency, to whom, by whom, and if it was read (R7, R8)."""

from html import unescape

import pytest

from kring.access.models import Disclosure
from kring.dossier.models import Dossier
from kring.kit import clock
from tests.family import Family
from tests.rooms.journal import row
from tests.rooms.journal import write as note
from tests.rooms.test_going import close, is_closed
from tests.rooms.test_passed_on_told import write
from tests.rooms.test_telling import tell

WORDS = "We bekeken samen twee scholen"
PASSED = "Doorgegeven in een noodgeval"


def known(family: Family, who: str = "noor") -> str:
    page = family.browser(who).get(family.url("portals:known"))
    return " ".join(unescape(page.content.decode()).split()) if page.status_code == 200 else ""


def passes_on(family: Family) -> None:
    """Lotte passes what she wrote on to Karim, and did not tell Noor before."""
    assert note(family, "lotte", WORDS).status_code == 302
    assert tell(family, row(family, WORDS), to="karim").status_code == 302


@pytest.fixture
def passed(family: Family) -> Family:
    """Lotte passes something on to Karim, who reads it; Noor is told, and the help ends."""
    passes_on(family)
    assert WORDS in family.page("journal:notes", seen_by="karim")
    write(family)
    close(family)
    assert is_closed(family)
    return family


def test_noor_reads_that_it_was_passed_on_by_whom_and_when_karim_read_it(passed: Family) -> None:
    page = known(passed)
    assert PASSED in page
    assert "Lotte gaf dit door aan trainer Karim op" in page
    assert "Trainer Karim las het op" in page
    assert "Tante Mia vertelde het" in page
    assert "Dit loopt nog" not in page
    assert "Wat dit is" not in page, "that page is gone with the help"


def test_what_nobody_read_is_not_said_to_be_read(family: Family) -> None:
    passes_on(family)
    write(family)
    close(family)
    assert "Lotte gaf dit door aan trainer Karim op" in known(family)
    assert "las het op" not in known(family)


@pytest.mark.parametrize("who", ["lotte", "karim", "bram", "wilma", "hilde"])
def test_nobody_else_reads_it(passed: Family, who: str) -> None:
    assert PASSED not in known(passed, who)


def test_where_nothing_was_passed_on_nothing_stands_there(family: Family) -> None:
    close(family)
    assert not Disclosure.objects.exists()
    assert PASSED not in known(family)


def test_sem_reads_it_in_his_words(family: Family) -> None:
    Dossier.objects.filter(pk=family.sem.dossier).update(closed_on=clock.today())
    page = family.page("portals:known", seen_by="sem", child="sem")
    assert "Verteld omdat het moest" not in page
    row = {"dossier_id": family.sem.dossier, "child_reads": True, "child_told": True, "parents_told": True}
    people = {"to_id": family.person("ann"), "by_id": family.person("lotte")}
    Disclosure.objects.create(**row, **people, at=clock.now(), motive="Het moest.", ended_at=clock.now())
    page = unescape(family.page("portals:known", seen_by="sem", child="sem"))
    assert "Verteld omdat het moest" in page
    assert "Vraag het aan iemand die je vertrouwt." in page
