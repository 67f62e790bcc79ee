"""Two answers about one subject that close it are told apart: which Noor gave herself (R7)."""

from html import unescape

from kring.access.acts.answering import Answering, answer
from kring.access.models import Word
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from tests.family import Family


def no(family: Family, by: str) -> None:
    how = {} if by == "noor" else {"expressed": "said"}
    new = Answering(towards=family.member("karim"), word=Word.NO, topic=Topic.SCHOOL, **how)  # type: ignore[arg-type]
    answer(family.door(by, Section.ANSWERS), new, once=uuid7())


def page(family: Family, who: str) -> str:
    return unescape(family.page("portals:about", seen_by=who, member=family.member("karim")))


def test_beside_what_lotte_wrote_stands_which_no_is_her_own(family: Family) -> None:
    no(family, "noor")
    no(family, "lotte")
    for who, own in (("noor", "Dat zei jij zelf."), ("lotte", "Dat zei Noor zelf.")):
        told = page(family, who)
        assert told.count(own) == 1
        assert "schreef dit op" in told


def test_of_what_only_lotte_wrote_it_is_not_said(family: Family) -> None:
    no(family, "lotte")
    assert "Dat zei jij zelf." not in page(family, "noor")
    assert "schreef dit op" in page(family, "noor")
