"""A worker wrote of a part in the safety while that opened something: Noor's older yes waits, a newer one holds.

The migration itself, from the tables as they were: a database of its own, that is made and thrown away here.
"""

import pytest
from django.apps.registry import Apps
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from kring.kit import clock
from kring.kit.keys import uuid7
from tests.rooms.test_confirmed_before import before, migrated, rows  # noqa: F401  # a fixture

AROUND = [("dossier", "0009_a_cry_waits"), ("people", "0013_a_place_for_a_complaint")]
BEFORE = [("access", "0021_since_when_it_is_another"), *AROUND]
AFTER = [("access", "0022_a_part_opens_nothing_of_before"), *AROUND]
SAID = [
    # of whom, about what, whether it was said before the part, who wrote the part, whether it waits from now on
    ("karim", "safety", True, "lotte", True),
    ("rita", "school", True, "lotte", False),
    ("els", "safety", False, "lotte", False),
    ("wilma", "safety", True, "noor", False),
]


def written(apps: Apps) -> None:
    persons = {name: rows(apps, "people", "Person").create(call_name=name) for name in ("noor", "lotte")}
    house = rows(apps, "people", "Organisation").create(name="Het Kompas")
    team = rows(apps, "people", "Team").create(name="Team Noord", organisation=house)
    place = rows(apps, "dossier", "Dossier").create(call_name="Noor", team=team, opened_on=clock.today())
    here = {"dossier": place, "person": persons["noor"], "relation": "child", "from_on": clock.today()}
    rows(apps, "dossier", "Involvement").create(**here)
    for name, topic, first, by, _ in SAID:
        of = {"section": "circle", "klass": "file", "author": persons["lotte"], "made_at": clock.now()}
        item = rows(apps, "access", "Item").create(id=uuid7(), dossier=place, **of)
        keys = [uuid7(), uuid7()]
        part = {"part": "safety", "said_by": "parent", "recorded_by": persons[by], "from_on": clock.today()}
        rows(apps, "access", "HasPart").create(id=keys[first], dossier=place, member=item, **part)
        say = {"answer": "yes", "given_by": persons["noor"], "recorded_by": persons["noor"], "expressed": "itself"}
        facts = {"dossier": place, "towards": item, "topic": topic, "purpose": name, "from_on": clock.today()}
        rows(apps, "access", "Say").create(id=keys[not first], **facts, **say)


@pytest.mark.skipif(connections["default"].vendor != "sqlite", reason="a database of its own, in memory: SQLite")
def test_an_older_yes_waits_where_somebody_else_wrote_the_part(before: DatabaseWrapper) -> None:  # noqa: F811
    written(migrated(BEFORE))
    apps = migrated(AFTER)
    found = {one.purpose: one.waits for one in rows(apps, "access", "Say").all()}
    assert found == {name: waits for name, *_, waits in SAID}
    assert rows(apps, "dossier", "Dossier").get().unread_since is not None, "her first page tells her"
