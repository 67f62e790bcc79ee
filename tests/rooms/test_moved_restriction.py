"""Contact with "mama" is restricted, and who that is gets moved: it stays on whom it was made for, and all stays shut
for who is mama now until a worker says whether it holds for her (R28)."""

from html import unescape

import pytest
from django.urls import reverse

from kring.access.acts.protecting import is_restricted, told_of
from kring.access.models import Restriction
from kring.law.access import Section
from tests.family import Family
from tests.rooms.journal import row, write
from tests.rooms.pointing import point
from tests.rooms.test_restrictions import is_told, look, member, person, record, sections
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


def test_it_stays_on_tarik_and_all_is_shut_for_ann_until_a_worker_answers(moved: Family) -> None:
    assert len(sections(moved, "ann")) > 1
    assert (ASKS in restrictions(moved), TODAY in today(moved)) == (False, False)
    point(moved, "ann", "mama")
    assert sections(moved, "tarik") <= {Section.SAID}, "protection never opens by itself"
    assert sections(moved, "ann") <= {Section.SAID}
    assert is_restricted(moved.noor.dossier, member=moved.member("mama")), "nothing new opens for mama"
    assert is_restricted(moved.noor.dossier, person=moved.person("ann")), "no link and no message"
    assert (ASKS in restrictions(moved), TODAY in today(moved)) == (True, True)
    assert TODAY not in today(moved, "bram")


def test_the_worker_reads_that_there_was_one_where_it_says_that_it_is_so(moved: Family) -> None:
    point(moved, "ann", "mama")
    page = " ".join(unescape(moved.page("portals:known", seen_by="lotte")).split())
    assert "Er is een contactbeperking met mama. Tot jij zegt voor wie ze geldt, blijft alles dicht voor Ann." in page
    so = moved.url("portals:is_so", member=moved.member("mama"))
    moved.browser("lotte").post(so, {"once": moved.once()})
    assert sections(moved, "ann") <= {Section.SAID}, "who that is says nothing of what holds"


def test_in_an_emergency_nothing_goes_to_whom_it_may_hold_for(moved: Family) -> None:
    words = "We keken samen naar een nieuwe school."
    write(moved, "lotte", words)
    where = moved.url("portals:emergency", item=row(moved, words, seen_by="lotte").pk)
    offered = str(moved.person("ann"))
    assert offered in moved.browser("lotte").get(where).content.decode()
    point(moved, "ann", "mama")
    assert offered not in moved.browser("lotte").get(where).content.decode()


def test_noor_reads_that_nothing_was_decided_about_ann(moved: Family) -> None:
    assert all(code == 302 for code in is_told(moved))
    point(moved, "ann", "mama")
    assert moved.person("ann") not in told_of(moved.noor.dossier)
    assert moved.person("tarik") in told_of(moved.noor.dossier)
    about = moved.page("portals:about", seen_by="noor", member=moved.member("mama"))
    assert "Er is beslist dat" not in about


def test_no_tap_of_noor_opens_again_what_a_worker_was_asked(moved: Family) -> None:
    point(moved, "ann", "mama")
    assert another(moved, "mama", "johan") == 302
    assert sections(moved, "ann") <= {Section.SAID}


def test_nor_does_a_worker_who_says_that_she_is_somebody_else(moved: Family) -> None:
    """The page says that what is shut stays shut; it is ended where restrictions stand, by her name (R28)."""
    point(moved, "ann", "mama")
    assert another(moved, "mama", "johan", by="lotte") == 302
    assert sections(moved, "ann") <= {Section.SAID}


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
