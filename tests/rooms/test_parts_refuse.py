"""What somebody of the circle is there for, asked of the act and of no page: whose word it is, and what waits by it."""

from typing import Any

import pytest

from kring.access.acts import parts
from kring.access.parts import HasPart
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.parts import NOTHING, Part, SaidBy
from tests.family import Family
from tests.rooms.test_a_no_stays import an_comes

SAFETY, CHILD = Part.SAFETY, Part.CHILD


def say(family: Family, who: str, *some: Part, by: SaidBy = SaidBy.PERSON, new: bool = False) -> None:
    told = parts.Told(some, by, new=new)
    parts.say(family.door(who, Section.CIRCLE), family.member("karim"), told, act=uuid7())


def stands(family: Family) -> dict[str, Any]:
    rows = HasPart.objects.filter(member=family.member("karim"), until_on=None)
    return {one.part: (one.recorded_by_id, one.said_by) for one in rows}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What an act asked of the child: to hear of it, and to say once more what it said yes to."""
    heard: list[str] = []
    monkeypatch.setattr(parts, "tell_the_child", lambda _door, *, unsure: heard.append(f"tells {unsure}"))
    monkeypatch.setattr(parts, "ask_again_of_safety", lambda _door, _member: heard.append("asks again"))
    return heard


def test_it_is_her_word_when_she_says_it_and_else_of_who_said_it(family: Family) -> None:
    say(family, "lotte", CHILD)
    assert stands(family) == {CHILD.value: (family.person("lotte"), SaidBy.PERSON.value)}
    say(family, "noor", CHILD)
    assert stands(family) == {CHILD.value: (family.person("noor"), SaidBy.CHILD.value)}
    say(family, "noor", SAFETY)
    assert stands(family) == {SAFETY.value: (family.person("noor"), SaidBy.CHILD.value)}, (
        "her own word is hers to change"
    )


def test_what_she_said_herself_a_worker_does_not_say_otherwise_also_not_beside_what_another_wrote(
    family: Family,
) -> None:
    lotte, facts = family.person("lotte"), {"dossier_id": family.noor.dossier, "member_id": family.member("karim")}
    say(family, "lotte", CHILD)
    say(family, "lotte", CHILD, SAFETY)
    HasPart.objects.filter(part=SAFETY.value).update(recorded_by=family.person("noor"))
    before = stands(family)
    with pytest.raises(parts.ChildsOwnError):
        say(family, "lotte", CHILD)
    assert stands(family) == before
    HasPart.objects.all().delete()
    HasPart.objects.create(part=CHILD.value, recorded_by_id=lotte, from_on=clock.today(), said_by="person", **facts)
    say(family, "lotte", SAFETY)
    assert stands(family).keys() == {SAFETY.value}


def test_that_it_is_there_for_nothing_stands_where_she_said_so_and_not_where_a_worker_did(family: Family) -> None:
    say(family, "lotte", CHILD)
    say(family, "lotte")
    assert stands(family) == {}
    say(family, "noor")
    assert stands(family) == {NOTHING: (family.person("noor"), SaidBy.CHILD.value)}
    line = Entry.objects.filter(event=Event.PART_SAID.value).order_by("seq").last()
    assert line
    assert line.codes == [SaidBy.CHILD.value], "no code without a word"


def test_what_another_worker_wrote_stays_as_it_stands_when_it_is_said_once_more(family: Family) -> None:
    an_comes(family)
    say(family, "an", CHILD)
    (before,) = HasPart.objects.all()
    say(family, "lotte", CHILD)
    assert HasPart.objects.get() == before
    assert stands(family) == {CHILD.value: (family.person("an"), SaidBy.PERSON.value)}


@pytest.mark.parametrize(
    ("who", "told", "does"),
    [
        ("noor", ([SAFETY], False), []),
        ("noor", ([SAFETY], True), ["tells True", "asks again"]),
        ("noor", ([CHILD], True), ["tells True"]),
        ("lotte", ([SAFETY], False), ["tells False", "asks again"]),
        ("lotte", ([CHILD], False), ["tells False"]),
        ("lotte", ([], False), []),
    ],
)
def test_of_what_she_did_not_surely_say_she_hears_and_about_safety_she_is_asked_again(
    family: Family, asked: list[str], who: str, told: tuple[list[Part], bool], does: list[str]
) -> None:
    some, new = told
    say(family, who, *some, new=new)
    assert asked == does
    asked.clear()
    if who == "lotte":
        say(family, who, *some)
        assert asked == [], "it stood there already"
