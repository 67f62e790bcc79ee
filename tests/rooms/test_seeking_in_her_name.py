"""Lotte writes that Noor wants Lus: Noor reads on her home who wrote it, and says in one tap: that I never said.

So it is of a volunteer.  The sheet says who wrote her yes, and is no word of Noor where it is not (R7, R9, R23).
"""

from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.rights.house import house_of
from kring.rights.models import Said
from kring.seeking import lus
from kring.seeking.acts.in_its_name import deny
from kring.seeking.models import Referral
from kring.seeking.reading import referral_of
from tests.family import Family
from tests.rooms.test_denied_stays import colleague
from tests.rooms.test_seeking import begun, send
from tests.rooms.test_seeking_volunteers import pooled

YES = {"yes": "yes", "expressed": "said", "words": "Noor wil weg van thuis."}
NEVER = "Dat zei ik niet"


@pytest.fixture
def asked(family: Family) -> UUID:
    """Lotte wrote that Noor said yes to Lus."""
    begun(family)
    return asks(family)


def asks(family: Family, by: str = "lotte") -> UUID:
    facts = YES if by != "noor" else {"yes": "yes", "words": "Ik hou van paarden."}
    assert send(family, "seeking:refer", by, facts=facts).status_code == 302
    return last(family).pk


def last(family: Family) -> Referral:
    return family.door("lotte", Section.RIGHTS).within(Referral.objects.order_by("-pk")).first()


def page(family: Family, key: UUID, who: str = "noor") -> str:
    return unescape(family.page("seeking:referral", seen_by=who, referral=key))


def never(family: Family, key: UUID, who: str = "noor") -> HttpResponse:
    return send(family, "seeking:referral", who, facts={"not_said": "1"}, referral=key)


def sheet_of(family: Family, row: Referral) -> str:
    made = lus.sheet(row, "Noor", "Lotte", house_of(family.door("lotte", Section.RIGHTS)))
    return " ".join([made.lead, *(one.head for one in made.blocks)])


def test_her_home_says_who_wrote_it_until_she_looked(family: Family, asked: UUID) -> None:
    home = unescape(family.page("portals:child", seen_by="noor"))
    assert "Iemand schreef op dat jij Lus wil laten meekijken" in home
    assert "Lotte schreef dit op" in home
    assert family.url("seeking:referral", referral=asked) in home
    assert NEVER in page(family, asked)
    assert NEVER not in page(family, asked, "lotte")
    assert "Lotte schreef op dat Noor dit wil. Noor leest dat." in page(family, asked, "lotte")
    family.page("portals:known", seen_by="noor")
    assert "laten meekijken" not in family.page("portals:child", seen_by="noor")
    assert NEVER in page(family, asked), "there it stays"


def test_the_sheet_says_whose_words_stand_there(family: Family, asked: UUID) -> None:
    told = sheet_of(family, last(family))
    assert "Noor zei ja. Lotte schreef dat op." in told
    assert ("Wat ik wil zeggen" in told, "Wat Noor wil zeggen" in told) == (False, True)
    asks(family, "noor")
    told = sheet_of(family, last(family))
    assert ("Ik zei zelf ja" in told, "Wat ik wil zeggen" in told, "Lotte" in told) == (True, True, False)


def test_one_tap_stops_it_and_lotte_hears_it(family: Family, asked: UUID) -> None:
    assert never(family, asked).status_code == 302
    assert "Jij zei: dat zei ik niet" in page(family, asked)
    assert "Noor zei: dat zei ik niet" in page(family, asked, "lotte")
    assert YES["words"] not in page(family, asked, "lotte"), "the words go as well"
    assert referral_of(family.door("noor", Section.RIGHTS), asked).last.stage == "stopped"
    where = family.url("seeking:sheet", referral=asked)
    assert family.browser("lotte").get(where).status_code == 404, "nothing leaves on her name"
    rows = family.door("lotte", Section.SAID).within(Said.objects.order_by("-pk"))
    assert rows[0].words == "Dat zei ik niet: dat Lus mee mag zoeken."
    assert (
        "keer in dertig dagen zei iemand: dat zei ik niet"
        in family.browser("hilde").get(reverse("portals:lead")).content.decode()
    )
    assert family.log(Event.REFERRAL_DENIED) == 1
    never(family, asked)
    assert family.log(Event.REFERRAL_DENIED) == 1


