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
from tests.rooms.test_cries_are_read import is_in_the_circle, offered
from tests.rooms.test_not_safe import LOST, NOBODY, an_takes_over, cry, lotte_goes, today
from tests.rooms.test_told_first import herself, wilma  # noqa: F401  # a fixture


@pytest.mark.parametrize("picks_up", ["yes", "no"])
def test_who_stops_is_offered_while_it_picks_up(family: Family, wilma: UUID, picks_up: str) -> None:  # noqa: F811
    assert offered(family, "wilma")
    assert herself(family, picks_up=picks_up).status_code == 302
    assert offered(family, "wilma") is (picks_up == "yes")
    assert cry(family, "wilma") == (302 if picks_up == "yes" else 200)
    door = family.door("lotte", Section.RIGHTS)
    leaving.goes_on(door, family.member("wilma"), act=uuid7())
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
        assert NOBODY in family.page("portals:child", seen_by="noor")
    assert Item.objects.get(pk=first).look_on is not None
