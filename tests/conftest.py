"""Every test starts from the cast, seeded once; on PostgreSQL it speaks as the application's role."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections
from django.db.backends.signals import connection_created
from django.db.migrations.recorder import MigrationRecorder
from django.middleware import csrf
from django.test import override_settings

from kring.audit import guard
from tests.family import Family

LONG = ("tests/canary", "tests/matrix", "tests/rooms/test_statements.py", "tests/rooms/test_role_table.py")
LONG += ("tests/rooms/test_whole_life.py", "tests/rooms/test_security_bench.py")
"""Half a minute and more each.  They come first: a long one that comes last leaves the other worker with nothing."""


def pytest_collection_finish() -> None:
    """What was loaded and collected stays to the end: Python looks less often through all of it for what may go.

    Not frozen: `tests/rooms/test_questions.py` finds every question of the house among what Python looks through.
    """
    gc.set_threshold(20_000, 20, 20)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what asks a database: the rest runs on SQLite, and would do the same again."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))
    if connection.vendor != "postgresql":
        return
    asks = [item for item in items if "e2e" in item.path.parts or _asks_a_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(asks)])
    items[:] = asks


def _asks_a_database(item: pytest.Item) -> bool:
    wanted = {"db", "transactional_db", "django_db_setup"}
    return bool(wanted & set(getattr(item, "fixturenames", ()))) or item.get_closest_marker("django_db") is not None


@pytest.fixture(scope="session", autouse=True)
def tokens_spell_no_word() -> Iterator[None]:
    """The token of a form is drawn from consonants: one that spelled "JIM" stood where no page may say that word."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csrf, "CSRF_ALLOWED_CHARS", "bcdfghjklmnpqrstvwxz")
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    if connection.vendor == "sqlite":  # in memory, as with the framework's own backend
        connection.settings_dict["TEST"]["NAME"] = ":memory:"
        connection.settings_dict["OPTIONS"]["cached_statements"] = 2000  # one process for all pages, and one connection
    request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")
    settings.ANCHOR = str(tmp_path_factory.mktemp("log") / "anchor")
    owner = os.environ.get("DATABASE_OWNER_URL")
    if owner:
        from kring.config.environment import database  # noqa: PLC0415  # only where there are two roles

        connection.settings_dict.update({name: database(owner)[name] for name in ("USER", "PASSWORD")})


@pytest.fixture(scope="session", autouse=True)
def plain_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Static files under their own names: hashed ones need a collectstatic, which the journeys do."""
    storages = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=storages, STATIC_ROOT=str(tmp_path_factory.mktemp("static"))):
        yield


@pytest.fixture(scope="session", autouse=True)
def light_hashes() -> Iterator[None]:
    """Argon2 as always, and light: what it costs for real is the same work in the journeys and on every bench."""
    with override_settings(PASSWORD_HASHERS=["tests.hashing.LightArgon2"]):
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    light_hashes: None, django_db_setup: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[None]:
    """The tables by the owner, then the cast, then the guards; from then on as the application's role."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        from kring.access import policies, scope  # noqa: PLC0415  # needs the models
        from kring.demo import cast  # noqa: PLC0415  # needs the tables

        MigrationRecorder(connection).ensure_schema()  # no test migrates, and the guards close this table too
        guard.set_guards()
        policies.set_policies()
        if connection.vendor == "postgresql":
            connection_created.connect(_as_the_application, dispatch_uid="as-the-application")
            _as_the_application(connection=connection)
        with scope.all_children():
            Family.seeded = cast.seed()
    yield
    connection_created.disconnect(dispatch_uid="as-the-application")
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connections["default"].cursor() as cursor:  # type: ignore[attr-defined]
            cursor.execute("RESET ROLE")


def _as_the_application(connection: object, **_: object) -> None:
    with connection.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute(f"SET ROLE {guard.APPLICATION_ROLE}")


@pytest.fixture(autouse=True)
def about_all_children() -> Iterator[None]:
    """A test looks and changes as a job does.  What it asks of the program by an address is of one child, as always."""
    from kring.access import scope  # noqa: PLC0415  # needs the settings

    with scope.all_children():
        yield


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left for after the answer is done in its own thread; a test has one connection, and does it at once."""
    monkeypatch.setattr("kring.people.later.after_the_answer", lambda work: work())


@pytest.fixture
def family(db: None) -> Family:
    """Noor, Sem and the people around them."""
    return Family()


@pytest.fixture
def anchor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An anchor file of one's own."""
    path = tmp_path / "anchor"
    monkeypatch.setattr(settings, "ANCHOR", str(path))
    return path
