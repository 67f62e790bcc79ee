"""What SQLite is asked reads as Django's own way of asking it would have written it."""

import pytest
from django.db.backends.sqlite3.base import SQLiteCursorWrapper

from kring.config.sqlite.base import Cursor


@pytest.mark.parametrize(
    "statement",
    [
        'SELECT "a" FROM "b"',
        'SELECT "a" FROM "b" WHERE "c" = %s AND "d" IN (%s, %s)',
        "SELECT %s || '%%' || %s LIKE '%%x%%' ESCAPE '\\'",
        "SELECT strftime('%%s', %s)",
        "",
    ],
)
def test_the_places_of_values_are_marked_as_django_marks_them(statement: str) -> None:
    assert Cursor.convert_query(None, statement) == SQLiteCursorWrapper.convert_query(None, statement)  # type: ignore[arg-type]  # no cursor is asked


def test_named_places_are_marked_as_django_marks_them() -> None:
    named = {"param_names": ["who"]}
    assert Cursor.convert_query(object.__new__(Cursor), "SELECT %(who)s", **named) == "SELECT :who"
