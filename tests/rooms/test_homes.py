"""Everyone comes in at one address and finds a home of its own: what stands there, and above all what does not."""

import re
from html import unescape

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.acts import LetIn, let_in
from kring.access.models import SamePerson, Say
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.source import Status
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT
from kring.law.ways import WayKind
from kring.people.actors import Actor, ActorKind
from kring.people.models import Organisation, Post, Role, User, Way
from kring.people.standing import standing_of
from kring.rights import numbers
from kring.rights.acts import conditions, serving, wishes
from tests import answered
from tests.family import Family

CANARIES = ("juf Els", "pastor", "Dirk", "Karim", "Wilma", "JIM", "steunfiguur", "vertrouwenspersoon van")
"""Words of Noor's circle and of her search: none of them may stand on the page of a parent."""


def home(family: Family, who: str) -> HttpResponse:
    return family.browser(who).get(reverse("portals:today"), follow=True)


def read(family: Family, who: str) -> str:
    return unescape(home(family, who).content.decode())


def choose(family: Family, who: str, meaning: Meaning) -> None:
    said = wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=clock.today(), words="alleen voor mij")
    wishes.name(family.door("noor", Section.RIGHTS), family.member(who), said, act=uuid7())


def serve(family: Family, who: str = "karim") -> None:
    """Chosen, looked at, begun; and let in as what it is."""
    choose(family, who, Meaning.TRUST_PERSON)
    door = family.door("lotte", Section.CONDITIONS)
    seen = [conditions.Finding(code=code, holds=True) for code in (ADULT, INDEPENDENT, EXTRACT, ENTRY)]
    conditions.look(door, family.member(who), seen, act=uuid7(), on=clock.today())
    answered.said(family, who)
    serving.begin(door, family.member(who), act=uuid7(), on=clock.today())
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person(who))
    held.exclude(relation=Relation.TRUST_PERSON.value).update(ended_at=clock.now())
    new = {"relation": Relation.TRUST_PERSON.value, "person_id": family.person(who), "from_on": clock.today()}
    Involvement.objects.get_or_create(dossier_id=family.noor.dossier, **new)


def let_wilma_in(family: Family) -> None:
    new = LetIn(
        name="Wilma",
        relation=Relation.JIM,
        kind=WayKind.LINK,
        member=family.member("wilma"),
        expressed=Expressed.SAID.value,
    )
    let_in(family.door("noor", Section.RIGHTS), new, once=uuid7())


def say(family: Family, topic: str, *, to: str, answer: str = "yes") -> None:
    SamePerson.objects.get_or_create(
        item_id=family.member(to), defaults={"person_id": family.person(to), "confirmed_at": clock.now()}
    )
    Say.objects.create(
        dossier_id=family.noor.dossier,
        topic=topic,
        towards_id=family.member(to),
        answer=answer,
        given_by_id=family.person("noor"),
        expressed="said",
        recorded_by_id=family.person("noor"),
        from_on=clock.today(),
    )


# -- the child --------------------------------------------------------------------------------------------------------


def test_noor_finds_her_circle_and_what_she_can_do(family: Family) -> None:
    page = read(family, "noor")
    for words in ("Dag Noor", "Mijn kring", "Ik wil iets zeggen", "Wie mag wat weten?", "Wat gebeurt er nu?"):
        assert words in page
    assert "Ik wil iets stoppen" in page
    assert "<title>Kring</title>" in page


def test_a_small_child_finds_figures_and_at_most_six_choices(family: Family) -> None:
    page = read(family, "sem")
    assert 1 < page.count('class="face"') <= 6
    said = ("Mijn mensen", "Wie is er voor mij?", "Wie mag wat weten?", "Ik wil iets zeggen", "Weggaan", "kring-speak")
    for words in said:
        assert words in page
    people = family.page("portals:drawing", seen_by="sem", child="sem")
    assert "oma Rita" in people


def test_who_came_in_by_pictures_finds_its_small_pages_and_nothing_else(family: Family) -> None:
    browser, user = family.browser("sem"), User.objects.get(person=family.person("sem"))
    now = clock.now()
    way = Way.objects.create(
        person=user.person, kind=WayKind.PICTURES.value, made_at=now, until_at=now.replace(year=now.year + 4)
    )
    browser.get("/")
    user.stays.update(way=way)
    for page in ("portals:child", "portals:drawing", "portals:known", "rights:say", "rights:pictures", "portals:ahead"):
        assert browser.get(family.url(page, child="sem")).status_code == 200, page
    for page in ("portals:copies", "portals:stop", "rights:deciding", "portals:home", "circle:page", "rights:ways"):
        assert browser.get(family.url(page, child="sem")).status_code == 404, page


