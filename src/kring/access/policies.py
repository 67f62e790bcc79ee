"""Set the row-level policies of PostgreSQL, with the table of the law in them, after each migration.

A kept row is weighed by that table; a row of the tables around the door is asked of which child it is (`access.scope`).
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, models

from kring.access.kept import Kept, kept_tables
from kring.access.models import Item
from kring.dossier.models import Dossier
from kring.law.access import AT_HOME, Protection, Verb, protection, table

SQL = Path(__file__).with_suffix(".sql")
FOR_EACH_TABLE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS kring_reads ON {table};
DROP POLICY IF EXISTS kring_adds ON {table};
DROP POLICY IF EXISTS kring_changes ON {table};
DROP POLICY IF EXISTS kring_removes ON {table};
CREATE POLICY kring_reads ON {table} FOR SELECT USING (kring_may_have(item_id));
CREATE POLICY kring_adds ON {table} FOR INSERT WITH CHECK (kring_writes());
CREATE POLICY kring_changes ON {table} FOR UPDATE USING (kring_writes());
CREATE POLICY kring_removes ON {table} FOR DELETE USING (kring_writes());
"""
OF_THIS_CHILD = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS kring_of_this_child ON {table};
CREATE POLICY kring_of_this_child ON {table} FOR ALL USING ({whose});
"""
SAID = "current_setting('kring.children', true)"
BY_DOSSIER = (
    f"CASE WHEN {SAID} = 'all' THEN true WHEN {SAID} <> '' THEN strpos({SAID}, dossier_id::text) > 0"
    " ELSE kring_nobody_said() END"
)
BY_ITEM = "kring_item_about({item})"
NO_POLICY = {
    "dossier.Dossier": "the door finds by it that there is such a child, before it can say about whom it is",
    "dossier.Involvement": "by it the door finds who stands where, and the policies themselves of whom a list may be",
    "dossier.Wall": "of a parent the door finds by it where it stands, together with the involvement",
    "access.Given": "a link, a card and pictures are recognised by it, before anybody came in",
    "audit.Entry": "the log is one chain over all children: it only grows, and is read by who leads or by the child",
}
"""What is about a child and has no policy of its own, each with why not: the test knows no other."""


def set_policies() -> None:
    """Functions, and a policy for each verb on each table of kept rows.  By the owner of the tables; may be repeated.

    Does nothing on SQLite, which has no such thing.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        body = json.dumps(openings(), sort_keys=True)
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION kring_openings() RETURNS jsonb LANGUAGE sql IMMUTABLE AS "  # our own table
            f"$law$ SELECT '{body}'::jsonb $law$"
        )
        cursor.execute(SQL.read_text(encoding="utf-8"))
        for name in sorted(kept_tables() & there):
            cursor.execute(FOR_EACH_TABLE.format(table=connection.ops.quote_name(name)))
        for name, item in sorted(around_the_door().items()):
            if name in there:
                whose = BY_ITEM.format(item=item) if item else BY_DOSSIER
                cursor.execute(OF_THIS_CHILD.format(table=connection.ops.quote_name(name), whose=whose))


@cache
def around_the_door() -> dict[str, str]:
    """The tables about a child that hold no kept rows: by name the column of their item, or nothing for a dossier."""
    found = {}
    for model in about_a_child():
        if not issubclass(model, Kept) and model._meta.label not in NO_POLICY:
            whole = [one for one in model._meta.concrete_fields if one.is_relation and not one.null]
            keys = {one.related_model: str(one.column) for one in reversed(whole)}  # of two, the first
            found[model._meta.db_table] = "" if Dossier in keys else keys[Item]
    return found


def about_a_child() -> Iterator[type[models.Model]]:
    """Every model of which a row is of one child: the place itself, and what has a key to it, to an item or to such."""
    about: set[Any] = {Dossier, Item}
    every = list(apps.get_models())
    while more := {model for model in every if model not in about and _keys(model) & about}:
        about |= more
    yield from (model for model in every if model in about or _names_a_child(model))


def _keys(model: type[models.Model]) -> set[Any]:
    return {field.related_model for field in model._meta.concrete_fields if field.is_relation}


def _names_a_child(model: type[models.Model]) -> bool:
    """The log has no keys: it stays when what it is about was erased."""
    return any(field.name == "dossier" for field in model._meta.concrete_fields)


def openings() -> dict[str, Any]:
    """The table of the law as the database reads it: for a place and a verb, each answer that opens it and when.

    Every protection goes along under its own name: a new one is in the database before anybody thinks of it, and a test
    asks that it is weighed there.
    """
    rules: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for (relation, section, klass), cell in table().items():
        for rule in cell:
            for verb in Verb:
                rules[f"{relation} {section} {klass} {verb}"] += [
                    {"answer": answer.value, "when": sorted(rule.when)} for answer in sorted(rule.answers(verb))
                ]
    guard = {one.name: sorted(getattr(protection(), one.name)) for one in fields(Protection)}
    return {
        "rules": {place: found for place, found in rules.items() if found},
        "protection": guard | {"at_home": sorted(AT_HOME)},
    }
