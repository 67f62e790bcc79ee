"""Wilma was asked and says no: a person tells it to Noor before a page does, or she hears it herself (R15)."""

from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.desk import desk_of
from kring.access.kept import Kept
from kring.audit.events import Event
from kring.endings.models import AfterLook, Farewell, Leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Stand
from kring.rights.acts import wishes
from kring.rights.models import Taken
from kring.rights.paths import path_as
from tests.family import Family
from tests.own_word import is_so
from tests.rooms.test_steps import send
from tests.rooms.test_told_first import changed, her_pages, relation

NO = "Ik zou willen, maar het is te veel."
ON_HER_PAGE = "Wilma zei nee."


@pytest.fixture
def wilma(family: Family) -> UUID:
    """Noor chose Wilma as her JIM, and Lotte asked Wilma with her yes; the wish."""
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wish = wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    assert send(family, "asked", wish, by="lotte", asker="worker", how="call", expressed="said").status_code == 302
    return wish


def says_no(family: Family, wish: UUID, told: str = "no") -> HttpResponse:
    return send(family, "answered", wish, by="lotte", reply="no", words=NO, told=told)


def stand(family: Family, who: str) -> Stand:
    return path_as(family.door(who, Section.RIGHTS), family.member("wilma"), Meaning.JIM).stand


def rows(family: Family, of: type[Kept]) -> list[Any]:
    return list(family.door("lotte", Section.RIGHTS).within(of.objects.all()))


def agreed(family: Family) -> Leaving:
    """Lotte writes down who tells it."""
    facts = {"member": str(family.member("wilma")), "why": "no", "teller": "Lotte", "how": "in de auto", "tells_on": ""}
    where = f"{family.url('endings:leave')}?why=no"
    assert family.browser("lotte").post(where, {"once": family.once(), **facts}).status_code == 302
    row: Leaving = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    return row


def test_lotte_writes_down_the_no_and_nothing_that_noor_reads_changes(family: Family, wilma: UUID) -> None:
    before = her_pages(family, wilma)
    assert f"?who={family.member('wilma')}&why=no" in says_no(family, wilma)["Location"]
    after = her_pages(family, wilma)
    assert not changed(before, after)
    assert NO not in "".join(after.values())
    assert (stand(family, "noor"), stand(family, "lotte")) == (Stand.ASKED, Stand.NO)
    assert relation(family, "wilma") == Relation.JIM, "nothing ends: she was asked, and no more"


def test_lotte_reads_it_at_once_and_has_it_to_do(family: Family, wilma: UUID) -> None:
    says_no(family, wilma)
    seen = family.page("rights:person", seen_by="lotte", member=family.member("wilma"))
    assert NO in seen
    assert "Noor weet dit nog niet" in seen
    assert family.url("rights:answered", wish=wilma) not in seen
    assert "Wilma zei nee op de vraag" in family.page("endings:endings", seen_by="lotte")
    assert family.noor.dossier in desk_of(family.actor("lotte")).untold
    assert send(family, "answered", wilma, by="lotte", reply="yes")["Location"] == family.url("endings:endings")
    assert stand(family, "lotte") is Stand.NO


def test_it_asks_nothing_of_a_yes(family: Family, wilma: UUID) -> None:
    assert stand(family, "lotte") is Stand.ASKED
    assert send(family, "answered", wilma, by="lotte", reply="yes").status_code == 302
    assert stand(family, "noor") is Stand.DESIGNATED


def test_what_noor_heard_stands_there_at_once(family: Family, wilma: UUID) -> None:
    assert send(family, "answered", wilma, by="noor", reply="no", words=NO).status_code == 302
    page = family.page("rights:person", seen_by="noor", member=family.member("wilma"))
    assert ON_HER_PAGE in page
    assert NO in page
    assert not [row for row in rows(family, Taken) if row.is_held]


def test_after_a_person_told_her_it_stands_there_with_its_day_and_asks_no_farewell(family: Family, wilma: UUID) -> None:
    says_no(family, wilma)
    row = agreed(family)
    assert "in de auto" in family.page("endings:endings", seen_by="lotte")
    is_so(family)
    assert "Hoe nemen jullie afscheid?" not in family.page("endings:tell", seen_by="lotte", leaving=row.pk)
    facts = {"once": family.once(), "on": clock.today().isoformat(), "by": "Lotte"}
    answer = family.browser("lotte").post(family.url("endings:tell", leaving=row.pk), facts, follow=True)
    assert "Praat samen over wie nog kan." in answer.content.decode()
    page = family.page("rights:person", seen_by="noor", member=family.member("wilma"))
    assert ON_HER_PAGE in page
    assert "Dat ligt niet aan jou." in page
    assert NO in page
    assert not rows(family, Farewell)
    assert not rows(family, AfterLook)
    assert desk_of(family.actor("lotte")).due[family.noor.dossier][Section.RIGHTS] > clock.today(), "nothing to do"


def test_it_is_a_yes_after_all_and_noor_never_knew(family: Family, wilma: UUID) -> None:
    says_no(family, wilma)
    agreed(family)
    assert "Het is toch geen nee" in family.page("endings:endings", seen_by="lotte")
    where = family.url("endings:goes_on", member=family.member("wilma"))
    assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 302
    assert not rows(family, Leaving)
    assert send(family, "answered", wilma, by="lotte", reply="yes").status_code == 302
    assert stand(family, "noor") is Stand.DESIGNATED


def test_wilma_who_is_her_jim_and_says_no_to_more_stays(family: Family, wilma: UUID) -> None:
    """As her trust person she says no; as her JIM she is there, and the page for who goes says nobody is missing."""
    send(family, "answered", wilma, by="noor", reply="yes")
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=clock.today())
    more = wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    says_no(family, more)
    agreed(family)
    assert stand(family, "lotte") is Stand.DESIGNATED
    assert "Er staat niemand naast Noor die blijft" not in family.page("endings:hand_over", seen_by="lotte")


@pytest.mark.parametrize("who", ["ann", "tarik", "wilma", "karim"])
def test_nobody_but_who_works_with_noor_reads_the_no(family: Family, wilma: UUID, who: str) -> None:
    says_no(family, wilma)
    assert family.browser(who).get(family.url("endings:leave")).status_code == 404
    assert NO not in family.page("portals:home", seen_by=who)


def test_no_line_of_her_own_log_tells_it(family: Family, wilma: UUID) -> None:
    taken = family.log(Event.STEP_TAKEN)
    says_no(family, wilma)
    assert family.log(Event.LEAVING_HEARD) == 1
    assert family.log(Event.STEP_TAKEN) == taken
