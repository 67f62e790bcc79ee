"""Naming someone, and choosing otherwise, as Noor and the people around her meet it."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kring.access.asking import everything
from kring.access.models import Item
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.circle import reading as circle
from kring.circle.domains import Layer
from kring.kit import clock
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.rights import reading
from kring.rights.models import Wish
from tests.family import Family, undone

HOSTILE = "<script>alert(1)</script> \u202e{{ 7*7 }} O'Brien \U0001f98a   \n\n  regel drie "


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_the_page_is_made_for_the_hand_of_the_child(family: Family, by: str) -> None:
    """Also on the tablet of her worker: no bar of the worker, and the way out."""
    told = family.page("rights:wish", seen_by=by)
    assert "Weg van hier" in told
    assert reverse("portals:children") not in told


def send(family: Family, facts: dict[str, Any], *, by: str) -> HttpResponse:
    once = {"once": family.once()}
    return family.browser(by).post(family.url("rights:wish"), {**once, **facts})


def name(family: Family, person: str, *, by: str, meaning: str = "trust_person", **more: Any) -> HttpResponse:
    return send(family, {"person": family.member(person), "meaning": meaning, "how": "said", **more}, by=by)


def wishes(family: Family) -> list[Wish]:
    """What was said since the test began; the cast has wishes of its own."""
    door = family.door("noor", Section.RIGHTS)
    said = Entry.objects.filter(event=Event.WISH_EXPRESSED.value, seq__gt=family.start)
    return list(door.within(Wish.objects.filter(pk__in=list(said.values_list("subject", flat=True)))).order_by("pk"))


def withdraw(family: Family, wish: UUID, *, by: str) -> HttpResponse:
    page = family.url("rights:withdraw", wish=wish)
    said = {"expressed": "said", "on": clock.today().isoformat()} if by == "lotte" else {}
    return family.browser(by).post(page, {"once": family.once(), **said})


def mark(family: Family, person: str) -> str:
    everyone = circle.people(family.door("lotte"), Layer.CHILD)
    return next(one.mark for one in everyone if one.key == family.member(person))


def test_noor_names_karim(family: Family) -> None:
    assert name(family, "karim", by="noor").status_code == 302
    assert "trainer Karim" in family.page("rights:beside", seen_by="noor")
    assert family.log(Event.WISH_EXPRESSED) == 1


@pytest.mark.parametrize("stranger", ["dirk", "ann", "an", "karim", "bram", "mo", "nadia"])
def test_to_others_there_is_nothing_here(family: Family, stranger: str) -> None:
    assert name(family, "karim", by=stranger).status_code == 404
    assert family.browser(stranger).get(family.url("rights:wish")).status_code == 404
    assert family.log(Event.WISH_EXPRESSED) == 0


@pytest.mark.parametrize(("by", "shown"), [("noor", True), ("lotte", True), ("bram", False)])
def test_the_circle_leads_here_only_for_who_may_write_it_down(family: Family, by: str, shown: bool) -> None:
    """Bram draws along in the circle; whom Noor chooses is written down with Lotte, so he finds no button to a 404."""
    session = {"once": family.once(), "mode": "calm", "age": "12-15", "minutes": ""}
    family.browser(by).post(family.url("circle:session"), session)
    key = Entry.objects.filter(event=Event.SESSION_STARTED.value).latest("seq").subject
    family.browser(by).post(family.url("circle:finish", session=key), {"once": family.once()})
    for page in (
        family.page("circle:person", seen_by=by, member=family.member("wilma")),
        family.page("circle:finish", seen_by=by, session=key),
    ):
        assert (family.url("rights:wish") in page) is shown


@pytest.mark.parametrize("meaning", list(Meaning))
@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_anyone_of_the_circle_in_any_meaning(family: Family, by: str, meaning: Meaning) -> None:
    for person in ("mama", "lotte_member", "sem_brother", "minou", "wilma"):
        assert name(family, person, by=by, meaning=meaning).status_code == 302
    assert len(wishes(family)) == 5


def test_someone_who_was_not_in_the_circle_gets_a_place_with_the_wish(family: Family) -> None:
    answer = send(family, {"person": "new", "name": "tante Fatma", "meaning": "supporter"}, by="noor")
    assert answer.status_code == 302
    assert "tante Fatma" in family.page("rights:beside", seen_by="lotte")
    assert "tante Fatma" in family.page("rights:wish", seen_by="noor")


def test_without_any_circle_a_name_is_enough(family: Family) -> None:
    with everything():
        Item.objects.filter(dossier=family.noor.dossier, section=Section.CIRCLE.value).delete()
    assert 'name="person"' not in family.page("rights:wish", seen_by="noor")
    assert send(family, {"name": "Wilma", "meaning": "jim"}, by="noor").status_code == 302
    assert "Wilma" in family.page("rights:beside", seen_by="noor")


def test_the_childs_words_are_kept_as_they_were_said(family: Family) -> None:
    said = f"  {HOSTILE}\x00"
    assert name(family, "karim", by="noor", words=said).status_code == 302
    kept = wishes(family)[0].words
    assert kept == said.replace("\x00", "").replace("\u202e", "")
    page = family.page("rights:beside", seen_by="noor")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_what_is_missing_is_said_and_nothing_typed_is_lost(family: Family) -> None:
    answer = send(family, {"person": "new", "name": "x" * 10_000, "words": HOSTILE}, by="noor")
    page = answer.content.decode()
    assert "Een naam heeft hier plaats voor" in page
    assert "Kies wat deze persoon voor jou is" in page
    assert "x" * 10_000 in page
    assert "regel drie" in page
    assert wishes(family) == []


def test_a_ticked_person_is_enough_whatever_was_typed_beside_it(family: Family) -> None:
    assert name(family, "karim", by="noor", name="x" * 10_000).status_code == 302


def test_someone_of_another_circle_is_not_a_choice(family: Family) -> None:
    assert name(family, "sem_juf", by="noor").status_code == 200
    assert wishes(family) == []


def test_sent_twice_is_said_once(family: Family) -> None:
    browser = family.browser("noor")
    facts = {"once": family.once(), "person": "new", "name": "tante Fatma", "meaning": "jim"}
    for _ in range(2):
        assert browser.post(family.url("rights:wish"), facts).status_code == 302
    assert len(wishes(family)) == 1
    assert len([one for one in reading.beside(family.door("noor", Section.RIGHTS)) if one.name == "tante Fatma"]) == 1


def test_who_will_read_it_is_said_before_saving(family: Family) -> None:
    page = family.page("rights:wish", seen_by="noor")
    assert "<b>jij, Lotte</b> en wie jij kiest" in page
    page = family.page("rights:wish", seen_by="lotte")
    assert "<b>jij, Noor</b> en wie Noor kiest" in page


@pytest.mark.parametrize("word", ["leeftijd", "geboren", "bekwaam", "taal", "goedkeur", "afwijz", "weiger"])
def test_nothing_is_asked_that_could_stand_in_between(family: Family, word: str) -> None:
    for by in ("noor", "lotte"):
        assert word not in family.page("rights:wish", seen_by=by).lower()


def test_choosing_otherwise_is_one_step_and_naming_again_undoes_it(family: Family) -> None:
    name(family, "wilma", by="noor", meaning="jim")
    assert mark(family, "wilma") == "jim"
    assert withdraw(family, wishes(family)[0].pk, by="noor").status_code == 302
    page = family.page("rights:beside", seen_by="noor")
    assert "Anders gekozen op" in page
    assert "Toch weer kiezen" in page
    assert mark(family, "wilma") == ""
    name(family, "wilma", by="noor", meaning="jim")
    page = family.page("rights:beside", seen_by="noor")
    assert "Anders gekozen op" in page
    assert "Toch weer kiezen" not in page
    assert family.log(Event.WISH_WITHDRAWN) == 1


def test_a_wish_that_is_not_there_cannot_be_taken_back(family: Family) -> None:
    name(family, "wilma", by="noor")
    kept = wishes(family)[0].pk
    assert withdraw(family, family.member("wilma"), by="noor").status_code == 404
    assert withdraw(family, kept, by="ann").status_code == 404
    assert wishes(family)[0].withdrawn_on is None


def test_the_mark_follows_what_still_stands(family: Family) -> None:
    name(family, "karim", by="noor", meaning="trust_person")
    assert mark(family, "karim") == "supporter"
    name(family, "karim", by="noor", meaning="jim")
    assert mark(family, "karim") == "jim"
    jim = next(wish for wish in wishes(family) if wish.meaning == "jim")
    withdraw(family, jim.pk, by="lotte")
    assert mark(family, "karim") == "supporter"


WORDS = st.text(max_size=60)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    meaning=st.sampled_from(Meaning),
    how=st.sampled_from([*Expressed, ""]),
    person=st.sampled_from(["mama", "papa", "lotte_member", "minou", "sem_brother", "tom"]),
    by=st.sampled_from(["noor", "lotte"]),
    words=WORDS,
    present=WORDS,
    typed=WORDS,
)
def test_no_answer_can_refuse_a_wish(family: Family, person: str, typed: str, **facts: Any) -> None:
    by = facts.pop("by")
    with undone():  # word for word the same as an example before it would stand there already
        before = family.log(Event.WISH_EXPRESSED)
        assert name(family, person, name=typed, **facts, by=by).status_code == 302
        assert family.log(Event.WISH_EXPRESSED) == before + 1


@pytest.mark.parametrize(("typed", "asked"), [("Willma", "Wilma"), ("karim", "trainer Karim"), ("tante Fatma", "")])
def test_a_name_in_two_spellings_is_asked_about_and_never_in_the_way(family: Family, typed: str, asked: str) -> None:
    where, sent = family.url("rights:wish"), {"once": family.once(), "person": "new", "name": typed, "meaning": "jim"}
    told = family.browser("noor").post(where, sent, follow=True).content.decode()
    assert typed in told
    assert (f"Is dit dezelfde als {asked}, die al in de kring staat?" in told) is bool(asked)
    assert ("Is dit dezelfde" in told) is bool(asked)


@pytest.mark.parametrize(("by", "how"), [("noor", "written"), ("lotte", "said")])
def test_what_noor_types_herself_is_written_and_what_lotte_writes_down_was_said(
    family: Family, by: str, how: str
) -> None:
    assert name(family, "karim", by=by, how="").status_code == 302
    assert wishes(family)[-1].expressed == how
    shown = family.page("rights:wish", seen_by=by)
    assert re.search(rf'name="how" value="{how}"[^>]*checked', shown)
    assert name(family, "wilma", by=by, how="pointed").status_code == 302
    assert wishes(family)[-1].expressed == "pointed", "and whoever says otherwise is believed"
