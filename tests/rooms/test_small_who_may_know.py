"""Sem, nine years, comes in by pictures: he lets Rita know something, looks along with her, and takes it back."""

import re
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kring.access.acts.answering import Answering, answer
from kring.access.models import Item, SamePerson, Say, Word
from kring.dossier.models import Involvement
from kring.journal.acts import plan
from kring.journal.models import PlanKind
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.portals.answers import number
from tests.family import Family
from tests.rooms.journal import write
from tests.rooms.pointing import surely
from tests.rooms.small import read, where
from tests.rooms.test_picture_code import choose, register, tap

HOME = number(Topic.HOME)
PLAN = "Ik ga naar de buren."
REX = "Ik wil dat Rex mee mag."
"""What Lotte wrote of Sem's own words, about where he lives (demo/notes.py)."""


@pytest.fixture
def tablet(family: Family) -> Client:
    """Rita may come in; Sem tapped his row on the tablet of the house."""
    Involvement.objects.create(
        dossier_id=family.sem.dossier,
        person_id=family.person("rita"),
        relation=Relation.SUPPORTER.value,
        from_on=clock.today(),
    )
    surely(family, "rita", "sem_rita")
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    return browser


def say(family: Family, browser: Client, word: str, *, to: UUID | None = None) -> None:
    """One tap on one of three pictures."""
    asked = where(family, "portals:question", member=to or family.member("sem_rita"), topic=HOME)
    sent = {"word": word, "until": "stop", "once": family.once()}
    assert browser.post(asked, sent).status_code == 302


def reads(family: Family, who: str) -> bool:
    return REX in family.page("journal:notes", seen_by=who, child="sem")


def test_he_walks_there_from_his_own_home_lets_her_know_looks_along_and_takes_it_back(
    family: Family, tablet: Client
) -> None:
    home = read(tablet, where(family, "portals:child"))
    assert where(family, "portals:known") in home
    assert "Wie mag wat weten. Wat staat er over mij. Ik wil iets zeggen." in home, "also read aloud"
    about = where(family, "portals:about", member=family.member("sem_rita"))
    assert about in read(tablet, where(family, "portals:known"))
    question = where(family, "portals:question", member=family.member("sem_rita"), topic=HOME)
    assert question in read(tablet, about)
    asks = read(tablet, question)
    assert [re.search(f'name="word" value="{word}"', asks) is not None for word in ("yes", "ask", "no")] == [True] * 3
    assert not reads(family, "rita")
    say(family, tablet, "yes")
    assert reads(family, "rita")
    along = where(family, "portals:along", other=family.person("rita"))
    assert along in read(tablet, about)
    assert REX in read(tablet, along)
    stop = where(family, "portals:stop_answer", say=Say.objects.latest("said_at").pk)
    assert stop in read(tablet, about)
    read(tablet, stop)
    tablet.post(stop, {"once": family.once()})
    assert not reads(family, "rita")
    assert REX not in read(tablet, along)


def test_every_button_on_his_way_leads_somewhere_and_each_page_is_read_aloud(family: Family, tablet: Client) -> None:
    say(family, tablet, "yes")
    waiting, seen = [where(family, "portals:child")], set()
    while waiting:
        page = waiting.pop()
        seen.add(page)
        text = read(tablet, page)
        assert "<kring-speak" in text, page
        links = re.findall(r'href="(/d/[^"#?]+/(?:known|home)/[^"#?]*|/d/[^"#?]+/known/)"', text)
        waiting += [one for one in dict.fromkeys(links) if one not in seen and one not in waiting]
    assert len(seen) > len(Topic), "every subject is one tap away"


def test_what_is_not_made_for_him_is_not_there_and_another_child_is_not_there_either(
    family: Family, tablet: Client
) -> None:
    for page in ("portals:copies", "rights:ways", "portals:stop"):
        assert tablet.get(where(family, page)).status_code == 404
    assert tablet.get(family.url("portals:known")).status_code == 404
    assert tablet.get(where(family, "portals:who_is", other=family.person("wilma"))).status_code == 404
    assert tablet.get(where(family, "portals:someone_else", member=family.member("sem_rita"))).status_code == 404


def test_a_parent_that_reads_by_law_is_said_to_him_in_plain_words(family: Family, tablet: Client) -> None:
    held = Involvement.objects.filter(dossier=family.sem.dossier, person=family.person("ann"))
    held.update(authority="holds")
    assert "Leest wel wat de begeleiding opschrijft." in read(tablet, where(family, "portals:known"))
    held.update(authority="none")
    assert "Leest wel wat de begeleiding opschrijft." not in read(tablet, where(family, "portals:known"))


