"""A throw-away PostgreSQL for one run of the tests: its own folder, its own port on this machine, gone afterwards.

`python -m tests.cluster` starts one, prints the settings that lead to it, and keeps it until Ctrl-C.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "kring_owner"
APPLICATION = "kring_app"
DATABASE = "kring"
REMEMBERED = Path("var/workshop/clusters")
"""For each cluster a file with its name: whose it is, and where it lies."""
# Speed instead of safety: whatever this cluster holds is worth nothing tomorrow.  Most of its work was weighing in
# which order tables are best read, and there is hardly anything in them: it reads them in the order of the statement.
CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = '{folder}'
port = {port}
max_connections = 60
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
jit = off
from_collapse_limit = 1
join_collapse_limit = 1
max_parallel_workers_per_gather = 0
log_min_messages = warning
"""


class NoClusterError(RuntimeError):
    """PostgreSQL cannot be started here; the message says why, for the last lines of the run."""


def programs() -> Path | None:
    """The folder of the newest PostgreSQL server on this machine, 15 or later."""
    for initdb in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: -int(path.parts[4])):
        if int(initdb.parts[4]) >= 15:
            return initdb.parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def cluster() -> Iterator[dict[str, str]]:
    """Start a cluster, give the environment that leads to it, and stop it whatever happens."""
    _stop_forgotten()
    home = programs()
    if home is None:
        raise NoClusterError("no PostgreSQL 15 or later on this machine")
    folder = Path(tempfile.mkdtemp(prefix="kring-postgresql-"))
    try:
        environment = _start(home, folder)
        yield environment
    finally:
        _stop(folder)


def _start(home: Path, folder: Path) -> dict[str, str]:
    data, port, password = folder / "data", _free_port(), secrets.token_urlsafe(18)
    REMEMBERED.mkdir(parents=True, exist_ok=True)
    (REMEMBERED / folder.name).write_text(f"{os.getpid()} {folder}", encoding="utf-8")
    secret = folder / "password"
    secret.write_text(password, encoding="ascii")
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        for path in (folder, secret):
            shutil.chown(path, "postgres", "postgres")
    _run(
        [
            str(home / "initdb"), f"--pgdata={data}", "--username=postgres", f"--pwfile={secret}",
            "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
        ]
    )  # fmt: skip
    with (data / "postgresql.conf").open("a", encoding="utf-8") as configuration:
        configuration.write(CONFIGURATION.format(folder=folder, port=port))
    _run([str(home / "pg_ctl"), f"--pgdata={data}", f"--log={folder / 'log'}", "--wait", "--timeout=60", "start"])
    address = f"127.0.0.1:{port}"
    for statement in (
        f"CREATE ROLE {OWNER} LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD '{password}'",
        f"CREATE ROLE {APPLICATION} LOGIN NOCREATEDB NOSUPERUSER NOBYPASSRLS PASSWORD '{password}'",
        f"GRANT {APPLICATION} TO {OWNER}",  # tests make the tables as the owner, then speak as the application
        f"CREATE DATABASE {DATABASE} OWNER {OWNER}",
    ):
        told = {**os.environ, "PGPASSWORD": password}
        server = ["--host=127.0.0.1", f"--port={port}", "--username=postgres", "--dbname=postgres"]
        subprocess.run([str(home / "psql"), "--quiet", *server, "-c", statement], check=True, env=told)
    return {
        "DATABASE_URL": f"postgresql://{APPLICATION}:{password}@{address}/{DATABASE}",
        "DATABASE_OWNER_URL": f"postgresql://{OWNER}:{password}@{address}/{DATABASE}",
    }


def _run(command: list[str]) -> None:
    if os.geteuid() == 0:
        command = [shutil.which("runuser") or "/usr/sbin/runuser", "--user", "postgres", "--", *command]
    # pg_ctl leaves a server behind that would hold on to a pipe: output goes to a file.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(command, stdout=said, stderr=said, cwd="/", check=False)
        if done.returncode != 0:
            said.seek(0)
            raise NoClusterError(f"{Path(command[-1]).name or command[0]}: {said.read().strip()[-400:]}")


def _stop(folder: Path) -> None:
    try:
        pid = int((folder / "data/postmaster.pid").read_text(encoding="ascii").split()[0])
        os.kill(pid, signal.SIGINT)  # fast shutdown: connections are cut, the server ends
        for _ in range(100):
            os.kill(pid, 0)
            time.sleep(0.1)
        os.kill(pid, signal.SIGQUIT)
    except (FileNotFoundError, ProcessLookupError, IndexError):
        pass  # it never started, or has ended
    shutil.rmtree(folder, ignore_errors=True)
    (REMEMBERED / folder.name).unlink(missing_ok=True)


def _stop_forgotten() -> None:
    """A run that was killed could not tidy up; the next one does.  What belongs to a run that lives stays."""
    for kept in REMEMBERED.glob("kring-postgresql-*"):
        owner, _, folder = kept.read_text(encoding="utf-8").partition(" ")
        try:
            os.kill(int(owner), 0)
        except (ProcessLookupError, ValueError):
            if Path(folder).name == kept.name:
                _stop(Path(folder))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


if __name__ == "__main__":
    with cluster() as settings:
        print("\n".join(f"export {name}={value}" for name, value in settings.items()), flush=True)
        try:
            signal.pause()
        except KeyboardInterrupt:
            print("stopped")
