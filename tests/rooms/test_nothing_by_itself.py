"""A plan is no fact, a step has one place, and what was typed goes by a yes of one's own (R15, R2)."""

from html import unescape

from kring.endings.models import Farewell
from kring.kit import clock
from kring.law.access import Section
from kring.law.meaning import Meaning
from kring.rights.models import Wish
from tests.family import Family
from tests.own_word import is_so
from tests.rooms.test_agreement_pages import begin, typing
from tests.rooms.test_endings import heard, leaving, send
from tests.rooms.test_today import choose_karim


def test_who_was_to_tell_it_is_no_fact_until_somebody_writes_it(family: Family) -> None:
    heard(family, teller="Wilma en de begeleiding")
    is_so(family)
    page = unescape(family.page("endings:tell", seen_by="lotte", leaving=leaving(family).pk))
    assert "Afgesproken was: Wilma en de begeleiding." in page
    assert 'value="Wilma en de begeleiding"' not in page
    sent = {"on": clock.today().isoformat(), "by": "", "reaction": "", "goodbye": "", "steps_in": ""}
    asked = send(family, "endings:tell", "lotte", facts=sent, leaving=leaving(family).pk)
    assert "Schrijf wie het vertelde." in asked.content.decode()
    assert "Verteld door" not in family.page("endings:endings", seen_by="noor")
    sent["by"] = "Greet"
    assert send(family, "endings:tell", "lotte", facts=sent, leaving=leaving(family).pk).status_code == 302
    assert family.door("lotte", Section.RIGHTS).within(Farewell.objects.all()).get().told_by == "Greet"


def test_a_trust_person_begins_on_the_page_where_the_law_is_asked(family: Family) -> None:
    wishes = {}
    for meaning in (Meaning.TRUST_PERSON, Meaning.JIM):
        choose_karim(family, meaning)
        door = family.door("noor", Section.RIGHTS)
        wishes[meaning] = door.within(Wish.objects.in_force().filter(meaning=meaning.value)).get().pk
    browser = family.browser("noor")
    legal = browser.get(family.url("rights:began", wish=wishes[Meaning.TRUST_PERSON]))
    assert legal["Location"] == family.url("rights:person", member=family.member("karim"))
    assert browser.get(family.url("rights:began", wish=wishes[Meaning.JIM])).status_code == 200


def test_before_what_was_typed_goes_it_is_said_that_it_does_not_come_back(family: Family) -> None:
    begin(family, "noor")
    page = family.page("agreements:ready", seen_by="noor", pact=typing(family, "noor").pact)
    before, after = page.split("Dat komt niet terug.")
    assert "leave/" not in before
    assert "Ja, doe dit weg" in after
