"""Noor said that she is not safe: who opened it, and who read it as it was passed on, she reads by name (R7, R14)."""

from html import unescape

from kring.access.models import Seen
from kring.law.access import Section
from kring.rights.models import Said
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_not_safe import cry, heard, read_it, today
from tests.rooms.test_telling import tell

NOT_READ = "Nog niet gelezen."
BY_LOTTE = "Lotte deed dit open op"
BY_WILMA = "Het is doorgegeven aan Wilma. Die deed het open op"


def words(family: Family, page: str, who: str = "noor", **parts: object) -> str:
    return " ".join(unescape(family.page(page, seen_by=who, **parts)).split())


def the_cry(family: Family) -> Said:
    row: Said = family.door("lotte", Section.SAID).within(Said.objects.filter(item__look_on__isnull=False)).get()
    return row


def test_once_lotte_opened_it_no_page_of_noor_says_that_nobody_read_it(family: Family) -> None:
    cry(family)
    for page in ("portals:unsafe", "rights:say"):
        assert (NOT_READ in words(family, page), BY_LOTTE in words(family, page)) == (True, False)
    heard(family)
    for page in ("portals:unsafe", "rights:say"):
        assert (NOT_READ in words(family, page), BY_LOTTE in words(family, page)) == (False, True)
    assert "ik ben nu niet veilig" in today(family), "opened is no answer: it stays first on her day"
    read_it(family)
    assert "Gelezen door Lotte op" in words(family, "rights:say")


def test_to_whom_it_was_passed_on_and_who_read_it(family: Family) -> None:
    surely(family, "wilma", "wilma")
    cry(family)
    row = the_cry(family)
    assert tell(family, row, to="wilma").status_code == 302
    assert BY_WILMA not in words(family, "rights:say")
    heard(family, "wilma")
    for page in ("portals:unsafe", "rights:say"):
        assert BY_WILMA in words(family, page)
    assert "Ik ben nu niet veilig." in words(family, "portals:about", member=family.member("wilma"))


def test_the_last_page_does_not_say_that_nobody_read_what_lotte_opened(family: Family) -> None:
    cry(family)
    assert "en nog niemand las het" in words(family, "endings:close", "lotte")
    heard(family)
    page = words(family, "endings:close", "lotte")
    assert ("en nog niemand las het" in page, "Het is gelezen, en Noor kreeg nog geen antwoord." in page) == (
        False,
        True,
    )


def test_nor_of_what_wilma_opened_where_lotte_can_write_that_somebody_spoke_with_noor(family: Family) -> None:
    cry(family, "wilma")
    assert "en nog niemand las het" in words(family, "endings:close", "lotte")
    heard(family, "wilma")
    page = words(family, "endings:close", "lotte")
    assert ("en nog niemand las het" in page, "Het is gelezen, en Noor kreeg nog geen antwoord." in page) == (
        False,
        True,
    )
    assert "Er is met het kind gesproken" in page


def test_who_looks_along_or_says_it_herself_reads_nothing_for_another(family: Family) -> None:
    cry(family)
    words(family, "rights:say")
    words(family, "portals:unsafe")
    assert not Seen.objects.filter(item=the_cry(family).pk).exists()
