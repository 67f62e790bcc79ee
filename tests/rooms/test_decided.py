"""What the organisation decides: an appointment by all its grounds, a limit for a while; never over Noor's choice."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Section
from kring.rights.models import Appointment, Limit, Serving
from tests.family import Family
from tests.rooms.test_serving import all_seen, serve

TALKS = ("child", "parents", "two_workers", "proposed")
ALL = {"called": "Gust", "cannot_designate": "yes", "conflict": "yes", "adult": "yes", "involved": "no", "why": "ziek"}


def today() -> str:
    return clock.today().isoformat()


def post(family: Family, page: str, *, by: str, said: dict[str, Any], **parts: Any) -> HttpResponse:
    return family.browser(by).post(family.url(page, **parts), {"once": family.once(), **said})


def prepare(family: Family, *, by: str = "lotte", **other: str) -> UUID:
    said = {**ALL, **dict.fromkeys(TALKS, today()), "workers": "Lotte en Bram", **other}
    answer = post(family, "rights:appointment_new", by=by, said=said)
    assert answer.status_code == 302, answer.content.decode()
    return rows(family)[-1].pk


def rows(family: Family) -> list[Appointment]:
    return list(family.door("lotte", Section.DECIDED).within(Appointment.objects.order_by("pk")))


def decide(family: Family, row: UUID, *, by: str = "mo") -> HttpResponse:
    said = {"motive": "Na vier gesprekken.", "sure": "on"}
    return post(family, "rights:appointment_decision", by=by, said=said, appointment=row)


def test_the_director_appoints_by_all_grounds_and_the_attest_is_there(family: Family) -> None:
    row = prepare(family)
    assert "De directie ziet dit in Kring" in family.page("rights:appointment", seen_by="lotte", appointment=row)
    assert decide(family, row).status_code == 302
    assert family.log(Event.APPOINTMENT_DECIDED) == 1
    assert "Beslist door Mo" in family.page("rights:appointment", seen_by="noor", appointment=row)
    pdf = family.browser("lotte").get(family.url("rights:attest", appointment=row))
    assert pdf.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"cannot_designate": "no"}, "Het kind kan zelf kiezen."),
        ({"cannot_designate": ""}, "Nog te vragen: kan het kind zelf iemand kiezen"),
        ({"conflict": "no"}, "botsen niet"),
        ({"adult": ""}, "Nog te vragen: is Gust 18 jaar of ouder?"),
        ({"involved": "yes"}, "werkt mee aan de hulp"),
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
