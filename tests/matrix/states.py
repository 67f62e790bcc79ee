"""In which state the place of the child is that is asked for, and what happened to come there."""

from collections.abc import Callable
from dataclasses import dataclass

from kring.access.models import Item
from kring.dossier.models import Dossier, Wall
from kring.kit import clock
from tests.family import Family
from tests.matrix.families import OTHER_HOUSE, OTHER_TEAM, OWN
from tests.matrix.personas import Persona, restricted


@dataclass(frozen=True, slots=True)
class State:
    """A state; `family`: whose child is asked for."""

    name: str
    family: int = OWN
    closed: bool = False
    walled: bool = False
    restricted: bool = False
    step: Callable[[Family, Persona], object] = lambda *_: None


def _closed(family: Family, _: Persona) -> None:
    Dossier.objects.filter(pk=family.noor.dossier).update(closed_on=clock.today())


def _walled(family: Family, _: Persona) -> None:
    """Everything there is stands behind a wall that nobody is behind."""
    wall = Wall.objects.create(dossier_id=family.noor.dossier, label="De andere kant")
    Item.objects.filter(dossier=family.noor.dossier).update(wall=wall)


def _restricted(family: Family, who: Persona) -> None:
    if who.who and who.home == OWN:
        restricted(family, who.who)


STATES = (
    State("own"),
    State("other team", OTHER_TEAM),
    State("other organisation", OTHER_HOUSE),
    State("closed", closed=True, step=_closed),
    State("walled", walled=True, step=_walled),
    State("restricted", restricted=True, step=_restricted),
)
