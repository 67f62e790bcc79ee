"""A team lead knows of the children of its teams that something waits, and opens nothing (A31, R7, B24, A170)."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db.models import QuerySet

from kring.access import leading
from kring.access.door import RefusedError
from kring.access.models import Visit
from kring.audit.events import Event
from kring.circle.models import Placement
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section
from kring.people.actors import Actor, ActorKind
from kring.people.models import Organisation, Person, Post, Role, Team
from tests.family import Family

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def of_noor(family: Family) -> QuerySet[Dossier]:
    return Dossier.objects.filter(pk=family.noor.dossier)


def led(actor: Actor) -> set[UUID]:
    return set(leading.led_by(actor, clock.today()).values_list("pk", flat=True))


def test_who_leads_the_house_leads_every_team_and_who_leads_one_that_one(family: Family) -> None:
    both = {family.noor.dossier, family.sem.dossier}
    hilde = family.actor("hilde")
    assert led(hilde) == both
    post = Post.objects.get(person=family.person("hilde"), role=Role.TEAM_LEAD.value)
    post.team = Team.objects.get(name="Team Zuid")
    post.save()
    assert led(hilde) == set()
    of_noor(family).update(team=post.team)
    assert led(hilde) == {family.noor.dossier}
    Post.objects.filter(pk=post.pk).update(team=None)
    assert led(hilde) == both, "of who leads the house all of them"
    Post.objects.filter(pk=post.pk).update(team=post.team)
    Post.objects.create(
        person_id=family.person("hilde"), organisation=post.organisation, role="team_lead", from_on=clock.today()
    )
    assert led(hilde) == {family.noor.dossier}, "of who leads one team those of that team"
    of_noor(family).update(closed_on=clock.today())
    assert led(hilde) == set()
    assert [one.pk for one in leading.closed_led_by(hilde, clock.today())] == [family.noor.dossier]


def test_who_came_in_by_a_link_or_leads_nothing_leads_nobody(family: Family) -> None:
    assert led(Actor(ActorKind.LINK, family.person("hilde"), way=uuid7())) == set()
    assert led(family.actor("lotte")) == set()
    assert led(Actor(ActorKind.JOB, None)) == set()


def test_since_when_something_waits_is_told_of_each_child_in_the_order_it_came(family: Family) -> None:
    of_noor(family).update(opened_on=clock.today() - 9 * DAY)
    Dossier.objects.filter(pk=family.sem.dossier).update(opened_on=clock.today() - 3 * DAY)
    found = leading.waiting_in(Section.PARENTS, leading.led_by(family.actor("hilde"), clock.today()))
    assert [(one.dossier, one.name) for one in found] == [(family.noor.dossier, "Noor"), (family.sem.dossier, "Sem")]
    assert found[0].opened_on == clock.today() - 9 * DAY
    assert found[0].since is None


def test_a_number_is_told_of_what_a_team_lead_may_know_of_and_of_nothing_else(family: Family) -> None:
    assert leading.how_many_have(Placement.objects.all(), Dossier.objects.all()) == 0


def test_a_list_with_names_is_noted_once_in_an_hour_that_begins_on_the_hour(
    family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    hour = clock.now().replace(minute=0, second=0, microsecond=0)

    def noted(moment: datetime, *children: UUID) -> int:
        monkeypatch.setattr(clock, "now", lambda: moment)
        leading.noted(family.actor("hilde"), list(children))
        return family.log(Event.DESK_VISITED)

    assert noted(hour, family.noor.dossier) == 1
    assert noted(hour + HOUR - DAY / 86400, family.noor.dossier) == 1
    assert noted(hour + HOUR / 2, family.noor.dossier, family.sem.dossier) == 2
    assert noted(hour + HOUR / 2, family.noor.dossier) == 2
    assert noted(hour + HOUR, family.noor.dossier) == 3
    hours = Visit.objects.filter(person=family.person("hilde")).values_list("hour", flat=True)
    assert sorted(hours) == [hour, hour, hour + HOUR]


def test_who_works_with_a_child_is_told_in_the_order_they_came(family: Family) -> None:
    involve(family, "greet")
    found = leading.workers_of([family.noor.dossier])
    assert found == {family.noor.dossier: [(family.person("greet"), "Greet"), (family.person("lotte"), "Lotte")]}


def involve(family: Family, who: str, **facts: object) -> Involvement:
    """A colleague who works with Noor as well, since yesterday."""
    told = {"relation": Relation.WORKER.value, "from_on": clock.today() - DAY} | facts
    return Involvement.objects.create(dossier_id=family.noor.dossier, person_id=family.person(who), **told)


def test_the_names_around_a_house_are_each_there_once_and_none_is_empty(family: Family) -> None:
    nameless = Person.objects.create(call_name="")
    Involvement.objects.create(
        dossier_id=family.noor.dossier, person=nameless, relation="supporter", from_on=clock.today()
    )
    found = leading.names_around(Organisation.objects.get(name="De Brug"))
    assert {"Noor", "Sem", "Ann", "Lotte"} <= set(found)
    assert "" not in found
    assert found == sorted(set(found))
    Involvement.objects.filter(relation="child").delete()
    assert {"Noor", "Sem"} <= set(leading.names_around(Organisation.objects.get(name="De Brug")))


# -- its doors --------------------------------------------------------------------------------------------------------


def test_the_door_of_a_lead_knows_and_reads_nothing(family: Family) -> None:
    door = leading.open_as_lead(family.actor("hilde"), family.noor.dossier, Section.MOMENTS)
    assert door.relation is Relation.TEAM_LEAD
    assert door.sieve(Section.MOMENTS).may_add(Klass.FILE)
    assert door.sieve(Section.MOMENTS).is_empty()
    for who, section in (("hilde", Section.JOURNAL), ("lotte", Section.MOMENTS)):
        with pytest.raises(RefusedError):
            leading.open_as_lead(family.actor(who), family.noor.dossier, section)


def test_a_closed_place_of_its_team_opens_to_open_it_again(family: Family) -> None:
    with pytest.raises(RefusedError):
        leading.open_closed(family.actor("hilde"), family.noor.dossier)
    of_noor(family).update(closed_on=clock.today())
    assert leading.open_closed(family.actor("hilde"), family.noor.dossier).relation is Relation.TEAM_LEAD
    with pytest.raises(RefusedError):
        leading.open_closed(family.actor("lotte"), family.noor.dossier)
    with pytest.raises(RefusedError):
        leading.open_as_lead(family.actor("hilde"), family.noor.dossier, Section.MOMENTS)


# -- who goes ---------------------------------------------------------------------------------------------------------


def test_who_worked_with_a_child_finds_its_closed_place_and_by_a_link_nobody_does(family: Family) -> None:
    def closed(actor: Actor) -> set[UUID]:
        return set(leading.closed_worked_with(actor, clock.today()).values_list("pk", flat=True))

    lotte = family.actor("lotte")
    assert closed(lotte) == set()
    of_noor(family).update(closed_on=clock.today())
    assert closed(lotte) == {family.noor.dossier}
    assert closed(family.actor("ann")) == closed(Actor(ActorKind.LINK, lotte.person, way=uuid7())) == set()
    Involvement.objects.filter(dossier=family.noor.dossier, person=lotte.person).update(ended_at=clock.now())
    assert closed(lotte) == set()


def test_of_children_with_whom_nobody_else_works_those_at_whose_home_somebody_works(family: Family) -> None:
    both = list(Dossier.objects.filter(pk__in=[family.noor.dossier, family.sem.dossier]))
    held = Involvement.objects.filter(dossier=family.sem.dossier, relation=Relation.WORKER.value)
    held.update(ended_at=clock.now())
    assert leading.works_and_is_at_home(both) == {family.noor.dossier}
    assert leading.works_and_is_at_home([]) == set()


def post(family: Family, until: date | None) -> Post:
    one = Post.objects.get(person=family.person("lotte"), role=Role.WORKER.value)
    one.until_on = until
    one.save()
    return one


def test_who_goes_is_found_in_an_own_team_and_by_its_last_day(family: Family) -> None:
    of_lotte = post(family, None)
    assert leading.goer(family.actor("hilde"), family.person("lotte")) == of_lotte
    assert leading.goer(family.actor("lotte"), family.person("lotte")) is None
    child = Dossier.objects.get(pk=family.noor.dossier)
    assert leading.goes_from(child) is None
    post(family, clock.today() + 9 * DAY)
    assert leading.goes_from(child) == family.person("lotte")


def worked(family: Family, one: Post) -> list[UUID]:
    return [row.dossier_id for row in leading.worked_with(one)]


def test_with_whom_somebody_works_until_it_is_handed_over_since_its_end_was_said(family: Family) -> None:
    """Noor came first, so she stands first."""
    one = post(family, clock.today() + 9 * DAY)
    of_noor(family).update(opened_on=clock.today() - 9 * DAY)
    Dossier.objects.filter(pk=family.sem.dossier).update(opened_on=clock.today() - 3 * DAY)
    both = [family.noor.dossier, family.sem.dossier]
    held = Involvement.objects.filter(person=family.person("lotte"), relation="worker", dossier=family.noor.dossier)
    held.update(from_on=clock.today() - 9 * DAY)
    assert worked(family, one) == both
    held.update(until_on=clock.today())
    assert worked(family, one) == both, "today still"
    held.update(until_on=clock.today() - DAY)
    assert worked(family, one) == both[1:]
    held.update(until_on=None, ended_at=clock.now())
    assert worked(family, one) == both[1:], "handed over before anybody said that it goes"
    one.end_said_on = clock.today()
    assert worked(family, one) == both
    again = held.get()
    Involvement.objects.create(
        dossier_id=again.dossier_id, person_id=again.person_id, relation="worker", from_on=again.from_on
    )
    assert [row.ended_at for row in leading.worked_with(one)] == [None, None], "what goes on, where both are there"


def test_who_stays_is_there_on_the_day_after(family: Family) -> None:
    after = clock.today() + 5 * DAY
    involve(family, "greet")
    Post.objects.filter(person=family.person("an")).update(team=None)
    involve(family, "an", until_on=after)
    found = leading.who_stays([family.noor.dossier], after=after, but=family.person("lotte"))
    assert found == {family.noor.dossier: ["Greet"]}
    involve(family, "saar", until_on=after + DAY)
    Post.objects.create(
        person_id=family.person("saar"),
        organisation=Organisation.objects.get(name="De Brug"),
        role="worker",
        from_on=clock.today() - DAY,
    )
    found = leading.who_stays([family.noor.dossier], after=after, but=family.person("lotte"))
    assert sorted(found[family.noor.dossier]) == ["Greet", "Saar"]
