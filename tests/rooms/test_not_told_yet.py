"""Lotte marked by a slip that it was told: she takes that back the same day, and it waits again for a person (R15)."""

import json
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse

from kring.access.asking import everything
from kring.audit.events import Event
from kring.endings.models import Farewell, Leaving
from kring.endings.reading import marked_today
from kring.kit import clock
from kring.law.access import Klass, Relation, Section
from kring.law.meaning import Meaning
from kring.rights.models import Serving, Wish
from tests.family import Family
from tests.rooms.test_chose_otherwise import chooses, otherwise
from tests.rooms.test_no_for_now import noor_reads, refused, tell, today  # noqa: F401  # a fixture
from tests.rooms.test_steps import send
from tests.rooms.test_stood import passed_on
from tests.rooms.test_told_first import her_pages, herself, karim_serves, relation, stops, told, wilma  # noqa: F401

SLIP = "Verkeerd getikt?"


def marked(family: Family) -> Leaving:
    (row,) = marked_today(family.door("lotte", Section.RIGHTS))
    return row


def back(family: Family, row: Leaving, by: str = "lotte", **said: str) -> HttpResponse:
    facts = {"once": family.once(), "not_told": "1", **said}
    return family.browser(by).post(family.url("endings:tell", leaving=row.pk), facts)


def stays(family: Family, who: str = "lotte") -> str:
    return unescape(family.page("endings:endings", seen_by=who))


def waits(family: Family) -> list[Leaving]:
    return list(family.door("lotte", Section.RIGHTS).within(Leaving.objects.filter(told_on=None)))


def test_what_wilma_said_waits_again_and_noor_reads_what_she_was_told_last(
    family: Family,
    wilma: UUID,  # noqa: F811
) -> None:
    herself(family)
    before = her_pages(family, wilma)
    told(family)
    assert "zei dat het stopt" in unescape(family.page("rights:beside", seen_by="noor"))
    assert SLIP in stays(family)
    assert SLIP not in stays(family, "noor")
    assert back(family, marked(family)).status_code == 302
    assert her_pages(family, wilma) == before
    assert "Noor weet dit nog niet" in stays(family)
    assert relation(family, "wilma") == Relation.SUPPORTER, "what she ended for herself stays ended"
    assert "Je zei: ik stop" in family.page("portals:home", seen_by="wilma")
    assert family.log(Event.LEAVING_UNTOLD) == 1
    assert Event.LEAVING_UNTOLD.is_kept_from_the_child


def test_the_record_stays_struck_and_dated_where_noor_does_not_read_it(family: Family, wilma: UUID) -> None:  # noqa: F811
    herself(family)
    told(family)
    back(family, marked(family))
    lotte, noor = (family.door(who, Section.RIGHTS) for who in ("lotte", "noor"))
    (struck,) = lotte.within(Leaving.objects.exclude(struck_on=None))
    assert (struck.told_on, struck.struck_on, struck.marked_by_id) == (
        clock.today(),
        clock.today(),
        family.person("lotte"),
    )
    assert json.loads(struck.before)["reaction"] == "Jammer."
    assert struck.item.klass == Klass.CONFIDENCE.value
    for door in (lotte, noor):
        assert not door.within(Farewell.objects.all()).exists()
    assert not noor.within(Leaving.objects.all()).exists()
    assert "Jammer." not in stays(family)


def test_then_it_is_told_and_stands_there_as_ever(family: Family, wilma: UUID) -> None:  # noqa: F811
    herself(family)
    told(family)
    back(family, marked(family))
    told(family)
    assert "zei dat het stopt" in unescape(family.page("rights:beside", seen_by="noor"))
    assert "Wilma stopt" in stays(family, "noor")
    assert family.door("noor", Section.RIGHTS).within(Wish.objects.in_force().filter(pk=wilma)).first() is None


def test_karim_whom_lotte_heard_of_serves_again_for_noor_and_his_own_word_stays(family: Family) -> None:
    wish = karim_serves(family)
    assert stops(family, wish).status_code == 302
    before = her_pages(family, wish, "karim")
    told(family, "karim")
    assert relation(family, "karim") == Relation.SUPPORTER
    assert back(family, marked(family)).status_code == 302
    assert her_pages(family, wish, "karim").keys() == before.keys()
    assert relation(family, "karim") == Relation.SUPPORTER, "he said so himself before she was told (R2)"
    rows = family.door("noor", Section.RIGHTS).within(Serving.objects.all())
    assert [row.ended_on for row in rows] == [None]
    assert "Klopt dit?" not in family.page("portals:home", seen_by="karim"), "and is not asked twice"


