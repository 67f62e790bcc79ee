"""A worker wrote down that somebody said yes to the child, and that one never said so: one tap, no reason (R2, R9).

After that nobody writes a yes for it any more (`rights.denied`): if it wants to, it says yes itself, here.

What the child chose stands.  But nobody serves, or comes in as a JIM, who never said yes (`law.steps`): from that
moment it comes in as no more than let in, without a card, and what the child shares waits.  The child reads of it as
before, until a person told it (R15): who works with the child has it to look at.
"""

from uuid import UUID

from kring.access.acts import placing
from kring.access.door import Door
from kring.access.models import Item
from kring.access.weighed import to_weigh
from kring.access.writing import ITSELF, NotAllowedError
from kring.audit.events import Event
from kring.kit import clock
from kring.law.access import Relation
from kring.law.meaning import Meaning
from kring.law.steps import Step
from kring.rights.models import Taken
from kring.rights.said_yes import left_by, written_for_me


def deny(door: Door, *, act: UUID) -> None:
    """The answer of the visitor goes as if it was not given.  Raises `NotAllowedError` where nobody else wrote one."""
    said = written_for_me(door)
    if said is None or said.denied:
        raise NotAllowedError
    with door.writes(Event.ANSWER_DENIED, once=act) as write:
        write.subject = said.key
        # Not by the table: what stands there of the choice of the child it may not read, and this was said of it.
        to_weigh(door, Taken.objects.filter(pk=said.key)).update(unsaid_on=clock.today())
        Item.objects.filter(pk=said.key).update(look_on=clock.today())
        if said.meaning is not Meaning.SUPPORTER:
            placing.hold_back(door, said.member, left_by(door, said))


def says_yes(door: Door, *, act: UUID) -> None:
    """What it denied is its own word from now on, of today, and of the choice that stands; the log keeps both.

    Raises `NotAllowedError` where it denied nothing.
    """
    said = written_for_me(door)
    if said is None or not said.denied:
        raise NotAllowedError
    with door.writes(Event.STEP_TAKEN, once=act, codes=(Step.ANSWERED.value,)) as write:
        write.subject = said.key
        now = {"wish_id": said.wish, "unsaid_on": None, "expressed": ITSELF, "taken_on": clock.today(), "words": ""}
        to_weigh(door, Taken.objects.filter(pk=said.key)).update(**now)
        Item.objects.filter(pk=said.key).update(look_on=None)
        placing.comes_back(door, said.member)
        begun = Taken.objects.filter(wish=said.wish, step=Step.BEGAN.value, unsaid_on=None)
        if said.meaning is Meaning.JIM and to_weigh(door, begun).exists():
            placing.stand_as(door, said.member, Relation.JIM)  # it had begun, and the child knew since that it was none
