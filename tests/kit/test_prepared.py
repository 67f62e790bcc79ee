"""A statement that was put together once gives the rows that the same question gives when it is asked anew."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from django.db.models import DateField, DateTimeField, Model, UUIDField
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kring.access import asked, desk, items, leading, readers, standing, there_for
from kring.access.acts import handing, moving
from kring.access.looks import looks
from kring.access.models import Item, SamePerson
from kring.audit import chain
from kring.dossier import here
from kring.dossier.models import Dossier, Involvement
from kring.kit import clock, sessions
from kring.kit.keys import uuid7
from kring.kit.prepared import Among, Prepared
from kring.law.access import AT_HOME, Relation
from kring.law.ways import PARENTS
from kring.people import calling, presence
from kring.people import standing as people
from kring.people.models import Post
from kring.rights import hearing, house
from tests.family import Family
from tests.rooms.pointing import surely

DAYS = [clock.today() + timedelta(days=days) for days in (-4000, -1, 0, 1, 4000)]


def _held(**values: Any) -> set[tuple[UUID, str, bool]]:
    rows = standing._held(**values)
    return {(one.pk, one.dossier.call_name, one.restricted) for one in rows}


def test_who_holds_what_is_the_same_however_it_is_asked(family: Family) -> None:
    for who in sorted(family.seeded.persons):
        for dossier in (*family.seeded.dossiers.values(), uuid7()):
            for today in DAYS:
                now = clock.now() + (today - clock.today())
                values = {"dossier": dossier, "person": family.person(who), "today": today, "now": now}
                prepared = {(one.pk, one.dossier.call_name, one.restricted) for one in standing._HELD.ask(**values)}
                assert prepared == _held(**values), (who, today)


def test_what_is_said_is_the_same_however_it_is_asked(family: Family) -> None:
    for who in sorted(family.seeded.persons):
        for dossier in family.seeded.dossiers.values():
            values: dict[str, Any] = {"on": clock.today(), "dossier": dossier, "person": family.person(who)}
            for one, but in ((asked._SAID, ()), (asked._SAID_BY, ("person",)), (asked._SAID_TO, ("dossier",))):
                those = {name: value for name, value in values.items() if name not in but}
                assert sorted(one.ask(**those), key=repr) == sorted(asked._said(**those), key=repr)


def test_who_else_is_around_is_the_same_however_it_is_asked(family: Family) -> None:
    members = list(SamePerson.objects.values_list("item", flat=True).distinct())
    for who in ("lotte", "noor", "wilma", "karim"):
        for dossier in family.seeded.dossiers.values():
            values: dict[str, Any] = {"dossier": dossier, "me": family.person(who)}
            values |= {"today": clock.today(), "now": clock.now()}
            prepared = [one.person.call_name for one in readers._AROUND.ask(**values)]
            assert prepared == [one.person.call_name for one in readers._around(**values)], who
            for member in members[:6]:
                one = [one.pk for one in readers._AROUND_AS.ask(**values, member=member)]
                assert one == [one.pk for one in readers._around(**values, member=member)], who


@pytest.mark.parametrize("relations", [{Relation.WORKER}, {Relation.WORKER, Relation.TEAM_LEAD}, {Relation.DIRECTOR}])
def test_a_desk_is_the_same_however_it_is_asked(family: Family, relations: set[Relation]) -> None:
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    looked = list(looks())

    def told(rows: Iterable[Any]) -> set[tuple[Any, ...]]:
        return {(one.pk, one.noted, one.asked, one.lapsed, *(getattr(one, name) for name in looked)) for one in rows}

    for who in sorted(family.seeded.persons):
        values: dict[str, Any] = {"me": family.person(who), "hour": hour, "today": clock.today(), "now": clock.now()}
        held = frozenset(relations)
        assert told(desk._over(held).ask(**values)) == told(desk._held_over(held, **values)), who


def test_what_kind_of_row_an_item_is_is_the_same_however_it_is_asked(family: Family) -> None:
    one_of_each = dict(Item.objects.values_list("section", "pk"))
    for dossier in (family.noor.dossier, family.seeded.dossiers["sem"]):
        for item in (*one_of_each.values(), uuid7()):
            values: dict[str, Any] = {"item": item, "dossier": dossier}
            assert items._KINDS.ask(**values) == list(items._kinds(**values))


@pytest.mark.parametrize("on", DAYS)
def test_the_posts_of_a_colleague_are_the_same_however_they_are_asked(family: Family, on: date) -> None:
    for who in sorted(family.seeded.persons):
        told = [
            [(one.pk, one.person.call_name, one.contact_until, one.deputy_until) for one in rows]
            for rows in (
                people._POSTS.ask(person=family.person(who), on=on),
                people._posts(person=family.person(who), on=on),
            )
        ]
        assert told[0] == told[1], who


def test_the_session_and_the_stay_are_the_same_however_they_are_asked(family: Family) -> None:
    browser = family.browser("lotte")
    browser.get(reverse("portals:today"))
    here = browser.session
    stay = UUID(here[presence.STAY])
    for key in (here.session_key, "a" * 32):
        for now in (clock.now(), clock.now() + timedelta(days=1)):
            asked_both = sessions._SESSION.ask(key=key, now=now), list(sessions._session(key=key, now=now))
            assert asked_both[0] == asked_both[1]
            assert bool(asked_both[0]) == (key == here.session_key and now < here.get_expiry_date())
    for one in (stay, uuid7()):
        told = [
            [(row, row.user, row.way) for row in rows]
            for rows in (presence._STAY.ask(key=one), presence._stay(key=one))
        ]
        assert told[0] == told[1]
        assert bool(told[0]) == (one == stay)


PLACED: list[tuple[Any, Any]] = [
    (here._WORKS, here._works),
    (hearing._READERS, hearing._readers),
    (readers._POINTED, readers._pointed),
    (handing._POSTS, handing._posts),
    (moving._ELSEWHERE, moving._elsewhere),
    (calling._HOUSES, calling._houses),
]
"""What is asked of one child or of one team."""


@pytest.mark.parametrize(("prepared", "anew"), PLACED)
def test_what_is_asked_of_a_child_or_its_team_is_the_same_however_it_is_asked(
    family: Family, prepared: Prepared, anew: Callable[..., Iterable[Any]]
) -> None:
    found = 0
    for on in DAYS:
        for dossier in Dossier.objects.filter(pk__in=family.seeded.dossiers.values()):
            values = {"dossier": dossier.pk, "team": dossier.team_id, "on": on}
            those = {name: values[name] for name in prepared._kinds}
            told = [
                [one if isinstance(one, tuple) else vars(one) | {"_state": None} for one in rows]
                for rows in (prepared.ask(**those), anew(**those))
            ]
            assert sorted(told[0], key=repr) == sorted(told[1], key=repr)
            found += len(told[0])
    assert found, "else nothing was compared"


OF_SOMEBODY: list[Prepared | Among] = [
    asked._POINTED,
    leading._STAYS,
    leading._WORKED_WITH,
    readers._WALLS,
    house._HOUSE,
    there_for._PARENT,
]
"""What is asked of somebody, or of several; what it is asked about, it says itself."""


@pytest.mark.parametrize("prepared", OF_SOMEBODY)
def test_what_is_asked_of_somebody_is_the_same_however_it_is_asked(family: Family, prepared: Prepared | Among) -> None:
    surely(family, "tarik", "papa")
    found, names = 0, {*prepared._kinds, *getattr(prepared, "_lists", {})}
    whom = ("lotte", "tarik", "rita")
    same = SamePerson.objects.filter(person__in=[family.person(who) for who in whom]).values_list("item", flat=True)
    members = sorted(same)
    for on in DAYS:
        for who, member in product(whom, members):
            dossier = Dossier.objects.get(pk=family.noor.dossier)
            person = family.person(who)
            values = {"dossier": dossier.pk, "team": dossier.team_id, "person": person, "but": person, "member": member}
            values |= dict.fromkeys(("on", "today", "said"), on) | {"since": DAYS[0]}
            values |= {"about": members, "dossiers": [dossier.pk, family.seeded.dossiers["sem"]]}
            those = {name: values[name] for name in names}
            told = [
                [vars(one) | {"_state": None} if isinstance(one, Model) else one for one in rows]
                for rows in (prepared.ask(**those), prepared._build(**those))
            ]
            assert sorted(told[0], key=repr) == sorted(told[1], key=repr)
            found += len(told[0])
    assert found, "else nothing was compared"


def test_of_nobody_the_database_is_not_asked(family: Family, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert leading._STAYS.ask(dossiers=[], on=clock.today(), but=family.person("lotte")) == []


@pytest.mark.parametrize("relations", [{Relation.WORKER}, PARENTS, AT_HOME])
def test_who_is_here_is_the_same_however_it_is_asked(family: Family, relations: set[Relation]) -> None:
    for on in DAYS:
        for dossier in family.seeded.dossiers.values():
            anew = here._held(dossier=dossier, relations=[one.value for one in relations], on=on)
            assert [(one, one.person) for one in here.here(dossier, relations, on=on)] == [
                (one, one.person) for one in anew
            ]


def test_the_newest_link_of_the_log_is_the_same_however_it_is_asked(family: Family) -> None:
    for _ in range(2):
        assert chain._NEWEST.ask() == list(chain._newest()) == [(Family.lines_of_the_log(), chain._newest()[0][1])]
        family.browser("lotte").get(reverse("portals:today"))


def test_each_asks_with_its_own_values(family: Family) -> None:
    """The text is kept; no value of who asked before is."""
    posts = Prepared(lambda *, person: Post.objects.filter(person=person), person=UUIDField())
    found = {who: {one.person_id for one in posts.ask(person=family.person(who))} for who in ("lotte", "noor", "an")}
    assert found == {"lotte": {family.person("lotte")}, "noor": set(), "an": {family.person("an")}}


def test_it_is_one_statement_each_time(family: Family, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    values = {
        "dossier": family.noor.dossier,
        "person": family.person("lotte"),
        "today": clock.today(),
        "now": clock.now(),
    }
    for _ in range(2):
        with django_assert_num_queries(1):
            assert [one.dossier.pk for one in standing._HELD.ask(**values)] == [family.noor.dossier]


@pytest.mark.parametrize("left_out", ["today", "now"])
def test_a_value_that_is_not_given_is_said(family: Family, left_out: str) -> None:
    kinds: dict[str, Any] = {"today": DateField(), "now": DateTimeField()}
    one = Prepared(lambda *, today, now: Involvement.objects.filter(from_on__lte=today, ended_at__lt=now), **kinds)
    values = {"today": clock.today(), "now": clock.now()}
    assert one.ask(**values) == []
    with pytest.raises(KeyError, match=left_out):
        one.ask(**{name: value for name, value in values.items() if name != left_out})
