"""Who was said to be Ann stands behind her wall since, with what is written there and the lines that join it (R16).

The migration itself, from the tables as they were: a database of its own, that is made and thrown away here.
"""

import pytest
from django.apps.registry import Apps
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from kring.kit import clock
from kring.kit.keys import uuid7
from tests.rooms.test_confirmed_before import before, migrated, rows  # noqa: F401  # a fixture

AROUND = [
    ("access", "0022_a_part_opens_nothing_of_before"),
    ("dossier", "0009_a_cry_waits"),
    ("people", "0013_a_place_for_a_complaint"),
]
BEFORE = [("circle", "0003_since_when_it_rests"), *AROUND]
AFTER = [("circle", "0004_behind_the_wall_of_who_it_is"), *AROUND]
WALLS = {"ann": "mama", "rita": None, "tarik": "papa"}
"""Who comes in, and on which side; each is one of the circle, at no side."""
LINES = {("ann", "rita"): "mama", ("ann", "tarik"): "", ("rita", "els"): None}
"""Who is joined, and where that line stands: of two sides where nobody stands."""


def written(apps: Apps) -> None:
    lotte = rows(apps, "people", "Person").create(call_name="Lotte")
    house = rows(apps, "people", "Organisation").create(name="Het Kompas")
    team = rows(apps, "people", "Team").create(name="Team Noord", organisation=house)
    place = rows(apps, "dossier", "Dossier").create(call_name="Noor", team=team, opened_on=clock.today())
    sides = {label: rows(apps, "dossier", "Wall").create(dossier=place, label=label) for label in ("mama", "papa")}

    def item(**facts: object) -> object:
        of = {"section": "circle", "klass": "file", "author": lotte, "made_at": clock.now(), "dossier": place}
        return rows(apps, "access", "Item").create(id=uuid7(), **of, **facts)

    made = {name: item(topic=name) for name in (*WALLS, "els")}
    of = {name: rows(apps, "circle", "Member").create(item=one) for name, one in made.items()}
    for name, side in WALLS.items():
        person = rows(apps, "people", "Person").create(call_name=name)
        rows(apps, "access", "SamePerson").create(item=made[name], person=person)
        here = {"dossier": place, "person": person, "relation": "supporter", "from_on": clock.today()}
        rows(apps, "dossier", "Involvement").create(**here, wall=sides[side] if side else None)
        item(topic=f"of {name}", about=made[name])
    for a, b in LINES:
        tie = item(topic=f"{a} {b}")
        when = {"since_at": clock.now(), "began_by": uuid7(), "layer": "child", "kind": "know"}
        rows(apps, "circle", "Tie").create(item=tie, a=of[a], b=of[b], **when)


@pytest.mark.skipif(connections["default"].vendor != "sqlite", reason="a database of its own, in memory: SQLite")
def test_each_stands_where_its_person_does_and_a_line_where_both_may_be_known(before: DatabaseWrapper) -> None:  # noqa: F811
    written(migrated(BEFORE))
    apps = migrated(AFTER)
    labels = {one.pk: one.label for one in rows(apps, "dossier", "Wall").all()}
    found = {one.topic: labels.get(one.wall_id) for one in rows(apps, "access", "Item").all()}
    assert {name: found[name] for name in WALLS} == WALLS
    assert {name: found[f"of {name}"] for name in WALLS} == WALLS
    assert {(a, b): found[f"{a} {b}"] for a, b in LINES} == LINES
    assert found["els"] is None
