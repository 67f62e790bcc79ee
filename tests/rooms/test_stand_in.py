"""Who takes over for some days: asked by the worker, for the plan alone, and over by itself (R13)."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kring.access.acts import standing_in
from kring.access.door import RefusedError
from kring.access.models import Visit
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Verb
from kring.law.steps import How
from kring.people.models import Post
from kring.rights.acts import reaching
from kring.rights.models import Reached
from tests.family import Family
from tests.rooms.agreeing import agreed
from tests.rooms.test_going import close, reopen

OPENS = {Section.SAFETY, Section.SAID}
"""The plan; and that the child is not safe, where it says so to who is away (`test_who_is_away`)."""


def in_days(days: int) -> str:
    return (clock.today() + timedelta(days=days)).isoformat()


def ask(family: Family, who: str = "an", *, by: str = "lotte", first: int = 0, last: int = 3) -> HttpResponse:
    sent = {"who": str(family.person(who)), "from_on": in_days(first), "until_on": in_days(last)}
    return family.browser(by).post(family.url("rights:stand_in"), sent | {"once": family.once()})


def opened(family: Family, who: str) -> set[Section]:
    found = set()
    for section in Section:
        try:
            family.door(who, section)
            found.add(section)
        except RefusedError:
            continue
    return found


def jump(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    moment = clock.now() + timedelta(days=days)
    monkeypatch.setattr(clock, "now", lambda: moment)


def test_an_reads_the_plan_for_some_days_and_nothing_else(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    page = family.page("rights:stand_in", seen_by="lotte")
    assert "Nu neemt niemand over" in page
    assert family.url("rights:stand_in") in family.page("portals:child", seen_by="lotte")
    assert opened(family, "an") == set()
    assert ask(family).status_code == 302
    assert family.log(Event.STAND_IN_ASKED) == 1
    assert "Nu neemt niemand over" not in family.page("rights:stand_in", seen_by="lotte")
    assert opened(family, "an") == OPENS
    for home in ("portals:today", "portals:children"):
        assert family.url("journal:plan") in family.browser("an").get(reverse(home)).content.decode()
    assert Visit.objects.filter(person=family.person("an"), dossier=family.noor.dossier).exists()
    assert family.browser("an").get(family.url("journal:plan")).status_code == 200
    for shut in ("portals:child", "journal:notes", "circle:page", "rights:stand_in", "portals:known"):
        assert family.browser("an").get(family.url(shut)).status_code == 404
    jump(monkeypatch, 4)
    assert opened(family, "an") == set()
    assert family.url("journal:plan") not in family.browser("an").get(reverse("portals:today")).content.decode()


def test_an_reads_no_agreement_and_noor_reads_that_an_takes_over(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Lotte and Noor read of it is what the table opens: the plan and the numbers (R13, R29)."""
    pact = agreed(family)
    assert family.browser("lotte").get(family.url("agreements:agreement", pact=pact.pact)).status_code == 200
    assert "neemt An over" not in family.page("portals:known", seen_by="noor")
    ask(family, first=1, last=3)
    assert "neemt An over" not in family.page("portals:known", seen_by="noor"), "not her day yet"
    jump(monkeypatch, 1)
    told = family.page("portals:known", seen_by="noor")
    assert "neemt An over. Dit ziet An: het plan voor als het niet veilig is, met de nummers. En dat je niet" in told
    assert "geen afspraken, geen notities en geen kring" in family.page("rights:stand_in", seen_by="lotte")
    for page in ("agreement", "versions", "paper"):
        where = family.url(f"agreements:{page}", pact=pact.pact)
        assert family.browser("an").get(where).status_code == 404
    assert family.browser("an").get(family.url("agreements:all")).status_code == 404
    assert family.browser("an").get(family.url("portals:known")).status_code == 404
    jump(monkeypatch, 3)
    assert "neemt An over" not in family.page("portals:known", seen_by="noor")


def test_who_was_reached_one_night_is_no_part_of_the_plan(family: Family) -> None:
    """R9: the table itself keeps it from who stands in, on the page, one by one and beside the plan."""
    danger = reaching.Danger(member=family.member("rita"), how=How.CALL, motive="Ze liep weg.", on=clock.today())
    row = reaching.reach(family.door("lotte", Section.REACHED), danger, act=uuid7())
    ask(family)
    with pytest.raises(RefusedError):
        family.door("an", Section.REACHED)
    beside = family.door("an", Section.SAFETY)
    assert not beside.within(Reached.objects.all()).exists()
    assert not beside.may(row, Verb.KNOW)
    for page, part in (("rights:reached", {}), ("rights:reached_told", {"reached": row.pk})):
        assert family.browser("an").get(family.url(page, **part)).status_code == 404
    with pytest.raises(NotAllowedError):
        reaching.reach(beside, danger, act=uuid7())
    with pytest.raises(NotAllowedError):
        reaching.tell(beside, row, "gezegd", act=uuid7(), on=clock.today())
    assert "Ze liep weg." not in family.page("journal:plan", seen_by="an")
    assert "Ze liep weg." in family.page("rights:reached", seen_by="lotte")


