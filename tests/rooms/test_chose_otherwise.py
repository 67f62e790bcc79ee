"""Noor chooses otherwise: what stood on her choice closes at once, no message goes, and a person tells it (A126)."""

from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.acts import answering
from kring.access.acts.answering import Answering
from kring.access.desk import desk_of
from kring.access.models import Say, Word
from kring.agreements.models import Agreement
from kring.agreements.reading import pacts
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.endings.models import Leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.law.meaning import Expressed, Meaning
from kring.people.models import Message
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests.family import Family
from tests.own_word import is_so
from tests.rooms.agreeing import agreed
from tests.rooms.test_not_safe import an_takes_over
from tests.rooms.test_steps import send


def chooses(family: Family, who: str = "wilma", meaning: Meaning = Meaning.JIM, *, by: str = "noor") -> UUID:
    said = wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=clock.today())
    return wishes.name(family.door(by, Section.RIGHTS), family.member(who), said, act=uuid7())


def says_yes(family: Family, who: str = "wilma", *topics: Topic) -> None:
    for topic in topics or (Topic.SCHOOL,):
        new = Answering(towards=family.member(who), word=Word.YES, topic=topic)
        answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())


def otherwise(family: Family, wish: UUID, *, by: str = "noor") -> HttpResponse:
    where = family.url("rights:withdraw", wish=wish)
    return family.browser(by).post(where, {"once": family.once()}, follow=True)


def relation(family: Family, who: str = "wilma") -> Relation:
    return family.door(who, Section.SAID).relation


@pytest.fixture
def wilma(family: Family) -> UUID:
    """Noor chose Wilma as her JIM; they agreed, and Wilma may know about school."""
    wish = chooses(family)
    agreed(family)
    says_yes(family)
    return wish


def agreement(family: Family) -> str:
    row = family.door("noor", Section.AGREEMENTS).within(Agreement.objects.all()).first()
    assert row is not None
    return family.url("agreements:agreement", pact=row.pact)


def test_what_stood_on_it_closes_at_the_next_request(family: Family, wilma: UUID) -> None:
    there, hers = agreement(family), family.browser("wilma")
    home = family.page("portals:home", seen_by="wilma")
    assert ("Noor koos jou" in home, "school" in home) == (True, True)
    assert hers.get(there).status_code == hers.get(family.url("support:others")).status_code == 200
    otherwise(family, wilma)
    home = family.page("portals:home", seen_by="wilma")
    assert ("Noor koos jou" in home, "school" in home) == (False, False)
    assert ("Steunfiguur" in home, "kan bij jou terecht" in home) == (False, False)
    assert there not in home
    for page in (there, family.url("support:others"), family.url("portals:child")):
        assert hers.get(page).status_code == 404
    assert not pacts(family.door("wilma", Section.AGREEMENTS))
    assert family.door("wilma", Section.SAID).answers.yes_topics == frozenset()
    assert relation(family) is Relation.SUPPORTER


def test_for_noor_and_lotte_the_facts_stay(family: Family, wilma: UUID) -> None:
    there = agreement(family)
    otherwise(family, wilma)
    for who in ("noor", "lotte"):
        assert family.browser(who).get(there).status_code == 200
        assert "Anders gekozen op" in family.page("rights:beside", seen_by=who)


def test_a_yes_that_waits_or_that_closes(family: Family, wilma: UUID) -> None:
    for word, topic, waits in ((Word.YES, Topic.CIRCLE, True), (Word.NO, Topic.FATHER, False)):
        new = Answering(towards=family.member("wilma"), word=word, topic=topic, waits=waits)
        answering.answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    otherwise(family, wilma)
    going_on = Say.objects.filter(towards=family.member("wilma"), withdrawn_at=None)
    assert [(one.answer, one.topic) for one in going_on] == [("no", "father")]


def test_of_somebody_else_nothing_closes(family: Family, wilma: UUID) -> None:
    says_yes(family, "karim", Topic.CIRCLE)
    otherwise(family, wilma)
    assert family.browser("karim").get(family.url("portals:child")).status_code == 200


