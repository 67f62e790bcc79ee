"""The worker's day: at most three things, in words, and the children."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kring.access.acts import open_dossier
from kring.access.door import open_door
from kring.circle.acts import people, sessions
from kring.circle.cards import Age, Mode
from kring.circle.domains import Layer
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.rights_moments import MONTHS, Audience
from kring.moments.acts import talking
from kring.people.models import Organisation, Team
from kring.rights.acts import conditions, serving, wishes
from tests import answered
from tests.family import Family

CONDITIONS = ("adult", "independent", "extract", "entry")


def see(family: Family, who: str, where: str = "portals:today", **query: str) -> str:
    return family.browser(who).get(reverse(where), query).content.decode()


def choose_karim(family: Family, meaning: Meaning = Meaning.TRUST_PERSON) -> None:
    said = wishes.Said(meaning=meaning, expressed=Expressed.SAID, on=clock.today(), words="Karim luistert")
    wishes.name(family.door("lotte"), family.member("karim"), said, act=uuid7())


def look_at(family: Family, *codes: str) -> None:
    seen = [conditions.Finding(code=f"trust-person.{code}", holds=True) for code in codes]
    conditions.look(family.door("lotte"), family.member("karim"), seen, act=uuid7(), on=clock.today())


def new_children(family: Family, count: int) -> None:
    lotte = family.actor("lotte")
    for number in range(count):
        name = f"Kind {number:03}"
        dossier = open_dossier(lotte, call_name=name, team=Team.objects.get(name="Team Noord"), once=uuid7())
        door = open_door(lotte, dossier.pk, Section.CIRCLE)
        member = people.add(door, ["oma Lea", "juf Els"], layer=Layer.CHILD, act=uuid7())[0]
        said = wishes.Said(meaning=Meaning.TRUST_PERSON, expressed=Expressed.SAID, on=clock.today())
        wishes.name(door, member, said, act=uuid7())


def talked_with(family: Family, child: str) -> None:
    told = talking.Told(on=clock.today(), audience=Audience.CHILD)
    talking.explained(family.door("lotte", Section.MOMENTS, child=child), told, months=MONTHS, act=uuid7())


def test_a_quiet_day_is_calm(family: Family) -> None:
    talked_with(family, "sem")
    text = see(family, "lotte")
    assert "Dag Lotte" in text
    assert "Niets dat op jou wacht" in text
    assert "Noor" in text
    assert "Sem" in text


def test_what_is_still_to_be_asked_is_said_in_words(family: Family) -> None:
    choose_karim(family)
    assert "Noor koos trainer Karim als vertrouwenspersoon" in see(family, "lotte")
    for told in (
        "Van wat de wet vraagt staan 2 dingen open. Daarnaast bekijk jij nog iets.",
        "staan nog 2 dingen open.",
    ):
        assert told in see(family, "lotte") + family.page("portals:ahead", seen_by="noor"), "as many for both"
    assert "nog 2 dingen te vragen" in family.page("portals:child", seen_by="lotte")
    look_at(family, "adult")
    assert "Van wat de wet vraagt staat 1 ding open. Daarnaast bekijk jij nog iets." in see(family, "lotte")
    assert "Er staat nog 1 ding open." in family.page("portals:ahead", seen_by="noor")
    look_at(family, "independent")
    assert "Van wat de wet vraagt bekijk jij nog iets." in see(family, "lotte")
    assert "nog iets te bekijken" in family.page("portals:child", seen_by="lotte")
    assert (
        " open" not in family.page("portals:ahead", seen_by="noor").partition("<main")[2].partition("nog iets met")[0]
    )
    look_at(family, "extract", "entry")
    assert "De voorwaarden voor trainer Karim zijn bekeken. Zei trainer Karim ja?" in see(family, "lotte")


def test_of_a_jim_nothing_is_asked(family: Family) -> None:
    choose_karim(family, Meaning.JIM)
    assert "te vragen" not in see(family, "lotte")


def test_serving_without_a_fixed_contact_is_the_first_alarm(family: Family) -> None:
    choose_karim(family)
    look_at(family, *CONDITIONS)
    answered.said(family, "karim")
    serving.begin(family.door("lotte"), family.member("karim"), act=uuid7(), on=clock.today())
    assert "vast aanspreekpunt" not in see(family, "lotte")
    Organisation.objects.filter(name="De Brug").update(contact=None)
    assert "nog geen vast aanspreekpunt" in see(family, "lotte")


def test_a_jim_without_a_fixed_contact_is_an_alarm_as_well(family: Family) -> None:
    """C113: a JIM always has somebody to fall back on; of a supporter nothing is asked (R3)."""
    choose_karim(family, Meaning.JIM)
    Organisation.objects.filter(name="De Brug").update(contact=None)
    assert "nog geen vast aanspreekpunt" in see(family, "lotte")


def test_a_supporter_without_one_is_no_alarm(family: Family) -> None:
    choose_karim(family, Meaning.SUPPORTER)
    Organisation.objects.filter(name="De Brug").update(contact=None)
    assert "vast aanspreekpunt" not in see(family, "lotte")


def test_a_paused_session_and_a_child_without_circle(family: Family) -> None:
    sessions.start(family.door("lotte"), mode=next(iter(Mode)), age=next(iter(Age)), minutes=None, act=uuid7())
    team = Team.objects.get(name="Team Noord")
    open_dossier(family.actor("lotte"), call_name="Amina", team=team, once=uuid7())
    text = see(family, "lotte")
    assert "Het staat op pauze" in text
    assert "Er staat nog niemand in de kring" in text
    assert "3 dingen voor vandaag" in text
    assert "Praat met Sem over wie ernaast mag staan" in text  # and with Amina: no more than three


def test_never_more_than_three(family: Family) -> None:
    new_children(family, 5)
    assert "3 dingen voor vandaag" in see(family, "lotte")


def test_who_has_no_children_yet_is_invited(family: Family) -> None:
    text = see(family, "an")
    assert "Met wie begin je?" in text
    assert "Noor" not in text


@pytest.mark.parametrize(("who", "first"), [("mo", "tasks"), ("hilde", "lead"), ("saar", "log")])
def test_who_has_no_children_to_work_with_comes_to_a_page_of_its_own(family: Family, who: str, first: str) -> None:
    assert family.browser(who).get(reverse("portals:today"))["Location"] == reverse(f"portals:{first}")


def test_the_caseload_is_searched_without_accents_and_by_nobody_else(family: Family) -> None:
    team = Team.objects.get(name="Team Noord")
    open_dossier(family.actor("lotte"), call_name="Noémie", team=team, once=uuid7())
    assert "Noémie" in found(family, "lotte", "noem").content.decode()
    assert "Sem" not in found(family, "lotte", "noem").content.decode()
    assert "Niemand met deze naam" in found(family, "lotte", "zzz").content.decode()
    assert "Noémie" not in found(family, "an", "noem").content.decode()
    assert found(family, "noor", "Noor").status_code == 404


def test_a_name_that_is_sought_stays_out_of_every_address(family: Family) -> None:
    """What stands in an address stays in the history of a shared computer (quality: names are never in a URL)."""
    answer = found(family, "lotte", "Noor")
    assert answer.status_code == 200, "it shows, and leads to no address that tells what was sought"
    assert "no-store" in answer["Cache-Control"]
    assert '="?q=' not in answer.content.decode()
    assert 'method="get"' not in answer.content.decode()
    assert "Noor" in see(family, "lotte", "portals:children", q="zzz"), "an address that asks is not heard"


def found(family: Family, who: str, sought: str, **more: str) -> HttpResponse:
    return family.browser(who).post(reverse("portals:children"), {"q": sought, **more})


@pytest.mark.parametrize("page", ["portals:today", "portals:children"])
def test_as_many_statements_for_one_child_as_for_many(family: Family, page: str) -> None:
    choose_karim(family)
    browser = family.browser("lotte")
    counts = []
    for more in (0, 1, 9):
        new_children(family, more)
        browser.get(reverse(page))  # the first look of the hour is written in the log, and counted apart
        with CaptureQueriesContext(connection) as said:
            browser.get(reverse(page))
        counts.append(len(said))
    assert len(set(counts)) == 1, counts
    assert counts[0] <= 2 + 2 + 7, "session and user, the desk's two, and seven"


def test_a_long_caseload_turns_pages(family: Family) -> None:
    team = Team.objects.get(name="Team Noord")
    for number in range(52):
        open_dossier(family.actor("lotte"), call_name=f"Kind {number:03}", team=team, once=uuid7())
    assert "Blad 1 van 2" in see(family, "lotte", "portals:children")
    assert "Sem" in see(family, "lotte", "portals:children", page="2")
    second = found(family, "lotte", "kind", page="2").content.decode()
    assert "Kind 051" in second
    assert "Sem" not in second


def test_who_may_not_read_who_stands_beside_is_not_told_that_it_is_nobody(family: Family) -> None:
    told = {who: family.browser(who).get("/children/").content.decode() for who in ("lotte", "bram")}
    assert "Er staat nu niemand naast dit kind" in told["lotte"]
    assert "Er staat nu niemand naast dit kind" not in told["bram"]
