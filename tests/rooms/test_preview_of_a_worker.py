"""What Lotte sees, she sees by her work: where Noor or Sem said no yes, no page says that they did (R20)."""

from html import unescape

import pytest

from kring.access.acts import answering
from kring.access.models import Word
from kring.access.same import SamePerson
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from tests.family import Family

YES = "Met jouw ja"


def along(family: Family, who: str, child: str) -> str:
    return unescape(family.page("portals:along", seen_by=child, child=child, other=family.person(who)))


@pytest.mark.parametrize("child", ["noor", "sem"])
def test_the_circle_that_lotte_sees_by_her_work_is_no_yes(family: Family, child: str) -> None:
    page = along(family, "lotte", child)
    assert YES not in page
    ours = page.split("Dit leest Lotte ook")[1]
    assert "in de kring." in ours
    assert "jouw ja niet nodig" in ours


def test_of_who_stands_beside_noor_it_says_that_there_is_no_yes_yet(family: Family) -> None:
    page = along(family, "wilma", "noor")
    assert YES in page
    assert "Nog niets met een ja." in page


def test_where_noor_said_yes_to_lotte_it_says_so(family: Family) -> None:
    known = {"person_id": family.person("lotte"), "confirmed_at": clock.now()}
    SamePerson.objects.get_or_create(item_id=family.member("els"), defaults=known)
    said = answering.Answering(towards=family.member("els"), word=Word.YES, topic=Topic.SCHOOL)
    answering.answer(family.door("noor", Section.ANSWERS), said, once=uuid7())
    seen = along(family, "lotte", "noor")
    ours = seen.split(YES)[1].split("</section>")[0]
    assert "mag iets weten over: school." in ours
    assert "in de kring." not in ours
