"""What the organisation decides: an appointment by all its grounds, a limit for a while; never over Noor's choice."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Meaning
from kring.law.steps import Answered, Step, Voice
from kring.rights import decided as reading
from kring.rights.acts import held
from kring.rights.acts.steps import New
from kring.rights.models import Appointment, Limit, Serving
from kring.rights.paths import path_as
from tests import answered
from tests.family import Family
from tests.rooms.test_serving import all_seen, serve
from tests.rooms.test_wish_page import name, wishes, withdraw

TALKS = ("child", "parents", "two_workers", "proposed")
ALL = {"called": "Gust", "cannot_designate": "yes", "conflict": "yes", "adult": "yes", "involved": "no", "why": "ziek"}
ALL |= {"agrees": "yes"}  # the person itself
ALL |= {"on_earlier": "Ze koos toen zelf, en nu niet meer."}  # asked only where she chose before
WORKERS = {"one_worker": "Lotte", "other_worker": "Bram"}


def today() -> str:
    return clock.today().isoformat()


def post(family: Family, page: str, *, by: str, said: dict[str, Any], **parts: Any) -> HttpResponse:
    return family.browser(by).post(family.url(page, **parts), {"once": family.once(), **said})


def prepare(family: Family, *, by: str = "lotte", **other: str) -> UUID:
    said = {**ALL, **dict.fromkeys(TALKS, today()), **WORKERS, **other}
    answer = post(family, "rights:appointment_new", by=by, said=said)
    assert answer.status_code == 302, answer.content.decode()
    return rows(family)[-1].pk


def rows(family: Family) -> list[Appointment]:
    return list(family.door("lotte", Section.DECIDED).within(Appointment.objects.order_by("pk")))


def decide(family: Family, row: UUID, *, by: str = "mo") -> HttpResponse:
    said = {"motive": "Na vier gesprekken.", "about_earlier": "Dat las ik.", "sure": "on"}
    return post(family, "rights:appointment_decision", by=by, said=said, appointment=row)


def test_the_director_appoints_by_all_grounds_and_the_attest_is_there(family: Family) -> None:
    row = prepare(family)
    assert "De directie ziet dit in Kring" in family.page("rights:appointment", seen_by="lotte", appointment=row)
    assert decide(family, row).status_code == 302
    assert family.log(Event.APPOINTMENT_DECIDED) == 1
    assert "Beslist door Mo" in family.page("rights:appointment", seen_by="lotte", appointment=row)
    pdf = family.browser("lotte").get(family.url("rights:attest", appointment=row))
    assert pdf.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"cannot_designate": "no"}, "Het kind kan zelf kiezen."),
        ({"cannot_designate": ""}, "Nog te vragen: kan het kind zelf iemand kiezen"),
        ({"conflict": "no"}, "botsen niet"),
        ({"adult": ""}, "Nog te vragen: is Gust 18 jaar of ouder?"),
        ({"other_worker": ""}, "en hun namen opschrijven"),
        ({"other_worker": "lotte"}, "en hun namen opschrijven"),
        ({"involved": "yes"}, "werkt mee aan de hulp"),
        ({"agrees": ""}, "Nog te vragen: zegt Gust zelf ja?"),
        ({"agrees": "no"}, "Gust zei geen ja."),
        *((({talk: ""}), "Nog te doen") for talk in TALKS),
    ],
)
def test_without_one_of_them_nobody_is_appointed(family: Family, other: dict[str, str], told: str) -> None:
    row = prepare(family, **other)
    assert told in decide(family, row).content.decode()
    assert rows(family)[0].decided_on is None
    with pytest.raises(AssertionError):
        assert family.log(Event.APPOINTMENT_DECIDED)


@pytest.mark.parametrize("by", ["lotte", "noor", "ann", "an", "hilde", "karim"])
def test_only_the_director_decides(family: Family, by: str) -> None:
    row = prepare(family)
    assert decide(family, row, by=by).status_code == 404
    assert rows(family)[0].decided_on is None


@pytest.mark.parametrize("decided", [True, False])
def test_who_was_appointed_leaves_as_soon_as_the_one_noor_chose_stands(family: Family, decided: bool) -> None:
    row = prepare(family)
    if decided:
        decide(family, row)
    all_seen(family)
    assert serve(family).status_code == 302
    assert rows(family)[0].ended_on == clock.today()
    assert decide(family, row).status_code == 404
    assert family.browser("lotte").get(family.url("rights:appointment_new")).status_code == 404


SAID_NO = {"step": "answered", "reply": "no"}


def test_while_a_choice_of_noor_stands_nobody_prepares_an_appointment_over_it(family: Family) -> None:
    """R6, art. 24 par. 2: who pointed somebody out is able to; "she always points at the same one" is no ground."""
    name(family, "rita", by="noor")
    page = family.page("rights:appointment_new", seen_by="lotte")
    assert "Noor koos zelf iemand" in page
    assert "Aan wie denken jullie" not in page
    said = {**ALL, **dict.fromkeys(TALKS, today()), **WORKERS, "why": "wijst altijd oma aan"}
    told = post(family, "rights:appointment_new", by="lotte", said=said).content.decode()
    assert "Zolang die keuze staat, stelt de organisatie niemand aan." in told
    assert "wijst altijd oma aan" in told
    assert rows(family) == []


def test_the_director_decides_nothing_over_a_choice_that_came_meanwhile(family: Family) -> None:
    row = prepare(family)
    name(family, "rita", by="noor")
    assert "Zolang die keuze staat" in family.page("rights:appointment", seen_by="mo", appointment=row)
    assert "Zolang die keuze staat" in decide(family, row).content.decode()
    said = {**ALL, "why": "meer"}
    assert "Zolang die" in post(family, "rights:appointment", by="lotte", said=said, appointment=row).content.decode()
    assert rows(family)[0].decided_on is None


@pytest.mark.parametrize("how", ["she chose otherwise", "oma said no, and she knows"])
def test_it_is_open_again_when_the_choice_ended_or_was_answered_no(family: Family, how: str) -> None:
    name(family, "rita", by="noor")
    if how == "she chose otherwise":
        withdraw(family, wishes(family)[0].pk, by="noor")
    else:
        answered.said(family, "rita", reply=Answered.NO)
    assert decide(family, prepare(family)).status_code == 302


def test_a_no_that_noor_was_not_told_yet_opens_nothing(family: Family) -> None:
    """R15: a person tells her first, and no appointment before that."""
    name(family, "rita", by="noor")
    answered.asked(family, "rita")
    lotte = family.door("lotte", Section.RIGHTS)
    path = path_as(lotte, family.member("rita"), Meaning.TRUST_PERSON)
    no = New(step=Step.ANSWERED, on=clock.today(), voice=Voice.PERSON, reply=Answered.NO)
    held.hold(lotte, path, no, act=uuid7(), on=clock.today())
    assert "Noor koos zelf iemand" in family.page("rights:appointment_new", seen_by="lotte")


def test_the_choice_of_a_jim_or_a_supporter_is_another_thing(family: Family) -> None:
    name(family, "rita", by="noor", meaning="supporter")
    assert decide(family, prepare(family)).status_code == 302


def test_the_attest_says_what_was_weighed_and_which_law_was_not_read(family: Family) -> None:
    row = prepare(family)
    decide(family, row)
    lotte = family.door("lotte", Section.DECIDED)
    sheet = reading.attest(lotte, reading.appointment(lotte, row))
    told = "\n".join([*(one.head for one in sheet.blocks), *(line for one in sheet.blocks for line in one.lines)])
    for words in (
        "Gust is 18 jaar of ouder.",
        "Gust werkt niet mee",
        "Er is met Gust zelf gepraat.",
        "nog niet gelezen",
    ):
        assert words in told
    assert {"Lotte", "Bram", "Na te kijken door een jurist", "Er staat nu geen keuze van het kind."} <= set(
        told.split("\n")
    )
    assert "?" not in told
    assert sheet.signs == "Handtekening van Mo, directie"  # and no line under which nobody's name stands


def test_a_wish_of_noor_can_be_written_whatever_is_appointed(family: Family) -> None:
    decide(family, prepare(family))
    all_seen(family)
    assert "pastor Johan" in family.page("rights:beside", seen_by="noor")


@pytest.mark.parametrize("page", ["rights:wish", "rights:beside", "rights:pictures", "rights:meanings"])
def test_an_appointment_is_never_offered_on_the_way_of_the_child(family: Family, page: str) -> None:
    for by in ("noor", "lotte"):
        told = family.page(page, seen_by=by)
        assert family.url("rights:appointment_new") not in told
        assert "aanstel" not in told.lower()


def test_a_talk_that_is_still_to_come_is_said_and_nothing_is_lost(family: Family) -> None:
    said = {**ALL, "child": "2999-01-01", "why": "z" * 400}
    told = post(family, "rights:appointment_new", by="lotte", said=said).content.decode()
    assert "Die dag moet nog komen" in told
    assert "z" * 400 in told


def limit(family: Family, *, by: str = "lotte", days: int = 7, **other: str) -> HttpResponse:
    until = (clock.today() + timedelta(days=days)).isoformat()
    yes = dict.fromkeys(("extreme", "talked", "knows", "judge"), "yes")
    words = {"plain": "Johan komt deze week niet mee.", "motive": "Er was geweld aan de poort."}
    said = {**yes, **words, "from_on": today(), "until_on": until, **other}
    return post(family, "rights:limit", by=by, said=said, member=family.member("johan"))


def limits(family: Family) -> list[Limit]:
    return list(family.door("lotte", Section.DECIDED).within(Limit.objects.all()))


def test_a_limit_is_dated_and_noor_reads_it_with_the_way_to_the_judge(family: Family) -> None:
    all_seen(family)
    serve(family)
    assert limit(family).status_code == 302
    told = family.page("rights:decided", seen_by="noor")
    for words in ("Johan komt deze week niet mee.", "Beslist door Lotte", "jeugdrechter", "stopt het vanzelf"):
        assert words in told
    assert "in woorden voor volwassenen" in told
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=(clock.today() - timedelta(days=3500)).isoformat())
    small = family.page("rights:decided", seen_by="noor")
    assert ("woorden voor volwassenen" in small, "Johan komt deze week niet mee." in small) == (False, True)
    serving = family.door("lotte", Section.RIGHTS).within(Serving.objects.in_force())
    assert serving.count() == 1  # it ends no serving (R2)
    assert family.log(Event.LIMIT_DECIDED) == 1


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"extreme": "no"}, "geen uiterst extreme situatie"),
        ({"extreme": ""}, "Nog te vragen"),
        ({"talked": "no"}, "Doe dat eerst."),
        ({"knows": ""}, "Nog te doen"),
        ({"judge": "no"}, "jeugdrechter"),
        ({"until_on": ""}, "Dit is nog leeg."),
        ({"until_on": "2999-01-01"}, "hoogstens dertig dagen"),
        ({"until_on": "2001-01-01"}, "Die dagen kunnen niet"),
        ({"motive": ""}, "Dit is nog leeg."),
        ({"motive": "."}, "De reden is nog te kort."),
        ({"from_on": "2020-01-01"}, "Die dagen kunnen niet"),
    ],
)
def test_without_one_ground_there_is_no_limit_and_nothing_typed_is_lost(
    family: Family, other: dict[str, str], told: str
) -> None:
    all_seen(family)
    serve(family)
    page = limit(family, **other).content.decode()
    assert told in page
    assert "Johan komt deze week niet mee." in page
    assert limits(family) == []


def test_what_is_wrong_stands_at_the_field_that_asks_it(family: Family) -> None:
    all_seen(family)
    serve(family)
    page = limit(family, motive="Ruzie", until_on="2999-01-01").content.decode()
    for field, words in (("motive", "De reden is nog te kort."), ("until_on", "Die dagen kunnen niet")):
        assert f'href="#id_{field}"' in page
        assert words in page.partition(f'id="id_{field}_error"')[2].partition("</p>")[0]


def test_no_second_limit_after_the_first_and_the_director_sees_that_there_is_one(family: Family) -> None:
    """R2: thirty days and thirty days would be a veto by one worker; what is limited, and for whom, no list says."""
    all_seen(family)
    serve(family)
    assert limit(family).status_code == 302
    assert "Er loopt al een beperking" in limit(family).content.decode()
    assert len(limits(family)) == 1
    told = family.browser("mo").get(reverse("portals:tasks")).content.decode()
    assert "Een begeleider beperkte iets voor wie naast een kind staat" in told
    assert "geweld aan de poort" not in told
    assert "Johan" not in told
    ahead = family.page("portals:ahead", seen_by="noor")
    assert "is er iets beperkt" in ahead
    assert "mag mee naar elk gesprek" not in ahead


def test_of_who_does_not_serve_there_is_nothing_to_limit(family: Family) -> None:
    all_seen(family)
    assert limit(family).status_code == 404


@pytest.mark.parametrize("by", ["ann", "noor", "an", "bram", "hilde"])
def test_nobody_else_limits_anything(family: Family, by: str) -> None:
    all_seen(family)
    serve(family)
    assert limit(family, by=by).status_code == 404
    assert limits(family) == []


@pytest.mark.parametrize("by", ["ann", "tarik", "wilma", "karim", "bram", "an", "nadia", "hilde"])
def test_to_others_there_is_nothing_decided(family: Family, by: str) -> None:
    prepare(family)
    assert family.browser(by).get(family.url("rights:decided")).status_code == 404
