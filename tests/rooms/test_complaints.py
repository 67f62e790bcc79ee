"""Where one complains stands beside the right, with its source and the day somebody looked (A115)."""

from datetime import timedelta

import pytest
from django.utils.formats import date_format

from kring.dossier.models import Dossier
from kring.kit import clock
from kring.law.rights_moments import Audience
from kring.law.support import For
from kring.people.acts import advice, shelf
from kring.people.models import Organisation
from tests.family import Family

LINE = "De klachtendienst van De Linde"
FOLDER = "Folder van de Vlaamse overheid"


def house_of(family: Family) -> Organisation:
    return Organisation.objects.get(teams=Dossier.objects.get(pk=family.noor.dossier).team_id)


def on_the_list(family: Family, *, whom: For, days_ago: int = 0) -> None:
    told = advice.Advice(
        name=LINE,
        words="Elke weekdag, ook voor kinderen.",
        phone="011 22 33 44",
        page="https://klacht.example/",
        whom=whom,
        source="intranet",
        looked_on=clock.today() - timedelta(days=days_ago),
    )
    advice.add(family.actor("mo"), house_of(family), told, once=None)


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_it_stands_beside_the_right_on_the_page_of_noor_and_of_lotte(family: Family, who: str) -> None:
    on_the_list(family, whom=For.COMPLAINT)
    page = family.page("rights:meanings", seen_by=who)
    assert LINE in page
    assert 'href="tel:011223344"' in page
    assert "artikel 24" in page
    assert f"Nagekeken op {date_format(clock.today(), 'j F Y')}" in page


def test_of_what_nobody_looked_at_for_a_year_the_page_says_so(family: Family) -> None:
    on_the_list(family, whom=For.COMPLAINT, days_ago=400)
    assert "Niet meer nagekeken sinds" in family.page("rights:meanings", seen_by="noor")


def test_another_place_of_the_list_stands_not_there_and_kring_names_what_it_knows(family: Family) -> None:
    on_the_list(family, whom=For.PARTNER)
    page = family.page("rights:meanings", seen_by="noor")
    assert LINE not in page
    assert "Klachtenlijn van het Kinderrechtencommissariaat" in page


@pytest.mark.parametrize("who", ["karim", "wilma", "ann"])
def test_who_stands_beside_her_and_her_parent_find_it_among_the_places(family: Family, who: str) -> None:
    on_the_list(family, whom=For.COMPLAINT)
    assert LINE in family.page("portals:home", seen_by=who)


def test_nobody_owes_a_report_and_the_folder_is_a_setting_of_the_house(family: Family) -> None:
    """C102, A156b."""
    titled = (FOLDER, "https://folder.example/")
    shelf.add_material(family.actor("mo"), house_of(family), Audience.TRUST_PERSON, titled, once=None)
    page = family.page("support:welcome", seen_by="wilma")
    assert "Een verslag vraagt niemand." in page
    assert FOLDER in page
    begin = family.page("agreements:begin", seen_by="lotte", member=family.member("wilma"))
    assert FOLDER in begin
    assert "https://folder.example/" in begin
