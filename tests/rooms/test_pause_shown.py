"""A pause stands where the person stands: with Noor, and with who works with her.  It ends and closes nothing."""

from uuid import UUID

import pytest

from kring.endings.models import Leaving
from kring.kit import clock
from kring.law.access import Section
from kring.law.meaning import Meaning
from kring.rights.models import Taken, Wish
from tests import answered
from tests.family import Family
from tests.own_word import is_so
from tests.rooms.test_chose_otherwise import relation
from tests.rooms.test_steps import send, wilma  # noqa: F401  # a fixture

PAGES = ("portals:child", "portals:ahead", "rights:beside", "portals:known", "circle:person")
OF_LOTTE = tuple(one for one in PAGES if one != "portals:ahead")


def where(family: Family, pages: tuple[str, ...] = PAGES, who: str = "noor") -> set[str]:
    """On which of these pages it stands that somebody pauses."""
    key = {"member": family.member("wilma")}
    told = {one: family.page(one, seen_by=who, **(key if one == "circle:person" else {})) for one in pages}
    return {one for one, seen in told.items() if "pauze" in seen.lower()}


@pytest.fixture
def begun(family: Family, wilma: UUID) -> UUID:  # noqa: F811
    answered.said(family, "wilma", Meaning.JIM)
    assert send(family, "began", wilma, by="noor").status_code == 302
    return wilma


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_a_pause_stands_wherever_she_stands_and_ends_nothing(family: Family, begun: UUID, by: str) -> None:
    before = relation(family)
    assert (where(family), where(family, OF_LOTTE, "lotte")) == (set(), set())
    assert send(family, "paused", begun, by=by, voice="child", expressed="said").status_code == 302
    assert (where(family), where(family, OF_LOTTE, "lotte")) == (set(PAGES), set(OF_LOTTE))
    assert relation(family) is before
    assert send(family, "resumed", begun, by=by, expressed="said").status_code == 302
    assert (where(family), where(family, OF_LOTTE, "lotte")) == (set(), set())


def test_of_a_pause_noor_was_not_told_she_reads_nowhere_until_she_is(family: Family, begun: UUID) -> None:
    assert send(family, "paused", begun, by="lotte", voice="person", told="no").status_code == 302
    assert where(family) == set()
    tell(family)
    assert where(family) == set(PAGES)


def agree(family: Family) -> None:
    """Who tells her is agreed on."""
    facts = {"member": str(family.member("wilma")), "why": "away", "teller": "Lotte", "how": "", "tells_on": ""}
    family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})


def tell(family: Family) -> None:
    agree(family)
    (row,) = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None))
    told = {"on": clock.today().isoformat(), "by": "Lotte", "reaction": "", "goodbye": "", "steps_in": ""}
    is_so(family)
    answer = family.browser("lotte").post(family.url("endings:tell", leaving=row.pk), {"once": family.once(), **told})
    assert answer.status_code == 302


def test_it_goes_on_before_she_knew_and_nothing_is_left_to_tell(family: Family, begun: UUID) -> None:
    """The agreement on who tells her goes with it: from the page of the steps one comes to where it was agreed."""
    assert send(family, "paused", begun, by="lotte", voice="person", told="no").status_code == 302
    agree(family)
    answer = send(family, "resumed", begun, by="lotte")
    assert answer.headers["Location"] == family.url("endings:endings")
    assert "Wie vertelt het?" in family.page("endings:endings", seen_by="lotte")
    goes_on = family.url("endings:goes_on", member=family.member("wilma"))
    assert family.browser("lotte").post(goes_on, {"once": family.once()}).status_code == 302
    door = family.door("lotte", Section.RIGHTS)
    assert not list(door.within(Leaving.objects.all()))
    assert not [row for row in door.within(Taken.objects.all()) if row.is_held]
    assert "Wie vertelt het?" not in family.page("endings:endings", seen_by="lotte")
    assert where(family) == set()


@pytest.mark.parametrize("who", ["karim", "ann", "bram", "hilde", "mo"])
def test_nobody_else_pauses_her(family: Family, begun: UUID, who: str) -> None:
    said = {"once": family.once(), "on": clock.today().isoformat(), "voice": "child", "expressed": "said"}
    assert family.browser(who).post(family.url("rights:paused", wish=begun), said).status_code == 404
    assert where(family) == set()
    assert list(family.door("noor", Section.RIGHTS).within(Wish.objects.in_force().filter(pk=begun)))
