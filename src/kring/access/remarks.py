"""Tell PostgreSQL with each statement about a child who asks (`access.asking`) and of whom (`access.scope`).

On SQLite nobody listens.
"""

from collections.abc import Callable

from django.db.backends.base.base import BaseDatabaseWrapper

from kring.access import scope
from kring.access.asking import asked_by
from kring.access.kept import kept_tables
from kring.access.policies import around_the_door

Execute = Callable[[str, object, bool, dict[str, object]], object]


def on_this_connection(connection: BaseDatabaseWrapper, **_: object) -> None:
    """From now on this connection tells who asks.  For the signal of a new connection."""
    if connection.vendor == "postgresql" and tell not in connection.execute_wrappers:
        connection.execute_wrappers.append(tell)


def tell(
    execute: Execute, sql: str, params: object, many: bool, context: dict[str, object]
) -> object:  # as Django calls it
    """In the message of the statement itself, and anew with each: what an earlier one told may still hold."""
    kept = any(table in sql for table in kept_tables())
    told = [f"set_config('kring.asker', '{asked_by(sql)}', true)"] if kept else []
    if any(table in sql for table in around_the_door()):
        told.append(f"set_config('kring.children', {scope.told()}, true)")
    if not told:
        return execute(sql, params, many, context)
    answer = execute(f"SELECT {', '.join(told)}; {sql}", params, many, context)
    context["cursor"].cursor.nextset()  # type: ignore[attr-defined]  # the cursor of the database's own library
    return answer
