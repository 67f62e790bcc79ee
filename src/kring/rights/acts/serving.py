"""The legal position begins with one act, and ends by the child's choice."""

from datetime import date
from uuid import UUID

from kring.access.acts import placing
from kring.access.acts.letting_go import end_file_access
from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.access.writing import Filing, NotAllowedError
from kring.audit.events import Event
from kring.law.access import Klass, Relation, Topic, Verb
from kring.law.decision import Decision
from kring.law.meaning import Meaning
from kring.law.steps import Record, Step, may_write
from kring.law.trust_person import may_serve
from kring.people.acts import cards
from kring.rights import facts
from kring.rights.acts import appointing, signs, trials
from kring.rights.denied import own_yes_is_asked
from kring.rights.models import Appointment, Condition, Serving, Wish
from kring.rights.paths import path_as, wanted


class MayNotServe(Exception):  # noqa: N818  # a refusal reads as a fact (house.md 7)
    """Not yet: some ground is still to be asked, or does not hold.  The person is welcome as a supporter (R2)."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


def begin(door: Door, member: UUID, *, act: UUID, on: date) -> None:
    """Begin to serve: the decision is kept with its grounds and the law it was weighed by (R4).

    Raises `MayNotServe`; `StaleError` when the child chose otherwise, or a colleague began it, at the same moment.
    """
    with door.writes(Event.SERVING_BEGAN, once=act) as write:
        wishes = list(door.within(Wish.objects.trusting(member)))
        if not wishes:
            raise NotAllowedError
        decision = may_serve(facts.named(door, member), on=on)
        both = Decision((*_agrees(door, member, on=on).grounds, *decision.grounds), on)
        if not both.allowed:
            raise MayNotServe(both)
        write.change(wishes[0], version=wishes[0].item.version)
        filing = Filing(klass=Klass.FILE, topic=Topic.BESIDE_ME, about=member)
        row = write.add(Serving, filing, member_id=member, began_on=on, decision=decision.as_kept())
        write.subject = row.pk
        signs.show(write, row)
        trials.begun(door, write, [wish.pk for wish in wishes])
        appointing.leave(write, to_weigh(door, Appointment.objects.in_force()), on=on)
        placing.stand_as(door, member, Relation.TRUST_PERSON)


def _agrees(door: Door, member: UUID, *, on: date) -> Decision:
    """Nobody is obliged to accept: it begins by a yes of the person itself, that is asked as anything missing is (R9).

    And nothing begins while contact is restricted (R28).

    Beside the four conditions of the law, and no part of the decision that is kept: who stops, ends by its own word.
    """
    path = path_as(door, member, Meaning.TRUST_PERSON)
    so_far = path.without_a_yes if own_yes_is_asked(door, member) else path.records
    return may_write(wanted(door, path, Record(step=Step.BEGAN, on=on)), so_far, on=on)


def end(door: Door, member: UUID, *, on: date) -> None:
    """End it, and erase what was looked at: that was kept for the serving alone (R5).  Part of a withdrawal.

    Also when it had not begun yet: who is chosen again is looked at again, and access to the file is asked again (R18).
    """
    rows = list(door.within(Serving.objects.in_force().filter(member=member), Verb.CHANGE))
    looked_at = list(door.within(Condition.objects.filter(member=member), Verb.CHANGE))
    if rows:
        with door.writes(Event.SERVING_ENDED, once=None, codes=(Meaning.TRUST_PERSON.value,)) as write:
            for row in rows:
                write.change(row, ended_on=on)
                cards.take_back(row.pk)
            signs.take_away(write, rows)
    end_file_access(door, member)
    if looked_at:
        with door.writes(Event.CONDITION_ERASED, once=None) as write:
            for condition in looked_at:
                write.remove(condition)
