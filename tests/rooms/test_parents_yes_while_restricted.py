"""Contact with papa is restricted: he is asked nothing about a page for the court, and reads of none (R28, R29)."""

from html import unescape

import pytest

from kring.access.models import Restriction, Say
from kring.access.writing import ITSELF
from kring.kit import clock
from tests.family import Family
from tests.rooms.test_parents_yes import nadia_reads, said_by, tap
from tests.rooms.test_restrictions import person, record
from tests.rooms.test_telling import about_mama
from tests.rooms.test_transfers import made, make

NOTHING = "Met Tarik is het contact beperkt. Kring vraagt Tarik niets. Die ja kan hier dus niet"


def mine(family: Family, who: str = "tarik") -> str:
    return unescape(family.page("portals:mine", seen_by=who))


@pytest.mark.parametrize("answer", ["said", "written", ITSELF])
def test_he_is_asked_nothing_and_nothing_goes_to_the_court(family: Family, answer: str) -> None:
    record(family, person(family, "tarik"))
    form = unescape(family.page("rights:transfer", seen_by="lotte"))
    assert NOTHING in form
    assert ("Zei Ann ja?" in form, "Zei Tarik ja?" in form) == (True, False)
    assert make(family, parent_1=answer, sure="on").status_code == 200
    assert made(family) == Say.objects.filter(giver="parent").count() == 0
    assert "Nadia" not in mine(family)


def test_a_page_without_anybodys_yes_is_made_and_he_reads_nothing_of_it(family: Family) -> None:
    record(family, person(family, "tarik"))
    none = {"child_consents": "", "parents_consent": "", "parent_0": "", "parent_1": ""}
    asked = {"basis": "basic_data", "written_request": "yes", "words": "", "sure": "on"}
    assert make(family, **none, **asked).status_code == 302
    assert "Nadia" not in mine(family)


def test_what_was_asked_before_goes_from_his_page_and_opens_nothing(family: Family) -> None:
    make(family, parent_1=ITSELF, sure="on")
    assert "Nadia" in mine(family)
    assert "Tarik tikt nog zelf ja" in unescape(family.page("rights:transfers", seen_by="lotte"))
    record(family, person(family, "tarik"))
    assert "Nadia" not in mine(family)
    for way in ("portals:mine_yes", "portals:take_back"):
        assert tap(family, way, "tarik", "tarik") == 404
    assert said_by(family, "tarik").waits
    assert not nadia_reads(family)
    hers = unescape(family.page("rights:transfers", seen_by="lotte"))
    assert (NOTHING in hers, "Tarik tikt nog zelf ja" in hers) == (True, False)
    assert "beperkt" not in unescape(family.page("rights:transfers", seen_by="noor")), "a person tells her that (R15)"
    Restriction.objects.update(over_at=clock.now())
    assert "Nadia" in mine(family)


def test_what_he_said_himself_before_he_still_takes_back(family: Family) -> None:
    make(family, sure="on")
    record(family, person(family, "tarik"))
    assert nadia_reads(family)
    assert "Stop dit" in mine(family)
    assert tap(family, "portals:take_back", "tarik", "tarik") == 302
    assert not nadia_reads(family)


def test_of_a_text_about_her_a_restricted_parent_is_asked_nothing_either(family: Family) -> None:
    row = about_mama(family)
    where = family.url("portals:parents_yes", item=row.pk)
    sent = {"towards": str(family.member("wilma")), "said": ITSELF, "asked_safely": "on", "once": family.once()}
    record(family, person(family, "ann"))
    lotte = family.browser("lotte")
    assert "dan vraagt Kring die niets" in unescape(lotte.get(where).content.decode())
    assert lotte.post(where, sent).status_code == 200
    assert not Say.objects.filter(giver="parent").exists()


def test_his_first_page_tells_him_nothing_new(family: Family) -> None:
    make(family, parent_1=ITSELF, sure="on")
    record(family, person(family, "tarik"))
    page = unescape(family.page("portals:home", seen_by="tarik"))
    for strange in ("Nadia", "rechtbank", "beperkt"):
        assert strange not in page
