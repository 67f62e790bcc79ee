"""Around a child that is measured: what a parent says, and where child and worker look for somebody."""

from typing import Any
from uuid import UUID

from kring.access.acts.answering import Answering, answer
from kring.access.door import Door, open_door
from kring.access.models import Word
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.loyalty import Stance
from kring.law.meaning import Expressed
from kring.law.seeking import Place, Stage
from kring.loyalty.acts import hearing
from kring.loyalty.models import Worry
from kring.people.acts import volunteers
from kring.people.models import Volunteer
from kring.rights.models import Wish
from kring.seeking import reading
from kring.seeking.acts import looking, referring

MANY = 10


def loyal(door: Door) -> dict[str, UUID]:
    """A parent in the circle as the adults draw it, whom the child lets know, with ten stances and ten worries."""
    parent = people.add(door, ["mama"], layer=Layer.ADULT, act=uuid7())[0]
    yes = Answering(towards=parent, word=Word.YES, topic=Topic.BESIDE_ME, expressed=Expressed.SAID.value)
    answer(_again(door, Section.ANSWERS), yes, once=uuid7())
    here, wish = _again(door, Section.PARENTS), door.within(Wish.objects.in_force().order_by("pk"))[0]
    for _ in range(MANY):
        told = hearing.Told(says=Stance.HESITATES, on=clock.today(), words="Ik weet het niet.")
        hearing.say(here, parent, wish, told, act=uuid7())
        hearing.hear(here, parent, hearing.Heard(words="Wie is dat?"), act=uuid7())
        hearing.talk(here, parent, (), "Dat is waar.", act=uuid7())
    worry = here.within(Worry.objects.order_by("pk"))[0]
    hearing.answer(here, worry, hearing.Answered(answer="Een buurvrouw.", again_on=worry.follow_on), act=uuid7())
    return {"parent": parent, "worry": worry.pk}


def sought(door: Door) -> dict[str, Any]:
    """A search with ten tries, ten volunteers in the pool, and Lus asked ten times."""
    here, house = _again(door, Section.RIGHTS), door.dossier.team.organisation
    looking.begin(here, act=uuid7())
    for number in range(MANY):
        looking.tried(here, reading.search_of(here), looking.Tried(place=Place.PAST, words="Een juf."), act=uuid7())
        new = volunteers.Offered(call_name=f"Fons {number}", likes="vissen", extract_on=clock.today())
        volunteers.add(door.actor, house, new, once=None)
        asked = referring.Asked(said_yes=True, expressed=Expressed.SAID.value, words="Ik hou van koken.")
        key = referring.ask(here, asked, act=uuid7())
    step = referring.Step(stage=Stage.SEARCHING, on=clock.today())
    referring.move(here, reading.referral_of(here, key).row, step, act=uuid7())
    volunteer = Volunteer.objects.filter(organisation=house).order_by("pk")[0].pk
    return {"referral": key, "volunteer": volunteer}


def _again(door: Door, section: Section) -> Door:
    return open_door(door.actor, door.dossier.pk, section)
