"""What only the child says of a card that was made for it, of what somebody is there for, and of what was written in
its name, asked of the act and of no page (R7, R8, R21, B47)."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from kring.access.acts import cards, parts, unread
from kring.access.door import Door, open_door
from kring.access.models import Given, Item, Say
from kring.access.parts import HasPart
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.law.parts import Part, SaidBy
from kring.law.ways import WayKind
from kring.people.actors import Actor, ActorKind
from kring.people.models import Pin, Way, WayEnd
from tests.family import Family
from tests.links import give
from tests.rooms.test_hers_refuse import door_of, last
from tests.rooms.test_telling import about_mama

# -- a card that was made for her and used (R8) ---


def card(family: Family) -> Given:
    """A card with which digits were chosen anew, and that she is to answer for."""
    facts: dict[str, Any] = {"relation": Relation.CHILD, "kind": WayKind.CARD, "member": None, "anew": True}
    row = Given.objects.select_related("way").get(
        pk=give(family, by="lotte", person=family.person("noor"), **facts).given
    )
    now = clock.now()
    Way.objects.filter(pk=row.way_id).update(opened_at=now, ended_at=now, ended_for=WayEnd.USED.value)
    waiting = {
        "code": "nieuw",
        "set_at": now,
        "before": "oud",
        "waits_from": now,
        "waits_until": now + timedelta(days=7),
    }
    Pin.objects.update_or_create(person_id=family.person("noor"), defaults=waiting)
    return Given.objects.select_related("way").get(pk=row.pk)


def unsure(family: Family) -> Door:
    """Of Noor, in a stay that came in with that card."""
    actor = Actor(ActorKind.SESSION, family.person("noor"), is_unsure=True)
    return open_door(actor, family.noor.dossier, Section.SAID)


def test_that_was_me_is_said_by_her_in_a_stay_that_does_not_wait_itself(family: Family) -> None:
    one = card(family)
    for door in (door_of(family, "lotte"), door_of(family, "ann"), unsure(family)):
        with pytest.raises(NotAllowedError):
            cards.it_was_me(door, one, once=uuid7())
    assert Way.objects.get(pk=one.way_id).settled_at is None
    cards.it_was_me(door_of(family, "noor"), one, once=uuid7())
    assert Way.objects.get(pk=one.way_id).settled_at is not None
    assert not Pin.objects.get(person=family.person("noor")).is_waiting(clock.now())
    assert last(Event.WAY_CONFIRMED).subject == one.way_id


def test_that_was_not_me_is_said_by_her_in_any_stay_and_the_digits_of_before_are_back(family: Family) -> None:
    one = card(family)
    for who in ("lotte", "ann"):
        with pytest.raises(NotAllowedError):
            cards.not_me(door_of(family, who), one, once=uuid7())
    assert Way.objects.get(pk=one.way_id).ended_for == WayEnd.USED.value
    cards.not_me(unsure(family), one, once=uuid7())
    row = Way.objects.get(pk=one.way_id)
    assert (row.ended_for, row.settled_at is not None) == (WayEnd.DISOWNED.value, True)
    assert Pin.objects.get(person=family.person("noor")).code == "oud"
    line = last(Event.WAY_ENDED)
    assert (line.subject, line.codes) == (one.way_id, [WayEnd.DISOWNED.value])


# -- what somebody is there for, and what was written in her name (B47, R21) ---


def there_for(family: Family, who: str) -> set[tuple[str, str]]:
    rows = HasPart.objects.in_force().filter(member=family.member(who))
    return set(rows.values_list("part", "said_by"))


@pytest.mark.parametrize(
    ("by", "may", "whose"),
    [("noor", True, "child"), ("lotte", True, "parent"), ("bram", False, ""), ("wilma", False, "")],
)
def test_what_somebody_is_there_for_is_said_by_her_or_written_by_who_works_with_her(
    family: Family, by: str, may: bool, whose: str
) -> None:
    door, rita = door_of(family, by), family.member("rita")
    if not may:
        with pytest.raises(NotAllowedError):
            parts.say(door, rita, parts.Told([Part.SAFETY], SaidBy.PARENT), act=uuid7())
        assert there_for(family, "rita") == set()
        return
    parts.say(door, family.member("els"), parts.Told([Part.SAFETY], SaidBy.PARENT), act=uuid7())
    parts.say(door, rita, parts.Told([Part.SAFETY, Part.CHILD], SaidBy.PARENT), act=uuid7())
    first = HasPart.objects.get(member=rita, part=Part.SAFETY.value)
    parts.say(door, rita, parts.Told([Part.SAFETY, Part.PARENT], SaidBy.PARENT), act=uuid7())
    assert there_for(family, "rita") == {("safety", whose), ("parent", whose)}
    assert there_for(family, "els") == {("safety", whose)}
    assert HasPart.objects.get(member=rita, part=Part.SAFETY.value) == first, "what was said keeps its days"
    assert HasPart.objects.get(member=rita, part=Part.CHILD.value).until_on == clock.today()
    line = last(Event.PART_SAID)
    assert (line.subject, line.codes) == (rita, ["parent", "safety", whose])
    parts.say(door, rita, parts.Told([], SaidBy.PARENT), act=uuid7())
    assert there_for(family, "rita") == set()


def test_of_whom_is_not_of_this_circle_or_not_seen_nobody_says_it(family: Family) -> None:
    text = about_mama(family).item_id
    for key in (family.member("sem_juf"), text, uuid7()):
        with pytest.raises(NotAllowedError):
            parts.say(door_of(family, "lotte"), key, parts.Told([Part.SAFETY], SaidBy.PARENT), act=uuid7())
    hers = family.member("els")
    Item.objects.filter(pk=hers).update(held_close=True, author=family.person("noor"))
    with pytest.raises(NotAllowedError):
        parts.say(door_of(family, "lotte"), hers, parts.Told([Part.SAFETY], SaidBy.PARENT), act=uuid7())
    parts.say(door_of(family, "noor"), hers, parts.Told([Part.SAFETY], SaidBy.CHILD), act=uuid7())
    assert there_for(family, "els") == {("safety", "child")}


def test_what_was_written_in_her_name_is_news_since_the_first_time_until_she_looked_herself(family: Family) -> None:
    noor, lotte = door_of(family, "noor"), door_of(family, "lotte")

    def since() -> datetime | None:
        moment: datetime | None = Dossier.objects.get(pk=family.noor.dossier).unread_since
        return moment

    Dossier.objects.update(unread_since=None)
    unread.tell_the_child(noor)
    assert since() is None
    unread.tell_the_child(noor, unsure=True)
    assert since() is not None, "perhaps it was not she"
    Dossier.objects.update(unread_since=None)
    unread.tell_the_child(lotte)
    first = since()
    unread.tell_the_child(lotte)
    assert (since(), first is None) == (first, False)
    assert Dossier.objects.get(pk=family.sem.dossier).unread_since is None
    unread.has_looked(lotte)
    assert since() == first
    Dossier.objects.filter(pk=family.sem.dossier).update(unread_since=first)
    unread.has_looked(noor)
    assert since() is None
    assert Dossier.objects.get(pk=family.sem.dossier).unread_since == first


@pytest.mark.parametrize("of", ["another child", "somebody else"])
def test_she_answers_for_no_card_that_is_not_hers(family: Family, of: str) -> None:
    """No page shows her such a one; the act refuses it by itself too."""
    one = card(family)
    if of == "another child":
        one.dossier_id = family.sem.dossier
    else:
        one.relation = Relation.JIM.value
    for act in (cards.it_was_me, cards.not_me):
        with pytest.raises(NotAllowedError):
            act(door_of(family, "noor"), one, once=uuid7())
    assert Way.objects.get(pk=one.way_id).settled_at is None


@pytest.mark.parametrize("used", [True, False])
def test_that_was_not_me_takes_back_every_yes_that_still_waits_since_that_card(family: Family, used: bool) -> None:
    """What was said where Kring was sure of her, what waits no more and what was said before it stays (R7)."""
    one = card(family)
    at = one.way.opened_at
    if not used:
        Way.objects.filter(pk=one.way_id).update(opened_at=None)
        one = Given.objects.select_related("way").get(pk=one.pk)
    hers = {"given_by_id": family.person("noor"), "recorded_by_id": family.person("noor"), "from_on": clock.today()}
    facts = {"towards_id": family.member("karim"), "answer": "yes", "expressed": "itself", "waits": True} | hers
    facts |= {"dossier_id": family.noor.dossier, "unsure": True, "said_at": at + timedelta(hours=1)}
    unlike = {"sure": {"unsure": False}, "begun": {"waits": False}, "before": {"said_at": at - timedelta(hours=1)}}
    unlike |= {"of another child": {"dossier_id": family.sem.dossier}, "": {}}
    rows = {name: Say.objects.create(**facts | more, topic="school") for name, more in unlike.items()}
    cards.not_me(door_of(family, "noor"), one, once=uuid7())
    gone = {name for name, row in rows.items() if Say.objects.get(pk=row.pk).withdrawn_at}
    assert gone == ({""} if used else set())
