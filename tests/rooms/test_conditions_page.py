"""What is known of someone Noor named, and what is still to be asked."""

import json

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.acts.protecting import Toward
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.circle.acts.walls import put
from kring.dossier.models import Involvement, Wall
from kring.law.access import Klass, Relation, Section
from kring.law.trust_person import ENTRY
from kring.rights import facts
from kring.rights.models import Condition
from tests.family import Family
from tests.rooms.test_wish_page import HOSTILE, name

ADULT, INDEPENDENT, EXTRACT = "trust-person.adult", "trust-person.independent", "trust-person.extract"


def look(family: Family, code: str, saw: str, *, by: str, person: str = "johan") -> HttpResponse:
    page = family.url("rights:condition", member=family.member(person))
    return family.browser(by).post(page, {"once": family.once(), "code": code, "saw": saw})


def decide(family: Family, *, by: str, **said: str) -> HttpResponse:
    said.setdefault("who", str(family.person("mo")))
    said.setdefault("apart", "on")  # a no is about the extract, and the director says so
    page = family.url("rights:decision", member=family.member("johan"))
    return family.browser(by).post(page, {"once": family.once(), "by": said.pop("who"), **said})


def page(family: Family, *, seen_by: str, person: str = "johan") -> str:
    return family.page("rights:person", seen_by=seen_by, member=family.member(person))


def rows(family: Family) -> list[Condition]:
    return list(family.door("lotte", Section.CONDITIONS).within(Condition.objects.all()).order_by("pk"))


def test_everything_is_still_to_be_asked_and_the_wish_stands(family: Family) -> None:
    name(family, "johan", by="noor")
    told = page(family, seen_by="lotte")
    assert told.count("Nog te vragen") == 3
    assert "Dat staat." in told
    assert "welkom als steunfiguur" in told
    assert "Noor koos zelf voor pastor Johan." in told
    assert "Jij koos pastor Johan zelf." in page(family, seen_by="noor")


def test_her_own_worker_is_too_close_to_serve_and_the_wish_stands(family: Family) -> None:
    assert name(family, "lotte_member", by="noor").status_code == 302
    assert look(family, INDEPENDENT, "involved", by="lotte", person="lotte_member").status_code == 302
    assert "Lotte werkt mee aan de hulp voor Noor" in page(family, seen_by="lotte", person="lotte_member")
    assert "Lotte" in family.page("rights:beside", seen_by="noor")


def test_each_answer_says_by_itself_what_it_means(family: Family) -> None:
    """The page asks whether someone works along; a bare yes would be kept as the opposite."""
    name(family, "johan", by="noor")
    told = page(family, seen_by="lotte")
    assert "werkt pastor Johan mee aan de hulp voor Noor?" in told
    assert 'value="apart">Nee, werkt niet mee<' in told
    look(family, INDEPENDENT, "apart", by="lotte")
    assert "Pastor Johan werkt niet mee aan de hulp voor Noor." in page(family, seen_by="lotte")


def test_who_looked_and_when_stands_beside_it(family: Family) -> None:
    name(family, "johan", by="noor")
    look(family, ADULT, "yes", by="lotte")
    told = page(family, seen_by="lotte")
    assert "Pastor Johan is 18 jaar of ouder." in told
    assert ", door Lotte" in told
    look(family, ADULT, "no", by="lotte")
    assert "Vanaf 18 jaar kan het wel." in page(family, seen_by="lotte")
    assert len(rows(family)) == 2


@pytest.mark.parametrize("saw", ["clear", "entry"])
def test_of_the_extract_only_the_day_and_who_are_kept(family: Family, saw: str) -> None:
    name(family, "johan", by="noor")
    assert look(family, EXTRACT, saw, by="lotte").status_code == 302
    kept = rows(family)
    assert {row.item.klass for row in kept} == {Klass.CHECK.value}
    assert {row.ground for row in kept} == {""}
    told = Entry.objects.filter(event=Event.CONDITION_LOOKED_AT.value, seq__gt=family.start)
    assert ENTRY not in json.dumps([entry.codes for entry in told])


