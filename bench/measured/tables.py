"""An empty database to measure in, on SQLite or on a throw-away PostgreSQL, with Django set up to speak to it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import django

from tests.cluster import cluster


@contextmanager
def empty_database(*, postgresql: bool, as_owner: bool = False) -> Iterator[None]:
    """Tables and guards made by their owner; from here on this process speaks as the application, or as the owner."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        place = {"DATABASE_URL": f"sqlite:///{folder}/kring.sqlite3"}
        if postgresql:
            place = stack.enter_context(cluster())
        owned = place.get("DATABASE_OWNER_URL", place["DATABASE_URL"])
        spoken = owned if as_owner else place["DATABASE_URL"]
        os.environ |= {"DATABASE_URL": spoken, "KRING_ANCHOR": str(folder / "anchor")}
        for command in (["migrate", "--noinput", "--verbosity=0"], ["guard"]):
            owner = os.environ | {"DATABASE_URL": owned}
            subprocess.run([sys.executable, "-m", "django", *command], check=True, env=owner, stdout=subprocess.DEVNULL)
        django.setup()
        from kring.access.scope import all_children  # noqa: PLC0415  # its models are there only now

        with all_children():  # as a job: what is measured by an address or at a door is of one child, as always
            yield
