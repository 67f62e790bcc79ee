"""Noor asks a pause with Wilma: a person tells her, and only then her own pages say so (R15); nothing ends by it."""

from datetime import timedelta
from importlib import import_module
from uuid import UUID

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings
from django.utils.formats import date_format

from kring.access.asking import everything
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Section
from kring.rights.models import Taken
from kring.rights.resting import SAID_FOR
from tests.family import Family
from tests.rooms.agreeing import agreed
from tests.rooms.test_own_pause import ON, RESTS, on_again
from tests.rooms.test_steps import send
from tests.rooms.test_today import see
from tests.rooms.test_told_first import herself, wilma  # noqa: F401  # a fixture

HERS = ("portals:home", "endings:itself", "agreements:all")
TO_DO = "iets om opnieuw te bekijken rond wie naast Noor staat"
TO_TELL = "Noor wil even pauze met Wilma. Wie vertelt het Wilma?"
GOES_ON = "Noor wil na de pauze weer verder met Wilma. Wie vertelt het Wilma?"
AGAIN = "Jullie gaan weer verder, sinds"


@pytest.fixture
def paused(family: Family, wilma: UUID) -> UUID:  # noqa: F811
    """They agreed on something, and Noor asked a pause; nobody told Wilma yet.  The wish."""
    agreed(family)
    assert send(family, "paused", wilma, by="noor", voice="child", expressed="said").status_code == 302
    return wilma


def reads_it(family: Family) -> list[bool]:
    return [RESTS in family.page(one, seen_by="wilma") for one in HERS]


def tells(family: Family, who: str = "lotte", by: str = "Lotte") -> int:
    facts = {"once": family.once(), "on": clock.today().isoformat(), "by": by}
    where = family.url("endings:pass_on", member=family.member("wilma"))
    return int(family.browser(who).post(where, facts).status_code)


def to_tell(family: Family) -> tuple[bool, bool]:
    """On her day, and on the page to which that leads."""
    return TO_DO in see(family, "lotte"), TO_TELL in family.page("endings:due", seen_by="lotte")


def test_lotte_is_asked_who_tells_her_and_until_then_wilma_reads_nothing(family: Family, paused: UUID) -> None:
    assert to_tell(family) == (True, True)
    assert reads_it(family) == [False, False, False]
    form = family.page("endings:pass_on", seen_by="lotte", member=family.member("wilma"))
    assert "Noor wil even pauze: wie vertelt het Wilma?" in form
    assert "koos anders" not in form


def test_once_a_person_told_her_each_of_her_pages_says_since_when(family: Family, paused: UUID) -> None:
    assert tells(family) == 302
    assert to_tell(family) == (False, False)
    assert reads_it(family) == [True, True, True]
    home = family.page("portals:home", seen_by="wilma")
    assert f"{RESTS} {date_format(clock.today(), 'j F')}" in home
    assert "Noor vroeg de pauze, en zegt wanneer het verder gaat." in home
    assert "Op pauze" in family.page("rights:beside", seen_by="noor")
    assert tells(family) == 404, "there is nothing to tell any more"


def test_noor_says_when_it_goes_on_and_wilma_does_not(family: Family, paused: UUID) -> None:
    assert tells(family) == 302
    for page in HERS:
        assert f">{ON}<" not in family.page(page, seen_by="wilma")
    assert on_again(family) in {200, 404}
    assert not family.door("lotte", Section.RIGHTS).within(Taken.objects.filter(step="resumed")).exists()
    assert send(family, "resumed", paused, by="noor").status_code == 302


def test_that_it_goes_on_again_a_person_tells_her_and_until_then_her_pages_say_it_rests(
    family: Family, paused: UUID
) -> None:
    assert tells(family) == 302
    assert send(family, "resumed", paused, by="noor").status_code == 302
    assert reads_it(family) == [True, True, True]
    assert TO_DO in see(family, "lotte")
    due = family.page("endings:due", seen_by="lotte")
    assert (GOES_ON in due, TO_TELL in due) == (True, False)
    assert "wil weer verder: wie vertelt het Wilma?" in family.page(
        "endings:pass_on", seen_by="lotte", member=family.member("wilma")
    )
    assert AGAIN not in family.page("portals:home", seen_by="wilma")
    assert tells(family, by="Greet") == 302
    assert reads_it(family) == [False, False, False]
    home = family.page("portals:home", seen_by="wilma")
    assert f"{AGAIN} {date_format(clock.today(), 'j F')}" in home
    assert "Noor zei dat de pauze voorbij is." in home
    assert TO_DO not in see(family, "lotte")
    assert tells(family) == 404, "there is nothing to tell any more"
    assert (family.log(Event.PAUSE_PASSED_ON), family.log(Event.GOING_ON_PASSED_ON)) == (1, 1)


