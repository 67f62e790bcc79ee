"""That somebody stops is told after it was said and after Noor chose that one; the looks after it come one by one."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.http import HttpResponse

from kring.access.writing import NotAllowedError
from kring.dossier.models import Dossier
from kring.endings.acts import leaving
from kring.endings.models import Farewell, Leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from tests.family import Family
from tests.own_word import is_so

CHOSEN = 21
"""Days ago on which Noor chose Wilma."""
WHEN = "De begeleiding leest dit op een werkdag."


def ago(days: int) -> date:
    return clock.today() - timedelta(days=days)


@pytest.fixture(autouse=True)
def chosen(family: Family) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(opened_on=ago(400))
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=ago(CHOSEN))
    wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())


def wilma_says_it(family: Family) -> HttpResponse:
    facts = {"step": "ended", "teller": "care", "picks_up": "yes", "once": family.once()}
    return family.browser("wilma").post(family.url("endings:itself"), facts, follow=True)


def lotte_heard_it(family: Family) -> None:
    facts = {"member": str(family.member("wilma")), "why": "stops", "teller": "Lotte", "how": "", "tells_on": ""}
    answer = family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
    assert answer.status_code == 302


def row(family: Family) -> Leaving:
    found: Leaving = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    return found


def told(family: Family, on: date, *, follow: bool = False) -> HttpResponse:
    facts = {"on": on.isoformat(), "by": "Lotte", "reaction": "", "goodbye": "", "steps_in": ""}
    is_so(family)
    where = family.url("endings:tell", leaving=row(family).pk)
    return family.browser("lotte").post(where, {"once": family.once(), **facts}, follow=follow)


def stays(family: Family) -> str:
    return unescape(family.page("endings:endings", seen_by="lotte"))


def test_what_wilma_said_today_was_not_told_before_today(family: Family) -> None:
    wilma_says_it(family)
    page = told(family, ago(1))
    assert page.status_code == 200
    assert "Dat is te vroeg: het kan pas verteld zijn vanaf" in unescape(page.content.decode())
    assert not family.door("lotte", Section.RIGHTS).within(Farewell.objects.all()).exists()
    assert told(family, clock.today()).status_code == 302


def test_what_lotte_heard_was_not_told_before_noor_chose_her(family: Family) -> None:
    lotte_heard_it(family)
    assert told(family, ago(CHOSEN + 1)).status_code == 200
    early, door, kept = leaving.Told(on=ago(CHOSEN + 1)), family.door("lotte", Section.RIGHTS), row(family)
    with pytest.raises(NotAllowedError):
        leaving.tell(door, kept, early, act=uuid7())
    assert told(family, ago(CHOSEN)).status_code == 302


def test_the_two_looks_say_their_own_day_and_never_wait_both_at_once(family: Family) -> None:
    wishes.name(
        family.door("noor", Section.RIGHTS),
        family.member("wilma"),
        wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=ago(90)),
        act=uuid7(),
    )
    lotte_heard_it(family)
    assert "nog eens op" in unescape(told(family, ago(60), follow=True).content.decode())
    page = stays(family)
    assert len(re.findall(r"<textarea", page)) == 1
    assert "Hoe gaat het nu met Noor? Te vragen sinds" in page
    assert "vraagt Kring hoe het gaat." in page


@pytest.mark.parametrize(("back", "status"), [(CHOSEN, 302), (CHOSEN + 1, 200)])
def test_nobody_asked_wilma_for_noor_before_noor_chose_her(family: Family, back: int, status: int) -> None:
    door = family.door("lotte", Section.RIGHTS)
    wish = door.within(wishes.Wish.objects.in_force()).get()
    facts = {"on": ago(back).isoformat(), "asker": "worker", "how": "call", "expressed": "said"}
    answer = family.browser("lotte").post(family.url("rights:asked", wish=wish.pk), {"once": family.once(), **facts})
    assert answer.status_code == status
    if status == 200:
        assert "nog niet gekozen" in unescape(answer.content.decode())


def test_when_somebody_reads_it_is_said_as_it_is(family: Family) -> None:
    """At night and in the weekend nobody reads it the same day."""
    assert WHEN in unescape(family.page("endings:itself", seen_by="wilma"))
    after = unescape(wilma_says_it(family).content.decode())
    home = unescape(family.page("portals:home", seen_by="wilma"))
    for page in (after, home):
        assert WHEN in page
        assert "vandaag nog" not in page
        assert "De begeleiding weet het" not in page
    assert WHEN in unescape(family.page("rights:say", seen_by="noor"))


@pytest.mark.parametrize(("days", "status"), [(-2500, 200), (-1, 200), (0, 302), (7, 302)])
def test_the_day_on_which_somebody_will_tell_it_is_still_to_come(family: Family, days: int, status: int) -> None:
    """What was told already is written down as told: a day of before would stand on the day of Lotte as too late."""
    day = (clock.today() + timedelta(days=days)).isoformat()
    facts = {"member": str(family.member("wilma")), "why": "stops", "teller": "Lotte", "how": "thuis", "tells_on": day}
    sent = family.browser("lotte").post(family.url("endings:leave"), {"once": family.once(), **facts})
    assert sent.status_code == status
    if status == 200:
        page = unescape(sent.content.decode())
        assert "Die dag is al voorbij. Kies een dag die nog komt, of laat dit leeg." in page
        assert "thuis" in page, "nothing is lost"
        assert not family.door("lotte", Section.RIGHTS).within(Leaving.objects.all()).exists()
