"""A practice place of one's own to measure in: its folder, its environment, its server.  No Django in this module."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds for a server to come up


def environment(data: Path) -> dict[str, str]:
    """The environment of a practice place in a folder of its own."""
    unwanted = {"DATABASE_OWNER_URL", "KRING_SECRET_KEY_FILE", "KRING_FIELD_KEYS_FILE", "KRING_LOG_KEY_FILE"}
    key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
    return {name: value for name, value in os.environ.items() if name not in unwanted} | {
        "DJANGO_SETTINGS_MODULE": "kring.config.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "KRING_DEMO": "1",
        "KRING_SECRET_KEY": "only to measure with",
        "KRING_FIELD_KEYS": f"k1:{key}",
        "KRING_LOG_KEY": key,
        "KRING_ANCHOR": str(data / "anchor"),
        "KRING_HOSTS": "127.0.0.1,localhost,testserver",
        "KRING_STATIC": str(data / "static"),
        "DATABASE_URL": f"sqlite:///{data}/kring.sqlite3",
    }


@contextmanager
def practice_place() -> Iterator[Path]:
    """A folder with a seeded practice place, gone afterwards."""
    data = Path(tempfile.mkdtemp(prefix="kring-bench-"))
    try:
        commands = ["migrate --noinput --verbosity 0", "guard", "seed_demo", "collectstatic --noinput --verbosity 0"]
        for words in commands:
            django = [sys.executable, "-m", "django", *words.split()]
            subprocess.run(django, check=True, env=environment(data), stdout=subprocess.DEVNULL)
        yield data
    finally:
        shutil.rmtree(data, ignore_errors=True)


def inside(data: Path, module: str, *words: str) -> str:
    """Run `main` of a module with Django set up in that place; what it prints."""
    code = f"import sys, django; django.setup(); from {module} import main; main(*sys.argv[1:])"
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, check=True, env=environment(data), stdout=subprocess.PIPE, text=True).stdout


@contextmanager
def served(data: Path) -> Iterator[tuple[str, int]]:
    """The place behind its real server on the loopback: the address, and the process of the server."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    words = f"--interface wsgi --no-ws --blocking-threads 8 --host 127.0.0.1 --port {port} --log-level error".split()
    command = [sys.executable, "-m", "granian", *words, "kring.config.wsgi:application"]
    around = {"MALLOC_ARENA_MAX": "2"} | environment(data)  # as `./kring serve` does
    with subprocess.Popen(command, env=around, stdout=subprocess.DEVNULL) as process:
        try:
            _until_it_answers(f"http://127.0.0.1:{port}/visit/", process)
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _until_it_answers(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310  # our own server, a second ago
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError("the practice place did not come up")
