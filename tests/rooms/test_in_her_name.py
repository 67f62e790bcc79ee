"""What a worker writes down in the name of Noor: never towards itself, never over her own no, and she reads who did."""

from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.acts import answering
from kring.access.acts.answering import Answering, MayNotAnswer, WhyNot
from kring.access.door import RefusedError
from kring.access.models import SamePerson, Say, Word
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from tests.family import Family
from tests.rooms.test_who_may_know import ask, last

IN_HER_NAME = "Iemand schreef iets op in jouw naam"


def point_out_lotte(family: Family) -> UUID:
    """Who of the circle Lotte is."""
    SamePerson.objects.create(
        item_id=family.member("lotte_member"), person_id=family.person("lotte"), confirmed_at=clock.now()
    )
    return UUID(str(family.member("lotte_member")))


def post(family: Family, page: str, say: Say, *, by: str) -> HttpResponse:
    return family.browser(by).post(family.url(page, say=say.pk), {"once": family.once()})


def reads_school(family: Family, who: str) -> bool:
    return Topic.SCHOOL in family.door(who, Section.SAID).answers.yes_topics


def closed_to(family: Family, who: str) -> bool:
    return Topic.SCHOOL.value in family.door(who, Section.SAID).answers.no_topics


def test_a_worker_writes_down_no_yes_towards_herself_and_lifts_no_no_against_herself(family: Family) -> None:
    point_out_lotte(family)
    ask(family, "lotte_member", "no", about="school")
    no = last(family, "lotte_member")
    refused = ask(family, "lotte_member", "yes", about="school", by="lotte", said="said")
    assert "Een ja voor jezelf schrijf je niet op." in refused.content.decode()
    stopped = post(family, "portals:stop_answer", no, by="lotte")
    assert "Dat antwoord is van Noor." in stopped.content.decode()
    ask(family, "lotte_member", "ask", about="school", by="lotte", said="said")
    assert closed_to(family, "lotte")
    assert Say.objects.get(pk=no.pk).withdrawn_at is None
    post(family, "portals:stop_answer", last(family, "lotte_member"), by="lotte")
    assert closed_to(family, "lotte")
    ask(family, "lotte_member", "yes", about="school")
    assert not closed_to(family, "lotte"), "Noor lifts it herself"
    assert family.log(Event.ANSWER_GIVEN) == 3


def test_what_waits_towards_herself_a_worker_does_not_confirm(family: Family) -> None:
    """A yes written down before anybody knew who that was, waits once it is Lotte."""
    ask(family, "lotte_member", "yes", about="school", by="lotte", said="said")
    said = last(family, "lotte_member")
    point_out_lotte(family)
    Say.objects.filter(pk=said.pk).update(waits=True)
    with pytest.raises(NotAllowedError):
        answering.confirm(family.door("lotte", Section.ANSWERS), Say.objects.get(pk=said.pk), once=uuid7())
    answering.confirm(family.door("noor", Section.ANSWERS), Say.objects.get(pk=said.pk), once=uuid7())
    assert reads_school(family, "lotte")


@pytest.mark.parametrize("own", ["no", "ask"])
def test_a_yes_written_down_over_her_own_no_waits_for_one_tap_of_hers(family: Family, own: str) -> None:
    ask(family, "karim", own, about="school")
    ask(family, "karim", "yes", about="school", by="lotte", said="said")
    said = last(family, "karim")
    assert said.waits
    assert closed_to(family, "karim")
    confirm = family.url("portals:confirm_answer", say=said.pk)
    assert confirm not in family.page("portals:about", seen_by="lotte", member=family.member("karim"))
    with pytest.raises(NotAllowedError):
        answering.confirm(family.door("lotte", Section.ANSWERS), said, once=uuid7())
    page = family.page("portals:about", seen_by="noor", member=family.member("karim"))
    assert confirm in page
    assert "Jij zei hier zelf iets anders. Dat blijft zo, tot jij ja tikt." in page
    assert post(family, "portals:confirm_answer", said, by="noor").status_code == 302
    assert reads_school(family, "karim")
    assert not closed_to(family, "karim")


@pytest.mark.parametrize("word", ["yes", "no"])
def test_what_waits_for_nothing_is_not_there_to_confirm(family: Family, word: str) -> None:
    """And changes nothing of what stands beside it; of a second tap the first is told."""
    ask(family, "karim", word, about="school")
    said = last(family, "karim")
    where = family.url("portals:confirm_answer", say=said.pk)
    for by in ("noor", "lotte", "bram", "ann", "karim"):
        browser = family.browser(by)
        assert browser.get(where).status_code == browser.post(where).status_code == 404, by
        with pytest.raises((NotAllowedError, RefusedError)):
            answering.confirm(family.door(by, Section.ANSWERS), said, once=uuid7())
    Say.objects.filter(pk=said.pk).update(waits=True)
    assert family.browser("noor").get(where).status_code == 302
    twice = {"once": family.once()}
    assert [family.browser("noor").post(where, twice).status_code for _ in range(2)] == [302, 302]
    assert family.browser("noor").get(where).status_code == 404


def test_where_she_said_no_no_herself_it_holds_at_once_and_a_no_written_down_is_changed_by_who_writes(
    family: Family,
) -> None:
    ask(family, "karim", "no", about="school", by="lotte", said="said")
    assert closed_to(family, "karim")
    ask(family, "karim", "yes", about="school", by="lotte", said="pointed")
    assert reads_school(family, "karim")


def test_the_act_itself_refuses_it_too(family: Family) -> None:
    member = point_out_lotte(family)
    new: dict[str, Any] = {"towards": member, "word": Word.YES, "topic": Topic.SCHOOL, "expressed": "said"}
    with pytest.raises(MayNotAnswer) as refusal:
        answering.answer(family.door("lotte", Section.ANSWERS), Answering(**new), once=uuid7())
    assert refusal.value.why is WhyNot.TO_ME
    answering.answer(family.door("noor", Section.ANSWERS), Answering(**new | {"expressed": "itself"}), once=uuid7())
    assert reads_school(family, "lotte")


def test_she_reads_who_wrote_it_when_and_how_and_her_home_says_it_until_she_looked(family: Family) -> None:
    assert IN_HER_NAME not in family.page("portals:child", seen_by="noor")
    ask(family, "karim", "yes", about="school", by="lotte", said="pointed")
    home = family.page("portals:child", seen_by="noor")
    assert IN_HER_NAME in home
    assert "Lotte schreef dit op, op" in home
    assert "Hoe: aangewezen op een prent." in home
    assert IN_HER_NAME not in family.page("portals:known", seen_by="lotte")
    assert IN_HER_NAME in family.page("portals:child", seen_by="noor"), "Lotte did not look in her place"
    assert IN_HER_NAME in family.page("portals:known", seen_by="noor")
    assert IN_HER_NAME not in family.page("portals:child", seen_by="noor")
    about = family.page("portals:about", seen_by="noor", member=family.member("karim"))
    assert "Lotte schreef dit op, op" in about
    assert "Hoe: aangewezen op een prent." in about


def test_of_what_she_says_herself_her_home_says_nothing(family: Family) -> None:
    ask(family, "karim", "yes", about="school")
    assert IN_HER_NAME not in family.page("portals:child", seen_by="noor")
    about = family.page("portals:about", seen_by="noor", member=family.member("karim"))
    assert "schreef dit op" not in about
