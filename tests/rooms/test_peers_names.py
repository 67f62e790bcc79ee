"""A meeting of who stands beside a child is about no child: no name is asked for, and none is told (C138)."""

from html import unescape

import pytest

from kring.people.models import Gathering
from tests.family import Family
from tests.rooms.test_peers import plans


@pytest.mark.parametrize("field", ["place", "agreed"])
def test_the_name_of_a_child_is_refused_whose_person_the_host_supports_and_which_it_was_is_not_said(
    family: Family, field: str
) -> None:
    """The host works with no child, and hears of each that somebody stands beside."""
    page = plans(family, **{field: "Bij noor thuis"}).content.decode()
    assert "kan zijn. Haal elke naam weg." in page
    assert not Gathering.objects.exists()
    assert plans(family, **{field: "Bij Zora thuis"}).status_code == 302


@pytest.mark.parametrize("words", ["Over Noor en haar mama", "over Zora", "Een avond rond Bas"])
def test_a_meeting_is_about_nobody_with_a_name_whether_or_not_one_is_known_here(family: Family, words: str) -> None:
    page = unescape(plans(family, subject="other", words=words).content.decode())
    assert "Haal die weg. Over één kind of gezin gaat het hier nooit." in page
    assert not Gathering.objects.exists()
    for plain in ("Over grenzen, met een JIM’s blik", "Wat doe je met De Linde", "Over het feest van de buurt"):
        assert plans(family, subject="other", words=plain).status_code == 302, plain
