"""Sem chooses other pictures alone, with those that Lotte knows: they are his own once An asked him, and by no time.

Until then he comes in with them, and what opens what he closed, waits (R7, R28; quality.md 4, coercion).
"""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from kring.access.acts import own_pictures
from kring.access.models import Given
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Section
from kring.people.models import Stay, Way
from kring.people.pictures import told
from tests.family import Family
from tests.rooms.small import read, where
from tests.rooms.test_picture_code import DOOR, MINE, choose, register, tap
from tests.rooms.test_small_pictures_known import asked_too, confirms, now, reads_the_plan, rita, say, tablet

__all__ = ["rita", "tablet"]

ALONE = ("tree", "sun", "apple", "boat")
OTHERS = ("boat", "apple", "sun", "tree")


def chooses_alone(family: Family, browser: Client, row: tuple[str, ...] = ALONE) -> str:
    there = where(family, "rights:own_pictures")
    carried = {"figure": "fox", "once": family.once()}
    page = browser.post(there, carried, follow=True).content.decode()
    for one in (*row, *row):
        for name in ("row", "first"):
            carried[name] = next(iter(re.findall(rf'name="{name}" value="([^"]*)"', page)), "")
        page = browser.post(there, {**carried, "tap": one}, follow=True).content.decode()
    return unescape(page)


def these() -> UUID:
    """The pictures that open his place now."""
    return Way.objects.get(kind="pictures", ended_at=None).pk


def asks_whether_he_chose_them(family: Family, who: str, which: UUID | None = None) -> str:
    sent = {"chose": str(which or these()), "once": family.once()}
    answer = family.browser(who).post(where(family, "rights:own"), sent, follow=True)
    return unescape(answer.content.decode())


def nobody_was_just_in() -> None:
    Stay.objects.filter(kind="work").update(seen_at=clock.now() - timedelta(hours=1))


def are_his_own() -> bool:
    return Way.objects.get(kind="pictures", ended_at=None).is_its_own


def how_he_comes_in(family: Family, who: str) -> str:
    return unescape(family.page("rights:own", seen_by=who, child="sem"))


def test_with_pictures_of_his_own_he_shares_his_plan_alone(family: Family, tablet: Client) -> None:
    assert where(family, "rights:own_pictures") in read(tablet, where(family, "portals:known"))
    said = chooses_alone(family, tablet)
    assert "Je andere prenten werken niet meer. Een begeleider vraagt je nog of jij ze koos." in said
    assert family.log(Event.WAY_GIVEN) == 2
    assert tablet.get(where(family, "portals:known")).status_code != 200, "he comes in with the new ones"
    assert "Dat was het nog niet." in unescape(tap(tablet, MINE).content.decode())
    tap(tablet, ALONE)
    say(family, tablet, "yes")
    assert now(family).waits, "who knew the old pictures could have chosen these"
    asked_too(family, "lotte")
    assert now(family).waits
    asks_whether_he_chose_them(family, "an")
    nobody_was_just_in()
    confirms(family, tablet)
    assert reads_the_plan(family)
    assert now(family).is_own


def test_no_time_makes_them_his_own(family: Family, tablet: Client) -> None:
    """Lotte, who knew those of before, chose these as if she were Sem, and waits."""
    say(family, family.browser("sem"), "no")
    chooses_alone(family, tablet)
    Way.objects.filter(kind="pictures", ended_at=None).update(made_at=clock.now() - timedelta(days=300))
    nobody_was_just_in()
    tap(tablet, ALONE)
    say(family, tablet, "yes")
    assert now(family).waits
    assert not reads_the_plan(family)
    asks_whether_he_chose_them(family, "lotte")
    assert not are_his_own()
    assert "Jij kende de vorige. Daarom vraagt een collega het Sem zelf." in how_he_comes_in(family, "lotte")
    assert "Was jij dit?" in family.page("portals:child", seen_by="sem", child="sem")
    for who in ("bram", "rita", "noor", "ann", "sem"):
        asks_whether_he_chose_them(family, who)
        assert not are_his_own(), who


def test_whom_he_is_asked_by_stands_in_the_day_of_who_works_with_him(family: Family, tablet: Client) -> None:
    chooses_alone(family, tablet)
    task = "Sem komt anders binnen dan voordien. Vraag of Sem dat zelf koos."
    assert task in unescape(family.browser("an").get("/today/").content.decode())
    assert "Goed." in asks_whether_he_chose_them(family, "an")
    assert task not in unescape(family.browser("an").get("/today/").content.decode())
    here = how_he_comes_in(family, "lotte")
    assert "Sem koos ze alleen" in here
    assert "An vroeg of dat zo was" in here
    assert "An vroeg of dat zo was" in how_he_comes_in(family, "sem")
    assert family.log(Event.PICTURES_CONFIRMED) == 1
    asks_whether_he_chose_them(family, "an")
    assert family.log(Event.PICTURES_CONFIRMED) == 1, "there is nothing left to ask"


