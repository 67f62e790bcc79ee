"""Who stood beside Noor and does so no more is no supporter by it; its page says so after a person did (R2, A126)."""

from html import unescape
from uuid import UUID

import pytest
from django.utils.html import strip_tags

from kring.kit import clock
from kring.law.access import Relation, Section
from kring.law.meaning import Meaning
from kring.rights.stood import stood, who_stood
from tests.family import Family
from tests.rooms.test_chose_otherwise import chooses, otherwise
from tests.rooms.test_told_first import herself, karim_serves, told

COUNTS, WAS, TALKS = "kan bij jou terecht", "Je stond naast Noor", "bespreekt de begeleiding met jou"
OF_WHO_STANDS = ("support:welcome", "support:welcome_pdf", "endings:itself")


@pytest.fixture
def karim(family: Family) -> UUID:
    """Karim serves as the trust person of Noor; the wish."""
    return karim_serves(family)


def home(family: Family, who: str = "karim") -> str:
    return unescape(family.page("portals:home", seen_by=who))


def gone(family: Family, who: str = "karim") -> dict[str, int]:
    """What a page of who stands beside her answers, the letter as well."""
    there = {page: family.url(page) for page in OF_WHO_STANDS}
    there["support:letter"] = family.url("support:letter", member=family.member(who))
    return {page: family.browser(who).get(where).status_code for page, where in there.items()}


def offered(family: Family) -> str:
    return family.page("portals:unsafe", seen_by="noor")


def row(family: Family, name: str = "Karim") -> str:
    """How he stands on the page where Noor reads who may know what."""
    page = unescape(strip_tags(family.page("portals:known", seen_by="noor"))).split()
    words = " ".join(page)
    at = words.index(name)
    return words[at : at + 60]


def passed_on(family: Family, who: str = "karim") -> None:
    where = family.url("endings:pass_on", member=family.member(who))
    facts = {"once": family.once(), "on": clock.today().isoformat(), "by": "Lotte"}
    assert family.browser("lotte").post(where, facts).status_code == 302


def test_while_he_serves_he_is_one_she_can_tell_it_to(family: Family, karim: UUID) -> None:
    assert "Karim" in offered(family)
    assert "vertrouwenspersoon" in row(family)
    assert set(gone(family).values()) == {200}


def test_ended_by_noor_he_is_no_supporter_and_a_person_tells_it_before_his_page(family: Family, karim: UUID) -> None:
    otherwise(family, karim)
    assert family.door("karim", Section.SAID).relation is Relation.SUPPORTER
    page = home(family)
    assert (COUNTS in page, "Steunfiguur" in page, WAS in page, TALKS in page) == (False, False, False, True)
    assert "Karim" not in offered(family)
    assert ("was er vroeger bij" in row(family), "iemand voor mij" in row(family)) == (True, False)
    assert set(gone(family).values()) == {404}
    passed_on(family)
    page = home(family)
    assert (COUNTS in page, WAS in page, TALKS in page) == (False, True, False)
    assert "Dat is nu voorbij" in page
    assert "Kies iets" not in page, "nothing is asked of him any more"
    assert "houdt beroepsgeheim" in page


def test_what_she_says_to_him_quietly_is_not_taken_by_hand_either(family: Family, karim: UUID) -> None:
    otherwise(family, karim)
    facts = {"once": family.once(), "who": str(family.person("karim"))}
    assert family.browser("noor").post(family.url("portals:unsafe"), facts).status_code == 200
    assert "zei iets tegen jou" not in home(family)


@pytest.mark.parametrize("meaning", Meaning)
def test_her_own_yes_brings_him_back(family: Family, karim: UUID, meaning: Meaning) -> None:
    otherwise(family, karim)
    chooses(family, "karim", meaning)
    assert "Karim" in offered(family)
    assert "was er vroeger bij" not in row(family)
    assert (WAS in home(family), TALKS in home(family)) == (False, False)
    assert stood(family.door("karim", Section.SAID)) is None


def test_who_stops_itself_reads_that_it_said_so_and_then_in_the_past(family: Family) -> None:
    chooses(family, "wilma", Meaning.JIM)
    assert herself(family, "wilma").status_code == 302
    page = home(family, "wilma")
    assert ("Je zei: ik stop" in page, COUNTS in page, WAS in page) == (True, False, False)
    assert "Wilma" in offered(family), "Noor was not told yet, and reads what she was told last (R15)"
    assert gone(family, "wilma")["support:letter"] == 404
    told(family)
    page = home(family, "wilma")
    assert ("Je zei: ik stop" in page, COUNTS in page, WAS in page) == (False, False, True)
    assert "Wilma" not in offered(family)
    assert ("vertel je niet verder" in page, "beroepsgeheim" in page) == (True, False), "of a JIM discretion is asked"


def test_who_is_still_something_else_for_her_stays_that(family: Family, karim: UUID) -> None:
    chooses(family, "karim", Meaning.JIM)
    otherwise(family, karim)
    page = home(family)
    assert ("JIM" in page, WAS in page, TALKS in page) == (True, False, False)
    assert "Karim" in offered(family)


def test_who_never_heard_that_it_was_chosen_reads_nothing_of_it(family: Family) -> None:
    """Noor let Rita in; that she thought of her as trust person, and then of somebody else, is hers alone (R2)."""
    before = home(family, "rita")
    assert COUNTS in before
    otherwise(family, chooses(family, "rita", Meaning.TRUST_PERSON))
    assert not who_stood(family.noor.dossier, [family.member("rita")])
    after = home(family, "rita")
    assert (COUNTS in after, WAS in after, TALKS in after) == (True, False, False)
    assert "Rita" in offered(family)


def test_that_she_is_no_supporter_any_more_noor_said_herself(family: Family) -> None:
    otherwise(family, chooses(family, "rita", Meaning.SUPPORTER))
    assert who_stood(family.noor.dossier, [family.member("rita")])
    assert (COUNTS in home(family, "rita"), TALKS in home(family, "rita")) == (False, True)
    assert "Rita" not in offered(family)


def test_of_nobody_nothing_is_asked(family: Family) -> None:
    assert who_stood(family.noor.dossier, []) == frozenset()
    assert stood(family.door("ann", Section.SAID)) is None
