"""Rows for the bench of the hands: new children with nobody around them yet, and what really stands there afterwards.

Runs inside a practice place: `inside(data, "bench.measured.sitting", "open", "5")` prints the children,
`inside(..., "look", dossier)` prints who stands in that circle and what was wished.
"""

import json
from uuid import UUID

from kring.access.acts import open_dossier
from kring.access.door import Door, open_door
from kring.audit import chain
from kring.circle import reading
from kring.circle.domains import Layer
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.people.actors import Actor, ActorKind
from kring.people.models import Team, User
from kring.rights.models import Wish


def main(what: str, *words: str) -> None:
    """One line of JSON for one question."""
    lotte = Actor(ActorKind.SESSION, User.objects.get(email="lotte@kring.example").person_id)
    if what == "open":
        print(json.dumps([_open(lotte) for _ in range(int(words[0]))]))
    else:
        print(json.dumps(_look(open_door(lotte, UUID(words[0]), Section.CIRCLE))))


def _open(lotte: Actor) -> str:
    team = Team.objects.order_by("pk")[0]
    return str(open_dossier(lotte, call_name="Noor", team=team, once=uuid7()).pk)


def _look(door: Door) -> dict[str, object]:
    seen = reading.people(door, Layer.CHILD)
    return {
        "people": {one.name: [one.ring, one.domain] for one in seen},
        "rows": len(seen),
        "wishes": door.within(Wish.objects.all()).count(),
        "faults": list(chain.faults()),
    }
