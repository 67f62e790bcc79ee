"""Set the row-level policies of PostgreSQL, with the table of the law in them, after each migration."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.db import connection

from kring.access.kept import kept_tables
from kring.law.access import Verb, protection, table

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


def openings() -> dict[str, Any]:
    """The table of the law as the database reads it: for a place and a verb, each answer that opens it and when."""
    rules: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for (relation, section, klass), cell in table().items():
        for rule in cell:
            for verb in Verb:
                rules[f"{relation} {section} {klass} {verb}"] += [
                    {"answer": answer.value, "when": sorted(rule.when)} for answer in sorted(rule.answers(verb))
                ]
    guard = protection()
    return {
        "rules": {place: found for place, found in rules.items() if found},
        "protection": {
            "sees_every_wall": sorted(guard.sees_every_wall),
            "open_when_restricted": sorted(guard.open_when_restricted),
            "left_when_restricted": sorted(guard.left_when_restricted),
            "never_in_an_emergency": sorted(guard.never_in_an_emergency),
            "never_told_what_was_said": sorted(guard.never_told_what_was_said),
            "never_about_oneself": sorted(guard.never_about_oneself),
            "never_about_those_close": sorted(guard.never_about_those_close),
            "reads_about_those_close": sorted(guard.reads_about_those_close),
            "not_the_rest": sorted(guard.not_the_rest),
            "reads_what_is_held_close": sorted(guard.reads_what_is_held_close),
        },
    }
