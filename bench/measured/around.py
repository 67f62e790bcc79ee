"""What stands around who stands beside a child, of many times, for the measurements."""

from datetime import time
from typing import Any
from uuid import UUID

from kring.access.door import Door
from kring.endings.acts import aftercare
from kring.endings.models import Aftercare
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.support import For
from kring.people.actors import Actor
from kring.people.acts import advice, dilemmas, learning
from kring.people.models import Organisation, Person
from kring.support.acts import checking, ruling
from kring.support.models import CheckIn, RuleAsked

TIMES = 10
ADVICE = advice.Advice(
    name="Lus vzw",
    words="Denkt mee.",
    phone="0470 00 00 00",
    page="https://lus.example",
    whom=For.EVERYONE,
    source="een folder",
    looked_on=clock.today(),
)


def many_moments(actor: Actor, house: Organisation) -> UUID:
    """Ten moments to learn with partners, each with what was taken along."""
    for _ in range(TIMES):
        told = {"at": time(14), "place": "De refter.", "partners": "De wijkpolitie.", "words": "Wie belt wie?"}
        row = learning.plan(actor, house, learning.Planned(on=clock.today(), **told), once=None)
        learning.note(actor, row, "Bel eerst.", version=1, once=None)
    return row.pk


def around(door: Door, rights: Door, member: UUID) -> dict[str, Any]:
    """Check-ins of ten times, and ten questions on a rule of which one has an answer."""
    for _ in range(TIMES):
        planned = checking.Planned(planned_on=clock.today(), suits="Na zes uur.", weeks=8)
        checking.plan(door, member, planned, before=None, act=uuid7())
        ruling.ask(door, "Mag het licht langer aan?", act=uuid7())
    for row in door.within(CheckIn.objects.order_by("pk"))[1:]:
        checking.hold(door, row, checking.Held(held_on=clock.today(), words="Goed.", again=False), act=uuid7())
    asked = list(door.within(RuleAsked.objects.order_by("pk")))
    ruling.answer(door, asked[0], ruling.Given(words="Ja.", new="Om tien uur gaat het licht uit."), act=uuid7())
    answered = door.within(RuleAsked.objects.filter(pk=asked[0].pk)).get()
    check = door.within(CheckIn.objects.filter(held_on=None))[0].pk
    aftercare.agree(rights, aftercare.Agreed(who="Greet", what="Bellen mag.", from_on=clock.today()), act=uuid7())
    me, house = Person.objects.get(pk=door.me), door.dossier.team.organisation
    return {
        "check": check,
        "asked": asked[1].pk,
        "rule": answered.rule_id,
        "state": uuid7(),
        "care": rights.within(Aftercare.objects.order_by("-pk"))[0].pk,
        "dilemma": dilemmas.write(door.actor, me, "Wanneer zeg ik nee?", None, once=None).pk,
        "learning": many_moments(door.actor, house),
        "adviser": advice.add(door.actor, house, ADVICE, once=None).pk,
    }
