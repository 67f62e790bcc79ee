"""The real provider, started and stopped: `with provider(back_to) as told`."""

import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.openid.rogue import a_key

PATIENCE = 30
CITIZENS = ("lotte", "stranger", "weak")
PASSWORD = "only for tests"  # of citizens who do not exist


@dataclass(frozen=True, slots=True)
class Told:
    """What Kring must know of it."""

    address: str
    secret: str
    place: dict[str, str] = field(default_factory=dict, repr=False)

    def age(self, who: str, **ago: int) -> None:
        """This citizen signed in there so long ago, and is signed in there still."""
        told = f"User.objects.filter(username='{who}').update(last_login=now() - timedelta(**{ago}))"
        shell(self.place, f"from datetime import timedelta; from django.utils.timezone import now; {told}")

    def write(self, file: Path, *asks: str) -> None:
        """The file that KRING_OPENID_FILE names; `asks`: more lines of it."""
        lines = ["[[provider]]", 'id = "acm"', 'name = "ACM/IDM"', 'client_id = "kring"']
        lines += [f'server_url = "{self.address}/o"', f'client_secret = "{self.secret}"']
        file.write_text("\n".join([*lines, *asks]), encoding="utf-8")


@contextmanager
def provider(back_to: str) -> Iterator[Told]:
    """An OpenID provider on the loopback, with three citizens, that knows Kring at this address."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    # Hexadecimal: a secret that begins with a dash reads as an option of the command below.
    address, secret = f"http://127.0.0.1:{port}", secrets.token_hex(24)
    with tempfile.TemporaryDirectory() as folder:
        pem = a_key().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (Path(folder) / "key.pem").write_bytes(pem)
        place = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.openid.settings",
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
            "OPENID_DATA": folder,
            "OPENID_ADDRESS": address,
        }
        told = Told(address, secret, place)
        django = [sys.executable, "-m", "django"]
        _done([*django, "migrate", "--verbosity", "0"], place)
        kring = "createapplication confidential authorization-code --client-id kring --algorithm RS256"
        back = ["--redirect-uris", back_to, "--skip-authorization", "--client-secret", told.secret]
        _done([*django, *kring.split(), *back], place)
        for name in CITIZENS:
            shell(place, f"User.objects.create_user('{name}', password='{PASSWORD}')")
        serving = [*django, "runserver", "--noreload", f"127.0.0.1:{port}"]
        with subprocess.Popen(serving, env=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                _until_it_answers(f"{told.address}/login/", process)
                yield told
            finally:
                process.terminate()
                process.wait(timeout=PATIENCE)


def shell(place: dict[str, str], code: str) -> None:
    """Do this over there."""
    told = f"from django.contrib.auth.models import User; {code}"
    _done([sys.executable, "-m", "django", "shell", "--verbosity", "0", "-c", told], place)


def _done(command: list[str], place: dict[str, str]) -> None:
    subprocess.run(command, check=True, env=place, capture_output=True)


def _until_it_answers(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310  # the loopback, an address of ours
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)  # the only wait: for a process of ours to open its port
    raise RuntimeError("the provider did not come up")
