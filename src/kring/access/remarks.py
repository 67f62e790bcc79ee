"""Tell PostgreSQL with each statement on rows about a child who asks (`access.asking`); on SQLite nobody listens."""

from collections.abc import Callable

from django.db.backends.base.base import BaseDatabaseWrapper

from kring.access.asking import asked_by
from kring.access.kept import kept_tables

Execute = Callable[[str, object, bool, dict[str, object]], object]


def on_this_connection(connection: BaseDatabaseWrapper, **_: object) -> None:
    """From now on this connection tells who asks.  For the signal of a new connection."""
    if connection.vendor == "postgresql" and tell not in connection.execute_wrappers:
        connection.execute_wrappers.append(tell)


def tell(
    execute: Execute, sql: str, params: object, many: bool, context: dict[str, object]
) -> object:  # as Django calls it
    """In the message of the statement itself, and anew with each: what an earlier one told may still hold."""
    if not any(table in sql for table in kept_tables()):
        return execute(sql, params, many, context)
    told = f"SELECT set_config('kring.asker', '{asked_by(sql)}', true); "
    answer = execute(told + sql, params, many, context)
    context["cursor"].cursor.nextset()  # type: ignore[attr-defined]  # the cursor of the database's own library
    return answer
