"""Wilma stopped, and Noor was told: whom she wants to turn to is asked first; the goodbye has a day (A140, A144)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.desk import desk_of
from kring.access.models import Item
from kring.endings.models import AfterLook, Farewell, Leaving
from kring.kit import clock
from kring.law.access import Section
from kring.portals.caseload import ChildSeen
from kring.portals.todo import of_child
from kring.portals.todo_kinds import LOOK, SAID
from tests.family import Family
from tests.own_word import is_so
from tests.rooms.test_told_first import herself, wilma  # noqa: F401  # a fixture

ASK = "Vraag het aan oma Rita: kan Noor bij oma Rita terecht?"
LATER = "oma Rita: dat wordt nog gevraagd."


def tells(family: Family, **facts: object) -> HttpResponse:
    """Noor was told; she wants to turn to oma Rita."""
    (row,) = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None))
    told = {
        "once": family.once(),
        "on": clock.today().isoformat(),
        "by": "Lotte",
        "turn_to": [str(family.member("rita"))],
    }
    is_so(family)
    return family.browser("lotte").post(family.url("endings:tell", leaving=row.pk), told | facts)


def look(family: Family, kind: str) -> UUID:
    (row,) = family.door("lotte", Section.RIGHTS).within(AfterLook.objects.filter(kind=kind))
    key: UUID = row.pk
    return key


def answers(family: Family, can: str, *, by: str = "lotte") -> HttpResponse:
    sent = {"once": family.once(), "can": can}
    return family.browser(by).post(family.url("endings:look", look=look(family, "ask")), sent)


@pytest.fixture
def stopped(family: Family, wilma: UUID) -> UUID:  # noqa: F811
    """Wilma said that she stops, and Noor does not know yet."""
    herself(family)
    return wilma


def test_the_form_offers_people_of_the_circle_and_not_who_stops(family: Family, stopped: UUID) -> None:
    (row,) = family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None))
    page = family.page("endings:tell", seen_by="lotte", leaving=row.pk)
    assert "Bij wie wil het kind nu terechtkunnen?" in page
    assert str(family.member("rita")) in page
    assert str(family.member("wilma")) not in page


def test_who_was_chosen_is_asked_first_and_stands_there_once_it_said_yes(family: Family, stopped: UUID) -> None:
    assert tells(family).status_code == 302
    assert desk_of(family.actor("lotte")).after[family.noor.dossier] <= clock.today()
    assert "Vraag het aan oma Rita: kan Noor daar nu terecht?" in family.page("endings:due", seen_by="lotte")
    assert ASK in family.page("endings:endings", seen_by="lotte")
    noor = family.page("endings:endings", seen_by="noor")
    assert LATER in noor
    assert "Hier kan je nu terecht" not in noor
    assert answers(family, "yes").status_code == 302
    noor = family.page("endings:endings", seen_by="noor")
    assert LATER not in noor
    assert "oma Rita" in noor.partition("Hier kan je nu terecht")[2].partition("</section>")[0]
    assert "Vraag het aan oma Rita" not in family.page("endings:due", seen_by="lotte")
    assert answers(family, "yes").status_code == 404


def test_a_no_stands_on_no_page_of_noor_and_a_person_tells_it(family: Family, stopped: UUID) -> None:
    tells(family)
    assert answers(family, "no").status_code == 302
    assert "Kan niet: oma Rita. Zeg het zelf aan Noor." in family.page("endings:endings", seen_by="lotte")
    noor = family.page("endings:endings", seen_by="noor")
    assert "Kan niet" not in noor
    assert "oma Rita" not in noor


@pytest.mark.parametrize("by", ["noor", "wilma", "rita", "ann", "an"])
def test_only_who_works_with_noor_writes_the_answer(family: Family, stopped: UUID, by: str) -> None:
    tells(family)
    assert answers(family, "yes", by=by).status_code == 404
    assert not family.door("lotte", Section.RIGHTS).within(Farewell.objects.all()).get().steps_in


def test_the_day_of_the_goodbye_stands_with_noor_and_waits_from_that_day(
    family: Family, stopped: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = clock.today() + timedelta(days=2)
    past = tells(family, goodbye_on=(clock.today() - timedelta(days=1)).isoformat()).content.decode()
    assert "Die dag is al voorbij" in past
    assert tells(family, goodbye="Nog een keer koken.", goodbye_on=day.isoformat(), turn_to=[]).status_code == 302
    for who in ("noor", "lotte"):
        assert "Afscheid van Wilma" in family.page("endings:endings", seen_by=who)
    assert "Hoe was het?" not in family.page("endings:endings", seen_by="lotte")
    later = clock.now() + timedelta(days=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "Hoe was het?" in family.page("endings:endings", seen_by="lotte")
    assert "Hoe was het?" not in family.page("endings:endings", seen_by="noor")
    sent = {"once": family.once(), "words": "Ze kookten samen."}
    assert (
        family.browser("lotte").post(family.url("endings:look", look=look(family, "goodbye")), sent).status_code == 302
    )
    assert "Hoe was het?" not in family.page("endings:endings", seen_by="lotte")


def seen_in(family: Family, who: str, page: str = "/today/?all=1") -> bool:
    return "Na een afscheid: kijk hoe" in family.browser(who).get(page).content.decode()


def test_a_look_has_a_line_of_its_own_and_does_not_sink_where_it_waits_long(family: Family, stopped: UUID) -> None:
    tells(family, turn_to=[])
    assert not seen_in(family, "lotte")  # the first one comes in two weeks
    item = Item.objects.filter(pk=look_first(family))
    for days, weight in ((0, LOOK), (8, SAID)):
        since = clock.today() - timedelta(days=days)
        item.update(look_on=since)
        assert seen_in(family, "lotte")
        assert seen_in(family, "lotte", family.url("portals:child"))
        assert "Er is iets om opnieuw te bekijken" not in family.browser("lotte").get("/today/?all=1").content.decode()
        facts: dict[str, Any] = {"people": 1, "beside": [], "paused": False, "looked_at": None, "after_since": since}
        child = ChildSeen(dossier=family.noor.dossier, name="Noor", **facts)
        assert [one.weight for one in of_child(child, ())] == [weight]
    assert not seen_in(family, "bram")


def test_who_leads_reads_at_how_many_nobody_looked_and_not_at_whom(family: Family, stopped: UUID) -> None:
    tells(family, turn_to=[])
    item = Item.objects.filter(pk=look_first(family))
    item.update(look_on=clock.today() - timedelta(days=7))
    assert "hoe het gaat na een afscheid" not in family.browser("hilde").get(reverse("portals:lead")).content.decode()
    item.update(look_on=clock.today() - timedelta(days=8))
    told = family.browser("hilde").get(reverse("portals:lead")).content.decode()
    assert "Bij 1 kind keek nog niemand hoe het gaat na een afscheid" in told
    assert "Noor" not in told.replace("Team Noord", "")


def look_first(family: Family) -> UUID:
    row = family.door("lotte", Section.RIGHTS).within(AfterLook.objects.order_by("due_on")).first()
    key: UUID = row.pk
    return key
