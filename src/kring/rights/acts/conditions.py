"""Writing down what someone saw of the conditions of the law.  A fact with a day, never an opinion (R2, R5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kring.access.acts.deciding import let_directors_decide
from kring.access.door import Door
from kring.access.weighed import to_weigh
from kring.access.writing import Filing, NotAllowedError, Writing
from kring.audit.events import Event
from kring.kit import clock
from kring.kit.keys import uuid7
from kring.law.access import Klass, Relation, Section, Topic
from kring.law.trust_person import ADULT, ENTRY, EXTRACT, INDEPENDENT, may_serve
from kring.law.ways import NETWORK
from kring.rights import facts, hearing
from kring.rights.acts import said
from kring.rights.denied import yes_is_denied
from kring.rights.models import Condition, Wish
from kring.rights.models.held import ALL_SEEN, TOLD_NO

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

KLASS = {ADULT: Klass.FILE, INDEPENDENT: Klass.FILE, EXTRACT: Klass.CHECK, ENTRY: Klass.CHECK}
FACTS = (ADULT, INDEPENDENT)
"""What somebody sees of a person, and the child and that person know as well: these alone they deny."""
NO_YES, DENIED = "no-yes", "denied"
WHY_NOT: dict[str, Words] = {
    NO_YES: _("{name} zei dat de ja die hier stond niet klopt. Eerst zegt {name} zelf ja."),
    DENIED: _("Er is gezegd dat dit niet klopt. Praat erover met {child} en {name}, of laat een collega het nakijken."),
}
NOT_SO: dict[str, Words] = {
    ADULT: _("Dat klopt niet: dat iemand nog geen 18 is."),
    INDEPENDENT: _("Dat klopt niet: dat iemand meewerkt aan de hulp."),
}
"""As who works with the child hears it."""
KLASS |= {ALL_SEEN: Klass.FILE, TOLD_NO: Klass.FILE}  # what the child reads of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What someone saw of one condition; with a ground: what the director decided, and which one."""

    code: str
    holds: bool | None
    ground: str = ""
    decided_by: UUID | None = None


def look(door: Door, member: UUID, seen: Sequence[Finding], *, act: UUID, on: date) -> None:
    """Someone looked: at being adult, at standing apart from the care, or at the extract (that it was looked at).

    Whoever runs the house can decide from then on, whether something stood on the extract or not: that tells nothing.
    """
    if not door.within(Wish.objects.trusting(member)).exists() or not facts.is_a_person(door, member):
        raise NotAllowedError  # conditions are asked of nobody else (R3)
    if why_not(door, member, seen):
        raise NotAllowedError
    told = tuple(one.code for one in seen if one.code != ENTRY)  # the log does not tell for whom there was an entry
    with door.writes(Event.CONDITION_LOOKED_AT, once=act, codes=told) as write:
        for one in seen:
            _add(write, member, one, on=on)
        _say_when_all_seen(door, write, member, on=on)
        if EXTRACT in told:
            let_directors_decide(door)


def why_not(door: Door, member: UUID, seen: Sequence[Finding]) -> str:
    """Why this visitor cannot write it now: by code, or nothing (R2).

    Of who said that its yes was none, nothing is looked at before its own; what was denied the same hand does not write
    again (as `rights.denied`).
    """
    if yes_is_denied(door, member):
        return NO_YES
    codes = [one.code for one in seen if one.holds is False]
    mine = Condition.objects.filter(member=member, code__in=codes, unsaid_on__isnull=False, item__author=door.me)
    return DENIED if codes and to_weigh(door, mine).exists() else ""


