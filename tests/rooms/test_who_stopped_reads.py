"""Wilma says that she stops: from that moment nothing is open to her that Noor's yes opened, and no page tells Noor."""

from html import unescape
from uuid import UUID

import pytest

from kring.access.acts.answering import confirm
from kring.access.models import Say, Word
from kring.access.readers import others
from kring.endings.acts import leaving
from kring.endings.models import Leaving
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.endings import Leaves
from kring.people.models import Message, MessageCode
from kring.portals import jobs
from kring.rights.acts import held, said
from kring.rights.acts.telling import Told
from kring.rights.models import Said, Wish
from tests.family import Family
from tests.own_word import is_so
from tests.rooms.letting_wilma import (
    CRY,
    LATER,
    OPEN,
    PLAN,
    QUIET,
    hears,
    it_goes_on,
    it_stays,
    let_wilma,
    reads,
    says_yes,
    tells,
)
from tests.rooms.test_agreed_with_who_stops import wilma_stops
from tests.rooms.test_not_safe import an_takes_over
from tests.rooms.test_steps import send


@pytest.fixture
def let(family: Family) -> Family:
    return let_wilma(family)


def tells_noor(family: Family, key: UUID, by: str = "lotte") -> None:
    door = family.door(by, Section.RIGHTS)
    told = Told(on=clock.today(), by="Lotte", reaction="")
    is_so(family)
    leaving.tell(door, door.within(Leaving.objects.filter(pk=key)).get(), told, act=uuid7())


def noor_reads(family: Family) -> str:
    """What Noor's own pages say of Wilma: whom she told what, and what Wilma sees."""
    towards = family.page("portals:about", seen_by="noor", member=family.member("wilma"))
    along = family.page("portals:along", seen_by="noor", other=family.person("wilma"))
    return unescape(towards + along)


def test_who_stops_reads_from_then_nothing_that_noors_yes_opened(let: Family) -> None:
    assert reads(let) == set(OPEN)
    assert QUIET in hears(let)
    wilma_stops(let)
    assert "journal:plan" not in reads(let)
    assert "circle:list" not in reads(let)
    tells(let, LATER)
    says_yes(let, Topic.GENERAL)
    assert hears(let) == set()


def test_that_noor_is_not_safe_still_comes_to_who_picks_up(let: Family) -> None:
    wilma_stops(let)
    tells(let, CRY, not_safe=True)
    assert hears(let) == {CRY}
    row = let.door("wilma", Section.SAID).within(Said.objects.all()).get()
    said.hear(let.door("wilma", Section.SAID), row, "Ik kom", act=uuid7())


def test_her_own_words_stay(let: Family) -> None:
    own = said.Words(readers=(), text="Ik kan woensdag niet")
    said.say(let.door("wilma", Section.SAID), own, act=uuid7())
    wilma_stops(let)
    assert hears(let) == {"Ik kan woensdag niet"}


def test_no_page_of_noor_changes_before_a_person_told_her(let: Family) -> None:
    before = noor_reads(let)
    assert PLAN in before
    wilma_stops(let)
    after = noor_reads(let)
    assert PLAN in after
    assert len(after.splitlines()) == len(before.splitlines())
    wilma = next(one for one in others(let.door("noor", Section.SAID)) if one.person == let.person("wilma"))
    assert not wilma.standing.stopped
    lottes = next(one for one in others(let.door("lotte", Section.SAID)) if one.person == let.person("wilma"))
    assert lottes.standing.stopped, "who works with Noor hears it first"


def test_where_wilma_says_that_she_stays_after_all_she_reads_again_what_noor_says_yes_to_anew(let: Family) -> None:
    wilma_stops(let)
    assert it_stays(let) == 302
    for closed in ("journal:plan", "circle:list"):
        assert closed not in reads(let)
    theirs = Say.objects.filter(towards=let.member("wilma"), withdrawn_at=None, answer=Word.YES)
    assert theirs.exists()
    assert all(one.waits for one in theirs)
    assert "Mag dit nu: mijn kring?" in unescape(let.page("portals:about", seen_by="noor", member=let.member("wilma")))
    confirm(let.door("noor", Section.ANSWERS), theirs.get(topic=Topic.CIRCLE.value), once=uuid7())
    assert "circle:list" in reads(let)
    assert "journal:plan" not in reads(let)


