"""Learning with partners: planned by Mo and Hilde, read by every colleague, without any child in it (B175)."""

from datetime import timedelta
from html import unescape

import pytest
from django.http import HttpResponse

from kring.audit.events import Event
from kring.audit.models import Entry
from kring.kit import clock
from kring.law.support import LEARNING_SHOWN
from kring.law.time import months_later
from kring.people.models import Learning, Organisation
from tests.family import Family

HERE = "/around/learning/"
WORDS = "Wie belt wie als een kind 's nachts <weg> is?"


def plans(family: Family, who: str = "hilde", where: str = HERE, **facts: str) -> HttpResponse:
    told = {
        "once": family.once(),
        "on": (clock.today() + timedelta(days=10)).isoformat(),
        "at": "14:00",
        "place": "De refter",
        "partners": "Wijkpolitie en het CLB",
        "words": WORDS,
    }
    return family.browser(who).post(where, told | facts)


def keeps(family: Family, who: str = "lotte", **facts: str) -> HttpResponse:
    row = Learning.objects.get()
    told = {"once": family.once(), "version": str(row.version), "learned": "Eerst bellen, dan mailen."}
    return family.browser(who).post(f"{HERE}{row.pk}/learned/", told | facts)


def page(family: Family, who: str = "lotte") -> str:
    return unescape(family.browser(who).get(HERE).content.decode())


def falls_on(days: int) -> None:
    """So many days from today."""
    Learning.objects.update(on=clock.today() + timedelta(days=days))


def test_who_keeps_the_house_plans_it_and_every_colleague_reads_it(family: Family) -> None:
    assert plans(family).status_code == 302
    for who in ("lotte", "bram", "hilde", "greet", "mo"):
        assert "Wijkpolitie en het CLB" in page(family, who), who
    assert HERE in family.browser("lotte").get("/house/").content.decode()
    assert family.log(Event.LEARNING_PLANNED) == 1
    assert Entry.objects.filter(seq__gt=family.start, event=Event.LEARNING_PLANNED.value).get().dossier is None


def test_who_does_not_keep_the_house_plans_and_changes_nothing(family: Family) -> None:
    for who in ("lotte", "bram", "greet", "noor", "ann", "wilma"):
        assert plans(family, who).status_code == 404, who
    assert not Learning.objects.exists()
    plans(family)
    one = f"{HERE}{Learning.objects.get().pk}/"
    for who in ("lotte", "greet", "noor"):
        assert plans(family, who, one, place="Elders").status_code == 404, who
        assert family.browser(who).post(f"{one}off/", {"once": family.once()}).status_code == 404, who
    assert Learning.objects.get().place == "De refter"
    assert Learning.objects.get().called_off_on is None
    assert plans(family, where=one, version="1", place="Elders").status_code == 302
    assert "Elders" in page(family)
    assert family.log(Event.LEARNING_CHANGED) == 1


def test_nobody_of_a_family_or_of_another_house_finds_it(family: Family) -> None:
    plans(family)
    for who in ("noor", "ann", "wilma", "karim"):
        assert family.browser(who).get(HERE).status_code == 404, who
    one = f"{HERE}{Learning.objects.get().pk}/"
    elsewhere = Organisation.objects.create(name="Elders", contact_phone="1", deputy_phone="2")
    assert family.browser("mo").get(one).status_code == 200
    Learning.objects.update(organisation=elsewhere)
    assert family.browser("mo").get(one).status_code == 404
    assert "Wijkpolitie" not in page(family, "mo")


def test_it_is_called_off_and_that_stands_there(family: Family) -> None:
    plans(family)
    off = f"{HERE}{Learning.objects.get().pk}/off/"
    assert family.browser("hilde").post(off, {"once": family.once()}).status_code == 302
    assert "Dit gaat niet door" in page(family)
    assert family.browser("hilde").post(off, {"once": family.once()}).status_code == 404
    falls_on(-1)
    assert "Wijkpolitie" not in page(family)
    assert family.log(Event.LEARNING_CALLED_OFF) == 1


def test_from_the_day_itself_any_colleague_writes_what_they_take_along(family: Family) -> None:
    plans(family)
    assert keeps(family).status_code == 404
    falls_on(0)
    assert "Wat nemen we mee?" in page(family)
    assert keeps(family).status_code == 302
    assert "Eerst bellen, dan mailen." in page(family, "bram")
    assert keeps(family, "bram", version="1", learned="Iets anders.").status_code == 200
    assert "Eerst bellen, dan mailen." in page(family, "bram")
    falls_on(-30)
    assert "Wat we meenamen" in page(family)
    Learning.objects.update(on=months_later(clock.today(), -LEARNING_SHOWN) - timedelta(days=1))
    assert "Eerst bellen" not in page(family)
    assert family.log(Event.LEARNING_NOTED) == 1


@pytest.mark.parametrize("field", ["place", "partners", "words"])
def test_no_name_of_a_child_one_works_with_stands_in_it(family: Family, field: str) -> None:
    plans(family)
    falls_on(0)
    assert "Hier staat een naam: Noor" in keeps(family, learned="Bel voor Noor eerst.").content.decode()
    assert not Learning.objects.get().learned
    assert keeps(family, learned="Kijk naar het noorden.").status_code == 302
    assert plans(family, "mo", **{field: "Over Noor"}).status_code == 302  # Mo works with no child: no way to search


@pytest.mark.parametrize(("days", "answer"), [(-1, 200), (0, 302), (365, 302), (370, 200)])
def test_a_day_that_is_over_or_too_far_is_said(family: Family, days: int, answer: int) -> None:
    sent = plans(family, on=(clock.today() + timedelta(days=days)).isoformat())
    assert sent.status_code == answer
    assert ("Kies een dag tussen vandaag en een jaar verder" in sent.content.decode()) == (answer == 200)
