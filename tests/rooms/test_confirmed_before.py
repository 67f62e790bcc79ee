"""Who of a circle was pointed out before that could wait: what Noor said waits now, what anybody else said holds.

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