def test_who_never_said_it_itself_reads_on_where_lotte_takes_back_what_she_wrote(let: Family) -> None:
    wish = let.door("lotte", Section.RIGHTS).within(Wish.objects.filter(member=let.member("wilma"))).get()
    assert send(let, "stopped", wish.pk, by="lotte", told="no").status_code == 302
    assert it_goes_on(let) == 302
    assert reads(let) == set(OPEN)


@pytest.mark.parametrize("why", [Leaves.STOPS, Leaves.LOST])
def test_what_lotte_wrote_and_told_noor_ends_what_she_reads_by_a_yes(let: Family, why: Leaves) -> None:
    key = leaving.hear(
        let.door("lotte", Section.RIGHTS), let.member("wilma"), leaving.Heard(why=why, teller="Lotte"), act=uuid7()
    )
    assert reads(let) == set(OPEN), "nothing ends before Noor was told (R15)"
    an_takes_over(let)
    tells_noor(let, key, by="an")
    assert "circle:list" not in reads(let)
    assert "journal:plan" not in reads(let)
    towards = Say.objects.filter(towards=let.member("wilma"), withdrawn_at=None, answer=Word.YES)
    assert not towards.exists()


@pytest.mark.parametrize("why", [Leaves.STOPS, Leaves.LOST])
def test_so_it_does_for_who_was_let_in_and_never_chosen(family: Family, why: Leaves) -> None:
    says_yes(family, Topic.CIRCLE)
    heard = leaving.Heard(why=why, teller="Lotte")
    key = leaving.hear(family.door("lotte", Section.RIGHTS), family.member("wilma"), heard, act=uuid7())
    assert "circle:list" in reads(family)
    an_takes_over(family)
    tells_noor(family, key, by="an")
    assert "circle:list" not in reads(family)
    says_yes(family, Topic.CIRCLE)
    assert "circle:list" in reads(family), "Noor may say yes anew"


def test_who_is_away_for_a_while_reads_on(let: Family) -> None:
    away = leaving.Heard(why=Leaves.AWAY, teller="Lotte")
    key = leaving.hear(let.door("lotte", Section.RIGHTS), let.member("wilma"), away, act=uuid7())
    tells_noor(let, key)
    assert reads(let) == set(OPEN)


def test_her_home_names_nothing_any_more_that_she_cannot_read(let: Family) -> None:
    wanted = "Noor wil dat jij dit mag weten"
    assert wanted in unescape(let.page("portals:home", seen_by="wilma"))
    wilma_stops(let)
    assert wanted not in unescape(let.page("portals:home", seen_by="wilma"))


def test_lotte_reads_that_it_is_over_for_her_already(let: Family) -> None:
    wilma_stops(let)
    told = unescape(let.page("endings:endings", seen_by="lotte"))
    assert "Waar Noor ja op zei, leest die niet meer" in told
    assert "kan die nog lezen" not in told


def test_once_noor_was_told_nothing_opens_again(let: Family) -> None:
    wilma_stops(let)
    held.told(let.door("lotte", Section.RIGHTS), let.member("wilma"))
    assert "journal:plan" not in reads(let)
    assert "circle:list" not in reads(let)


def test_who_was_let_in_and_never_chosen_reads_nothing_again_once_noor_was_told(family: Family) -> None:
    says_yes(family, Topic.CIRCLE)
    assert "circle:list" in reads(family)
    wilma_stops(family)
    assert "circle:list" not in reads(family)
    held.told(family.door("lotte", Section.RIGHTS), family.member("wilma"))
    assert "circle:list" not in reads(family)


def test_no_message_says_any_more_that_something_was_shared(let: Family) -> None:
    yes = Say.objects.get(towards=let.member("wilma"), topic=Topic.CIRCLE.value)
    told = Message(person_id=let.person("wilma"), code=MessageCode.SHARED.value, about=yes.pk)
    assert jobs.still_holds(told, clock.now())
    wilma_stops(let)
    assert not jobs.still_holds(told, clock.now())
