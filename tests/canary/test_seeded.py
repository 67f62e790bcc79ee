"""A crawl that finds nothing proves something only when it finds what was put there: ten leaks in ten places."""

import json
import os
from pathlib import Path

import pytest

from tests.canary.allowed import reader
from tests.canary.apart import Differences, compare
from tests.canary.crawler import Crawler, Depth, Found
from tests.canary.household import Household, Persona, filled
from tests.canary.planting import Canary, plant
from tests.canary.seeds import TEN, Seed
from tests.family import Family
from tests.printed import can_read

NEAR = Depth(most=0)
"""That one address, and nothing that it leads to."""


@pytest.fixture
def house(family: Family) -> Household:
    return filled(family)


@pytest.fixture
def sown(house: Household) -> dict[str, Canary]:
    return plant()


def one(house: Household, name: str) -> Persona:
    return next(persona for persona in house.personas if persona.name == name)


def notices(seed: Seed, who: Persona, house: Household, sown: dict[str, Canary]) -> bool:
    """Whether the canary method says that there is a leak at this address."""
    where, browser, reads = seed.where(house.family.noor.dossier), who.come_in(), reader(who.actor)
    if seed.apart:
        found = Differences()
        compare(reads, browser, [where], found)
        assert found.hidden, "nothing was hidden from this reader"
        return bool(found.found)
    words = Found()
    Crawler(who.name, reads, browser, sown, words, NEAR).read([where])
    return bool(words.leaks)


def test_ten_leaks_in_ten_places_are_all_found(
    house: Household, sown: dict[str, Canary], monkeypatch: pytest.MonkeyPatch
) -> None:
    missed, alarms = [], []
    unread = [] if can_read() else ["pdf"]  # set by the real press: without a reader of paper nothing is proven of it
    for seed in TEN:
        who = one(house, seed.who)
        if notices(seed, who, house, sown):
            alarms.append(seed.place)
        with monkeypatch.context() as patched:
            seed.sow(patched.setattr, house.family.noor.dossier)
            if not notices(seed, who, house, sown):
                missed.append(seed.place)
    if folder := os.environ.get("KRING_CANARIES"):
        Path(folder, "seeded").write_text(json.dumps({"found": len(TEN) - len(missed)}), encoding="utf-8")
    assert len({seed.place for seed in TEN}) == 10
    assert not alarms, "without a leak there is none"
    assert missed == unread
    if unread:
        pytest.skip("the other nine were found; nothing here reads what stands on paper (poppler-utils)")


@pytest.mark.parametrize("who", ["ann", "rita", "wilma by a link", "bram"])
def test_what_is_hidden_changes_nothing(house: Household, who: str) -> None:
    """No count, no order, no statement and no row more: of what one may not read, nothing can be told."""
    persona, found = one(house, who), Differences()
    noor = house.family.url
    starts = [noor(name) for name in ("portals:home", "rights:say", "circle:list", "circle:page", "journal:notes")]
    compare(reader(persona.actor), persona.come_in(), [*starts, "/today/", "/own/"], found)
    assert found.hidden
    assert not found.found
