"""After somebody stopped, what Noor shared with it is closed, and both read so; and not that it never was."""

from html import unescape
from uuid import UUID

from kring.access.acts import answering
from kring.access.models import Word
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from tests.family import Family
from tests.rooms.test_told_first import herself, told, wilma  # noqa: F401  # a fixture

NEVER = "Jij zei nog nergens ja tegen Wilma"
SHUT = "Wat je aan Wilma deelde, is dicht sinds"


def about(family: Family) -> str:
    return unescape(family.page("portals:about", seen_by="noor", member=family.member("wilma")))


def test_noor_reads_since_when_it_is_closed_and_wilma_that_it_is(family: Family, wilma: UUID) -> None:  # noqa: F811
    assert NEVER in about(family)
    new = answering.Answering(towards=family.member("wilma"), word=Word.YES, topic=Topic.SCHOOL)
    answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    assert NEVER not in about(family)
    assert SHUT not in about(family)
    assert herself(family).status_code == 302
    home = unescape(family.page("portals:home", seen_by="wilma"))
    assert "Nu niets meer. Wat Noor met jou deelde, is dicht." in home
    told(family)
    assert f"{SHUT} {clock.today().day} " in about(family)
    assert NEVER not in about(family)
    home = unescape(family.page("portals:home", seen_by="wilma"))
    assert "Nu niets meer." in home
    assert "dat mag tijd vragen" not in home