def point_out_lotte(family: Family) -> UUID:
    """Somebody of Sem's circle is Lotte."""
    member = family.member("sem_juf")
    SamePerson.objects.create(item_id=member, person_id=family.person("lotte"), confirmed_at=clock.now())
    return member


def test_lotte_knows_his_pictures_and_opens_nothing_for_herself_with_them(family: Family, tablet: Client) -> None:
    lotte = point_out_lotte(family)
    say(family, tablet, "no", to=lotte)
    assert Topic.HOME in family.door("lotte", Section.JOURNAL, child="sem").answers.no_topics
    say(family, tablet, "yes", to=lotte)
    assert Say.objects.get(towards=lotte, answer=Word.YES).waits
    assert Topic.HOME in family.door("lotte", Section.JOURNAL, child="sem").answers.no_topics
    no = Say.objects.get(towards=lotte, answer=Word.NO)
    tablet.post(where(family, "portals:stop_answer", say=no.pk), {"once": family.once()})
    no.refresh_from_db()
    assert no.withdrawn_at is None
    about = read(tablet, where(family, "portals:about", member=lotte))
    assert reverse("portals:confirm_answer", args=[family.sem.dossier, Say.objects.latest("said_at").pk]) not in about


def test_no_yes_to_a_page_for_the_court_is_tapped_with_pictures(family: Family, tablet: Client) -> None:
    """R29: who makes that page knows the pictures."""
    say(family, tablet, "yes", to=point_out_lotte(family))
    said = Say.objects.filter(answer=Word.YES, waits=True)
    page = Item.objects.filter(dossier=family.sem.dossier).values("pk")[:1]
    said.update(made_for=family.person("nadia"), towards=None, topic="", item=page)
    confirm = where(family, "portals:confirm_answer", say=said.get().pk)
    assert tablet.post(confirm, {"once": family.once()}).status_code == 404
    assert said.get().waits


def test_what_he_closed_to_lotte_is_not_read_with_the_pictures_that_she_knows(family: Family, tablet: Client) -> None:
    say(family, tablet, "yes")
    question = where(family, "portals:question", member=family.member("sem_rita"), topic=HOME)
    along = where(family, "portals:along", other=family.person("rita"))
    assert all(REX in read(tablet, page) for page in (question, along))
    say(family, tablet, "no", to=point_out_lotte(family))
    assert not any(REX in read(tablet, page) for page in (question, along))
    assert "Rita" in read(tablet, where(family, "portals:known")), "his people stay whole"


def test_with_pictures_he_reads_first_words_and_with_his_own_way_in_the_whole(family: Family, tablet: Client) -> None:
    """Four pictures are easily seen by another child: no page behind them shows a whole text of his."""
    write(family, "sem", f"{'Rex slaapt bij mij. ' * 8}En dat is geheim.", child="sem", topic_0="home")
    say(family, tablet, "yes")
    along = where(family, "portals:along", other=family.person("rita"))
    assert "Rex slaapt bij mij." in read(tablet, along)
    assert "En dat is geheim." not in read(tablet, along)
    assert "En dat is geheim." in read(family.browser("sem"), along)


def test_no_two_who_could_be_anybody_look_the_same(family: Family) -> None:
    browser = register(family, "lotte")
    choose(family)
    tap(browser)
    page = read(browser, where(family, "portals:known"))
    plain = re.findall(r'class="figure tint-(\d)"[^>]*><use href="[^"]*#someone"', page)
    assert len(plain) == len(set(plain)) == 3, "Ann, Tarik and Noor: three coats"


def test_before_he_taps_that_she_may_read_his_plan_he_sees_what_opens(family: Family, tablet: Client) -> None:
    plan.add(family.door("sem", Section.SAFETY, child="sem"), plan.Line(kind=PlanKind.DO, words=PLAN), act=uuid7())
    rita = family.member("sem_rita")
    yes = Answering(towards=rita, word=Word.YES, topic=Topic.SAFETY)
    answer(family.door("sem", Section.ANSWERS, child="sem"), yes, once=uuid7())
    there = family.url("rights:there_for", child="sem", member=rita)
    told = {"once": family.once(), "parts": ["safety"], "said_by": "parent"}
    assert family.browser("lotte").post(there, told).status_code == 302
    page = read(tablet, where(family, "portals:about", member=rita))
    before = page[page.index("Mag dit nu: ") : page.index("Ja, dit mag")]
    assert PLAN in before
    assert "Ook wat er later bij komt." in before