def test_nothing_is_known_until_noor_says_yes(family: Family) -> None:
    before = unescape(family.page("portals:known", seen_by="noor"))
    assert before.count("Jij zei nog nergens ja.") == 5, "Ann, Tarik, Wilma, Karim and Rita"
    assert "Lotte" in before
    say(family, "school", to="karim")
    after = unescape(family.page("portals:known", seen_by="noor"))
    assert after.count("Jij zei nog nergens ja.") == 4
    assert "Mag weten:</b> school" in after
    say(family, "school", to="karim", answer="no")
    again = unescape(family.page("portals:known", seen_by="noor"))
    assert without_tokens(again) == without_tokens(before), "where two speak, the no holds"


def test_noor_stops_a_link_and_a_serving_in_two_taps(family: Family) -> None:
    assert "Hier loopt nu niets" in family.page("portals:stop", seen_by="noor")
    serve(family)
    let_wilma_in(family)
    page = family.page("portals:stop", seen_by="noor")
    assert "Wilma niet meer binnenlaten" in unescape(page)
    assert family.url("rights:end", member=family.member("karim")) in page
    where = family.url("rights:end", member=family.member("karim"))
    family.browser("noor").post(where, {"once": family.once()})
    assert where not in family.page("portals:stop", seen_by="noor")


def test_what_happens_next_is_told_from_what_there_is(family: Family) -> None:
    assert "Je koos nog niemand" in family.page("portals:ahead", seen_by="noor")
    choose(family, "karim", Meaning.TRUST_PERSON)
    assert "Er staan nog 2 dingen open" in family.page("portals:ahead", seen_by="noor")
    serve(family)
    page = family.page("portals:ahead", seen_by="noor")
    assert "begon als je vertrouwenspersoon op" in page
    assert "Lotte" in page


# -- parents ----------------------------------------------------------------------------------------------------------


def test_a_parent_sees_nothing_of_the_search_of_the_child(family: Family) -> None:
    before = family.page("portals:home", seen_by="ann")
    choose(family, "karim", Meaning.TRUST_PERSON)
    choose(family, "wilma", Meaning.JIM)
    serve(family)
    let_wilma_in(family)
    page = family.page("portals:home", seen_by="ann")
    assert [word for word in CANARIES if word in page] == []
    assert without_tokens(page) == without_tokens(before), "not a letter changes when the child chooses"
    for words in ("Nog niets.", "Zeg het", "Mijn eigen vertrouwenspersoon", "Ouderspunt", "tel:112"):
        assert words in unescape(page)


