"""What a parent says of whom the child chose, its worries, and the talks about it: a word in each row."""

from datetime import timedelta
from uuid import UUID

from kring.access.acts import answering
from kring.access.door import open_door
from kring.access.models import Word
from kring.circle.acts import people
from kring.circle.domains import Layer
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section, Topic
from kring.law.loyalty import Gain
from kring.law.loyalty import Stance as Says
from kring.law.meaning import Expressed
from kring.loyalty.acts import hearing, telling
from kring.loyalty.models import Worry
from kring.people.actors import Actor
from kring.rights.models import Wish


def loyal(actor: Actor, place: UUID) -> dict[str, object]:
    """A parent whom the child lets know: a stance, a worry with an answer, gains; and a talk with the child."""
    parent = people.add(open_door(actor, place, Section.CIRCLE), ["papa Gust"], layer=Layer.ADULT, act=uuid7())[0]
    yes = {"towards": parent, "word": Word.YES, "expressed": Expressed.SAID.value}
    answers = open_door(actor, place, Section.ANSWERS)
    answering.answer(answers, answering.Answering(topic=Topic.BESIDE_ME, **yes), once=uuid7())
    door, rights = open_door(actor, place, Section.PARENTS), open_door(actor, place, Section.RIGHTS)
    for wish in rights.within(Wish.objects.in_force()):
        told = hearing.Told(says=Says.AGAINST, on=clock.today(), words="dat wil ik niet")
        hearing.say(door, parent, wish, told, act=uuid7())
    hearing.hear(door, parent, hearing.Heard(words="wie is dat dan"), act=uuid7())
    row = door.within(Worry.objects.order_by("-pk"))[0]
    again = hearing.Answered(answer="een buurvrouw", again_on=clock.today() + timedelta(days=3))
    hearing.answer(door, row, again, act=uuid7())
    hearing.talk(door, parent, (Gain.STAYS,), "dat is waar", act=uuid7())
    telling.talked(open_door(actor, place, Section.MOMENTS), "mama gaat wenen", act=uuid7())
    return {"parent": parent, "worry": row.pk}