def test_some_weeks_later_her_page_says_nothing_of_a_pause_that_was(
    family: Family, paused: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tells(family) == 302
    assert send(family, "resumed", paused, by="noor").status_code == 302
    assert tells(family) == 302
    later = clock.now() + SAID_FOR + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    home = family.page("portals:home", seen_by="wilma")
    assert "Wat ben je voor Noor?" in home
    assert AGAIN not in home


def test_who_told_it_and_when_stands_with_the_steps(family: Family, paused: UUID) -> None:
    hers = {"seen_by": "noor", "member": family.member("wilma")}
    untold = "Wilma weet dit nog niet: een mens vertelt het"
    assert untold in family.page("rights:person", **hers)
    assert tells(family, by="Greet") == 302
    told = family.page("rights:person", **hers)
    assert f"Greet vertelde het aan Wilma op {date_format(clock.today(), 'j F Y')}" in told
    assert untold not in told
    assert send(family, "resumed", paused, by="noor").status_code == 302
    assert untold in family.page("rights:person", **hers)
    assert tells(family, by="") == 200, "by whom is asked"
    assert untold in family.page("rights:person", **hers)


def test_a_second_pause_before_she_heard_that_it_went_on_changes_nothing_for_her(family: Family, paused: UUID) -> None:
    assert tells(family) == 302
    assert send(family, "resumed", paused, by="noor").status_code == 302
    assert send(family, "paused", paused, by="noor", voice="child", expressed="said").status_code == 302
    assert to_tell(family) == (False, False)
    assert GOES_ON not in family.page("endings:due", seen_by="lotte")
    assert reads_it(family) == [True, True, True]
    assert send(family, "resumed", paused, by="noor").status_code == 302
    assert GOES_ON in family.page("endings:due", seen_by="lotte")


def test_who_noor_lets_go_is_not_told_that_it_goes_on(family: Family, paused: UUID) -> None:
    assert tells(family) == 302
    assert send(family, "resumed", paused, by="noor").status_code == 302
    left = {"once": family.once()}
    assert family.browser("noor").post(family.url("rights:withdraw", wish=paused), left).status_code == 302
    due = family.page("endings:due", seen_by="lotte")
    assert ("Noor koos anders: wie vertelt het Wilma?" in due, GOES_ON in due) == (True, False)


def test_it_goes_on_before_she_was_told_and_nothing_is_left_to_tell(family: Family, paused: UUID) -> None:
    assert send(family, "resumed", paused, by="noor").status_code == 302
    assert to_tell(family) == (False, False)
    assert tells(family) == 404
    assert reads_it(family) == [False, False, False]


def test_who_noor_lets_go_is_told_that_and_not_the_pause(family: Family, paused: UUID) -> None:
    left = {"once": family.once()}
    assert family.browser("noor").post(family.url("rights:withdraw", wish=paused), left).status_code == 302
    due = family.page("endings:due", seen_by="lotte")
    assert "Noor koos anders: wie vertelt het Wilma?" in due
    assert TO_TELL not in due


@pytest.mark.parametrize("who", ["noor", "wilma", "karim", "ann", "bram", "hilde"])
def test_nobody_else_writes_down_that_she_was_told(family: Family, paused: UUID, who: str) -> None:
    assert tells(family, who) == 404
    assert reads_it(family) == [False, False, False]
    assert tells(family) == 302


def test_who_was_told_may_stop_all_the_same(family: Family, paused: UUID) -> None:
    assert tells(family) == 302
    assert "Wil je toch stoppen?" in family.page("endings:itself", seen_by="wilma")
    assert herself(family).status_code == 302
    assert "Je zei: ik stop" in family.page("endings:itself", seen_by="wilma")


def test_what_was_told_before_it_had_a_field_of_its_own_is_told_still(family: Family, paused: UUID) -> None:
    """As it stood in the tables: the day of telling on the field of the notice, and that it went on read at once."""
    told = clock.today() - timedelta(days=1)
    with everything():
        Taken.objects.filter(step="paused").opened().update(noticed_on=told, passed_on=None)
    assert reads_it(family) == [False, False, False]
    with override_settings(MIGRATION_MODULES={}):
        then = MigrationExecutor(connection).loader.project_state().apps
    with everything():
        import_module("kring.rights.migrations.0018_who_told_of_the_pause").told(then, None)
        row = Taken.objects.filter(step="paused").opened().get()
    assert (row.passed_on, row.noticed_on) == (told, None)
    assert reads_it(family) == [True, True, True]
