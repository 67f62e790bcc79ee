"""What a worker writes about the mother or the father is about that parent: its wall and its yes (R7, R16)."""

import pytest

from kring.access.models import Item
from kring.dossier.models import Involvement
from kring.journal.models import Passage
from kring.law.access import Klass, Section
from kring.law.standing import Authority
from tests.family import Family
from tests.rooms.journal import page, row, write

WHERE = "Ann woont nu in de Kerkstraat."


@pytest.fixture
def sem(family: Family) -> Family:
    """Tarik reads the file in the place of Sem, who is nine."""
    held = Involvement.objects.filter(dossier=family.sem.dossier, person=family.person("tarik"))
    held.update(authority=Authority.HOLDS.value)
    return family


def there(family: Family) -> bool:
    lotte = family.door("lotte", Section.JOURNAL, child="sem")
    return any(WHERE in one.words for one in lotte.within(Passage.objects.all()))


@pytest.mark.parametrize("klass", ["file", "household"])
def test_lotte_is_asked_which_parent_it_is_and_nothing_is_kept_before(sem: Family, klass: str) -> None:
    asked = write(sem, "lotte", WHERE, child="sem", klass_0=klass, topic_0="mother").content.decode()
    assert "Dit gaat over een ouder. Zeg over wie." in asked
    assert not there(sem)


@pytest.mark.parametrize("wall", [True, False])
def test_the_other_parent_does_not_read_it_in_sems_place(sem: Family, wall: bool) -> None:
    if not wall:
        Item.objects.filter(pk=sem.member("sem_mama")).update(wall=None)
    whom = str(sem.member("sem_mama"))
    assert write(sem, "lotte", WHERE, child="sem", klass_0="file", topic_0="mother", about_0=whom).status_code == 302
    assert row(sem, WHERE, seen_by="lotte", child="sem").item.klass == Klass.HOUSEHOLD.value
    assert WHERE not in page(sem, "tarik", child="sem")
    write(sem, "lotte", "Sem slaapt goed.", child="sem", klass_0="file", topic_0="home")
    assert "Sem slaapt goed." in page(sem, "tarik", child="sem"), "and the file itself he reads"


def test_what_sem_said_about_mama_asks_nobody(sem: Family) -> None:
    assert write(sem, "lotte", WHERE, child="sem", klass_0="own_words", topic_0="mother").status_code == 302
    assert row(sem, WHERE, seen_by="lotte", child="sem").item.klass == Klass.OWN_WORDS.value
