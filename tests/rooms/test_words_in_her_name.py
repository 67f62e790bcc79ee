"""What Lotte wrote as the words of Noor, at a talk and at a farewell: Noor reads by whom; one tap takes them away."""

from html import unescape

import pytest
from django.http import HttpResponse

from kring.access.kept import Kept
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.endings.models import Farewell
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.moments.models import Replied
from kring.rights.acts import never_said
from tests.family import Family
from tests.rooms.test_endings import heard, told
from tests.rooms.test_moments import send

WORDS, DENY, WROTE = "Dat is stom.", "Dat zei ik niet", "Lotte schreef dit op, op"


def written(family: Family, page: str) -> Kept:
    """Lotte writes it; the row with the words."""
    if page == "endings:endings":
        heard(family)
        assert told(family, reaction=WORDS).status_code == 302
        return family.door("lotte", Section.RIGHTS).within(Farewell.objects.order_by("-pk"))[0]
    facts = {"reaction": "not_now", "words": WORDS, "audience": "youth", "on": clock.today().isoformat(), "told_by": ""}
    assert send(family, "moments:explain", child="noor", **facts).status_code == 302
    return family.door("lotte", Section.MOMENTS).within(Replied.objects.order_by("-pk"))[0]


def read(family: Family, page: str, who: str = "noor") -> str:
    return unescape(family.page(page, seen_by=who))


def denies(family: Family, page: str, row: Kept, by: str = "noor") -> HttpResponse:
    sent = {"once": family.once(), "not_said": str(row.pk)}
    return family.browser(by).post(family.url(page), sent)


@pytest.mark.parametrize("page", ["endings:endings", "moments:moments"])
def test_noor_reads_who_wrote_her_words_and_one_tap_takes_them_away(family: Family, page: str) -> None:
    row = written(family, page)
    seen = read(family, page)
    assert WORDS in seen
    assert WROTE in seen
    assert DENY in seen
    assert DENY not in read(family, page, "lotte")
    assert denies(family, page, row).status_code == 302
    assert WORDS not in read(family, page)
    assert f"Dat zei ik niet: {WORDS}" in read(family, "rights:heard", "lotte")
    assert "Iemand wil je iets zeggen of vragen." in family.browser("lotte").get("/today/?all=1").content.decode()
    assert family.log(Event.WISH_UNSAID) == 1
    assert denies(family, page, row).status_code == 404, "there is nothing any more"


@pytest.mark.parametrize("page", ["endings:endings", "moments:moments"])
@pytest.mark.parametrize("by", ["lotte", "ann", "wilma", "an"])
def test_nobody_takes_them_away_for_her(family: Family, page: str, by: str) -> None:
    row = written(family, page)
    assert denies(family, page, row, by).status_code == 404
    assert family.log(Event.WISH_UNSAID) == 0


def test_of_what_she_wrote_herself_there_is_nothing_to_deny(family: Family) -> None:
    row = written(family, "endings:endings")
    with pytest.raises(NotAllowedError):
        never_said.deny(family.door("lotte", Section.RIGHTS), row, "reaction", act=uuid7())
