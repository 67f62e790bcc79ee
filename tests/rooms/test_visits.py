"""A visit through a door is noted once in an hour, and the rows come through that door (R24, house.md 4)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.access.desk import desk_of, note_the_list
from kring.access.models import Visit
from kring.access.visits import _VISIT
from kring.audit.events import Event
from kring.circle.models import Member
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.law.access import Relation, Section
from tests.family import Family

HOUR = timedelta(hours=1)


def test_a_visit_is_noted_once_in_an_hour_that_begins_on_the_hour(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    door = family.door("lotte")
    for moment, lines in ((hour, 1), (hour + HOUR - HOUR / 3600, 1), (hour + HOUR, 2)):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        here = door.notes_the_visit(Section.CIRCLE)
        assert (here.section, here.hour) == ("circle", hour if moment < hour + HOUR else hour + HOUR)
        assert family.log(Event.DOOR_VISITED) == lines
    with CaptureQueriesContext(connection) as asked:
        assert door.notes_the_visit(Section.CIRCLE) == here
    assert len(asked) == 1, "nothing is written in the same hour, and nobody waits for it"


def test_of_two_devices_at_the_same_moment_one_writes_it_down(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    door = family.door("lotte")
    door.notes_the_visit(Section.CIRCLE)
    assert family.log(Event.DOOR_VISITED) == 1
    monkeypatch.setattr(_VISIT, "ask", lambda **_: [])
    door.notes_the_visit(Section.CIRCLE)
    assert family.log(Event.DOOR_VISITED) == 1


def test_what_comes_through_a_door_says_who_asks(family: Family) -> None:
    door = family.door("noor")
    rows = door.within(Member.objects.all())
    assert {row.item.dossier_id for row in rows} == {family.noor.dossier}
    (asker,) = rows.query.askers
    assert asker.sieve is door.sieve(Section.CIRCLE)


# -- a list -----------------------------------------------------------------------------------------------------------


def test_a_list_is_noted_once_in_an_hour_that_begins_on_the_hour(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = (family.noor.dossier, family.sem.dossier)
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    for moment, lines in ((hour, 1), (hour + HOUR - HOUR / 3600, 1), (hour + HOUR, 2)):
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        desk_of(family.actor("lotte"))
        assert family.log(Event.DESK_VISITED) == lines
    visits = Visit.objects.filter(person=family.person("lotte"), section="desk")
    assert set(visits.values_list("dossier", "hour")) == {(key, at) for key in both for at in (hour, hour + HOUR)}
    Involvement.objects.create(
        dossier_id=family.noor.dossier,
        person_id=family.person("an"),
        relation=Relation.FALLBACK_WORKER.value,
        from_on=clock.today(),
    )
    desk_of(family.actor("an"))
    assert Visit.objects.filter(person=family.person("an")).count() == 1


def test_a_list_of_nobody_is_no_visit_and_two_at_the_same_moment_are_one(family: Family) -> None:
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    note_the_list(family.actor("lotte"), [], hour)
    assert family.log(Event.DESK_VISITED) == 0
    for _ in range(2):
        note_the_list(family.actor("lotte"), [family.noor.dossier], hour)
    assert Visit.objects.filter(person=family.person("lotte"), section="desk").count() == 1
