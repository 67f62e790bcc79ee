"""The act of another birthday itself, by hand: what it is weighed against, who may, and what it says of itself."""

from datetime import date, timedelta

import pytest

from kring.access.acts import birthdays
from kring.access.acts.birthdays import GROWN, LOOKS_BACK, Why
from kring.access.leading import open_as_lead
from kring.access.writing import NotAllowedError
from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Dossier, OtherBirthday
from kring.kit import clock
from kring.law.access import Section
from kring.law.capacity import Known
from tests.family import Family
from tests.rooms.test_birthdays import born, eleven, sent

DAY = timedelta(days=1)
WHY = Why(motive="stond verkeerd", known=Known.SLIP)
LAST, NEW = date(2011, 3, 4), date(2011, 3, 9)


def aged(years: int) -> date:
    today = clock.today()
    return date(today.year - years, 1, 1)


def stood(family: Family, *steps: tuple[str, str, bool], ago: timedelta = timedelta(hours=1)) -> None:
    """What was written of it before, the first first: from which day, to which, whether a second person said yes."""
    for place, (before, after, seen) in enumerate(steps):
        at = clock.now() - ago + place * timedelta(minutes=1)
        OtherBirthday.objects.create(
            dossier_id=family.noor.dossier,
            before=before,
            born_on=after,
            motive="eerder",
            known=Known.SLIP.value,
            asked_at=at,
            asked_by_id=family.person("lotte"),
            ended_at=at,
            ended_by_id=family.person("hilde") if seen else None,
            holds=True,
        )
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=LAST.isoformat())


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """Against which days the new one is weighed."""
    days: list[date] = []
    monkeypatch.setattr(birthdays, "turns", lambda was, _new, *, on: bool(days.append(was)) or on is None)
    return days


A, B, C = "2011-01-01", "2011-01-02", "2011-01-03"


@pytest.mark.parametrize(
    ("steps", "against"),
    [
        ((), []),
        (((A, B, False),), [A]),
        (((A, B, False), (B, C, False)), [A]),
        ((("", B, False), (B, C, False)), [B]),
        (((A, B, True),), []),
        (((A, B, True), (B, C, False)), [B]),
        (((A, B, True), (B, C, True), (C, A, False)), [C]),
    ],
)
def test_against_what_stands_there_and_what_stood_there_first_since_somebody_looked(
    family: Family, weighed: list[date], steps: tuple[tuple[str, str, bool], ...], against: list[str]
) -> None:
    stood(family, *steps)
    assert birthdays.write(family.door("lotte", Section.RIGHTS), NEW, WHY, once=None)
    assert weighed == [LAST, *(date.fromisoformat(one) for one in against)]


@pytest.mark.parametrize(("ago", "counts"), [(timedelta(days=366) - DAY / 24, True), (LOOKS_BACK + DAY / 24, False)])
def test_over_a_year_back_and_no_further(family: Family, weighed: list[date], ago: timedelta, *, counts: bool) -> None:
    assert timedelta(days=366) == LOOKS_BACK
    stood(family, (A, B, False), ago=ago)
    birthdays.write(family.door("lotte", Section.RIGHTS), NEW, WHY, once=None)
    assert weighed == [LAST, *([date.fromisoformat(A)] if counts else [])]


def test_a_day_to_come_is_none_and_today_is_one(family: Family) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on="")
    with pytest.raises(NotAllowedError):
        birthdays.write(family.door("lotte", Section.RIGHTS), clock.today() + DAY, WHY, once=None)
    assert birthdays.write(family.door("lotte", Section.RIGHTS), clock.today(), None, once=None) is None
    assert born(family) == clock.today()


def test_of_a_small_child_another_one_asks_why_as_well(family: Family) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=aged(5).isoformat())
    with pytest.raises(NotAllowedError):
        birthdays.write(family.door("lotte", Section.RIGHTS), aged(5) + DAY, None, once=None)
    assert born(family) == aged(5)
    birthdays.write(family.door("lotte", Section.RIGHTS), aged(5) + DAY, WHY, once=None)
    assert born(family) == aged(5) + DAY


@pytest.mark.parametrize("holds", [True, False])
def test_the_log_says_what_who_leads_the_team_said(family: Family, *, holds: bool) -> None:
    eleven(family)
    lead = open_as_lead(family.actor("hilde"), family.noor.dossier, Section.MOMENTS)
    birthdays.decide(lead, OtherBirthday.objects.get(), holds=holds, once=None)
    said = chain.last(Event.BIRTHDAY_LOOKED_AT)
    assert said is not None
    assert said.codes == ["yes" if holds else "no"]


@pytest.mark.parametrize("who", ["bram", "noor", "ann"])
def test_nobody_else_decides_who_did_not_ask_it_either(family: Family, who: str) -> None:
    eleven(family)
    before, section = born(family), Section.SAID if who == "ann" else Section.CIRCLE
    with pytest.raises(NotAllowedError):
        birthdays.decide(family.door(who, section), OtherBirthday.objects.get(), holds=True, once=None)
    assert born(family) == before


def test_the_child_has_read_it_and_not_who_works_with_it(family: Family) -> None:
    stood(family, (A, B, False))
    place, row = Dossier.objects.filter(pk=family.noor.dossier), OtherBirthday.objects.get()
    place.update(birthday_news=True)
    birthdays.has_read(family.door("lotte", Section.RIGHTS), row)
    assert place.get().birthday_news
    birthdays.has_read(family.door("noor", Section.RIGHTS), row)
    assert not place.get().birthday_news


def test_how_old_by_the_one_and_by_the_other(family: Family) -> None:
    row = OtherBirthday(before=aged(15).isoformat(), born_on=aged(11).isoformat())
    assert birthdays.ages(row) == (15, 11)
    assert birthdays.ages(OtherBirthday(before="", born_on=aged(11).isoformat())) == (11, 11)


@pytest.mark.parametrize(("years", "said"), [(26, False), (27, True)])
def test_no_child_of_the_youth_help_is_older(family: Family, years: int, *, said: bool) -> None:
    assert GROWN == 26
    answer = sent(family, aged(years))
    assert answer.status_code == (200 if said else 302)
    assert OtherBirthday.objects.exists() is not said
