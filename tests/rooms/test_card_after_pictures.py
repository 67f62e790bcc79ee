"""Lotte makes a card for Sem, who came in by pictures: with it she could be Sem, so An asks him, and no day does (R7).

Until then what he closed stays closed (R28; quality.md 4, coercion).
"""

from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kring.access.acts import asking_it
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.people.models import UNTIL_ASKED, Pin, Way
from tests.family import Family
from tests.rooms.small import read, where
from tests.rooms.test_code_card import code_on, come_in, make
from tests.rooms.test_new_pictures import how_he_comes_in
from tests.rooms.test_small_pictures_known import now, reads_the_plan, rita, say, tablet

__all__ = ["rita", "tablet"]

PIN, OTHER = "836120", "482917"
TASK = "Sem komt anders binnen dan voordien. Vraag of Sem dat zelf koos."


@pytest.fixture
def phone(family: Family, tablet: Client) -> Client:
    """Somebody came in with the card that Lotte made: Sem, or Lotte.  Before, Sem closed his plan to Rita."""
    say(family, family.browser("sem"), "no")
    return come_in(make(family, place=family.sem.dossier), PIN)


def way() -> UUID:
    return Way.objects.filter(kind="card").latest("made_at").pk


def day(family: Family, who: str) -> str:
    return unescape(family.browser(who).get(reverse("portals:today")).content.decode())


def asks(family: Family, who: str) -> str:
    sent = {"chose": str(way()), "once": family.once()}
    answer = family.browser(who).post(where(family, "rights:own"), sent, follow=True)
    return unescape(answer.content.decode())


def test_no_day_makes_it_sem(family: Family, phone: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    here = read(phone, where(family, "portals:child"))
    assert "Een andere begeleider vraagt jou of jij het was." in here
    assert "9000" not in here
    moment = clock.now() + timedelta(days=300)
    monkeypatch.setattr(clock, "now", lambda: moment)
    later = come_in(make(family, place=family.sem.dossier), PIN)
    assert "Een andere begeleider vraagt jou of jij het was." in read(later, where(family, "portals:child"))
    say(family, later, "yes")
    assert (now(family).waits, reads_the_plan(family)) == (True, False)
    assert Pin.objects.get(person=family.person("sem")).waits_until == UNTIL_ASKED


def test_an_asks_him_and_from_then_it_is_his_own_word(family: Family, phone: Client) -> None:
    say(family, phone, "yes")
    assert (now(family).waits, reads_the_plan(family)) == (True, False)
    assert TASK in day(family, "an")
    assert "Op" in how_he_comes_in(family, "an")
    assert "kwam iemand binnen met het kaartje dat Lotte maakte" in how_he_comes_in(family, "an")
    assert "Goed." in asks(family, "an")
    assert TASK not in day(family, "an")
    say(family, phone, "yes")
    assert reads_the_plan(family)
    assert family.log(Event.CARD_CONFIRMED) == 1
    assert "An vroeg of dat zo was" in how_he_comes_in(family, "lotte")
    asks(family, "an")
    assert family.log(Event.CARD_CONFIRMED) == 1, "there is nothing left to ask"


@pytest.mark.parametrize("who", ["lotte", "rita", "bram", "noor", "sem", "ann"])
def test_nobody_else_says_that_it_was_him(family: Family, phone: Client, who: str) -> None:
    asks(family, who)
    assert asking_it.unasked(family.door("an", Section.RIGHTS, child="sem")) is not None
    assert "Jij maakte het kaartje. Daarom vraagt een collega het Sem zelf." in how_he_comes_in(family, "lotte")
    with pytest.raises(NotAllowedError):
        asking_it.it_says_so(family.door("lotte", Section.RIGHTS, child="sem"), way(), once=uuid7())


def test_another_card_of_a_colleague_makes_lotte_no_second_one(family: Family, phone: Client) -> None:
    before = asking_it.unasked(family.door("an", Section.RIGHTS, child="sem"))
    assert before is not None
    sent = {"once": family.once(), "anew": "on"}
    page = family.browser("an").post(where(family, "rights:own_card"), sent).content.decode()
    come_in(code_on(page), OTHER)
    found = asking_it.unasked(family.door("lotte", Section.RIGHTS, child="sem"))
    assert found is not None
    assert found.pk != before.pk
    for who in ("lotte", "an"):
        assert not asking_it.may_ask(family.door(who, Section.RIGHTS, child="sem"), found), who


def test_who_never_had_pictures_waits_as_before(family: Family) -> None:
    come_in(make(family), PIN)
    pin = Pin.objects.get(person=family.person("noor"))
    assert pin.waits_until is None or pin.waits_until < clock.now() + timedelta(days=8)
