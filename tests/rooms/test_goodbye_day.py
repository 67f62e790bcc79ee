"""Wilma stops, and Noor and she say goodbye on a day: that day stands on the page of Wilma until it has been (A140)."""

from datetime import date, timedelta
from html import unescape
from uuid import UUID

import pytest
from django.utils.formats import date_format

from kring.access.acts import protecting
from kring.dossier.models import Involvement
from kring.endings import jobs
from kring.endings.models import AfterLook, GoodbyeDay, Leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.endings import Look
from kring.rights.models import Taken
from tests.family import Family
from tests.rooms.test_told_first import herself, wilma  # noqa: F401  # a fixture

SAYS = "Jullie nemen afscheid op"
AHEAD = "Wie stopt, leest deze dag op de eigen pagina tot ze geweest is."


@pytest.fixture
def stops(family: Family, wilma: UUID) -> UUID:  # noqa: F811
    """Wilma said that she stops, and nobody told Noor yet; what was heard."""
    assert herself(family).status_code == 302
    return waiting(family)


def waiting(family: Family) -> UUID:
    row: Leaving = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    return row.pk


def tells(family: Family, leaving: UUID, on: date | None) -> int:
    facts = {"on": clock.today().isoformat(), "by": "Lotte", "goodbye": "Samen eten.", "once": family.once()}
    facts["goodbye_on"] = on.isoformat() if on else ""
    return int(family.browser("lotte").post(family.url("endings:tell", leaving=leaving), facts).status_code)


def home(family: Family, who: str = "wilma") -> str:
    return unescape(family.browser(who).get("/today/", follow=True).content.decode())


def test_the_worker_reads_before_it_that_wilma_reads_the_day(family: Family, stops: UUID) -> None:
    assert AHEAD in family.page("endings:tell", seen_by="lotte", leaving=stops)


def test_the_day_stands_on_her_page_until_it_has_been_and_nothing_else_of_the_farewell(
    family: Family, stops: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = clock.today() + timedelta(days=4)
    assert SAYS not in home(family)
    assert tells(family, stops, day) == 302
    page = home(family)
    assert f"{SAYS} {date_format(day, 'l j F')}" in page
    assert "Samen eten." not in page
    now = clock.now()
    for later, there in ((4, True), (5, False)):
        monkeypatch.setattr(clock, "now", lambda days=later: now + timedelta(days=days))
        assert (SAYS in home(family)) is there
        assert "Je stond naast Noor" in home(family)


def test_without_a_day_nothing_is_there_and_of_who_is_lost_no_row_is_made(family: Family, stops: UUID) -> None:
    assert tells(family, stops, None) == 302
    assert SAYS not in home(family)
    lost = {"member": str(family.member("karim")), "why": "lost", "teller": "", "how": "", "tells_on": ""}
    family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **lost})
    assert AHEAD not in family.page("endings:tell", seen_by="lotte", leaving=waiting(family))
    assert tells(family, waiting(family), clock.today() + timedelta(days=4)) == 302
    door = family.door("lotte", Section.SUPPORT)
    assert not door.within(GoodbyeDay.objects.all()).exists()
    looks = family.door("lotte", Section.RIGHTS).within(AfterLook.objects.filter(kind=Look.GOODBYE.value))
    assert looks.count() == 1, "a goodbye to who is gone is the child's and the worker's"


@pytest.mark.parametrize("who", ["karim", "rita", "ann", "tarik", "bram", "hilde", "mo", "an"])
def test_nobody_else_reads_that_day(family: Family, stops: UUID, who: str) -> None:
    assert tells(family, stops, clock.today() + timedelta(days=4)) == 302
    assert SAYS not in home(family, who)
    assert SAYS in home(family)


def test_what_was_marked_as_told_by_a_slip_takes_the_day_along(family: Family, stops: UUID) -> None:
    assert tells(family, stops, clock.today() + timedelta(days=4)) == 302
    where = family.url("endings:tell", leaving=stops)
    sent = {"once": family.once(), "not_told": "yes"}
    assert family.browser("lotte").post(where, sent).status_code == 302
    assert SAYS not in home(family)
    assert not family.door("lotte", Section.SUPPORT).within(GoodbyeDay.objects.all()).exists()


def test_while_contact_is_restricted_no_day_is_there(family: Family, stops: UUID) -> None:
    assert tells(family, stops, clock.today() + timedelta(days=4)) == 302
    whom = [protecting.Toward(member=family.member("wilma"))]
    door = family.door("lotte", Section.SAFETY)
    protecting.restrict(door, whom, from_on=clock.today(), until_on=None, once=uuid7())
    assert SAYS not in home(family)


def test_three_months_after_it_the_day_goes_and_that_she_stopped_stays(
    family: Family, stops: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tells(family, stops, clock.today() + timedelta(days=4)) == 302
    Involvement.objects.filter(person=family.person("wilma")).update(until_on=clock.today())
    now = clock.now()
    for days, left in ((90, 1), (91, 0)):
        monkeypatch.setattr(clock, "now", lambda days=days: now + timedelta(days=days))
        jobs.tidy()
        assert family.door("lotte", Section.SUPPORT).within(GoodbyeDay.objects.all()).count() == left
    assert family.door("lotte", Section.RIGHTS).within(Taken.objects.all()).exists()
