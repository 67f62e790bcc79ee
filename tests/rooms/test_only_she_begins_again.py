"""What Noor said herself, or stopped, no word of another goes over: it waits until she taps it (R7, R28).

A withdrawal is worth as much as a no.  A yes that a worker writes down begins at once where nothing was said before.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from kring.access.acts.answering import Answering, answer, confirm, withdraw
from kring.access.acts.letting_go import end_every_yes
from kring.access.acts.pointing import move_to
from kring.access.acts.protecting import Toward, lift, restrict
from kring.access.door import RefusedError
from kring.access.models import Giver, Restriction, Say, Word
from kring.access.writing import NotAllowedError
from kring.dossier.models import Involvement
from kring.journal.models import PlanLine
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section, Topic
from tests.family import Family
from tests.rooms.journal import row, write
from tests.rooms.pointing import surely
from tests.rooms.test_journal_plan import add

PLAN = "Ik ga naar de keuken van Wilma."


def yes(family: Family, who: str = "karim", topic: Topic = Topic.SCHOOL, *, by: str = "noor", **more: object) -> Say:
    how = {} if by == "noor" else {"expressed": "said"}
    new = Answering(towards=family.member(who), word=Word.YES, topic=topic, **how, **more)  # type: ignore[arg-type]  # by name
    return answer(family.door(by, Section.ANSWERS), new, once=uuid7())


def stops(family: Family, said: Say, by: str = "noor") -> None:
    withdraw(family.door(by, Section.ANSWERS), said, once=uuid7())


def taps(family: Family, said: Say, by: str = "noor") -> None:
    confirm(family.door(by, Section.ANSWERS), Say.objects.get(pk=said.pk), once=uuid7())


def opens(family: Family, topic: Topic = Topic.SCHOOL, who: str = "karim") -> bool:
    """Whether a yes of hers about this stands towards this one."""
    said = Say.objects.in_force(clock.today()).filter(towards=family.member(who), topic=topic, giver=Giver.CHILD)
    return said.filter(answer=Word.YES).exists()


def reads_the_plan(family: Family, who: str) -> bool:
    try:
        return family.door(who, Section.SAFETY).within(PlanLine.objects.all()).exists()
    except RefusedError:
        return False


def she_stops_it(family: Family) -> None:
    stops(family, yes(family))


def she_lets_him_go(family: Family) -> None:
    yes(family)
    end_every_yes(family.door("noor", Section.ANSWERS), family.member("karim"))


def her_yes_waits_after_a_restriction(family: Family) -> None:
    yes(family)
    worker = family.door("lotte")
    restrict(worker, [Toward(member=family.member("karim"))], from_on=clock.today(), until_on=None, once=None)
    lift(family.door("lotte"), Restriction.objects.get(), once=None)


BEFORE: list[Callable[[Family], None]] = [she_stops_it, she_lets_him_go, her_yes_waits_after_a_restriction]


def test_where_nothing_was_said_before_a_yes_that_a_worker_writes_begins(family: Family) -> None:
    assert not yes(family, by="lotte").waits
    assert opens(family)
    yes(family, topic=Topic.LEISURE)
    assert not yes(family, topic=Topic.FUTURE, by="lotte").waits, "and about something else it does so still"


@pytest.mark.parametrize("before", BEFORE)
def test_after_she_stopped_it_waits_for_her(family: Family, before: Callable[[Family], None]) -> None:
    before(family)
    written = yes(family, by="lotte")
    assert (written.waits, opens(family)) == (True, False)
    with pytest.raises(NotAllowedError):
        taps(family, written, by="lotte")
    assert not opens(family)
    taps(family, written)
    assert opens(family)


@pytest.mark.parametrize("between", [Word.NO, Word.ASK])
@pytest.mark.parametrize("before", BEFORE)
def test_what_a_worker_writes_in_between_changes_nothing_of_that(
    family: Family, before: Callable[[Family], None], between: Word
) -> None:
    before(family)
    closes = Answering(towards=family.member("karim"), word=between, topic=Topic.SCHOOL, expressed="said")
    answer(family.door("lotte", Section.ANSWERS), closes, once=uuid7())
    assert (yes(family, by="lotte").waits, opens(family)) == (True, False)


def test_beside_one_that_waits_another_subject_does_not_begin_either(family: Family) -> None:
    she_lets_him_go(family)
    assert [yes(family, topic=one, by="lotte").waits for one in (Topic.SCHOOL, Topic.LEISURE)] == [True, True]


def test_what_a_worker_wrote_and_writes_otherwise_goes_on(family: Family) -> None:
    yes(family, by="lotte", until_on=clock.today())
    assert not yes(family, by="lotte").waits, "another last day is no stop"


def test_her_own_yes_that_waits_after_an_event_is_confirmed_by_her_alone(family: Family) -> None:
    her_yes_waits_after_a_restriction(family)
    mine = Say.objects.get(waits=True)
    with pytest.raises(NotAllowedError):
        taps(family, mine, by="lotte")
    taps(family, mine)
    assert opens(family)


def test_a_stop_goes_along_with_another_name(family: Family) -> None:
    surely(family, "ann", "mama")
    stops(family, yes(family, "mama"))
    move_to(family.door("lotte"), family.person("ann"), of=family.member("mama"), to=family.member("papa"))
    assert yes(family, "papa", by="lotte").waits


def test_one_thing_under_her_own_yes_with_a_last_day_waits(family: Family) -> None:
    surely(family, "tarik", "papa")
    write(family, "noor", "Ik ben bang voor de toets.", topic_0="school")
    yes(family, "papa", until_on=clock.today() + timedelta(days=7))
    new = Answering(
        towards=family.member("papa"), word=Word.YES, item=row(family, "bang voor de toets").pk, expressed="said"
    )
    assert answer(family.door("lotte", Section.ANSWERS), new, once=uuid7()).waits


def test_of_the_plan_of_a_child_without_a_way_in_a_colleague_says_that_it_is_so(family: Family) -> None:
    Involvement.objects.filter(dossier=family.noor.dossier, relation=Relation.CHILD.value).delete()
    surely(family, "tarik", "papa")
    written = yes(family, "papa", Topic.SAFETY, by="lotte")
    with pytest.raises(NotAllowedError):
        taps(family, written, by="lotte")
    lotte = Involvement.objects.get(dossier=family.noor.dossier, person=family.person("lotte"))
    Involvement.objects.create(
        dossier=lotte.dossier, person_id=family.person("greet"), relation=lotte.relation, from_on=lotte.from_on
    )
    taps(family, written, by="greet")
    assert not Say.objects.get(pk=written.pk).waits


def test_once_everything_of_him_ended_nothing_begins_without_her(family: Family) -> None:
    she_lets_him_go(family)
    assert yes(family, topic=Topic.LEISURE, by="lotte").waits


def test_what_was_written_down_and_taken_back_by_her_too(family: Family) -> None:
    stops(family, yes(family, by="lotte"))
    assert yes(family, by="lotte").waits


def test_under_another_name_of_the_same_person_it_waits_as_well(family: Family) -> None:
    surely(family, "karim", "wilma")
    surely(family, "karim", "karim")
    she_stops_it(family)
    assert yes(family, "wilma", by="lotte").waits


def test_a_child_without_a_way_in_says_it_to_who_works_with_it(family: Family) -> None:
    """Else nothing would ever open again: there is nobody to tap it."""
    Involvement.objects.filter(dossier=family.noor.dossier, relation=Relation.CHILD.value).delete()
    stops(family, yes(family, by="lotte"), by="lotte")
    assert not yes(family, by="lotte").waits


def test_her_own_yes_keeps_its_last_day(family: Family) -> None:
    until = clock.today() + timedelta(days=7)
    mine = yes(family, until_on=until)
    written = yes(family, by="lotte")
    mine.refresh_from_db()
    assert (written.waits, mine.withdrawn_at, mine.until_on) == (True, None, until)
    taps(family, written)
    mine.refresh_from_db()
    assert mine.withdrawn_at is not None, "now she said it so"


def test_written_twice_it_is_asked_once(family: Family) -> None:
    she_stops_it(family)
    yes(family, by="lotte")
    last = yes(family, by="lotte")
    assert [one.pk for one in Say.objects.filter(waits=True, withdrawn_at=None)] == [last.pk]


@pytest.mark.parametrize(("who", "member"), [("tarik", "papa"), ("karim", "karim")])
def test_of_the_plan_no_yes_of_a_worker_opens_anything(family: Family, who: str, member: str) -> None:
    """The father whom a worker pointed out, and the trainer: for the plan each waits for her (R28, B47)."""
    add(family, "noor", words=PLAN)
    surely(family, who, member)
    written = yes(family, member, Topic.SAFETY, by="lotte")
    assert (written.waits, reads_the_plan(family, who)) == (True, False)
    with pytest.raises(NotAllowedError):
        taps(family, written, by="lotte")
    again = yes(family, member, Topic.SAFETY, by="lotte")
    assert not reads_the_plan(family, who)
    taps(family, again)
    assert reads_the_plan(family, who) == (who == "tarik"), "the trainer also has to be there for it"


def test_so_it_is_line_by_line(family: Family) -> None:
    add(family, "noor", words=PLAN)
    surely(family, "tarik", "papa")
    line = family.door("noor", Section.SAFETY).within(PlanLine.objects.all()).first()
    new = Answering(towards=family.member("papa"), word=Word.YES, item=line.pk, expressed="said")
    assert answer(family.door("lotte", Section.ANSWERS), new, once=uuid7()).waits
    assert not reads_the_plan(family, "tarik")
