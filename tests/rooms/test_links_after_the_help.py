"""After the help nobody new comes in, and what nobody opened yet opens nothing any more (R7)."""

from html import unescape
from uuid import UUID

import pytest

from kring.access.acts import HelpEndedError, LetIn, let_in
from kring.access.models import Given
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.ways import WayKind
from kring.people.models import Way
from tests.family import Family
from tests.rooms.test_going import close

OVER = "De hulp hier is gestopt. Er komt niemand nieuw meer binnen."


def link_for(family: Family, member: str) -> UUID:
    new = LetIn(
        name=member, relation=Relation.SUPPORTER, kind=WayKind.LINK, member=family.member(member), expressed="itself"
    )
    handed = let_in(family.door("noor", Section.RIGHTS), new, once=uuid7())
    way: UUID = Given.objects.get(pk=handed.given).way_id
    return way


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_after_the_help_nobody_gets_a_link_and_reads_why(family: Family, who: str) -> None:
    where, sent = family.url("rights:let_in"), {"person": str(family.member("yara")), "said": "said"}
    assert "Maak de link" in family.page("rights:let_in", seen_by=who)
    close(family)
    before = Given.objects.count()
    for answer in (family.browser(who).get(where), family.browser(who).post(where, sent | {"once": family.once()})):
        assert OVER in unescape(answer.content.decode())
        assert "Maak de link" not in answer.content.decode()
    page = unescape(family.page("rights:ways", seen_by=who))
    assert OVER in page
    assert where not in page
    assert Given.objects.count() == before


def test_the_act_itself_lets_nobody_in(family: Family) -> None:
    close(family)
    with pytest.raises(HelpEndedError):
        link_for(family, "yara")


def test_a_link_that_nobody_opened_ends_with_the_help(family: Family) -> None:
    unopened, opened = link_for(family, "yara"), link_for(family, "rita")
    Way.objects.filter(pk=opened).update(opened_at=clock.now())
    close(family)
    assert not Way.objects.get(pk=unopened).is_open(clock.now())
    assert Way.objects.get(pk=opened).is_open(clock.now())  # one page: thanks, and whom she calls (R15)
    (given,) = Given.objects.filter(way=opened)
    again = family.browser("noor").post(
        family.url("rights:way_again", way=given.pk), {"once": family.once()}, follow=True
    )
    assert OVER in unescape(again.content.decode())