def test_where_a_worker_was_just_in_he_comes_back_alone(family: Family, tablet: Client) -> None:
    chooses_alone(family, tablet)
    asks_whether_he_chose_them(family, "an")
    beside = register(family, "lotte")
    tap(beside, ALONE)
    assert "Kom straks alleen terug" in say(family, beside, "yes")
    assert "Kom straks alleen terug" in confirms(family, beside)
    assert "Kom straks alleen terug" in chooses_alone(family, beside, OTHERS)
    asked_too(family, "an")
    assert now(family).waits
    nobody_was_just_in()
    confirms(family, beside)
    assert reads_the_plan(family)


def test_from_his_own_he_chooses_others_and_nobody_asks(family: Family, tablet: Client) -> None:
    chooses_alone(family, tablet)
    asks_whether_he_chose_them(family, "an")
    nobody_was_just_in()
    tap(tablet, ALONE)
    said = chooses_alone(family, tablet, OTHERS)
    assert "Je andere prenten werken niet meer." in said
    assert "Een begeleider vraagt je nog" not in said
    assert are_his_own()


def test_the_same_row_once_more_is_not_chosen_alone(family: Family, tablet: Client) -> None:
    assert "Die rij had je al. Kies vier andere prenten." in chooses_alone(family, tablet, MINE)
    assert not Given.objects.filter(recorded_by=family.person("sem")).exists()


def test_nor_does_he_go_back_to_the_row_that_lotte_knew(family: Family, tablet: Client) -> None:
    chooses_alone(family, tablet)
    tap(tablet, ALONE)
    assert "Die rij had je al. Kies vier andere prenten." in chooses_alone(family, tablet, MINE)
    asks_whether_he_chose_them(family, "an")
    nobody_was_just_in()
    tap(tablet, ALONE)
    assert "Die rij had je al. Kies vier andere prenten." in chooses_alone(family, tablet, MINE)
    sem = family.door("sem", Section.RIGHTS, child="sem")
    actor = replace(sem.actor, is_small=True)
    with pytest.raises(NotAllowedError):
        own_pictures.choose(replace(sem, actor=actor), "bear", told(MINE), once=family.once())
    assert Way.objects.get(kind="pictures", ended_at=None).pin


def test_lotte_reads_what_to_do_where_he_does_not_come_in(family: Family, tablet: Client) -> None:
    chooses_alone(family, tablet)
    assert "Raakt Sem niet binnen? Kies dan samen nieuwe." in how_he_comes_in(family, "lotte")
    choose(family)
    assert "Raakt Sem niet binnen?" not in how_he_comes_in(family, "lotte")
    assert "Sem komt anders binnen" not in unescape(family.browser("an").get("/today/").content.decode())
    register(family, "lotte")
    assert tablet.get(DOOR).status_code == 200
    assert tap(tablet, MINE)["Location"] == "/today/"


def test_who_was_asked_about_other_pictures_said_nothing_of_these(family: Family, tablet: Client) -> None:
    """Sem chose alone and says so to An; since, Lotte chose with him, and once more as if she were Sem."""
    chooses_alone(family, tablet)
    said = these()
    assert f'value="{said}"' in how_he_comes_in(family, "an")
    choose(family)
    as_sem = register(family, "lotte")
    tap(as_sem, MINE)
    nobody_was_just_in()
    chooses_alone(family, as_sem, OTHERS)
    asks_whether_he_chose_them(family, "an", said)
    assert not are_his_own()
    asks_whether_he_chose_them(family, "an")
    assert are_his_own()


def test_after_a_week_hilde_counts_that_nobody_could_ask_him(
    family: Family, tablet: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    chooses_alone(family, tablet)
    lead = "kind wacht al een week op een vraag van een tweede begeleider"
    assert lead not in family.browser("hilde").get("/lead/").content.decode()
    moment = clock.now() + timedelta(days=7)
    monkeypatch.setattr(clock, "now", lambda: moment)
    assert f"1 {lead}" in unescape(family.browser("hilde").get("/lead/").content.decode())
    asks_whether_he_chose_them(family, "an")
    assert lead not in family.browser("hilde").get("/lead/").content.decode()


def test_what_ran_out_goes_from_the_day_of_lotte(family: Family, tablet: Client) -> None:
    chooses_alone(family, tablet)
    task, sent = "Sem komt anders binnen", {"chose": "", "once": family.once()}
    family.browser("lotte").post(where(family, "rights:own"), sent)
    assert task in family.browser("lotte").get("/today/").content.decode(), "it is still to be asked"
    Way.objects.filter(kind="pictures").update(until_at=clock.now())
    assert "Haal het weg bij Vandaag" in how_he_comes_in(family, "lotte")
    assert "Haal het weg bij Vandaag" not in how_he_comes_in(family, "sem")
    for who in ("sem", "rita", "bram", "lotte"):
        assert task in family.browser("lotte").get("/today/").content.decode(), who
        family.browser(who).post(where(family, "rights:own"), sent | {"once": family.once()})
    assert task not in family.browser("lotte").get("/today/").content.decode()
