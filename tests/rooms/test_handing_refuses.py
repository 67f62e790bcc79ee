"""Who takes a child over, and to which team it goes, asked of the act and of no page (A170, R15)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kring.access.acts import handing, moving
from kring.access.door import Door
from kring.access.leading import open_as_lead
from kring.access.writing import NotAllowedError, StaleError
from kring.audit.events import Event
from kring.audit.models import Entry
from kring.dossier.models import Dossier, Involvement, Move
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from kring.people.models import Message, MessageCode, Organisation, Person, Post, Role, Team
from tests.family import Family

DAY = timedelta(days=1)
WORKER = Relation.WORKER.value


def door_of(family: Family, who: str) -> Door:
    if who == "hilde":
        return open_as_lead(family.actor("hilde"), family.noor.dossier, Section.MOMENTS)
    return family.door(who, Section.SAID if who in {"ann", "wilma"} else Section.CIRCLE)


def works(family: Family, who: str, *, days: int | None = None, **more: Any) -> Post:
    """It works in a team from now on, until so many days from now."""
    house, there = Organisation.objects.get(name="De Brug"), Team.objects.get(name="Team Noord")
    until = None if days is None else clock.today() + days * DAY
    facts = {
        "organisation": house,
        "team": there,
        "role": Role.WORKER.value,
        "from_on": clock.today(),
        "until_on": until,
    }
    row: Post = Post.objects.create(**{"person_id": family.person(who)} | facts | more)
    return row


def goes(family: Family, who: str, days: int | None) -> None:
    until = None if days is None else clock.today() + days * DAY
    Post.objects.filter(person=family.person(who)).update(until_on=until)


def involved(family: Family, who: str, relation: str, **more: Any) -> Involvement:
    facts = {"dossier_id": family.noor.dossier, "person_id": family.person(who), "from_on": clock.today()}
    row: Involvement = Involvement.objects.create(relation=relation, **facts | more)
    return row


def here(family: Family, who: str) -> set[str]:
    """As what somebody comes in now."""
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person(who), ended_at=None)
    return set(held.values_list("relation", flat=True))


def last(event: Event) -> Entry:
    return Entry.objects.filter(event=event.value).latest("seq")


def was_told(family: Family, who: str) -> list[UUID | None]:
    mine = Message.objects.filter(person=family.person(who), code=MessageCode.ROLE_CHANGED.value)
    return list(mine.values_list("about", flat=True))


# -- who takes over ---


def offered(family: Family, by: str = "lotte") -> dict[str, bool]:
    """Who may take over, and whether that one goes too soon."""
    return {one.name: one.goes_sooner for one in handing.colleagues(door_of(family, by)).values()}


def test_the_team_is_offered_to_who_works_with_the_child_and_who_leads_it_and_to_nobody_else(family: Family) -> None:
    assert offered(family) == offered(family, "hilde") == {"Greet": False}
    for by in ("noor", "bram", "wilma", "ann"):
        assert offered(family, by) == {}, by
    works(family, "an")
    assert set(offered(family)) == {"An", "Greet"}


def test_who_works_with_the_child_already_or_is_at_home_there_does_not_take_it_over(family: Family) -> None:
    works(family, "an")
    involved(family, "an", Relation.PARENT.value)
    assert set(offered(family)) == {"Greet"}
    involved(family, "greet", WORKER)
    assert offered(family) == {}


def test_who_goes_before_the_last_of_those_who_work_with_the_child_does_not_take_it_over(family: Family) -> None:
    goes(family, "lotte", 10)
    for days, sooner in ((9, True), (10, True), (11, False), (None, False)):
        goes(family, "greet", days)
        assert offered(family) == {"Greet": sooner}, days
    for who, days in (("an", 20), ("mo", None)):
        works(family, who, days=days)
        involved(family, who, WORKER)
    for days, sooner in ((20, True), (21, False)):
        goes(family, "greet", days)
        assert offered(family) == {"Greet": sooner}, days
    works(family, "rita", days=30)
    assert offered(family) == {"Greet": False}, "who is at home there hands over nothing"
    goes(family, "greet", 5)
    works(family, "greet")
    (greet,) = handing.colleagues(door_of(family, "lotte")).values()
    assert (greet.last_day, greet.goes_sooner) == (None, False), "the post that goes on counts"


@pytest.mark.parametrize("stays", [True, False])
@pytest.mark.parametrize("by", ["lotte", "hilde"])
def test_who_takes_over_works_with_the_child_from_now_and_who_hands_over_stays_or_stops_at_once(
    family: Family, by: str, stays: bool
) -> None:
    of_sem = Involvement.objects.get(dossier=family.sem.dossier, person=family.person("lotte"))
    of_lotte = Involvement.objects.get(dossier=family.noor.dossier, person=family.person("lotte"), relation=WORKER)
    with pytest.raises(NotAllowedError):
        handing.hand_over(door_of(family, by), family.person("an"), stays=stays, once=uuid7())
    handing.hand_over(door_of(family, by), family.person("greet"), stays=stays, once=uuid7())
    new = Involvement.objects.get(dossier=family.noor.dossier, person=family.person("greet"))
    assert (new.relation, new.from_on, new.ended_at) == (WORKER, clock.today(), None)
    of_lotte.refresh_from_db()
    of_sem.refresh_from_db()
    stops = by == "lotte" and not stays
    assert (of_lotte.ended_at is not None, of_lotte.until_on) == (stops, clock.today() if stops else None)
    assert of_sem.ended_at is None
    line = last(Event.WORK_HANDED_OVER)
    assert (line.subject, line.codes) == (new.pk, ["stays"] if stays else [])
    assert was_told(family, "greet") == [new.pk]


@pytest.mark.parametrize("why", ["goes sooner", "by the network guide", "works with the child"])
def test_the_child_is_handed_over_to_nobody_who_does_not_take_it_over(family: Family, why: str) -> None:
    if why == "goes sooner":
        goes(family, "lotte", 10)
        goes(family, "greet", 9)
    if why == "works with the child":
        involved(family, "greet", WORKER)
    before = here(family, "greet")
    door = door_of(family, "bram" if why == "by the network guide" else "lotte")
    with pytest.raises(NotAllowedError):
        handing.hand_over(door, family.person("greet"), stays=False, once=uuid7())
    assert (here(family, "greet"), here(family, "lotte")) == (before, {WORKER})
    assert was_told(family, "greet") == []


def test_a_child_is_alone_when_nobody_works_with_it_who_is_not_at_home_there(family: Family) -> None:
    assert not handing.is_alone(door_of(family, "hilde"))
    at_home = involved(family, "lotte", Relation.PARENT.value)
    assert handing.is_alone(door_of(family, "hilde"))
    at_home.delete()
    lotte = door_of(family, "lotte")
    Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("lotte")).update(ended_at=clock.now())
    assert handing.is_alone(door_of(family, "hilde"))
    assert handing.is_alone(lotte) is False, "who works with it is there itself"


# -- to another team ---


def another(family: Family, name: str, team: str) -> Post:
    """A colleague that is not of the cast."""
    there = Team.objects.get(name=team)
    return works(family, "an", team=there, person_id=Person.objects.create(call_name=name).pk)


def move(family: Family, post: UUID, *, by: str = "lotte", door: Door | None = None) -> None:
    door = door or door_of(family, by)
    there = moving.There(post=post, told_on=clock.today(), told_by="Lotte")
    with door.writes(Event.CHILD_MOVED, once=uuid7()) as write:
        moving.move(door, write, there)


def test_who_works_in_another_team_of_the_house_stands_by_team_and_by_name(family: Family) -> None:
    house = Organisation.objects.get()
    for name in ("Team Oost", "Team West"):
        Team.objects.create(organisation=house, name=name)
    for name, team in (("bea", "Team Zuid"), ("Cis", "Team Zuid"), ("Zoë", "Team Oost"), ("Dries", "Team Noord")):
        another(family, name, team)
    elsewhere = Organisation.objects.create(name="De Brug 2")
    far = Team.objects.create(organisation=elsewhere, name="Team Ver")
    works(family, "an", organisation=elsewhere, team=far, person_id=Person.objects.create(call_name="Ver").pk)
    found = [one.person.call_name for one in moving.elsewhere(door_of(family, "lotte"))]
    assert found == ["Zoë", "An", "bea", "Cis"]
    involved(family, "an", Relation.SUPPORTER.value)
    assert [one.person.call_name for one in moving.elsewhere(door_of(family, "lotte"))] == ["Zoë", "bea", "Cis"]
    for by in ("noor", "bram", "hilde"):
        assert moving.elsewhere(door_of(family, by)) == [], by


def test_the_old_team_ends_and_the_new_one_begins_and_nobody_else_goes(family: Family) -> None:
    post, north = Post.objects.get(person=family.person("an")), Team.objects.get(name="Team Noord")
    of_sem = Involvement.objects.get(dossier=family.sem.dossier, person=family.person("lotte"))
    move(family, post.pk)
    dossier = Dossier.objects.get(pk=family.noor.dossier)
    assert dossier.team_id == post.team_id
    assert (here(family, "lotte"), here(family, "bram"), here(family, "an")) == (set(), set(), {WORKER})
    assert [here(family, who) for who in ("ann", "wilma", "mo")] == [{"parent"}, {"jim"}, {"director"}]
    ended = Involvement.objects.get(dossier=family.noor.dossier, person=family.person("bram"))
    assert ended.until_on == clock.today()
    of_sem.refresh_from_db()
    assert of_sem.ended_at is None
    row = Move.objects.get()
    assert (row.from_team_id, row.to_team_id, row.moved_on, row.told_by) == (
        north.pk,
        post.team_id,
        clock.today(),
        "Lotte",
    )
    assert (row.moved_by_id, row.dossier_id, row.told_on) == (family.person("lotte"), dossier.pk, clock.today())
    new = Involvement.objects.get(dossier=dossier, person=family.person("an"))
    assert (new.from_on, was_told(family, "an")) == (clock.today(), [new.pk])
    assert last(Event.CHILD_MOVED).subject == row.pk
    assert Dossier.objects.get(pk=family.sem.dossier).team_id == north.pk


def test_a_child_goes_to_no_post_of_its_own_team_nor_by_another_nor_twice(family: Family) -> None:
    there = Post.objects.get(person=family.person("an")).pk
    own, lotte = Post.objects.get(person=family.person("greet")).pk, door_of(family, "lotte")
    for key, by in ((own, "lotte"), (uuid7(), "lotte"), (there, "hilde"), (there, "bram")):
        with pytest.raises(NotAllowedError):
            move(family, key, by=by)
    Dossier.objects.filter(pk=family.noor.dossier).update(team=Team.objects.get(name="Team Zuid"))
    with pytest.raises(StaleError):
        move(family, there, door=lotte)
    assert not Move.objects.exists()


@pytest.mark.parametrize(("by", "others"), [("lotte", {"An"}), ("hilde", {"An", "Lotte"}), ("wilma", set[str]())])
def test_who_hands_over_reads_who_else_works_with_the_child_and_nobody_at_home(
    family: Family, by: str, others: set[str]
) -> None:
    """A parent that works in the team is at home with this child (`law.standing.hat`), and no colleague there."""
    for who in ("an", "ann"):
        works(family, who)
        Involvement.objects.create(
            dossier_id=family.noor.dossier, person_id=family.person(who), relation=WORKER, from_on=clock.today()
        )
    assert set(handing.in_the_team(door_of(family, by))[1]) == others
