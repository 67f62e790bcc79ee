"""From her 18th birthday nothing is told to a parent in an emergency: who is of age says yes itself (R15)."""

import pytest

from kring.access.models import Disclosure
from tests.family import Family
from tests.rooms.journal import row, write
from tests.rooms.test_of_age import is_of_age
from tests.rooms.test_telling import tell

WORDS = "We keken samen naar een nieuwe school."


@pytest.mark.parametrize(("days", "offered"), [(-1, True), (0, False), (9, False)])
def test_until_the_day_before_ann_is_offered_and_then_no_more(family: Family, days: int, offered: bool) -> None:
    write(family, "lotte", WORDS)
    note = row(family, WORDS, seen_by="lotte")
    is_of_age(family, days=days)
    page = family.browser("lotte").get(family.url("portals:emergency", item=note.pk)).content.decode()
    assert (str(family.person("ann")) in page) is offered
    assert str(family.person("karim")) in page, "who stands beside her stays"
    assert (tell(family, note, to="ann").status_code == 302) is offered
    assert Disclosure.objects.exists() is offered
