"""What a mutation run changes when nobody names a part: nothing of the law and of the door is left out."""

import pkgutil

import kring.access
import kring.law
from bench.mutants import DOOR, changed

ONLY_LISTS = {"kring.access.apps", "kring.access.management", "kring.access.management.commands"}
"""How the room is called to Django, and folders that hold nothing."""


def test_every_module_of_the_law_and_of_the_door_is_changed_also_the_acts() -> None:
    there = {
        one.name
        for room in (kring.law, kring.access)
        for one in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
        if ".migrations" not in one.name
    }
    assert there - ONLY_LISTS == {one for one in changed([]) if not one.endswith(".toml")}
    assert {"kring.access.acts", "kring.access.acts.telling"} <= set(changed(["acts.all"]))
    assert all((DOOR / "acts" / f"{one.rpartition('.')[2]}.py").exists() for one in changed(["acts.all"])[1:])
