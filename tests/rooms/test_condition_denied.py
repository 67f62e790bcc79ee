"""Lotte taps that Karim works in the help: Noor and Karim read who wrote it, and one tap asks it again (R2)."""

from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.trust_person import INDEPENDENT
from kring.rights import facts
from kring.rights.acts import conditions
from kring.rights.models import Condition
from tests import answered
from tests.family import Family
from tests.rooms.test_conditions_page import look
from tests.rooms.test_not_safe import an_takes_over
from tests.rooms.test_wish_page import name

BLOCKED = "Daarom kan trainer Karim deze rol nu niet opnemen"
NOT_SO, AGAIN = "Dat klopt niet, of dat weet ik niet", "Er is gezegd dat dit niet klopt."


@pytest.fixture
def written(family: Family) -> UUID:
    """Noor chose Karim, who said yes, and Lotte tapped: yes, he works in the help; the look."""
    name(family, "karim", by="noor")
    answered.said(family, "karim")
    assert look(family, INDEPENDENT, "involved", by="lotte", person="karim").status_code == 302
    row = family.door("lotte", Section.CONDITIONS).within(Condition.objects.filter(code=INDEPENDENT)).get()
    return UUID(str(row.pk))


def person(family: Family, who: str = "noor") -> str:
    return unescape(family.page("rights:person", seen_by=who, member=family.member("karim")))


def home(family: Family) -> str:
    return unescape(family.page("portals:home", seen_by="karim"))


def denies(family: Family, row: UUID, by: str) -> HttpResponse:
    once = {"once": family.once()}
    if by == "karim":
        return family.browser(by).post(family.url("endings:itself"), once | {"not_so": str(row)})
    return family.browser(by).post(family.url("rights:unsaid", said=row), once)


def involved(family: Family) -> bool:
    """Whether it stands there that he works in the help."""
    seen = facts.looked_at(family.door("lotte", Section.CONDITIONS), family.member("karim"))
    return INDEPENDENT in seen and seen[INDEPENDENT].holds is False


@pytest.mark.parametrize("by", ["noor", "karim"])
def test_each_reads_who_wrote_it_and_one_tap_asks_it_again(family: Family, written: UUID, by: str) -> None:
    assert BLOCKED in person(family)
    assert NOT_SO in person(family)
    assert NOT_SO not in person(family, "lotte")
    assert "Lotte schreef op" in home(family)
    assert "dat jij meewerkt aan de hulp voor Noor" in home(family)
    assert denies(family, written, by).status_code == 302
    assert not involved(family)
    assert BLOCKED not in person(family)
    assert "dat jij meewerkt" not in home(family)
    assert family.log(Event.CONDITION_DENIED) == 1
    assert "Dat klopt niet: dat iemand meewerkt aan de hulp." in unescape(family.page("rights:heard", seen_by="lotte"))


@pytest.mark.parametrize("by", ["lotte", "wilma", "ann", "bram", "an", "mo"])
def test_nobody_denies_it_for_them(family: Family, written: UUID, by: str) -> None:
    assert denies(family, written, by).status_code == 404
    with pytest.raises(NotAllowedError):
        conditions.deny(family.door("lotte", Section.RIGHTS), written, act=uuid7())
    assert involved(family)


@pytest.mark.parametrize("by", ["noor", "karim"])
def test_the_same_hand_does_not_write_it_again_and_a_colleague_may(family: Family, written: UUID, by: str) -> None:
    denies(family, written, by)
    again = look(family, INDEPENDENT, "involved", by="lotte", person="karim")
    assert AGAIN in unescape(again.content.decode())
    assert not involved(family)
    found, door = [conditions.Finding(code=INDEPENDENT, holds=False)], family.door("lotte", Section.CONDITIONS)
    with pytest.raises(NotAllowedError):
        conditions.look(door, family.member("karim"), found, act=uuid7(), on=clock.today())
    assert look(family, INDEPENDENT, "apart", by="lotte", person="karim").status_code == 302
    an_takes_over(family)
    assert look(family, INDEPENDENT, "involved", by="an", person="karim").status_code == 302
    assert involved(family)


def test_what_holds_is_not_denied(family: Family) -> None:
    name(family, "karim", by="noor")
    answered.said(family, "karim")
    assert look(family, INDEPENDENT, "apart", by="lotte", person="karim").status_code == 302
    row = family.door("lotte", Section.CONDITIONS).within(Condition.objects.filter(code=INDEPENDENT)).get()
    assert NOT_SO not in person(family)
    for by in ("noor", "karim"):
        assert denies(family, row.pk, by).status_code == 404
