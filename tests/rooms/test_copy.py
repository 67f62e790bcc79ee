"""The copy for the official file: what was done today, others by initials, own words with the child's yes."""

from datetime import date, timedelta

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.audit.models import Entry
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.meaning import Expressed, Meaning
from kring.portals import sheet
from kring.portals.day import Day, Words, initials
from kring.portals.day import day as day_of
from kring.rights.acts import conditions, wishes
from tests.family import Family

WORDS = "Karim luistert altijd"


@pytest.fixture
def day(family: Family) -> Family:
    """Lotte and Noor looked together today."""
    door = family.door("lotte")
    people.add(door, ["nonkel Jan", "buurvrouw An"], layer=Layer.CHILD, act=uuid7())
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=clock.today(), words=WORDS)
    wishes.name(door, family.member("karim"), said, act=uuid7())
    seen = [conditions.Finding(code="trust-person.adult", holds=True)]
    conditions.look(door, family.member("karim"), seen, act=uuid7(), on=clock.today())
    return family


def copy(family: Family, *, by: str = "lotte", page: str = "portals:copy", **facts: str) -> HttpResponse:
    filled = {"once": family.once(), "on": clock.today().isoformat(), **facts}
    return family.browser(by).post(family.url(page), filled)


@pytest.mark.parametrize(
    ("words", "said"), [("", "Jouw woorden staan er niet in."), ("on", "Jouw woorden staan erin.")]
)
def test_noor_reads_afterwards_that_a_copy_was_made(day: Family, words: str, said: str) -> None:
    assert "Nog geen kopie" in day.page("portals:copies", seen_by="noor")
    copy(day, **({"own_words": words} if words else {}))
    copy(day, page="portals:copy_pdf", **({"own_words": words} if words else {}))
    told = day.page("portals:copies", seen_by="noor")
    assert told.count("Lotte maakte een kopie over") == 1
    assert said in told
    assert "Kring bewaart de tekst van een kopie niet." in told
    assert "De woorden van Noor" in day.page("portals:copies", seen_by="lotte")
    assert "Nog geen kopie" in day.page("portals:copies", seen_by="sem", child="sem")
    assert day.url("portals:copies") in day.page("portals:known", seen_by="noor")


def test_the_child_sees_it_before_it_is_made(day: Family) -> None:
    text = day.page("portals:copy", seen_by="lotte")
    assert "Lees het eerst samen met Noor" in text
    assert "Een kopie kun je niet terugnemen" in text
    assert WORDS in text
    assert day.log(Event.DAY_COPIED) == 0


def test_others_stand_there_by_their_initials_and_own_words_stay(day: Family) -> None:
    text = copy(day).content.decode()
    assert "J., A." in text
    assert "Noor koos K. als vertrouwenspersoon in de jeugdhulp (gezegd)" in text
    assert "Voorwaarden van de wet bekeken voor: K." in text
    assert "Opgeschreven door Lotte" in text
    assert WORDS not in text
    assert "nonkel Jan" not in text
    assert day.log(Event.DAY_COPIED) == 1


def test_with_the_childs_yes_its_own_words_go_along_verbatim_and_the_log_knows(day: Family) -> None:
    assert WORDS in copy(day, own_words="on").content.decode()
    codes = Entry.objects.filter(event=Event.DAY_COPIED.value).latest("seq").codes
    assert codes == [clock.today().isoformat(), "text", "own-words"]


def test_on_paper(day: Family) -> None:
    answer = copy(day, page="portals:copy_pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert day.log(Event.DAY_COPIED) == 1


def test_an_earlier_day_may_be_chosen_and_a_later_one_not(day: Family) -> None:
    browser = day.browser("lotte")
    yesterday = (clock.today() - timedelta(days=1)).isoformat()
    assert "niets opgeschreven" in browser.get(day.url("portals:copy"), {"on": yesterday}).content.decode()
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    assert "Die dag moet nog komen" in browser.get(day.url("portals:copy"), {"on": tomorrow}).content.decode()
    assert "Kies een dag" in browser.get(day.url("portals:copy"), {"on": "<x>"}).content.decode()


def test_that_it_was_copied_already_is_said(day: Family) -> None:
    copy(day)
    assert "is van deze dag al een kopie gemaakt" in day.page("portals:copy", seen_by="lotte")


@pytest.mark.parametrize("other", ["noor", "an", "ann", "mo", "karim"])
def test_to_others_there_is_nothing_to_copy(day: Family, other: str) -> None:
    assert copy(day, by=other).status_code == 404
    assert copy(day, by=other, page="portals:copy_pdf").status_code == 404
    assert day.log(Event.DAY_COPIED) == 0


def test_the_guide_copies_the_circle_and_not_the_rest(day: Family) -> None:
    text = copy(day, by="bram", own_words="on").content.decode()
    assert "J., A." in text
    assert "vertrouwenspersoon" not in text
    assert WORDS not in text


def test_words_of_several_lines_stay_one_item() -> None:
    said = Day(child="Noor", on=date(2026, 11, 21), lines=("Iets.",), words=(Words("K.", "een\n- twee"),))
    text = said.text(by="Lotte", own_words=True)
    assert "- Noor over K.: “een\n  - twee”" in text
    assert sheet.pdf(text).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("name", "short"),
    [("oma Lea", "L."), ("tante Mieke van de bakkerij op de hoek", "M."), ("mama", "M."), ("🦊", "?"), ("Émile", "É.")],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


def test_where_it_began_stands_first(family: Family) -> None:
    lines = day_of(family.door("lotte"), clock.today()).lines
    assert lines[0] == "Begonnen met Kring."
    assert lines.count("Begonnen met Kring.") == 1


def test_a_day_before_there_were_days_is_said(family: Family) -> None:
    answer = family.browser("lotte").get(family.url("portals:copy"), {"on": "0001-01-01"})
    assert answer.status_code == 200
    assert str(clock.today().year) in answer.content.decode()
