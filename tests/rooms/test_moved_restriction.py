"""Contact with "mama" is restricted, and who that is gets moved: it stays on whom it was made for, and nobody is
restricted by that alone (R28)."""

from html import unescape

import pytest
from django.urls import reverse

from kring.access.acts.protecting import is_restricted
from kring.access.models import Restriction
from kring.law.access import Section
from tests.family import Family
from tests.rooms.pointing import point
from tests.rooms.test_restrictions import look, member, person, record, sections
from tests.rooms.test_somebody_else import another

ASKS = "Deze ging mee met wie toen mama was. mama is nu: Ann (ouder). Geldt ze daar ook voor?"
TODAY = "Een contactbeperking noemt iemand uit de kring. Wie dat is, veranderde. Geldt ze ook voor wie het nu is?"


@pytest.fixture
def moved(family: Family) -> Family:
    """Tarik stood as mama, contact with mama was restricted, and then it was put right: Tarik is papa."""
    point(family, "tarik", "mama")
    assert record(family, member(family, "mama"), none_of_them="on").status_code == 302
    assert sections(family, "tarik") <= {Section.SAID}
    assert another(family, "mama", "papa", by="lotte") == 302
    return family


def restrictions(family: Family) -> str:
    return " ".join(unescape(family.page("rights:restrictions", seen_by="lotte")).split())


def today(family: Family, who: str = "lotte") -> str:
    return unescape(family.browser(who).get(reverse("portals:today")).content.decode())


def test_it_stays_on_tarik_and_ann_is_not_restricted_by_a_tap(moved: Family) -> None:
    before = sections(moved, "ann")
    assert (ASKS in restrictions(moved), TODAY in today(moved)) == (False, False)
    point(moved, "ann", "mama")
    assert sections(moved, "tarik") <= {Section.SAID}, "protection never opens by itself"
    assert sections(moved, "ann") == before
    assert Section.RIGHTS in before or len(before) > 1
    assert is_restricted(moved.noor.dossier, member=moved.member("mama")), "nothing new opens for mama"
    assert (ASKS in restrictions(moved), TODAY in today(moved)) == (True, True)
    assert TODAY not in today(moved, "bram")


def test_lotte_says_that_it_holds_for_ann_too(moved: Family) -> None:
    point(moved, "ann", "mama")
    assert record(moved, person(moved, "ann")).status_code == 302
    assert sections(moved, "ann") <= {Section.SAID}
    assert (ASKS in restrictions(moved), TODAY in today(moved)) == (False, False)


def test_lotte_says_that_it_does_not_and_tarik_stays_out(moved: Family) -> None:
    point(moved, "ann", "mama")
    row = Restriction.objects.get(member=moved.member("mama"))
    assert look(moved, row, "over").status_code == 302
    assert TODAY not in today(moved)
    assert sections(moved, "tarik") <= {Section.SAID}
    assert len(sections(moved, "ann")) > 1


def test_moved_back_by_noor_he_is_restricted_still(moved: Family) -> None:
    assert another(moved, "papa", "mama") == 302
    assert sections(moved, "tarik") <= {Section.SAID}
    assert TODAY not in today(moved), "he is restricted himself"


def test_who_is_pointed_out_while_nobody_was_mama_is_restricted_as_it_was_made_for_her(family: Family) -> None:
    assert record(family, member(family, "mama"), none_of_them="on").status_code == 302
    point(family, "ann", "mama")
    assert sections(family, "ann") <= {Section.SAID}
    assert TODAY not in today(family)
