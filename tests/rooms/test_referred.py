"""What the CLB already discussed with Sem comes along, when he says yes: he does not start again (A19)."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.audit.events import Event
from kring.kit import clock
from tests.family import Family

WHO = {"who": "het CLB"}


def taken_over(family: Family, by: str = "lotte", **facts: str) -> HttpResponse:
    told = {"once": family.once(), "expressed": "said", "reaction": "", "people": "", "on": "", **WHO}
    return family.browser(by).post(family.url("moments:referred", child="sem"), told | facts)


def day(back: int = 40) -> str:
    return (clock.today() - timedelta(days=back)).isoformat()


def test_the_talk_and_the_names_come_along(family: Family) -> None:
    assert taken_over(family, on=day(), reaction="wants", people="oma Fatma, meester Jo").status_code == 302
    told = family.page("moments:moments", seen_by="lotte", child="sem")
    assert "door het CLB" in told
    assert "Het is tijd om erover te praten" in told
    assert "De hulp begint" in told, "that of here waits all the same, since he came"
    circle = family.page("circle:page", seen_by="lotte", child="sem")
    assert "oma Fatma" in circle
    assert "meester Jo" in circle
    assert family.log(Event.REFERRER_TOLD) == 1


def test_only_names_is_enough_and_then_the_talk_still_waits(family: Family) -> None:
    assert taken_over(family, people="oma Fatma").status_code == 302
    assert "Het is tijd om erover te praten" in family.page("moments:moments", seen_by="lotte", child="sem")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"expressed": "", "people": "oma Fatma"}, "Zonder een ja van het kind nemen we niets over."),
        ({}, "Er staat nog niets om over te nemen"),
        ({"on": "2099-01-01"}, "Die dag moet nog komen."),
        ({"people": "x" * 90}, "xxxx"),
        ({"who": "", "on": day()}, "Dit is nog leeg."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_taken_over(family: Family, facts: dict[str, str], said: str) -> None:
    answer = taken_over(family, **facts)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert family.log(Event.REFERRER_TOLD) == 0


def test_a_form_sent_twice_counts_once(family: Family) -> None:
    told = {"once": family.once(), "expressed": "pointed", "people": "oma Fatma", **WHO}
    for _ in range(2):
        family.browser("lotte").post(family.url("moments:referred", child="sem"), told)
    assert family.log(Event.REFERRER_TOLD) == 1
    assert family.page("circle:list", seen_by="lotte", child="sem").count(">oma Fatma<") <= 1


@pytest.mark.parametrize("who", ["sem", "noor", "ann", "karim", "bram", "hilde", "mo", "an"])
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    assert taken_over(family, who, people="oma Fatma").status_code == 404


def test_the_empty_sheet_goes_to_the_referrer_beforehand(family: Family) -> None:
    answer = family.browser("lotte").get(reverse("explaining:referring_sheet", args=["nl"]))
    assert answer.content.startswith(b"%PDF")
    assert family.browser("lotte").get(reverse("explaining:referring_sheet", args=["xx"])).status_code == 404
    assert family.browser("karim").get(reverse("explaining:referring_sheet", args=["nl"])).status_code == 404
