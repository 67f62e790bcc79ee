"""The help of Noor ended: how Wilma is reached, and what she kept there for herself, goes by itself; the rest stays."""

import pytest

from kring.access.asking import everything
from kring.access.kept import Kept
from kring.agreements.models import Agreement, Point
from kring.audit.events import Event
from kring.circle.models import Member, Placement
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.support import Wellbeing
from kring.portals.jobs import tick
from kring.rights.acts import wishes
from kring.rights.models import Taken, Wish
from kring.support.acts import checking
from kring.support.models import CheckIn, HowIAm, Suits
from tests import answered
from tests.family import Family
from tests.rooms import agreeing
from tests.rooms.test_check_ins import planned
from tests.rooms.test_going import close, reopen

GOES = (Suits, HowIAm)
STAYS = (Wish, Taken, Agreement, Point, Member, Placement, CheckIn)


@pytest.fixture(autouse=True)
def wilma(family: Family) -> None:
    """Noor chose Wilma, they agreed on something, and Wilma said when it suits her and how she is."""
    agreeing.agreed(family)
    said = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    answered.said(family, "wilma", Meaning.SUPPORTER)
    assert planned(family).status_code == 302
    hers = family.door("wilma", Section.SUPPORT)
    checking.suits(hers, "liefst op zaterdag", act=uuid7())
    checking.how_i_am(hers, Wellbeing.HEAVY, "soms lig ik wakker", act=uuid7())


def kept(kinds: tuple[type[Kept], ...]) -> list[int]:
    """How many rows of each kind there are, whoever may read them."""
    with everything():
        return [kind.objects.all().opened().count() for kind in kinds]  # type: ignore[attr-defined]  # of each kept row


def test_before_it_closes_the_page_says_what_goes_what_stays_and_what_is_open(family: Family) -> None:
    page = family.page("endings:close", seen_by="lotte")
    assert "Dit wist Kring als de plek sluit: wanneer en hoe iemand naast het kind bereikt wil worden" in page
    assert "Dit blijft: wie het kind koos" in page
    assert "Een jurist moet dat nog zeggen." in page
    assert kept(GOES) == [1, 1]


def test_the_tick_after_the_closing_takes_it_away_and_leaves_the_rest(family: Family) -> None:
    stays = kept(STAYS)
    assert all(stays)
    tick()
    assert (kept(GOES), family.log(Event.CONTACT_ERASED)) == ([1, 1], 0)
    close(family)
    tick()
    assert kept(GOES) == [0, 0]
    assert kept(STAYS) == stays
    assert family.log(Event.CONTACT_ERASED) == 1
    tick()
    assert family.log(Event.CONTACT_ERASED) == 1, "of a place with nothing left nothing is told"
    assert "is gewist" in family.browser("wilma").get("/today/", follow=True).content.decode()


def test_what_stays_is_still_read_by_noor_and_by_lotte(family: Family) -> None:
    close(family)
    tick()
    assert "Wilma" in family.page("rights:beside", seen_by="noor")
    assert "Wilma" in family.page("circle:list", seen_by="lotte")
    assert "Wilma" in family.page("agreements:all", seen_by="noor")


def test_a_place_that_opened_again_before_it_keeps_everything(family: Family) -> None:
    close(family)
    reopen(family)
    tick()
    assert kept(GOES) == [1, 1]
    assert "liefst op zaterdag" in family.page("support:mine", seen_by="wilma")


def test_a_place_that_opens_again_after_it_asks_anew(family: Family) -> None:
    close(family)
    tick()
    reopen(family)
    page = family.page("support:mine", seen_by="wilma")
    assert "liefst op zaterdag" not in page
    checking.suits(family.door("wilma", Section.SUPPORT), "op zondag", act=uuid7())
    tick()
    assert kept((Suits,)) == [1]


def test_of_another_child_nothing_goes(family: Family) -> None:
    Dossier.objects.filter(pk=family.sem.dossier).update(closed_on=clock.today())
    tick()
    assert kept(GOES) == [1, 1]
    assert family.log(Event.CONTACT_ERASED) == 0
