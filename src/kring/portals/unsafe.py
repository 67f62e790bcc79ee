"""A quiet "I am not safe now": to whom the child may say it, and honestly when that person will read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.circle import calling
from kring.endings.away import answers_no_more
from kring.kit import clock
from kring.law.access import Relation
from kring.people.models import Channel
from kring.people.reach import reached_of
from kring.rights import hearing
from kring.rights.faces import drawn, says_parent
from kring.rights.stood import who_stood


@dataclass(frozen=True, slots=True)
class Listener:
    """Someone the child can say it to, and when a message reaches this person."""

    person: UUID
    name: str
    works: bool
    channel: Channel | None

    @property
    def figure(self) -> str:
        """How this person is drawn for a small child; who works with it as one who does."""
        return "worker" if self.works else drawn(self.name)

    @property
    def is_called_a_parent(self) -> bool:
        """Whether the child calls this one mama or papa, though it comes in as somebody else than a parent."""
        return says_parent(self.name, "")

    @property
    def now(self) -> bool:
        """Whether a message leaves for this person now."""
        return self.channel is not None and self.channel.at_once and self.channel.is_open(clock.now())

    @property
    def hours(self) -> tuple[int, int] | None:
        """Between which hours Kring may send this person something; nothing when it may never."""
        return (self.channel.from_hour, self.channel.until_hour) if self.channel else None


def listeners(door: Door) -> list[Listener]:
    """Who works with the child, and who stands beside it: those who can read now what the child says to them.

    Not who stood there and does so no more: the child chooses that one again first (R2).  Nor who would not read it:
    who is gone, who stops and answers no more, and who never opened its way in (R14).
    """
    today = clock.today()
    heard = [one for one in calling.all_others(door) if hearing.hears(door, one)]
    members = {member for one in heard for member in one.members}
    over, away = who_stood(door.dossier.pk, members), answers_no_more(door, members)
    heard = [one for one in heard if one.relation is not Relation.SUPPORTER or not one.members & over]
    heard = [one for one in heard if one.relation is Relation.WORKER or not one.members & away]
    reached = reached_of([one.person for one in heard], on=today)
    found = [
        Listener(one.person, one.name, one.relation is Relation.WORKER, there.channel if there else None)
        for one in heard
        if not (there := reached.get(one.person)) or not there.never_came
    ]
    return sorted(found, key=lambda one: (not one.now, not one.works, one.name.casefold()))


def told(one: Listener) -> str:
    """What the child reads when it said it: honestly when that person reads it, and that nobody should wait for it."""
    now = _("%(name)s krijgt dit te lezen. Er gaat nu een bericht. Weet je niet of het gelezen is? Bel dan.")
    later = _("%(name)s krijgt dit te lezen. Dat kan nog duren. Wacht daar niet op. Bel nu.")
    return (now if one.now else later) % {"name": one.name}


def cried(door: Door, waits: hearing.Waits, people: Sequence[Listener]) -> list[tuple[str, hearing.Heard]]:
    """To whom the child said it, of what nobody read yet, the last first; nothing is asked where nothing waits."""
    here = {one.person: one.name for one in people}
    gone = {one.row.item.told_to_id for one in waits.unread if one.row.item.told_to_id} - here.keys()
    names = here | (calling.called(door, hearing.call_names(gone)) if gone else {})
    return [(names.get(one.row.item.told_to_id, ""), one) for one in waits.unread if one.row.item.told_to_id]