@pytest.mark.parametrize("saw", ["clear", "entry"])
def test_noor_reads_nothing_of_the_check(family: Family, saw: str) -> None:
    name(family, "johan", by="noor")
    look(family, ADULT, "yes", by="lotte")
    before = page(family, seen_by="noor")
    look(family, EXTRACT, saw, by="lotte")
    decide(family, by="lotte", agrees="no", ground="Dit is te kort geleden.")
    after = page(family, seen_by="noor")
    assert "Pastor Johan is 18 jaar of ouder." in after
    for word in ("uittreksel", " 596", "strafregister", "besliste", "kort geleden"):
        assert word not in after
    assert before.count("iemand van de directie") == after.count("iemand van de directie") == 1
    assert before.split("<main")[1].count("<li") == after.split("<main")[1].count("<li")


def test_an_entry_waits_for_the_director_and_never_refuses_by_itself(family: Family) -> None:
    name(family, "johan", by="noor")
    look(family, EXTRACT, "entry", by="lotte")
    told = page(family, seen_by="lotte")
    assert "Doorgeven wat de directie besliste" in told
    assert "Nog te vragen: staat er iets op het uittreksel" not in told
    named = facts.named(family.door("lotte", Section.CONDITIONS), family.member("johan"))
    assert (named.extract_has_an_entry, named.director_agrees) == (True, None)


def test_the_decision_needs_a_ground_and_is_kept_as_that(family: Family) -> None:
    name(family, "johan", by="noor")
    look(family, EXTRACT, "entry", by="lotte")
    assert "We konden dit nog niet bewaren" in decide(family, by="mo", agrees="yes", ground=" ").content.decode()
    assert len(rows(family)) == 2
    assert decide(family, by="mo", agrees="yes", ground=HOSTILE).status_code == 302
    kept = rows(family)[-1]
    assert (kept.code, kept.holds, kept.item.klass) == (ENTRY, True, Klass.CHECK.value)
    assert kept.item.author_id == family.person("mo")
    assert "Reden van de directie:" in page(family, seen_by="lotte")


def waits_for(family: Family, director: str) -> str:
    return family.browser(director).get(reverse("portals:tasks")).content.decode()


def agreed(family: Family) -> bool | None:
    return facts.named(family.door("lotte", Section.CONDITIONS), family.member("johan")).director_agrees


def test_what_a_worker_passes_on_is_no_decision(family: Family) -> None:
    name(family, "johan", by="noor")
    look(family, EXTRACT, "entry", by="lotte")
    assert "Jij beslist, met een reden." in waits_for(family, "mo")
    assert decide(family, by="lotte", agrees="no", ground="x").status_code == 302
    assert agreed(family) is None
    told = page(family, seen_by="lotte")
    assert "Volgens dit bericht besliste Mo: nu niet als vertrouwenspersoon." in told
    assert ", door Lotte" in told
    assert "Alleen de directie kan dit nog veranderen." not in told
    assert "Ze telt pas als jij ze bevestigt." in waits_for(family, "mo")


def test_an_entry_of_somebody_on_a_side_waits_for_the_director_as_well(family: Family) -> None:
    """A wall stands between two networks (R16), never between the director and what it has to decide (R5)."""
    papa = next(one.pk for one in Wall.objects.filter(dossier=family.noor.dossier) if one.label == "De kant van papa")
    put(family.door("lotte"), Toward(member=family.member("johan")), papa, act=family.once())
    name(family, "johan", by="noor")
    look(family, EXTRACT, "entry", by="lotte")
    where = family.url("rights:decision", member=family.member("johan"))
    assert where in waits_for(family, "mo")
    assert decide(family, by="mo", agrees="yes", ground="Het is lang geleden.").status_code == 302
    assert agreed(family) is True


@pytest.mark.parametrize(("agrees", "says"), [("no", False), ("yes", True)])
def test_the_director_confirms_it_or_decides_otherwise(family: Family, agrees: str, says: bool) -> None:
    name(family, "johan", by="noor")
    look(family, EXTRACT, "entry", by="lotte")
    decide(family, by="lotte", agrees="no", ground="Dit is te kort geleden.")
    where = family.url("rights:decision", member=family.member("johan"))
    assert where in waits_for(family, "mo")
    asked = family.browser("mo").get(where).content.decode()
    assert "Lotte gaf op" in asked
    assert "Dit is te kort geleden." in asked
    decide(family, by="mo", agrees=agrees, ground="We spraken erover.")
    assert agreed(family) is says
    assert where not in waits_for(family, "mo")
    assert decide(family, by="lotte", agrees="yes", ground="Toch wel.").status_code == 404
    assert agreed(family) is says


