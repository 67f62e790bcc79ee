"""Noor let Wilma go, and Lotte writes that she chose her again: how and when is asked, Noor reads who wrote it, and
nothing that she closed opens by it; what they agreed is made anew (R2, R7, A63)."""

import re
from datetime import timedelta
from html import unescape

import pytest

from kring.access.door import RefusedError
from kring.access.models import Over
from kring.agreements.models import Agreement
from kring.circle import reading
from kring.circle.domains import Layer
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from kring.rights.models import Wish
from tests import answered
from tests.family import Family
from tests.rooms.agreeing import agreed
from tests.rooms.test_agreement_over import choose, page
from tests.rooms.test_wish_page import name

AGAIN = "Lotte schreef op dat jij Wilma weer kiest"
"""On her first page."""


@pytest.fixture
def let_go(family: Family) -> Agreement:
    """Noor chose Wilma, they agreed, Wilma came in as JIM; today Noor chose otherwise."""
    choose(family, days_ago=2)
    row = agreed(family)
    assert page(family, "wilma", row).status_code == 200
    door = family.door("noor", Section.RIGHTS)
    wishes.withdraw(door, family.member("wilma"), Meaning.JIM, act=uuid7(), on=clock.today())
    assert page(family, "wilma", row).status_code == 404
    return row


def written(family: Family, by: str = "lotte", **facts: str) -> bool:
    """Whether it was kept."""
    today = clock.today().isoformat()
    return name(family, "wilma", by=by, meaning="jim", **({"on": today} | facts)).status_code == 302


def first(family: Family, child: str = "noor") -> str:
    return unescape(family.page("portals:child", seen_by=child, child=child))


def stands(family: Family) -> bool:
    here = Wish.objects.in_force().filter(member=family.member("wilma"), meaning=Meaning.JIM.value)
    return bool(family.door("noor", Section.RIGHTS).within(here).exists())


def test_how_and_when_she_said_so_is_asked_and_never_guessed(family: Family, let_go: Agreement) -> None:
    story = unescape(family.page("rights:beside", seen_by="lotte"))
    asks = f"{family.url('rights:wish')}?member={family.member('wilma')}&meaning=jim"
    assert asks in story, "a page that asks, and no tap"
    form = family.browser("lotte").get(asks).content.decode()
    assert re.search(r"<details[^>]* open", form), "in sight"
    assert not re.search(r'name="how"[^>]*checked', form)
    assert re.search(r'name="how"[^>]*checked', family.page("rights:wish", seen_by="lotte")), "of another as it was"
    for missing in ({"how": ""}, {"on": ""}):
        assert not written(family, **missing)
        assert not stands(family)
    assert written(family, how="pointed")
    assert stands(family)
    told = unescape(family.page("rights:beside", seen_by="noor"))
    assert "aangewezen op een prent" in told
    assert "Lotte schreef dit op" in told


def test_noor_herself_takes_it_back_with_one_tap_as_before(family: Family, let_go: Agreement) -> None:
    assert written(family, by="noor", how="", on="")
    assert page(family, "wilma", let_go).status_code == 200
    assert AGAIN not in first(family)


def test_her_first_page_says_by_whom_and_she_can_deny_it(family: Family, let_go: Agreement) -> None:
    assert AGAIN not in first(family)
    assert written(family)
    there = first(family)
    assert AGAIN in there
    assert "Zo zei je het: gezegd" in there
    assert "Klopt dit niet?" in there
    assert AGAIN not in unescape(family.page("portals:child", seen_by="lotte"))
    (now,) = family.door("noor", Section.RIGHTS).within(Wish.objects.in_force().filter(member=family.member("wilma")))
    deny = family.url("rights:unsaid", said=now.pk)
    assert f'action="{deny}"' in there
    assert family.browser("noor").post(deny, {"once": family.once()}).status_code == 302
    assert not stands(family)
    assert AGAIN not in first(family)
    assert "Jij zei op" in unescape(family.page("rights:beside", seen_by="noor"))


def test_nothing_that_she_closed_opens_by_it(family: Family, let_go: Agreement) -> None:
    """Not what they agreed, not the place of a JIM; what Lotte writes of a day before neither."""
    yesterday = (clock.today() - timedelta(days=1)).isoformat()
    assert written(family, on=yesterday)
    assert written(family, on=clock.today().isoformat())
    assert page(family, "wilma", let_go).status_code == 404
    assert "voorbij sinds" in unescape(family.page("agreements:all", seen_by="noor"))
    assert Over.objects.filter(member=family.member("wilma"), meaning=Meaning.JIM.value).exists()
    assert not _comes_in(family, Relation.JIM)
    with pytest.raises(RefusedError):
        family.door("wilma")
    today = unescape(family.browser("lotte").get("/today/").content.decode())
    assert "Wilma" in today, "somebody asks it anew"
    assert "Wie vraagt het?" in today


def test_it_stands_as_jim_once_somebody_asked_and_what_was_agreed_stays_over(family: Family, let_go: Agreement) -> None:
    assert written(family)
    answered.said(family, "wilma", Meaning.JIM)
    assert not Over.objects.filter(member=family.member("wilma"), meaning=Meaning.JIM.value).exists()
    assert "voorbij sinds" in unescape(family.page("agreements:all", seen_by="noor"))
    assert page(family, "wilma", let_go).status_code == 404


def test_who_was_never_let_go_is_written_down_as_before(family: Family) -> None:
    assert name(family, "wilma", by="lotte", meaning="jim", how="").status_code == 302
    assert AGAIN not in first(family)


def test_sem_finds_it_in_pictures(family: Family) -> None:
    door, lotte = family.door("sem", Section.RIGHTS, child="sem"), family.door("lotte", Section.RIGHTS, child="sem")
    one = reading.people(door, Layer.CHILD)[0]
    said = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today())
    wishes.name(door, one.key, said, act=uuid7())
    wishes.withdraw(door, one.key, Meaning.SUPPORTER, act=uuid7(), on=clock.today())
    assert "weer kiest" not in first(family, "sem")
    wishes.name(lotte, one.key, said, act=uuid7())
    there = first(family, "sem")
    assert "weer kiest" in there
    assert "Dat zei ik niet" in there


def _comes_in(family: Family, relation: Relation) -> bool:
    held = Involvement.objects.current(clock.today()).filter(dossier=family.noor.dossier)
    return bool(held.filter(person=family.person("wilma"), relation=relation.value).exists())
