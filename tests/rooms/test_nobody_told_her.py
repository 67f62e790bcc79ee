"""Lotte wrote that Noor was told that Wilma stops; Noor says in one tap: nobody told me that (R15, R23)."""

from html import unescape

import pytest
from django.urls import reverse

from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.endings.acts import nobody_told, taking_back
from kring.endings.models import Farewell, Leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Meaning
from tests.family import Family
from tests.rooms.test_chose_otherwise import chooses
from tests.rooms.test_denied_stays import colleague
from tests.rooms.test_going import close
from tests.rooms.test_stops_by_a_link import STOPS, says
from tests.rooms.test_told_first import told

NEVER = "Niemand vertelde mij dat"


@pytest.fixture(autouse=True)
def stopped(family: Family) -> None:
    chooses(family, "wilma", Meaning.JIM)
    says(family, family.browser("wilma"), **STOPS)


def page(family: Family, who: str = "noor") -> str:
    return unescape(family.page("endings:endings", seen_by=who))


def test_before_lotte_wrote_so_there_is_nothing_to_say(family: Family) -> None:
    assert NEVER not in page(family)
    assert "Wilma" not in page(family)


def taps(family: Family, who: str = "noor") -> int:
    sent = {"once": family.once(), "never_told": str(row(family).pk)}
    return family.browser(who).post(family.url("endings:endings"), sent).status_code


def row(family: Family) -> Farewell:
    found: Farewell = family.door("lotte", Section.RIGHTS).within(Farewell.objects.order_by("-pk")).first()
    return found


def tells(family: Family, who: str, by: str = "Greet", **more: str) -> str:
    sent = {"once": family.once(), "told_anew": str(row(family).pk), "on": clock.today().isoformat(), "by": by}
    answer = family.browser(who).post(family.url("endings:endings"), sent | more, follow=True)
    return unescape(answer.content.decode())


def test_one_tap_and_who_works_with_her_reads_it(family: Family) -> None:
    told(family, "wilma")
    assert "Lotte schreef dit op" in page(family)
    assert NEVER in page(family)
    assert NEVER not in page(family, "lotte")
    assert taps(family) == 302
    assert "niemand vertelde mij dat" in page(family)
    assert NEVER not in page(family), "once"
    assert "Noor zei op" in page(family, "lotte")
    assert "Een collega vertelt het nu, en schrijft het op." in page(family, "lotte")
    assert "keer in dertig dagen zei iemand: dat zei ik niet" in unescape(
        family.browser("hilde").get(reverse("portals:lead")).content.decode()
    )
    heard = unescape(family.browser("lotte").get(family.url("rights:heard")).content.decode())
    assert f"dat Wilma er niet meer is voor mij. {NEVER}." in heard
    assert family.log(Event.FAREWELL_UNTOLD) == 1
    taps(family)
    assert family.log(Event.FAREWELL_UNTOLD) == 1


def test_another_than_who_wrote_it_tells_it_and_writes_so(family: Family) -> None:
    told(family, "wilma")
    taps(family)
    tells(family, "lotte", "Lotte")
    assert row(family).untold_on is not None
    an = colleague(family)
    assert "Schrijf wie het vertelde." in tells(family, an, "")
    assert "Die dag moet nog komen." in tells(family, an, on="2990-01-01")
    assert row(family).untold_on is not None
    assert "Goed dat het nu verteld is." in tells(family, an)
    for who in ("noor", "lotte"):
        assert "Verteld door Greet." in page(family, who)
        assert "niemand vertelde mij dat" in page(family, who), "that she said so stays to be read"
    assert NEVER in page(family), "it can be so again"
    tells(family, an, "An")
    assert "Verteld door Greet." in page(family)


@pytest.mark.parametrize("who", ["lotte", "wilma", "ann", "rita", "hilde", "sem"])
def test_nobody_else_says_so(family: Family, who: str) -> None:
    told(family, "wilma")
    taps(family, who)
    assert row(family).untold_on is None
    with pytest.raises(NotAllowedError):
        nobody_told.never_told(family.door("lotte", Section.RIGHTS), row(family), act=uuid7())


def test_after_the_help_nobody_is_there_to_tell_it(family: Family) -> None:
    told(family, "wilma")
    close(family)
    assert NEVER not in page(family)
    taps(family)
    assert row(family).untold_on is None


def test_lotte_does_not_take_it_back_as_a_slip_and_tell_it_again(family: Family) -> None:
    told(family, "wilma")
    assert "Verkeerd getikt?" in page(family, "lotte")
    taps(family)
    assert "Verkeerd getikt?" not in page(family, "lotte")
    lotte = family.door("lotte", Section.RIGHTS)
    leaving = lotte.within(Leaving.objects.order_by("-pk")).first()
    with pytest.raises(NotAllowedError):
        taking_back.take_back(lotte, leaving, act=uuid7())
    assert "niemand vertelde mij dat" in page(family)
    tells(family, colleague(family))
    with pytest.raises(NotAllowedError):
        taking_back.take_back(lotte, leaving, act=uuid7())
