"""A real server with the cast behind it, and a real browser in front: each journey gets a fresh copy of both."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.e2e import places

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20  # seconds for a server to come up


@dataclass(frozen=True, slots=True)
class Server:
    """Where the practice place answers, and where its database lies."""

    address: str
    data: Path


def environment(data: Path) -> dict[str, str]:
    """The environment of a practice place in a folder of its own."""
    unwanted = {"DATABASE_OWNER_URL", "KRING_SECRET_KEY_FILE", "KRING_FIELD_KEYS_FILE", "KRING_LOG_KEY_FILE"}
    key = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
    return {name: value for name, value in os.environ.items() if name not in unwanted} | {
        "DJANGO_SETTINGS_MODULE": "kring.config.settings",
        "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src"),
        "KRING_DEMO": "1",
        "KRING_SECRET_KEY": "only for tests",
        "KRING_FIELD_KEYS": f"k1:{key}",
        "KRING_LOG_KEY": key,
        "KRING_ANCHOR": str(data / "anchor"),
        "KRING_HOSTS": "127.0.0.1,localhost",
        "KRING_STATIC": str(data.parent / "static"),
        "DATABASE_URL": places.address(data),
    }


def manage(data: Path, code: str, *, as_owner: bool = False) -> None:
    """Run commands of the practice place, all in one process."""
    place = environment(data) | {"DATABASE_URL": places.address(data, as_owner=as_owner)}
    code = f"import django; django.setup(); from django.core.management import call_command as call\n{code}"
    subprocess.run([sys.executable, "-c", code], check=True, env=place, capture_output=True)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A seeded practice place to copy from: made once, by whichever process of the tests comes first."""
    folder = tmp_path_factory.getbasetemp()
    folder = (folder.parent if os.environ.get("PYTEST_XDIST_WORKER") else folder) / "place"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            _make(folder / "data")
            (folder / "made").touch()
    return folder / "data"


def _make(data: Path) -> None:
    data.mkdir()
    places.found(data)
    manage(data, "call('migrate', verbosity=0); call('guard')", as_owner=True)  # who makes tables owns them
    manage(data, "call('seed_demo'); call('collectstatic', interactive=False, verbosity=0)")


@contextmanager
def serving(template: Path) -> Iterator[Server]:
    """A practice place of one's own, answering on the loopback."""
    data = template.parent / f"copy-{os.getpid()}-{time.monotonic_ns()}"
    places.copy(template, data)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    words = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--blocking-threads", "4"]
    command = [sys.executable, "-m", "granian", *words, "--log-level", "error", "kring.config.wsgi:application"]
    with subprocess.Popen(command, env=environment(data), stdout=subprocess.DEVNULL) as process:
        try:
            _until_it_answers(f"http://127.0.0.1:{port}/visit/", process)
            yield Server(f"http://127.0.0.1:{port}", data)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
    places.clear(data)


@pytest.fixture(scope="session")
def standing(template: Path) -> Iterator[Server]:
    """A practice place that stays up from test to test, as starting one takes longer than most tests."""
    with serving(template) as server:
        yield server


@pytest.fixture
def server(standing: Server, template: Path) -> Server:
    """The practice place as it was on its first day."""
    places.put_back(template, standing.data)
    return standing


def _until_it_answers(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310  # the loopback, an address of ours
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)  # the only wait: for a process of ours to open its port
    raise RuntimeError("the practice place did not come up")


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What drives browsers; a process has one."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver: Playwright) -> Iterator[Browser]:
    """Chromium, started once; what is kept is kept in a context, and every test has its own."""
    path = os.environ.get("KRING_BROWSER") or shutil.which("chromium")
    started = driver.chromium.launch(executable_path=path, args=FLAGS)
    yield started
    started.close()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browser]:
    """Chromium without anything of another test: no window, no cookie, nothing kept."""
    yield chromium
    for context in chromium.contexts:
        context.close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(server: Server, browser: Browser) -> Visit:
    """Come in as someone of the cast, on a screen of a width: `visit("lotte", width=390)`."""

    def come_in(key: str, *, width: int = 1280, dark: bool = False, touch: bool = False, scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=server.address,
            viewport={"width": width, "height": 844 if width < 600 else 900},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            java_script_enabled=scripts,
            locale="nl-BE",
        )
        page = context.new_page()
        page.goto("/visit/")
        part = page.locator(f"form[action='/visit/{key}/']")
        part.get_by_role("button").click()
        return page

    return come_in


@pytest.fixture(scope="session")
def clean() -> Callable[[Page], None]:
    """Axe finds nothing on this page."""
    axe = Axe()

    def look(page: Page) -> None:
        page.wait_for_load_state()  # after a tap the next page may only have begun
        found = axe.run(page)
        assert found.violations_count == 0, found.generate_report()

    return look