def test_what_she_denied_does_not_go_on_after_a_no_to_one_of_them(family: Family, asked: UUID) -> None:
    for stage in ("asked", "searching", "proposed", "met", "not_chosen"):
        told = {"stage": stage, "on": clock.today().isoformat(), "words": ""}
        assert send(family, "seeking:referral", facts=told, referral=asked).status_code == 302
    never(family, asked)
    told = {"stage": "searching", "on": clock.today().isoformat(), "words": ""}
    send(family, "seeking:referral", facts=told, referral=asked)
    assert last(family).stage == "stopped"
    assert "Hoe gaat het verder?" not in page(family, asked, "lotte")


def test_after_that_only_noor_says_it(family: Family, asked: UUID) -> None:
    never(family, asked)
    for who in ("lotte", colleague(family)):
        answer = send(family, "seeking:refer", who, facts=YES)
        assert "Noor zei dat dit niet klopt. Alleen Noor zelf kan dit nu zeggen." in unescape(answer.content.decode())
    assert last(family).pk == asked
    own = asks(family, "noor")
    assert NEVER not in page(family, own), "she wrote it herself"
    asks(family)


@pytest.mark.parametrize("who", ["lotte", "ann", "karim", "rita", "hilde", "sem"])
def test_nobody_else_says_that_she_never_said_it(family: Family, asked: UUID, who: str) -> None:
    never(family, asked, who)
    assert last(family).unsaid_on is None
    with pytest.raises(NotAllowedError):
        deny(family.door("lotte", Section.RIGHTS), last(family), act=uuid7())


def test_so_it_is_of_a_volunteer(family: Family) -> None:
    begun(family)
    fons = pooled(family)
    assert send(family, "seeking:volunteer", "lotte", facts={}, volunteer=fons).status_code == 302
    key = last(family).pk
    wants = "Een kind wil Fons leren kennen"
    assert wants in family.browser("mo").get(reverse("portals:tasks")).content.decode()
    assert "dat jij Fons wil laten meekijken" in unescape(family.page("portals:child", seen_by="noor"))
    assert never(family, key).status_code == 302
    assert wants not in family.browser("mo").get(reverse("portals:tasks")).content.decode()
    answer = family.browser("lotte").post(
        family.url("seeking:volunteer", volunteer=fons), {"once": family.once()}, follow=True
    )
    assert "Alleen Noor zelf kan dit nu zeggen." in unescape(answer.content.decode())
    assert last(family).pk == key
    assert send(family, "seeking:volunteer", "noor", facts={}, volunteer=fons).status_code == 302
    assert last(family).pk != key


def test_what_she_asked_herself_lotte_does_not_stop_for_her(family: Family) -> None:
    begun(family)
    key = asks(family, "noor")
    told = {"stage": "stopped", "on": clock.today().isoformat(), "words": "Laat maar."}
    answer = send(family, "seeking:referral", facts=told, referral=key)
    assert "Alleen Noor zelf kan dit nu zeggen." in unescape(answer.content.decode())
    assert last(family).stage != "stopped"
    assert send(family, "seeking:referral", "noor", facts=told, referral=key).status_code == 302
    assert last(family).stage == "stopped"


def test_of_a_not_now_it_stands_who_wrote_it(family: Family) -> None:
    begun(family)
    no = {"yes": "no", "expressed": "said", "words": "Ze wil niemand."}
    assert send(family, "seeking:refer", "lotte", facts=no).status_code == 302
    seen = unescape(family.page("seeking:path", seen_by="noor"))
    assert "Lotte schreef op: jij zei nu niet." in seen
    assert "Opgeschreven door Lotte" in seen
    assert "Jij zei: nu niet" not in seen