@pytest.mark.parametrize(
    ("page", "said"), [("paused", {"voice": "person"}), ("answered", {"reply": "no", "words": "liever niet"})]
)
def test_a_pause_or_a_no_is_told_in_confidence_again(
    family: Family,
    wilma: UUID,  # noqa: F811
    page: str,
    said: dict[str, str],
) -> None:
    wish = wilma if page == "paused" else chooses(family, "karim", Meaning.TRUST_PERSON)
    who = "wilma" if page == "paused" else "karim"
    if page == "answered":
        assert send(family, "asked", wish, by="lotte", asker="worker", how="call", expressed="said").status_code == 302
    assert send(family, page, wish, by="lotte", told="no", **said).status_code == 302
    before = her_pages(family, wish, who)
    told(family, who)
    assert her_pages(family, wish, who) != before
    assert back(family, marked(family)).status_code == 302
    assert her_pages(family, wish, who) == before
    assert "Noor weet dit nog niet" in stays(family)


@pytest.mark.parametrize("by", ["noor", "ann", "an", "bram", "hilde", "wilma"])
def test_nobody_else_takes_it_back(family: Family, wilma: UUID, by: str) -> None:  # noqa: F811
    herself(family)
    told(family)
    assert back(family, marked(family), by=by).status_code == 404
    assert not waits(family)


def test_on_another_day_or_twice_it_is_not_taken_back(family: Family, wilma: UUID) -> None:  # noqa: F811
    herself(family)
    told(family)
    row = marked(family)
    with everything():
        Leaving.objects.all().opened().filter(pk=row.pk).update(marked_on=clock.today() - timedelta(days=1))
    assert back(family, row).status_code == 404
    assert SLIP not in stays(family)
    with everything():
        Leaving.objects.all().opened().filter(pk=row.pk).update(marked_on=clock.today())
    assert back(family, row).status_code == 302
    assert back(family, row).status_code == 404
    assert len(waits(family)) == 1


def test_once_noor_chose_her_anew_there_is_nothing_to_take_back(family: Family, wilma: UUID) -> None:  # noqa: F811
    herself(family)
    told(family)
    chooses(family, "wilma", Meaning.JIM)
    assert back(family, marked(family)).status_code == 404
    assert not waits(family)
    assert marked(family).struck_on is None


def test_what_was_passed_on_to_who_was_chosen_waits_again(family: Family) -> None:
    otherwise(family, karim_serves(family))
    passed_on(family)
    assert "Je stond naast Noor" in family.page("portals:home", seen_by="karim")
    due = family.url("endings:pass_on", member=family.member("karim"))
    assert due not in family.page("endings:due", seen_by="lotte")
    assert back(family, marked(family)).status_code == 302
    assert due in family.page("endings:due", seen_by="lotte")
    assert "Je stond naast Noor" not in family.page("portals:home", seen_by="karim")
    assert "vertelde het aan" not in family.page("rights:beside", seen_by="noor")


def test_a_no_for_now_that_was_not_told_waits_again(refused: Family) -> None:  # noqa: F811
    before = noor_reads(refused)
    tell(refused)
    where = refused.url("rights:decision", member=refused.member("johan"))
    assert all("Je organisatie zegt" in page for page in noor_reads(refused))
    assert SLIP in refused.page("rights:person", seen_by="lotte", member=refused.member("johan"))
    for by in ("noor", "mo", "hilde", "ann"):
        assert refused.browser(by).post(where, {"once": refused.once(), "not_told": "1"}).status_code in {404, 200}
    assert all("Je organisatie zegt" in page for page in noor_reads(refused))
    assert refused.browser("lotte").post(where, {"once": refused.once(), "not_told": "1"}).status_code == 302
    assert not any("Je organisatie zegt" in page for page in noor_reads(refused))
    assert len(before) == len(noor_reads(refused))
    assert "Vertel het zelf aan Noor." in today(refused)
    assert tell(refused).status_code == 302
    assert all("Je organisatie zegt" in page for page in noor_reads(refused))
