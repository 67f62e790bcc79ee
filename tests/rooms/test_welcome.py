"""The welcome pack of who stands beside Noor, and the list of places that the house keeps for it."""

from datetime import timedelta

import pytest

from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.people.models import Adviser, Organisation
from kring.rights.acts import wishes
from kring.support.pack import pack
from tests.answered import said as answered
from tests.family import Family

SECRET, DISCREET = "Je hebt beroepsgeheim", "Beroepsgeheim is het niet"
LUS = {
    "name": "Lus vzw",
    "words": "Denkt mee.",
    "phone": "0470 11 22 33",
    "page": "https://lus.example",
    "whom": "everyone",
    "source": "een folder",
}


def kept(family: Family, who: str = "hilde", **facts: str) -> int:
    told = {"once": family.once(), "looked_on": clock.today().isoformat(), **LUS, **facts}
    return family.browser(who).post("/around/advice/", told).status_code


def test_who_came_in_reads_what_it_may_and_keeps_to_itself(family: Family) -> None:
    seen = family.page("support:welcome", seen_by="wilma")
    assert "Noor koos jou als JIM, om mee te denken." in seen
    assert DISCREET in seen
    assert SECRET not in seen
    assert "Bij jou is Noor altijd welkom, zoals die is." in seen
    assert "Even stilstaan bij jezelf" in family.page("support:cards", seen_by="wilma")
    assert "Greet" in seen
    assert "112" in seen


def test_no_sheet_promises_more_than_the_law_gives(family: Family) -> None:
    """At a talk a supporter may be refused (brief 1.3), a judge refuses by exception (1.2), 1712 is no alarm (1.11)."""
    door = family.door("lotte", Section.RIGHTS)
    serves, supports = (str(pack(door, one).sheet("Karim")) for one in (Relation.TRUST_PERSON, Relation.SUPPORTER))
    assert "elk gesprek met Noor, als Noor dat wil" in serves
    assert "enkel bij uitzondering weigeren" in serves
    assert "een recht is het niet" in supports
    for told in (serves, supports):
        assert "112 of 1712" not in told


def test_only_who_serves_reads_of_secrecy(family: Family) -> None:
    """Karim was named and does not serve: until then he is welcome as a supporter (R2, R10)."""
    seen = family.page("support:welcome", seen_by="karim")
    assert DISCREET in seen
    assert SECRET not in seen


@pytest.mark.parametrize("who", ["wilma", "karim", "rita"])
def test_it_is_there_on_paper(family: Family, who: str) -> None:
    made = family.browser(who).get(family.url("support:welcome_pdf"))
    assert made.content.startswith(b"%PDF")
    assert "noor" not in made["Content-Disposition"].casefold()


@pytest.mark.parametrize("who", ["noor", "lotte", "ann", "bram", "an", "hilde"])
def test_it_is_of_who_stands_beside_her(family: Family, who: str) -> None:
    assert family.browser(who).get(family.url("support:welcome")).status_code == 404


def test_lotte_hands_it_over_on_paper_of_somebody_that_noor_named(family: Family) -> None:
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    there = family.url("support:pack_pdf", member=family.member("wilma"))
    person = family.url("rights:person", member=family.member("wilma"))
    assert family.browser("lotte").get(there).status_code == 404, "nobody asked her yet (R9)"
    assert there not in family.browser("lotte").get(person).content.decode()
    answered(family, "wilma", Meaning.JIM)
    assert there in family.browser("lotte").get(person).content.decode()
    assert family.browser("lotte").get(there).content.startswith(b"%PDF")
    for stranger in ("ann", "wilma", "bram", "an"):
        assert family.browser(stranger).get(there).status_code == 404
    nobody = family.url("support:pack_pdf", member=family.member("mama"))
    assert family.browser("lotte").get(nobody).status_code == 404


def test_what_hilde_puts_on_the_list_stands_on_the_pages_of_who_it_is_for(family: Family) -> None:
    assert kept(family) == 302
    assert kept(family, name="Alleen voor ouders", whom="parent") == 302
    for page in ("support:welcome", "portals:home"):
        seen = family.page(page, seen_by="wilma")
        assert "Lus vzw" in seen
        assert "0470 11 22 33" in seen
        assert "Alleen voor ouders" not in seen
    assert "Alleen voor ouders" in family.page("portals:home", seen_by="ann")
    assert family.log(Event.ADVISER_KEPT) == 2


@pytest.mark.parametrize("who", ["lotte", "greet", "bram", "saar"])
def test_a_colleague_reads_it_and_leaves_it_as_it_is(family: Family, who: str) -> None:
    kept(family)
    assert "Lus vzw" in family.browser(who).get("/around/advice/").content.decode()
    assert kept(family, who) == 404
    row = Adviser.objects.get()
    for way in (f"/around/advice/{row.pk}/", f"/around/advice/{row.pk}/removal/", "/around/lasting/"):
        assert family.browser(who).post(way, {"once": family.once(), "lasting": "niemand"}).status_code == 404


