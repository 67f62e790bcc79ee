"""Named is not yet serving: the position begins with one act and ends by Noor's choice."""

import json
from datetime import date, timedelta

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.decision import Decision
from kring.law.trust_person import CONDITIONS
from kring.portals.one_child import OneChild
from kring.rights.acts import serving
from kring.rights.models import Condition, Serving, Wish
from tests import answered
from tests.family import Family
from tests.rooms.test_conditions_page import ADULT, EXTRACT, INDEPENDENT, decide, look, page
from tests.rooms.test_wish_page import mark, name, wishes, withdraw

LOOKS = {ADULT: "yes", INDEPENDENT: "apart", EXTRACT: "clear"}


def all_seen(family: Family, **other: str) -> None:
    name(family, "johan", by="noor")
    for code, saw in LOOKS.items():
        look(family, code, other.get(code.rpartition(".")[2], saw), by="lotte")
    answered.said(family, "johan")


def serve(family: Family, *, by: str = "lotte", once: str = "") -> HttpResponse:
    where = family.url("rights:serve", member=family.member("johan"))
    return family.browser(by).post(where, {"once": once or family.once()})


def end(family: Family, *, by: str) -> HttpResponse:
    where = family.url("rights:end", member=family.member("johan"))
    return family.browser(by).post(where, {"once": family.once()})


def ended_as_said(family: Family, *, by: str) -> HttpResponse:
    """As somebody else writes it down: when and how Noor said it."""
    named = Wish.objects.trusting(family.member("johan"))
    row = family.door("lotte", Section.RIGHTS).within(named).get()
    said = {"once": family.once(), "expressed": "said", "on": clock.today().isoformat()}
    return family.browser(by).post(family.url("rights:withdraw", wish=row.pk), said)


def servings(family: Family) -> list[Serving]:
    return list(family.door("lotte", Section.CONDITIONS).within(Serving.objects.all()).order_by("pk"))


def test_when_all_four_hold_the_position_begins(family: Family) -> None:
    all_seen(family)
    assert "Pastor Johan begint als vertrouwenspersoon" in page(family, seen_by="lotte")
    assert serve(family).status_code == 302
    assert family.log(Event.SERVING_BEGAN) == 1
    assert mark(family, "johan") == "trust"
    for by in ("noor", "lotte"):
        told = page(family, seen_by=by)
        assert "begon als vertrouwenspersoon op" in told
        assert "beroepsgeheim" in told


def test_the_decision_is_kept_with_its_grounds_and_the_law_of_that_day(family: Family) -> None:
    all_seen(family)
    serve(family)
    kept = Decision.from_kept(servings(family)[0].decision)
    assert kept.allowed
    assert {ground.code for ground in kept.grounds} >= set(CONDITIONS)
    assert {ground.valid_from for ground in kept.grounds if ground.code in CONDITIONS} == {date(2024, 5, 17)}
    assert "Johan" not in json.dumps(servings(family)[0].decision)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"adult": "no"}, "Vanaf 18 jaar kan het wel."),
        ({"independent": "involved"}, "werkt mee aan de hulp voor Noor"),
        ({"extract": "entry"}, "de directie beslist"),
        ({"adult": ""}, "Nog te vragen: is pastor Johan 18 jaar of ouder?"),
    ],
)
def test_what_is_open_is_said_and_named_stays_named(family: Family, other: dict[str, str], told: str) -> None:
    all_seen(family, **other)
    assert "begint als vertrouwenspersoon" not in page(family, seen_by="lotte")
    answer = serve(family)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert servings(family) == []
    assert mark(family, "johan") == "supporter"
    assert "discretie gevraagd" in family.page("rights:beside", seen_by="noor")


def test_the_refusal_carries_its_decision(family: Family) -> None:
    name(family, "johan", by="noor")
    door = family.door("lotte", Section.CONDITIONS)
    with pytest.raises(serving.MayNotServe) as refusal:
        serving.begin(door, family.member("johan"), act=uuid7(), on=clock.today())
    assert not refusal.value.decision.allowed


@pytest.mark.parametrize(("agrees", "serves"), [("yes", 1), ("no", 0)])
def test_with_an_entry_the_director_decides(family: Family, agrees: str, serves: int) -> None:
    all_seen(family, extract="entry")
    decide(family, by="mo", agrees=agrees, ground="Het is lang geleden en het gaat nu goed.")
    serve(family)
    assert len(servings(family)) == serves


@pytest.mark.parametrize("again", ["clear", "entry"])
def test_looking_anew_does_not_outweigh_the_written_no_of_the_director(family: Family, again: str) -> None:
    all_seen(family, extract="entry")
    decide(family, by="mo", agrees="no", ground="Het is nog te kort geleden.")
    look(family, EXTRACT, again, by="lotte")
    told = page(family, seen_by="lotte")
    assert "Alleen de directie kan dit nog veranderen." in told
    assert "Het is nog te kort geleden." in told
    assert "begint als vertrouwenspersoon" not in told
    serve(family)
    assert servings(family) == []
    assert decide(family, by="lotte", agrees="yes", ground="Het mag toch.").status_code == 404
    assert decide(family, by="mo", agrees="yes", ground="Na een nieuw uittreksel gaat het wel.").status_code == 302
    serve(family)
    assert len(servings(family)) == 1


