"""What Noor closed to Lotte stays closed to who comes after her, until Noor says otherwise (R7, R28)."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kring.access.acts.answering import Answering, MayNotAnswer, WhyNot, answer, withdraw
from kring.access.desk import desk_of
from kring.access.models import Say, Word
from kring.access.readers import others
from kring.dossier.models import Involvement
from kring.journal.models import Passage
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from kring.people.models import Post, Role, Team
from kring.portals.answers import number
from tests.family import Family, undone
from tests.rooms.pointing import surely

WORDS = "Thuis is het moeilijk."


def say(family: Family, word: Word, towards: str = "lotte_member", *, by: str = "noor") -> Say:
    how = {} if by == "noor" else {"expressed": "said"}
    new = Answering(towards=family.member(towards), word=word, topic=Topic.HOME, **how)
    return answer(family.door(by, Section.ANSWERS), new, once=uuid7())


def an_comes(family: Family, *, days_ago: int = 0) -> None:
    """An works with Noor from a day on, and has the post for it."""
    on, team = clock.today() - timedelta(days=days_ago), Team.objects.get(name="Team Noord")
    post = {"organisation": team.organisation, "team": team, "role": Role.WORKER.value, "from_on": on}
    Post.objects.create(person_id=family.person("an"), **post)
    new = {"relation": Relation.WORKER.value, "person_id": family.person("an"), "from_on": on}
    Involvement.objects.create(dossier_id=family.noor.dossier, **new)


def lotte_goes(family: Family) -> None:
    here = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("lotte"))
    here.update(until_on=clock.today(), ended_at=clock.now())


def reads(family: Family, who: str = "an") -> bool:
    """Whether she reads it: by the door, by the desk and by the list of readers, which say the same."""
    door = family.door(who, Section.JOURNAL)
    found = [one.pk for one in door.within(Passage.objects.all()) if one.words == WORDS]
    on_desk = [one.pk for one in desk_of(family.actor(who)).within(Passage.objects.all()) if one.words == WORDS]
    assert found == on_desk
    item = next(one for one in family.door("noor", Section.JOURNAL).within(Passage.objects.all()) if one.words == WORDS)
    them = next(one for one in others(family.door("noor")) if one.person == family.person(who))
    assert them.reads_if(item.item, them.standing.answers) is bool(found)
    return bool(found)


@pytest.fixture(autouse=True)
def note(family: Family) -> None:
    sent = {"once": family.once(), "pieces": "1", "topic_0": "home", "words_0": WORDS, "do": "look"}
    browser, where = family.browser("noor"), family.url("journal:write")
    shown = unescape(browser.post(where, sent).content.decode()).split('name="shown" value="')[1].split('"')[0]
    assert browser.post(where, sent | {"do": "save", "shown": shown}).status_code == 302
    surely(family, "lotte", "lotte_member")


def test_who_comes_after_lotte_reads_what_was_never_closed(family: Family) -> None:
    an_comes(family)
    lotte_goes(family)
    assert reads(family)


@pytest.mark.parametrize("word", [Word.NO, Word.ASK])
@pytest.mark.parametrize("gone", [True, False])
def test_a_no_towards_lotte_holds_towards_who_comes_since(family: Family, word: Word, gone: bool) -> None:
    say(family, word)
    an_comes(family)
    if gone:
        lotte_goes(family)
    assert not reads(family)


def test_a_no_of_noor_closes_nothing_of_sem_to_who_came_to_work_with_both(family: Family) -> None:
    say(family, Word.NO)
    an_comes(family)
    too = {"relation": Relation.WORKER.value, "person_id": family.person("an"), "from_on": clock.today()}
    Involvement.objects.create(dossier_id=family.sem.dossier, **too)
    shut = {child: family.door("an", child=child).answers.no_topics for child in ("noor", "sem")}
    assert shut == {"noor": frozenset({Topic.HOME.value}), "sem": frozenset()}


def test_noor_says_yes_to_who_came_and_it_opens(family: Family) -> None:
    say(family, Word.NO)
    an_comes(family)
    lotte_goes(family)
    surely(family, "an", "els")
    assert not reads(family)
    say(family, Word.YES, "els")
    assert reads(family)


def test_a_yes_to_who_came_about_something_else_opens_nothing_of_it(family: Family) -> None:
    say(family, Word.NO)
    an_comes(family)
    surely(family, "an", "els")
    new = Answering(towards=family.member("els"), word=Word.YES, topic=Topic.SCHOOL)
    answer(family.door("noor", Section.ANSWERS), new, once=uuid7())
    assert not reads(family)
    say(family, Word.YES, "els")
    assert reads(family)


def test_noor_reads_on_the_page_of_who_came_what_stays_closed_and_lotte_that_it_does(family: Family) -> None:
    say(family, Word.NO)
    handing = unescape(family.page("endings:hand_over", seen_by="lotte"))
    assert "Dat blijft ook dicht voor wie nu nieuw is" in handing
    an_comes(family)
    lotte_goes(family)
    surely(family, "an", "els")
    page = unescape(family.page("portals:about", seen_by="noor", member=family.member("els")))
    assert "Jij deed dit dicht voor wie jou eerder begeleidde." in page
    say(family, Word.YES, "els")
    page = unescape(family.page("portals:about", seen_by="noor", member=family.member("els")))
    assert "Dit blijft dicht" not in page


def test_noor_takes_the_no_back_and_it_opens(family: Family) -> None:
    say(family, Word.NO)
    an_comes(family)
    lotte_goes(family)
    assert not reads(family)
    Say.objects.filter(answer=Word.NO).update(withdrawn_at=clock.now())
    assert reads(family)


def test_of_who_worked_here_already_she_said_nothing(family: Family) -> None:
    an_comes(family, days_ago=1)
    say(family, Word.NO)
    assert reads(family)


Turn = Callable[[int], None]


@pytest.fixture
def turn(monkeypatch: pytest.MonkeyPatch) -> Turn:
    """The clock of the house, so many days from now."""
    real = clock.now()
    return lambda by: monkeypatch.setattr(clock, "now", lambda: real + timedelta(days=by))


@pytest.mark.parametrize("again", [Word.NO, Word.ASK])
@pytest.mark.parametrize("by", ["noor", "lotte"])
def test_a_no_said_once_more_opens_nothing_to_who_came_since(family: Family, turn: Turn, again: Word, by: str) -> None:
    say(family, Word.NO)
    turn(10)
    an_comes(family)
    turn(20)
    say(family, again, by=by)
    assert not reads(family)
    turn(25)
    say(family, Word.YES)
    turn(26)
    say(family, again)
    assert reads(family), "it was open in between: of who worked here then, this no said nothing"


def test_of_one_thing_a_no_goes_on_from_the_day_on_which_its_subject_was_closed(family: Family, turn: Turn) -> None:
    """Noor opens the subject again and keeps this one closed: to who came in between it was never open."""
    about_home = say(family, Word.NO)
    turn(10)
    an_comes(family)
    turn(20)
    rows = family.door("noor", Section.JOURNAL).within(Passage.objects.all())
    door = family.door("noor", Section.ANSWERS)
    item = next(one.pk for one in rows if one.words == WORDS)
    new = Answering(towards=family.member("lotte_member"), word=Word.NO, item=item)
    of_this_one = answer(door, new, once=uuid7())
    withdraw(door, about_home, once=uuid7())
    assert of_this_one.from_on == about_home.from_on
    assert not reads(family)
    withdraw(door, of_this_one, once=uuid7())
    assert reads(family)


STEPS = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["come", Word.NO, Word.ASK]), st.sampled_from(["noor", "lotte"])),
    max_size=6,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, first=st.sampled_from([Word.NO, Word.ASK]), by=st.sampled_from(["noor", "lotte"]))
def test_no_time_and_no_repeating_opens_what_is_closed(
    family: Family, turn: Turn, steps: list[tuple[int, Word | str, str]], first: Word, by: str
) -> None:
    """Only a yes, or taking the no back: nobody here does either (R7, R28)."""
    with undone():
        turn(0)
        say(family, first, by=by)
        day, came = 0, False
        for later, what, who in [*steps, (1, "come", "noor")]:
            day += later
            turn(day)
            if what != "come":
                say(family, Word(what), by=who)
            elif not came:
                an_comes(family)
                came = True
        assert not reads(family)
    turn(0)


def greet_works_here_too(family: Family) -> None:
    new = {"relation": Relation.WORKER.value, "from_on": clock.today() - timedelta(days=30)}
    Involvement.objects.create(dossier_id=family.noor.dossier, person_id=family.person("greet"), **new)


@pytest.mark.parametrize("who", ["an", "lotte", "greet"])
def test_whom_a_no_binds_neither_takes_it_back_nor_writes_a_yes_over_it(family: Family, who: str) -> None:
    """What a worker wrote down for Noor binds who took over as it binds Lotte: a colleague of before may, and Noor."""
    greet_works_here_too(family)
    no = say(family, Word.NO, by="lotte")
    an_comes(family)
    door = family.door(who, Section.ANSWERS)
    if who == "greet":
        withdraw(door, no, once=uuid7())
        assert reads(family)
        return
    with pytest.raises(MayNotAnswer) as refusal:
        withdraw(door, no, once=uuid7())
    assert refusal.value.why is WhyNot.CHILDS_OWN
    new = Answering(towards=family.member("lotte_member"), word=Word.YES, topic=Topic.HOME, expressed="said")
    with pytest.raises(MayNotAnswer) as refusal:
        answer(door, new, once=uuid7())
    assert refusal.value.why is WhyNot.TO_ME
    say(family, Word.ASK, by=who)
    assert not reads(family), "in other words it stays closed"
    say(family, Word.YES)
    assert reads(family), "Noor lifts it"


STILL = "Wie jou ook begeleidt, mag dit nog lezen: An."


def says_on_the_page(family: Family, word: str, towards: str = "lotte_member") -> str:
    """What Noor reads after she answered about home, on the page of that one."""
    where = family.url("portals:question", member=family.member(towards), topic=number(Topic.HOME))
    sent = family.browser("noor").post(where, {"once": family.once(), "word": word}, follow=True)
    return unescape(sent.content.decode())


@pytest.mark.parametrize("word", ["no", "ask"])
def test_with_her_no_she_reads_who_else_of_her_workers_still_reads_it(family: Family, word: str) -> None:
    an_comes(family, days_ago=1)
    assert STILL in says_on_the_page(family, word)
    surely(family, "an", "els")
    assert "mag dit nog lezen" not in says_on_the_page(family, word, "els"), "to Lotte she closed it already"
    assert not reads(family)


def test_nobody_else_is_named_where_nobody_else_reads_it(family: Family) -> None:
    assert "mag dit nog lezen" not in says_on_the_page(family, "no")
    assert "mag dit nog lezen" not in says_on_the_page(family, "no", "karim")


def test_a_yes_names_nobody(family: Family) -> None:
    an_comes(family, days_ago=1)
    assert "mag dit nog lezen" not in says_on_the_page(family, "yes", "karim")


def test_a_no_towards_who_never_worked_here_is_of_that_one_alone(family: Family) -> None:
    say(family, Word.NO, "karim")
    an_comes(family)
    lotte_goes(family)
    assert reads(family)
