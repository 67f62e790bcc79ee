"""Programs that run beside each other: what they say is kept apart, and none of them stays behind."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from tempfile import TemporaryFile
from threading import Event
from typing import IO, TypeVar

LONGEST = 45 * 60  # a program that takes longer hangs; the longest part took 28 minutes on a slow day of two cores
T = TypeVar("T")
_running: set[int] = set()
_stopped = Event()
_kept: ContextVar[IO[str] | None] = ContextVar("kept", default=None)
_beside: ContextVar[bool] = ContextVar("beside", default=False)


class StoppedError(RuntimeError):
    """Somebody stopped the run: nothing starts any more."""


def go(command: list[str], environment: dict[str, str]) -> int:
    """Run a program in a group of its own, so that nothing of it stays behind.  Raises `StoppedError`."""
    if _stopped.is_set():
        raise StoppedError
    said = _kept.get()
    both = None if said is None else subprocess.STDOUT
    program = subprocess.Popen(command, env=environment, start_new_session=True, stdout=said, stderr=both)
    _running.add(program.pid)
    try:
        return program.wait(timeout=0 if _stopped.is_set() else LONGEST)
    except subprocess.TimeoutExpired:
        print(f"== stopped after {LONGEST // 60} minutes: {' '.join(command[:4])}", flush=True)
        return 124
    finally:
        _running.discard(program.pid)
        _end(program.pid)


def is_beside_others() -> bool:
    """Whether something else of ours runs at the same time."""
    return _beside.get()


@contextmanager
def kept_apart() -> Iterator[None]:
    """What programs say in here is shown when they are done: two that talk at once cannot be read."""
    with TemporaryFile("w+", encoding="utf-8") as said:
        before = _kept.set(said)
        try:
            yield
        finally:
            _kept.reset(before)
            said.seek(0)
            print(said.read(), flush=True)


def beside(lanes: list[Callable[[], list[T]]]) -> list[T]:
    """What comes of every lane, all of them at once.  When one breaks or the run is stopped, all stop."""
    with ThreadPoolExecutor(max(1, len(lanes))) as threads:
        try:
            waiting = [threads.submit(_in_a_lane, lane, among=len(lanes)) for lane in lanes]
            return [one for lane in waiting for one in lane.result()]
        except BaseException:
            _stopped.set()
            for group in list(_running):
                _end(group)
            raise


def _in_a_lane(lane: Callable[[], T], *, among: int) -> T:
    _beside.set(among > 1)
    return lane()


def _end(group: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGTERM)
