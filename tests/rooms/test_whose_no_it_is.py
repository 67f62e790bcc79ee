"""Two answers about one subject that close it are told apart: which Noor gave herself (R7)."""

from html import unescape

from kring.access.acts.answering import Answering, answer
from kring.access.models import Say, Word
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from tests.family import Family

SHUT = "Er staat nog een nee over hetzelfde. Dat blijft. Er gaat nu niets open."


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


def stops(family: Family, who: str, *, own: bool) -> str:
    rows = Say.objects.filter(towards=family.member("karim"), topic=Topic.SCHOOL.value, withdrawn_at=None)
    row = next(one for one in rows if one.is_own is own)
    return unescape(family.page("portals:stop_answer", seen_by=who, say=row.pk))


def test_a_no_that_a_second_no_outlives_opens_nothing_and_the_page_says_so(family: Family) -> None:
    no(family, "noor")
    assert SHUT not in stops(family, "noor", own=True)
    no(family, "lotte")
    for own in (True, False):
        told = stops(family, "noor", own=own)
        assert (SHUT in told, "Dan gaat dit weer open" in told) == (True, False)


def test_lotte_is_not_offered_to_take_away_what_noor_said_herself(family: Family) -> None:
    no(family, "noor")
    told = stops(family, "lotte", own=True)
    assert ("Ja, haal weg" in told, "Noor haalt het zelf weg" in told) == (False, True)
    assert "Ja, haal weg" in stops(family, "noor", own=True)
