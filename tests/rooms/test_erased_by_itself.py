"""Three months after Wilma stands beside Noor no more, what was kept for that goes by itself; that she was stays."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from kring.access import erasing
from kring.access.models import Item
from kring.audit.chain import Line
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Step
from kring.portals.jobs import tick
from kring.rights.acts import held, wishes
from kring.rights.models import Taken, Wish
from kring.support import jobs
from kring.support.acts import checking
from kring.support.models import CheckIn, Suits
from tests import answered
from tests.family import Family
from tests.rooms.test_check_ins import held as asked
from tests.rooms.test_check_ins import planned

TERM = 91
Later = Callable[[int], None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Some days on."""

    def turn(days: int) -> None:
        moment = clock.now() + timedelta(days=days)
        monkeypatch.setattr(clock, "now", lambda: moment)

    return turn


@pytest.fixture(autouse=True)
def wilma(family: Family) -> UUID:
    """Noor named Wilma; Lotte asked her how it goes, and planned the next time."""
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    wish = wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    answered.said(family, "wilma", Meaning.JIM)
    assert planned(family).status_code == 302
    assert asked(family).status_code == 302
    checking.suits(family.door("wilma", Section.SUPPORT), "liefst op zaterdag", act=uuid7())
    return wish


def ends(family: Family, *, comes_in: bool = False) -> None:
    """Noor chose otherwise; with `comes_in` Wilma still has her way in, as somebody for her."""
    wishes.withdraw(
        family.door("noor", Section.RIGHTS), family.member("wilma"), Meaning.JIM, act=uuid7(), on=clock.today()
    )
    if not comes_in:
        Involvement.objects.filter(person=family.person("wilma")).update(until_on=clock.today())


def kept(family: Family) -> int:
    door = family.door("lotte", Section.SUPPORT)
    return sum(door.within(kind.objects.all()).count() for kind in (CheckIn, Suits))


def test_the_day_before_all_of_it_is_there_and_on_the_day_it_is_gone(family: Family, later: Later) -> None:
    ends(family)
    for days in (40, 40, TERM - 81):  # a machine that ticks: over a longer jump of the clock nothing goes
        later(days)
        tick()
    assert kept(family) == 3
    assert family.log(Event.CHECK_ERASED) == 0
    later(1)
    tick()
    assert kept(family) == 0
    assert family.log(Event.CHECK_ERASED) == 1
    tick()
    assert family.log(Event.CHECK_ERASED) == 1, "nothing is left to erase"


def test_that_noor_named_her_and_when_stays(family: Family, later: Later) -> None:
    ends(family)
    later(TERM)
    jobs.tidy()
    assert "Wilma" in family.page("rights:beside", seen_by="noor")
    row = family.door("noor", Section.RIGHTS).within(Wish.objects.all()).get()
    assert row.withdrawn_on == row.named_on


def test_of_who_still_stands_there_nothing_goes_however_long(family: Family, later: Later) -> None:
    later(900)
    assert jobs.tidy() == 0
    assert kept(family) == 3


def test_of_who_still_comes_in_nothing_goes(family: Family, later: Later) -> None:
    ends(family, comes_in=True)
    later(TERM)
    assert jobs.tidy() == 0


def test_of_who_was_named_again_nothing_goes(family: Family, later: Later) -> None:
    ends(family)
    later(60)
    said = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today())
    wishes.name(family.door("noor", Section.RIGHTS), family.member("wilma"), said, act=uuid7())
    later(TERM)
    assert jobs.tidy() == 0


def test_what_she_said_and_noor_was_not_told_is_no_end_yet(family: Family, later: Later, wilma: UUID) -> None:
    door = family.door("lotte", Section.RIGHTS)
    with door.writes(Event.LEAVING_HEARD, once=uuid7()) as write:
        held.keep(write, held.Says(member=family.member("wilma"), step=Step.ENDED, on=clock.today()), wish=wilma)
    assert [row.is_held for row in door.within(Taken.objects.filter(step=Step.ENDED.value))] == [True]
    later(TERM)
    assert jobs.tidy() == 0
    assert kept(family) == 3


def test_a_tick_takes_no_more_than_it_can_and_the_next_goes_on(
    family: Family, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "AT_ONCE", 1)
    ends(family)
    later(TERM)
    assert [jobs.tidy() for _ in range(3)] == [2, 1, 0]
    assert kept(family) == 0


def test_of_each_child_it_goes_with_its_own_line_in_the_log(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stops halfway leaves of the next child all of it, rows and log."""
    children = [family.noor.dossier, family.sem.dossier]
    due = [(Item.objects.filter(dossier=child).latest("made_at").pk, child) for child in children]
    lines: list[Line] = []

    def append(line: Line) -> None:
        if lines:
            raise RuntimeError
        lines.append(line)

    monkeypatch.setattr(erasing, "_rows", lambda _kind, _due: due)
    monkeypatch.setattr(erasing.chain, "append", append)
    with pytest.raises(RuntimeError):
        erasing.erase_of_ended([CheckIn], Wish.objects.all(), on=clock.today())
    (gone,) = {child for _, child in due if child == lines[0].dossier}
    assert [child for key, child in due if not Item.objects.filter(pk=key).exists()] == [gone]
