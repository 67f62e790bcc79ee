"""What a house keeps around who stands beside a child, as tests make it."""

from datetime import time
from uuid import UUID

from kring.access.door import Door
from kring.endings.acts import aftercare
from kring.endings.models import Aftercare
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.meaning import Meaning
from kring.law.support import For, PeerSubject, Wellbeing, Whose
from kring.people.actors import Actor, ActorKind
from kring.people.acts import advice, dilemmas, learning, peers
from kring.people.models import Organisation, Person
from kring.rights.models import Wish
from kring.rights.paths import path
from kring.support.acts import checking, lettering, ruling
from kring.support.models import CheckIn, HowIAm, RuleAsked
from tests.answered import said_to


def advised(actor: Actor, house: Organisation) -> UUID:
    """A place to turn to, looked at today."""
    told = advice.Advice(
        name="De Luisterlijn",
        words="Luistert naar wie steunt.",
        phone="0470 00 00 99",
        page="https://luister.example",
        whom=For.EVERYONE,
        source="een folder",
        looked_on=clock.today(),
    )
    return advice.add(actor, house, told, once=None).pk


def around(worker: Door, beside: Door | None, member: UUID) -> dict[str, object]:
    """A check-in that is planned and one that was held; a question that waits; what somebody keeps for itself."""
    planned = checking.Planned(planned_on=clock.today(), suits="na zes uur", weeks=8, by="Greet")
    checking.plan(worker, member, planned, before=None, act=uuid7())
    first = worker.within(CheckIn.objects.order_by("-pk"))[0]
    held = checking.Held(held_on=clock.today(), words="het weegt soms", follow_up="bellen")
    checking.hold(worker, first, held, act=uuid7())
    asks = beside or worker
    for words in ("mag het licht langer aan", "mag mijn gsm mee"):
        ruling.ask(asks, words, act=uuid7())
    answered = worker.within(RuleAsked.objects.order_by("-pk"))[0]
    given = ruling.Given(words="we vragen het na", new="Om tien uur gaat het licht uit")
    ruling.answer(worker, answered, given, act=uuid7())
    row = worker.within(RuleAsked.objects.filter(pk=answered.pk)).get()
    named = list(worker.within(Wish.objects.in_force().filter(member=member).order_by("pk")))[:1]
    for wish in named:  # a letter is there once somebody said yes
        if not path(worker, wish.pk).was_asked:
            said_to(worker, member, Meaning(wish.meaning))
    for whose in Whose:
        lettering.say(worker, member, lettering.Wants(whose=whose, yes=True, named=True), act=uuid7())
    found: dict[str, object] = {
        "check": worker.within(CheckIn.objects.filter(held_on=None).order_by("-pk"))[0].pk,
        "asked": worker.within(RuleAsked.objects.filter(answered_on=None).order_by("-pk"))[0].pk,
        "rule": row.rule_id,
        "state": uuid7(),
    }
    if beside is not None:
        checking.suits(beside, "liefst op zaterdag", act=uuid7())
        checking.how_i_am(beside, Wellbeing.MIXED, "soms lig ik wakker", act=uuid7())
        found["state"] = beside.within(HowIAm.objects.order_by("-pk"))[0].pk
    return found


def cared_for(worker: Door) -> UUID:
    """What the house does after the help has stopped."""
    agreed = aftercare.Agreed(who="Greet", what="bellen mag", from_on=clock.today())
    aftercare.agree(worker, agreed, act=uuid7())
    key: UUID = worker.within(Aftercare.objects.order_by("-pk"))[0].pk
    return key


def met(house: Organisation, *whom: UUID) -> UUID:
    """A meeting of people who stand beside a child; some of them come."""
    told = peers.Planned(
        on=clock.today(),
        at=time(19, 30),
        place="in het buurthuis",
        subject=PeerSubject.LIMITS,
        words="wat als het weegt",
        agreed="geen namen van kinderen",
    )
    row = peers.plan(Actor(ActorKind.SESSION, house.contact_id), house, told, once=None)
    for one in whom:
        peers.want(Actor(ActorKind.SESSION, one), house, once=None)
        peers.answer(Actor(ActorKind.SESSION, one), row, "Wil", once=None)
    return row.pk


def learns(house: Organisation) -> UUID:
    """A moment of today to learn with partners of the house, and what one takes along."""
    told = learning.Planned(
        on=clock.today(), at=time(14), place="in de refter", partners="de politie", words="wie belt wie"
    )
    actor = Actor(ActorKind.SESSION, house.contact_id)
    row = learning.plan(actor, house, told, once=None)
    learning.note(actor, row, "bel eerst", version=1, once=None)
    return row.pk


def struggled(actor: Actor) -> UUID:
    """What a colleague struggles with."""
    person = Person.objects.get(pk=actor.somebody)
    return dilemmas.write(actor, person, "wanneer zeg ik nee", None, once=None).pk