def test_who_stays_as_something_else_is_said_on_the_same_screen(family: Family, wilma: UUID) -> None:
    chooses(family, meaning=Meaning.SUPPORTER)
    there, seen = agreement(family), otherwise(family, wilma).content.decode()
    assert "Wilma blijft wel: iemand voor mij." in seen
    assert "Alles waar Wilma van jou bij mocht, is nu dicht." in seen
    assert family.browser("wilma").get(there).status_code == 404  # what they agreed as JIM
    assert family.door("wilma", Section.SAID).answers.yes_topics == frozenset()


def test_what_they_agreed_in_another_meaning_goes_on(family: Family, wilma: UUID) -> None:
    other = chooses(family, meaning=Meaning.SUPPORTER)
    there = agreement(family)
    otherwise(family, other)
    assert family.browser("wilma").get(there).status_code == 200
    assert relation(family) is Relation.JIM


def test_one_tap_takes_it_back_and_the_yes_is_asked_anew(family: Family, wilma: UUID) -> None:
    there = agreement(family)
    otherwise(family, wilma)
    chooses(family)
    assert "Noor koos jou" in family.page("portals:home", seen_by="wilma")
    assert family.browser("wilma").get(there).status_code == 200
    assert family.door("wilma", Section.SAID).answers.yes_topics == frozenset()
    assert "wie vertelt het" not in family.page("endings:due", seen_by="lotte")


ASKS = "Noor koos anders. Wie vertelt het Wilma? Kring stuurt Wilma niets."


def first(family: Family, where: str) -> str:
    """What Lotte has to do, on her day or with Noor."""
    answer = family.browser("lotte").get(reverse(where) if where == "portals:today" else family.url(where))
    return unescape(answer.content.decode())


def test_lotte_has_to_see_that_a_person_tells_it(family: Family, wilma: UUID) -> None:
    told = Message.objects.filter(person=family.person("wilma")).count()
    seen = otherwise(family, wilma).content.decode()
    assert "Kring stuurt Wilma niets: spreek af wie het vertelt." in seen
    assert Message.objects.filter(person=family.person("wilma")).count() == told
    assert desk_of(family.actor("lotte")).due[family.noor.dossier][Section.RIGHTS] == clock.today()
    assert "Noor koos anders: wie vertelt het Wilma?" in family.page("endings:due", seen_by="lotte")
    for where in ("portals:today", "portals:child"):
        assert ASKS in first(family, where)
    where, today = family.url("endings:pass_on", member=family.member("wilma")), clock.today().isoformat()
    assert "krijgt van Kring geen bericht" in family.browser("lotte").get(where).content.decode()
    facts = {"once": family.once(), "on": today, "by": "Lotte"}
    assert family.browser("lotte").post(where, facts).status_code == 302
    assert "wie vertelt het" not in family.page("endings:due", seen_by="lotte")
    assert ASKS not in first(family, "portals:today")
    assert "Lotte vertelde het aan Wilma, op" in family.page("rights:beside", seen_by="noor")
    assert family.browser("lotte").get(where).status_code == 404  # told once
    assert family.log(Event.CHOICE_PASSED_ON) == 1


@pytest.mark.parametrize("who", ["noor", "wilma", "karim", "ann", "an", "bram", "mo"])
def test_to_others_there_is_nothing_to_tell(family: Family, wilma: UUID, who: str) -> None:
    otherwise(family, wilma)
    where = family.url("endings:pass_on", member=family.member("wilma"))
    assert family.browser(who).get(where).status_code == 404
    assert family.browser(who).post(where, {"once": family.once(), "on": "2026-01-01"}).status_code == 404
    assert family.log(Event.CHOICE_PASSED_ON) == 0


def test_of_who_never_heard_of_it_there_is_nothing_to_tell(family: Family) -> None:
    otherwise(family, chooses(family, "tom"))
    where = family.url("endings:pass_on", member=family.member("tom"))
    assert family.browser("lotte").get(where).status_code == 404
    assert "wie vertelt het" not in family.page("endings:due", seen_by="lotte")


