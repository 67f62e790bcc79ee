"""That somebody was appointed is told to Sem and Noor by a person; before that no screen of theirs says so (R15)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section
from kring.rights.acts import appointed_told
from kring.rights.models import Appointment
from tests.family import Family
from tests.rooms.test_decided import decide, prepare, rows
from tests.rooms.test_wish_page import name

HERS = ("portals:child", "portals:ahead", "rights:beside", "rights:decided")


def says(family: Family, page: str, row: UUID, *, hand: str = "lotte", **facts: str) -> HttpResponse:
    return family.browser(hand).post(family.url(page, appointment=row), {"once": family.once(), **facts})


def told(family: Family, row: UUID, *, hand: str = "lotte", **other: str) -> HttpResponse:
    facts = {"on": clock.today().isoformat(), "by": "Lotte", "beside": "oma Rita", **other}
    return says(family, "endings:appointed_told", row, hand=hand, **facts)


@pytest.fixture
def decided(family: Family) -> Family:
    """Mo appointed Gust, and nobody told Noor."""
    assert decide(family, prepare(family)).status_code == 302
    return family


def hers(family: Family) -> str:
    return "".join(family.page(page, seen_by="noor") for page in HERS)


def test_while_it_is_prepared_and_after_the_decision_no_page_of_noor_says_it(family: Family) -> None:
    row = prepare(family)
    assert "Gust" not in hers(family)
    assert decide(family, row).status_code == 302
    assert "Gust" not in hers(family)
    assert family.browser("noor").get(family.url("rights:appointment", appointment=row)).status_code == 404
    assert family.browser("noor").get(family.url("rights:attest", appointment=row)).status_code == 404
    assert not family.door("noor", Section.DECIDED).within(Appointment.objects.all())


def test_who_tells_it_is_asked_of_the_worker_and_then_noor_reads_it_with_who_told_it(decided: Family) -> None:
    row = rows(decided)[0].pk
    page = decided.page("endings:endings", seen_by="lotte")
    assert "Noor weet dit nog niet" in page
    assert "Gust is aangesteld" in page
    assert says(decided, "endings:appointed_teller", row, teller="oma Rita", how="aan tafel").status_code == 302
    assert "Wie vertelt het? oma Rita." in decided.page("endings:endings", seen_by="lotte")
    assert "Gust" not in hers(decided)
    assert told(decided, row).status_code == 302
    new = rows(decided)[0]
    assert new.item.klass == Klass.FILE
    assert "Gust komt naast jou staan" in decided.page("portals:ahead", seen_by="noor")
    mine = decided.page("rights:appointment", seen_by="noor", appointment=new.pk)
    assert "Lotte vertelde het jou" in mine
    assert "Wie er ook was: oma Rita." in mine
    assert "Noor weet het: verteld door Lotte" in decided.page("rights:appointment", seen_by="mo", appointment=new.pk)
    assert "Gust is aangesteld" not in decided.page("endings:endings", seen_by="lotte")
    assert decided.log(Event.APPOINTMENT_TOLD) == 1
    assert new.decision
    assert new.decided_by_id == decided.person("mo")


def test_beside_who_was_appointed_she_reads_that_she_chose_nobody_herself_in_plain_words(decided: Family) -> None:
    assert told(decided, rows(decided)[0].pk).status_code == 302
    page = decided.page("portals:ahead", seen_by="noor")
    assert ("Jij koos zelf nog niemand" in page, "De directie besliste" in page) == (True, False)


def test_who_works_with_her_reads_it_where_it_stands_who_is_beside_her_once_it_was_told(decided: Family) -> None:
    assert "Gust" not in decided.page("rights:beside", seen_by="lotte")  # she may look along
    assert told(decided, rows(decided)[0].pk).status_code == 302
    page = decided.page("rights:beside", seen_by="lotte")
    assert "Gust, door de organisatie aangesteld" in page
    assert "Hier is nog een plek vrij" not in page
    assert "Gust" not in decided.page("rights:beside", seen_by="bram")


def test_who_was_appointed_stays_on_her_page_after_she_chose_herself(decided: Family) -> None:
    assert name(decided, "karim", by="noor").status_code == 302
    assert "Gust" not in decided.page("portals:ahead", seen_by="noor")  # nobody told her yet
    assert told(decided, rows(decided)[0].pk).status_code == 302
    page = decided.page("portals:ahead", seen_by="noor")
    assert "Gust komt naast jou staan" in page
    assert "Begint die? Dan stopt Gust meteen." in page
    assert "Karim" in page


def test_that_she_cannot_choose_is_said_to_be_untrue_once_she_chose(decided: Family) -> None:
    row = rows(decided)[0].pk
    for chose in (False, True):
        if chose:
            assert name(decided, "karim", by="noor").status_code == 302
        for who in ("lotte", "mo"):
            page = decided.page("rights:appointment", seen_by=who, appointment=row)
            assert ("klopt nu niet" in page) is chose


def test_the_page_of_the_ombudsman_stands_where_she_may_say_that_it_is_not_good(decided: Family) -> None:
    assert told(decided, rows(decided)[0].pk).status_code == 302
    mine = decided.page("rights:appointment", seen_by="noor", appointment=rows(decided)[0].pk)
    assert 'href="https://www.kinderrechten.be"' in mine


def test_the_worker_has_it_on_its_day_until_it_was_told_and_no_name_stands_there(decided: Family) -> None:
    line = "Noor weet het nog niet. Wie vertelt het, en wanneer?"
    page = decided.page("portals:child", seen_by="lotte")
    assert line in page
    assert "Gust" not in page
    assert told(decided, rows(decided)[0].pk).status_code == 302
    assert line not in decided.page("portals:child", seen_by="lotte")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"by": ""}, "Schrijf wie het vertelde."),
        ({"on": (clock.today() + timedelta(days=1)).isoformat()}, "Die dag moet nog komen."),
        ({"on": (clock.today() - timedelta(days=1)).isoformat()}, "Op die dag was er nog niets beslist."),
    ],
)
def test_without_who_told_it_or_on_a_day_that_cannot_be_it_waits(
    decided: Family, facts: dict[str, str], words: str
) -> None:
    row = rows(decided)[0]
    assert words in told(decided, row.pk, **facts).content.decode()
    assert rows(decided)[0].item.klass == Klass.CONFIDENCE
    assert "Gust" not in hers(decided)


@pytest.mark.parametrize("by", ["noor", "mo", "ann", "karim", "an", "hilde", "bram"])
def test_nobody_else_tells_it_here(decided: Family, by: str) -> None:
    row = rows(decided)[0].pk
    assert told(decided, row, hand=by).status_code == 404
    assert says(decided, "endings:appointed_teller", row, hand=by, teller="ik").status_code == 404
    assert rows(decided)[0].told_on is None


def test_of_what_nobody_decided_or_is_over_there_is_nothing_to_tell(family: Family) -> None:
    row = prepare(family)
    assert told(family, row).status_code == 404
    assert decide(family, row).status_code == 302
    assert says(family, "rights:appointment_ending", row).status_code == 302
    assert told(family, row).status_code == 404
    assert "weet het nog niet" not in family.page("portals:child", seen_by="lotte")


def test_the_act_itself_takes_no_day_before_the_decision(decided: Family) -> None:
    lotte, row = decided.door("lotte", Section.DECIDED), rows(decided)[0]
    early = appointed_told.Told(on=clock.today() - timedelta(days=1), by="Lotte")
    with pytest.raises(NotAllowedError):
        appointed_told.tell(lotte, row, early, act=uuid7())
    appointed_told.tell(lotte, row, appointed_told.Told(on=clock.today(), by="Lotte"), act=uuid7())
    assert "Gust" in hers(decided)


def test_after_the_decision_a_choice_still_counts_and_the_page_says_when_it_was_so(family: Family) -> None:
    decide(family, prepare(family))
    assert told(family, rows(family)[0].pk).status_code == 302
    row = rows(family)[0].pk
    name(family, "rita", by="noor")
    assert "Mo koos Gust voor jou" in family.page("rights:appointment", seen_by="noor", appointment=row)
    assert "Jouw keuze gaat voor." in family.page("rights:appointment", seen_by="noor", appointment=row)
    for by in ("lotte", "mo"):
        read = family.page("rights:appointment", seen_by=by, appointment=row)
        assert "Die keuze gaat voor." in read
        assert "Zo was het op" in read
