"""Somebody stopped and Noor was told: whom she can turn to now stands first, and her plan is looked at again (A140)."""

import pytest

from kring.dossier.models import Dossier
from kring.journal.acts import plan
from kring.journal.acts.plan import Line
from kring.journal.models import PlanKind, PlanLine
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.time import months_later
from kring.portals.todo import day_of
from kring.rights.acts import wishes
from tests.family import Family
from tests.rooms.test_endings import heard, jim, leaving, told

NAMES_HER = Line(kind=PlanKind.PERSON, words="Wilma. Zij doet altijd open.", number="0470 00 00 12")
ANOTHER = Line(kind=PlanKind.PLACE, words="De bibliotheek.")
TODAY = "Kijk het plan van Noor na"


@pytest.fixture
def planned(family: Family) -> Family:
    for line in (NAMES_HER, ANOTHER):
        plan.add(family.door("lotte", Section.SAFETY), line, act=uuid7())
    jim(family)
    heard(family)
    return family


def today(family: Family) -> str:
    return family.browser("lotte").get("/today/?all=1").content.decode()


def asked(family: Family, who: str = "noor") -> int:
    """How many lines of the plan ask to be looked at."""
    return family.page("journal:plan", seen_by=who).count("ijk dit samen na")


def test_it_is_not_going_well_names_first_whom_she_can_turn_to_now(planned: Family) -> None:
    assert "Hier kan je nu terecht" not in planned.page("portals:not_well", seen_by="noor")
    told(planned)
    page = planned.page("portals:not_well", seen_by="noor")
    assert "Hier kan je nu terecht" in page
    assert page.index("oma Rita") < page.index("tel:102")
    assert planned.browser("wilma").get(planned.url("portals:not_well")).status_code == 404


def test_the_plan_that_names_her_is_looked_at_again_until_somebody_did(planned: Family) -> None:
    assert (TODAY in today(planned), asked(planned), asked(planned, "lotte")) == (False, 0, 0)
    told(planned)
    of_her = [one for one in plan_lines(planned) if "wilma" in one.words.casefold()]
    assert 0 < len(of_her) < len(plan_lines(planned))
    assert (TODAY in today(planned), asked(planned), asked(planned, "lotte")) == (True, len(of_her), len(of_her))
    for row in of_her:
        same = Line(kind=PlanKind(row.kind), words=row.words, number=row.number)
        plan.change(planned.door("lotte", Section.SAFETY), row, same, row.item.version, act=uuid7())
    assert (TODAY in today(planned), asked(planned)) == (False, 0)
    assert {one.item.version for one in plan_lines(planned)} == {1}, "looked at is not changed: a yes to it stands"


def test_before_her_place_closes_it_says_what_of_it_nobody_did_yet(planned: Family) -> None:
    before = planned.page("endings:close", seen_by="lotte")
    assert ("Het kind weet het nog niet." in before, "Na een afscheid: kijken" in before) == (True, False)
    told(planned)
    page = planned.page("endings:close", seen_by="lotte")
    assert "Wat staat er nog open?" in page
    assert ("Het kind weet het nog niet." in page, "Na een afscheid: kijken" in page) == (False, True)
    assert "Het plan van het kind wordt nog eens nagekeken." in page
    assert page.index("Wat staat er nog open?") < page.index("wie doet wat nog open staat") < page.index("Sluit deze")


def test_the_plan_that_names_whom_noor_let_go_is_looked_at_too_until_she_chooses_anew(planned: Family) -> None:
    noor, wilma = planned.door("noor", Section.RIGHTS), planned.member("wilma")
    of_her = [one for one in plan_lines(planned) if "wilma" in one.words.casefold()]
    assert (TODAY in today(planned), asked(planned)) == (False, 0)
    wishes.withdraw(noor, wilma, Meaning.JIM, act=uuid7(), on=clock.today())
    assert (TODAY in today(planned), asked(planned)) == (True, len(of_her))
    again = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(planned.door("noor", Section.RIGHTS), wilma, again, act=uuid7())
    assert (TODAY in today(planned), asked(planned)) == (False, 0)


def test_taken_back_nothing_of_it_stands_in_the_plan(planned: Family) -> None:
    row = leaving(planned)
    told(planned)
    assert asked(planned) > 0
    sent = {"once": planned.once(), "not_told": "yes"}
    planned.browser("lotte").post(planned.url("endings:tell", leaving=row.pk), sent)
    assert (asked(planned), TODAY in today(planned)) == (0, False)


def plan_lines(family: Family) -> list[PlanLine]:
    return list(family.door("lotte", Section.SAFETY).within(PlanLine.objects.all()))


# -- at eighteen ---


def test_at_eighteen_no_page_says_less_than_the_law(family: Family) -> None:
    weak, parents = "Deze drie rechten hebben een extra regel", "De ouder kiest op de eigen pagina."
    assert weak in family.page("rights:deciding", seen_by="noor")
    assert parents in family.page("rights:parents_persons", seen_by="lotte")
    born = months_later(clock.today(), -12 * 18)
    Dossier.objects.filter(pk=family.noor.dossier).update(born_on=born.isoformat())
    page = family.page("rights:deciding", seen_by="noor")
    assert weak not in page
    assert "Je bent 18: jij beslist zelf." in page
    assert parents not in family.page("rights:parents_persons", seen_by="lotte")


def test_a_day_of_another_year_has_its_year() -> None:
    on = clock.today()
    assert day_of(on).split()[-1] != str(on.year)
    assert day_of(on.replace(year=on.year - 2, day=1)).endswith(f" {on.year - 2}")
