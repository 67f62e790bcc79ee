"""After typing who is mother, father, school and worker, Noor says of each what it may know: subject by subject."""

import re

from django.http import HttpResponse

from kring.access.models import SamePerson, Say
from kring.agreements import knowing
from kring.circle import reading as circle
from kring.circle.domains import Layer
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.agreements import Listener
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from tests.family import Family
from tests.rooms.test_agreement_pages import begin, read, send, typing

LAST = 12


def typed(family: Family, **facts: str) -> HttpResponse:
    """The last page, and then the whole of it is good."""
    begin(family, "noor", reads="all")
    pact = typing(family, "noor").pact
    assert send(family, "noor", "step", {**facts, "go": "on"}, pact=pact, step=LAST).status_code == 302
    return send(family, "noor", "ready", pact=pact)


def says_yes(family: Family, where: str) -> HttpResponse:
    return family.browser("noor").post(f"{where}yes/", {"once": family.once()})


def test_right_after_her_yes_noor_is_asked_of_each_in_turn_what_it_may_know(family: Family) -> None:
    mama, papa = (str(family.member(one)) for one in ("mama", "papa"))
    where = typed(family, towards_mother=mama, towards_father=papa)["Location"]
    noor = family.browser("noor")
    told = noor.get(where).content.decode()
    assert "Het geldt pas na twee keer ja" in told
    assert "Ja, dat spreken we af" in told
    asks = says_yes(family, where)["Location"]
    assert re.search(r"/knows/\d/\?on=1$", asks)
    told = noor.get(asks).content.decode()
    assert "Nu niet" in told
    assert "Jouw ja staat er" in told
    assert "nog niet: het geldt nog niet" in told
    then = noor.post(asks, {"once": family.once(), "school": "yes"})["Location"]
    assert then != asks
    assert then.endswith("?on=1")
    assert "/knows/" not in noor.post(then, {"once": family.once(), "school": "no"})["Location"]
    said = Say.objects.in_force(clock.today()).filter(dossier=family.noor.dossier, topic="school")
    assert {(str(one.towards_id), one.answer) for one in said} == {(mama, "yes"), (papa, "no")}


def test_with_nobody_chosen_the_agreement_is_next(family: Family) -> None:
    where = typed(family)["Location"]
    assert "/knows/" not in where
    assert says_yes(family, where)["Location"] == where


def test_what_she_answers_right_after_her_yes_karim_reads_and_what_she_answers_later_not(family: Family) -> None:
    where = typed(family, towards_mother=str(family.member("mama")))["Location"]
    asks = says_yes(family, where)["Location"]
    noor, karim = family.browser("noor"), family.browser("karim")
    assert "trainer Karim leest ook wat je hier nu zegt" in noor.get(asks).content.decode()
    assert "hier nu zegt" not in noor.get(asks.partition("?")[0]).content.decode()
    noor.post(asks, {"once": family.once(), "school": "yes"})
    assert "school" in _may_tell(karim.get(where).content.decode())
    noor.post(asks.partition("?")[0], {"once": family.once(), "friends": "no"})
    assert "Mag niet" not in _may_tell(karim.get(where).content.decode())


def test_before_her_yes_nothing_counts_as_said_right_after_it(family: Family) -> None:
    where = typed(family, towards_mother=str(family.member("mama")))["Location"]
    asks = next(iter(re.findall(r"/d/[^\"]+/knows/\d/", family.browser("noor").get(where).content.decode())))
    noor = family.browser("noor")
    assert "hier nu zegt" not in noor.get(f"{asks}?on=1").content.decode()
    noor.post(f"{asks}?on=1", {"once": family.once(), "school": "yes"})
    assert "school" not in _may_tell(family.browser("karim").get(where).content.decode())


def _may_tell(page: str) -> str:
    return page.partition("Wat mag jij verder vertellen?")[2].partition("</section>")[0]


def test_the_page_says_when_it_is_asked_and_offers_no_pet_and_no_child_as_mother(family: Family) -> None:
    begin(family, "noor", reads="all")
    page = read(family, "noor", "step", pact=typing(family, "noor").pact, step=LAST)
    assert "Na je ja zeg je van elk wat die mag weten" in page
    offered, _ = knowing.to_choose(family.door("noor", Section.AGREEMENTS))
    names = {one.name for one in offered}
    assert "mama" in names
    kinds = {one.name: one.kind.value for one in circle.people(family.door("noor"), Layer.CHILD)}
    assert not {name for name, kind in kinds.items() if kind != "person"} & names
    assert "Yara" not in names
    sems = Involvement.objects.get(dossier=family.sem.dossier, relation=Relation.CHILD.value).person_id
    item = family.member("sem_brother")
    SamePerson.objects.update_or_create(item_id=item, defaults={"person_id": sems, "confirmed_at": clock.now()})
    assert "Sem" not in {one.name for one in knowing.to_choose(family.door("noor", Section.AGREEMENTS))[0]}


def test_the_worker_of_noor_is_set_beforehand_where_the_circle_has_it(family: Family) -> None:
    door = family.door("noor", Section.AGREEMENTS)
    people, guessed = knowing.to_choose(door)
    assert {str(one.member): one.name for one in people}[guessed[Listener.WORKER]] == "Lotte"


def test_an_agreement_is_offered_with_no_parent_and_no_worker_unless_noor_chose_it(family: Family) -> None:
    page = family.page("agreements:all", seen_by="noor")
    offered = {who: family.url("agreements:begin", member=family.member(who)) in page for who in ("mama", "karim")}
    assert offered == {"mama": False, "karim": True}
    assert family.url("agreements:begin", member=family.member("lotte_member")) not in page
    said = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("mama"), said, act=uuid7())
    chosen = family.page("agreements:all", seen_by="noor")
    assert family.url("agreements:begin", member=family.member("mama")) in chosen
