"""Looking beside a worker: who finds which viewing, and who ends it, asked of the act and of no page (R17)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kring.access.acts import looking
from kring.access.beside import Beside
from kring.access.door import come_to
from kring.access.models import Restriction, SamePerson
from kring.access.writing import NotAllowedError
from kring.audit.events import Event
from kring.dossier.models import Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Relation, Section
from tests.family import Family
from tests.rooms.pointing import surely
from tests.rooms.test_a_no_stays import an_comes
from tests.rooms.test_looking import ask, begin, later, serving  # noqa: F401  # a fixture


def viewing(family: Family, *, person: str = "karim", worker: str = "lotte", **more: Any) -> Beside:
    facts = {"dossier_id": family.noor.dossier, "person_id": family.person(person), "asked_at": clock.now()}
    row: Beside = Beside.objects.create(**facts | {"worker_id": family.person(worker)} | more)
    return row


def beside(family: Family, who: str = "lotte") -> list[UUID]:
    return [one.pk for one in looking.beside_me(family.door(who))]


def test_a_worker_finds_who_is_asked_and_who_looks_now_and_nothing_of_another(family: Family) -> None:
    now, minute = clock.now(), timedelta(minutes=1)
    asked = viewing(family, asked_at=now - 9 * minute)
    looks = viewing(family, person="rita", asked_at=now - 12 * minute, from_at=now - 11 * minute, until_at=now + minute)
    viewing(family, asked_at=now - 10 * minute)
    viewing(family, asked_at=now - 5 * minute, from_at=now - 4 * minute, until_at=now)
    viewing(family, ended_at=now)
    viewing(family, worker="an")
    viewing(family, dossier_id=family.sem.dossier)
    assert beside(family) == [asked.pk, looks.pk]
    assert beside(family, "noor") == []


def test_one_viewing_is_found_by_the_two_of_it_while_it_is_not_over(family: Family) -> None:
    row, of_sem = viewing(family, person="noor"), viewing(family, person="noor", dossier_id=family.sem.dossier)
    for who in ("noor", "lotte"):
        assert looking.one(family.door(who), row.pk) == row
    for who, key in (("bram", row.pk), ("lotte", uuid7()), ("noor", of_sem.pk)):
        with pytest.raises(NotAllowedError):
            looking.one(family.door(who), key)
    Beside.objects.filter(pk=row.pk).update(ended_at=clock.now())
    with pytest.raises(NotAllowedError):
        looking.one(family.door("lotte"), row.pk)


@pytest.mark.parametrize(("by", "may"), [("lotte", True), ("noor", True), ("bram", False)])
def test_a_viewing_is_ended_once_by_who_looks_or_who_sits_beside(family: Family, by: str, may: bool) -> None:
    row = viewing(family, person="noor")
    door = family.door(by)
    if may:
        looking.end(door, row, once=None)
    for again in (row, viewing(family, person="noor", dossier_id=family.sem.dossier)):
        with pytest.raises(NotAllowedError):
            looking.end(door, again, once=None)
    assert (Beside.objects.get(pk=row.pk).ended_at is not None) is may
    assert family.log(Event.VIEWING_ENDED) == may


@pytest.mark.parametrize(("minutes", "waits"), [(0, True), (9, True), (10, False), (-1, False)])
def test_somebody_waits_ten_minutes_and_never_from_a_moment_that_is_still_to_come(
    serving: Family,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    minutes: int,
    waits: bool,
) -> None:
    row = ask(serving)
    assert looking.waiting(serving.door("karim", Section.SAID)) == row
    later(monkeypatch, minutes=minutes)
    assert (looking.waiting(serving.door("karim", Section.SAID)) is not None) is waits
    assert looking.waiting(serving.door("noor", Section.SAID)) is None


@pytest.mark.parametrize("gone", ["stopped", "another position"])
def test_who_asked_and_does_not_work_here_any_more_waits_for_nobody(serving: Family, gone: str) -> None:  # noqa: F811
    row = ask(serving)
    held = Involvement.objects.filter(dossier=serving.noor.dossier, person=serving.person("lotte"))
    assert looking.workers_door(row)
    held.update(**{"ended_at": clock.now()} if gone == "stopped" else {"relation": Relation.PARENT.value})
    assert looking.workers_door(row) is None
    assert looking.waiting(serving.door("karim", Section.SAID)) is None


def test_asked_again_the_first_is_over_and_nobody_is_pointed_out_who_was_so_already(serving: Family) -> None:  # noqa: F811
    surely(serving, "karim", "karim")
    other = viewing(serving, person="rita")
    first, again = ask(serving), ask(serving, member=serving.member("els"))
    over = set(Beside.objects.exclude(ended_at=None).values_list("pk", flat=True))
    assert over == {first.pk, other.pk}, "one at a time sits beside a worker"
    assert not SamePerson.objects.filter(item=serving.member("els")).exists()
    assert looking.waiting(serving.door("karim", Section.SAID)) == again


def test_what_goes_on_is_of_who_looks_from_the_moment_that_it_began(serving: Family) -> None:  # noqa: F811
    row = ask(serving)
    assert looking.going_on(serving.door("karim", Section.SAID)) is None
    begun = begin(serving)
    assert begun.pk == row.pk
    assert begun.from_at
    assert begun.until_at == begun.from_at + timedelta(minutes=15)
    assert looking.going_on(serving.door("karim", Section.SAID)) == row
    assert looking.going_on(serving.door("noor", Section.SAID)) is None


def test_no_worker_sits_beside_where_only_a_guide_of_the_network_does(serving: Family) -> None:  # noqa: F811
    assert looking.workers_door(viewing(serving, worker="bram")) is None
    assert looking.workers_door(viewing(serving)) is not None


def test_who_reads_it_anyway_is_not_offered_and_who_looks_now_may_be_asked_again(serving: Family) -> None:  # noqa: F811
    facts = {"person_id": serving.person("greet"), "relation": Relation.WORKER.value, "from_on": clock.today()}
    Involvement.objects.create(dossier_id=serving.noor.dossier, **facts)
    ask(serving)
    begin(serving)
    assert [one.person for one in looking.who_may(serving.door("lotte"))] == [serving.person("karim")]


def test_who_may_not_look_is_not_asked_because_another_one_may(serving: Family) -> None:  # noqa: F811
    for who in ("wilma", "rita", "ann", "an"):
        with pytest.raises(NotAllowedError):
            ask(serving, who)
    assert ask(serving).person_id == serving.person("karim")


@pytest.mark.parametrize("by", ["lotte", "noor", "bram"])
def test_only_a_worker_is_offered_anybody_to_sit_beside_and_nobody_with_whom_contact_is_restricted(
    serving: Family,  # noqa: F811
    by: str,
) -> None:
    offered = [serving.person("karim")] if by == "lotte" else []
    assert [one.person for one in looking.who_may(serving.door(by))] == offered
    facts = {"from_on": clock.today(), "recorded_by_id": serving.person("lotte"), "recorded_at": clock.now()}
    ours = {"dossier_id": serving.noor.dossier, "person_id": serving.person("karim")}
    Restriction.objects.create(**ours, **facts)
    assert looking.who_may(serving.door(by)) == []


def test_once_the_help_ended_nobody_is_offered_any_more(serving: Family) -> None:  # noqa: F811
    door = serving.door("lotte")
    assert looking.who_may(door)
    door.dossier.closed_on = clock.today()
    assert looking.who_may(door) == []


def test_with_whom_contact_is_restricted_meanwhile_begins_nothing(serving: Family) -> None:  # noqa: F811
    ask(serving)
    door = serving.door("karim", Section.SAID)
    facts = {"from_on": clock.today(), "recorded_by_id": serving.person("lotte"), "recorded_at": clock.now()}
    ours = {"dossier_id": serving.noor.dossier, "person_id": serving.person("karim")}
    row = Restriction.objects.create(**ours, **facts)
    with pytest.raises(NotAllowedError):
        looking.begin(door, once=None)
    row.delete()
    assert looking.begin(door, once=None).from_at


def test_a_viewing_is_also_of_who_works_with_the_child_beside_and_of_who_sat_there_and_works_no_more(
    family: Family,
) -> None:
    row = viewing(family)
    an_comes(family)
    held = Involvement.objects.filter(dossier=family.noor.dossier, person=family.person("lotte"))
    held.update(relation=Relation.SUPPORTER.value)
    assert looking.one(family.door("an"), row.pk) == row
    lotte = come_to(family.actor("lotte"), family.noor.dossier)
    assert lotte.relation is Relation.SUPPORTER
    assert looking.one(lotte, row.pk) == row
    with pytest.raises(NotAllowedError):
        looking.one(family.door("noor"), row.pk)
