"""Somebody who will stop, a farewell with its looks, and whether it is still this person: a word in each row."""

from datetime import timedelta
from uuid import UUID

from kring.access.door import Door
from kring.endings.acts import asking, leaving
from kring.endings.models import AfterLook
from kring.endings.reading import leaving_of
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.endings import Leaves, Still
from kring.law.meaning import Expressed, Meaning
from kring.rights.acts import wishes
from kring.rights.models import Wish


def parted(door: Door, member: UUID) -> dict[str, object]:
    """One of whom the child knows nothing yet, one of whom it was told two weeks ago; a look that is still to come."""
    heard = leaving.Heard(why=Leaves.AWAY, teller="Lotte", how="aan tafel")
    first, second = (leaving.hear(door, member, heard, act=uuid7()) for _ in range(2))
    words = {"by": "Lotte", "reaction": "jammer", "goodbye": "pannenkoeken", "steps_in": "oma"}
    told = leaving.Told(on=clock.today() - timedelta(weeks=2), **words)
    leaving.tell(door, leaving_of(door, first), told, act=uuid7())
    looks = door.within(AfterLook.objects.order_by("-pk"))[:2]
    leaving.look(door, looks[1], "het gaat", act=uuid7())
    named = wishes.Said(meaning=Meaning.SUPPORTER, expressed=Expressed.SAID, on=clock.today())
    key = wishes.name(door, member, named, act=uuid7())
    wish = door.within(Wish.objects.filter(pk=key)).get()
    asking.ask(door, wish, Still.DOUBTS, "misschien", act=uuid7())
    return {"leaving": second, "look": looks[0].pk, "meaning": Meaning.SUPPORTER.value}
