""" "Ik ben nu niet veilig" is offered to nobody who would not read it, and one cry ends no other (R14)."""

from datetime import timedelta
from uuid import UUID

import pytest

from kring.access.models import Item
from kring.endings.acts import leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.endings import Leaves
from kring.law.ways import WayKind
from kring.people.models import User, Way
from kring.rights.acts.telling import Told
from tests.family import Family
from tests.own_word import is_so
from tests.rooms.letting_wilma import it_stays
from tests.rooms.test_cries_are_read import is_in_the_circle, offered
from tests.rooms.test_not_safe import LOST, NOBODY, an_takes_over, cry, heard, lotte_goes, read_it, today
from tests.rooms.test_told_first import herself, wilma  # noqa: F401  # a fixture


@pytest.mark.parametrize("picks_up", ["yes", "no"])
def test_who_stops_is_offered_while_it_picks_up(family: Family, wilma: UUID, picks_up: str) -> None:  # noqa: F811
    assert offered(family, "wilma")
    assert herself(family, picks_up=picks_up).status_code == 302
    assert offered(family, "wilma") is (picks_up == "yes")
    assert cry(family, "wilma") == (302 if picks_up == "yes" else 200)
    assert it_stays(family) == 302
    assert offered(family, "wilma")


def test_who_was_written_down_as_gone_is_not_offered(family: Family) -> None:
    is_in_the_circle(family, "rita", "rita")
    assert offered(family, "rita")
    door = family.door("lotte", Section.RIGHTS)
    heard = leaving.Heard(why=Leaves.LOST, teller="Lotte", how="", tells_on=clock.today())
    leaving.hear(door, family.member("rita"), heard, act=uuid7())
    assert not offered(family, "rita")
    (row,) = family.door("lotte", Section.RIGHTS).within(leaving.Leaving.objects.all())
    leaving.tell(family.door("lotte", Section.RIGHTS), row, Told(on=clock.today(), by="Lotte"), act=uuid7())
    assert not offered(family, "rita")


def test_who_never_opened_its_link_is_not_offered(family: Family) -> None:
    assert offered(family, "rita")
    now = clock.now()
    made = {"kind": WayKind.LINK.value, "made_at": now, "until_at": now + timedelta(days=30)}
    way = Way.objects.create(person_id=family.person("rita"), **made)
    User.objects.filter(person=family.person("rita")).update(last_login=None)
    assert not offered(family, "rita")
    Way.objects.filter(pk=way.pk).update(opened_at=now)
    assert offered(family, "rita")


def test_a_cry_to_another_does_not_silence_the_one_that_nobody_reads(family: Family) -> None:
    cry(family)
    an_takes_over(family)
    lotte_goes(family)
    first = Item.objects.get(section=Section.SAID.value, look_on__isnull=False).pk
    for to in ("wilma", "an"):
        assert cry(family, to) == 302
        assert LOST in today(family, "an")
        assert "dringends" in today(family, "hilde")
        assert "Niet iedereen die jij dat zei, kan het nu lezen." in family.page("portals:child", seen_by="noor")
    assert Item.objects.get(pk=first).look_on is not None


def is_written_as_gone(family: Family, who: str, why: Leaves = Leaves.LOST) -> None:
    heard = leaving.Heard(why=why, teller="Lotte", how="", tells_on=clock.today())
    leaving.hear(family.door("lotte", Section.RIGHTS), family.member(who), heard, act=uuid7())


def is_told(family: Family) -> None:
    (row,) = family.door("lotte", Section.RIGHTS).within(leaving.Leaving.objects.all())
    is_so(family)
    leaving.tell(family.door("lotte", Section.RIGHTS), row, Told(on=clock.today(), by="Lotte"), act=uuid7())


def everybody_hears(family: Family, *, hears: bool) -> None:
    first = family.page("portals:child", seen_by="noor")
    assert ("Nog niemand las het." in first) is hears
    assert NOBODY not in first, "why, a person tells her (R15)"
    for who in ("lotte", "hilde"):
        assert ("dringends" in today(family, who)) is hears


def test_a_cry_to_who_is_written_down_as_gone_after_it_is_heard_of(family: Family) -> None:
    is_in_the_circle(family, "rita", "rita")
    assert cry(family, "rita") == 302
    is_written_as_gone(family, "wilma")
    everybody_hears(family, hears=False)
    is_written_as_gone(family, "rita")
    everybody_hears(family, hears=True)
    assert "Zoek Noor nu op, of bel." in heard(family, "rita")  # it takes nothing from her
    read_it(family, "rita")
    everybody_hears(family, hears=False)


@pytest.mark.parametrize("picks_up", ["yes", "no"])
def test_a_cry_to_who_stops_after_it_and_does_not_pick_up_is_heard_of(family: Family, picks_up: str) -> None:
    assert cry(family, "wilma") == 302
    assert herself(family, picks_up=picks_up).status_code == 302
    everybody_hears(family, hears=picks_up == "no")
    assert it_stays(family) == 302
    everybody_hears(family, hears=False)


def test_who_noor_was_told_of_that_she_stops_is_not_offered_any_more(family: Family) -> None:
    is_in_the_circle(family, "rita", "rita")
    is_written_as_gone(family, "rita", Leaves.STOPS)
    assert offered(family, "rita")  # Noor does not know it yet, and Rita picks up
    is_told(family)
    assert not offered(family, "rita")
    assert cry(family, "rita") == 200