@pytest.mark.parametrize("who", ["lotte", "greet", ""])
def test_who_is_no_director_is_not_named_as_one(family: Family, who: str) -> None:
    name(family, "johan", by="noor")
    look(family, EXTRACT, "entry", by="lotte")
    by = str(family.person(who)) if who else ""
    assert decide(family, by="lotte", who=by, agrees="no", ground="x").status_code == 200
    assert agreed(family) is None
    assert len(rows(family)) == 2


@pytest.mark.parametrize("saw", ["clear", "entry"])
def test_a_director_can_decide_from_the_look_on_whatever_stood_there(family: Family, saw: str) -> None:
    """In a house where nobody asked the director yet; that this is so tells nothing of the extract."""
    Involvement.objects.filter(relation=Relation.DIRECTOR.value).delete()
    name(family, "johan", by="noor")
    look(family, ADULT, "yes", by="lotte")
    assert not facts.directors(family.door("lotte"))
    look(family, EXTRACT, saw, by="lotte")
    assert list(facts.directors(family.door("lotte"))) == [family.person("mo")]


def test_the_director_decides_without_seeing_the_circle(family: Family) -> None:
    name(family, "johan", by="noor")
    where = family.url("rights:decision", member=family.member("johan"))
    assert family.browser("mo").get(where).status_code == 404
    look(family, EXTRACT, "entry", by="lotte")
    told = family.browser("mo").get(where).content.decode()
    assert "Schrijf niet wat er op het uittreksel staat." in told
    assert "Johan" not in told
    assert family.browser("noor").get(where).status_code == 404
    assert family.browser("ann").get(where).status_code == 404


@pytest.mark.parametrize("by", ["noor", "mo", "bram", "ann", "an"])
def test_nobody_but_her_worker_writes_down_a_look(family: Family, by: str) -> None:
    name(family, "johan", by="noor")
    assert look(family, ADULT, "yes", by=by).status_code == 404
    assert look(family, EXTRACT, "clear", by=by).status_code == 404
    assert rows(family) == []


@pytest.mark.parametrize("meaning", ["jim", "supporter"])
def test_of_a_jim_or_a_supporter_no_condition_is_asked(family: Family, meaning: str) -> None:
    name(family, "wilma", by="noor", meaning=meaning)
    assert look(family, ADULT, "yes", by="lotte", person="wilma").status_code == 404
    told = page(family, seen_by="lotte", person="wilma")
    assert "Nog te vragen" not in told
    assert "artikel 596" not in told


def test_who_was_not_named_has_no_page(family: Family) -> None:
    name(family, "johan", by="noor")
    for member in (family.member("rita"), family.member("sem_juf")):
        assert family.browser("lotte").get(family.url("rights:person", member=member)).status_code == 404


@pytest.mark.parametrize("saw", ["maybe", "clear", ""])
def test_a_broken_form_is_answered_in_words(family: Family, saw: str) -> None:
    name(family, "johan", by="noor")
    answer = look(family, ADULT, saw, by="lotte")
    assert answer.status_code == 200
    assert "We konden dit nog niet bewaren" in answer.content.decode()
    assert rows(family) == []


def test_the_fixed_contact_stands_on_the_page(family: Family) -> None:
    name(family, "johan", by="noor")
    for by in ("noor", "lotte"):
        assert "0470 00 00 01" in page(family, seen_by=by)


def test_without_a_fixed_contact_there_is_an_alarm(family: Family) -> None:
    name(family, "johan", by="noor")
    house = family.door("lotte").dossier.team.organisation
    house.contact_phone = ""
    house.save(update_fields=["contact_phone"])
    assert "Er is geen vast aanspreekpunt" in page(family, seen_by="lotte")
    assert "Er is nog geen vast nummer" in page(family, seen_by="noor")


def test_the_law_is_shown_with_its_days(family: Family) -> None:
    name(family, "johan", by="noor")
    told = page(family, seen_by="lotte")
    assert "Geldt vanaf 17 mei 2024" in told
    assert "Een jurist moet dit nog bekijken" in told
    assert "DRM is het decreet over de rechtspositie van de minderjarige." in told


def test_the_three_meanings_beside_each_other(family: Family) -> None:
    told = family.page("rights:meanings", seen_by="noor")
    assert "beroepsgeheim" in told.lower()
    assert told.count('<th scope="row">') == 9
