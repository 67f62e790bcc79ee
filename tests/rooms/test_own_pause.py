"""Wilma asks a pause: her own pages say so, it is asked once, and she says when it goes on.  It is no parting."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils.formats import date_format

from kring.endings.models import Farewell, Leaving
from kring.kit import clock
from kring.law.access import Section
from kring.law.meaning import Meaning
from kring.rights.models import Taken
from tests import answered
from tests.family import Family
from tests.rooms.test_chose_otherwise import chooses
from tests.rooms.test_steps import send
from tests.rooms.test_today import see
from tests.rooms.test_told_first import herself, told, wilma  # noqa: F401  # a fixture

RESTS = "Jullie hebben even pauze, sinds"
ON = "Weer verder"
PAUSE = {"step": "paused", "teller": "me"}


@pytest.fixture
def paused(family: Family, wilma: UUID) -> UUID:  # noqa: F811
    """She asked it, and nobody told Noor yet; the wish."""
    assert herself(family, **PAUSE).status_code == 302
    return wilma


def on_again(family: Family, who: str = "wilma") -> int:
    facts = {"once": family.once(), "on": "yes"}
    return int(family.browser(who).post(family.url("endings:itself"), facts).status_code)


def passed_on(family: Family) -> int:
    where = family.url("endings:goes_on", member=family.member("wilma"))
    return int(family.browser("lotte").post(where, {"once": family.once()}).status_code)


def of_noor(family: Family) -> str:
    return family.page("rights:person", seen_by="noor", member=family.member("wilma"))


def rows(family: Family, step: str) -> int:
    return family.door("lotte", Section.RIGHTS).within(Taken.objects.filter(step=step)).count()


def test_her_own_pages_say_since_when_and_a_pause_is_asked_once(family: Family, wilma: UUID) -> None:  # noqa: F811
    for page in ("portals:home", "endings:itself"):
        assert RESTS not in family.page(page, seen_by="wilma")
    assert herself(family, **PAUSE).status_code == 302
    day = date_format(clock.today(), "j F")
    for page in ("portals:home", "endings:itself"):
        told_of = family.page(page, seen_by="wilma")
        assert f"{RESTS} {day}" in told_of
        assert "leest er niets van tot iemand het vertelde" in told_of
    assert herself(family, **PAUSE).status_code == 200
    assert rows(family, "paused") == 1
    assert "pauze" not in of_noor(family).replace("Even pauze", "")


def test_for_who_works_with_her_it_is_a_pause_and_asks_no_farewell(family: Family, paused: UUID) -> None:
    lotte = family.page("endings:endings", seen_by="lotte")
    assert "vroeg even pauze" in lotte
    assert "verhuist" not in lotte
    row = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    form = family.page("endings:tell", seen_by="lotte", leaving=row.pk)
    assert "Bij wie wil het kind nu terechtkunnen?" in form
    assert "afscheid" not in form
    told(family)
    assert "Noor weet dat Wilma even pauze heeft." in family.page("endings:endings", seen_by="lotte")
    assert [one.goodbye for one in family.door("noor", Section.RIGHTS).within(Farewell.objects.all())] == [""]


def test_who_asked_it_says_that_it_goes_on_and_a_person_tells_noor(family: Family, paused: UUID) -> None:
    told(family)
    assert "Op pauze" in family.page("rights:beside", seen_by="noor")
    assert ON not in of_noor(family)
    assert "zegt ook wanneer het verder gaat" in of_noor(family)
    assert ON in family.page("portals:home", seen_by="wilma")
    assert on_again(family) == 302
    assert "Je zei: we gaan weer verder." in family.page("portals:home", seen_by="wilma")
    assert "Op pauze" in family.page("rights:beside", seen_by="noor"), "a person tells it first"
    assert "nieuws over wie naast Noor staat" in see(family, "lotte")
    assert "Wilma gaat weer verder" in family.page("endings:endings", seen_by="lotte")
    assert passed_on(family) == 302
    for page, who in (("portals:home", "wilma"), ("endings:itself", "wilma"), ("rights:beside", "noor")):
        assert "pauze, sinds" not in family.page(page, seen_by=who).lower()
        assert "op pauze" not in family.page(page, seen_by=who).lower()
    assert "Wilma gaat weer verder" not in family.page("endings:endings", seen_by="lotte")
    assert rows(family, "resumed") == 1
    assert herself(family, **PAUSE).status_code == 302, "and later it may be asked anew"


def test_before_noor_knew_there_is_nothing_to_tell(family: Family, paused: UUID) -> None:
    assert on_again(family) == 302
    assert RESTS not in family.page("portals:home", seen_by="wilma")
    assert "Wilma gaat gewoon verder" in family.page("endings:endings", seen_by="lotte")
    assert passed_on(family) == 302
    assert not family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).exists()
    assert rows(family, "paused") == rows(family, "resumed") == 0


def test_noor_does_not_end_a_pause_that_she_did_not_ask(family: Family, paused: UUID) -> None:
    told(family)
    assert send(family, "resumed", paused, by="noor").status_code == 404
    assert send(family, "resumed", paused, by="lotte").status_code == 302
    assert "Op pauze" not in family.page("rights:beside", seen_by="noor")


@pytest.mark.parametrize("who", ["karim", "noor", "lotte", "ann"])
def test_nobody_else_says_that_it_goes_on(family: Family, paused: UUID, who: str) -> None:
    told(family)
    assert on_again(family, who) in {200, 404}
    assert RESTS in family.page("portals:home", seen_by="wilma")


def test_of_a_pause_that_noor_asked_wilma_reads_nothing(family: Family, wilma: UUID) -> None:  # noqa: F811
    assert send(family, "paused", wilma, by="noor", voice="child", expressed="said").status_code == 302
    assert RESTS not in family.page("portals:home", seen_by="wilma")
    assert on_again(family) in {200, 404}
    assert "Op pauze" in family.page("rights:beside", seen_by="noor")


def test_who_rests_may_stop_all_the_same_and_it_is_told_once(family: Family, paused: UUID) -> None:
    assert "Wil je toch stoppen?" in family.page("endings:itself", seen_by="wilma")
    assert herself(family).status_code == 302
    assert "Je zei: ik stop" in family.page("endings:itself", seen_by="wilma")
    told(family)
    assert not family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).exists()


def test_who_hands_noor_over_reads_who_rests(family: Family, paused: UUID) -> None:
    told(family)
    for page in ("endings:hand_over", "endings:move"):
        assert "Wilma heeft even pauze" in family.page(page, seen_by="lotte")
    assert send(family, "resumed", paused, by="lotte").status_code == 302
    for page in ("endings:hand_over", "endings:move"):
        assert "pauze" not in family.page(page, seen_by="lotte")


@pytest.mark.parametrize(("answer", "is_urgent"), [("yes", False), ("no", True)])
def test_who_stops_says_whether_it_picks_up_until_noor_knows(
    family: Family,
    wilma: UUID,  # noqa: F811
    answer: str,
    is_urgent: bool,
) -> None:
    assert "Noor kan je nog bellen tot het verteld is. Neem je op tot dan?" in family.page(
        "endings:itself", seen_by="wilma"
    )
    assert herself(family, picks_up="").status_code == 200
    assert herself(family, picks_up=answer).status_code == 302
    for page in (see(family, "lotte"), family.page("portals:child", seen_by="lotte")):
        assert ("Doe het vandaag nog" in page) is is_urgent
    lotte = family.page("endings:endings", seen_by="lotte")
    assert ("Wilma neemt niet meer op." in lotte) is is_urgent
    assert ("Wilma neemt nog op tot het verteld is." in lotte) is not is_urgent


def test_on_trial_her_page_says_jim_with_the_days_of_it(family: Family) -> None:
    wish = chooses(family, "rita", Meaning.JIM)
    answered.said(family, "rita", Meaning.JIM)
    assert "op proef" not in family.page("portals:home", seen_by="rita")
    until = clock.today() + timedelta(days=60)
    assert send(family, "tried", wish, by="noor", until=until.isoformat()).status_code == 302
    page = family.page("portals:home", seen_by="rita")
    assert "JIM, op proef" in page
    assert "Steunfiguur" not in page
    assert f"tot {date_format(until, 'j F Y')}" in page
    assert send(family, "began", wish, by="noor").status_code == 302
    assert "op proef" not in family.page("portals:home", seen_by="rita")
