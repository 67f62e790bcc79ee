"""A post office that only takes in, and the clock of the house."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from kring.kit import clock
from tests.rooms.knocking import MORNING, At
from tests.sink import Sink, sink


@pytest.fixture
def post() -> Iterator[Sink]:
    with sink() as taken:
        yield taken


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> At:
    """Set the clock of the house."""

    def turn(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    turn(MORNING)
    return turn
