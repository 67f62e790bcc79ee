"""What Noor and Wilma agreed on: Wednesday dinners, and three months to try it out.  Through the acts people use."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from kring.access.door import Door, open_door
from kring.agreements.acts import agreeing, making
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law import agreements as law
from kring.law.access import Section
from kring.law.agreements import Party, Point
from kring.law.meaning import Expressed, Meaning
from kring.law.steps import Answered, Asker, How, Step, Voice
from kring.law.time import months_later
from kring.people.actors import Actor, ActorKind
from kring.rights import paths
from kring.rights.acts import steps, wishes

WILMA = {
    Key(Point.ENGAGING): Value(words="Wilma luistert naar mij. Ze belt terug als ik bel."),
    Key(Point.RHYTHM): Value(words="Elke woensdag eten we samen bij Wilma, om zes uur."),
    Key(Point.TOGETHER): Value(words="Koken, wandelen met de hond van Wilma."),
    Key(Point.APART): Value(words="Naar papa ga ik alleen."),
    Key(Point.DOES): Value(words="Ze gaat mee als ik dat vraag. Ze denkt mee over school."),
    Key(Point.DOES_NOT): Value(words="Ze belt niet met school zonder het te vragen."),
    Key(Point.ALONG): Value(words="Ja, naar het gesprek van januari."),
    Key(Point.URGENT): Value(choice="call", words="Bellen mag altijd, ook ’s nachts.", number="0470 00 00 12"),
    Key(Point.LOW): Value(choice="message", words="Ik stuur een maantje. Dan belt Wilma.", number="0470 00 00 12"),
    Key(Point.REPLY_PERSON, Party.CHILD.value): Value(choice="day"),
    Key(Point.REPLY_PERSON, Party.PERSON.value): Value(choice="day", words="Overdag werk ik in de winkel."),
    Key(Point.REPLY_CHILD, Party.CHILD.value): Value(choice="when"),
    Key(Point.REPLY_CHILD, Party.PERSON.value): Value(choice="week"),
    Key(Point.VISITS): Value(words="Wilma komt eerst even bellen bij de leefgroep."),
    Key(Point.TURN): Value(words="Bij Greet, op werkdagen."),
    Key(Point.FALLBACK): Value(words="Lotte. Is ze er niet, dan de leefgroep."),
    Key(Point.BACK): Value(words="Wilma kookt graag voor twee."),
    Key(Point.FAREWELL): Value(words="Twee weken vooraf zeggen. Wilma vertelt het zelf, aan tafel."),
}


def choose(persons: Mapping[str, UUID], dossiers: Mapping[str, UUID], members: Mapping[str, UUID]) -> None:
    """Noor chose Wilma as her JIM three weeks ago and asked her; they try it."""
    door = open_door(Actor(ActorKind.SESSION, persons["noor"]), dossiers["noor"], Section.RIGHTS)
    today = clock.today()
    words = "Zij vraagt nooit waarom. Ze kookt gewoon."
    chose = wishes.Said(meaning=Meaning.JIM, expressed=Expressed.SAID, on=today - timedelta(days=21), words=words)
    wish = wishes.name(door, members["wilma"], chose, act=uuid7())
    until = months_later(today, 3)
    for new in (
        steps.New(step=Step.ASKED, on=today - timedelta(days=18), asker=Asker.CHILD, how=How.VISIT),
        steps.New(step=Step.ANSWERED, on=today - timedelta(days=18), voice=Voice.PERSON, reply=Answered.YES),
        steps.New(step=Step.TRIED, on=today - timedelta(days=7), until=until),
    ):
        steps.take(door, paths.path(door, wish), new, act=uuid7(), on=today)


def agree(persons: Mapping[str, UUID], dossiers: Mapping[str, UUID], members: Mapping[str, UUID]) -> None:
    """Noor and Lotte write it down; Noor and Wilma say yes, each by a tap."""

    def door(who: str) -> Door:
        return open_door(Actor(ActorKind.SESSION, persons[who]), dossiers["noor"], Section.AGREEMENTS)

    today, then = clock.today(), months_later(clock.today(), 3).isoformat()
    lotte = door("lotte")
    row = making.begin(lotte, members["wilma"], making.Begun(meaning=Meaning.JIM), act=uuid7(), on=today)
    mother = {Key(Point.KNOWS, "", law.Listener.MOTHER.value): Value(towards=str(members["mama"]))}
    making.keep(lotte, row, WILMA | mother, {"look_again_on": then, "trial_until": then})
    making.make(lotte, _now(lotte), act=uuid7(), on=today)
    for who, party in (("noor", Party.CHILD), ("wilma", Party.PERSON)):
        said = agreeing.Agreed(party=party, on=today)
        agreeing.agree(door(who), _now(door(who)), said, act=uuid7(), on=today)


def _now(door: Door) -> Agreement:
    row: Agreement = door.within(Agreement.objects.all()).get()
    return row
