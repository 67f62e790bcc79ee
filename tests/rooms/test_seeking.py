"""Noor has nobody yet: she and Lotte look, step by step, with Lus by her yes alone, and it never ends in "nobody"."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.models import Item
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.law.seeking import NEXT_AFTER
from kring.people.models import Organisation, Volunteer
from kring.rights.acts import wishes
from kring.rights.models import Said
from kring.seeking import lus
from kring.seeking.acts import looking
from kring.seeking.models import Referral, Search
from tests.family import Family

OTHERS = ["ann", "tarik", "wilma", "karim", "rita", "bram", "hilde", "mo", "saar", "an", "nadia", "greet", "sem"]


def send(family: Family, page: str, who: str = "lotte", *, facts: dict[str, str], **parts: object) -> HttpResponse:
    return family.browser(who).post(family.url(page, **parts), {"once": family.once(), **facts})


def begun(family: Family, days: int = 0) -> None:
    looking.begin(family.door("lotte", Section.RIGHTS), act=uuid7())
    if days:
        row = family.door("lotte", Section.RIGHTS).within(Search.objects.all())[0]
        began = clock.today() - timedelta(days=days)
        with family.door("lotte", Section.RIGHTS).writes(Event.SEARCH_BEGAN, once=uuid7()) as write:
            write.change(row, began_on=began)


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_they_begin_and_there_is_always_a_next_day(family: Family, who: str) -> None:
    assert send(family, "seeking:path", who, facts={}).status_code == 302
    assert "Jullie kijken verder op" in family.page("seeking:path", seen_by=who)
    send(family, "seeking:path", who, facts={})
    assert family.log(Event.SEARCH_BEGAN) == 1
    row = family.door("lotte", Section.RIGHTS).within(Search.objects.all()).get()
    assert (
        send(family, "seeking:look", who, facts={"words": "Een <b>tante</b>?", "next_on": ""}, step=1).status_code
        == 302
    )
    assert "Een &lt;b&gt;tante&lt;/b&gt;?" in family.page("seeking:path", seen_by=who)
    assert Item.objects.get(pk=row.pk).look_on > clock.today()


def test_the_places_stand_in_an_order_and_none_is_locked(family: Family) -> None:
    begun(family)
    page = family.page("seeking:path", seen_by="noor")
    heads = [
        "De kring ruimer",
        "In het verleden",
        "Vragen aan wie",
        "Een vrijwilliger",
        "Samen met Lus",
        "jeugdadvocaat",
    ]
    where = [page.index(head) for head in heads]
    assert where == sorted(where)
    for number in range(6):
        assert family.browser("noor").get(family.url("seeking:look", step=number)).status_code == 200
    assert family.browser("noor").get(family.url("seeking:look", step=6)).status_code == 404


@pytest.mark.parametrize(("days", "said"), [(12, "gemiddeld 33 dagen"), (120, "Het duurt al meer dan drie maanden")])
def test_the_time_is_told_calmly_and_never_to_the_child(family: Family, days: int, said: str) -> None:
    begun(family, days)
    page = family.page("seeking:path", seen_by="lotte")
    assert said in page
    assert f"Jullie zoeken {days} dagen samen" in page
    for words in ("33 dagen", "drie maanden", f"{days} dagen"):
        assert words not in family.page("seeking:path", seen_by="noor")


@pytest.mark.parametrize(("days", "told"), [(0, "Dezelfde dag koos Noor iemand"), (20, "Na 20 dagen koos Noor iemand")])
def test_when_she_chose_somebody_the_counting_stops_and_the_circle_stays_open(
    family: Family, days: int, told: str
) -> None:
    begun(family, days)
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    page = family.page("seeking:path", seen_by="lotte")
    assert told in page
    assert "de kring blijft open" in page
    assert "Jullie kijken verder op" in page


def test_on_its_day_it_stands_in_the_day_of_the_worker(family: Family) -> None:
    begun(family)
    row = family.door("lotte", Section.RIGHTS).within(Search.objects.all()).get()
    assert "een stap verder" not in family.page("endings:due", seen_by="lotte")
    Item.objects.filter(pk=row.pk).update(look_on=clock.today())
    assert "een stap verder" in family.page("endings:due", seen_by="lotte")


def refers(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    sheet = {
        "yes": "yes",
        "expressed": "said",
        "words": "Ik hou van <i>koken</i>.",
        "languages": "Pools",
        "near": "Gent",
    }
    return send(family, "seeking:refer", who, facts=sheet | facts)


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_not_now_is_an_answer_that_is_kept_and_asked_anew_on_a_later_day(family: Family, who: str) -> None:
    begun(family)
    assert refers(family, who, yes="no", expressed="").status_code == 302
    assert not family.door("lotte", Section.RIGHTS).within(Referral.objects.all()).exists()
    hers = "Jij zei: nu niet." if who == "noor" else "Lotte schreef op: jij zei nu niet."
    assert hers in family.page("seeking:path", seen_by="noor")
    lotte = family.page("seeking:path", seen_by="lotte")
    assert "Noor zei: nu niet." in lotte
    assert "Ik hou van &lt;i&gt;koken&lt;/i&gt;." in lotte
    search = family.door("lotte", Section.RIGHTS).within(Search.objects.all()).get()
    assert search.item.look_on == clock.today() + NEXT_AFTER
    assert (family.log(Event.REFERRAL_ASKED), family.log(Event.SEARCH_TRIED)) == (0, 1)


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_without_her_yes_lus_is_not_asked_and_nothing_is_lost(family: Family, who: str) -> None:
    begun(family)
    page = refers(family, who, yes="").content.decode()
    assert "vertrekt er niets" in page
    assert "Ik hou van &lt;i&gt;koken&lt;/i&gt;." in page
    assert not family.door("lotte", Section.RIGHTS).within(Referral.objects.all()).exists()
    assert family.log(Event.REFERRAL_ASKED) == 0


def test_who_writes_down_her_yes_says_how_she_said_it(family: Family) -> None:
    begun(family)
    assert "Zeg hoe het kind ja zei" in refers(family, expressed="").content.decode()
    assert refers(family).status_code == 302


def referral(family: Family) -> UUID:
    key: UUID = family.door("lotte", Section.RIGHTS).within(Referral.objects.order_by("-pk"))[0].pk
    return key


def moves(family: Family, stage: str, **facts: str) -> HttpResponse:
    told = {"stage": stage, "on": clock.today().isoformat(), "words": ""} | facts
    return send(family, "seeking:referral", facts=told, referral=referral(family))


def test_asked_searching_proposed_met_and_not_chosen_are_dated_rows_and_somebody_looks_on(family: Family) -> None:
    begun(family)
    refers(family)
    for stage in ("asked", "searching", "proposed", "met", "not_chosen", "searching"):
        assert moves(family, stage).status_code == 302
    page = family.page("seeking:referral", seen_by="noor", referral=referral(family))
    for words in (
        "nog te vragen",
        "gevraagd",
        "Lus zoekt",
        "Lus stelt iemand voor",
        "leerden elkaar kennen",
        "niet gekozen",
    ):
        assert words in page
    assert family.log(Event.REFERRAL_MOVED) == 6


def test_that_lus_is_still_to_be_asked_is_said_to_who_asks_and_to_noor(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(family)
    refers(family, "noor")
    tomorrow = clock.now() + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: tomorrow)
    assert "Het blad is klaar. Vraag het samen aan Lus." in family.browser("lotte").get("/today/").content.decode()
    assert "Nog niemand vroeg het" in family.page("portals:ahead", seen_by="noor")
    assert moves(family, "asked").status_code == 302
    assert "Vraag het samen aan Lus." not in family.browser("lotte").get("/today/").content.decode()
    assert "Er is nog geen antwoord" in family.page("portals:ahead", seen_by="noor")


def test_nobody_writes_that_noor_chose_before_she_did(family: Family) -> None:
    begun(family)
    refers(family)
    for stage in ("searching", "proposed", "met"):
        moves(family, stage)
    assert "Noor koos hier nog niemand" in moves(family, "chosen").content.decode()
    said = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("els"), said, act=uuid7())
    assert moves(family, "chosen").status_code == 302


@pytest.mark.parametrize(("stage", "day"), [("chosen", ""), ("searching", "2099-01-01"), ("searching", "2020-01-01")])
def test_a_stage_that_cannot_be_is_said(family: Family, stage: str, day: str) -> None:
    begun(family)
    refers(family)
    answer = moves(family, stage, **({"on": day} if day else {}))
    assert answer.status_code == 200
    assert "We konden dit nog niet bewaren" in answer.content.decode()
    assert family.log(Event.REFERRAL_MOVED) == 0


def test_the_sheet_stands_on_paper(family: Family) -> None:
    begun(family)
    refers(family, words="Ik spreek العربية en Łódź 🙂.")
    paper = family.browser("noor").get(family.url("seeking:sheet", referral=referral(family)))
    assert paper.content.startswith(b"%PDF")


@pytest.mark.parametrize("who", ["noor", "lotte"])
def test_the_sheet_says_truly_who_asks_and_whom_lus_calls(family: Family, who: str) -> None:
    begun(family)
    refers(family, who)
    door = family.door("noor", Section.RIGHTS)
    row, house = door.within(Referral.objects.all())[0], Organisation.objects.get(teams=door.dossier.team_id)
    made = lus.sheet(row, "Noor", "Lotte", house)
    heads = {one.head: one.words for one in made.blocks}
    assert (house.contact_phone in heads["Zo kan Lus antwoorden"]) is bool(house.contact_phone)
    assert house.name in heads["Zo kan Lus antwoorden"]
    assert "lusvzw.be" in heads["Zo komt dit blad bij Lus"]
    together = who == "lotte"
    assert made.lead.startswith("Wij vragen dit samen" if together else "Ik vraag dit")
    assert heads.get("Wie samen met mij vraagt") == ("Lotte" if together else None)
    assert ("Lotte" in "".join(heads.values())) is together


@pytest.mark.parametrize("who", OTHERS)
def test_to_others_there_is_nothing_here(family: Family, who: str) -> None:
    begun(family)
    refers(family)
    browser, key = family.browser(who), referral(family)
    for page, parts in (
        ("path", {}),
        ("volunteers", {}),
        ("refer", {}),
        ("referral", {"referral": key}),
        ("look", {"step": 0}),
    ):
        assert browser.get(family.url(f"seeking:{page}", **parts)).status_code == 404
    assert refers(family, who).status_code == 404


def test_a_house_keeps_its_pool_and_a_worker_does_not(family: Family) -> None:
    mo = family.browser("mo")
    new = {"once": family.once(), "call_name": "Fons", "extract_on": clock.today().isoformat(), "agrees": "on"}
    assert mo.post("/keeping/pool/", new | {"agrees": ""}).status_code == 200
    assert mo.post("/keeping/pool/", new | {"once": family.once()}).status_code == 302
    row = Volunteer.objects.get()
    assert row.extract_by_id == family.person("mo")
    where = f"/keeping/pool/{row.pk}/"
    assert mo.post(where, new | {"once": family.once(), "likes": "vissen", "version": "1"}).status_code == 302
    assert "veranderde dit net" in mo.post(where, new | {"once": family.once(), "version": "1"}).content.decode()
    assert family.browser("lotte").get("/keeping/pool/").status_code == 404
    assert mo.post(f"{where}removal/", {"once": family.once()}).status_code == 302
    assert not Volunteer.objects.exists()


def test_wilma_ticks_what_she_likes_to_do_and_lotte_reads_it(family: Family) -> None:
    facts = {"things": "1", "words": "En wandelen met de hond."}
    assert send(family, "seeking:offer", "wilma", facts=facts).status_code == 302
    words = family.door("lotte", Section.SAID).within(Said.objects.order_by("-pk"))[0].words
    assert "Samen eten op een vaste dag" in words
    assert "En wandelen met de hond." in words
    assert "Kies iets" in send(family, "seeking:offer", "wilma", facts={"words": ""}).content.decode()
    assert family.browser("ann").get(family.url("seeking:offer")).status_code == 404
    assert family.browser("lotte").get("/keeping/offers/nl.pdf").content.startswith(b"%PDF")


def test_only_a_jim_itself_reads_for_how_many_it_is_one(family: Family) -> None:
    held = {"person_id": family.person("wilma"), "relation": Relation.JIM.value, "from_on": clock.today()}
    Involvement.objects.filter(person=family.person("wilma"), dossier=family.noor.dossier).update(
        relation=Relation.JIM.value
    )
    assert "Je bent nu JIM voor" not in family.page("portals:home", seen_by="wilma")
    Involvement.objects.create(dossier_id=family.sem.dossier, **held)
    assert "Je bent nu JIM voor 2 jongeren" in family.page("portals:home", seen_by="wilma")
    for who, pages in (("lotte", ("rights:beside", "portals:child")), ("noor", ("rights:beside", "portals:known"))):
        for page in pages:
            assert "JIM voor 2" not in family.page(page, seen_by=who)
