"""What a worker of the server holds on to after many requests."""

import statistics
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlsplit

THREADS = 4
SAMPLE_EVERY = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Held:
    """Requests that were answered, memory at the end, and how it grew over the second half."""

    requests: int
    mib: float
    slope: float  # MiB for 10,000 requests


@dataclass(slots=True)
class Crowd:
    """Many readers at once, who take turns at the same pages (path and cookies)."""

    address: str
    asked: Sequence[tuple[str, str]]
    most: int
    until: float
    answered: list[int] = field(default_factory=lambda: [0] * THREADS)

    @property
    def requests(self) -> int:
        """How many were answered so far."""
        return sum(self.answered)

    def read(self, me: int) -> None:
        """One reader: one connection, one page after the other."""
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=30)
        for path, cookies in islice(cycle(self.asked[me:] or self.asked), self.most // THREADS):
            if time.monotonic() > self.until:
                break
            connection.request("GET", path, headers={"Cookie": cookies, "Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
            self.answered[me] += 1
        connection.close()


def held(address: str, server: int, asked: Sequence[tuple[str, str]], *, most: int, seconds: float) -> Held:
    """Ask for these pages in turns, until there were enough requests or the time is over."""
    crowd = Crowd(address, asked, most, time.monotonic() + seconds)
    readers = [threading.Thread(target=crowd.read, args=[me]) for me in range(THREADS)]
    for one in readers:
        one.start()
    samples = []
    while any(one.is_alive() for one in readers):
        samples.append((crowd.requests, worker_mib(server)))
        time.sleep(SAMPLE_EVERY)
    samples.append((crowd.requests, worker_mib(server)))
    if len(samples) < 4:
        raise RuntimeError("the readers stopped at once")
    later = samples[len(samples) // 2 :]
    slope = statistics.linear_regression([float(count) for count, _ in later], [mib for _, mib in later]).slope
    return Held(crowd.requests, samples[-1][1], slope * 10_000)


def worker_mib(server: int) -> float:
    """The memory of the worker: the largest of the processes that the server started."""
    children = [
        pid for task in Path(f"/proc/{server}/task").iterdir() for pid in (task / "children").read_text().split()
    ]
    return max(_mib(int(pid)) for pid in [server, *children])


def _mib(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)
