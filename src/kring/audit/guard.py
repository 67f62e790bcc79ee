"""What the database itself holds against change: triggers on the log, and the grants of the application's role.

On SQLite a migration that alters a table drops its triggers silently, so `./kring migrate` sets them anew each time.
"""

from django.db import connection
from django.db.backends.utils import CursorWrapper

TABLE = "audit_entry"
APPLICATION_ROLE = "kring_app"


def set_guards() -> None:
    """Set the triggers, and on PostgreSQL the grants too.  May be repeated; to be run by the owner of the tables."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _postgresql(cursor)
        else:
            _sqlite(cursor)


def guards() -> set[str]:
    """The names of the triggers that stand now."""
    query = {
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'audit_entry'::regclass AND NOT tgisinternal",
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entry'",
    }
    with connection.cursor() as cursor:
        cursor.execute(query[connection.vendor])
        return {row[0] for row in cursor.fetchall()}


def _sqlite(cursor: CursorWrapper) -> None:
    for verb in ("UPDATE", "DELETE"):
        name = f"log_refuses_{verb.lower()}"
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {TABLE} BEGIN SELECT RAISE(ABORT, 'the log only grows'); END"
        )
    # INSERT OR REPLACE takes a row away without waking the trigger on DELETE.
    taken = f"SELECT 1 FROM {TABLE} WHERE id = NEW.id OR seq = NEW.seq OR once = NEW.once"  # noqa: S608  # our own name
    cursor.execute("DROP TRIGGER IF EXISTS log_refuses_replace")
    cursor.execute(
        f"CREATE TRIGGER log_refuses_replace BEFORE INSERT ON {TABLE} "
        f"WHEN EXISTS ({taken}) BEGIN SELECT RAISE(ABORT, 'the log only grows'); END"
    )


def _postgresql(cursor: CursorWrapper) -> None:
    cursor.execute(
        "CREATE OR REPLACE FUNCTION log_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log only grows'; END $$"
    )
    for verb, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        name = f"log_refuses_{verb.lower()}"
        cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {TABLE}")
        cursor.execute(f"CREATE TRIGGER {name} BEFORE {verb} ON {TABLE} FOR EACH {each} EXECUTE FUNCTION log_refuses()")
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION_ROLE])
    if cursor.fetchone():
        _grants(cursor)


def _grants(cursor: CursorWrapper) -> None:
    cursor.execute(f"GRANT USAGE ON SCHEMA public TO {APPLICATION_ROLE}")
    cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APPLICATION_ROLE}")
    cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APPLICATION_ROLE}")
    cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {TABLE} FROM {APPLICATION_ROLE}")
    cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {APPLICATION_ROLE}")
