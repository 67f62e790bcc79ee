"""What the house explains with stands where somebody explains; and a sheet for the wall (B137)."""

from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import pytest
from django.urls import reverse

from kring import loyalty, moments
from kring.kit import sheets
from kring.kit.keys import uuid7
from kring.kit.leaflets import Leaflets
from kring.law.rights_moments import Audience
from kring.people.acts import shelf
from kring.people.models import Organisation
from tests.family import Family


def put(family: Family, whom: Audience, title: str) -> None:
    house = Organisation.objects.get(teams__name="Team Noord")
    shelf.add_material(family.actor("mo"), house, whom, (title, "https://film.example"), once=uuid7())


def test_the_film_stands_where_lotte_writes_down_that_she_explained_it(family: Family) -> None:
    assert "Op de plank" not in family.page("moments:explain", seen_by="lotte")
    put(family, Audience.YOUTH, "Een film voor jongeren")
    put(family, Audience.PARENT, "Een folder voor ouders")
    told = family.page("moments:explain", seen_by="lotte")
    assert "Een film voor jongeren" in told
    assert "Een folder voor ouders" not in told


def test_the_folder_for_parents_stands_with_the_guide_for_talking_with_them(family: Family) -> None:
    put(family, Audience.PARENT, "Een folder voor ouders")
    told = family.browser("lotte").get(reverse("talking:guide")).content.decode()
    assert "Een folder voor ouders" in told
    assert family.browser("karim").get(reverse("talking:guide")).status_code == 404


def test_there_is_a_sheet_for_the_wall(family: Family) -> None:
    assert "Voor aan de muur" in family.browser("lotte").get(reverse("explaining:scripts")).content.decode()
    for language in ("nl", "fr", "en"):
        sheet = family.browser("lotte").get(reverse("explaining:poster", args=[language]))
        assert sheet.content.startswith(b"%PDF")
    assert family.browser("karim").get(reverse("explaining:poster", args=["nl"])).status_code == 404


@pytest.mark.parametrize(("folder", "wall"), [(moments, "poster"), (moments, "turning"), (loyalty, "sheets")])
def test_a_leaflet_that_states_law_says_when_it_was_looked_over(folder: ModuleType, wall: str) -> None:
    """And the poster alone is set to be read from two metres."""
    made = Leaflets(Path(str(folder.__file__)).parent / wall)
    for one in (made.leaflet(language.code) for language in made.languages()):
        assert (one.law, one.wall) == (True, wall == "poster")
    with patch.object(sheets, "pdf", side_effect=lambda _template, order: str(order).encode()):
        sheet = made.pdf(made.leaflet("nl"))
        assert b"Nagekeken op 21 november 2026" in sheet
        assert (b"<svg" in sheet) == (wall == "poster"), "a wall is looked at before it is read"
