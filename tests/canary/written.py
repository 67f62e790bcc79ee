"""Notes, what is kept apart, a plan and agreements about each child: a row of every class, and of how it was before."""

from uuid import UUID

from kring.access.door import Door, open_door
from kring.access.writing import Filing
from kring.agreements.acts import agreeing, making
from kring.agreements.drafting import Key, Value
from kring.agreements.models import Agreement
from kring.circle.acts import speaking
from kring.circle.speech import NEW
from kring.dossier.models import Involvement
from kring.journal.acts import notes, plan
from kring.journal.models import Apart, Passage, PlanKind, PlanLine
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Section, Topic, Verb
from kring.law.agreements import Party, Point
from kring.law.meaning import Meaning
from kring.law.rights_moments import MONTHS, Audience, Reaction
from kring.law.support import SERVES
from kring.moments.acts import chances, talking
from kring.moments.models import Chance
from kring.people.actors import Actor
from kring.people.acts import shelf
from kring.people.models import Organisation
from tests.canary.loyal import loyal
from tests.canary.parted import parted
from tests.canary.sought import looked
from tests.rooms.around import advised, around, cared_for, learns, met, struggled


def planned(safe: Door) -> UUID:
    """A line of the plan that was another one before."""
    plan.add(safe, plan.Line(kind=PlanKind.PERSON, words="bel mij", number="0470"), act=uuid7())
    added = safe.within(PlanLine.objects.order_by("-pk"))[0]
    plan.change(safe, added, plan.Line(kind=PlanKind.PERSON, words="bel mij niet", number="0471"), 1, act=uuid7())
    key: UUID = added.pk
    return key


def written(actor: Actor, place: UUID, member: UUID) -> dict[str, object]:
    """A passage of every class that a worker writes, one of them changed; one text apart, changed too; a line."""
    journal, apart, safe = (
        open_door(actor, place, section) for section in (Section.JOURNAL, Section.APART, Section.SAFETY)
    )
    classes = [klass for klass in Klass if journal.sieve(Section.JOURNAL).may_add(klass)]
    filings = [Filing(klass=klass, topic=Topic.SCHOOL, about=member) for klass in classes]
    pieces = tuple(notes.Piece(words="er is iets gezegd", filing=one) for one in filings)
    talk = notes.Talk(on=clock.today(), with_whom="met allen", why_not="behalve met één")
    notes.write(journal, notes.Note(pieces=pieces, talk=talk), act=uuid7())
    mine = Passage.objects.filter(item__author=actor.person, item__topic=Topic.SCHOOL.value)
    for row in [
        one for one in journal.within(mine) if journal.may(one, Verb.CHANGE)
    ]:  # what the child said, it changes
        notes.change(journal, row, notes.Changed(words="er is iets anders gezegd", version=1), act=uuid7())
    notes.write_apart(apart, "nog niet zeggen", member, act=uuid7())
    for row in apart.within(Apart.objects.filter(item__author=actor.person)):
        notes.change(apart, row, notes.Changed(words="nu nog niet zeggen", version=1), act=uuid7())
        kept = row.pk
    line = planned(safe)
    here = open_door(actor, place, Section.RIGHTS)
    chances.note(here, member, "ze lachten samen", clock.today(), act=uuid7())
    explained_to(actor, place, member)
    house = Organisation.objects.get(teams=here.dossier.team_id)
    adviser = advised(actor, house)
    held = Involvement.objects.current(clock.today()).filter(dossier=place, relation__in=sorted(SERVES))
    beside = held.values_list("person_id", flat=True)
    shelf.add_material(actor, house, Audience.YOUTH, ("Een film", "https://film.example"), once=None)
    explained = {
        "chance": here.within(Chance.objects.order_by("-pk"))[0].pk,
        "material": house.materials.values_list("pk", flat=True)[0],
        "audience": "youth",
        "language": "fr",
        "child": place,
        "adviser": adviser,
        "gathering": met(house, *beside),
        "learning": learns(house),
        "dilemma": struggled(actor),
        "care": cared_for(here),
    }
    pact = agreed(actor, place, member)
    return (
        parted(here, member)
        | loyal(actor, place)
        | around(open_door(actor, place, Section.SUPPORT), None, member)
        | looked(actor, place)
        | explained
        | {
            "passage": journal.within(mine)[0].pk,
            "apart": kept,
            "line": line,
            "pact": pact,
            "toward": member,
        }
    )


def explained_to(actor: Actor, place: UUID, member: UUID) -> None:
    """The right was explained, and in which language one talks with the child and with somebody of its circle."""
    told = talking.Told(
        on=clock.today(), audience=Audience.YOUTH, reaction=Reaction.WANTS, words="graag", told_by="CLB"
    )
    moments = open_door(actor, place, Section.MOMENTS)
    talking.explained(moments, told, months=MONTHS, act=uuid7())
    for who in (None, member):
        speaking.note(moments, who, speaking.Spoken(language="Lingala", helps=True), version=NEW, act=uuid7())


def agreed(actor: Actor, place: UUID, member: UUID) -> UUID:
    """Two versions, a yes to the first, and one that is being typed."""
    door = open_door(actor, place, Section.AGREEMENTS)
    new = making.Begun(meaning=Meaning.SUPPORTER)
    for words in ("we eten samen", "we eten alleen", "we eten niet"):
        row = making.begin(door, member, new, act=uuid7(), on=clock.today())
        points = {Key(one): Value(words=words, number="0470") for one in (Point.RHYTHM, Point.LOW, Point.ENGAGING)}
        making.keep(door, row, points, {})
        if words != "we eten niet":
            row = door.within(Agreement.objects.filter(pk=row.pk)).get()
            making.make(door, row, act=uuid7(), on=clock.today())
            yes = agreeing.Agreed(party=Party.CHILD, on=clock.today(), expressed="said")
            agreeing.agree(door, row, yes, act=uuid7(), on=clock.today())
    return row.pact
