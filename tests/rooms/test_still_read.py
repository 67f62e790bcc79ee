"""Is it still this person?  What was kept is read by Noor and Lotte, and by whom; Noor says: that I never said."""

from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.endings.acts import asking
from kring.endings.reading import wish_of
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.endings import Still
from kring.rights.models import Wish
from tests.family import Family
from tests.rooms.test_denied_stays import ONLY_NOOR, read
from tests.rooms.test_endings import jim, still
from tests.rooms.test_wish_page import name, wishes

WORDS, DENY = "Wilma is een sukkel.", "Dat zei ik niet"
WROTE = "Lotte schreef dit op, op"


@pytest.fixture
def wish(family: Family) -> UUID:
    """Wilma is her JIM; Lotte wrote that Noor does not want her any more."""
    jim(family)
    assert still(family, "lotte", answer="no", words=WORDS).status_code == 302
    return family.door("lotte", Section.RIGHTS).within(Wish.objects.in_force().order_by("pk"))[0].pk


def page(family: Family, wish: UUID, who: str = "noor") -> str:
    return unescape(family.page("endings:still", seen_by=who, wish=wish))


def denies(family: Family, wish: UUID, key: str, by: str = "noor") -> HttpResponse:
    sent = {"once": family.once(), "not_said": key}
    return family.browser(by).post(family.url("endings:still", wish=wish), sent)


def key(family: Family, wish: UUID) -> str:
    return page(family, wish).partition('name="not_said" value="')[2].partition('"')[0]


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_both_read_the_answer_the_words_and_who_wrote_it(family: Family, wish: UUID, who: str) -> None:
    seen = page(family, wish, who)
    for said in ("Nee, niet meer", WORDS, WROTE):
        assert said in seen
    assert (DENY in seen) is (who == "noor")
    there = family.page("rights:person", seen_by=who, member=family.member("wilma"))
    assert family.url("endings:still", wish=wish) in there, "her page of Wilma leads there"


def test_one_tap_and_it_is_gone_and_lotte_hears_so(family: Family, wish: UUID) -> None:
    row = key(family, wish)
    for other in ("lotte", "wilma"):
        assert denies(family, wish, row, by=other).status_code in {403, 404}
    assert denies(family, wish, row).status_code == 302
    for who in ("noor", "lotte"):
        assert WORDS not in page(family, wish, who)
    assert "zei: dat zei ik niet" in page(family, wish, "lotte")
    assert WORDS in read(family.browser("lotte").get(family.url("rights:heard")))
    assert family.log(Event.WISH_UNSAID) == 1


def test_lotte_does_not_write_it_again_and_noor_may(family: Family, wish: UUID) -> None:
    denies(family, wish, key(family, wish))
    assert ONLY_NOOR in read(still(family, "lotte", answer="no", words=WORDS))
    assert WORDS not in page(family, wish)
    assert still(family, "noor", answer="doubts", words="Ik weet het nog niet.").status_code == 302
    assert "Ik weet het nog niet." in page(family, wish, "lotte")
    assert still(family, "lotte", answer="yes").status_code == 302, "she said so herself since"


def test_nor_under_another_meaning_nor_by_the_act(family: Family, wish: UUID) -> None:
    denies(family, wish, key(family, wish))
    name(family, "wilma", by="noor", meaning="supporter")
    other = wishes(family)[-1].pk
    sent = {"once": family.once(), "answer": "no", "words": WORDS}
    assert ONLY_NOOR in read(family.browser("lotte").post(family.url("endings:still", wish=other), sent))
    lotte = family.door("lotte", Section.RIGHTS)
    with pytest.raises(NotAllowedError):
        asking.ask(lotte, wish_of(lotte, other), Still.NO, WORDS, act=uuid7())
    assert WORDS not in page(family, other)


def test_after_she_chose_otherwise_what_was_kept_is_still_read_and_denied(family: Family, wish: UUID) -> None:
    there = family.url("rights:withdraw", wish=wish)
    assert family.browser("noor").post(there, {"once": family.once()}).status_code == 302
    assert family.url("endings:still", wish=wish) in family.page("rights:beside", seen_by="noor")
    seen = page(family, wish)
    assert WORDS in seen
    assert 'name="answer"' not in seen
    assert denies(family, wish, key(family, wish)).status_code == 302
    assert WORDS not in page(family, wish, "lotte")
    sent = {"once": family.once(), "answer": "no", "words": WORDS}
    family.browser("lotte").post(family.url("endings:still", wish=wish), sent)
    assert WORDS not in page(family, wish, "lotte")
    for other in ("wilma", "ann", "rita", "sem"):
        assert family.browser(other).get(family.url("endings:still", wish=wish)).status_code == 404
