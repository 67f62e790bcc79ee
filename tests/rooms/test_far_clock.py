"""The clock of the server is ten years on: nothing is erased or closed until a person says which day it is (R27).

A tick every five minutes lets go what fell due.  Where the clock is more than forty days from when it last did, on or
back, all of it waits; messages leave all the same.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from kring.audit import chain
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed, Meaning
from kring.people.acts import days
from kring.people.models import Message, Post
from kring.portals import jobs
from kring.rights.acts import wishes
from kring.support.acts import checking
from kring.support.models import Suits
from tests.family import Family
from tests.rooms.knocking import tell

Turn = Callable[[int], None]
TEN_YEARS = 3653
TERM = 91
ALL = {"what suits Wilma", "the post of Lotte", "a message"}


@pytest.fixture
def turn(monkeypatch: pytest.MonkeyPatch) -> Turn:
    """Set the clock so many days on, or back, from what it is in truth."""
    real = clock.now()

    def set_it(by: int) -> None:
        monkeypatch.setattr(clock, "now", lambda: real + timedelta(days=by))

    set_it(0)
    return set_it


@pytest.fixture(autouse=True)
def due(family: Family) -> None:
    """Wilma stood beside Noor until today, and what is kept of her goes after its term; Lotte's last day is nearer."""
    said = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=clock.today())
    noor, wilma = family.door("noor", Section.RIGHTS), family.member("wilma")
    wishes.name(noor, wilma, said, act=uuid7())
    checking.suits(family.door("wilma", Section.SUPPORT), "liefst op zaterdag", act=uuid7())
    wishes.withdraw(noor, wilma, Meaning.JIM, act=uuid7(), on=clock.today())
    Involvement.objects.filter(person=family.person("wilma")).update(until_on=clock.today())
    Post.objects.filter(person=family.person("lotte")).update(until_on=clock.today() + timedelta(days=60))
    tell(family, "lotte", once="lang geleden")


def there(family: Family) -> set[str]:
    """What would go by itself, and is there yet."""
    found = {
        "what suits Wilma": Suits.objects.filter(item__dossier=family.noor.dossier).opened().exists(),
        "the post of Lotte": Post.objects.filter(person=family.person("lotte"), ended_at=None).exists(),
        "a message": Message.objects.filter(once="lang geleden").exists(),
    }
    return {name for name, is_there in found.items() if is_there}


def ticks(turn: Turn, *, to: int, since: int = 0) -> None:
    """A machine that ticks, at least so often."""
    for day in [*range(since, to, days.SANE.days), to]:
        turn(day)
        jobs.tick()


def test_while_it_ticks_each_goes_on_its_day(family: Family, turn: Turn) -> None:
    ticks(turn, to=TERM - 2)
    assert there(family) == {"what suits Wilma", "a message"}
    ticks(turn, since=TERM - 2, to=TERM)
    assert there(family) == set()
    assert family.log(Event.DAY_WAITS) == 0


@pytest.mark.parametrize("wrong", [days.SANE.days + 1, TERM, TEN_YEARS])
@pytest.mark.parametrize("before", [True, False])
def test_on_a_day_that_is_far_off_nothing_goes_however_often_it_ticks(
    family: Family, turn: Turn, wrong: int, *, before: bool
) -> None:
    """Also where it never ticked before: then the last line of the log tells which day it was."""
    if before:
        jobs.tick()
    turn(wrong)
    for _ in range(3):
        jobs.tick()
    assert there(family) == ALL
    assert family.log(Event.DAY_WAITS) == 1, "said once"
    turn(wrong + 1)
    jobs.tick()
    assert there(family) == ALL, "and on the next day neither"


def test_somebody_who_looks_meanwhile_makes_that_day_no_truer(family: Family, turn: Turn) -> None:
    jobs.tick()
    turn(TEN_YEARS)
    family.browser("noor").get(family.url("circle:page"))
    last = chain.last()
    assert last is not None
    assert last.event == Event.DOOR_VISITED.value
    jobs.tick()
    assert there(family) == ALL


def test_set_right_again_it_goes_on_and_nobody_is_asked(family: Family, turn: Turn) -> None:
    jobs.tick()
    turn(TEN_YEARS)
    jobs.tick()
    ticks(turn, to=TERM)
    assert there(family) == set()


def test_far_back_it_waits_too_so_that_the_way_on_is_no_jump(family: Family, turn: Turn) -> None:
    """A machine that thinks it is 1970 in the morning, and hears the true day in the evening."""
    jobs.tick()
    for day in (-20000, 0, 1):
        turn(day)
        jobs.tick()
    assert there(family) == ALL
    assert family.log(Event.DAY_WAITS) == 1
    assert days.is_believed()


def test_a_person_says_that_it_is_that_day_and_it_goes(
    family: Family, turn: Turn, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stood still for half a year.  Who runs it reads what waits, looks at the clock, and types the day once."""
    jobs.tick()
    turn(183)
    with pytest.raises(CommandError) as told:
        call_command("tick")
    assert "Daarom wist en sluit Kring niets; berichten vertrekken wel." in str(told.value)
    assert f"./kring manage tick --today {clock.today()}" in str(told.value)
    for wrong in ("morgen", str(clock.today() + timedelta(days=1))):
        with pytest.raises(CommandError, match="Typ die dag, of zet eerst de klok goed"):
            call_command("tick", today=wrong)
    assert there(family) == ALL
    call_command("tick", today=str(clock.today()))
    assert there(family) == set()
    assert "mail(s) sent" in capsys.readouterr().out
    call_command("tick")
    said = chain.last(Event.DAY_TIDIED)
    assert said is not None
    assert said.codes == [days.SAID]


def test_a_message_leaves_on_whatever_day(family: Family, turn: Turn, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(jobs, "_tell", lambda person: bool(asked.append(person)))
    jobs.tick()
    turn(TEN_YEARS)
    jobs.tick()
    assert asked == [family.person("lotte")] * 2
