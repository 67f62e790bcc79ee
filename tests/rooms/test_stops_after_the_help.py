"""The help of Noor ended, and Wilma stops as the one she falls back on: Noor reads it once a person told her (R15)."""

from datetime import timedelta
from html import unescape

import pytest
from django.utils.formats import date_format

from kring.access.told_after import told
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.endings.models import Leaving
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.law.meaning import Meaning
from kring.people.models import Organisation
from kring.rights.models import Taken, Wish
from tests import answered
from tests.family import Family
from tests.rooms.test_going import close, reopen
from tests.rooms.test_over import house, jim  # noqa: F401  # a fixture
from tests.rooms.test_today import choose_karim

STOPS = "Wilma stopt."
STAYS = "Wie je koos, blijft:"
WRONG = "We konden dit nog niet bewaren"


@pytest.fixture(autouse=True)
def over(family: Family, house: Organisation) -> None:  # noqa: F811
    """Noor chose Wilma as her JIM, and Karim; then the help ended."""
    jim(family)
    choose_karim(family, Meaning.SUPPORTER)
    answered.said(family, "karim", Meaning.SUPPORTER)
    close(family)


def send(family: Family, who: str = "wilma", **said: str) -> int:
    return int(family.browser(who).post(family.url("endings:itself"), {"once": family.once(), **said}).status_code)


def stops(family: Family, who: str = "wilma") -> int:
    return send(family, who, picks_up="yes")


def was_told(family: Family, who: str = "wilma", by: str = "Wilma", days: int = 0) -> int:
    return send(family, who, on=(clock.today() - timedelta(days=days)).isoformat(), by=by)


def home(family: Family) -> str:
    return family.page("portals:child", seen_by="noor")


def beside(family: Family) -> str:
    return unescape(family.browser("wilma").get("/today/", follow=True).content.decode())


def test_until_it_was_told_the_page_of_noor_stays_as_it_was(family: Family) -> None:
    before = home(family)
    assert (STAYS in before, "Wilma" in before) == (True, True)
    assert family.url("endings:itself") in beside(family)
    assert stops(family) == 302
    after = home(family)
    assert (STAYS in after, "Wilma" in after, STOPS in after) == (True, True, False)
    assert family.log(Event.LEAVING_HEARD) == 1
    assert Involvement.objects.current(clock.today()).get(person=family.person("wilma")).relation == Relation.SUPPORTER


def test_wilma_reads_that_she_tells_it_herself_and_whom_she_can_call(family: Family) -> None:
    asks = family.page("endings:itself", seen_by="wilma")
    assert WRONG not in asks
    assert "Het liefst jij zelf." in asks
    assert "Een tijd pauze" not in asks, "nothing is planned any more"
    assert stops(family) == 302
    page = family.page("endings:itself", seen_by="wilma")
    assert WRONG not in page
    assert "Wie vertelt het aan Noor?" in page
    assert "Lukt dat niet, bel dan" in page
    assert 'href="tel:0470112233"' in page
    assert "Vertel het zelf, of bel je aanspreekpunt" in beside(family)


def test_once_it_was_told_noor_reads_it_with_who_else_is_there(family: Family) -> None:
    stops(family)
    assert was_told(family, days=0) == 302
    page = home(family)
    assert STOPS in page
    assert f"Wilma vertelde het jou op {date_format(clock.today(), 'j F Y')}." in page
    assert "Dat ligt niet aan jou." in page
    after = page[page.index(STAYS) :]
    assert "Karim" in after
    assert "Wilma" not in after[: after.index("</p>")]
    assert 'href="tel:0470112233"' in page
    assert family.log(Event.LEAVING_SAID_TOLD) == 1
    assert "weet het sinds" in beside(family)
    hers = family.page("endings:itself", seen_by="wilma")
    assert "Ik stop toch niet" not in hers
    assert send(family, stays="yes") == 404, "from here it is for the child to choose"
    assert was_told(family) == 404, "it is told once"


def test_where_nobody_else_is_there_it_says_whom_noor_can_call(family: Family) -> None:
    for row in family.door("lotte", Section.RIGHTS).within(Wish.objects.in_force()):
        if row.member_id == family.member("karim"):
            left = {"once": family.once()}
            assert family.browser("noor").post(family.url("rights:withdraw", wish=row.pk), left).status_code == 302
    stops(family)
    was_told(family, by="")
    page = home(family)
    assert "Iemand vertelde het jou op" in page
    assert "Je hoeft het niet alleen te doen." in page
    assert STAYS not in page
    assert 'href="tel:0470112233"' in page


def test_a_day_that_cannot_be_is_said_and_nothing_is_written(family: Family) -> None:
    stops(family)
    for days in (-1, 4000):
        assert was_told(family, days=days) == 200
    assert STOPS not in home(family)
    assert told(family.door("noor", Section.RIGHTS)) == {}
    assert was_told(family) == 302


def test_wilma_stays_after_all_and_nothing_was_ever_told(family: Family) -> None:
    stops(family)
    assert send(family, stays="yes") == 302
    assert STOPS not in home(family)
    assert "stopt hier niet door, ook jij niet" in beside(family)
    assert was_told(family) == 200, "the page asks again whether she stops"
    assert STOPS not in home(family)


def test_who_did_not_say_that_it_stops_tells_nothing_and_nobody_else_says_it(family: Family) -> None:
    assert was_told(family) == 200
    for who in ("ann", "tarik", "lotte", "bram", "hilde", "noor", "an"):
        assert stops(family, who) == 404
        assert was_told(family, who) == 404
    assert (STOPS in home(family), family.log(Event.LEAVING_SAID_TOLD)) == (False, 0)
    assert stops(family) == 302


def test_while_the_help_goes_on_a_worker_writes_it_down_and_not_she(family: Family) -> None:
    reopen(family)
    facts = {"step": "ended", "teller": "me", "picks_up": "yes"}
    assert send(family, **facts) == 302
    assert was_told(family) != 302 or told(family.door("noor", Section.RIGHTS)) == {}
    assert family.log(Event.LEAVING_SAID_TOLD) == 0


def test_where_the_place_opens_again_lotte_finds_it_with_the_day_and_tells_it_as_always(family: Family) -> None:
    stops(family)
    was_told(family, by="Wilma zelf")
    reopen(family)
    assert not Dossier.objects.get(pk=family.noor.dossier).closed_on
    told_first = family.page("endings:endings", seen_by="lotte")
    assert "Wilma" in told_first
    row = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    assert "Wilma zelf" in family.page("endings:tell", seen_by="lotte", leaving=row.pk)
    rows = family.door("lotte", Section.RIGHTS).within(Taken.objects.filter(step="ended"))
    assert len(list(rows)) == 1