def without_tokens(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


def test_a_parent_of_two_children_chooses_which(family: Family) -> None:
    page = read(family, "ann")
    assert "Waar wil je heen?" in page
    assert family.url("portals:home") in page
    assert family.url("portals:home", child="sem") in page


# -- who stands beside the child --------------------------------------------------------------------------------------


def test_wilma_finds_the_number_to_call_on_top(family: Family) -> None:
    page = read(family, "wilma")
    assert page.index("0470 00 00 01") < page.index("Wat ben je voor Noor?")
    assert "tel:0470000001" in page
    assert "Dan Hilde" in page
    assert "discretie gevraagd" in page
    assert "beroepsgeheim</span>" not in page
    assert "Nog niets." in page
    assert "Toon mijn kaart" not in page
    assert [word for word in ("juf Els", "pastor", "Sem", "Ann", "De kant van") if word in page] == []


def test_a_gap_is_said_and_not_hidden(family: Family) -> None:
    greet = family.person("greet")
    Post.objects.filter(person=greet).update(until_on=clock.today().replace(year=2020), from_on="2019-01-01")
    assert "Greet" not in read(family, "wilma"), "who left is not called"
    assert "0470 00 00 02" in read(family, "wilma")
    Organisation.objects.update(contact=None, deputy=None)
    assert "geen vast nummer" in read(family, "wilma")


@pytest.mark.parametrize("who", ["karim", "rita"])
def test_secrecy_only_for_who_serves(family: Family, who: str) -> None:
    choose(family, who, Meaning.TRUST_PERSON)
    named = read(family, who)
    assert "Steunfiguur" in named, "named is not yet serving, and is not told"
    assert "ertrouwenspersoon in de jeugdhulp" not in named.replace("met vertrouwenspersonen in de jeugdhulp", "")
    serve(family, who)
    serves = read(family, who)
    assert "Vertrouwenspersoon in de jeugdhulp" in serves
    assert "Je hebt beroepsgeheim" in serves
    assert family.url("rights:card") in serves


def test_what_noor_shares_stands_there_and_goes_again(family: Family) -> None:
    say(family, "circle", to="karim")
    assert "Bekijk de kring" in read(family, "karim")
    assert "Nog niets." in read(family, "wilma")
    Say.objects.update(withdrawn_at=clock.now())
    assert "Bekijk de kring" not in read(family, "karim")


def test_who_has_no_place_reads_what_to_do(family: Family) -> None:
    page = read(family, "dirk")
    assert "Wat kun je doen?" in page
    assert "Noor" not in page


def test_the_person_of_a_service_finds_the_pages_made_for_it_and_nothing_else(family: Family) -> None:
    """R29: the list of what was made for it, empty until a worker makes one; never the child's record."""
    home = family.browser("nadia").get("/today/", follow=True)
    assert home.redirect_chain[-1][0] == family.url("rights:transfers")
    for page in ("portals:child", "journal:notes", "circle:page", "rights:beside", "journal:plan"):
        assert family.browser("nadia").get(family.url(page)).status_code == 404


def test_a_colleague_who_is_also_a_parent_keeps_the_two_apart(family: Family) -> None:
    new = {"relation": Relation.PARENT.value, "person_id": family.person("an"), "from_on": clock.today()}
    Involvement.objects.create(dossier_id=family.sem.dossier, **new)
    page = read(family, "an")
    assert reverse("portals:own") in page
    assert "Sem" not in page
    own = family.browser("an").get(reverse("portals:own"))
    assert own["Location"] == family.url("portals:home", child="sem")
    assert reverse("portals:own") not in read(family, "lotte")


def test_a_link_opens_no_work(family: Family) -> None:
    """Also when the one who holds it works here: a link opens only what it was given for."""
    by_link = Actor(ActorKind.LINK, family.person("lotte"), way=uuid7())
    assert standing_of(by_link, clock.today()) is None
    assert standing_of(family.actor("lotte"), clock.today()) is not None


# -- colleagues without children --------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["hilde", "mo", "saar"])
def test_no_child_is_named_on_a_first_page_of_the_house(family: Family, who: str) -> None:
    page = read(family, who)
    assert [name for name in ("Noor", "Sem", "Wilma", "Karim") if re.search(rf"\b{name}\b", page)] == []


def test_hilde_sees_who_works_and_how_many_children_nobody_works_with(family: Family) -> None:
    assert "Team Noord" in read(family, "hilde")
    assert "geen begeleider" not in read(family, "hilde")
    Post.objects.filter(person=family.person("lotte"), role=Role.WORKER.value).delete()
    assert "2 kinderen hebben nu geen begeleider" in read(family, "hilde")


def test_mo_sees_what_is_to_be_done_in_the_house(family: Family) -> None:
    page = read(family, "mo")
    assert "gebruikten hun uitnodiging nog niet" in page
    assert "vast aanspreekpunt." not in page
    Organisation.objects.update(contact=None)
    assert "Kies een vast aanspreekpunt." in read(family, "mo")


def test_saar_sees_whether_the_log_is_whole_and_where_doors_stayed_shut(family: Family) -> None:
    family.browser("an").get(family.url("circle:page"))
    page = read(family, "saar")
    assert "1 keer in de laatste veertien dagen" in page
    assert '<svg class="plot"' in page
    assert "Kijk het nu na" in page
    answer = family.browser("saar").post(reverse("portals:log"), follow=True)
    assert "logboek" in answer.content.decode()


# -- numbers ----------------------------------------------------------------------------------------------------------


def test_which_numbers_wait_to_be_read_at_the_source() -> None:
    every = {one for relation in Relation for one in numbers.for_relation(relation)}
    assert {one.number for one in every if one.status is not Status.VERIFIED} == {"102"}, "brief 1.11: Awel"
    assert {"112", "101", "1712"} <= {one.number for one in every}
