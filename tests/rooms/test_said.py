"""Saying something: first who hears it, then the words; everyone reads back its own and nobody's else (R20, R23)."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.models import Item
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.law.access import Relation, Section
from kring.people.models import Message, Person, Post, Role, Team
from kring.rights.models import Said
from tests.family import Family

WORDS = "Ik wil niet dat mama <b>dit</b> hoort & ik slaap slecht.\nKom je?"
SPEAKERS = ("noor", "ann", "tarik", "wilma", "karim", "rita")


def say(family: Family, who: str, words: str = WORDS, *, once: str = "", only_to: str = "") -> HttpResponse:
    facts = {"once": once or family.once(), "words": words} | ({"only_to": only_to} if only_to else {})
    return family.browser(who).post(family.url("rights:say"), facts)


def page(family: Family, who: str, where: str = "rights:say") -> str:
    return unescape(family.page(where, seen_by=who))


def rows(family: Family) -> list[Said]:
    return list(family.door("lotte", Section.SAID).within(Said.objects.all()).order_by("pk"))


def a_second_worker(family: Family) -> str:
    """Someone who also works with Noor."""
    an = family.person("an")
    Post.objects.filter(person=an).update(team=Team.objects.get(name="Team Noord"))
    Involvement.objects.create(
        dossier_id=family.noor.dossier, person_id=an, relation=Relation.WORKER.value, from_on=clock.today()
    )
    return str(an)


@pytest.mark.parametrize("who", SPEAKERS)
def test_who_hears_it_and_when_stands_there_before_the_words(family: Family, who: str) -> None:
    told = page(family, who)
    before = told[: told.index("<textarea")]
    assert "Lotte" in before
    assert "werkdag" in before
    for number in ("tel:112", "tel:101", "tel:1712"):
        assert number in told
    assert ("tel:102" in told) == (who == "noor")


def test_the_words_stay_as_they_were_said_and_lotte_answers(family: Family) -> None:
    assert say(family, "noor").status_code == 302
    (row,) = rows(family)
    assert row.words.replace("\r\n", "\n") == WORDS
    heard = family.page("rights:heard", seen_by="lotte")
    assert "&lt;b&gt;dit&lt;/b&gt;" in heard
    assert "Lotte deed dit open op" in page(family, "noor"), "opened, and not answered yet"
    answer = {"once": family.once(), "answer": "Ik kom straks."}
    assert family.browser("lotte").post(family.url("rights:hear", said=row.pk), answer).status_code == 302
    told = page(family, "noor")
    assert "Gelezen door Lotte op" in told
    assert "Ik kom straks." in told
    assert (family.log(Event.ASKED), family.log(Event.HEARD)) == (1, 1)


def test_it_is_one_of_the_things_of_today_without_a_word_of_it(family: Family) -> None:
    say(family, "noor")
    today = family.browser("lotte").get(reverse("portals:today")).content.decode()
    assert "Iemand wil je iets zeggen of vragen" in today
    assert "slaap" not in today
    family.browser("lotte").post(family.url("rights:hear", said=rows(family)[0].pk), {"once": family.once()})
    assert "Iemand wil je iets" not in family.browser("lotte").get(reverse("portals:today")).content.decode()


def made_days_ago(days: int, **which: object) -> None:
    Item.objects.filter(section=Section.SAID.value, **which).update(made_at=clock.now() - timedelta(days=days))


def test_how_long_it_waits_stands_there_and_nothing_of_what_it_is(family: Family) -> None:
    say(family, "noor")
    made_days_ago(4)
    for where in (reverse("portals:today"), family.url("portals:child")):
        told = family.browser("lotte").get(where).content.decode()
        assert "Iemand wil je iets zeggen of vragen. Dat wacht al 4 dagen." in told, where
    made_days_ago(1)
    assert "Dat wacht al 1 dag." in family.browser("lotte").get(reverse("portals:today")).content.decode()


def test_to_another_worker_alone_it_waits_for_that_one(family: Family) -> None:
    say(family, "noor", only_to=a_second_worker(family))
    made_days_ago(9)
    assert "Dat wacht al" not in family.browser("lotte").get(reverse("portals:today")).content.decode()


LEAD = "keer wacht iemand al meer dan drie dagen op gehoor"


def lead(family: Family) -> str:
    told = unescape(family.browser("hilde").get(reverse("portals:lead")).content.decode())
    return re.sub(r"\w{40,}", "", told)  # tokens are new each time


@pytest.mark.parametrize("speaker", ["noor", "ann", "wilma"])
def test_a_team_lead_reads_how_many_wait_and_that_is_all(family: Family, speaker: str) -> None:
    say(family, speaker)
    assert LEAD not in lead(family), "a working day is not over"
    made_days_ago(4)
    told = lead(family)
    assert f"1 {LEAD}" in told
    assert [word for word in ("Noor", "Ann", "Wilma", "slaap", "bezorgd") if re.search(rf"\b{word}\b", told)] == []
    family.browser("lotte").post(family.url("rights:hear", said=rows(family)[0].pk), {"once": family.once()})
    made_days_ago(4)
    assert LEAD not in lead(family)


def test_it_is_the_same_for_words_and_for_a_face(family: Family) -> None:
    """Which kind it is would tell who said it: only a small child points at a face."""
    say(family, "noor")
    made_days_ago(4)
    words = lead(family)
    Item.objects.filter(section=Section.SAID.value).update(version=2)
    where = family.url("rights:say", child="sem")
    family.browser("sem").post(where, {"once": family.once(), "feeling": "scared"})
    made_days_ago(4, version=1)
    assert lead(family) == words


def test_of_another_team_nothing_is_counted(family: Family) -> None:
    say(family, "noor")
    made_days_ago(4)
    here = Dossier.objects.get(pk=family.noor.dossier).team.organisation
    other = Team.objects.create(organisation=here, name="Zuid")
    Dossier.objects.filter(pk=family.noor.dossier).update(team=other)
    assert LEAD not in lead(family)


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_everyone_reads_back_its_own_and_nobodys_else(family: Family, speaker: str) -> None:
    say(family, speaker, "kanarie-zeven")
    for who in SPEAKERS:
        assert ("kanarie-zeven" in page(family, who)) == (who == speaker), who
    for who in ("bram", "hilde", "mo", "saar", "an", "nadia", "sem"):
        for where in ("rights:say", "rights:heard"):
            assert family.browser(who).get(family.url(where)).status_code == 404, who
    assert "kanarie-zeven" in page(family, "lotte", "rights:heard")


def test_to_one_worker_is_read_by_that_worker_alone(family: Family) -> None:
    an = a_second_worker(family)
    assert "Alleen deze begeleider leest het" in page(family, "noor")
    assert say(family, "noor", "geheim", only_to=an).status_code == 302
    assert "geheim" in page(family, "an", "rights:heard")
    assert "geheim" not in page(family, "lotte", "rights:heard")
    assert "Iemand wil je iets" not in family.browser("lotte").get(reverse("portals:today")).content.decode()
    hidden = Item.objects.get(section=Section.SAID.value)
    answer = family.browser("lotte").post(family.url("rights:hear", said=hidden.pk), {"once": family.once()})
    assert answer.status_code == 404
    assert [str(one) for one in Message.objects.filter(about=family.noor.dossier).values_list("person", flat=True)] == [
        an
    ]
    Post.objects.filter(person=an).delete()
    assert "Wie het las, kan nu niet meer antwoorden." in page(family, "noor")


def test_to_all_who_work_with_noor(family: Family) -> None:
    a_second_worker(family)
    say(family, "noor", "voor allebei", only_to="all")
    say(family, "ann", "een zorg")
    for who in ("lotte", "an"):
        assert "voor allebei" in page(family, who, "rights:heard")
        assert "een zorg" in page(family, who, "rights:heard")


def test_when_nobody_works_with_the_child_that_is_said(family: Family) -> None:
    Post.objects.filter(person=family.person("lotte")).delete()
    told = page(family, "noor")
    assert "Hier leest nu niemand mee" in told
    assert "<textarea" not in told
    assert say(family, "noor").status_code == 200
    assert not Item.objects.filter(section=Section.SAID.value).exists()


def test_a_small_child_says_it_by_pointing(family: Family) -> None:
    where = family.url("rights:say", child="sem")
    told = family.page("rights:say", seen_by="sem", child="sem")
    assert told.count('name="feeling"') == 6
    assert "<textarea" not in told
    answer = family.browser("sem").post(where, {"once": family.once(), "feeling": "scared"}, follow=True)
    assert "Lotte krijgt dit te zien" in answer.content.decode()
    assert "Ik ben bang" in family.page("rights:heard", seen_by="lotte", child="sem")


def test_sent_twice_is_said_once(family: Family) -> None:
    once = family.once()
    assert [say(family, "wilma", once=once).status_code for _ in range(2)] == [302, 302]
    assert len(rows(family)) == 1


@pytest.mark.parametrize("words", ["", "   ", "\x00"])
def test_nothing_is_nothing(family: Family, words: str) -> None:
    assert say(family, "noor", words).status_code == 200
    assert not rows(family)


def test_a_closed_place_hears_nothing_new(family: Family) -> None:
    say(family, "noor", "nog net")
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=clock.today())
    assert family.browser("noor").post(family.url("rights:say"), {"once": family.once()}).status_code == 404
    assert len(rows(family)) == 1


def test_another_team_is_another_team(family: Family) -> None:
    """Someone who becomes a worker elsewhere hears nothing of Noor."""
    new = Person.objects.create(call_name="Piet")
    team = Team.objects.get(name="Team Zuid")
    Post.objects.create(
        person=new, organisation=team.organisation, team=team, role=Role.WORKER.value, from_on=clock.today()
    )
    say(family, "noor")
    assert "Piet" not in page(family, "noor")
