"""Who of a circle was pointed out before that could wait: what Noor said waits now, what anybody else said holds.

And whom she confirmed by a yes to something else, while a yes did that: it waits for a worker.

The migration itself, from the tables as they were: a database of its own, that is made and thrown away here.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps.registry import Apps
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.models import QuerySet
from django.test import override_settings

from kring.kit import clock
from kring.kit.keys import uuid7

ALIAS = "before"
AROUND = [
    ("audit", "0001_initial"),
    ("dossier", "0007_another_birthday_waits"),
    ("people", "0013_a_place_for_a_complaint"),
]
BEFORE = [("access", "0015_an_emergency_has_an_end"), *AROUND]
AFTER = [("access", "0016_who_of_the_circle_is_confirmed"), *AROUND]
OUT, ELSEWHERE = "person.pointed_out", "person.pointed_elsewhere"
SAID = {
    "mama": [("noor", OUT)],
    "papa": [("lotte", OUT)],
    "oma": [("noor", OUT), ("lotte", ELSEWHERE)],
    "nonkel": [("lotte", OUT), ("noor", ELSEWHERE)],
    "wilma": [],  # she came in by a link that was given for her
    "tante": [("noor", "person.placed")],  # something else of her stands in the log, by Noor
}
"""Who said of whom who that is, the last one last."""
WAITS = {"mama", "nonkel"}


@pytest.fixture
def before(db: None) -> Iterator[DatabaseWrapper]:
    """An empty database, beside that of the tests, of which the tables are made step by step."""
    facts = {**connections["default"].settings_dict, "ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    own = DatabaseWrapper(facts | {"OPTIONS": {}}, ALIAS)
    connections[ALIAS] = own
    try:
        with override_settings(MIGRATION_MODULES={}):
            yield own
    finally:
        own.close()
        del connections[ALIAS]


def migrated(to: list[tuple[str, str]]) -> Apps:
    """The tables as they were then, and the models that go with them."""
    executor = MigrationExecutor(connections[ALIAS])
    executor.migrate(to)
    return executor.loader.project_state(to).apps


def rows(apps: Apps, room: str, name: str) -> QuerySet[Any, Any]:
    return apps.get_model(room, name)._default_manager.using(ALIAS)


def written(apps: Apps) -> dict[Any, str]:
    """Noor, Lotte, and everyone of the circle who is somebody with a way in; the item of each, and who it is."""
    persons = {name: rows(apps, "people", "Person").create(call_name=name) for name in ("noor", "lotte", *SAID)}
    house = rows(apps, "people", "Organisation").create(name="Het Kompas")
    team = rows(apps, "people", "Team").create(name="Team Noord", organisation=house)
    place = rows(apps, "dossier", "Dossier").create(call_name="Noor", team=team, opened_on=clock.today())
    for name, relation in (("noor", "child"), ("lotte", "worker")):
        here = {"dossier": place, "person": persons[name], "relation": relation, "from_on": clock.today()}
        rows(apps, "dossier", "Involvement").create(**here)
    items, seq = {}, 0
    for name, said in SAID.items():
        of = {"section": "circle", "klass": "file", "author": persons["lotte"], "made_at": clock.now()}
        item = rows(apps, "access", "Item").create(dossier=place, **of)
        rows(apps, "access", "SamePerson").create(item=item, person=persons[name])
        items[item.pk] = name
        for who, event in said:
            seq += 1
            line = {"seq": seq, "at": clock.now(), "event": event, "actor_kind": "session", "mac": "0" * 64}
            rows(apps, "audit", "Entry").create(
                id=uuid7(), dossier=place.pk, actor=persons[who].pk, subject=item.pk, **line
            )
    return items


def waiting(apps: Apps, items: dict[Any, str]) -> set[str]:
    found = rows(apps, "access", "SamePerson").filter(confirmed_at=None)
    return {items[one] for one in found.values_list("item_id", flat=True)}


@pytest.mark.skipif("connections['default'].vendor != 'sqlite'", reason="a database of its own, in memory: SQLite")
def test_what_noor_said_last_waits_and_what_anybody_else_said_holds(before: DatabaseWrapper) -> None:
    """Gone back and on again, what was confirmed meanwhile is forgotten and asked anew: that opens nothing."""
    items = written(migrated(BEFORE))
    apps = migrated(AFTER)
    assert waiting(apps, items) == WAITS
    same = rows(apps, "access", "SamePerson")
    assert same.filter(confirmed_by=None).count() == len(SAID), "who it was, nobody wrote down"
    same.filter(confirmed_at=None).update(confirmed_at=clock.now())
    assert rows(migrated(BEFORE), "access", "SamePerson").count() == len(SAID)
    assert waiting(migrated(AFTER), items) == WAITS


BY_A_YES = [("access", "0017_the_text_that_was_passed_on"), ("dossier", "0009_a_cry_waits")]
BY_A_WORKER = [("access", "0018_no_yes_of_a_child_confirms"), ("dossier", "0009_a_cry_waits")]
CONFIRMED = {"mama": "noor", "papa": "lotte", "oma": None, "nonkel": "noor", "wilma": "lotte", "tante": "sem"}
"""By whom; oma came in by a link, and Sem is the child of another place."""


def confirmed(apps: Apps, items: dict[Any, str]) -> None:
    """As it stood while a yes of the child said who somebody is."""
    persons = rows(apps, "people", "Person")
    named = {one.call_name: one for one in persons.all()}
    team = rows(apps, "people", "Team").get()
    sem = persons.create(call_name="sem")
    place = rows(apps, "dossier", "Dossier").create(call_name="Sem", team=team, opened_on=clock.today())
    here = {"dossier": place, "person": sem, "relation": "child", "from_on": clock.today()}
    rows(apps, "dossier", "Involvement").create(**here)
    named["sem"] = sem
    for item, name in items.items():
        by = CONFIRMED[name]
        facts = {"confirmed_at": clock.now(), "confirmed_by": named[by] if by else None}
        rows(apps, "access", "SamePerson").filter(item=item).update(**facts)


TAKEN_OVER = {
    "nobody": ([], {"mama", "nonkel"}),
    "by itself": ([("yes", "itself")], set()),
    "as lotte heard it": ([("yes", "said")], {"mama", "nonkel"}),
    "not yet after all": ([("yes", "itself"), ("not_yet", "itself")], {"mama", "nonkel"}),
}


@pytest.mark.skipif("connections['default'].vendor != 'sqlite'", reason="a database of its own, in memory: SQLite")
@pytest.mark.parametrize("took", TAKEN_OVER)
def test_whom_noor_confirmed_by_a_yes_waits_until_a_worker_says_it_is_so(before: DatabaseWrapper, took: str) -> None:
    said, waits = TAKEN_OVER[took]
    apps = migrated(BY_A_YES)
    items = written(apps)
    confirmed(apps, items)
    noor = next(one for one in rows(apps, "people", "Person").all() if one.call_name == "noor")
    place = next(one for one in rows(apps, "dossier", "Dossier").all() if one.call_name == "Noor")
    for word, expressed in said:
        facts = {"said": word, "expressed": expressed, "said_on": clock.today(), "recorded_by": noor, "dossier": place}
        rows(apps, "dossier", "TakenOver").create(**facts)
    assert waiting(apps, items) == set()
    apps = migrated(BY_A_WORKER)
    assert waiting(apps, items) == waits
    same = rows(apps, "access", "SamePerson").filter(confirmed_at=None)
    assert not same.exclude(confirmed_by=None).exists(), "who does not confirm it, did not confirm it"
    migrated(BY_A_YES)
    assert waiting(migrated(BY_A_WORKER), items) == waits, "going back opens nothing"
