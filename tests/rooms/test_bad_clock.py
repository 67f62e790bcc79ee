"""The clock of the server jumps over a last day, on and back, and over a page that stands open (R8, R13, R26, R28).

What has days is open on those days and on no other, whatever the clock did before; what asks a human being stays shut.
Each refusal stands in the log, and a form that comes too late changes nothing.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from kring.access.acts import answering, protecting
from kring.access.models import Restriction, Say
from kring.audit.events import Event
from kring.circle.models import Member
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.people import once_more
from kring.people.acts import stays
from kring.people.models import LONGEST_TALK, Stay, Way
from tests.family import Family
from tests.links import actor, give, opens
from tests.rooms.test_stand_in import ask as ask_to_stand_in
from tests.rooms.test_stand_in import opened
from tests.rooms.test_telling import something, tell
from tests.rooms.test_who_may_know import ask, sees_the_circle

Turn = Callable[[timedelta], None]
Open = Callable[[], bool]
DAY = timedelta(days=1)


@pytest.fixture
def turn(monkeypatch: pytest.MonkeyPatch) -> Turn:
    """Set the clock of the server on or back, from what it is in truth."""
    real = clock.now()

    def set_it(by: timedelta) -> None:
        monkeypatch.setattr(clock, "now", lambda: real + by)

    set_it(timedelta())
    return set_it


def a_yes(family: Family) -> tuple[timedelta, Open]:
    ask(family, "karim", "yes", until="week")
    return 7 * DAY, lambda: sees_the_circle(family, "karim")


def an_emergency(family: Family) -> tuple[timedelta, Open]:
    row = something(family)
    tell(family, row, to="karim")
    why = family.url("portals:why", item=row.pk)
    return 7 * DAY, lambda: family.browser("karim").get(why).status_code == 200


def a_stand_in(family: Family) -> tuple[timedelta, Open]:
    ask_to_stand_in(family, last=3)
    return 3 * DAY, lambda: opened(family, "an") == {Section.SAFETY, Section.SAID}


def a_link(family: Family) -> tuple[timedelta, Open]:
    handed = give(family)
    Way.objects.filter(given=handed.given).update(until_at=clock.now() + 3 * DAY + timedelta(minutes=1))
    return 3 * DAY, lambda: opens(actor(handed), family.noor.dossier) == {"jim"}


def an_involvement(family: Family) -> tuple[timedelta, Open]:
    mine = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("lotte"))
    mine.update(until_on=clock.today() + 3 * DAY)
    return 3 * DAY, lambda: family.browser("lotte").get(family.url("circle:page")).status_code == 200


WITH_DAYS = [a_yes, an_emergency, a_stand_in, a_link, an_involvement]


@pytest.mark.parametrize("kind", WITH_DAYS)
def test_what_has_a_last_day_is_open_until_then_and_by_no_jump_longer(
    family: Family, turn: Turn, kind: Callable[[Family], tuple[timedelta, Open]]
) -> None:
    last_day, is_open = kind(family)
    assert is_open()
    for on, so in ((last_day, True), (last_day + DAY, False), (400 * DAY, False), (last_day + DAY, False)):
        turn(on)
        assert is_open() is so, on
    turn(timedelta())
    assert is_open(), "that clock was wrong: it is its day still"


@pytest.mark.parametrize("kind", [a_yes, a_stand_in, an_involvement])
def test_before_its_first_day_it_is_not_there(
    family: Family, turn: Turn, kind: Callable[[Family], tuple[timedelta, Open]]
) -> None:
    _, is_open = kind(family)
    Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("lotte")).update(from_on=clock.today())
    turn(-2 * DAY)
    assert not is_open()


@pytest.mark.parametrize("days", [-40, -1, 1, 3, 400])
def test_a_restriction_holds_whatever_the_clock_does_until_somebody_says_that_it_is_over(
    family: Family, turn: Turn, days: int
) -> None:
    """Protection never opens again by itself (R28)."""
    ask(family, "karim", "yes")
    assert sees_the_circle(family, "karim")
    toward = [protecting.Toward(member=family.member("karim"))]
    door = family.door("lotte", Section.RIGHTS)
    protecting.restrict(door, toward, from_on=clock.today(), until_on=clock.today() + DAY, once=None)
    turn(days * DAY)
    assert Restriction.objects.in_force().count() == 1
    assert protecting.is_restricted(family.noor.dossier, member=family.member("karim"))
    assert not sees_the_circle(family, "karim")


# -- somebody is here -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("who", "idle"), [("noor", 5), ("karim", 5), ("lotte", 15)])
@pytest.mark.parametrize("way", [-1, 1])
def test_nobody_stays_longer_because_the_clock_was_set(
    family: Family, turn: Turn, who: str, idle: int, way: int
) -> None:
    """She was here for an hour; then the clock goes on or back by as long as nobody may touch it."""
    browser = family.browser(who)
    for minutes in range(0, 61, 4):
        turn(timedelta(minutes=minutes))
        assert browser.get(reverse("ways:stays")).status_code == 200
    near = timedelta(minutes=60 + way * (idle - 1))
    turn(near)
    assert browser.get(reverse("ways:stays")).status_code == 200
    turn(near + way * timedelta(minutes=idle) if way > 0 else near - timedelta(minutes=idle + 1))
    asked = browser.get(reverse("ways:stays"))
    assert asked.status_code == 302
    assert asked["Location"].startswith((reverse("ways:ended"), reverse("ways:lock")))


def sits_with_noor(family: Family) -> Client:
    """Lotte, with a talk that holds her screen open."""
    browser = family.browser("lotte")
    begun = {"once": family.once(), "mode": "calm", "age": "12-15", "minutes": ""}
    assert browser.post(family.url("circle:session"), begun).status_code == 302
    assert held(family)
    return browser


def held(family: Family) -> bool:
    return Stay.objects.get(user__person=family.person("lotte"), ended_at=None).held_now


def is_open(browser: Client) -> bool:
    return browser.get(reverse("ways:stays")).status_code == 200


@pytest.mark.parametrize("back", [1, 4, 12])
def test_a_talk_holds_the_screen_no_longer_because_the_clock_was_set_back(
    family: Family, turn: Turn, back: int
) -> None:
    """She began in the morning; in the evening the clock turns out to be some hours on, and is set right."""
    browser, hour = family.browser("lotte"), timedelta(hours=1)
    for quarter in range(4 * back + 1):
        turn(quarter * hour / 4 - quarter * timedelta(seconds=30))
        assert is_open(browser)
    begun = {"once": family.once(), "mode": "calm", "age": "12-15", "minutes": ""}
    assert browser.post(family.url("circle:session"), begun).status_code == 302
    assert held(family)
    turn(timedelta())
    assert not held(family)
    assert not is_open(browser), "nobody touched it on this day"


@pytest.mark.parametrize("days", [-1, 3653])
def test_a_talk_holds_nothing_open_over_a_day_back_or_ten_years_on(family: Family, turn: Turn, days: int) -> None:
    browser = sits_with_noor(family)
    turn(days * DAY)
    assert not held(family)
    assert not is_open(browser)


def test_a_new_talk_holds_after_the_clock_was_set_right(family: Family, turn: Turn) -> None:
    """What was written down before lies further on: it is no reason to write nothing now."""
    turn(timedelta(minutes=55))
    browser = family.browser("lotte")
    assert is_open(browser)
    turn(timedelta(hours=4))
    stay = Stay.objects.get(user__person=family.person("lotte"), ended_at=None)
    stays.hold(stay, until=clock.now() + LONGEST_TALK)
    turn(timedelta(hours=1))
    assert not held(family)
    stays.hold(Stay.objects.get(pk=stay.pk), until=clock.now() + LONGEST_TALK)
    assert held(family)
    turn(timedelta(hours=3) - timedelta(seconds=1))
    assert held(family)
    turn(timedelta(hours=3))
    assert not held(family)


@pytest.mark.parametrize("minutes", [-11, 11])
def test_who_showed_who_it_is_did_so_lately_on_no_other_clock(family: Family, turn: Turn, minutes: int) -> None:
    """A clock that was set back by more than ten minutes does not make what was shown then lately (ASVS 7.5.3)."""
    stay = Stay(kind="work", began_at=clock.now(), seen_at=clock.now())
    request = RequestFactory().get("/")
    request.session = {once_more.UNTOLD: False}  # type: ignore[assignment]
    assert once_more._shown_lately(request, stay)
    turn(timedelta(minutes=minutes))
    assert not once_more._shown_lately(request, stay)
    request.session[once_more.SHOWN] = time.time()
    assert once_more._shown_lately(request, stay)
    request.session[once_more.SHOWN] = time.time() + 60 * minutes
    assert not once_more._shown_lately(request, stay)


# -- a page stands open, and its form comes too late ------------------------------------------------------------------


def sends(family: Family, who: str, page: str, sent: dict[str, Any], **parts: Any) -> HttpResponse:
    return family.browser(who).post(family.url(page, **parts), sent | {"once": family.once()})


def test_a_form_of_who_works_here_no_more_changes_nothing(family: Family, turn: Turn) -> None:
    an_involvement(family)
    before = set(family.door("noor").within(Member.objects.all()).values_list("pk", flat=True))
    assert family.browser("lotte").get(family.url("circle:page")).status_code == 200
    turn(4 * DAY)
    refused = family.log(Event.DOOR_REFUSED)
    assert sends(family, "lotte", "circle:add", {"names": "Tante Mia"}).status_code == 404
    assert family.log(Event.DOOR_REFUSED) == refused + 1
    assert set(family.door("noor").within(Member.objects.all()).values_list("pk", flat=True)) == before


def test_a_day_that_passed_while_she_chose_is_said_and_nothing_is_kept(family: Family, turn: Turn) -> None:
    tomorrow = (clock.today() + DAY).isoformat()
    page = family.url("portals:question", member=family.member("karim"), topic=7)
    assert family.browser("noor").get(page).status_code == 200
    turn(2 * DAY)
    told = ask(family, "karim", "yes", until="day", day=tomorrow)
    assert "Die dag is al voorbij. Kies een dag die nog komt." in told.content.decode()
    assert not Say.objects.exists()
    assert not sees_the_circle(family, "karim")


def test_a_yes_that_waited_past_its_last_day_opens_nothing_by_a_tap(family: Family, turn: Turn) -> None:
    ask(family, "karim", "no")
    ask(family, "karim", "yes", by="lotte", said="said", until="week")
    said = Say.objects.get(answer="yes")
    assert said.waits
    turn(9 * DAY)
    told = family.browser("noor").post(
        family.url("portals:confirm_answer", say=said.pk), {"once": family.once()}, follow=True
    )
    assert "Die dag is al voorbij." in told.content.decode()
    assert Say.objects.get(pk=said.pk).waits
    assert not sees_the_circle(family, "karim")
    with pytest.raises(answering.MayNotAnswer):
        answering.confirm(family.door("noor", Section.ANSWERS), said, once=uuid7())
    turn(timedelta())
    assert not sees_the_circle(family, "karim"), "nor once the clock is right"


def test_who_was_to_stand_in_from_a_day_that_passed_is_asked_anew(family: Family, turn: Turn) -> None:
    days = {"from_on": clock.today().isoformat(), "until_on": (clock.today() + 2 * DAY).isoformat()}
    turn(DAY)
    told = sends(family, "lotte", "rights:stand_in", {"who": str(family.person("an"))} | days)
    assert told.status_code == 200
    assert "error" in told.content.decode()
    assert family.log(Event.STAND_IN_ASKED) == 0
    assert opened(family, "an") == set()


def test_what_was_told_in_an_emergency_is_gone_from_a_page_that_stood_open(family: Family, turn: Turn) -> None:
    an_emergency(family)
    turn(8 * DAY)
    refused = family.log(Event.DOOR_REFUSED)
    row = something(family)
    assert family.browser("karim").get(family.url("portals:why", item=row.pk)).status_code == 404
    assert family.log(Event.DOOR_REFUSED) == refused + 1
