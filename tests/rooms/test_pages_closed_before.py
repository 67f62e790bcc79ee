"""Places that closed before a closing ended what a service reads: from now on nobody reads on there either (R28, R29).

The migration itself, from the tables as they were: a database of its own, that is made and thrown away here.
"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.apps.registry import Apps
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from kring.kit import clock
from kring.kit.keys import uuid7
from tests.rooms.test_confirmed_before import before, migrated, rows  # noqa: F401  # a fixture

AROUND = [("dossier", "0015_who_comes_from_a_service"), ("people", "0017_a_place_that_is_shown_nowhere")]
BEFORE = [("access", "0028_tapped_with_pictures"), *AROUND]
AFTER = [("access", "0029_no_page_reads_on_after_the_help"), *AROUND]
PLACES = [
    # how the place stands, whether the page was written before it closed, whether by a yes, whether it is read after
    ("closed", True, True, False),
    ("closed", True, False, False),
    ("opened again", True, False, False),
    ("opened again", False, False, True),
    ("open", True, True, True),
]


def written(apps: Apps) -> list[UUID]:
    """A place of each kind, with one page for Nadia."""
    persons = {name: rows(apps, "people", "Person").create(call_name=name) for name in ("nadia", "lotte", "noor")}
    house = rows(apps, "people", "Organisation").create(name="Het Kompas")
    team = rows(apps, "people", "Team").create(name="Team Noord", organisation=house)
    closed_at, pages = clock.now() - timedelta(days=2), list[UUID]()
    for how, first, by_a_yes, _ in PLACES:
        place = rows(apps, "dossier", "Dossier").create(call_name="Noor", team=team, opened_on=clock.today())
        if how != "open":
            again = closed_at + timedelta(days=1) if how == "opened again" else None
            facts = {"last_day": clock.day(closed_at), "closed_at": closed_at, "closed_by": persons["lotte"]}
            rows(apps, "dossier", "Closing").create(dossier=place, reopened_at=again, **facts)
        made_at = closed_at + timedelta(hours=-1 if first else 30)
        of = {"section": "transfers", "klass": "file", "author": persons["lotte"], "told_to": persons["nadia"]}
        page = rows(apps, "access", "Item").create(id=uuid7(), dossier=place, made_at=made_at, **of)
        if by_a_yes:
            said = {"answer": "yes", "given_by": persons["noor"], "recorded_by": persons["noor"], "expressed": "itself"}
            facts = {"dossier": place, "item": page, "made_for": persons["nadia"], "from_on": clock.today()}
            rows(apps, "access", "Say").create(
                id=uuid7(), withdrawn_at=closed_at if how != "open" else None, **facts, **said
            )
        pages.append(page.pk)
    return pages


@pytest.mark.skipif(connections["default"].vendor != "sqlite", reason="a database of its own, in memory: SQLite")
def test_nobody_reads_on_where_a_place_closed_and_it_is_kept_for_whom_it_was(before: DatabaseWrapper) -> None:  # noqa: F811
    pages = written(migrated(BEFORE))
    apps = migrated(AFTER)
    told = dict(rows(apps, "access", "Item").values_list("pk", "told_to__call_name"))
    assert [told[one] for one in pages] == ["nadia" if reads else None for *_, reads in PLACES]
    kept = rows(apps, "access", "Say").filter(giver="worker").order_by("item__made_at", "item")
    closed = [page for page, (how, first, by_a_yes, _) in zip(pages, PLACES, strict=True) if how != "open" and first]
    assert {one.item_id for one in kept} == set(closed) - {pages[0]}, "of a page by a yes the yes says so"
    for one in kept:
        closing = rows(apps, "dossier", "Closing").get(dossier=one.dossier_id)
        assert (one.made_for.call_name, one.withdrawn_at, one.said_at) == (
            "nadia",
            closing.closed_at,
            closing.closed_at,
        )
