"""Whether somebody beside the child stops, was appointed, or never said yes, and a person is to tell it (R15)."""

from kring.access import reported
from kring.access.door import Door
from kring.endings import appointed
from kring.endings.questions import GOING
from kring.rights.questions import CHOSEN, TAKEN
from kring.rights.staying import staying


def untold_news(door: Door) -> bool:
    """Whether such news waits.

    Not of whom a worker wrote so, and who still says itself whether that is so: nothing is to be told of that yet.
    """
    beside = staying(CHOSEN.of(door), TAKEN.of(door), going=set(GOING.of(door)))
    waits = reported.unsaid(door.dossier.pk) if beside.untold else set()
    return beside.no_yes or bool(beside.untold - waits) or appointed.untold_to_the_child(door)
