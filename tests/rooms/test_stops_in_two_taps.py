"""R7: from her own page Noor takes a yes back in two taps; and whoever taps twice reads that it was stopped already."""

import re
from html import unescape

import pytest
from django.http import HttpResponse

from kring.access.models import Say
from kring.audit.events import Event
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.circle.models import Placement
from kring.journal.models import Passage
from kring.kit.keys import uuid7
from kring.law.access import Section
from tests.family import Family
from tests.rooms.test_her_yes_to_a_page import hers
from tests.rooms.test_journal_before_saving import write
from tests.rooms.test_parents_yes import nadia_reads, said_by
from tests.rooms.test_transfers import make
from tests.rooms.test_who_may_know import ask, last, sees_the_circle

ONCE = re.compile(r'name="once" value="([^"]+)"')


def stops(family: Family) -> str:
    return unescape(family.page("portals:stop", seen_by="noor"))


def tap(family: Family, row: Say, page: str, *, by: str = "noor") -> HttpResponse:
    """Press the button that stands on a page for this answer, with the token that it carries."""
    where = family.url("portals:stop_answer", say=row.pk)
    form = page.split(f'action="{where}"')[1]
    sent = {"once": (ONCE.search(form) or pytest.fail("no token"))[1]}
    return family.browser(by).post(where, sent, follow=True)


def test_home_and_then_one_button(family: Family) -> None:
    assert "Wat iemand mag weten" not in stops(family)
    ask(family, "karim", "yes")
    ask(family, "karim", "no", about="father")
    ask(family, "karim", "yes", about="school", until="week")
    assert f'href="{family.url("portals:stop")}"' in family.page("portals:child", seen_by="noor")
    page = stops(family)
    assert page.count("trainer Karim, ") == 2, "her no opens nothing, and is not here"
    assert "school" in page
    row = Say.objects.get(towards=family.member("karim"), topic="circle")
    assert sees_the_circle(family, "karim")
    assert "Dat ja is gestopt." in tap(family, row, page).content.decode()
    assert not sees_the_circle(family, "karim")
    assert family.log(Event.ANSWER_WITHDRAWN) == 1
    assert stops(family).count("trainer Karim, ") == 1


def test_each_button_has_a_token_of_its_own_and_two_taps_on_two_stop_both(family: Family) -> None:
    """Also from one page that was not loaded anew."""
    for topic in ("circle", "school"):
        ask(family, "karim", "yes", about=topic)
    page = stops(family)
    for topic in ("school", "circle"):
        tap(family, Say.objects.get(topic=topic), page)
    assert not Say.objects.filter(withdrawn_at=None).exists()


def test_one_text_and_a_page_for_the_court_stop_there_too(family: Family) -> None:
    write(family, "noor", "Over de klas", knowing=[str(family.member("karim"))], held_close="on")
    make(family, sure="on")
    page = stops(family)
    assert "Over de klas" in page
    assert "Nadia mag een blad over jou lezen" in page
    assert nadia_reads(family)
    tap(family, hers(family), page)
    assert not nadia_reads(family)
    text = Say.objects.get(item__section=Section.JOURNAL.value)
    assert family.door("karim", Section.JOURNAL).within(Passage.objects.all())
    tap(family, text, page)
    assert "Over de klas" not in stops(family)


def test_a_yes_towards_who_was_taken_out_of_the_circle_is_stopped_too(family: Family) -> None:
    """Taking somebody out of the picture says nothing about what that one may know: that is hers to stop."""
    ask(family, "karim", "yes")
    here = Placement.objects.filter(member=family.member("karim"), until_at=None)
    for row in family.door("noor").within(here):
        people.remove(family.door("noor"), family.member("karim"), Layer(row.layer), act=uuid7())
    assert sees_the_circle(family, "karim"), "he still comes in"
    about = family.url("portals:about", member=family.member("karim"))
    assert f'href="{about}"' in family.page("portals:known", seen_by="noor")
    assert family.browser("noor").get(about).status_code == 200
    where = family.url("portals:stop_answer", say=last(family, "karim").pk)
    assert family.browser("noor").get(where).status_code == 200
    assert tap(family, last(family, "karim"), stops(family)).status_code == 200
    assert not sees_the_circle(family, "karim")


@pytest.mark.parametrize("once", ["the same form", "another browser"])
def test_a_second_tap_reads_that_it_was_stopped_already(family: Family, once: str) -> None:
    ask(family, "karim", "yes")
    row, page = last(family, "karim"), stops(family)
    other = stops(family) if once == "another browser" else page
    tap(family, row, page)
    again = tap(family, row, other)
    assert again.redirect_chain == [(family.url("portals:known"), 302)]
    assert "Dat is al gestopt." in again.content.decode()
    seen = family.browser("noor").get(family.url("portals:stop_answer", say=row.pk), follow=True)
    assert "Dat is al gestopt." in seen.content.decode()
    assert family.log(Event.ANSWER_WITHDRAWN) == 1


@pytest.mark.parametrize("who", ["lotte", "karim", "wilma", "ann", "tarik", "rita", "bram", "an", "nadia", "sem"])
def test_to_everybody_else_what_was_stopped_is_not_there(family: Family, who: str) -> None:
    ask(family, "karim", "yes")
    row = last(family, "karim")
    tap(family, row, stops(family))
    where = family.url("portals:stop_answer", say=row.pk)
    browser = family.browser(who)
    assert browser.get(where).status_code == browser.post(where, {"once": family.once()}).status_code == 404


def test_a_no_that_was_taken_back_is_gone_and_says_so(family: Family) -> None:
    ask(family, "karim", "no")
    where = family.url("portals:stop_answer", say=last(family, "karim").pk)
    for told in ("Dat is weg.", "Dat is al weg."):
        sent = family.browser("noor").post(where, {"once": family.once()}, follow=True)
        assert told in sent.content.decode()


def test_a_parent_that_taps_twice_reads_it_too_and_the_other_parent_does_not(family: Family) -> None:
    make(family, sure="on")
    where = family.url("portals:take_back", say=said_by(family, "ann").pk)
    family.browser("ann").post(where, {"once": family.once()})
    told = family.browser("ann").post(where, {"once": family.once()}, follow=True)
    assert told.redirect_chain == [(family.url("portals:mine"), 302)]
    assert "Dat is al gestopt." in told.content.decode()
    for other in ("tarik", "noor", "lotte", "wilma"):
        assert family.browser(other).post(where, {"once": family.once()}).status_code == 404
