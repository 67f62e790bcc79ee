"""Wilma stopped, and Noor was told: whom she wants to turn to is asked first; the goodbye has a day (A140, A144)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.desk import desk_of
from kring.endings.models import AfterLook, Farewell, Leaving
from kring.kit import clock
from kring.law.access import Section
from tests.family import Family
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
    assert desk_of(family.actor("lotte")).due[family.noor.dossier][Section.RIGHTS] <= clock.today()
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