def test_it_can_be_planned_and_opens_on_its_day(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(family, first=2, last=5)
    assert opened(family, "an") == set()
    jump(monkeypatch, 2)
    assert Section.SAFETY in opened(family, "an")


def test_it_is_over_at_once_when_it_is_not_needed(family: Family) -> None:
    ask(family)
    (row,) = standing_in.still_to_come(family.door("lotte", Section.RIGHTS))
    where = family.url("rights:stand_in_ending", involvement=row.pk)
    assert family.browser("noor").post(where, {"once": family.once()}).status_code == 404
    assert family.browser("an").post(where, {"once": family.once()}).status_code == 404
    assert Section.SAFETY in opened(family, "an")
    assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 302
    assert opened(family, "an") == set()
    assert family.log(Event.STAND_IN_ENDED) == 1
    with pytest.raises(NotAllowedError):
        standing_in.end(family.door("lotte", Section.RIGHTS), row, once=None)


def test_who_leaves_the_house_takes_over_nothing(family: Family) -> None:
    ask(family)
    Post.objects.filter(person=family.person("an")).update(until_on=clock.today(), ended_at=clock.now())
    assert opened(family, "an") == set()


@pytest.mark.parametrize(
    ("first", "last", "told"), [(-1, 2, "al voorbij"), (3, 2, "voor de eerste dag"), (0, 32, "een maand")]
)
def test_days_that_cannot_be_are_said(family: Family, first: int, last: int, told: str) -> None:
    assert told in ask(family, first=first, last=last).content.decode()
    assert not Involvement.objects.filter(relation=Relation.FALLBACK_WORKER.value).exists()
    days = {"from_on": clock.today() + timedelta(days=first), "until_on": clock.today() + timedelta(days=last)}
    with pytest.raises(NotAllowedError):
        standing_in.ask(family.door("lotte", Section.RIGHTS), family.person("an"), **days, once=None)


@pytest.mark.parametrize("who", ["lotte", "mo", "ann", "noor", "bram", "hilde"])
def test_only_a_colleague_who_works_with_children_and_is_nothing_to_this_one(family: Family, who: str) -> None:
    """Not the worker itself, not the director, not a parent, not the network guide, not the team lead."""
    assert "Dat staat hier niet, of niet meer" in ask(family, who).content.decode()
    days: dict[str, Any] = dict.fromkeys(("from_on", "until_on"), clock.today())
    with pytest.raises(NotAllowedError):
        standing_in.ask(family.door("lotte", Section.RIGHTS), family.person(who), **days, once=None)


@pytest.mark.parametrize("by", ["noor", "ann", "bram", "karim"])
def test_nobody_else_asks_a_colleague(family: Family, by: str) -> None:
    assert ask(family, by=by).status_code == 404
    assert family.log(Event.STAND_IN_ASKED) == 0


def test_what_stands_for_another_child_is_not_ended_here(family: Family) -> None:
    ask(family)
    row = Involvement.objects.get(relation=Relation.FALLBACK_WORKER.value)
    where = family.url("rights:stand_in_ending", child="sem", involvement=row.pk)
    assert family.browser("lotte").post(where, {"once": family.once()}).status_code == 404
    with pytest.raises(NotAllowedError):
        standing_in.end(family.door("lotte", Section.RIGHTS, child="sem"), row, once=None)


def test_who_stands_in_reads_nothing_once_the_help_ended(family: Family) -> None:
    """She stood in for Lotte: where nobody works any more, nobody is stood in for (C139, R13)."""
    assert ask(family).status_code == 302
    assert opened(family, "an") == OPENS
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=clock.today())
    assert opened(family, "an") == set()
    assert family.browser("an").get(family.url("journal:plan")).status_code == 404
    for home in ("portals:today", "portals:children"):
        assert family.url("journal:plan") not in family.browser("an").get(reverse(home)).content.decode()
    assert family.browser("noor").get(family.url("journal:plan")).status_code == 200


@pytest.mark.parametrize("first", [0, 1])
def test_the_closing_ends_it_for_good_and_an_is_named_anew_after_it(
    family: Family, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    """R28: what the closing shut, does not open again by itself."""
    ask(family, first=first, last=6)
    close(family)
    reopen(family)
    if first:
        jump(monkeypatch, first)
    assert opened(family, "an") == set()
    assert "Nu neemt niemand over" in family.page("rights:stand_in", seen_by="lotte")
    assert "neemt An over" not in family.page("portals:known", seen_by="noor")
    assert ask(family).status_code == 302
    assert opened(family, "an") == OPENS


def test_from_the_plan_who_stands_in_goes_back_to_its_day(family: Family) -> None:
    """Of the child it reads nothing else, so nothing else is there to go back to."""
    assert ask(family).status_code == 302
    there = family.page("journal:plan", seen_by="an")
    back = there[: there.index("<h1")]
    assert f'href="{reverse("portals:today")}"' in back
    assert family.url("portals:child") not in there
    assert family.browser("an").get(reverse("portals:today"), follow=True).status_code == 200
    hers = family.page("journal:plan", seen_by="lotte")
    assert f'href="{family.url("portals:child")}"' in hers
