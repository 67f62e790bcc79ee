"""The birthday of Noor (15): another one asks why, and at 12 and 18 Hilde, who leads the team, looks first."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.acts import birthdays
from kring.access.acts.birthdays import Why
from kring.access.door import RefusedError
from kring.access.leading import open_as_lead
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.dossier.models import Dossier, OtherBirthday
from kring.kit import clock
from kring.law.access import Section
from kring.law.capacity import Known, turns
from tests.family import Family

YEAR = timedelta(days=365)
WHY = "haar identiteitskaart lag op tafel"
GIVEN = {"motive": WHY, "known": Known.PAPER.value}


def born(family: Family, child: str = "noor") -> date:
    return date.fromisoformat(Dossier.objects.get(pk=family.seeded.dossiers[child]).born_on)


def sent(family: Family, day: date, **facts: Any) -> HttpResponse:
    data = {"born_on": day.isoformat(), "sure": day.isoformat(), **GIVEN, **facts, "once": family.once()}
    return family.browser("lotte").post(family.url("rights:birthday"), data)


def eleven(family: Family) -> date:
    """A day by which Noor is eleven; Lotte asked it."""
    day = clock.today() - 11 * YEAR - timedelta(days=100)
    assert sent(family, day)["Location"] == family.url("rights:birthday")
    return day


def answer(family: Family, which: OtherBirthday, said: str = "yes", *, by: str = "hilde") -> HttpResponse:
    data = {"which": str(which.pk), "answer": said, "once": family.once()}
    return family.browser(by).post(reverse("portals:birthdays"), data)


def test_a_small_change_asks_why_and_how_it_is_known_and_works_at_once(family: Family) -> None:
    before, lotte = born(family), family.browser("lotte")
    day = before + timedelta(days=3)
    for name in GIVEN:
        assert "nog leeg" in sent(family, day, **{name: ""}).content.decode()
    read = lotte.post(
        family.url("rights:birthday"), {"born_on": day.isoformat(), **GIVEN, "once": family.once()}
    ).content.decode()
    assert "Klopt dat?" in read
    assert WHY in read
    assert born(family) == before
    assert sent(family, day).status_code == 302
    assert born(family) == day
    (row,) = OtherBirthday.objects.all()
    assert (row.was, row.motive, row.holds) == (before, WHY, True)
    assert Entry.objects.get(event=Event.BIRTHDAY_WRITTEN.value).codes == [Known.PAPER.value]
    assert WHY in family.page("rights:birthday", seen_by="lotte")
    assert "Je verjaardag is veranderd" in family.page("portals:child", seen_by="noor")


def test_the_first_birthday_needs_no_motive(family: Family) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on="")
    day = clock.today() - 11 * YEAR
    assert sent(family, day, motive="", known="").status_code == 302
    assert born(family) == day
    assert not OtherBirthday.objects.exists()


@pytest.mark.parametrize("age", [12, 15, 18])
def test_a_first_one_near_twelve_or_eighteen_asks_why_and_how_it_is_known(family: Family, age: int) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on="")
    day = clock.today() - age * YEAR
    assert "Dan is het kind 12 of 18, of bijna." in sent(family, day, motive="", known="").content.decode()
    with pytest.raises(NotAllowedError):
        birthdays.write(family.door("lotte", Section.RIGHTS), day, None, once=None)
    assert Dossier.objects.get(pk=family.noor.dossier).born_on == ""
    assert sent(family, day)["Location"] == family.url("rights:deciding"), "and it waits for nobody"
    assert born(family) == day
    (row,) = OtherBirthday.objects.all()
    assert (row.was, row.motive, row.holds) == (None, WHY, True)
    told = family.page("portals:child", seen_by="noor")
    assert "Je verjaardag is opgeschreven" in told
    assert "Lotte schreef op" in told
    assert WHY in family.page("rights:birthday", seen_by="lotte")


def step(family: Family, days: int) -> bool:
    """Another birthday, so many days from the one that stands there; whether it worked at once."""
    before = born(family)
    assert sent(family, before + timedelta(days=days)).status_code == 302
    return born(family) != before


def test_a_month_sooner_and_a_month_again_do_not_pass_twelve_early(family: Family) -> None:
    """She is twelve in eleven months: by ten steps of a month she would be twelve next month, and none passes a day."""
    start = clock.today() - 11 * YEAR - timedelta(days=30)
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=start.isoformat())
    assert [step(family, -29) for _ in range(10)] == [False] * 10
    assert born(family) == start


def test_a_step_is_weighed_against_the_first_birthday_of_the_last_year_too(family: Family) -> None:
    """What small steps did before that rule: she became twelve early, and the next step tells it."""
    early, true = (clock.today() - YEAR * age - timedelta(days=60) for age in (12, 11))
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=true.isoformat())
    step(family, -29)
    row = OtherBirthday.objects.get()
    before_that = {"holds": True, "ended_at": row.asked_at, "asked_at": clock.now() - timedelta(days=90)}
    OtherBirthday.objects.update(**before_that)
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=early.isoformat())
    assert not turns(early, early - timedelta(days=3), on=clock.today())
    assert not step(family, -3)
    OtherBirthday.objects.filter(ended_at=None).delete()
    OtherBirthday.objects.update(asked_at=clock.now() - timedelta(days=400))
    assert step(family, -3), "of longer ago it is not weighed again"


def test_what_hilde_said_yes_to_is_where_it_counts_from(family: Family) -> None:
    start = clock.today() - 11 * YEAR - timedelta(days=30)
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=start.isoformat())
    assert not step(family, -2 * 365)
    assert answer(family, OtherBirthday.objects.get()).status_code == 302
    assert born(family) == start - 2 * YEAR
    assert step(family, 3)


@pytest.mark.parametrize("days", [1, -365 * 40])
def test_a_day_that_cannot_be_is_said(family: Family, days: int) -> None:
    assert sent(family, clock.today() + timedelta(days=days)).status_code == 200
    assert family.log(Event.BIRTHDAY_WRITTEN) == 0


def test_past_twelve_it_waits_for_hilde_and_noor_reads_who_asked_it(family: Family) -> None:
    before = born(family)
    day = eleven(family)
    assert born(family) == before
    assert "Dit wacht op wie het team leidt" in family.page("rights:birthday", seen_by="lotte")
    for page in ("portals:child", "portals:known", "portals:child"):
        told = family.page(page, seen_by="noor")
        assert "Iemand vraagt een andere verjaardag voor jou" in told
        assert "Lotte vroeg dit" in told
        assert WHY not in told
    assert "andere verjaardag voor jou" not in family.page("portals:home", seen_by="ann")
    lead = family.browser("hilde")
    assert reverse("portals:birthdays") in lead.get(reverse("portals:lead")).content.decode()
    assert WHY in lead.get(reverse("portals:birthdays")).content.decode()
    assert answer(family, OtherBirthday.objects.get()).status_code == 302
    assert born(family) == day
    assert family.log(Event.BIRTHDAY_LOOKED_AT) == 1
    assert "Je verjaardag is veranderd" in family.page("portals:known", seen_by="noor")
    assert "Hilde keek het na" not in family.page("portals:child", seen_by="noor")
    assert reverse("portals:birthdays") not in lead.get(reverse("portals:lead")).content.decode()


def test_hilde_says_no_and_the_birthday_stays(family: Family) -> None:
    before, _ = born(family), eleven(family)
    row = OtherBirthday.objects.get()
    assert answer(family, row, "no").status_code == 302
    assert born(family) == before
    assert "Je verjaardag blijft zoals ze was" in family.page("portals:child", seen_by="noor")
    assert answer(family, row).status_code == 404, "it does not wait any more"
    assert born(family) == before


@pytest.mark.parametrize("who", ["lotte", "bram", "mo", "ann", "noor", "wilma", "an"])
def test_only_who_leads_the_team_says_yes(family: Family, who: str) -> None:
    before, _ = born(family), eleven(family)
    row = OtherBirthday.objects.get()
    assert answer(family, row, by=who).status_code in {302, 404}
    assert family.browser(who).get(reverse("portals:birthdays")).status_code == 404
    with pytest.raises(RefusedError):
        open_as_lead(family.actor(who), family.noor.dossier, Section.MOMENTS)
    with pytest.raises(NotAllowedError):
        birthdays.decide(family.door("lotte", Section.RIGHTS), row, holds=True, once=None)
    assert born(family) == before


def test_who_asked_it_is_never_the_second_person(family: Family) -> None:
    before, _ = born(family), eleven(family)
    row = OtherBirthday.objects.get()
    OtherBirthday.objects.update(asked_by=family.person("hilde"))
    assert "Jij vroeg dit zelf" in family.browser("hilde").get(reverse("portals:birthdays")).content.decode()
    assert answer(family, row).status_code == 404
    assert born(family) == before
    OtherBirthday.objects.update(asked_by=family.person("lotte"))
    assert answer(family, row).status_code == 302
    assert born(family) != before


def test_another_one_takes_the_place_of_what_waits(family: Family) -> None:
    eleven(family)
    first = OtherBirthday.objects.get()
    day = born(family) - timedelta(days=2)
    assert sent(family, day).status_code == 302
    assert born(family) == day
    assert answer(family, first).status_code == 404
    assert born(family) == day


def test_no_other_day_without_a_motive_and_none_by_who_does_not_help(family: Family) -> None:
    before, door = born(family), family.door("lotte", Section.RIGHTS)
    for why in (None, Why(motive="  ", known=Known.SLIP)):
        with pytest.raises(NotAllowedError):
            birthdays.write(door, before + timedelta(days=1), why, once=None)
    with pytest.raises(NotAllowedError):
        birthdays.write(family.door("noor", Section.RIGHTS), before, Why(motive=WHY, known=Known.CHILD), once=None)
    assert born(family) == before


@pytest.mark.parametrize(
    ("before", "after", "waits"),
    [(15, 14, False), (15, 11, True), (11, 12, True), (9, 8, False), (9, 13, True), (17, 19, True), (15, 17, True)],
)
def test_what_makes_it_pass_twelve_or_eighteen_within_a_year_waits(before: int, after: int, waits: bool) -> None:
    today = date(2026, 11, 21)
    was, day = (today.replace(year=today.year - age, month=6) for age in (before, after))
    assert turns(was, day, on=today) is waits
    assert turns(day, was, on=today) is waits
