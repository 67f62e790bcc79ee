"""Half a year before Noor is eighteen Lotte finds that a talk is due, how one tells it, and a sheet to leave behind."""

from datetime import date

import pytest
from django.urls import reverse

from kring.access.models import Item
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.rights_moments import EARLY, Audience
from kring.law.time import months_later
from kring.moments.acts import talking
from kring.moments.turning import OF_AGE
from tests.family import Family


def becomes_eighteen(family: Family, on: date) -> None:
    born = date(on.year - 18, on.month, min(on.day, 28)).isoformat()
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=born)


@pytest.mark.parametrize(("months", "is_due"), [(EARLY + 2, False), (EARLY, True), (2, True)])
def test_half_a_year_before_the_talk_is_due_and_the_guide_stands_beside_it(
    family: Family, months: int, is_due: bool
) -> None:
    becomes_eighteen(family, months_later(clock.today(), months))
    page = family.page("moments:moments", seen_by="lotte")
    assert ("Praten over 18 worden" in page) is is_due
    assert "Praten over 18 worden" not in family.page("moments:moments", seen_by="noor")


def test_the_guide_says_what_falls_and_what_stays_and_that_a_person_tells_it(family: Family) -> None:
    page = family.browser("lotte").get(reverse("explaining:of_age")).content.decode()
    lines = OF_AGE.leaflet("nl").lines
    for words in ("Een mens vertelt dit, nooit een bericht.", "Nog niet is een goed antwoord.", *lines):
        assert words in page
    assert "Praten over 18 worden" in family.browser("lotte").get(reverse("explaining:scripts")).content.decode()


@pytest.mark.parametrize(("language", "status"), [("nl", 200), ("fr", 200), ("en", 200), ("xx", 404)])
def test_the_sheet_is_a_pdf_and_of_another_language_there_is_none(family: Family, language: str, status: int) -> None:
    answer = family.browser("lotte").get(reverse("explaining:of_age_sheet", args=[language]))
    assert answer.status_code == status
    assert answer.content.startswith(b"%PDF") is (status == 200)


@pytest.mark.parametrize("who", ["noor", "ann", "wilma", "karim"])
def test_it_is_for_who_tells_it(family: Family, who: str) -> None:
    for name, parts in (("of_age", []), ("of_age_sheet", ["nl"])):
        assert family.browser(who).get(reverse(f"explaining:{name}", args=parts)).status_code == 404


def test_from_the_page_where_it_is_prepared_one_tap_leads_to_it(family: Family) -> None:
    becomes_eighteen(family, months_later(clock.today(), 3))
    turns = family.url("moments:turning")
    assert turns in family.page("portals:yours", seen_by="lotte")
    assert reverse("explaining:of_age") in family.browser("lotte").get(turns).content.decode()


def test_a_talk_of_before_leaves_the_day_half_a_year_before_on_the_desk(family: Family) -> None:
    """Also in a house that talks once in two years: the desk of Lotte reads that day, and nothing of what was said."""
    eighteenth = months_later(clock.today(), EARLY + 1)
    becomes_eighteen(family, eighteenth)
    door = family.door("lotte", Section.MOMENTS)
    talking.explained(door, talking.Told(on=clock.today(), audience=Audience.YOUTH), months=24, act=uuid7())
    day = months_later(eighteenth.replace(day=min(eighteenth.day, 28)), -EARLY)
    assert Item.objects.filter(dossier=family.noor.dossier, section=Section.MOMENTS.value, look_on=day).exists()
