"""Noor reads who looked at her circle and at whom she chose, and when: of who needs her yes, and once an hour (R7)."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from bench.measured.statements import noted
from kring.access.models import Visit
from kring.circle import reading
from kring.circle.domains import Layer
from kring.circle.models import Placement
from kring.kit import clock
from kring.law.access import Section, Topic
from kring.rights.models import Wish
from tests.family import Family
from tests.rooms.test_circle_pages import name_her_jim
from tests.rooms.test_statements import AT_MOST
from tests.rooms.test_who_may_know import ask, last

CIRCLE = ("page", "list", "layers", "print", "svg", "png", "pdf")


def told(family: Family, who: str) -> str:
    """What Noor reads of what somebody saw."""
    page = family.page("portals:about", seen_by="noor", member=family.member(who))
    return page.split(" al?</h2>")[1].split("</section>")[0]


def looks(family: Family, who: str) -> set[str]:
    seen = Visit.objects.filter(person=family.person(who)).exclude(looked_at=None)
    return set(seen.values_list("section", flat=True))


@pytest.fixture
def chosen(family: Family) -> Family:
    """Karim may know her circle."""
    ask(family, "karim", "yes")
    return family


@pytest.fixture
def at_two(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The clock stands still at two in the afternoon."""
    now = timezone.localtime(clock.now()).replace(hour=14, minute=0, second=0, microsecond=0)
    monkeypatch.setattr(clock, "now", lambda: now)
    return now


@pytest.mark.parametrize("where", CIRCLE)
def test_whoever_looks_at_her_circle_by_her_yes_is_told_to_her(chosen: Family, where: str) -> None:
    assert "Nog niets" in told(chosen, "karim")
    wanted = {"who": "me", "names": "full", "shown": "near"}
    assert chosen.browser("karim").get(chosen.url(f"circle:{where}"), wanted).status_code == 200
    assert looks(chosen, "karim") >= {"circle"}
    assert "mijn kring" in told(chosen, "karim")


def test_the_day_and_the_hour_are_told_and_of_an_hour_one_row_is_kept(chosen: Family, at_two: datetime) -> None:
    for page in ("page", "list", "page"):
        chosen.browser("karim").get(chosen.url(f"circle:{page}"))
    assert Visit.objects.filter(person=chosen.person("karim"), section="circle").count() == 1
    assert "om 1" in told(chosen, "karim")


def test_who_works_with_her_and_she_herself_leave_no_look(chosen: Family) -> None:
    for who in ("noor", "lotte", "bram"):
        assert chosen.browser(who).get(chosen.url("circle:page")).status_code == 200
        assert not looks(chosen, who)


def test_where_nothing_may_be_seen_nothing_was_seen(chosen: Family) -> None:
    assert chosen.browser("wilma").get(chosen.url("circle:page")).status_code == 404
    assert chosen.browser("karim").get(chosen.url("portals:home")).status_code == 200
    assert not looks(chosen, "wilma") | looks(chosen, "karim")


def test_looking_along_in_his_place_is_no_look_of_his(chosen: Family) -> None:
    assert chosen.browser("noor").get(chosen.url("portals:along", other=chosen.person("karim"))).status_code == 200
    assert not looks(chosen, "karim")


def test_a_poll_that_brings_something_new_is_a_look_and_one_that_does_not_is_none(chosen: Family) -> None:
    door = chosen.door("karim", Section.CIRCLE)
    since = reading.pulse(door, Layer.CHILD)
    assert chosen.browser("karim").get(chosen.url("circle:changes"), {"since": since}).status_code == 204
    assert not looks(chosen, "karim")
    assert chosen.browser("karim").get(chosen.url("circle:changes"), {"since": "other"}).status_code == 200
    assert looks(chosen, "karim") == {"circle"}


def test_whom_she_chose_is_told_apart_from_her_circle(family: Family) -> None:
    name_her_jim(family)
    ask(family, "karim", "yes", about=Topic.BESIDE_ME.value)
    assert family.door("karim", Section.RIGHTS).within(Wish.objects.all()).exists()
    assert family.browser("karim").get(family.url("rights:beside")).status_code == 200
    assert looks(family, "karim") == {"rights"}
    assert "wie naast mij staat" in told(family, "karim")
    assert "mijn kring" not in told(family, "karim")


def test_the_picture_shows_whom_she_chose_only_by_a_yes_to_that_and_then_that_is_told_too(chosen: Family) -> None:
    name_her_jim(chosen)
    chosen.browser("karim").get(chosen.url("circle:page"))
    assert looks(chosen, "karim") == {"circle"}
    ask(chosen, "karim", "yes", about=Topic.BESIDE_ME.value)
    chosen.browser("karim").get(chosen.url("circle:page"))
    assert looks(chosen, "karim") == {"circle", "rights"}


def test_before_she_stops_a_yes_she_reads_what_was_seen_by_it_and_of_nothing_else(chosen: Family) -> None:
    ask(chosen, "karim", "yes", about=Topic.SCHOOL.value)
    school = chosen.url("portals:stop_answer", say=last(chosen, "karim").pk)
    chosen.browser("karim").get(chosen.url("circle:page"))
    assert "Nog niets." in chosen.browser("noor").get(school).content.decode()
    ask(chosen, "karim", "yes")
    circle = chosen.url("portals:stop_answer", say=last(chosen, "karim").pk)
    page = chosen.browser("noor").get(circle).content.decode()
    assert "hiervan al?" in page
    assert "Nog niets." not in page
    assert "Wat zag" not in chosen.browser("lotte").get(circle).content.decode()


def test_reading_one_thing_where_it_is_told_why_is_reading_it(chosen: Family) -> None:
    row = chosen.door("karim").within(Placement.objects.filter(until_at=None)).first()
    assert chosen.browser("karim").get(chosen.url("portals:why", item=row.pk)).status_code == 200
    assert looks(chosen, "karim") == {"circle"}


def test_an_hour_later_it_is_told_anew(chosen: Family, at_two: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen.browser("karim").get(chosen.url("circle:page"))
    monkeypatch.setattr(clock, "now", lambda: at_two + timedelta(hours=1))
    chosen.browser("karim").get(chosen.url("circle:page"))
    times = Visit.objects.filter(person=chosen.person("karim"), section="circle").values_list("looked_at", flat=True)
    assert sorted(times) == [at_two, at_two + timedelta(hours=1)]


def test_who_looked_costs_her_pages_no_statement_more(chosen: Family) -> None:
    chosen.browser("karim").get(chosen.url("circle:page"))
    noor = chosen.browser("noor")
    stop = chosen.url("portals:stop_answer", say=last(chosen, "karim").pk)
    for where in (chosen.url("portals:about", member=chosen.member("karim")), stop):
        noor.get(where)
        with noted() as sent:
            noor.get(where)
        assert len([one for one in sent if one.counts]) <= AT_MOST, where
