"""A quiet "I am not safe now": to whom the child may say it, and honestly when that person will read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kring.access.door import Door
from kring.access.readers import Other
from kring.circle import calling
from kring.endings.away import answers_no_more
from kring.kit import clock
from kring.law.access import Relation, Topic
from kring.people.models import Channel
from kring.people.reach import Reached, reached_of
from kring.rights import hearing
from kring.rights.acts.said import Words
from kring.rights.faces import drawn, says_parent
from kring.rights.stood import who_stood

TAKES_OVER = Relation.FALLBACK_WORKER


@dataclass(frozen=True, slots=True)
class Away:
    """Who works with the child is away for some days: until when, and who takes over (R13)."""

    until: date | None
    since: date
    person: UUID
    name: str
    said_no: bool
    """The child closed the plan to who takes over: that one reads nothing of it that it is not safe either (R7)."""
    reads: bool
    """Whether who takes over reads it instead."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Someone the child can say it to, and when a message reaches this person, or who takes over for it."""

    person: UUID
    name: str
    works: bool
    channel: Channel | None
    away: Away | None = None

    @property
    def nobody(self) -> bool:
        """Whether nobody reads now what is said to this one: it is away, and nobody reads it instead."""
        return self.away is not None and not self.away.reads

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
    who is gone, who stops and answers no more, and who never opened its way in (R14).  Who takes over for some days is
    chosen by who is away: there it stands who reads it now, before the child says it.
    """
    everyone = calling.all_others(door)
    heard = [one for one in everyone if hearing.hears(door, one)]
    members = {member for one in heard for member in one.members}
    over, away = who_stood(door.dossier.pk, members), answers_no_more(door, members)
    heard = [one for one in heard if one.relation is not Relation.SUPPORTER or not one.members & over]
    heard = [one for one in heard if one.relation is Relation.WORKER or not one.members & away]
    reached = reached_of([one.person for one in heard], on=clock.today())
    comes = [one for one in heard if not (there := reached.get(one.person)) or not there.never_came]
    found = [_listener(one, _away(one, everyone, comes), reached) for one in comes if one.relation is not TAKES_OVER]
    return sorted(found, key=lambda one: (one.nobody, not one.now, not one.works, one.name.casefold()))


def _listener(one: Other, away: Away | None, reached: Mapping[UUID, Reached]) -> Listener:
    """`away`: then the message that counts is the one to who takes over, if that one reads it."""
    there = reached.get(away.person if away else one.person)
    channel = there.channel if there and (away is None or away.reads) else None
    return Listener(one.person, one.name, one.relation is Relation.WORKER, channel, away)


def _away(worker: Other, everyone: Sequence[Other], comes: Sequence[Other]) -> Away | None:
    """Who takes over for this worker today; of several rather one who reads it."""
    for_it = [one for one in everyone if one.relation is TAKES_OVER and one.instead_of & {worker.person, None}]
    found = [
        Away(one.until, one.since, one.person, one.name, said_no=no, reads=one in comes and not no)
        for one in (for_it if worker.relation is Relation.WORKER else ())
        for no in [Topic.SAFETY in one.standing.answers.no_topics]
    ]
    return min(found, key=lambda one: not one.reads, default=None)


def cry_to(one: Listener) -> Words:
    """What is said, and to whom it goes: who is away gets it too, and reads it when it is back."""
    also = (one.away.person,) if one.away and one.away.reads else ()
    words = _("Ik ben nu niet veilig.")
    to: dict[str, Any] = {
        "readers": (one.person, *also),
        "only_to": one.person,
        "also_to": also,
        "nobody_now": one.nobody,
    }
    return Words(text=words, not_safe=True, **to)


def told(one: Listener) -> str:
    """What the child reads when it said it: honestly when that person reads it, and that nobody should wait for it."""
    now = _("%(name)s krijgt dit te lezen. Er gaat nu een bericht. Weet je niet of het gelezen is? Bel dan.")
    later = _("%(name)s krijgt dit te lezen. Dat kan nog duren. Wacht daar niet op. Bel nu.")
    if one.nobody:
        return _("%(name)s is er niet. Nu leest niemand dit. Bel nu, of kies iemand anders.") % {"name": one.name}
    return (now if one.now else later) % {"name": one.away.name if one.away else one.name}


def cried(door: Door, waits: hearing.Waits, people: Sequence[Listener]) -> list[tuple[str, hearing.Heard, Away | None]]:
    """To whom the child said it, of what nobody read yet, the last first; nothing is asked where nothing waits.

    With who takes over for that one since, and did not get it: what was said before stays with whom it was said to, and
    the child reads that one is away, and that it can say it again (R7, R14).
    """
    here = {one.person: one.name for one in people}
    gone = {one.row.item.told_to_id for one in waits.unread if one.row.item.told_to_id} - here.keys()
    names = here | (calling.called(door, hearing.call_names(gone)) if gone else {})
    away = {one.person: one.away for one in people if one.away}
    return [
        (names.get(to, ""), one, _missed(away.get(to), one, waits))
        for one in waits.unread
        if (to := one.row.item.told_to_id)
    ]


def _missed(away: Away | None, cry: hearing.Heard, waits: hearing.Waits) -> Away | None:
    """Who takes over, where it reads what is said and this was not said to it as well, then or later."""
    at = cry.row.item.made_at
    if away is None or not away.reads or clock.day(at) > away.since:
        return None
    also = (one.row.item for one in waits.unread)
    return None if any(one.told_to_id == away.person and one.made_at >= at for one in also) else away
