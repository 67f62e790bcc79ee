"""Every address, every method, everyone, in every state: a tenth here, all with `./kring bench matrix`."""

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from tests.family import Family, undone
from tests.matrix import gravest
from tests.matrix.everyone import EVERYONE
from tests.matrix.families import Three, three
from tests.matrix.states import STATES
from tests.matrix.walk import Found, named, one_in, walk
from tests.turns import turn

WHOLE = os.environ.get("KRING_MATRIX", "")
"""Where `./kring bench matrix` wants its numbers; then every cell is asked."""
pytestmark = pytest.mark.django_db
ONE_IN = int(os.environ.get("KRING_MATRIX_ONE_IN", "10"))
"""The next tenth after each commit: any ten commits in a row, or `./kring bench matrix`, ask every cell."""
OF = tuple(os.environ.get("KRING_MATRIX_OF", "").split())
"""With which these addresses begin: `./kring bench matrix --of support: loyalty:` asks every cell of two rooms."""
PARTS = 8  # of the people: for two that work side by side


@pytest.fixture(scope="module")
def houses(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Three]:
    """The families, made once.  PINs are hashed quickly, and the many refusals are not written on a screen."""
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    quick = override_settings(PASSWORD_HASHERS=hashers, ACCOUNT_RATE_LIMITS=False)  # who asks everything asks often
    level = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    with django_db_blocker.unblock(), quick, undone():  # type: ignore[attr-defined]
        yield three(Family())
    logging.disable(level)


def tell(found: Found, name: str) -> None:
    """Keep the numbers for the bench, and fail with what was wrong."""
    numbers = {"cells": found.cells, "wrong": len(found.wrong)}
    print(json.dumps(numbers), dict(found.statuses))  # noqa: T201  # with -s
    if WHOLE:
        Path(WHOLE, name).write_text(json.dumps(numbers), encoding="utf-8")
    assert not found.wrong, f"{len(found.wrong)} of {found.cells} in turn {turn()}:\n" + "\n".join(found.wrong[:200])


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_there_for_everyone(houses: Three, part: int) -> None:
    found, chosen = Found(), named(OF) if OF else one_in(ONE_IN, turn())
    for who in EVERYONE[part::PARTS]:
        walk(houses, who, STATES, chosen, found)
    tell(found, str(part))


def test_the_gravest_cells_are_as_they_were_written_by_hand(houses: Three) -> None:
    """Written from the rules, not from the table: so the table cannot vouch for itself."""
    cells, found = gravest.cells(), Found()
    assert len(cells) >= 200
    gravest.walk(houses, cells, found)
    tell(found, "gravest")


def test_there_are_enough_of_them() -> None:
    assert len(EVERYONE) >= 30
    assert len({one.name for one in EVERYONE}) == len(EVERYONE)
