"""What is written around Noor and Sem: a note of each class, one that is not shared, one in pieces; and a plan."""

from collections.abc import Mapping
from uuid import UUID

from kring.access.door import Door, open_door
from kring.access.writing import Filing
from kring.journal.acts import notes, plan
from kring.journal.models import PlanKind
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic
from kring.people.actors import Actor, ActorKind

PLANS = {
    "noor": (
        (PlanKind.SIGN, "Ik krijg buikpijn en ik wil niet meer antwoorden op berichten.", ""),
        (PlanKind.DO, "Ik ga naar mijn kamer, zet muziek op en schrijf naar Yara.", ""),
        (PlanKind.PERSON, "Wilma. Zij doet altijd open.", "0470 00 00 12"),
        (PlanKind.NUMBER, "De leefgroep, ook ’s nachts", "0470 00 00 05"),
        (PlanKind.PLACE, "De keuken van Wilma.", ""),
    ),
    "sem": (
        (PlanKind.SIGN, "Ze roepen heel hard.", ""),
        (PlanKind.DO, "Ik neem Rex mee en ga weg.", ""),
        (PlanKind.PERSON, "oma Rita", "0470 00 00 11"),
        (PlanKind.PLACE, "Bij oma.", ""),
    ),
}
NOT_YET = notes.Talk(why_not="Noor heeft nu examens. Ik vraag het daarna.")


def write(persons: Mapping[str, UUID], dossiers: Mapping[str, UUID], members: Mapping[str, UUID]) -> None:
    """Write it, each by who would write it."""

    def door(who: str, child: str = "noor", section: Section = Section.JOURNAL) -> Door:
        return open_door(Actor(ActorKind.SESSION, persons[who]), dossiers[child], section)

    own, file = Klass.OWN_WORDS, Klass.FILE
    _note(door("noor"), ("Op school gaat het beter. Ik zit nu naast Yara.", own, Topic.SCHOOL))
    _note(door("noor"), ("Ik wil niet meer elke zondag naar papa.", own, Topic.FATHER), close=True)
    _note(
        door("lotte"),
        ("Ik wil volgend jaar iets met dieren doen.", own, Topic.FUTURE),
        ("We bekeken samen twee scholen. Noor belt zelf naar de eerste.", file, Topic.SCHOOL),
        talk=notes.Talk(on=clock.today(), with_whom="Noor"),
    )
    _note(
        door("lotte"),
        ("Mama werkt sinds deze maand in de avond.", Klass.HOUSEHOLD, Topic.MOTHER),
        ("Juf Els vroeg of ze iets mag doen. Ze wil niet dat Noor dat weet.", Klass.CONFIDENCE, Topic.SCHOOL),
        ("Juf Els gaat in het voorjaar met pensioen.", Klass.THIRD_PARTY, Topic.SCHOOL),
        about=(members["mama"], None, members["els"]),
        talk=NOT_YET,
    )
    _note(door("ann"), ("Noor was dit weekend rustig. We gingen wandelen.", file, Topic.HOME))
    _note(door("tarik"), ("Ik maak me zorgen over het geld voor de schoolreis.", Klass.CONFIDENCE, Topic.MONEY))
    _note(door("wilma"), ("Woensdag hebben we samen gekookt. Het was gezellig.", file, Topic.LEISURE))
    apart = door("lotte", section=Section.APART)
    notes.write_apart(apart, "De rechter denkt na over een andere school. Nog niets is zeker.", None, act=uuid7())
    _note(door("lotte", "sem"), ("Ik wil dat Rex mee mag.", own, Topic.HOME), talk=notes.Talk(why_not="Sem was moe."))
    for child, lines in PLANS.items():
        safe = door("lotte", child, Section.SAFETY)
        for kind, words, number in lines:
            plan.add(safe, plan.Line(kind=kind, words=words, number=number), act=uuid7())


def _note(
    door: Door,
    *told: tuple[str, Klass, Topic],
    close: bool = False,
    about: tuple[UUID | None, ...] = (),
    talk: notes.Talk | None = None,
) -> None:
    whom = about or (None,) * len(told)
    wall = next(iter(door.walls), None)
    pieces = tuple(
        notes.Piece(words=words, filing=Filing(klass=klass, topic=topic, wall=wall, about=one, held_close=close))
        for (words, klass, topic), one in zip(told, whom, strict=True)
    )
    notes.write(door, notes.Note(pieces=pieces, talk=talk), act=uuid7())
