"""For what Noor turns to whom; and somebody who was reached in danger, told afterwards by a person (C82, R9)."""

from typing import Any

import pytest
from django.http import HttpResponse

from kring.access.acts import protecting
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Section
from kring.rights.models import ForWhat, Reached, Taken
from tests.family import Family
from tests.rooms.test_wish_page import name


def post(family: Family, page: str, *, by: str, said: dict[str, Any], **parts: Any) -> HttpResponse:
    return family.browser(by).post(family.url(page, **parts), {"once": family.once(), **said})


def test_who_for_what_by_subject(family: Family) -> None:
    for person, subjects in (("wilma", ["school", "money"]), ("karim", ["school"])):
        name(family, person, by="noor", meaning="supporter")
        member = family.member(person)
        assert (
            post(family, "rights:for_what_one", by="noor", said={"subjects": subjects}, member=member).status_code
            == 302
        )
    told = family.page("rights:for_what", seen_by="lotte")
    assert "Wilma, trainer Karim" in told
    post(family, "rights:for_what_one", by="noor", said={}, member=family.member("wilma"))
    rows = family.door("lotte", Section.RIGHTS).within(ForWhat.objects.filter(member=family.member("wilma")))
    assert {row.until_on for row in rows} == {clock.today()}  # what was said keeps its days


def test_a_subject_outside_the_list_is_none(family: Family) -> None:
    wrong = post(family, "rights:for_what_one", by="noor", said={"subjects": ["alles"]}, member=family.member("wilma"))
    assert wrong.status_code == 200


def reach(family: Family, *, by: str = "lotte", **other: str) -> HttpResponse:
    said = {
        "person": str(family.member("rita")),
        "how": "call",
        "on": clock.today().isoformat(),
        "motive": "Ze liep weg.",
    }
    return post(family, "rights:reached", by=by, said={**said, **other})


def test_in_danger_lotte_reaches_rita_and_tells_noor_afterwards(family: Family) -> None:
    assert reach(family).status_code == 302
    assert "Ze liep weg." not in family.page("rights:reached", seen_by="noor")
    row = family.door("lotte", Section.REACHED).within(Reached.objects.all())[0]
    assert (
        post(family, "rights:reached_told", by="lotte", said={"how": "Bij het ontbijt."}, reached=row.pk).status_code
        == 302
    )
    told = family.page("rights:reached", seen_by="noor")
    assert "Ze liep weg." in told
    assert "Bij het ontbijt." in told
    assert family.log(Event.PERSON_REACHED) == family.log(Event.REACHING_TOLD) == 1
    assert not family.door("lotte", Section.RIGHTS).within(Taken.objects.all()).exists()  # no step, and no asking


@pytest.mark.parametrize("other", [{"motive": " "}, {"motive": ""}, {"on": "2999-01-01"}, {"person": "nobody"}])
def test_without_a_motive_or_on_a_day_to_come_it_is_not_written(family: Family, other: dict[str, str]) -> None:
    assert reach(family, **other).status_code in {200, 404}
    assert not family.door("lotte", Section.REACHED).within(Reached.objects.all()).exists()


def test_danger_makes_no_contact_that_is_restricted(family: Family) -> None:
    toward = [protecting.Toward(member=family.member("rita"))]
    protecting.restrict(family.door("lotte", Section.RIGHTS), toward, from_on=clock.today(), until_on=None, once=None)
    assert "mag nu geen contact zijn" in reach(family).content.decode()


@pytest.mark.parametrize("by", ["noor", "ann", "wilma", "bram", "an", "mo"])
def test_nobody_else_writes_that(family: Family, by: str) -> None:
    reach(family, by=by)
    assert not family.door("lotte", Section.REACHED).within(Reached.objects.all()).exists()


def test_before_she_was_told_the_table_keeps_it_from_noor_and_not_a_page(family: Family) -> None:
    """R9, R15: by no road, also not by a page that forgets to ask whether it was told."""
    reach(family)
    assert not family.door("noor", Section.REACHED).within(Reached.objects.all()).exists()
    row = family.door("lotte", Section.REACHED).within(Reached.objects.all()).get()
    facts = {"once": family.once(), "how": "Aan tafel."}
    assert family.browser("lotte").post(family.url("rights:reached_told", reached=row.pk), facts).status_code == 302
    told = family.door("noor", Section.REACHED).within(Reached.objects.all()).get()
    assert (told.motive, told.reached_on, told.told_how) == (row.motive, row.reached_on, "Aan tafel.")
    assert family.door("lotte", Section.REACHED).within(Reached.objects.all()).count() == 1
