"""Lotte writes that Karim is not there any more, who comes in here: a second human says so, or it waits (R2, R15)."""

from datetime import datetime, timedelta
from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.models import Visit
from kring.access.writing import NotAllowedError
from kring.endings.acts import leaving
from kring.endings.models import Leaving
from kring.endings.second import SILENT
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.rights.acts.telling import Told
from kring.rights.models import Serving, Taken
from tests.family import Family
from tests.rooms.test_not_safe import an_takes_over
from tests.rooms.test_told_first import karim_serves, relation

LINE = "Lotte schreef op dat trainer Karim er niet meer is"
NOT_SO = "Dat klopt niet, of dat weet ik niet"


@pytest.fixture
def karim(family: Family) -> UUID:
    """Karim serves as the trust person of Noor, and came in here an hour ago; the wish."""
    wish = karim_serves(family)
    comes_in(family, clock.now() - timedelta(hours=1))
    return wish


def comes_in(family: Family, at: datetime) -> None:
    hour = at.replace(minute=0, second=0, microsecond=0)
    told = {"dossier_id": family.noor.dossier, "person_id": family.person("karim"), "section": Section.SUPPORT.value}
    Visit.objects.create(basis="trust_person", hour=hour, **told)


def is_lost(family: Family) -> Leaving:
    facts = {"member": str(family.member("karim")), "why": "lost", "teller": "Lotte", "how": "", "tells_on": ""}
    family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
    row: Leaving = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    return row


def is_told(family: Family, row: Leaving, by: str = "lotte") -> HttpResponse:
    told = {"once": family.once(), "on": clock.today().isoformat(), "by": "Lotte"}
    where = family.url("endings:tell", leaving=row.pk)
    answer: HttpResponse = family.browser(by).post(where, told, follow=True)
    return answer


def stands(family: Family) -> bool:
    """Whether he is there for her, as Noor reads it."""
    rows = Serving.objects.in_force().filter(member=family.member("karim"))
    return bool(family.door("noor", Section.RIGHTS).within(rows).exists())


@pytest.mark.usefixtures("karim")
def test_lotte_alone_does_not_end_it_and_reads_who_can(family: Family) -> None:
    row = is_lost(family)
    page = unescape(is_told(family, row).content.decode())
    assert "een collega die ook met Noor werkt" in page
    with pytest.raises(NotAllowedError):
        leaving.tell(family.door("lotte", Section.RIGHTS), row, Told(on=clock.today()), act=uuid7())
    assert stands(family)
    assert relation(family, "karim") == Relation.TRUST_PERSON


@pytest.mark.usefixtures("karim")
def test_a_colleague_says_that_it_was_told_and_noor_reads_who_wrote_it_and_takes_it_back(family: Family) -> None:
    an_takes_over(family)
    is_told(family, is_lost(family), by="an")
    assert not stands(family)
    home = unescape(family.page("portals:child", seen_by="noor"))
    assert LINE.replace("Lotte", "An") in home
    assert NOT_SO in home
    ended = Taken.objects.stands_in_the_way().order_by("-pk")
    said = family.door("noor", Section.RIGHTS).within(ended)[0]
    where = family.url("rights:unsaid", said=said.pk)
    assert family.browser("noor").post(where, {"once": family.once()}).status_code == 302
    assert stands(family)
    assert "er niet meer is" not in unescape(family.page("portals:child", seen_by="noor"))


@pytest.mark.usefixtures("karim")
def test_where_he_did_not_come_in_for_two_weeks_lotte_can_say_it(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = is_lost(family)
    later = clock.now() + SILENT + timedelta(minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    leaving.tell(family.door("lotte", Section.RIGHTS), row, Told(on=clock.today()), act=uuid7())
    assert not stands(family)


@pytest.mark.usefixtures("karim")
def test_who_comes_in_after_it_was_written_is_there_and_it_is_taken_away(family: Family) -> None:
    an_takes_over(family)
    row = is_lost(family)
    comes_in(family, clock.now() + timedelta(hours=2))
    assert "kwam hier nog binnen" in unescape(is_told(family, row, by="an").content.decode())
    assert stands(family)
    where = family.url("endings:goes_on", member=family.member("karim"))
    assert "Het is toch niet zo" in family.page("endings:endings", seen_by="lotte")
    assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 302
    assert not family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).exists()


@pytest.mark.usefixtures("karim")
def test_what_noor_took_back_lotte_reads_no_more_as_what_noor_knows(family: Family) -> None:
    an_takes_over(family)
    is_told(family, is_lost(family), by="an")
    assert "Noor weet dit" in family.page("endings:endings", seen_by="an")
    said = family.door("noor", Section.RIGHTS).within(Taken.objects.stands_in_the_way().order_by("-pk"))[0]
    family.browser("noor").post(family.url("rights:unsaid", said=said.pk), {"once": family.once()})
    assert "Noor weet dit" not in family.page("endings:endings", seen_by="an")


@pytest.mark.usefixtures("karim")
def test_who_told_it_is_written_with_it(family: Family) -> None:
    an_takes_over(family)
    row = is_lost(family)
    told = {"once": family.once(), "on": clock.today().isoformat(), "by": ""}
    answer = family.browser("an").post(family.url("endings:tell", leaving=row.pk), told)
    assert "Schrijf wie het vertelde." in unescape(answer.content.decode())
    assert stands(family)
