"""What `./kring test` runs beside each other stays readable, and nothing of it stays behind."""

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Barrier, Event

import pytest

from tests import cluster, programs

SAYS = [sys.executable, "-c", "print('gezegd')"]
WAITS = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture(autouse=True)
def not_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "_stopped", Event())


def test_lanes_run_at_the_same_time_and_what_comes_of_them_keeps_its_order() -> None:
    meet = Barrier(2, timeout=20)

    def lane(name: str) -> list[str]:
        meet.wait()  # breaks when the other one is not there
        assert programs.is_beside_others()
        return [name]

    assert programs.beside([lambda: lane("first"), lambda: lane("second")]) == ["first", "second"]
    assert programs.beside([lambda: [programs.is_beside_others()]]) == [False]
    assert programs.beside([]) == []


def test_what_a_program_says_apart_comes_when_it_is_done(capfd: pytest.CaptureFixture[str]) -> None:
    with programs.kept_apart():
        assert programs.go(SAYS, dict(os.environ)) == 0
        assert capfd.readouterr().out == ""
    assert "gezegd" in capfd.readouterr().out
    assert programs.go(SAYS, dict(os.environ)) == 0
    assert "gezegd" in capfd.readouterr().out


def test_when_one_lane_breaks_what_runs_in_the_other_is_stopped_and_nothing_starts_any_more() -> None:
    statuses: list[int] = []

    def waits() -> list[int]:
        statuses.append(programs.go(WAITS, dict(os.environ)))
        return statuses

    def breaks() -> list[int]:
        while not programs._running:
            time.sleep(0.01)
        raise ZeroDivisionError

    began = time.monotonic()
    with pytest.raises(ZeroDivisionError):
        programs.beside([breaks, waits])
    assert time.monotonic() - began < 40
    assert statuses[0] != 0
    with pytest.raises(programs.StoppedError):
        programs.go(SAYS, dict(os.environ))


def test_a_cluster_of_a_run_that_is_gone_is_cleared_and_one_of_a_run_that_lives_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr(cluster, "REMEMBERED", kept)
    for name, owner in (("kring-postgresql-old", gone.pid), ("kring-postgresql-new", os.getpid())):
        (tmp_path / name).mkdir()
        (kept / name).write_text(f"{owner} {tmp_path / name}", encoding="utf-8")
    cluster._stop_forgotten()
    assert not (tmp_path / "kring-postgresql-old").exists()
    assert (tmp_path / "kring-postgresql-new").exists()
    assert [one.name for one in kept.iterdir()] == ["kring-postgresql-new"]
