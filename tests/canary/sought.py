"""Child and worker look for somebody: a search, where they looked, Lus by the child's yes, a volunteer of the house."""

from uuid import UUID

from kring.access.door import open_door
from kring.dossier.models import Dossier
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Section
from kring.law.meaning import Expressed
from kring.law.seeking import Place, Stage
from kring.people.actors import Actor
from kring.people.acts import volunteers
from kring.people.models import Volunteer
from kring.seeking import reading
from kring.seeking.acts import looking, referring


def looked(actor: Actor, place: UUID) -> dict[str, object]:
    """Everything there is of it, with a word in each row."""
    door = open_door(actor, place, Section.RIGHTS)
    looking.begin(door, act=uuid7())
    search = reading.search_of(door)
    looking.tried(door, search, looking.Tried(place=Place.PAST, words="een oude juf"), act=uuid7())
    house = Dossier.objects.select_related("team__organisation").get(pk=place).team.organisation
    said = {"call_name": "Fons", "when": "woensdag", "languages": "Pools", "likes": "vissen"}
    volunteers.add(actor, house, volunteers.Offered(extract_on=clock.today(), **said), once=None)
    volunteer = Volunteer.objects.filter(organisation=house).order_by("-pk")[0]
    referring.wants_to_know(door, reading.search_of(door), volunteer, act=uuid7())
    sheet = {"words": "ik hou van koken", "languages": "Turks", "near": "de kust"}
    key = referring.ask(door, referring.Asked(said_yes=True, expressed=Expressed.SAID.value, **sheet), act=uuid7())
    step = referring.Step(stage=Stage.SEARCHING, on=clock.today(), words="spannend")
    referring.move(door, reading.referral_of(door, key).row, step, act=uuid7())
    return {"referral": key, "volunteer": volunteer.pk}