def test_what_nobody_looked_at_for_a_year_says_so(family: Family) -> None:
    day = clock.today() - timedelta(days=400)
    kept(family, looked_on=day.isoformat())
    assert "Niet meer nagekeken sinds" in family.page("support:welcome", seen_by="wilma")
    row = Adviser.objects.get()
    now = {"once": family.once(), "looked_on": clock.today().isoformat(), "version": str(row.version), **LUS}
    assert family.browser("mo").post(f"/around/advice/{row.pk}/", now).status_code == 302
    assert "Niet meer nagekeken sinds" not in family.page("support:welcome", seen_by="wilma")


def test_two_who_change_it_at_once_do_not_undo_each_other(family: Family) -> None:
    kept(family)
    row = Adviser.objects.get()
    told = {"looked_on": clock.today().isoformat(), "version": "1", **LUS}
    there = f"/around/advice/{row.pk}/"
    first = {"once": family.once(), **told, "phone": "1"}
    assert family.browser("mo").post(there, first).status_code == 302
    second = family.browser("hilde").post(there, {"once": family.once(), **told, "phone": "2"})
    assert "Een collega veranderde dit net" in second.content.decode()
    assert Adviser.objects.get().phone == "1"


def test_a_day_that_is_still_to_come_is_no_day_to_have_looked(family: Family) -> None:
    assert kept(family, looked_on=(clock.today() + timedelta(days=1)).isoformat()) == 200
    assert not Adviser.objects.exists()


def test_kring_proposes_and_somebody_of_the_house_decides(family: Family) -> None:
    seen = family.browser("hilde").get("/around/advice/").content.decode()
    assert "tZitemzo" in seen
    assert 'value="tZitemzo"' in family.browser("hilde").get("/around/advice/?from=tZitemzo").content.decode()
    assert "Kring stelt voor" not in family.browser("lotte").get("/around/advice/").content.decode()
    assert not Adviser.objects.exists()


def test_what_is_taken_away_stands_nowhere_any_more(family: Family) -> None:
    kept(family)
    row = Adviser.objects.get()
    family.browser("mo").post(f"/around/advice/{row.pk}/removal/", {"once": family.once()})
    assert "0470 11 22 33" not in family.page("support:welcome", seen_by="wilma")
    assert family.log(Event.ADVISER_REMOVED) == 1


def test_the_list_of_another_house_is_not_here(family: Family) -> None:
    kept(family)
    elsewhere = Organisation.objects.create(name="Elders")
    Adviser.objects.update(organisation=elsewhere)
    assert family.browser("mo").get(f"/around/advice/{Adviser.objects.get().pk}/").status_code == 404
    assert "0470 11 22 33" not in family.page("support:welcome", seen_by="wilma")


def test_on_whom_one_falls_back_when_the_case_has_closed(family: Family) -> None:
    """C139, C199: also afterwards; it stands on the pack, and until somebody wrote it the list says so."""
    assert "Hier staat nog niets" in family.browser("mo").get("/around/advice/").content.decode()
    words = "Bel Greet, tot een jaar na het einde."
    sent = family.browser("mo").post("/around/lasting/", {"once": family.once(), "lasting": words})
    assert sent.status_code == 302
    assert words in family.page("support:welcome", seen_by="wilma")


def test_who_was_named_and_does_not_serve_yet_reads_what_is_still_to_come(family: Family) -> None:
    """R2: welcome as a supporter at once; for the legal position the law asks something (brief 1.3)."""
    door = family.door("lotte", Section.RIGHTS)
    told = str(pack(door, Relation.SUPPORTER, named=True).sheet("Karim"))
    assert "Noor koos jou als vertrouwenspersoon in de jeugdhulp." in told
    assert "Ook een uittreksel hoort daarbij, model 596.2." in told
    assert "welkom als steunfiguur" in told
    assert SECRET not in told
    seen = family.page("support:welcome", seen_by="rita")
    assert "geen regels of papieren" not in seen
    assert "Om steunfiguur te zijn heb je geen papieren nodig." in seen


def test_the_sheet_that_noor_hands_over_is_that_of_who_was_named(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("rita"), said, act=uuid7())
    answered(family, "rita")
    made: list[str] = []
    monkeypatch.setattr("kring.support.views.welcoming.paper", lambda _request, sheet: made.append(str(sheet)))
    family.browser("noor").get(family.url("support:pack_pdf", member=family.member("rita")))
    assert "Tot dat bekeken is, ben je welkom als steunfiguur." in made[0]


def test_a_partner_of_the_house_is_read_by_colleagues_alone(family: Family) -> None:
    """B175: whom one knows at another service helps who works here; on no page of who stands beside a child."""
    assert kept(family, name="Politie Noord", words="Jan, jeugdinspecteur", whom="partner") == 302
    assert kept(family) == 302
    assert "Jan, jeugdinspecteur" in family.browser("lotte").get("/around/advice/").content.decode()
    for who in ("wilma", "karim"):
        told = family.page("support:welcome", seen_by=who)
        assert "Lus vzw" in told
        assert "Politie Noord" not in told
