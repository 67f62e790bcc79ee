"""Too many writers at the same moment: nobody loses anything, and who has to wait is told so in Dutch."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client

from kring.audit import chain
from kring.audit.events import Event
from kring.config.sqlite.base import Turn
from kring.kit.busy import BusyError, is_busy
from tests.family import Family

Send = Callable[..., HttpResponse]


def locked(folder: Path) -> sqlite3.OperationalError:
    """What SQLite says to the second writer."""
    first, second = (sqlite3.connect(folder / "one.sqlite3", timeout=0, isolation_level=None) for _ in range(2))
    try:
        first.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as told:
            second.execute("BEGIN IMMEDIATE")
        return told.value
    finally:
        first.close()
        second.close()


def refusals(folder: Path) -> Iterator[OperationalError]:
    """Every way in which a database says that others are first."""
    yield BusyError("the turn to write did not come")
    waited = OperationalError("canceling statement due to lock timeout")
    waited.__cause__ = type("LockNotAvailable", (Exception,), {"sqlstate": "55P03"})()
    yield waited
    busy = OperationalError("database is locked")
    busy.__cause__ = locked(folder)
    yield busy


@pytest.fixture
def send(family: Family) -> Send:
    """Noor names Karim, with one and the same form each time."""
    browser: Client = family.browser("noor")
    browser.raise_request_exception = False
    facts = {"person": family.member("karim"), "meaning": "trust_person", "how": "said", "once": family.once()}
    return lambda **headers: browser.post(family.url("rights:wish"), facts, headers=headers)  # type: ignore[return-value]


def test_who_has_to_wait_is_told_so_and_sends_the_same_form_again(
    family: Family, send: Send, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for refusal in refusals(tmp_path):
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(chain, "refuse_again", _raising(refusal))
            told = send(accept="text/html")
            said = send(accept="application/json")
        assert (told.status_code, said.status_code) == (503, 503)
        assert told["Retry-After"] == said["Retry-After"] == "3"
        assert "Er is niets verloren." in told.content.decode()
        assert "niets verloren" in said.json()["busy"]
        assert "no-store" in told["Cache-Control"]
    assert family.log(Event.WISH_EXPRESSED) == 0
    assert send().status_code == 302
    assert send().status_code == 302
    assert family.log(Event.WISH_EXPRESSED) == 1


def test_what_is_broken_is_not_called_busy(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "refuse_again", _raising(OperationalError("no such table: circle_member")))
    told = send()
    assert told.status_code == 500
    assert "Dit ging mis" in told.content.decode()


def _raising(error: Exception) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise error

    return refuse


@pytest.mark.parametrize("error", [None, ValueError("x"), OperationalError("disk I/O error")])
def test_only_a_lock_is_busy(error: Exception | None) -> None:
    assert not is_busy(error)


def test_who_waits_longest_is_next() -> None:
    turn, order = Turn(), list[int]()
    turn.take(1)

    def wait(number: int) -> None:
        turn.take(10)
        order.append(number)
        turn.give()

    with ThreadPoolExecutor(5) as pool:
        for number in range(5):
            pool.submit(wait, number)
            while len(turn._waiting) <= number:
                sleep(0)  # until it stands in the queue
        turn.give()
    assert order == list(range(5))


def test_who_gives_up_leaves_the_queue_as_it_was() -> None:
    turn = Turn()
    turn.take(1)
    with pytest.raises(BusyError):
        turn.take(0.01)
    turn.give()
    turn.take(0.01)
