"""Somebody who will stop, a farewell with its looks, and whether it is still this person: a word in each row."""

from uuid import UUID

from kring.access.door import Door
from kring.dossier.models import Closing, Move, OtherBirthday, ToldOfAge
from kring.endings.acts import after, asking, leaving
from kring.endings.models import AfterLook
from kring.endings.reading import leaving_of
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.endings import Leaves, Still
from kring.law.meaning import Expressed, Meaning
from kring.law.rights_moments import Moment
from kring.law.steps import Answered, Asker, How, Step, Voice
from kring.moments.acts import talking
from kring.rights import paths
from kring.rights.acts import held, steps, wishes
from kring.rights.acts.steps import New
from kring.rights.models import Wish


def parted(door: Door, member: UUID) -> dict[str, object]:
    """One of whom the child knows nothing yet, one of whom it was told; a look to come, a no untold."""
    heard = leaving.Heard(why=Leaves.AWAY, teller="Lotte", how="aan tafel")
    first, second = (leaving.hear(door, member, heard, act=uuid7()) for _ in range(2))
    words = {"by": "Lotte", "reaction": "jammer", "goodbye": "pannenkoeken", "steps_in": "oma"}
    told = leaving.Told(on=clock.today(), **words)
    leaving.tell(door, leaving_of(door, first), told, act=uuid7())
    looks = door.within(AfterLook.objects.order_by("-pk"))[:2]
    after.look(door, looks[1], "het gaat", act=uuid7())
    named = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today())
    key = wishes.name(door, member, named, act=uuid7())
    wish = door.within(Wish.objects.filter(pk=key)).get()
    asking.ask(door, wish, Still.DOUBTS, "misschien", act=uuid7())
    path = paths.path_as(door, member, Meaning.SUPPORTER)
    asked = New(step=Step.ASKED, on=clock.today(), asker=Asker.WORKER, how=How.CALL, expressed=Expressed.SAID.value)
    steps.take(door, path, asked, act=uuid7(), on=clock.today())
    path = paths.path_as(door, member, Meaning.SUPPORTER)
    no = New(step=Step.ANSWERED, on=clock.today(), voice=Voice.PERSON, reply=Answered.NO, words="liever een ander")
    held.hold(door, path, no, act=uuid7(), on=clock.today())
    _went_and_came(door)
    return {"leaving": second, "look": looks[0].pk, "meaning": Meaning.SUPPORTER.value}


def _went_and_came(door: Door) -> None:
    """The place was closed once and opened again, the child came from another team, and another worker came."""
    today, team = clock.today(), door.dossier.team_id
    first = talking.First(on=today, by="wie er voor was")
    talking.happened(door, Moment.NEW_WORKER, today, act=uuid7(), told=first)
    told = {"dossier": door.dossier, "told_on": today, "told_by": "Lotte"}
    ToldOfAge.objects.create(**told, age=12, recorded_by_id=door.me)
    closed = {"last_day": today, "closed_at": clock.now(), "reopened_at": clock.now(), "why": "zij is terug"}
    Closing.objects.create(**told, **closed)
    asked = {
        "before": "2010-05-06",
        "born_on": "2010-05-07",
        "motive": "stond verkeerd op het blad",
        "known": "known.slip",
    }
    OtherBirthday.objects.create(dossier=door.dossier, **asked, asked_at=clock.now(), asked_by_id=door.me)
    Move.objects.create(**told, from_team_id=team, to_team_id=team, moved_on=today, moved_by_id=door.me)