def test_a_day_to_come_is_not_one_on_which_it_was_told(family: Family, wilma: UUID) -> None:
    otherwise(family, wilma)
    where = family.url("endings:pass_on", member=family.member("wilma"))
    answer = family.browser("lotte").post(where, {"once": family.once(), "on": "2999-01-01", "by": ""})
    assert "Die dag moet nog komen." in answer.content.decode()
    assert family.log(Event.CHOICE_PASSED_ON) == 0


def test_of_wilma_who_stops_herself_every_yes_ends_when_noor_knows(family: Family, wilma: UUID) -> None:
    assert send(family, "stopped", wilma, by="noor").status_code == 302
    assert family.door("wilma", Section.SAID).answers.yes_topics == frozenset()
    assert family.browser("wilma").get(agreement(family)).status_code == 404
    assert "wie vertelt het" not in family.page("endings:due", seen_by="lotte")  # she said it herself


def test_what_noor_was_not_told_yet_stays_untold(family: Family, wilma: UUID) -> None:
    """Wilma is her JIM no more by her own word, which Noor does not know; Noor ends her as supporter."""
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("wilma"), ended_at=None)
    chooses(family, meaning=Meaning.SUPPORTER)
    says = {"once": family.once(), "step": "ended", "teller": "both", "picks_up": "yes"}
    assert family.browser("wilma").post(family.url("endings:itself"), says).status_code == 302
    row = family.door("noor", Section.RIGHTS).within(Wish.objects.in_force().filter(meaning="supporter")).get()
    otherwise(family, row.pk)
    assert held.get().relation == Relation.SUPPORTER.value
    assert held.get().known_as == Relation.JIM.value


def heard_and_told(family: Family, why: str) -> None:
    """That somebody is not there any more, a second human says (R15)."""
    teller = "lotte" if why == "stops" else "an"
    an_takes_over(family)
    facts = {"member": str(family.member("wilma")), "why": why, "teller": "Lotte", "how": "", "tells_on": ""}
    lotte = family.browser("lotte")
    lotte.post(family.url("endings:leave"), {"once": family.once(), **facts})
    row = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)).get()
    is_so(family)
    told = {"on": clock.today().isoformat(), "by": "Lotte", "reaction": "", "goodbye": "", "steps_in": ""}
    where = family.url("endings:tell", leaving=row.pk)
    assert family.browser(teller).post(where, {"once": family.once(), **told}).status_code == 302


@pytest.mark.parametrize(("why", "words"), [("stops", "Wilma zei dat het stopt"), ("lost", "Voorbij sinds")])
def test_told_on_the_page_of_farewells_it_ends_as_well(family: Family, wilma: UUID, why: str, words: str) -> None:
    there = agreement(family)
    heard_and_told(family, why)
    assert not family.door("noor", Section.RIGHTS).within(Wish.objects.in_force()).exists()
    assert words in family.page("rights:beside", seen_by="noor")
    assert "Noor koos jou" not in family.page("portals:home", seen_by="wilma")
    assert family.browser("wilma").get(there).status_code == 404


@pytest.mark.parametrize("why", ["away", "worker"])
def test_who_only_goes_for_a_while_still_stands(family: Family, wilma: UUID, why: str) -> None:
    heard_and_told(family, why)
    assert family.door("noor", Section.RIGHTS).within(Wish.objects.in_force()).exists()
    assert "Noor koos jou" in family.page("portals:home", seen_by="wilma")


def test_who_stops_as_one_thing_stays_as_another(family: Family, wilma: UUID) -> None:
    """What Wilma said of herself goes before what was heard: she is no JIM any more, and still somebody for Noor."""
    chooses(family, meaning=Meaning.SUPPORTER)
    assert send(family, "stopped", wilma, by="lotte", told="no").status_code == 302
    heard_and_told(family, "stops")
    stays = family.door("noor", Section.RIGHTS).within(Wish.objects.in_force())
    assert [one.meaning for one in stays] == ["supporter"]