def deny(door: Door, key: UUID, *, act: UUID) -> UUID:
    """The child, or whom it is about, says that this is not so: it is asked again.  About whom.

    Who works with the child hears it, as anything that is said to it.  Raises `NotAllowedError` for anybody else.
    """
    row = to_weigh(door, Condition.objects.filter(pk=key, code__in=FACTS, holds=False, unsaid_on=None)).first()
    if row is None or row.item.author_id == door.me or not _is_theirs(door, row.member_id):
        raise NotAllowedError
    with door.writes(Event.CONDITION_DENIED, once=act, codes=(row.code,)) as write:
        write.subject = row.pk
        # Not by the table: neither of the two writes of a condition, and this was said of it.
        to_weigh(door, Condition.objects.filter(pk=row.pk)).update(unsaid_on=clock.today())
    readers = tuple(one.person for one in hearing.readers(door))
    said.say(door, said.Words(readers=readers, text=str(NOT_SO[row.code])), act=uuid7())
    member: UUID = row.member_id
    return member


def _is_theirs(door: Door, member: UUID) -> bool:
    mine = door.relation in NETWORK and member in door.sieve(Section.SUPPORT).mine
    return mine or door.relation is Relation.CHILD


def decide(door: Door, member: UUID, decided: Finding, *, act: UUID, on: date) -> None:
    """The director decides about an entry, with a written ground (R5): kept as that, and what stood there nowhere.

    A worker passes on what it heard, with the name of who decided; that counts once that one decides here itself.
    """
    directors = facts.directors(door)
    by = door.me if door.me in directors else decided.decided_by
    entry = facts.looks(door, member).get(ENTRY)
    may = entry is not None and facts.may_decide(door, entry) and not (entry.again_clear and decided.holds is False)
    if not decided.ground or not may or by not in directors:
        raise NotAllowedError
    with door.writes(Event.CONDITION_LOOKED_AT, once=act, codes=(EXTRACT,)) as write:
        _add(write, member, replace(decided, decided_by=by), on=on)
        _say_when_all_seen(door, write, member, on=on)
        if decided.holds and by == door.me and facts.told_no(facts.looked_at(door, member)):
            _add(write, member, Finding(code=TOLD_NO, holds=True), on=on)  # what the child was told is over


def tell(door: Door, member: UUID, how: str, *, act: UUID, on: date) -> None:
    """Who works with the child told it that the director said no for now, and how: from then it reads so (R15).

    Raises `NotAllowedError` for anybody else, and where there is nothing to tell.
    """
    if door.relation is not Relation.WORKER or not how.strip() or not facts.to_tell(facts.looks(door, member)):
        raise NotAllowedError
    with door.writes(Event.CONDITION_NO_TOLD, once=act) as write:
        _add(write, member, Finding(code=TOLD_NO, holds=False, ground=how), on=on)


def told_today(door: Door, member: UUID, *, on: date) -> bool:
    """Whether the visitor marked today that it told this no, and did not take that back."""
    return facts.told_by(facts.looks(door, member), door.me, on=on)


def take_back(door: Door, member: UUID, *, act: UUID, on: date) -> None:
    """It was marked by a slip and not told: it waits again for a person.  What was marked stays, with its day (R15).

    Raises `NotAllowedError` for anybody but who marked it, and on another day.
    """
    if not told_today(door, member, on=on):
        raise NotAllowedError
    with door.writes(Event.LEAVING_UNTOLD, once=act) as write:
        _add(write, member, Finding(code=TOLD_NO, holds=None), on=on)


def _say_when_all_seen(door: Door, write: Writing, member: UUID, *, on: date) -> None:
    """Whether everything was seen and holds: what the child may read, and no word on what was seen (R5, brief 1.6).

    Written when that changes, also by what the director decides: the child reads a day, and not what made it so.
    """
    known = facts.looked_at(door, member)
    said = known[ALL_SEEN].holds is True if ALL_SEEN in known else False
    now = may_serve(facts.named_from(known, chosen=True), on=on).allowed
    if now is not said:
        _add(write, member, Finding(code=ALL_SEEN, holds=now), on=on)


def _add(write: Writing, member: UUID, seen: Finding, *, on: date) -> None:
    filing = Filing(klass=KLASS[seen.code], topic=Topic.BESIDE_ME, about=member)
    fields = {"code": seen.code, "holds": seen.holds, "ground": seen.ground, "decided_by_id": seen.decided_by}
    write.add(Condition, filing, member_id=member, looked_at_on=on, **fields)
