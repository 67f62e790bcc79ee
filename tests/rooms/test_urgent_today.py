"""What is urgent comes first in Lotte's day, and what does not fit is counted: nothing is out of sight (J11, A17)."""

from datetime import timedelta

import pytest

from kring.access.acts import open_dossier
from kring.circle.acts import sessions
from kring.circle.cards import Age, Mode
from kring.dossier.models import Dossier
from kring.endings.acts import leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.endings import Leaves
from kring.law.rights_moments import PASSED_AFTER
from kring.people.models import Team
from tests.family import Family
from tests.own_word import is_so
from tests.rooms.test_today import new_children, see, talked_with

UNTOLD = "Er is nieuws over wie naast Noor staat. Noor weet het nog niet."


def wilma_stops(family: Family, days: int = 0) -> None:
    told_on = clock.today() + timedelta(days=days)
    heard = leaving.Heard(why=Leaves.STOPS, teller="Lotte", how="Thuis.", tells_on=told_on)
    leaving.hear(family.door("lotte", Section.RIGHTS), family.member("wilma"), heard, act=uuid7())


@pytest.mark.parametrize(("days", "is_said"), [(-1, True), (0, True), (1, False)])
def test_that_noor_does_not_know_it_yet_comes_first_and_names_nobody(family: Family, days: int, is_said: bool) -> None:
    talked_with(family, "sem")
    wilma_stops(family, days)
    text = see(family, "lotte")
    assert (UNTOLD in text) is is_said
    assert "opnieuw te bekijken rond wie naast Noor staat" not in text
    assert (family.url("endings:endings") in text) is is_said
    assert "Wilma" not in text.split("Mijn kinderen")[0]
    assert (UNTOLD in family.page("portals:child", seen_by="lotte")) is is_said


@pytest.mark.parametrize("who", ["bram", "noor", "ann", "wilma"])
def test_nobody_else_reads_that_there_is_something_to_tell(family: Family, who: str) -> None:
    wilma_stops(family)
    assert UNTOLD in see(family, "lotte")
    for page in ("/", "/today/"):
        assert "weet het nog niet" not in family.browser(who).get(page, follow=True).content.decode()


def test_told_it_is_a_look_after_a_farewell(family: Family) -> None:
    wilma_stops(family)
    door = family.door("lotte", Section.RIGHTS)
    row = door.within(leaving.Leaving.objects.all()).get()
    is_so(family)
    leaving.tell(door, row, leaving.Told(on=clock.today() - timedelta(weeks=2), by="Lotte"), act=uuid7())
    text = see(family, "lotte")
    assert UNTOLD not in text
    assert "Na een afscheid: kijk hoe het gaat met Noor" in text


def test_a_talk_that_waits_too_long_comes_before_what_was_paused(family: Family) -> None:
    sessions.start(family.door("lotte"), mode=next(iter(Mode)), age=next(iter(Age)), minutes=None, act=uuid7())
    text = see(family, "lotte")
    assert text.index("Praat met Sem") < text.index("Het staat op pauze")
    Dossier.objects.filter(pk=family.sem.dossier).update(opened_on=clock.today() - PASSED_AFTER + timedelta(days=1))
    text = see(family, "lotte")
    assert text.index("Het staat op pauze") < text.index("Praat met Sem")


def test_what_does_not_fit_is_counted_and_one_tap_away(family: Family) -> None:
    assert "andere dingen" not in see(family, "lotte")
    new_children(family, 2)
    team = Team.objects.get(name="Team Noord")
    open_dossier(family.actor("lotte"), call_name="Bilal", team=team, once=uuid7())
    text = see(family, "lotte")
    assert "3 dingen voor vandaag" in text
    assert "andere dingen" in text
    assert "Praat met Bilal" not in text
    everything = see(family, "lotte", all="1")
    assert "Praat met Bilal" in everything
    assert "andere dingen" not in everything