def test_after_a_yes_a_new_entry_is_asked_of_the_director_again(family: Family) -> None:
    """The yes was about another extract: it does not settle what nobody decided about."""
    all_seen(family, extract="entry")
    decide(family, by="mo", agrees="yes", ground="Het is lang geleden.")
    look(family, EXTRACT, "entry", by="lotte")
    assert "Doorgeven wat de directie besliste" in page(family, seen_by="lotte")
    serve(family)
    assert servings(family) == []


@pytest.mark.parametrize("agrees", ["yes", "no"])
def test_what_a_worker_passes_on_begins_nothing_and_stops_nothing(family: Family, agrees: str) -> None:
    all_seen(family, extract="entry")
    decide(family, by="lotte", agrees=agrees, ground="De directeur zei het aan de telefoon.")
    serve(family)
    assert servings(family) == []
    decide(family, by="mo", agrees="yes", ground="Zo heb ik het gezegd.")
    serve(family)
    assert len(servings(family)) == 1


def test_the_list_of_the_worker_weighs_it_alike(family: Family) -> None:
    all_seen(family, extract="entry")
    decide(family, by="mo", agrees="no", ground="Het is nog te kort geleden.")
    look(family, EXTRACT, "clear", by="lotte")
    (one,) = OneChild(family.door("lotte")).beside
    assert not one.may_begin


@pytest.mark.parametrize("by", ["noor", "mo", "ann", "an", "karim"])
def test_only_her_worker_writes_that_it_began(family: Family, by: str) -> None:
    all_seen(family)
    assert serve(family, by=by).status_code == 404
    assert servings(family) == []


def test_sent_twice_it_begins_once(family: Family) -> None:
    all_seen(family)
    once = family.once()
    assert [serve(family, once=once).status_code for _ in range(2)] == [302, 302]
    assert len(servings(family)) == 1


def test_two_colleagues_at_once_begin_it_once(family: Family) -> None:
    all_seen(family)
    serve(family)
    answer = serve(family)
    assert answer.status_code == 200
    assert "Iemand veranderde dit net." in answer.content.decode()
    assert len(servings(family)) == 1


@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_noor_ends_it_in_one_step_and_what_was_looked_at_is_erased(family: Family, by: str) -> None:
    all_seen(family)
    serve(family)
    assert (end if by == "noor" else ended_as_said)(family, by=by).status_code == 302
    assert servings(family)[0].ended_on == clock.today()
    assert list(family.door("lotte", Section.CONDITIONS).within(Condition.objects.all())) == []
    assert family.log(Event.SERVING_ENDED) == family.log(Event.WISH_WITHDRAWN) == 1
    assert mark(family, "johan") == ""
    assert "Toch weer kiezen" in family.page("rights:beside", seen_by="noor")


def test_taking_back_the_wish_ends_the_serving_too(family: Family) -> None:
    all_seen(family)
    serve(family)
    assert withdraw(family, wishes(family)[-1].pk, by="noor").status_code == 302
    assert servings(family)[0].ended_on == clock.today()


def test_named_again_it_is_not_serving_again(family: Family) -> None:
    all_seen(family)
    serve(family)
    end(family, by="noor")
    name(family, "johan", by="noor")
    assert "Nog te vragen" in page(family, seen_by="lotte")
    assert mark(family, "johan") == "supporter"


def test_nothing_begins_for_who_is_not_named(family: Family) -> None:
    where = family.url("rights:serve", member=family.member("rita"))
    assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 404


def test_a_wish_of_before_keeps_its_day(family: Family) -> None:
    day = clock.today() - timedelta(days=40)
    name(family, "johan", by="noor", on=day.isoformat())
    assert wishes(family)[-1].named_on == day
    tomorrow = clock.today() + timedelta(days=1)
    answer = name(family, "wilma", by="noor", on=tomorrow.isoformat())
    assert "Die dag moet nog komen" in answer.content.decode()


def test_what_was_looked_at_is_erased_when_she_chooses_otherwise_before_it_began(family: Family) -> None:
    """What the page promises holds without a serving too (R5): who is chosen again, is looked at again."""
    all_seen(family)
    door = family.door("lotte", Section.CONDITIONS)
    assert door.within(Condition.objects.filter(member=family.member("johan"))).exists()
    withdraw(family, wishes(family)[0].pk, by="noor")
    assert not door.within(Condition.objects.filter(member=family.member("johan")))
    assert family.log(Event.CONDITION_ERASED) == 1
    assert family.log(Event.SERVING_ENDED) == 0
